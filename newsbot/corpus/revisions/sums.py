"""The figures of many timelines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from newsbot.corpus.revisions.timeline import Timeline
from newsbot.corpus.revisions.verdicts import Verdict


@dataclass(slots=True)
class Sums:
    """`articles` are all that were met, `followed` those that were looked at more than once, `changed` those of them
    that said something else in between, `gone` those that a crawl did not find any more."""

    articles: int = 0
    followed: int = 0
    changed: int = 0
    gone: int = 0
    captures: int = 0
    repeated: int = 0
    not_shown: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    left_out: int = 0

    def add(self, timeline: Timeline) -> None:
        """Take the timeline of one article in."""
        self.articles += 1
        self.followed += timeline.is_followed
        self.changed += bool(timeline.revisions)
        self.gone += timeline.gone_at is not None
        self.captures += timeline.captures
        self.repeated += timeline.repeated
        self.not_shown.update(timeline.not_shown)
        self.verdicts.update(timeline.verdicts)
        self.fields.update(name for revision in timeline.revisions for name in revision.fields)
        self.left_out += timeline.left_out
