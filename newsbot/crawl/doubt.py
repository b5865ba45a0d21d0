"""A portal's bad hour: many articles that all say nothing of themselves settle nothing.

One article that is gone is gone. Sixty that are, on a portal of which one in a hundred is, tell of the portal: it is
being maintained, or sends everybody home. Such answers are held until the good ones beside them tell which it is: by
their share, and by how many came in a row, for an hour that begins when half of a run is over is no smaller share of it
than articles that are gone. What says days later the same is taken at its word: a part of an archive that is gone does
not come back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, Protocol

Sign = Literal[
    "gone", "home", "elsewhere", "status", "failed", "blocked", "other", "rejected", "thin", "same"
]
"""What may be wrong with an answer: 404 or 410; the front page in the article's place, or another page that is no
article's; a status that is no answer to the question (400, 418); redirects without end, a body that cannot be had; a
refusal or a challenge; no article; no page; almost no text; the text of two other articles."""
FEW = 3
"""Answers from which they are many."""
SHARE = 0.5
"""The share of all answers above which they tell of the portal, where nothing else is known of it. Where its usual
share is known, half of this above that one."""
IN_A_ROW = 10
"""Answers in a row from which they may tell of the portal whatever their share."""
BETWEEN = 16
"""Good answers between two rows up to which they are of one hour: so many are on their way when it begins."""
CHANCE = 1e-6
"""How seldom chance alone may give so many in a row."""
MAX_HELD = 200
"""Answers that are held before they are judged."""
_MAX_TEXTS = 5_000
"""Texts of one portal that are remembered."""


class Answer(Protocol):
    """An answer that can be settled, and be put in doubt, also after it was settled."""

    def settle(self) -> None:
        """Note it for good, once."""

    def doubt(self, sign: Sign) -> None:
        """Leave the article to the next run."""

    def wait(self, sign: Sign) -> None:
        """Leave the article to the next run, without an alarm."""

    def is_confirmed(self) -> bool:
        """Whether an earlier run had such an answer, so long ago that it is no bad hour."""


@dataclass(slots=True)
class _Row:
    """Doubtful answers with no good one among them, behind so many good ones."""

    behind: int = 0
    number: int = 0


@dataclass(slots=True)
class _Portal:
    good: int = 0
    doubtful: int = 0
    confirmed: int = 0
    held: list[tuple[Sign, Answer]] = field(default_factory=list)
    """Doubtful ones that are not judged yet."""
    rows: list[_Row] = field(default_factory=lambda: [_Row()])
    """They, as they came."""
    texts: dict[str, list[Answer] | None] = field(default_factory=dict)
    is_suspect: bool = False

    def hold(self, sign: Sign, answer: Answer) -> None:
        self.doubtful += 1
        self.held.append((sign, answer))
        self.rows[-1].number += 1

    def settle(self, answer: Answer) -> None:
        self.good += 1
        if self.rows[-1].number:
            self.rows.append(_Row())
        self.rows[-1].behind += 1
        answer.settle()

    def released(self) -> list[tuple[Sign, Answer]]:
        held, self.held = self.held, []
        self.rows = [_Row()]
        return held


class Doubt:
    """Holds the doubtful answers of a run. `usual` gives the share of them that a portal had in earlier runs, None
    where too few are known; `alarm` is told of a portal that is suspect while the run goes on; a `share` of 1 suspects
    nobody."""

    def __init__(
        self,
        usual: Callable[[str], float | None],
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
            portal.settle(answer)
        elif answer.is_confirmed():
            portal.confirmed += 1
            answer.settle()
        else:
            portal.hold(sign, answer)
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
            for one in first:
                portal.hold("same", one)
        return "same"

    def _judge(self, name: str, portal: _Portal) -> bool:
        suspect = self._suspect(name, portal)
        is_unsure = self._share < 1 and not (portal.good or portal.confirmed) and portal.doubtful < FEW
        for place, (sign, answer) in enumerate(portal.released()):
            if place in suspect:
                answer.doubt(sign)
            elif is_unsure:
                answer.wait(sign)
            else:
                answer.settle()
        portal.is_suspect = portal.is_suspect or bool(suspect)
        return bool(suspect)

    def _suspect(self, name: str, portal: _Portal) -> set[int]:
        """The places, among what is held, of the answers that tell of the portal."""
        if portal.doubtful < FEW or not portal.held or self._share >= 1:
            return set()
        usual, share = self._usual(name), self._share
        if portal.confirmed >= FEW:
            usual = max(usual or 0.0, portal.confirmed / (portal.good + portal.confirmed))
        if usual is not None:
            share = usual + self._share / 2
        if portal.doubtful / (portal.good + portal.doubtful) > share:
            return set(range(len(portal.held)))
        ends = list(accumulate(row.number for row in portal.rows))
        return {
            place
            for number in _rows_of_an_hour(portal, usual or 0.0)
            for place in range(ends[number] - portal.rows[number].number, ends[number])
        }


def _rows_of_an_hour(portal: _Portal, usual: float) -> set[int]:
    """The rows that are no chance, with those close beside them."""
    rows, found = portal.rows, set[int]()
    for number, row in enumerate(rows):
        if row.number >= IN_A_ROW and _by_chance(portal, row.number, usual) < CHANCE:
            found.add(number)
    for number in range(1, len(rows)):
        if number - 1 in found and rows[number].behind <= BETWEEN:
            found.add(number)
    for number in range(len(rows) - 1, 0, -1):
        if number in found and rows[number].behind <= BETWEEN:
            found.add(number - 1)
    return found


def _by_chance(portal: _Portal, row: int, usual: float) -> float:
    """How often so many come in a row, by what the portal's other answers are."""
    beside = (portal.doubtful - row + 1) / (portal.good + portal.doubtful - row + 2)
    return float(max(usual, beside) ** row)
