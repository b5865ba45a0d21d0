"""Robust bands: what a figure may be without telling of anything, by what it was before.

The centre of a band is the median of earlier values and its width their median absolute deviation (MAD), so that one
bad day moves neither. Three things keep it wide enough that a quiet history stays quiet: a floor, for a figure that
never moved has a MAD of 0; what chance does to few pages, for two of three articles without an author say little; and,
for counts, the weekday.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate
from math import exp, inf, lgamma, log, sqrt
from statistics import median
from typing import Literal

LEAST = 7
"""Earlier values without which there is no band: a week of daily runs, and a MAD that means something."""
WINDOW = 60
"""Earlier values that are looked at, the latest: what a portal was like longer ago is no guide."""
WIDTH = 6.0
"""Deviations from the centre. Four are rare in a bell curve; figures of news have fatter tails, and a MAD of seven
values may be half of the true one."""
SIGMA = 1.4826
"""A MAD as a standard deviation, were the values normal."""
CHANCE = 1e-5
"""How seldom chance alone may pass a band: a portal has some fifty figures, and is judged every day."""
FEW = 3
"""Articles by which a figure must differ at least: one or two are single pages, not a change."""
SHARE = 0.1
"""How far a share may always move."""
MOST_PAGES = 200
"""Pages of a run by which chance is reckoned: with more of them it is small beside the other widths."""
WEEKS = 4
"""Values of each weekday from which a count is held against those of its own weekday."""
FALL, FALL_BY_WEEKDAY = 0.75, 0.5
"""The part by which a count may always fall: a portal's Sunday may have a third of its Monday, until that is known."""
RISE = 3.0
"""The part by which a count may always rise: an election day has its news, and a second week of it none."""
NEVER_SILENT = 10
"""Where no earlier count was below this, none at all is an alarm, however wide the band."""
SLOWER, SECONDS = 1.0, 1.0
"""The part, and the seconds, by which answers may always be slower."""

Kind = Literal["share", "count", "seconds", "pause"]


@dataclass(frozen=True, slots=True)
class Point:
    """What a figure was at a moment (a time or day in ISO 8601): a count, seconds, or a share of `of` pages.

    `begin` is an earlier moment, where several were taken together."""

    when: str
    value: float
    of: int = 0
    begin: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """The bounds within which a value tells of nothing, both included, and how many earlier values give them."""

    low: float
    centre: float
    high: float
    history: int

    def holds(self, value: float) -> bool:
        """Whether a value lies within."""
        return self.low <= value <= self.high


def band_of(known: Sequence[Point], point: Point, kind: Kind) -> Band | None:
    """The band of a point by the earlier ones; None where they are fewer than LEAST.

    >>> quiet = [Point(f"2026-11-{day:02}", 0.0, 40) for day in range(1, 11)]
    >>> band = band_of(quiet, Point("2026-11-11", 0.5, 40), "share")
    >>> band.holds(0.05), band.holds(0.5)
    (True, False)
    """
    known = known[-WINDOW:]
    return _BANDS[kind](known, point) if len(known) >= LEAST else None


def _share(known: Sequence[Point], point: Point) -> Band:
    """Only more is worse: a share that falls tells of a page that says more."""
    values = [one.value for one in known]
    centre = median(values)
    counted, of = sum(one.value * one.of for one in known), sum(one.of for one in known)
    most = max(
        centre + max(WIDTH * _spread(values, centre), SHARE),
        _by_chance(min(point.of, MOST_PAGES), round(counted), of),
        centre + (FEW - 0.5) / max(1, point.of),
    )
    return Band(0.0, centre, min(most, 1.0), len(known))


def _count(known: Sequence[Point], point: Point) -> Band:
    usual = _by_weekday(known)
    own = usual[_weekday(point)] if usual else median([one.value for one in known])
    off = [one.value - (usual[_weekday(one)] if usual else own) for one in known]
    spread, fall = WIDTH * _spread(off, 0.0), FALL_BY_WEEKDAY if usual else FALL
    low = min(own - max(spread, fall * own, FEW), _least(own))
    if min(one.value for one in known) >= NEVER_SILENT:
        low = max(low, 1.0)
    high = max(own + max(spread, RISE * own, FEW), _most(own))
    return Band(max(0.0, low), own, high, len(known))


def _seconds(known: Sequence[Point], _: Point) -> Band:
    values = [one.value for one in known]
    centre = median(values)
    high = centre + max(WIDTH * _spread(values, centre), SLOWER * centre, SECONDS)
    return Band(0.0, centre, high, len(known))


_BANDS: dict[Kind, Callable[[Sequence[Point], Point], Band]] = {
    "share": _share,
    "count": _count,
    "seconds": _seconds,
}


def _spread(values: Sequence[float], centre: float) -> float:
    return SIGMA * median(abs(value - centre) for value in values)


def _weekday(point: Point) -> int:
    return date.fromisoformat(point.when[: len("2026-11-29")]).weekday()


def _by_weekday(known: Sequence[Point]) -> dict[int, float] | None:
    """What is usual on each weekday; None where that is not known of all of them."""
    values: dict[int, list[float]] = {}
    for one in known:
        values.setdefault(_weekday(one), []).append(one.value)
    is_known = len(values) == len("MTWTFSS") and min(map(len, values.values())) >= WEEKS
    return {day: median(own) for day, own in values.items()} if is_known else None


@lru_cache(maxsize=10_000)
def _by_chance(pages: int, counted: int, of: int) -> float:
    """The largest share of `pages` that chance gives more often than CHANCE, where `counted` of `of` pages were so
    before (the predictive distribution of a binomial with Jeffreys' prior)."""
    yes, no = counted + 0.5, max(of - counted, 0) + 0.5
    tail = 0.0
    for number in range(pages, 0, -1):
        tail += exp(
            lgamma(pages + 1)
            - lgamma(number + 1)
            - lgamma(pages - number + 1)
            + _beta(number + yes, pages - number + no)
            - _beta(yes, no)
        )
        if tail > CHANCE:
            return number / pages
    return 0.0


def _beta(one: float, other: float) -> float:
    return lgamma(one) + lgamma(other) - lgamma(one + other)


def _poisson(mean: float, number: int) -> float:
    return exp(number * log(mean) - mean - lgamma(number + 1)) if mean > 0 else float(number == 0)


def _least(mean: float) -> float:
    """The smallest count that chance gives more often than CHANCE, where so many are usual."""
    sums = accumulate(_poisson(mean, number) for number in range(int(mean) + 1))
    return next((float(number) for number, tail in enumerate(sums) if tail > CHANCE), inf)


def _most(mean: float) -> float:
    """The same for the largest; a wide bound, good for every mean."""
    far = -log(CHANCE)
    return mean + far / 3 + sqrt(far**2 / 9 + 2 * far * mean)
