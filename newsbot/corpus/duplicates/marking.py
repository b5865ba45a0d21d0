"""Records written again with what was found: who is in which cluster, and what it is there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from newsbot.corpus.added import DUPLICATES, with_added
from newsbot.corpus.duplicates.clusters import Member
from newsbot.corpus.duplicates.comparing import key_of
from newsbot.corpus.export.lines import lines_to
from newsbot.corpus.reading import BadRecord, Record

_LARGEST = 10


@dataclass(slots=True)
class Sums:
    """What was found: records, clusters, members by relation, the largest clusters by id of their heads.

    `given_up` are records, number and id, of a group too large for all of it to be compared.
    """

    records: int = 0
    compared: int = 0
    clusters: int = 0
    relations: Counter[str] = field(default_factory=Counter)
    given_up: dict[int, str] = field(default_factory=dict)
    largest: list[tuple[int, str]] = field(default_factory=list)

    def as_object(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {
            "records": self.records,
            "compared": self.compared,
            "clusters": self.clusters,
            "duplicates": self.relations.total(),
            "relations": dict(sorted(self.relations.items())),
            "given_up": {"records": len(self.given_up), "example": next(iter(self.given_up.values()), None)},
            "largest": [{"cluster_id": name, "records": size} for size, name in self.largest],
        }


class Marking:
    """What was settled, by the number of each record in the order of reading; `keys` are `key_of` their ids, and `name`
    gives the id of a head."""

    def __init__(self, keys: npt.NDArray[np.uint64], name: Callable[[int], str]) -> None:
        self.sums = Sums(len(keys))
        self._name = name
        self._sizes: Counter[int] = Counter()
        self._keys = keys
        self._heads = np.full(len(keys), -1, np.int64)
        self._told: dict[int, str] = {}

    def note(self, member: Member) -> None:
        """Take in a member of a cluster, head or not."""
        sums = self.sums
        self._heads[member.number] = member.head
        self._sizes[member.head] += 1
        if member.relation is None:
            sums.clusters += 1
        else:
            self._told[member.number] = member.relation
            sums.relations[member.relation] += 1

    def summed(self) -> Sums:
        """What was found, once all members are taken in."""
        self.sums.largest = [(size, self._name(head)) for head, size in self._sizes.most_common(_LARGEST)]
        return self.sums

    def write(self, records: Iterable[Record], path: Path) -> None:
        """All records again, in their order, with the keys of DUPLICATES at their end.

        Raises BadRecord where they are not those that were read before.
        """
        count, known = 0, len(self._keys)
        place: tuple[str, int | None] = ("the records", None)
        with lines_to(path) as file:
            for count, record in enumerate(records, 1):
                place = record.file, record.line
                marked = with_added(record.fields, self._added(record, count - 1))
                file.write(json.dumps(marked, ensure_ascii=False, separators=(",", ":")))
            if count != known:
                raise BadRecord(*place, f"{known} records were read at first, and now {count}")

    def _added(self, record: Record, number: int) -> dict[str, str | None]:
        if number >= len(self._keys) or self._keys[number] != key_of(record.fields["id"]):
            raise BadRecord(record.file, record.line, "not the record that was read here at first")
        head = int(self._heads[number])
        if head < 0:
            return dict.fromkeys(DUPLICATES)
        name, told = self._name(head), self._told.get(number)
        return dict(zip(DUPLICATES, (name, name if told else None, told), strict=True))
