"""What each task of a search for duplicates on Ray does with its table of rows: facts of records, keys, pairs, members.

`ray_duplicates` says in which order, and what is shuffled in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newsbot.corpus.duplicates.clusters import Member, settle
from newsbot.corpus.duplicates.comparing import BATCH, REACH, Facts, alike, facts_of
from newsbot.corpus.duplicates.evidence import Evidence
from newsbot.corpus.duplicates.signatures import BANDS, pairs
from newsbot.corpus.reading import Records
from newsbot.corpus.sources import Trouble

_A_FILE = np.int64(2**32)
"""Records of a file, by which the numbers of the next file's begin."""
NAMES = "utf-8", "surrogatepass"
"""How ids are bytes."""

Numbers = npt.NDArray[np.int64]


def read_facts(batch: dict[str, npt.NDArray[Any]]) -> Iterator[pa.Table]:
    """The facts of the records of files, each numbered by its file and its place in that."""
    for file, path in zip(batch["file"], batch["path"], strict=True):
        records = (record.fields for record in Records(str(path), on_trouble=_told_later))
        count = 0
        while taken := list(islice(records, BATCH)):
            first = np.int64(file) * _A_FILE + count
            yield _table(facts_of(taken), first + np.arange(len(taken), dtype=np.int64))
            count += len(taken)


def _told_later(_: Trouble) -> None:
    """What is passed over is told when the records are written."""


def _table(facts: Facts, numbers: Numbers) -> pa.Table:
    bands = np.zeros((len(numbers), BANDS), np.uint64)  # 0 is no key: of a text that is too short to have any
    bands[facts.near.astype(np.int64)] = facts.bands
    return pa.table(
        {
            "number": numbers,
            "id": facts.ids,
            "address": facts.addresses,
            "digest": facts.digests,
            "bands": pa.FixedSizeListArray.from_arrays(pa.array(bands.ravel()), BANDS),
            "shingles": pa.array(facts.shingles, pa.binary()),
            "evidence": pa.array(facts.evidence, pa.binary()),
        }
    )


KINDS = ("id", "address", "digest")
"""What makes records one article or one text; the kinds behind these are the bands."""


def _column(table: pa.Table, name: str) -> npt.NDArray[Any]:
    column: npt.NDArray[Any] = table[name].to_numpy()
    return column


def keyed(table: pa.Table, parts: int) -> pa.Table:
    """A row for each key of each record, in the part in which all rows of that key meet."""
    bands = table["bands"].combine_chunks().flatten().to_numpy().reshape(-1, BANDS)
    keys = np.column_stack([*(_column(table, name) for name in KINDS), bands])
    kinds = np.tile(np.arange(keys.shape[1], dtype=np.uint8), len(keys))
    numbers, flat = np.repeat(_column(table, "number"), keys.shape[1]), keys.ravel()
    is_key = flat != 0
    flat, kinds, numbers = flat[is_key], kinds[is_key], numbers[is_key]
    return pa.table({"part": flat % np.uint64(parts), "kind": kinds, "key": flat, "number": numbers})


def met(table: pa.Table) -> pa.Table:
    """The pairs of one part, as `pairs` makes them of all."""
    kinds, keys = _column(table, "kind"), _column(table, "key")
    numbers, inverse = np.unique(_column(table, "number"), return_inverse=True)
    places = inverse.astype(np.uint64)
    found = [np.zeros((0, 3), np.int64)]
    for kind in np.unique(kinds):
        own = np.flatnonzero(kinds == kind)
        own = own[np.argsort(places[own], kind="stable")]
        is_near = kind >= len(KINDS)
        met = pairs(keys[own], places[own], REACH if is_near else 0)
        one, other = numbers[met >> np.uint64(32)], numbers[met & np.uint64(0xFFFFFFFF)]
        found.append(np.column_stack([one, other, np.full(len(met), is_near)]))
    one, other, near = np.concatenate(found).T
    return pa.table({"one": one, "other": other, "near": near.astype(bool)})


def of_kind(table: pa.Table, near: bool) -> pa.Table:
    """Those of the pairs that bands have found, or the others, which hold as they are."""
    wanted = table["near"] if near else pc.invert(table["near"])
    return table.filter(wanted).select(["one", "other"])


def parted(table: pa.Table, parts: int) -> pa.Table:
    """Pairs with the part in which equal ones meet."""
    return table.append_column("part", pa.array((_column(table, "one") + _column(table, "other")) % parts))


def once(table: pa.Table) -> pa.Table:
    """Each pair once that several bands have found."""
    return table.group_by(["one", "other"]).aggregate([])


def held_alike(table: pa.Table, threshold: float) -> pa.Table:
    """The pairs whose texts, which stand beside them, are alike."""
    sides = [(_column(table, f"{side}_digest"), table[f"{side}_shingles"]) for side in ("one", "other")]
    (digests, shingles), (others, other_shingles) = sides

    def is_alike(at: int) -> bool:
        texts = lambda: (shingles[at].as_py(), other_shingles[at].as_py())  # noqa: E731
        return bool(alike((digests[at], others[at]), texts, threshold))

    return table.select(["one", "other"]).filter(
        pa.array([is_alike(at) for at in range(len(table))], pa.bool_())
    )


def of_groups(table: pa.Table, shared: Any, parts: int) -> pa.Table:
    """The records that are in a group, in the part in which all of the group meet."""
    import ray

    members, first = ray.get(shared)
    numbers = _column(table, "number")
    places = np.minimum(np.searchsorted(members, numbers), len(members) - 1)
    is_member = members[places] == numbers
    own = first[places][is_member]
    kept = table.filter(pa.array(is_member))
    return kept.append_column("first", pa.array(own)).append_column("part", pa.array(own % parts))


_SETTLED = pa.schema(
    [
        ("first", pa.int64()),
        ("place", pa.int64()),
        ("number", pa.int64()),
        ("head", pa.int64()),
        ("relation", pa.string()),
        ("name", pa.binary()),
        ("is_given_up", pa.bool_()),
    ]
)


def settle_groups(table: pa.Table, threshold: float) -> pa.Table:
    """The clusters of the groups of one part."""
    table = table.sort_by([("first", "ascending"), ("number", "ascending")])
    firsts, numbers, digests = (_column(table, name) for name in ("first", "number", "digest"))
    ends = [*np.flatnonzero(np.diff(firsts)) + 1, len(firsts)]
    rows: list[dict[str, Any]] = []
    for begin, end in zip([0, *ends[:-1]], ends, strict=True):
        places = {int(number): begin + at for at, number in enumerate(numbers[begin:end])}
        rows += _rows(table, places, digests, threshold, int(firsts[begin]))
    return pa.Table.from_pylist(rows, _SETTLED)


def _rows(
    table: pa.Table, places: dict[int, int], digests: npt.NDArray[Any], threshold: float, first: int
) -> Iterator[dict[str, Any]]:
    shingles = table["shingles"]
    known = {number: Evidence.from_bytes(table["evidence"][at].as_py()) for number, at in places.items()}

    def held(one: int, other: int) -> float:
        here, there = places[one], places[other]
        texts = lambda: (shingles[here].as_py(), shingles[there].as_py())  # noqa: E731
        return alike((digests[here], digests[there]), texts, threshold)

    given_up: list[int] = []
    found = [*settle([*known.items()], held, given_up.append)]
    found_up = [Member(number, number, None) for number in given_up]
    for place, member in enumerate([*found, *found_up]):
        yield {
            "first": first,
            "place": place,
            "number": member.number,
            "head": member.head,
            "relation": member.relation,
            "name": known[member.head].id.encode(*NAMES),
            "is_given_up": place >= len(found),
        }
