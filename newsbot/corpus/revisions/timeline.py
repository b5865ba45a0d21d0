"""Captures of one article, in the order of their moments, as versions and what changed between them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from newsbot.corpus.diff.details import Detail, details
from newsbot.corpus.diff.examples import Example
from newsbot.corpus.diff.fields import changes
from newsbot.corpus.diff.matching import Pair
from newsbot.corpus.reading import Record
from newsbot.corpus.revisions.captures import TEXT, Capture
from newsbot.corpus.revisions.verdicts import (
    Doubt,
    Statement,
    Verdict,
    doubts_about,
    is_touched,
    statement_in,
    verdict_on,
)

MOST = 500
"""Revisions of one article that are kept; of a page that is another one at each look the rest is counted."""
MOST_TEXT = 10_000_000
"""Characters of what changed in one article that are kept."""


@dataclass(slots=True)
class Version:
    """What an article said for a while, from its first capture so (which `file` and `line` hold) to `last_seen`."""

    first_seen: str
    last_seen: str
    captures: int
    headline: str | None
    date_modified: str | None
    content_digest: str | None
    file: str
    line: int
    same_text_as: int | None = None
    """The number, from 0, of an earlier version that had the same text, where it is not the one before."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from one version to the next: between `after`, when the former was last seen, and `before`, when the
    latter was first seen."""

    number: int
    after: str
    before: str
    verdict: Verdict
    statement: Statement | None
    doubts: list[Doubt]
    details: list[Detail]

    @property
    def fields(self) -> list[str]:
        """The names of the fields that changed."""
        return [detail.name for detail in self.details]


@dataclass(slots=True)
class Timeline:
    """All that is known of one article.

    `ids` are more than one where its captures have several; portal, address and headline are those of the last capture.
    `not_shown` are captures of a wall or list in its place, by kind; `repeated` records tell of a capture that another
    one tells of; `left_out` are revisions that are too many. `gone_at` is when a crawl found nothing at its address.
    """

    id: str
    ids: set[str] = field(default_factory=set)
    portal: str = ""
    url: str | None = None
    headline: str | None = None
    captures: int = 0
    versions: list[Version] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    not_shown: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    left_out: int = 0
    last_seen: str = ""
    gone_at: str | None = None

    @property
    def is_followed(self) -> bool:
        """Whether the article was seen, and looked at more than once."""
        looks = self.captures + self.not_shown.total() + (self.gone_at is not None)
        return bool(self.versions) and looks > 1

    @property
    def verdicts(self) -> Counter[Verdict]:
        """How many revisions have which verdict."""
        return Counter(revision.verdict for revision in self.revisions)


class Maker:
    """Makes a timeline of captures that come in the order of their moments, and holds one of them."""

    def __init__(self, article_id: str, most: int = MOST, most_text: int = MOST_TEXT) -> None:
        self.timeline = Timeline(article_id)
        self._most = most
        self._room = most_text
        self._last: Capture | None = None
        self._texts: dict[bytes, int] = {}

    def add(self, capture: Capture) -> None:
        """Take the next capture."""
        timeline, last = self.timeline, self._last
        timeline.ids.add(capture.id)
        if last and (last.moment, last.payload_digest) == (capture.moment, capture.payload_digest):
            timeline.repeated += 1
            return
        if not capture.is_shown:
            timeline.not_shown[capture.said["kind"]] += 1
            return
        timeline.captures += 1
        timeline.gone_at, timeline.last_seen = None, capture.fetched_at
        timeline.portal, timeline.url, timeline.headline = (
            capture.portal,
            capture.url,
            capture.said["headline"],
        )
        if last is None:
            self._begin(capture)
        elif last.payload_digest == capture.payload_digest or not self._revise(last, capture):
            self._go_on(capture.fetched_at, captures=1)
        self._last = capture

    def look(self, at: datetime, told: str, *, is_gone: bool) -> None:
        """Take a later look that gave no record: the article was as before, or gone."""
        if self._last is None or at <= self._last.moment:
            return
        if is_gone:
            self.timeline.gone_at = told
        else:
            self.timeline.last_seen = told
            self._go_on(told, captures=0)

    def _begin(self, capture: Capture) -> None:
        said, number = capture.said, len(self.timeline.versions)
        text = repr([said[name] for name in TEXT]).encode("utf-8", "backslashreplace")
        same = self._texts.get(digest := hashlib.sha256(text).digest())
        self._texts[digest] = number
        self.timeline.versions.append(
            Version(
                first_seen=capture.fetched_at,
                last_seen=capture.fetched_at,
                captures=1,
                headline=said["headline"],
                date_modified=said["date_modified"],
                content_digest=capture.content_digest,
                file=capture.file,
                line=capture.line,
                same_text_as=same if same is not None and same < number - 1 else None,
            )
        )

    def _go_on(self, told: str, captures: int) -> None:
        """The last version was seen again, unless it is one that is not kept."""
        if not self.timeline.left_out:
            self.timeline.versions[-1].last_seen = told
            self.timeline.versions[-1].captures += captures

    def _revise(self, last: Capture, capture: Capture) -> bool:
        """Whether the capture is another version."""
        found = list(_details(last, capture))
        if not found:
            return False
        self._room -= sum(map(_size, found))
        if len(self.timeline.revisions) >= self._most or self._room < 0:
            self.timeline.left_out += 1
            return True
        after = self.timeline.versions[-1].last_seen
        self._begin(capture)
        passages = [passage for detail in found for passage in detail.passages]
        statement, doubts = statement_in(last, capture, passages), list(doubts_about(last, capture))
        verdict = verdict_on(is_touched(last, capture), statement, doubts)
        self.timeline.revisions.append(
            Revision(
                len(self.timeline.versions) - 1, after, capture.fetched_at, verdict, statement, doubts, found
            )
        )
        return True


def timeline_of(article_id: str, captures: Iterable[Capture]) -> Timeline:
    """The timeline of captures in the order of their moments."""
    maker = Maker(article_id)
    for capture in captures:
        maker.add(capture)
    return maker.timeline


def _details(before: Capture, after: Capture) -> Iterator[Detail]:
    """What differs, as `diff` tells it; a text that differs and is not at hand is named all the same."""
    if before.said != after.said:
        pair = Pair(_record(before), _record(after))
        yield from details(Example(0, pair, changes(before.said, after.said)))
    elif is_touched(before, after):
        yield Detail("article_body")


def _record(capture: Capture) -> Record:
    return Record(capture.said, capture.file, capture.line, None, 0)


def _size(detail: Detail) -> int:
    texts = sum(len(one.before or "") + len(one.after or "") for one in detail.passages)
    return texts + sum(len(str(edit.before)) + len(str(edit.after)) for edit in detail.edits)
