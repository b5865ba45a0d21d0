"""A figure through time: each of its values is held against those before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from newsbot.corpus.health.bands import Band, Kind, Point, band_of

SETTLED, SETTLED_DAYS = 14, 7
"""Alarms in a row, and the days that they lasted, after which they are how the portal is: their values are then the
history of the next ones. Until then no value that was an alarm widens a band."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A point with its band (None: not enough history), and since when the figure is outside (None: it is not)."""

    point: Point
    band: Band | None
    since: str | None


def judge(points: Iterable[Point], kind: Kind) -> list[Judged]:
    """The points, the oldest first, each held against those before it.

    >>> days = [Point(f"2026-11-{day:02}", 0.0 if day < 12 else 0.9, 40) for day in range(1, 15)]
    >>> [one.since for one in judge(days, "share")][-3:]
    ['2026-11-12', '2026-11-12', '2026-11-12']
    """
    known: list[Point] = []
    outside: list[Point] = []
    judged = []
    for point in points:
        band = band_of(known, point, kind)
        if band is None or band.holds(point.value):
            known, outside = [*known, point], []
        else:
            outside = [*outside, point]
        judged.append(Judged(point, band, outside[0].when if outside else None))
        if _is_settled(outside):
            known, outside = outside, []
    return judged


def _is_settled(outside: list[Point]) -> bool:
    if len(outside) < SETTLED:
        return False
    first, last = (date.fromisoformat(one.when[: len("2026-11-29")]) for one in (outside[0], outside[-1]))
    return (last - first).days >= SETTLED_DAYS
