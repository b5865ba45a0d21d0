"""The health of portals as one page to look at, with a line for each figure through time."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from markupsafe import Markup

from newsbot.corpus.health.check import Health, Line
from newsbot.corpus.health.sparkline import sparkline
from newsbot.corpus.health.told import band_told, moment_told, told
from newsbot.corpus.report.document import document, is_link

_ROOM = "newsbot.corpus.health"


def health_page(found: Sequence[Health]) -> str:
    """The whole page as HTML: it asks for nothing, and needs no script."""
    return document(
        "health.html",
        _ROOM,
        own_style=Markup((files(_ROOM) / "health.css").read_text("utf-8")),  # noqa: S704, newsbot's own
        found=found,
        alarms=sum(len(health.alarms) for health in found),
        quiet=sum(health.is_judged and not health.alarms for health in found),
        unjudged=sum(not health.is_judged for health in found),
        told=told,
        band_told=band_told,
        moment_told=moment_told,
        sparkline=sparkline,
        is_link=is_link,
        moving=_moving,
    )


def _moving(health: Health) -> tuple[list[Line], list[Line]]:
    """The figures that are drawn, those outside of their bands first; and those that never moved."""
    still = [line for line in health.lines if len({one.point.value for one in line.judged}) == 1]
    drawn = [line for line in health.lines if line not in still]
    return sorted(drawn, key=lambda line: line.last.since is None), still
