"""What a page costs, on the rules' path and on the generic one, beside a bare parse and beside trafilatura.

Run ``python -m benchmarks.cost [NAME=FOLDER ...] [--most N]``. Each folder (or tar archive) of saved pages is a row; by
default the real pages in ``../shared``, where they lie, and the project's own fixtures. A page's record as a line of
JSON, the same without the rules of portals, its bare ``lxml.html.document_fromstring`` and trafilatura with metadata
are timed, processor time: page after page, as a replay reads them, in turns of whole passes, the best of a page's
three. Ratios of means carry over from one machine to another, milliseconds do not. The last columns are the shares of
pages on which two dear helpers are asked: trafilatura, where the own reading is in doubt, and dateparser, where a date
line has no form that the grammar knows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import mean, quantiles
from typing import Any
from unittest import mock

import trafilatura

from benchmarks.record import BULK, TURNS, line_of, pages, parse, timed, urls
from newsbot.archive import read_sources
from newsbot.extractors.ruleless import arbiter
from newsbot.language.dates import _fallback
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FIXTURES = ROOT / "fixtures"
SETS = {
    "dev": (SHARED / "pages",),
    "mixed": (SHARED / "pages", SHARED / "cases" / "pages", FIXTURES),
    "bulk": tuple(sorted(BULK.glob("*.tar.*"))[:1]),
    "fixtures": (FIXTURES,),
}
"""The rows by name: what each is made of. Cases and fixtures are invented and small, of many portals and templates."""
GENERIC = Options(generic=True)


@dataclass
class Row:
    """The times of one set of pages in milliseconds, by what was done, and on which share helpers were asked."""

    name: str
    size: list[int] = field(default_factory=list)
    times: dict[str, list[float]] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def measure(self, snapshots: list[Snapshot]) -> None:
        """Time all pages. One work is done on all of them before the next: in turns on one page each would find the
        processor's caches as another program has left them, as it never does in a replay."""
        self.size += map(len, (snapshot.body for snapshot in snapshots))
        works = list(map(works_of, snapshots))
        for _ in range(TURNS):
            for name in works[0]:
                taken = [timed(by_name[name]) for by_name in works]
                self.times[name] = list(map(min, taken, self.times.get(name, taken)))

    def cells(self) -> Iterator[str]:
        """The row's cells as the table has them."""
        base = mean(self.times["parse"])
        yield from (self.name, str(len(self.size)), f"{mean(self.size) / 1000:.0f}", f"{base:.2f}")
        for name in ("rules", "generic"):
            times = self.times[name]
            yield from (f"{mean(times):.1f}", f"{_p95(times):.1f}", f"**{mean(times) / base:.1f}**")
        yield f"{mean(self.times['trafilatura']) / base:.1f}"
        yield from (f"{share:.0%}" for share in self.asked.values())


HEAD = (
    "pages", "number", "kB", "parse ms", "rules ms", "p95", "x parse", "generic ms", "p95", "x parse",
    "trafilatura x parse", "asks trafilatura", "generic asks", "asks dateparser",
)  # fmt: skip


def works_of(snapshot: Snapshot) -> dict[str, Callable[[], object]]:
    """What is timed of a page, by name."""
    return {
        "parse": partial(parse, snapshot),
        "rules": partial(line_of, snapshot),
        "generic": partial(line_of, snapshot, GENERIC),
        "trafilatura": partial(
            trafilatura.bare_extraction, snapshot.body, url=snapshot.url, with_metadata=True
        ),
    }


def asked(snapshots: list[Snapshot]) -> dict[str, float]:
    """On which share of pages the helpers are asked: trafilatura by rules and without them, dateparser by rules."""
    return {
        "rules": _share(snapshots, Options(), arbiter, "told_text"),
        "generic": _share(snapshots, GENERIC, arbiter, "told_text"),
        "dates": _share(snapshots, Options(), _fallback, "_ask"),
    }


def _share(snapshots: list[Snapshot], options: Options, room: Any, name: str) -> float:
    count = 0
    with mock.patch.object(room, name, wraps=getattr(room, name)) as helper:
        for snapshot in snapshots:
            helper.reset_mock()
            process(snapshot, options=options)
            count += helper.called
    return count / len(snapshots)


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def some_of(source: Path, most: int) -> list[Snapshot]:
    """Pages from all over a folder, as replay reads them, or the first of a tar archive."""
    if source.is_dir():
        found = [page for page in read_sources(source) if isinstance(page, Snapshot)]
        return found[:: -(-len(found) // most) or 1]
    known = urls(source)
    return [Snapshot(body, known.get(name)) for name, body in islice(pages(source), most)]


def rows(sets: dict[str, tuple[Path, ...]], most: int) -> Iterator[Row]:
    """A row for each set that has pages."""
    for name, sources in sets.items():
        there = (source for source in sources if source.exists())
        snapshots = [page for source in there for page in some_of(source, most)]
        if not snapshots:
            continue
        row = Row(name, asked=asked(snapshots))  # which also loads what is loaded once
        row.measure(snapshots)
        yield row


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 where no page is found."""
    parser = argparse.ArgumentParser(description="What a page costs beside a bare parse.")
    parser.add_argument(
        "sets", nargs="*", metavar="NAME=FOLDER", help="what is measured (../shared and fixtures)"
    )
    parser.add_argument("--most", type=int, default=40, help="pages of each folder (40)")
    options = parser.parse_args(arguments)
    named = {name: (Path(path),) for name, _, path in (one.partition("=") for one in options.sets)}
    table = list(rows(named or SETS, options.most))
    if not table:
        print("no pages: name a set as NAME=FOLDER", file=sys.stderr)
        return 1
    print("| " + " | ".join(HEAD) + " |\n" + "|---" * len(HEAD) + "|")
    for row in table:
        print("| " + " | ".join(row.cells()) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
