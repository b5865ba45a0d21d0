"""Read inputs that were spoilt at random, and tell what came of them: nothing may raise, hang or kill its process.

Run ``python -m benchmarks.fuzz --inputs N --seed S [--only TARGET]``. The inputs are dealt out over the targets (see
benchmarks/fuzz_targets.py) and read by the worker processes that read pages in a crawl, within the same time. What is
found is printed with its target and number: ``--only TARGET --seed S --input NUMBER`` reads that one again in this
process and shows the whole traceback, ``--save FILE`` keeps its bytes. An input that took more than `SLOW` seconds of a
processor's work is named as well. A run that is interrupted prints what it has found so far. The exit code is 1 where
something raised, hung, died or was slow.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.fuzz_targets import TARGETS, Tried, made, tried
from newsbot.workers import PAGE_TIME
from newsbot.workers.crew import Crew, Lost

SLOW = 1.0
"""Seconds of a processor's work that no input may take."""
_SLOWEST = 10
_TOLD = 500
"""Inputs after which the progress is told anew."""


@dataclass
class Figures:
    """What came of the inputs read so far."""

    inputs: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[tuple[str, int, str]] = field(default_factory=list)
    slowest: list[tuple[float, str, int]] = field(default_factory=list)

    def note(self, target: str, number: int, found: Tried | Lost) -> None:
        """Count an input."""
        self.inputs[target] += 1
        if isinstance(found, Lost):
            self.outcomes[target, found.reason] += 1
            self.faults.append((target, number, f"{found.reason}: {found.detail}"))
            return
        self.outcomes[target, found.outcome] += 1
        if found.raised:
            self.faults.append((target, number, found.raised))
        elif found.seconds > SLOW:
            self.faults.append((target, number, f"slow: {found.seconds:.2f} s"))
        self.slowest = sorted([*self.slowest, (found.seconds, target, number)], reverse=True)[:_SLOWEST]


def read_all(
    targets: list[str], inputs: int, seed: int, workers: int, patience: float
) -> Iterator[tuple[str, int, Tried | Lost]]:
    """Target, number and what came of it, of as many inputs, in the order in which they are done."""
    asked = iter([(targets[at % len(targets)], at // len(targets)) for at in range(inputs)])
    flight: dict[int, tuple[str, int]] = {}
    given = 0
    with closing(Crew(workers, patience, (tried,))) as crew:
        while True:
            while crew.has_room and (one := next(asked, None)):
                flight[given] = one
                crew.give(given, tried, one[0], seed, one[1])
                given += 1
            if not flight:
                return
            for number, found in crew.collect():
                yield *flight.pop(number), found


def table(figures: Figures, seed: int) -> list[str]:
    """The figures, as Markdown."""
    lines = ["| target | inputs | outcomes |", "|---|---|---|"]
    for target, inputs in figures.inputs.items():
        found = {
            outcome: count for (whose, outcome), count in figures.outcomes.most_common() if whose == target
        }
        told = "; ".join(f"{outcome} {count:,}" for outcome, count in found.items())
        lines.append(f"| {target} | {inputs:,} | {told} |")
    total = sum(figures.inputs.values())
    lines.append(f"\n{total:,} inputs, seed {seed}; raised, hung, died or slow: {len(figures.faults)}")
    lines += [
        f"  --only {target} --seed {seed} --input {number}: {what}" for target, number, what in figures.faults
    ]
    lines.append("The slowest, seconds of work:")
    return lines + [f"  {seconds:.3f} {target} {number}" for seconds, target, number in figures.slowest]


def main() -> int:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", action="append", choices=list(TARGETS), help="this target; may be given again"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--page-time", type=float, default=PAGE_TIME, help="seconds of work of one input")
    parser.add_argument("--input", type=int, help="read this number of the one target alone, in this process")
    parser.add_argument("--save", type=Path, help="and keep its bytes here")
    options = parser.parse_args()
    targets = options.only or list(TARGETS)
    if options.input is not None:
        return _again(targets, options.seed, options.input, options.save)
    figures = Figures()
    with suppress(KeyboardInterrupt):
        for done, (target, number, found) in enumerate(
            read_all(targets, options.inputs, options.seed, options.workers, options.page_time), 1
        ):
            figures.note(target, number, found)
            if done % _TOLD == 0:
                faults = len(figures.faults)
                print(
                    f"\r{done:,} of {options.inputs:,} inputs, {faults} faults",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
    print("\n".join(table(figures, options.seed)))
    return bool(figures.faults)


def _again(targets: list[str], seed: int, number: int, save: Path | None) -> int:
    for target in targets:
        data, rng = made(target, seed, number)
        if save:
            save.write_bytes(data)
        print(target, len(data), "bytes:", TARGETS[target].read(data, rng))
    return 0


if __name__ == "__main__":
    sys.exit(main())
