"""The figures of a portal through time, out of the measures of its moments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from newsbot.corpus.health.bands import WINDOW, Kind, Point
from newsbot.corpus.health.moments import Moment
from newsbot.state.history import GENERIC, Measures

ARTICLES, LATENCY = "articles", "latency"
_ONE_DAY = timedelta(days=1)
_OFTEN = timedelta(hours=6)
"""Runs that begin more often are summed to days: an hour of the night has no news."""
ENOUGH, ENOUGH_OF_RARE, RARE = 10, 4, 0.1
"""Pages of which a share is one, and as many of a figure that is rare as a rule (up to that share): four pages in a row
that no layout matches tell more than four without an editor."""
BEFORE = 3 * WINDOW
"""Moments before those that are judged: a history, and what it is itself held against."""
_NO_FAULT = frozenset(("next_page_url", "alternative_headline", "is_based_on"))
"""Keys that are empty on a page as it should be."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its points, the oldest first. Names are those of `Measures.examples`; `articles` and `latency`."""

    name: str
    kind: Kind
    points: list[Point]


def figures_of(moments: Sequence[Moment], since: str) -> list[Figure]:
    """All figures that the moments give, with the points from `since` on and what they need before them.

    Articles; shares of articles (`generic`, `thin`, `future`, `duplicates`, `missing/KEY`), of pages (`kinds/KIND`,
    `rejects/REASON`), of all that was asked for (`gone`, `failed/NAME`, `refused/NAME`); the median seconds of an
    answer.
    """
    first = next((at for at, moment in enumerate(moments) if moment.when >= since), len(moments))
    near = moments[max(0, first - BEFORE) :]
    return [
        Figure(ARTICLES, "count", _articles(moments)),
        *(Figure(name, "share", _shares(near, share)) for name, share in _all_shares(near)),
        Figure(LATENCY, "seconds", _seconds(near)),
    ]


_Share = Callable[[Measures], tuple[int, int]]
"""How many, of how many."""


def _all_shares(moments: Iterable[Moment]) -> list[tuple[str, _Share]]:
    measures = [moment.measures for moment in moments]
    return [
        (GENERIC, lambda one: (one.layouts.get(GENERIC, 0), one.articles)),
        ("thin", lambda one: (one.thin, one.articles)),
        ("future", lambda one: (one.future, one.articles)),
        ("duplicates", lambda one: (one.duplicates, one.articles)),
        *(
            (f"missing/{name}", _of_articles(name))
            for name in _names(one.missing for one in measures)
            if name not in _NO_FAULT
        ),
        *(
            (f"kinds/{name}", _of_pages("kinds", name))
            for name in _names(one.kinds for one in measures)
            if name != "article"
        ),
        *(
            (f"rejects/{name}", _of_pages("rejects", name))
            for name in _names(one.rejects for one in measures)
        ),
        *((name, _of_asked(name)) for name in _names(one.without_page for one in measures)),
    ]


def _names(tables: Iterable[dict[str, int]]) -> list[str]:
    return sorted({name for table in tables for name in table})


def _of_articles(name: str) -> _Share:
    return lambda one: (one.missing.get(name, 0), one.articles)


def _of_pages(table: str, name: str) -> _Share:
    return lambda one: (getattr(one, table).get(name, 0), one.pages)


def _of_asked(name: str) -> _Share:
    return lambda one: (one.without_page.get(name, 0), one.pages + sum(one.without_page.values()))


def _shares(moments: Sequence[Moment], share: _Share) -> list[Point]:
    """The share at each moment that had ENOUGH pages; smaller ones are taken together with those before them, so that
    a portal of one article an hour is judged by its last few."""
    sums = [share(moment.measures) for moment in moments]
    is_rare = sum(number for number, _ in sums) <= RARE * sum(of for _, of in sums)
    enough = ENOUGH_OF_RARE if is_rare else ENOUGH
    points: list[Point] = []
    when, counted, pages = "", 0, 0
    for moment, (number, of) in zip(reversed(moments), reversed(sums), strict=True):
        when = when or (moment.when if of else "")
        counted, pages = counted + number, pages + of
        if pages >= enough:
            points.append(Point(when, counted / pages, pages, moment.when))
            when, counted, pages = "", 0, 0
    return points[::-1]


def _seconds(moments: Iterable[Moment]) -> list[Point]:
    told = [(moment.when, moment.measures.latency) for moment in moments]
    return [
        Point(when, latency["median"], int(latency.get("answers", 0))) for when, latency in told if latency
    ]


def _articles(moments: Sequence[Moment]) -> list[Point]:
    """Articles a moment, of those that are whole. Of runs that begin often, those of the day before each moment at the
    last one's time of day; of a run after a pause, the share that falls on the usual time between two."""
    times = [datetime.fromisoformat(moment.when) for moment in moments]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else _ONE_DAY
    if usual < _OFTEN:
        return _last_days(moments, times, usual)
    waits = [usual, *gaps]
    return [
        Point(moment.when, round(moment.measures.articles / max(1.0, wait / usual if usual else 1.0), 1))
        for moment, wait in zip(moments, waits, strict=True)
        if moment.is_whole
    ]


def _last_days(moments: Sequence[Moment], times: Sequence[datetime], usual: timedelta) -> list[Point]:
    """Sums of a day each, the last one ending with the last moment; half of the usual time is left between two of them,
    so that a run that begins a minute late stays in its day."""
    points = []
    for number in range(WINDOW, -1, -1):
        end = times[-1] - number * _ONE_DAY
        begin = end - _ONE_DAY + usual / 2
        if begin < times[0]:
            continue
        own = [
            moment.measures.articles
            for moment, time in zip(moments, times, strict=True)
            if begin < time <= end + usual / 2
        ]
        points.append(Point(end.isoformat() if number else moments[-1].when, float(sum(own))))
    return points
