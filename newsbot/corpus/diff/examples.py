"""Which of the records that differ are shown: few, of many portals, and of every field that differs some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsbot.corpus.diff.fields import FOLLOWING, WITNESSES, Change
from newsbot.corpus.diff.matching import Pair
from newsbot.corpus.diff.tally import portal_of

ONLY_A, ONLY_B = "(only in A)", "(only in B)"
"""In the place of a field's name: records without a counterpart are shown as well."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with what of it is compared and differs; `number` is its place in the order of the pairs."""

    number: int
    pair: Pair
    changes: dict[str, Change]

    @property
    def portal(self) -> str:
        """Whose page it is."""
        return portal_of(self.pair)

    def fields(self) -> Iterator[str]:
        """What it is an example of: fields that do not merely follow another one, all witnesses as one."""
        if self.pair.a is None or self.pair.b is None:
            yield ONLY_A if self.pair.b is None else ONLY_B
        yield from (
            name for name in self.changes if FOLLOWING.get(name) not in self.changes and not _is_witness(name)
        )
        if any(map(_is_witness, self.changes)):
            yield WITNESSES


class Sample:
    """Up to `size` examples of each field; at any time no more are held. A record of a portal that a field has no
    example of takes the place of one whose portal has two."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._by_field: dict[str, list[Example]] = {}
        self._offered = 0

    def offer(self, pair: Pair, changes: dict[str, Change]) -> None:
        """Look at a pair that differs, or that is none."""
        self._offered += 1
        example = Example(self._offered, pair, changes)
        for name in example.fields():
            held = self._by_field.setdefault(name, [])
            if len(held) >= self._size:
                _give_way(held, example.portal)
            if len(held) < self._size:
                held.append(example)

    def chosen(self) -> list[Example]:
        """As few of them as give each field `size` examples, where it has so many; in the order of their coming."""
        wanted = {name: min(self._size, len(held)) for name, held in self._by_field.items()}
        rest = {example.number: example for held in self._by_field.values() for example in held}
        chosen = []
        while wanted and rest:
            best = max(rest.values(), key=lambda example: (_use(example, wanted), -example.number))
            chosen.append(rest.pop(best.number))
            wanted = _less(wanted, best)
        return sorted(chosen, key=lambda example: example.number)


def _is_witness(name: str) -> bool:
    return name.startswith(WITNESSES)


def _give_way(held: list[Example], portal: str) -> None:
    """Let the latest example of a portal go that has more than one, for a portal that has none."""
    portals = Counter(example.portal for example in held)
    if portal in portals:
        return
    at = next((at for at in reversed(range(len(held))) if portals[held[at].portal] > 1), None)
    if at is not None:
        del held[at]


def _use(example: Example, wanted: dict[str, int]) -> int:
    return sum(name in wanted for name in example.fields())


def _less(wanted: dict[str, int], example: Example) -> dict[str, int]:
    found = set(example.fields())
    counts = {name: count - (name in found) for name, count in wanted.items()}
    return {name: count for name, count in counts.items() if count}
