"""What the fuzzer asks: each target has seeds, and a reader that says in a word what came of the changed bytes.

Seeds are the project's fixtures and what is built here; real pages in ``../shared`` are a target of their own, where
they lie. A reader raises only where newsbot does.
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
from functools import cache, partial
from pathlib import Path
from random import Random

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
from newsbot.language.sign_offs import is_writer, split_sign_off, split_source
from newsbot.pages.lenient_json import read_json
from newsbot.snapshot import Snapshot
from newsbot.stream import Options

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT.parent / "shared" / "pages"
_URL = "https://www.contoh.id/berita/2026/07/05/panen-garam"
_FETCHED = "2026-07-05T04:38:00+00:00"
_SCRIPT = re.compile(rb"<script[^>]*>\s*([{\[].*?)</script>", re.DOTALL)
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_LONGEST_LINE = 600


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


@cache
def fixture_pages() -> list[bytes]:
    """The invented pages of the project."""
    return [path.read_bytes() for path in sorted((ROOT / "fixtures").rglob("*.html"))]


@cache
def real_pages() -> list[bytes]:
    """Real pages, where they lie."""
    return [gzip.decompress(path.read_bytes()) for path in sorted(REAL.glob("*.html.gz"))]


@cache
def printed_lines() -> list[bytes]:
    """What the invented pages print, by lines: dates, names, captions, labels, sentences."""
    texts = (_MARKUP.sub("\n", page.decode("utf-8", "replace")) for page in fixture_pages())
    lines = (line.strip() for text in texts for line in text.splitlines())
    return [line.encode() for line in dict.fromkeys(lines) if 0 < len(line) <= _LONGEST_LINE]


@cache
def dated_lines() -> list[bytes]:
    """Those with a figure."""
    machine = [
        b"2026-07-05T04:38:00+07:00",
        b"Sun, 05 Jul 2026 04:38:00 GMT",
        b"20260705043800",
        b"1783226280",
    ]
    return machine + [line for line in printed_lines() if re.search(rb"\d", line)]


@cache
def scripts() -> list[bytes]:
    """The data that invented pages hold for machines."""
    return [found[1] for page in fixture_pages() for found in _SCRIPT.finditer(page)]


def dumps() -> list[bytes]:
    """Text dumps: what the invented pages print, one line below the other."""
    lines = printed_lines()
    return [b"\n\n".join(lines[at : at + 40]) for at in range(0, len(lines), 40)]


def sitemaps() -> list[bytes]:
    """A sitemap, one of news with pictures, an index, and addresses by lines."""
    place = b"<loc>https://www.contoh.id/berita/2026/07/05/panen-garam</loc><lastmod>2026-07-05</lastmod>"
    space = b"http://www.sitemaps.org/schemas/sitemap/0.9"
    news = (
        b"<news:news><news:publication><news:name>Contoh</news:name><news:language>id</news:language></news:publication>"
        b"<news:publication_date>2026-07-05T04:38:00+07:00</news:publication_date><news:title>Panen Garam</news:title>"
        b"<news:keywords>garam, panen</news:keywords></news:news><image:image><image:loc>https://www.contoh.id/a.jpg"
        b"</image:loc><image:caption>Tambak</image:caption></image:image>"
    )
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    spaces = b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    return [
        head + b'<urlset xmlns="' + space + b'">\n' + (b"<url>" + place + b"</url>\n") * 5 + b"</urlset>",
        head
        + b'<urlset xmlns="'
        + space
        + b'" '
        + spaces
        + b">\n"
        + (b"<url>" + place + news + b"</url>\n") * 3
        + b"</urlset>",
        head
        + b'<sitemapindex xmlns="'
        + space
        + b'">'
        + (b"<sitemap>" + place + b"</sitemap>\n") * 4
        + b"</sitemapindex>",
        b"https://www.contoh.id/berita/a\nhttps://www.contoh.id/berita/b\n",
    ]


def feeds() -> list[bytes]:
    """RSS and Atom."""
    item = (
        b"<item><title><![CDATA[Panen &amp; Garam]]></title><link>https://www.contoh.id/berita/a</link><guid "
        b'isPermaLink="false">7</guid><pubDate>Sun, 05 Jul 2026 04:38:00 +0700</pubDate><category>Ekonomi</category>'
        b'<dc:creator>Wira</dc:creator><enclosure url="https://www.contoh.id/a.jpg" type="image/jpeg"/></item>\n'
    )
    entry = (
        b'<entry><title type="html">Panen</title><link rel="alternate" href="/berita/a"/><id>tag:contoh.id,2026:7</id>'
        b"<published>2026-07-05T04:38:00+07:00</published><updated>2026-07-05T05:00:00Z</updated></entry>\n"
    )
    return [
        b'<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Contoh</title>'
        b"<link>https://www.contoh.id/</link>" + item * 4 + b"</channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Contoh</title>' + entry * 4 + b"</feed>",
    ]


def robots() -> list[bytes]:
    """Rules of two agents, with patterns and sitemaps."""
    general = b"User-agent: *\nDisallow: /cari?*q=\nAllow: /cari$\nCrawl-delay: 2\n\n"
    own = b"User-agent: newsbot\nDisallow: /arsip/*/x\n"
    return [general + own + b"Sitemap: https://www.contoh.id/sitemap.xml\nSitemap: /news.xml # baru\n"]


def responses() -> list[bytes]:
    """WARC files of one to three responses, one with a request and a revisit before the page."""
    pages = [page for page in fixture_pages() if len(page) < 20_000]
    one = [_record(b"response", _http(page)) for page in pages[:12]]
    other = _record(b"request", b"GET / HTTP/1.1\r\nHost: www.contoh.id\r\n\r\n") + _record(
        b"revisit", _http(b"")
    )
    return [*one, *(other + first + second for first, second in zip(one[::2], one[1::2], strict=True))]


def _http(page: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (
        len(page),
        page,
    )


def _record(kind: bytes, block: bytes) -> bytes:
    return (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        b"WARC-Date: 2026-07-05T04:38:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (kind, _URL.encode(), len(block), block)
    )


def mails() -> list[bytes]:
    """Saved pages as browsers write them: a page and a picture in one message."""
    page = b"Content-Type: text/html\r\nContent-Transfer-Encoding: %s\r\nContent-Location: %s\r\n\r\n%s\r\n"
    picture = b"Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n"
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: %s\r\nDate: Sun, 5 Jul 2026 04:38:00 -0000\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="batas"\r\n\r\n--batas\r\n'
    ) % _URL.encode()
    small = [one for one in fixture_pages() if len(one) < 20_000][:8]
    kinds = (b"8bit", b"quoted-printable", b"binary", b"base64")
    return [
        head + page % (kinds[at % 4], _URL.encode(), one) + b"--batas\r\n" + picture + b"--batas--\r\n"
        for at, one in enumerate(small)
    ]


def manifests() -> list[bytes]:
    """What a folder says of its pages."""
    row = b'{"file": "a.html", "url": "%s", "fetched_at": "%s", "headers": {"Content-Type": "text/html"}}\n'
    return [
        row % (_URL.encode(), _FETCHED.encode())
        + b'{"file": "b.html", "url": null}\n{"file": "sub/c.html"}\n'
    ]


def _outcome(found: Outcome) -> str:
    """The kind of a record, written and encoded as a line; or the reason of a reject."""
    if found.article is None:
        return f"reject: {found.reject.reason}" if found.reject else "nothing"
    found.article.to_json().encode()
    return f"record: {found.article.kind}"


def _page(data: bytes, rng: Random) -> str:
    options = rng.choice((Options(), Options(generic=True), Options(verify=True)))
    return _outcome(process(Snapshot(data, _own_url(data), 200, {}, _FETCHED), options=options))


_CANONICAL = re.compile(rb"""rel=["']canonical["']\s+href=["']([^"']+)""")


def _own_url(data: bytes) -> str:
    """The address that a page names, by which its portal is known."""
    found = _CANONICAL.search(data)
    return found[1].decode("utf-8", "replace") if found else _URL


def _json_ld(data: bytes, _rng: Random) -> str:
    page = (
        b"<title>Panen</title><script type='application/ld+json'>%s</script><h1>Panen Garam</h1><p>Garam.</p>"
        % data
    )
    return _outcome(process(Snapshot(page, _URL, 200, {}, _FETCHED), options=Options(generic=True)))


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
    found = parse_date(text), parse_machine(text), find_mentions(text, _FETCHED)
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
