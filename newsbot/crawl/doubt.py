"""A portal's bad hour: many articles that all say nothing of themselves settle nothing.

One article that is gone is gone. Sixty that are, on a portal of which one in a hundred is, tell of the portal: it is
being maintained, or sends everybody home. Such answers are held until the good ones beside them tell which it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

Sign = Literal["gone", "home", "elsewhere", "status", "failed", "other", "rejected", "thin", "same"]
"""What may be wrong with an answer: 404 or 410; the front page in the article's place, or another page that is no
article's; a status that is no answer to the question (400, 418); redirects without end, a body that cannot be had; no
article; no page; almost no text; the text of two other articles."""
FEW = 3
"""Answers from which they are many."""
SHARE = 0.5
"""The share of all answers above which they tell of the portal, where nothing else is known of it."""
ABOVE_USUAL = 0.25
"""How far above its usual share a portal may be that often gives such answers."""
MAX_HELD = 200
"""Answers that are held before they are judged."""
THIN = 40
"""Words below which a text says almost nothing."""
_MAX_TEXTS = 5_000
"""Texts of one portal that are remembered."""


class Answer(Protocol):
    """An answer that can be settled, and be put in doubt, also after it was settled."""

    def settle(self) -> None:
        """Note it for good, once."""

    def doubt(self, sign: Sign) -> None:
        """Leave the article to the next run."""


@dataclass(slots=True)
class _Portal:
    good: int = 0
    doubtful: int = 0
    held: list[tuple[Sign, Answer]] = field(default_factory=list)
    texts: dict[str, list[Answer] | None] = field(default_factory=dict)
    is_suspect: bool = False


class Doubt:
    """Holds the doubtful answers of a run. `usual` gives the share of them that a portal had in earlier runs, `alarm`
    is told of a portal that is suspect while the run goes on; a `share` of 1 suspects nobody."""

    def __init__(
        self,
        usual: Callable[[str], float],
        alarm: Callable[[str], None] = lambda _: None,
        share: float = SHARE,
    ) -> None:
        self._usual = usual
        self._share = share
        self._alarm = alarm
        self._portals: dict[str, _Portal] = defaultdict(_Portal)

    @property
    def suspects(self) -> set[str]:
        """The portals whose answers settled nothing."""
        return {name for name, portal in self._portals.items() if portal.is_suspect}

    def take(self, name: str, answer: Answer, sign: Sign | None = None, text: str | None = None) -> None:
        """Settle a good answer of a portal at once, hold one with a sign. `text` is the digest of what it says."""
        portal = self._portals[name]
        sign = sign or self._same(portal, text, answer)
        if sign is None:
            portal.good += 1
            answer.settle()
            return
        portal.doubtful += 1
        portal.held.append((sign, answer))
        if len(portal.held) >= MAX_HELD and self._judge(name, portal):
            self._alarm(name)

    def judge(self) -> None:
        """Settle what is held, or doubt it."""
        for name, portal in self._portals.items():
            self._judge(name, portal)

    def _same(self, portal: _Portal, text: str | None, answer: Answer) -> Sign | None:
        """The third article with one text is no article; with it fall the two before."""
        if text is None:
            return None
        first = portal.texts.setdefault(text, [])
        if first is not None and len(first) < FEW - 1:
            first.append(answer)
            if len(portal.texts) > _MAX_TEXTS:
                del portal.texts[next(iter(portal.texts))]
            return None
        if first:
            portal.texts[text] = None
            portal.good -= len(first)
            portal.doubtful += len(first)
            portal.held += [("same", one) for one in first]
        return "same"

    def _judge(self, name: str, portal: _Portal) -> bool:
        share = portal.doubtful / max(1, portal.good + portal.doubtful)
        is_suspect = portal.doubtful >= FEW and share > max(self._share, self._usual(name) + ABOVE_USUAL)
        held, portal.held = portal.held, []
        for sign, answer in held:
            if is_suspect:
                answer.doubt(sign)
            else:
                answer.settle()
        portal.is_suspect = portal.is_suspect or (is_suspect and bool(held))
        return is_suspect
