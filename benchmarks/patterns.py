"""How the time of each regular expression of the package grows with a text that was made to be hard for it.

Run ``python -m benchmarks.patterns [NAME ...] [--all]``. Each pattern is asked, as the package asks it, about texts of
2, 8 and 32 kB made from its own parse tree (`benchmarks/attacks.py`); the worst is printed: its seconds at each size
and the largest factor by which the time a character grows from one size to the next. Work that grows as its text does
has a factor of about 1. Those of more than `TOLERATED` are printed, or all with ``--all``.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from benchmarks.attacks import Attack, attacks
from benchmarks.pattern_finder import Found, found

SIZES = (2_000, 8_000, 32_000)
TOLERATED = 1.8
PATIENCE = 0.3
"""Seconds for one text."""
NOTHING = 0.03
"""Seconds below which a time tells nothing of growth."""


class _TooLong(Exception):
    pass


@dataclass(frozen=True)
class Worst:
    """The attack under which a pattern grows most: seconds at each size (infinite past the patience)."""

    attack: Attack
    way: str
    seconds: tuple[float, ...]

    @property
    def factor(self) -> float:
        """The largest growth of the time a character from one size to the next."""
        rates = [(second or 1e-9) / size for second, size in zip(self.seconds, SIZES, strict=True)]
        return max(
            (
                later / earlier
                for (earlier, later), second in zip(pairwise(rates), self.seconds[1:], strict=True)
                if second > NOTHING
            ),
            default=1.0,
        )


def worst(one: Found) -> Worst:
    """The hardest attack on a pattern."""
    tried = []
    for way in sorted(one.ways):
        ask = asking(one.pattern, way)
        for attack in attacks(one.pattern):
            first = seconds(ask, text_for(one.pattern, attack, SIZES[1]))
            tried.append((first, way, attack, ask))
            if first == float("inf"):
                return Worst(
                    attack, way, (seconds(ask, text_for(one.pattern, attack, SIZES[0])), first, first)
                )
    hardest = sorted(tried, key=lambda one: one[0])[-3:]
    measured = [
        Worst(attack, way, tuple(seconds(ask, text_for(one.pattern, attack, size)) for size in SIZES))
        for _, way, attack, ask in hardest
    ]
    return max(measured, key=lambda found: found.factor)


def text_for(pattern: re.Pattern[Any], attack: Attack, length: int) -> Any:
    """The text of an attack, of the type that the pattern reads."""
    text = attack.text(length)
    return text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")


def asking(pattern: re.Pattern[Any], way: str) -> Callable[[Any], object]:
    """Asks a pattern about a text in one of its ways, to the end."""
    if way == "finditer":
        return lambda text: list(pattern.finditer(text))
    if way in {"sub", "subn"}:
        return lambda text: pattern.sub(lambda match: match[0], text)
    return getattr(pattern, way)


def seconds(ask: Callable[[Any], object], text: Any) -> float:
    """The time of one question, the best of two where it is short; infinite past the patience."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
            ask(text)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except _TooLong:
            return float("inf")
        best = min(best, time.perf_counter() - begin)
        if best > 0.05:
            break
    return best


def _over(*_: object) -> None:
    raise _TooLong


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How the time of the patterns grows with their texts.")
    parser.add_argument("names", nargs="*", help="only patterns whose name holds one of these")
    parser.add_argument("--all", action="store_true", help="print those that do not grow as well")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGVTALRM, _over)
    chosen = [one for one in found() if not options.names or any(name in one.name for name in options.names)]
    bad = 0
    print(
        f"{'seconds at ' + ', '.join(f'{size // 1000} kB' for size in SIZES):>30}  factor  pattern, way, attack"
    )
    for one in chosen:
        found_ = worst(one)
        bad += found_.factor > TOLERATED
        if options.all or found_.factor > TOLERATED:
            times = " ".join(f"{second:9.4f}" for second in found_.seconds)
            attack = f"{found_.attack.before!r} + {found_.attack.unit!r} * n + {found_.attack.behind!r}"
            print(f"{times}  {found_.factor:6.1f}  {one.name} {found_.way} {attack}", flush=True)
    print(f"{len(chosen)} patterns, {bad} of which grow faster than their text")
    return 0


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main())
