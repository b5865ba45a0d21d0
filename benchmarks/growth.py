"""How the time of a document grows with the document, by rules, without them, and as plain text.

Run ``python -m benchmarks.growth [PATH ...] [--shape NAME]``. Each shape of `benchmarks/shapes.py` is read at four
sizes; the table gives the microseconds of processor time a byte of each size, the parse aside, the largest factor from
one size to the next, and what became of the largest. Work that grows as its document does has a factor of about 1.
Each turn reads another document of the shape, so that nothing is remembered from one turn to the next.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.shapes import PATHS, Path
from newsbot.items import Outcome
from newsbot.pages.page import Page
from newsbot.snapshot import Snapshot
from newsbot.stream import process

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
TOLERATED = 1.5
_TURNS = (5, 3, 2, 2)
"""Documents of each size that are read; the quickest counts."""
_APART = 1_000_000
"""Between the first entries of two documents of a shape."""


def seconds(snapshot: Snapshot) -> float:
    """What the parse of a page costs; a text has none."""
    if snapshot.origin.kind == "text":
        return 0.0
    begin = time.process_time()
    Page.parse(snapshot)
    return time.process_time() - begin


def measured(path: Path, shape: str, size: int, turns: int) -> tuple[float, Outcome]:
    """Microseconds a byte beyond the parse, the least of some documents, and what became of the last."""
    best = float("inf")
    for turn in range(turns):
        snapshot = path.snapshot(shape, size, turn * _APART)
        gc.collect()
        parse = seconds(snapshot)
        begin = time.process_time()
        outcome = process(snapshot, options=path.options)
        spent = time.process_time() - begin - parse
        best = min(best, spent / len(snapshot.body) * 1e6)
    return best, outcome


def told(outcome: Outcome) -> str:
    """What became of a document, in a word or two."""
    if outcome.article is None:
        return f"rejected: {outcome.reject.reason if outcome.reject else None}"
    words = outcome.article.word_count
    cut = {problem.code for problem in outcome.article.metadata.problems} & {"body_too_long", "images_cut"}
    return f"{words:,} words" + "".join(f", {code}" for code in sorted(cut))


def table(name: str, shapes: list[str], sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """The rows of one path, as Markdown."""
    path = PATHS[name]
    yield f"| {name} |" + "".join(f" {size // 1000:,} kB |" for size in sizes) + " factor | the largest |"
    yield "|---|" + "---|" * (len(sizes) + 2)
    process(
        path.snapshot("paragraphs", sizes[0]), options=path.options
    )  # what is loaded once is loaded before
    for shape in shapes:
        found = [measured(path, shape, size, turns) for size, turns in zip(sizes, _TURNS, strict=False)]
        rates = [rate for rate, _ in found]
        worst = max(later / earlier for earlier, later in pairwise(rates))
        mark = "**" if worst > TOLERATED else ""
        cells = "".join(f" {rate:.3f} |" for rate in rates)
        yield f"| {shape} |{cells} {mark}{worst:.2f}{mark} | {told(found[-1][1])} |"


def main(arguments: list[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How the time of a document grows with the document.")
    parser.add_argument("paths", nargs="*", help=f"of {', '.join(PATHS)}")
    parser.add_argument("--shape", action="append", help="this shape; may be given again")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.paths if name not in PATHS]:
        print(f"no such path: {', '.join(unknown)}", file=sys.stderr)
        return 2
    for name in options.paths or PATHS:
        shapes = [shape for shape in PATHS[name].shapes if shape in (options.shape or PATHS[name].shapes)]
        for line in table(name, shapes) if shapes else ():
            print(line, flush=True)
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
