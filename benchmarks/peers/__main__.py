"""newsbot beside its peers, in one run on the same pages: speed beside quality.

``python -m benchmarks.peers [--env FOLDER] [--svg docs/peers.svg]`` measures on ``../shared/pages``, which have gold,
by the ruler that lies beside them, and on a hundred pages of ``../shared/bulk``, which have none: there the bodies are
held against newsbot's alone, which says who agrees with it and not who is right. Without ``../shared``, or with
``--fixtures``, it measures on the project's own golden files.

The peers of benchmarks/peers.txt are installed into an environment of their own, in FOLDER or in a temporary one; with
``--here`` nothing is installed and what this interpreter has is measured. What cannot be installed or loaded is named.
Each program has a process that reads one page before the clock runs; then the programs take turns on each page, so that
a busy machine harms none more than another. A page's time is the least CPU time of its turns.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.known import FIXTURES, REAL, SHARED, Known, golden, with_gold
from benchmarks.peers import environment, programs
from benchmarks.peers.measures import Measures, Said, agreement, own_measures, ruler
from benchmarks.record import pages, urls

TURNS = 3
BULK = 100
OWN = ("newsbot", "newsbot --generic")
_COLUMNS = ("f1", "paragraphs", "leak", "headline", "day", "authors")
_NO_FORECAST = (
    "The fixtures are the project's own, written beside its rules, and their noise is what its rules remove: "
    "this is no forecast of real pages."
)


@dataclass(slots=True)
class Result:
    """What one program did on some pages: the version, the least seconds of each page, what it said of it."""

    name: str
    version: str
    seconds: list[float]
    said: list[Said] = field(default_factory=list)

    @property
    def ms(self) -> float:
        return sum(self.seconds) / len(self.seconds) * 1000

    @property
    def failed(self) -> list[str]:
        return [one["failed"] for one in self.said if "failed" in one]


class Running:
    """A program in a process of its own; `missing` says why it cannot run."""

    def __init__(self, name: str, python: Path, folder: Path) -> None:
        self.name = name
        command = [str(python), programs.__file__, name, str(folder)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
        first = self._heard()
        self.version = str(first.get("version", ""))
        self.missing = first.get("missing") or first.get("failed")

    def read(self, number: int) -> dict[str, Any]:
        """What the program makes of a page."""
        try:
            print(number, file=self._process.stdin, flush=True)
        except OSError:
            return {"text": "", "failed": "the process had ended", "seconds": 0.0}
        return self._heard()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _heard(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        return json.loads(line) if line else {"text": "", "failed": "the process ended", "seconds": 0.0}


def measured(
    listed: list[Known], pythons: dict[str, Path], turns: int
) -> tuple[list[Result], dict[str, str]]:
    """What each program did on the pages, and why others did nothing."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for number, page in enumerate(listed):
            (folder / f"{number}.html").write_bytes(page.page)
        (folder / "urls.json").write_text(json.dumps([page.url for page in listed]), "utf-8")
        running = [Running(name, python, folder) for name, python in pythons.items()]
        for one in running:
            stack.callback(one.close)
        able = [one for one in running if not one.missing]
        results = {one.name: Result(one.name, one.version, [float("inf")] * len(listed)) for one in able}
        for one in able:
            one.read(0)
        for turn in range(turns):
            for number in range(len(listed)):
                _take_turns(able, results, number, is_first=turn == 0)
        return list(results.values()), {one.name: one.missing for one in running if one.missing}


def _take_turns(able: list[Running], results: dict[str, Result], number: int, *, is_first: bool) -> None:
    for one in able:
        said, result = one.read(number), results[one.name]
        result.seconds[number] = min(result.seconds[number], said.pop("seconds"))
        if is_first:
            result.said.append(said)


def table(results: list[Result], listed: list[Known], measures: Measures) -> Iterator[str]:
    """The lines of a Markdown table: time, and quality where the program gives a text."""
    yield "| program | ms a page | x parse | body F1 | paragraphs | leak | headline | day | authors | failed |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    base = next(one.ms for one in results if one.name == programs.BASE)
    for one in results:
        has_text = any("text" in said for said in one.said)
        found = measures(listed, one.said) if has_text else {}
        cells = [f"{found[name]:.3f}" if name in found else "" for name in _COLUMNS]
        failed = str(len(one.failed) or "")
        yield f"| {one.name} | {one.ms:.2f} | {one.ms / base:.1f} | {' | '.join(cells)} | {failed} |"


def bulk_table(results: list[Result]) -> Iterator[str]:
    """The same without gold: time, and how far the bodies are newsbot's."""
    yield "| program | ms a page | x parse | F1 against newsbot's body | failed |"
    yield "|---|---|---|---|---|"
    base = next(one.ms for one in results if one.name == programs.BASE)
    own = next(one.said for one in results if one.name == OWN[0])
    for one in results:
        has_text = any("text" in said for said in one.said)
        agreed = f"{agreement(one.said, own):.3f}" if has_text and one.name != OWN[0] else ""
        yield f"| {one.name} | {one.ms:.2f} | {one.ms / base:.1f} | {agreed} | {len(one.failed) or ''} |"


def told(listed: list[Known], results: list[Result], missing: dict[str, str], turns: int) -> Iterator[str]:
    """Pages, machine, versions, and who is missing."""
    size = sum(len(page.page) for page in listed) / len(listed) / 1000
    yield f"{len(listed)} pages of {size:.0f} kB; least CPU time of {turns} turns; {machine()}."
    yield f"Versions: {', '.join(dict.fromkeys(one.version for one in results))}."
    yield from (f"Not measured: {name}: {reason}" for name, reason in missing.items())
    yield from (
        f"{one.name} failed on {len(one.failed)}, first: {one.failed[0]}" for one in results if one.failed
    )


def machine() -> str:
    """The processor, its cores and the interpreter."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    processor = next(named, platform.processor() or platform.machine())
    return f"{processor}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"


def plotted(python: Path, out: Path, results: list[Result], listed: list[Known], measures: Measures) -> str:
    """Draw speed against quality; what became of it."""
    rows, parses = [], []
    for one in results:
        if any("text" in said for said in one.said):
            rows.append({"name": one.name, "ms": one.ms, "f1": measures(listed, one.said)["f1"]})
        else:
            parses.append({"name": one.name, "ms": one.ms})
    said = {"rows": rows, "parses": parses, "title": f"{len(listed)} pages, {machine()}"}
    command = [str(python), str(Path(__file__).with_name("plot.py")), str(out)]
    done = subprocess.run(command, input=json.dumps(said), capture_output=True, text=True, check=False)
    return f"The plot is in {out}." if not done.returncode else f"No plot: {done.stderr.strip()[-300:]}"


def _pythons(options: argparse.Namespace, stack: ExitStack) -> tuple[dict[str, Path], dict[str, str]]:
    """The interpreter of each program, and what could not be installed, by package."""
    own = Path(sys.executable)
    if options.here:
        return dict.fromkeys(programs.PROGRAMS, own), {}
    folder = options.env or Path(stack.enter_context(tempfile.TemporaryDirectory()))
    peers, missing = environment.made(folder.absolute())
    return {name: own if name in OWN else peers for name in programs.PROGRAMS}, missing


def _pages(options: argparse.Namespace) -> tuple[list[Known], Measures, str]:
    """The pages with what is known of them, the measures, and what is to be said of both."""
    script = SHARED / "tools" / "score.py"
    if options.fixtures or not REAL.is_dir() or not script.is_file():
        listed = [page for page in golden() if len(page.page) >= options.least]
        return listed[: options.first], own_measures, f"{FIXTURES.name}: {_NO_FORECAST}"
    return list(with_gold(REAL))[: options.first], ruler(script), "real pages with gold, by score.py"


def _without_gold(archive: Path, first: int) -> Iterator[Known]:
    """The first pages of an archive or a folder; nobody has said what they hold."""
    places = urls(archive)
    for name, body in islice(pages(archive), first):
        yield Known(name, body, places.get(name), {})


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers", description="newsbot beside its peers."
    )
    parser.add_argument("--env", type=Path, help="the peers' environment, made there where it is not yet")
    parser.add_argument("--here", action="store_true", help="install nothing, measure what is installed here")
    parser.add_argument("--fixtures", action="store_true", help="measure on the project's own golden files")
    parser.add_argument("--least", type=int, default=0, help="bytes of a fixture below which it is left out")
    parser.add_argument("--first", type=int, help="measure so many pages only")
    parser.add_argument("--bulk", type=int, default=BULK, help=f"pages without gold ({BULK}; 0 for none)")
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--svg", type=Path, help="where to draw speed against body F1")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Print the tables as Markdown, and draw the plot."""
    options = _parsed(arguments)
    listed, measures, what = _pages(options)
    if not listed:
        print(f"no pages: {what}", file=sys.stderr)
        return 2
    with ExitStack() as stack:
        pythons, refused = _pythons(options, stack)
        print(f"## {what}\n")
        results, missing = measured(listed, pythons, options.turns)
        packages = {name: programs.PROGRAMS[name][0] for name in missing}
        reasons = {name: refused.get(packages[name], why) for name, why in missing.items()}
        print(*table(results, listed, measures), "", *told(listed, results, reasons, options.turns), sep="\n")
        if options.svg:
            print(plotted(pythons[programs.BASE], options.svg, results, listed, measures))
        archives = sorted((SHARED / "bulk").glob("*.tar.*")) if options.bulk and not options.fixtures else []
        for archive in archives[:1]:
            many = list(_without_gold(archive, options.bulk))
            print("\n## pages of one portal without gold: agreement says nothing of who is right\n")
            results, missing = measured(many, pythons, options.turns)
            print(*bulk_table(results), "", *told(many, results, missing, options.turns), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
