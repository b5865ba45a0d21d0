"""Duplicates of a corpus: records are read once to compare them and once to write them.

In memory are, of each record, some 120 bytes and the pairs that are worth comparing; texts and signatures are in files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from newsbot.corpus.duplicates.clusters import groups, settle
from newsbot.corpus.duplicates.comparing import BATCH, REACH, THRESHOLD, Facts, alike, facts_of
from newsbot.corpus.duplicates.evidence import Evidence
from newsbot.corpus.duplicates.marking import Marking, Sums
from newsbot.corpus.duplicates.signatures import BANDS, pairs
from newsbot.corpus.duplicates.spill import Spill
from newsbot.corpus.reading import Record


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
        self._ids = self._digests = np.zeros(0, np.uint64)
        self._marking: Marking | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._spill.close()

    def read(self, records: Iterable[Record]) -> None:
        """Take in what records are compared by."""
        rest = iter(records)
        while batch := list(islice(rest, BATCH)):
            self._take(facts_of(record.fields for record in batch))

    def _take(self, facts: Facts) -> None:
        spill = self._spill
        for column, values in (
            (spill.ids, facts.ids),
            (spill.addresses, facts.addresses),
            (spill.digests, facts.digests),
            (spill.near, np.uint64(self._count) + facts.near),
        ):
            column.add(values)
        for band, keys in zip(spill.bands, facts.bands.T, strict=True):
            band.add(keys)
        spill.shingles.add(facts.shingles)
        spill.evidence.add(facts.evidence)
        self._count += len(facts.ids)

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
        self._marking = marking = Marking(self._ids, lambda head: self._evidence(head).id)
        for group in groups(self._holding(marking.sums)):
            known = [(at, self._evidence(at)) for at in group]
            given_up: list[int] = []
            for member in settle(known, self._alike, given_up.append):
                marking.note(member)
            marking.sums.given_up.update((at, self._evidence(at).id) for at in given_up)
        return marking.summed()

    def _make_ready(self) -> None:
        self._spill.shingles.ready()
        self._spill.evidence.ready()
        self._ids, self._digests = self._spill.ids.whole(), self._spill.digests.whole()

    def _holding(self, sums: Sums) -> Iterator[tuple[int, int]]:
        """Pairs of one article, of one text, or of texts that are alike."""
        numbers = np.arange(self._count, dtype=np.uint64)
        for keys in (self._ids, self._spill.addresses.whole(), self._digests):
            yield from _split(pairs(keys, numbers, 0))
        near = self._spill.near.whole()
        found = np.zeros(0, np.uint64)
        for band in self._spill.bands:
            found = np.union1d(found, pairs(band.whole(), near, REACH))
        sums.compared = len(found)
        for one, other in _split(found):
            if self._alike(one, other):
                yield one, other

    def _alike(self, one: int, other: int) -> float:
        rows = self._spill.shingles.row
        digests = self._digests[one], self._digests[other]
        return alike(digests, lambda: (rows(one), rows(other)), self._threshold)

    def _evidence(self, number: int) -> Evidence:
        return Evidence.from_bytes(self._spill.evidence.row(number))

    def write(self, records: Iterable[Record], path: Path) -> None:
        """All records again, in their order, with the keys of DUPLICATES at their end. They have to be settled.

        Raises BadRecord where they are not those that were read before.
        """
        assert self._marking is not None, "settle first"
        self._marking.write(records, path)


def _split(found: npt.NDArray[np.uint64]) -> Iterator[tuple[int, int]]:
    for pair in found:
        yield int(pair) >> 32, int(pair) & 0xFFFFFFFF
