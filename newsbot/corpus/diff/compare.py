"""Two streams of records compared: counts, examples and broken limits in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from newsbot.corpus.diff.examples import Example, Sample
from newsbot.corpus.diff.fields import Change, Choice, changes
from newsbot.corpus.diff.limits import ANY, RECORDS, Limit
from newsbot.corpus.diff.matching import Pair, Repeated, match
from newsbot.corpus.diff.tally import Tally
from newsbot.corpus.reading import BadRecord, Record


@dataclass(slots=True)
class Question:
    """What is asked: which fields (all but the fetch's where none is named), how many examples of each, and limits."""

    fields: tuple[str, ...] = ()
    examples: int = 2
    limits: list[Limit] = field(default_factory=list)

    def choice(self) -> Choice:
        """The fields that are compared: those with a limit always are."""
        return Choice(
            self.fields, (limit.field for limit in self.limits if limit.field not in {ANY, RECORDS})
        )


@dataclass(slots=True)
class Difference:
    """What two extractions do not have alike."""

    tally: Tally
    examples: list[Example]
    limits: list[Limit]
    repeated: tuple[Repeated, Repeated]

    @property
    def broken(self) -> list[Limit]:
        """The limits that do not hold."""
        return [limit for limit in self.limits if limit.is_broken(self.records_of(limit))]

    def records_of(self, limit: Limit) -> int:
        """How many records a limit's share is of: matched ones, or all where it is about records."""
        lone = self.tally.only_a + self.tally.only_b if limit.field in {ANY, RECORDS} else 0
        return self.tally.matched + lone


def compare(
    a: Iterable[Record],
    b: Iterable[Record],
    question: Question | None = None,
    progress: Callable[[], None] | None = None,
) -> Difference:
    """Compare the records of two extractions; `progress` is called for each pair.

    Memory holds a digest for each record's key, the records that wait for their counterpart as places, and the
    examples. Raises what reading `a` and `b` raises.
    """
    asked = question or Question()
    choice, tally, sample = asked.choice(), Tally(), Sample(asked.examples)
    repeated = (Repeated(), Repeated())
    for pair in match(a, b, repeated):
        found = _changes(pair, choice)
        tally.count(pair, found)
        for limit in asked.limits:
            limit.count(pair, found)
        if found or pair.a is None or pair.b is None:
            sample.offer(pair, found)
        if progress:
            progress()
    return Difference(tally, sample.chosen(), asked.limits, repeated)


def _changes(pair: Pair, choice: Choice) -> dict[str, Change]:
    if pair.a is None or pair.b is None:
        return {}
    try:
        found = changes(pair.a.fields, pair.b.fields)
    except RecursionError as error:
        raise BadRecord(pair.a.file, pair.a.line, "nested too deep to be compared") from error
    return {name: change for name, change in found.items() if name in choice}
