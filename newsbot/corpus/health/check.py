"""The health of a portal: its figures judged, and an alarm for each that left its band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median

from newsbot.corpus.health.bands import LEAST, SHARE, WINDOW, Band, Kind, Point
from newsbot.corpus.health.causes import cause_of, layout_cause
from newsbot.corpus.health.figures import ARTICLES, Figure, figures_of
from newsbot.corpus.health.judging import Judged, judge
from newsbot.corpus.health.moments import Moment, Series
from newsbot.corpus.health.rhythm import SILENCE
from newsbot.state.history import EXAMPLES, GENERIC, Measures

LOST = 0.5
"""The part of its pages that a layout lost where it is named as the cause."""
_DAY = len("2026-11-29")


@dataclass(frozen=True, slots=True)
class Alarm:
    """A figure outside of its band at a moment, since when it is, addresses (three at most) and the likely cause."""

    figure: str
    kind: Kind
    when: str
    since: str
    value: float
    band: Band
    examples: tuple[str, ...]
    cause: str


@dataclass(frozen=True, slots=True)
class Line:
    """A figure's name, kind, and values with their bands, the oldest first."""

    figure: str
    kind: Kind
    judged: list[Judged]

    @property
    def last(self) -> Judged:
        """The latest value."""
        return self.judged[-1]


@dataclass(frozen=True, slots=True)
class Health:
    """What became of a series: its figures, and the alarms of its moments from `since` on."""

    series: Series
    since: str
    lines: list[Line]
    alarms: list[Alarm]

    @property
    def last(self) -> str:
        """The latest moment."""
        return self.series.moments[-1].when

    @property
    def earlier(self) -> int:
        """Moments before the latest."""
        return len(self.series.moments) - 1

    @property
    def is_judged(self) -> bool:
        """Whether there is history enough for any figure of the latest moments."""
        return any(line.last.band for line in self.lines if line.figure != SILENCE)

    @property
    def verdict(self) -> str:
        """In a few words."""
        if self.alarms:
            return f"{len(self.alarms)} alarm{'s' if len(self.alarms) > 1 else ''}"
        return "quiet" if self.is_judged else f"not enough history: {self.earlier} of {LEAST}"


def checked(all_series: Sequence[Series], since: str | None = None) -> list[Health]:
    """The health of each series with moments from `since` on, a time or day.

    By default that is the latest moment of its portal, so that of runs of several kinds the last one is judged, and
    where that one is not whole the one before it as well.
    """
    latest: dict[tuple[str, str], str] = {}
    for series in all_series:
        key = (series.source, series.portal)
        latest[key] = max(latest.get(key, ""), _latest(series.moments))
    judged_from = ((series, since or latest[series.source, series.portal]) for series in all_series)
    return [check(series, start) for series, start in judged_from if series.moments[-1].when >= start]


def _latest(moments: Sequence[Moment]) -> str:
    is_open = len(moments) > 1 and not moments[-1].is_whole
    return moments[-2 if is_open else -1].when


def check(series: Series, since: str) -> Health:
    """The health of one series."""
    found = [
        (one.name, one.kind, judge(_counting(one, series.accepted.get(one.name)), one.kind))
        for one in figures_of(series.moments, since)
    ]
    lines = [Line(name, kind, judged) for name, kind, judged in found if judged]
    generic = [line for line in lines if line.figure == GENERIC]
    causes = [alarm for line in generic for one in _alarming(line, since) for alarm in _layouts(series, one)]
    layouts = tuple(dict.fromkeys(alarm.figure.partition("/")[2] for alarm in causes))
    others = [
        _alarm(line, one, series, layouts)
        for line in lines
        for one in _alarming(line, since)
        if not (causes and line.figure == GENERIC)
    ]
    silence, silent = _silence(series)
    return Health(series, since, silence + lines, silent + causes + others)


def _silence(series: Series) -> tuple[list[Line], list[Alarm]]:
    """How long the portal's crawl has not run, and an alarm where that is too long."""
    judged = series.rhythm.judged(series.accepted.get(SILENCE)) if series.rhythm else []
    if not judged or not series.rhythm:
        return [], []
    line = Line(SILENCE, "pause", judged)
    one = line.last
    if not one.since or not one.band:
        return [line], []
    cause = series.rhythm.cause()
    return [line], [
        Alarm(SILENCE, line.kind, one.point.when, one.since, one.point.value, one.band, (), cause)
    ]


def _counting(figure: Figure, accepted: str | None) -> list[Point]:
    """The points of a figure that count: where it was accepted, those from that moment on."""
    if accepted is None:
        return figure.points
    return [point for point in figure.points if (point.begin or point.when) >= accepted]


def accepted_by(health: Health, name: str) -> dict[str, str]:
    """The figures that are accepted with an alarm's, each with the moment from which on it counts; with `all` those of
    all alarms. A layout that stopped matching is accepted as the share of pages without one. Empty where there is no
    such alarm."""
    return {
        GENERIC if alarm.figure.startswith("layout/") else alarm.figure: alarm.since
        for alarm in health.alarms
        if name in ("all", alarm.figure)
    }


def _alarming(line: Line, since: str) -> list[Judged]:
    """The last value of each stretch outside of the band, of those that are asked for. What is no alarm at the latest
    moments is none any more but for a `since` before them."""
    outside = {one.since: one for one in line.judged if one.since and one.point.when >= since}
    return list(outside.values())


def _alarm(line: Line, one: Judged, series: Series, layouts: tuple[str, ...]) -> Alarm:
    assert one.band
    assert one.since
    is_less = one.point.value < one.band.low
    shown = _examples(_measures(series, one), line.figure)
    cause = cause_of(line.figure, is_less=is_less, layouts=layouts)
    return Alarm(line.figure, line.kind, one.point.when, one.since, one.point.value, one.band, shown, cause)


def _measures(series: Series, one: Judged) -> list[Measures]:
    """What a value was taken from, the newest first."""
    begin, end = one.point.begin or one.point.when, one.point.when
    return [moment.measures for moment in series.moments if begin <= moment.when <= end][::-1]


def _examples(measures: Sequence[Measures], figure: str) -> tuple[str, ...]:
    """Of the figure; where articles are missing, of whatever came in their place."""
    own = chain.from_iterable(one.examples.get(figure, ()) for one in measures)
    instead = chain.from_iterable(measures[0].examples.values()) if figure == ARTICLES and measures else ()
    return tuple(dict.fromkeys(chain(own, instead)))[:EXAMPLES]


def _layouts(series: Series, generic: Judged) -> list[Alarm]:
    """An alarm for each layout that lost its pages when they became generic."""
    assert generic.since
    before = [one for one in series.moments if one.when < generic.since and one.measures.articles][-WINDOW:]
    now = _measures(series, generic)
    names = sorted({name for one in before for name in one.measures.layouts} - {GENERIC})
    shown = _examples(now, GENERIC)
    found = []
    for name in names:
        usual, share = median(_share([one.measures], name) for one in before), _share(now, name)
        if usual >= SHARE and share <= LOST * usual:
            found.append(_layout_alarm(name, usual, share, generic, shown, len(before)))
    return found


def _share(measures: Sequence[Measures], layout: str) -> float:
    articles = sum(one.articles for one in measures)
    return sum(one.layouts.get(layout, 0) for one in measures) / articles if articles else 0.0


def _layout_alarm(
    name: str, usual: float, share: float, generic: Judged, shown: tuple[str, ...], history: int
) -> Alarm:
    since = generic.since or generic.point.when
    cause = layout_cause(name, 1 - share / usual, since[:_DAY])
    band = Band(LOST * usual, usual, 1.0, history)
    return Alarm(f"layout/{name}", "share", generic.point.when, since, share, band, shown, cause)
