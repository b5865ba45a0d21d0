"""The figures of a run, and the proof that they add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from newsbot.archive import Seen
from newsbot.stitching import Result
from newsbot.tally import Tally

_COUNTERS = (
    "records",
    "rejects",
    "problems",
    "missing",
    "confidence",
    "passed_over",
    "unselected",
    "read_again",
)
_SINGLE = (
    "inputs",
    "merged_pages",
    "digest_mismatches",
    "digest_mismatch",
    "mended_addresses",
    "mended_address",
    "by_index",
    "index_troubles",
    "taken_over",
    "gone",
    "named",
)
GONE = "gone"
"""In the place of a reason: records of an earlier run whose page is not met any more."""
_NAMED = 5
"""Places that are named of each reason."""

BANDS = ((0.8, "0.8 and above"), (0.5, "0.5 to 0.8"), (0.0, "below 0.5"))
"""The bands of confidence that are counted, each with its lower end, the highest first."""


class SumError(RuntimeError):
    """An internal error: the run read more inputs, or fewer, than it accounts for."""


@dataclass(slots=True)
class RunSummary:
    """What a run has read and what came of it; `seconds`, `pages_now` and `bytes_done` (of archives) are of this
    process only.

    `passed_over` are records of archives that are no inputs, by kind; of records that are not what their digest says
    there is a number and an example, and so of records whose address had blanks. Of a selection, `unselected` are the
    captures and pages that are not wanted, by why, `by_index` the archive files that were read by their index, and
    `index_troubles` says why an index could not be used, and names a file.

    Of a run beside an earlier one, `taken_over` are records of that one, `read_again` the pages that were read by the
    reason why, `gone` records whose page was not met, and `named` holds a few places for each reason.
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
    mended_addresses: int = 0
    mended_address: str | None = None
    unselected: Counter[str] = field(default_factory=Counter)
    by_index: int = 0
    index_troubles: dict[str, str] = field(default_factory=dict)
    taken_over: int = 0
    read_again: Counter[str] = field(default_factory=Counter)
    gone: int = 0
    named: dict[str, list[str]] = field(default_factory=dict)
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
            self._count(Tally.of(result.outcome.article))
        elif result.tally is not None:
            self._count(result.tally)

    def count_reading(self, reason: str, place: str) -> None:
        """Count a page that was read beside an earlier run."""
        self.read_again[reason] += 1
        self._name(reason, place)

    def count_gone(self, place: str) -> None:
        """Count a record of an earlier run whose page was not met."""
        self.gone += 1
        self._name(GONE, place)

    def take_seen(self, seen: Seen) -> None:
        """Take what the whole reading came past; a resumed one came past all of it again."""
        self.passed_over = Counter(seen.passed_over)
        self.digest_mismatches, self.digest_mismatch = seen.mismatches, seen.mismatch
        self.mended_addresses, self.mended_address = seen.mended, seen.mended_at
        self.unselected, self.by_index = Counter(seen.unselected), seen.by_index
        self.index_troubles = dict(seen.index_troubles)

    def check(self) -> None:
        """Raises SumError unless inputs = records + rejects + merged pages."""
        if self.inputs != self.accounted:
            raise SumError(
                f"internal error: {self.inputs} inputs, but {self.records.total()} records + "
                f"{self.rejects.total()} rejects + {self.merged_pages} merged pages"
            )

    def add(self, other: RunSummary) -> None:
        """Take in the figures of another part of the same run."""
        for name in _COUNTERS:
            getattr(self, name).update(getattr(other, name))
        self.inputs += other.inputs
        self.merged_pages += other.merged_pages
        self.digest_mismatches += other.digest_mismatches
        self.digest_mismatch = self.digest_mismatch or other.digest_mismatch
        self.mended_addresses += other.mended_addresses
        self.mended_address = self.mended_address or other.mended_address
        self.by_index += other.by_index
        self.index_troubles = {**other.index_troubles, **self.index_troubles}

    def correct(self, before: Iterable[Result], after: Iterable[Result]) -> None:
        """Let other results of the same inputs stand in the place of those that were counted."""
        wrong, right = RunSummary(), RunSummary()
        for summary, results in ((wrong, before), (right, after)):
            for result in results:
                summary.count(result)
        for name in _COUNTERS:
            counter = getattr(self, name)
            counter.update(getattr(right, name))
            setattr(self, name, counter - getattr(wrong, name))
        self.merged_pages += right.merged_pages - wrong.merged_pages

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

    def _count(self, told: Tally) -> None:
        self.records[told.kind] += 1
        self.problems.update(told.problems)
        if told.confidence is not None:
            self.confidence[next(name for least, name in BANDS if told.confidence >= least)] += 1
        if told.kind == "article":
            self.missing.update(told.missing)

    def _name(self, reason: str, place: str) -> None:
        named = self.named.setdefault(reason, [])
        if len(named) < _NAMED:
            named.append(place)
