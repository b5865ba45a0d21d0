"""The figures of a run, and the proof that they add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from newsbot.archive import Seen
from newsbot.items import Article
from newsbot.stitching import Result

WANTED = (
    "headline",
    "article_body",
    "date_published",
    "authors",
    "section",
    "keywords",
    "images",
    "canonical_url",
)
"""The fields whose absence is counted, in records of the kind `article`."""

_COUNTERS = ("records", "rejects", "problems", "missing", "confidence", "passed_over")
_SINGLE = ("inputs", "merged_pages", "digest_mismatches", "digest_mismatch")

BANDS = ((0.8, "0.8 and above"), (0.5, "0.5 to 0.8"), (0.0, "below 0.5"))
"""The bands of confidence that are counted, each with its lower end, the highest first."""


class SumError(RuntimeError):
    """An internal error: the run read more inputs, or fewer, than it accounts for."""


@dataclass(slots=True)
class RunSummary:
    """What a run has read and what came of it; `seconds`, `pages_now` and `bytes_done` (of archives) are of this
    process only.

    `passed_over` are records of archives that are no inputs, by kind; of records that are not what their digest says
    there is a number and an example.
    """

    inputs: int = 0
    records: Counter[str] = field(default_factory=Counter)
    rejects: Counter[str] = field(default_factory=Counter)
    merged_pages: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    confidence: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)
    digest_mismatches: int = 0
    digest_mismatch: str | None = None
    seconds: float = 0.0
    pages_now: int = 0
    bytes_done: int = 0

    @property
    def pages_per_second(self) -> float:
        """Inputs a second in this process; 0 where no time was measured."""
        return self.pages_now / self.seconds if self.seconds else 0.0

    @property
    def accounted(self) -> int:
        """Records, rejects and merged pages: what the inputs must sum to."""
        return self.records.total() + self.rejects.total() + self.merged_pages

    def count(self, result: Result) -> None:
        """Take one result into the figures."""
        self.pages_now += len(result.inputs)
        self.merged_pages += len(result.inputs) - 1
        if result.outcome.reject is not None:
            self.rejects[result.outcome.reject.reason] += 1
        elif result.outcome.article is not None:
            self._count_article(result.outcome.article)

    def take_seen(self, seen: Seen) -> None:
        """Take what the whole reading came past; a resumed one came past all of it again."""
        self.passed_over = Counter(seen.passed_over)
        self.digest_mismatches, self.digest_mismatch = seen.mismatches, seen.mismatch

    def check(self) -> None:
        """Raises SumError unless inputs = records + rejects + merged pages."""
        if self.inputs != self.accounted:
            raise SumError(
                f"internal error: {self.inputs} inputs, but {self.records.total()} records + "
                f"{self.rejects.total()} rejects + {self.merged_pages} merged pages"
            )

    def to_dict(self) -> dict[str, Any]:
        """The run's figures as plain JSON types, without what is of this process only."""
        counters = {name: dict(getattr(self, name)) for name in _COUNTERS}
        single = {name: getattr(self, name) for name in _SINGLE}
        return {**single, **counters}

    @classmethod
    def from_dict(cls, figures: dict[str, Any]) -> RunSummary:
        """The figures that `to_dict` gave."""
        summary = cls(**{name: figures[name] for name in _SINGLE if name in figures})
        for name in _COUNTERS:
            setattr(summary, name, Counter(figures.get(name, {})))
        return summary

    def _count_article(self, article: Article) -> None:
        self.records[article.kind] += 1
        self.problems.update(problem.code for problem in article.metadata.problems)
        if (confidence := article.metadata.confidence) is not None:
            self.confidence[next(name for least, name in BANDS if confidence >= least)] += 1
        if article.kind == "article":
            self.missing.update(name for name in WANTED if not getattr(article, name))
