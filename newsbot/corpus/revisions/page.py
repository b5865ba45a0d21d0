"""Timelines as one page to read, with the changes marked in the text."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from newsbot.corpus.report.document import document, is_link
from newsbot.corpus.revisions.shown import Shown, revisions_of, weight, when
from newsbot.corpus.revisions.sums import Sums
from newsbot.corpus.revisions.timeline import Timeline
from newsbot.corpus.revisions.verdicts import VERDICTS, Verdict

_ROOM = "newsbot.corpus.revisions"
NAMES: dict[Verdict, str] = {
    "stealth": "stealth",
    "redated": "redated",
    "stated": "stated",
    "uncertain": "uncertain",
    "no_text": "beside the text",
}
"""What the verdicts are called in figures."""


@dataclass(frozen=True, slots=True)
class Story:
    """One article on the page; `left_out` are earlier revisions that it does not show."""

    headline: str
    portal: str
    url: str
    captures: int
    first_seen: str
    last_seen: str
    gone_at: str | None
    verdicts: list[tuple[Verdict, int]]
    revisions: list[Shown]
    left_out: int


class Page:
    """Takes timelines, holds those that most is to be told of, and writes the page."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._offered = 0
        self._held: list[tuple[tuple[int, ...], int, Story]] = []

    def offer(self, timeline: Timeline) -> None:
        """Take the timeline of one article, of which the page tells where it changed."""
        if not timeline.revisions:
            return
        self._offered += 1
        place = (weight(timeline), -self._offered)
        if len(self._held) < self._most:
            heapq.heappush(self._held, (*place, _story(timeline)))
        elif self._held and place > self._held[0][:2]:
            heapq.heapreplace(self._held, (*place, _story(timeline)))

    def html(self, sums: Sums) -> str:
        """The whole page: it asks for nothing and needs no script."""
        stories = [story for *_, story in sorted(self._held, key=lambda held: held[:2], reverse=True)]
        return document(
            "revisions.html",
            _ROOM,
            own_style=Markup((files(_ROOM) / "revisions.css").read_text("utf-8")),  # noqa: S704, newsbot's own
            sums=sums,
            stories=stories,
            left_out=self._offered - len(stories),
            verdicts=VERDICTS,
            names=NAMES,
            is_link=is_link,
        )


def _story(timeline: Timeline) -> Story:
    shown, verdicts = revisions_of(timeline), timeline.verdicts
    return Story(
        headline=timeline.headline or "(no headline)",
        portal=timeline.portal,
        url=timeline.url or "",
        captures=timeline.captures,
        first_seen=when(timeline.versions[0].first_seen),
        last_seen=when(timeline.last_seen),
        gone_at=when(timeline.gone_at) if timeline.gone_at else None,
        verdicts=[(verdict, verdicts[verdict]) for verdict in VERDICTS if verdicts[verdict]],
        revisions=shown,
        left_out=len(timeline.revisions) - len(shown) + timeline.left_out,
    )
