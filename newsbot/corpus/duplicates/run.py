"""Duplicates of a corpus: records are read once to compare them and once to write them.

In memory are, of each record, some 200 bytes and the pairs that are worth comparing; texts and signatures are in files.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from newsbot.corpus.added import DUPLICATES, with_added
from newsbot.corpus.duplicates.clusters import Member, groups, settle
from newsbot.corpus.duplicates.evidence import Evidence, address_of, evidence_of
from newsbot.corpus.duplicates.shingles import Shingles, hashes_of, kept, similarity, words_of
from newsbot.corpus.duplicates.signatures import BANDS, band_keys, pairs
from newsbot.corpus.duplicates.spill import Spill
from newsbot.corpus.export.lines import lines_to
from newsbot.corpus.reading import BadRecord, Record

THRESHOLD = 0.5
"""Share of the shorter text's shingles that the other has too; docs/duplicates.md measures it."""
_OF_BOTH = 0.5
"""Of that, what both texts together must share (Jaccard): a brief is no copy of the long story that holds it."""
_LEAST = 10
"""Shingles below which a text is compared as a whole only."""
_BATCH = 512
_REACH = 4
"""Texts of one band that each is compared with, beside the first."""
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


class Duplicates:
    """One run, with its files in the folder `room`, open while it is used as a context: `read`, then `settle`, then
    `write`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as room, Duplicates(Path(room)) as run:
    ...     run.settle().clusters
    0
    """

    def __init__(self, room: Path, threshold: float = THRESHOLD) -> None:
        self._spill = Spill(room, BANDS)
        self._threshold = threshold
        self._count = 0
        self._heads: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._told: dict[int, str] = {}
        self._ids = self._digests = np.zeros(0, np.uint64)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._spill.close()

    def read(self, records: Iterable[Record]) -> None:
        """Take in what records are compared by."""
        rest = iter(records)
        while batch := list(islice(rest, _BATCH)):
            self._take(batch)

    def _take(self, batch: list[Record]) -> None:
        fields = [record.fields for record in batch]
        words = [words_of(_body(record)) for record in fields]
        hashes = [hashes_of(one) for one in words]
        spill, near = self._spill, [at for at, one in enumerate(hashes) if len(one) >= _LEAST]
        for column, values in (
            (spill.ids, [key_of(record["id"]) for record in fields]),
            (spill.addresses, [key_of(address_of(record)) for record in fields]),
            (spill.digests, [key_of(record.get("content_digest")) for record in fields]),
            (spill.near, [self._count + at for at in near]),
        ):
            column.add(np.array(values, np.uint64))
        if near:
            for band, keys in zip(spill.bands, band_keys([hashes[at] for at in near]).T, strict=True):
                band.add(keys)
        spill.shingles.add([kept(one).tobytes() for one in hashes])
        spill.evidence.add([evidence_of(*pair).to_bytes() for pair in zip(fields, words, strict=True)])
        self._count += len(batch)

    def grouped(self) -> npt.NDArray[np.int64]:
        """For each record, in the order of reading, the number of the first record of its group, its own where it is
        alone. Records of one group are of one article, of one text, or alike, directly or through others: a group
        holds whole clusters, and nothing that was found alike is in two."""
        self._make_ready()
        first = np.arange(self._count, dtype=np.int64)
        for group in groups(self._holding(Sums())):
            first[group] = group[0]
        return first

    @property
    def keys(self) -> npt.NDArray[np.uint64]:
        """The `key_of` each record's id, once they are grouped or settled."""
        return self._ids

    def settle(self) -> Sums:
        """Find the clusters."""
        self._make_ready()
        self._heads = np.full(self._count, -1, np.int64)
        sums, sizes = Sums(self._count), Counter[int]()
        for group in groups(self._holding(sums)):
            known = [(at, self._evidence(at)) for at in group]
            for member in settle(known, self._alike, lambda at: self._give_up(at, sums)):
                self._note(member, sums, sizes)
        sums.largest = [(size, self._evidence(head).id) for head, size in sizes.most_common(_LARGEST)]
        return sums

    def _make_ready(self) -> None:
        self._spill.shingles.ready()
        self._spill.evidence.ready()
        self._ids, self._digests = self._spill.ids.whole(), self._spill.digests.whole()

    def _give_up(self, number: int, sums: Sums) -> None:
        sums.given_up[number] = self._evidence(number).id

    def _note(self, member: Member, sums: Sums, sizes: Counter[int]) -> None:
        self._heads[member.number] = member.head
        sizes[member.head] += 1
        if member.relation is None:
            sums.clusters += 1
        else:
            self._told[member.number] = member.relation
            sums.relations[member.relation] += 1

    def _holding(self, sums: Sums) -> Iterator[tuple[int, int]]:
        """Pairs of one article, of one text, or of texts that are alike."""
        numbers = np.arange(self._count, dtype=np.uint64)
        for keys in (self._ids, self._spill.addresses.whole(), self._digests):
            yield from _split(pairs(keys, numbers, 0))
        near = self._spill.near.whole()
        found = np.zeros(0, np.uint64)
        for band in self._spill.bands:
            found = np.union1d(found, pairs(band.whole(), near, _REACH))
        sums.compared = len(found)
        for one, other in _split(found):
            if self._alike(one, other):
                yield one, other

    def _alike(self, one: int, other: int) -> float:
        if self._digests[one] and self._digests[one] == self._digests[other]:
            return 1.0
        first, second = self._shingles(one), self._shingles(other)
        if min(len(first), len(second)) < _LEAST:
            return 0.0
        containment, jaccard = similarity(first, second)
        return (
            containment if containment >= self._threshold and jaccard >= _OF_BOTH * self._threshold else 0.0
        )

    def _shingles(self, number: int) -> Shingles:
        return np.frombuffer(self._spill.shingles.row(number), np.uint32)

    def _evidence(self, number: int) -> Evidence:
        return Evidence.from_bytes(self._spill.evidence.row(number))

    def write(self, records: Iterable[Record], path: Path) -> None:
        """All records again, in their order, with the keys of DUPLICATES at their end.

        Raises BadRecord where they are not those that were read before.
        """
        count = 0
        with lines_to(path) as file:
            for count, record in enumerate(records, 1):
                marked = with_added(record.fields, self._added(record, count - 1))
                file.write(json.dumps(marked, ensure_ascii=False, separators=(",", ":")))
            if count != self._count:
                raise ValueError(f"{self._count} records were read at first, and now {count}")

    def _added(self, record: Record, number: int) -> dict[str, str | None]:
        if number >= self._count or self._ids[number] != key_of(record.fields["id"]):
            raise BadRecord(record.file, record.line, "not the record that was read here at first")
        head = int(self._heads[number])
        if head < 0:
            return dict.fromkeys(DUPLICATES)
        name = self._evidence(head).id
        told = self._told.get(number)
        return dict(zip(DUPLICATES, (name, name if told else None, told), strict=True))


def _body(record: dict[str, Any]) -> str:
    body = record.get("article_body")
    return body if isinstance(body, str) else ""


def key_of(text: Any) -> int:
    """A number for a text, the same in every process, and 0 for none."""
    if not text or not isinstance(text, str):
        return 0
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little") or 1


def _split(found: npt.NDArray[np.uint64]) -> Iterator[tuple[int, int]]:
    for pair in found:
        yield int(pair) >> 32, int(pair) & 0xFFFFFFFF
