"""What a history is made of: moments of a portal, each with the measures of its pages. A crawl's are its runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile

from newsbot.corpus.health.rhythm import Rhythm, rhythm_of
from newsbot.state import Accepted
from newsbot.state.history import Measures, PastRun


@dataclass(frozen=True, slots=True)
class Moment:
    """A run (`when` is the time at which it began) or a day. `is_whole` says that its number of articles means
    something: the run came to its end, the day is over."""

    when: str
    measures: Measures
    is_whole: bool = True


@dataclass(slots=True)
class Series:
    """The moments of one portal in one source that may be compared, the oldest first."""

    source: str
    portal: str
    unit: str
    moments: list[Moment] = field(default_factory=list)
    accepted: dict[str, str] = field(default_factory=dict)
    """Figures that were taken for the new normal, each with the moment before which its history does not count."""
    rhythm: Rhythm | None = None
    """Of the series that has the last run of its portal: when runs of it began, whatever they asked for."""


def series_of_runs(
    source: str, runs: Iterable[PastRun], accepted: Accepted | None = None, now: str | None = None
) -> list[Series]:
    """The runs of a crawl by portal and by what was asked for: a run of ten articles says nothing of one of all.

    A run that was killed left no report and is no moment; one that ended early is not whole, nor is the first one,
    which takes what had gathered. A portal of which a run says nothing gave nothing. Where it is told what the clock
    says (`now`, ISO 8601 with a zone), a portal has its rhythm too."""
    found: dict[tuple[str, str], Series] = {}
    runs = list(runs)
    for run in dropwhile(lambda run: not run.measures, runs):  # before the first are those of older versions
        kind = _kind_of(run)
        for portal in (run.report or {}).get("by_portal", ()):
            series = found.setdefault((portal, kind), _begun(source, portal, kind, accepted))
            is_whole = run.ended is not None and bool(series.moments)
            series.moments.append(Moment(run.started, run.measures.get(portal, Measures()), is_whole))
    if now is not None:
        _find_rhythms(found, runs, now)
    return list(found.values())


def _find_rhythms(found: Mapping[tuple[str, str], Series], runs: Sequence[PastRun], now: str) -> None:
    for portal in dict.fromkeys(portal for portal, _ in found):
        begun = [
            (run.started, run.report is not None)
            for run in runs
            if portal in run.options.get("portals", ()) and not run.options.get("is_rebuilt")
        ]
        own = [series for (name, _), series in found.items() if name == portal]
        last = max(own, key=lambda series: series.moments[-1].when)
        last.rhythm = rhythm_of(sorted(begun), now)


def _begun(source: str, portal: str, kind: str, accepted: Accepted | None) -> Series:
    return Series(source, portal, f"run ({kind})", accepted=dict((accepted or {}).get(portal, {})))


def _kind_of(run: PastRun) -> str:
    """What was asked for, as far as it makes runs differ in kind.

    >>> _kind_of(PastRun(1, "2026-11-29", None, {"mode": "new", "limit": 10, "urls": None}, None, {}))
    'new, limit 10'
    """
    options = run.options
    words = [str(options.get("mode") or "new")]
    if options.get("urls"):
        words.append("a list")
    if options.get("limit"):
        words.append(f"limit {options['limit']}")
    if options.get("all_links"):
        words.append("all links")
    return ", ".join(words)
