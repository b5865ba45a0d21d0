"""Whether a crawl still runs: how long ago its last run began, held against the times between its runs.

A schedule that somebody switched off, a disk that is locked, a crawl that is killed each time: nothing of that leaves a
run whose pages could be judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from newsbot.corpus.health.bands import LEAST, WINDOW, Band, Point
from newsbot.corpus.health.judging import Judged

SILENCE = "silence"
LATER, MUCH_LATER = 1.25, 1.5
"""The part by which a run may always be later than after the longest pause so far, and than after the usual one."""
HOUR = 3600.0
"""Seconds by which any run may be late."""
FOUR_WEEKS = timedelta(weeks=4)
"""What tells of nights, weekends and feasts, in which a schedule may pause. Of a history as long as this the longest
pause is left out, as the one time that the machine was off."""
_DAY = len("2026-11-29T03:41")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When the runs of a portal began that left a report, the oldest first; when the last one began that left none, if
    it is later; and what the clock says. Times are ISO 8601 with a zone."""

    starts: tuple[str, ...]
    without_report: str | None
    now: str

    def judged(self, accepted: str | None = None) -> list[Judged]:
        """The seconds between each two runs, and at last those since the last run began, which alone has a band. Pauses
        that began before the `accepted` moment do not count. Empty where no run is known, or the clock is behind it."""
        times = [start for start in self.starts if accepted is None or start >= accepted]
        points = [Point(later, _between(earlier, later), begin=earlier) for earlier, later in pairwise(times)]
        if not times or (open_for := _between(times[-1], self.now)) < 0:
            return []
        band = _band(points)
        since = times[-1] if band and not band.holds(open_for) else None
        last = Point(self.now, open_for, begin=times[-1])
        return [*(Judged(point, None, None) for point in points), Judged(last, band, since)]

    def cause(self) -> str:
        """What to look at, in words."""
        last = self.starts[-1][:_DAY].replace("T", " ")
        killed = self.without_report
        if killed:
            begun = killed[:_DAY].replace("T", " ")
            return (
                f"no run since {last} came to an end: the one that began {begun} was killed or is at work, look at its "
                "log and at the memory of the machine"
            )
        return (
            f"no run has begun since {last}: its schedule is off, the machine is, or runs end with exit code 2 before "
            "they begin, which their log says"
        )


def _between(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


def _band(known: Sequence[Point]) -> Band | None:
    """How long the pause after the last run may be; None where too few are known."""
    if len(known) < LEAST:
        return None
    end = datetime.fromisoformat(known[-1].when)
    near = [one for one in known if end - datetime.fromisoformat(one.begin) <= FOUR_WEEKS]
    looked_at = near if len(near) > WINDOW else known[-WINDOW:]
    pauses = sorted(point.value for point in looked_at)
    is_long = end - datetime.fromisoformat(looked_at[0].begin) >= FOUR_WEEKS - timedelta(days=1)
    longest, usual = pauses[-2 if is_long else -1], median(pauses)
    high = max(LATER * longest, MUCH_LATER * usual, usual + HOUR)
    return Band(0.0, usual, high, len(pauses))


def rhythm_of(begun: Sequence[tuple[str, bool]], now: str) -> Rhythm | None:
    """The rhythm of runs by their starts, the oldest first, and whether each left a report; None where none did."""
    starts = tuple(start for start, has_report in begun if has_report)
    if not starts:
        return None
    without = [start for start, has_report in begun if not has_report and start > starts[-1]]
    return Rhythm(starts, without[-1] if without else None, now)
