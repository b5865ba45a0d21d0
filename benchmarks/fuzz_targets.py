"""What the fuzzer asks: each target has seeds, and a reader that says in a word what came of the changed bytes.

Real pages in ``../shared`` are a target of their own, where they lie. A reader raises only where newsbot does.
"""

from __future__ import annotations

import gzip
import io
import re
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.fuzz_seeds import (
    FETCHED,
    REAL,
    URL,
    dated_lines,
    dumps,
    feeds,
    fixture_pages,
    mails,
    manifests,
    printed_lines,
    real_pages,
    responses,
    robots,
    scripts,
    sitemaps,
)
from benchmarks.mutators import mutate
from newsbot import process
from newsbot.archive import read_sources
from newsbot.discovery import Listing, read_document
from newsbot.discovery.robots import read_robots
from newsbot.items import Origin, Outcome, Reject
from newsbot.language.byline import parse_byline
from newsbot.language.captions import split_caption
from newsbot.language.dateline import split_dateline
from newsbot.language.dates import find_mentions, parse_date, parse_machine
from newsbot.language.element_names import container_bin
from newsbot.language.names import person_name
from newsbot.language.phrases import furniture
from newsbot.language.sign_offs import split_sign_off, split_source
from newsbot.language.signatures import is_writer
from newsbot.pages.lenient_json import read_json
from newsbot.snapshot import Snapshot
from newsbot.stream import Options


@dataclass(frozen=True)
class Tried:
    """What came of one input: a word, the seconds of a processor's work, and where it raised, if it did."""

    outcome: str
    seconds: float
    raised: str | None = None


def tried(target: str, seed: int, number: int) -> Tried:
    """Make an input and have it read; whatever is raised is told."""
    data, rng = made(target, seed, number)
    began = time.process_time()
    try:
        return Tried(TARGETS[target].read(data, rng), time.process_time() - began)
    except Exception as error:  # noqa: BLE001
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} at {Path(place.filename).name}, {place.name}: {error}"
        return Tried(f"raised {type(error).__name__}", time.process_time() - began, where[:300])


def made(target: str, seed: int, number: int) -> tuple[bytes, Random]:
    """The bytes of an input, and the dice that its reader goes on with."""
    rng = Random(f"{target}/{seed}/{number}")
    seeds = TARGETS[target].seeds()
    return mutate(rng.choice(seeds), seeds, rng), rng


@dataclass(frozen=True)
class Target:
    """Where inputs come from and who reads them."""

    seeds: Callable[[], list[bytes]]
    read: Callable[[bytes, Random], str]


def _outcome(found: Outcome) -> str:
    """The kind of a record, written and encoded as a line; or the reason of a reject."""
    if found.article is None:
        return f"reject: {found.reject.reason}" if found.reject else "nothing"
    found.article.to_json().encode()
    return f"record: {found.article.kind}"


def _page(data: bytes, rng: Random) -> str:
    options = rng.choice((Options(), Options(generic=True), Options(verify=True)))
    return _outcome(process(Snapshot(data, _own_url(data), 200, {}, FETCHED), options=options))


_CANONICAL = re.compile(rb"""rel=["']canonical["']\s+href=["']([^"']+)""")


def _own_url(data: bytes) -> str:
    """The address that a page names, by which its portal is known."""
    found = _CANONICAL.search(data)
    return found[1].decode("utf-8", "replace") if found else URL


def _json_ld(data: bytes, _rng: Random) -> str:
    page = (
        b"<title>Panen</title><script type='application/ld+json'>%s</script><h1>Panen Garam</h1><p>Garam.</p>"
        % data
    )
    return _outcome(process(Snapshot(page, URL, 200, {}, FETCHED), options=Options(generic=True)))


def _dump(data: bytes, _rng: Random) -> str:
    return _outcome(process(Snapshot(data, None, None, {}, None, Origin("text"))))


def _text(data: bytes) -> str:
    """Text as functions of language get it; halves of surrogate pairs are kept, for JSON can hold them."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _dates(data: bytes, _rng: Random) -> str:
    text = _text(data)
    found = parse_date(text), parse_machine(text), find_mentions(text, FETCHED)
    return "read" if any(found) else "none"


def _people(data: bytes, _rng: Random) -> str:
    text = _text(data)
    split_caption(text)
    split_sign_off(text)
    split_source(text)
    is_writer(text)
    return "read" if parse_byline(text).people or person_name(text) else "none"


def _phrases(data: bytes, _rng: Random) -> str:
    text = _text(data)
    split_dateline(text)
    return "read" if furniture(text) or container_bin(text) else "none"


def _lenient(data: bytes, _rng: Random) -> str:
    values, mended = read_json(_text(data))
    return f"{'mended' if mended else 'whole'}, {'values' if values else 'nothing'}"


def _document(kind: str, data: bytes, _rng: Random) -> str:
    listing: Listing = read_document(kind, data, "https://www.contoh.id/x")  # type: ignore[arg-type]
    codes = sorted({problem.code for problem in listing.problems})
    return ", ".join(["announced" if listing.entries or listing.children else "nothing", *codes])


def _robots(data: bytes, _rng: Random) -> str:
    found = read_robots(data, "https://www.contoh.id/robots.txt")
    return "sitemaps" if found.sitemaps else "no sitemaps"


def _archived(name: str, data: bytes, rng: Random) -> str:
    """What a folder gives in which a file of that name lies: reasons and pages, without their numbers."""
    with tempfile.TemporaryDirectory() as folder:
        packed = rng.random() < 0.3 and name.endswith(".warc")
        Path(folder, name + ".gz" if packed else name).write_bytes(gzip.compress(data, 1) if packed else data)
        if name == "manifest.jsonl":
            Path(folder, "a.html").write_bytes(b"<p>Panen garam.")
        found = {
            f"reject: {one.reason}" if isinstance(one, Reject) else "page" for one in read_sources(folder)
        }
    return ", ".join(sorted(found)) or "nothing"


def _wacz(data: bytes, rng: Random) -> str:
    """A zip around a changed WARC file, or a changed zip around a whole one."""
    buffer = io.BytesIO()
    inside = rng.random() < 0.5
    with zipfile.ZipFile(buffer, "w", rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/a.warc", data if inside else responses()[0])
    whole = buffer.getvalue()
    return _archived("a.wacz", whole if inside else mutate(whole, [whole], rng), rng)


TARGETS: dict[str, Target] = {
    "page": Target(fixture_pages, _page),
    "json_ld": Target(scripts, _json_ld),
    "lenient_json": Target(scripts, _lenient),
    "text_dump": Target(dumps, _dump),
    "dates": Target(dated_lines, _dates),
    "people": Target(printed_lines, _people),
    "phrases": Target(printed_lines, _phrases),
    "sitemap": Target(sitemaps, partial(_document, "sitemap")),
    "feed": Target(feeds, partial(_document, "feed")),
    "index": Target(fixture_pages, partial(_document, "home")),
    "robots": Target(robots, _robots),
    "warc": Target(responses, partial(_archived, "a.warc")),
    "mhtml": Target(mails, partial(_archived, "a.mhtml")),
    "wacz": Target(responses, _wacz),
    "manifest": Target(manifests, partial(_archived, "manifest.jsonl")),
}
if REAL.is_dir():
    TARGETS["real_page"] = Target(real_pages, _page)
