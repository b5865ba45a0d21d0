"""A guard without a clock: how many calls a fixed set of the project's own pages costs, by path and by function.

Run ``python -m benchmarks.calls`` for the table, beside the counts that tests/quality/calls.json holds, with
``--renew`` to write them there, with ``--json`` for the counts alone. Calls are the same on any machine and under any
load. One is counted where a function of newsbot is called or gone on with (generators), and where one calls anything
that is not newsbot's; what libraries do within is theirs, so that another version of them changes little. A call that
grows within (a search in a longer text, an XPath over a larger tree) is not seen here: benchmarks/growth.py tells it.

``start`` is the first page of a process, all that is loaded for it aside from the imports; the pages of the other paths
are counted when the ones before them have filled what is kept between pages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Literal

ROOT = Path(__file__).resolve().parents[1]
BASELINE = ROOT / "tests" / "quality" / "calls.json"
TOLERANCE = 0.1
"""Share by which a path may cost more than its baseline: other minor versions of Python differ by less."""
SHARE = 0.003
"""Share of a path's calls from which a function is kept in the baseline by its name."""
_RULES = (
    "antaranews/2026-insert-and-caption",
    "detik/2026-insert-and-caption",
    "merdeka/2026-insert-and-caption",
    "republika/2026-insert-and-caption",
    "tribun_regional/2026-insert-and-caption",
    "pikiranrakyat/2026-insert-and-caption",
    "viva/2026-insert-and-caption",
    "bisnis/2026-plain",
    "kompas/2022-page1-of-2",
    "liputan6/2021-mobile-multisection",
)
_UNKNOWN = ("blogspot", "bootstrap3", "drupal", "jnews", "joomla-k2", "php-2011", "tagdiv", "wpberita")
_DUMPED = (
    "tempo/2026-insert-and-caption",
    "jpnn/2026-insert-and-caption",
    "tirto/2026-plain",
    "voi/2026-plain",
)
_DOCUMENTS = (
    ("robots", "/robots.txt"),
    ("sitemap", "/sitemap.xml"),
    ("news_sitemap", "/sitemap-news.xml"),
    ("sitemap", "/sitemap-semua.xml.gz"),
    ("feed", "/rss"),
    ("index", "/indeks"),
    ("home", "/"),
)
_INLINED = frozenset(("<listcomp>", "<dictcomp>", "<setcomp>"))
"""Functions of their own until Python 3.11, parts of the one around them from then on."""
_PORTAL = "http://kabar.example"

Work = Callable[[], object]
Saved = tuple[bytes, str | None]
"""A page's bytes and its address."""


@dataclass(slots=True)
class Count:
    """What a path costs: its pages, a digest of them, and the calls by function."""

    pages: int
    digest: str
    functions: Counter[str] = field(default_factory=Counter)

    @property
    def calls(self) -> int:
        return self.functions.total()

    def to_dict(self) -> dict[str, Any]:
        """Pages, digest, calls, and the functions that hold a share of them, the costly first."""
        kept = {name: said for name, said in self.functions.most_common() if said >= SHARE * self.calls}
        return {"pages": self.pages, "digest": self.digest, "calls": self.calls, "functions": kept}


class Counting:
    """Counts calls while it is entered."""

    def __init__(self, into: Counter[str]) -> None:
        self._into = into
        self._names: dict[tuple[CodeType, str], str | None] = {}

    def __enter__(self) -> None:
        sys.setprofile(self._see)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _see(self, frame: FrameType, event: str, _: object) -> None:
        name = None
        if event == "call":
            if frame.f_code.co_name not in _INLINED:
                name = self._name(frame) or (self._name(frame.f_back) if frame.f_back else None)
        elif event == "c_call":
            name = self._name(frame)
        if name:
            self._into[name] += 1

    def _name(self, frame: FrameType) -> str | None:
        """The function of newsbot that the frame runs, or None where it is another's."""
        key = (frame.f_code, frame.f_globals.get("__name__", ""))
        if key not in self._names:
            self._names[key] = _function(*key)
        return self._names[key]


def _function(code: CodeType, module: str) -> str | None:
    """Module and outermost function; what a dataclass wrote has the module's name and its own."""
    if not module.startswith("newsbot."):
        return None
    inner = code.co_name if code.co_filename == "<string>" else code.co_qualname.partition(".<locals>")[0]
    return f"{module.removeprefix('newsbot.')}:{inner}"


def count() -> Iterator[tuple[str, Count]]:
    """Every path by name. To be called once in a process that has read no page yet."""
    known = [_fixture(name) for name in _RULES]
    yield "start", _pages([], known[:1])
    yield "rules", _pages(known[1:3], known[3:])
    unknown = [_unknown(name) for name in _UNKNOWN]
    yield "generic", _pages(unknown[:2], [*unknown[2:], *known[3:5]], generic=True)
    dumps = [(_dump(name), None) for name in _DUMPED]
    yield "text", _pages(dumps[:1], dumps[1:], kind="text")
    yield "discovery", _discovery()


def _pages(
    warm: list[Saved], pages: list[Saved], *, generic: bool = False, kind: Literal["html", "text"] = "html"
) -> Count:
    """What the pages cost, read when those that warm have been."""
    from newsbot.items import Origin
    from newsbot.snapshot import Snapshot
    from newsbot.stream import Options, process

    def work(body: bytes, url: str | None) -> str:
        article = process(Snapshot(body, url, origin=Origin(kind)), options=Options(generic=generic)).article
        if article is None:
            raise ValueError(f"a page of the set is no article: {url or body[:80]!r}")
        return article.to_json()

    return _counted(
        [body for body, _ in pages],
        [partial(work, *page) for page in warm],
        [partial(work, *page) for page in pages],
    )


def _counted(bodies: list[bytes], warm: list[Work], works: list[Work]) -> Count:
    for work in warm:
        work()
    said = hashlib.sha256()
    for body in bodies:
        said.update(hashlib.sha256(body).digest())
    found = Count(len(works), said.hexdigest()[:16])
    for work in works:
        with Counting(found.functions):
            work()
    return found


def _fixture(name: str) -> Saved:
    folder = ROOT / "fixtures" / name
    return (folder / "page.html").read_bytes(), json.loads((folder / "page.json").read_text("utf-8")).get(
        "url"
    )


def _unknown(name: str) -> Saved:
    page = ROOT / "tests" / "quality" / "unknown_templates" / f"{name}.html"
    return page.read_bytes(), json.loads(page.with_suffix(".json").read_text("utf-8")).get("url")


def _dump(name: str) -> bytes:
    from benchmarks.dump_forms import lines_of

    return "\n\n".join(lines_of(_fixture(name)[0])).encode()


def _discovery() -> Count:
    """The documents of the invented portal, read when those of another of its editions have been."""
    from newsbot.discovery import read_document
    from newsbot.loopback.site import Site

    def documents(site: Site) -> list[bytes]:
        return [site.answer(path, _PORTAL, {}).data for _, path in _DOCUMENTS]

    def works(bodies: list[bytes]) -> list[Work]:
        return [
            partial(read_document, kind, body, _PORTAL + path)
            for (kind, path), body in zip(_DOCUMENTS, bodies, strict=True)
        ]

    bodies = documents(Site(articles=120))
    return _counted(bodies, works(documents(Site(articles=7, edition=3))), works(bodies))


def counted_anew() -> dict[str, Any]:
    """The counts of a process of its own, in which sets have one order."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.calls", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"counting failed: {done.stderr.strip()[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def grown(before: dict[str, Any], now: dict[str, Any], most: int = 8) -> list[str]:
    """What a path's functions cost more than before, the largest growth first."""
    least = int(SHARE * before["calls"])  # what a function that was not kept may have cost
    more = {
        name: said - before["functions"].get(name, least)
        for name, said in now["functions"].items()
        if said > before["functions"].get(name, least)
    }
    return [
        f"{name}: {before['functions'].get(name, f'under {least}')} -> {now['functions'][name]}"
        for name in sorted(more, key=lambda name: -more[name])[:most]
    ]


def table(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """The lines to print."""
    yield f"{'path':10} {'pages':>5} {'calls':>9} {'a page':>8} {'baseline':>9} {'ratio':>6}"
    for path, said in now.items():
        known = before.get(path, {}).get("calls", 0)
        ratio = f"{said['calls'] / known:6.3f}" if known else "     -"
        a_page = said["calls"] // said["pages"]
        yield f"{path:10} {said['pages']:5} {said['calls']:9} {a_page:8} {known:9} {ratio}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table, the counts as JSON, or renew the baseline."""
    parser = argparse.ArgumentParser(description="How many calls a fixed set of pages costs.")
    parser.add_argument("--renew", action="store_true", help="write the counts to tests/quality/calls.json")
    parser.add_argument(
        "--json", action="store_true", help="count in this process and print the counts alone"
    )
    options = parser.parse_args(arguments)
    if options.json:
        print(json.dumps({path: said.to_dict() for path, said in count()}))
        return 0
    before = json.loads(BASELINE.read_text("utf-8")) if BASELINE.is_file() else {}
    now = counted_anew()
    print("\n".join(table(before, now)))
    if options.renew:
        BASELINE.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
