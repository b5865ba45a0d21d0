"""Duplicates of more records than one machine can hold, on Ray Data: its own shuffles and joins bring together what is
compared, and what is found is what `newsbot.corpus.duplicates.run` finds.

Each file is read by one task. Rows with the facts of the records go through Ray's store, which spills to disk. They are
shuffled by key to find pairs, joined with these to compare them, and shuffled by group to settle the clusters. At the
one who asks are, of each record, a key and a place, and the pairs that hold: what is connected is found there.
"""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newsbot.corpus.added import Relation
from newsbot.corpus.duplicates.clusters import Member, groups, settle
from newsbot.corpus.duplicates.comparing import BATCH, REACH, Facts, alike, facts_of
from newsbot.corpus.duplicates.evidence import Evidence
from newsbot.corpus.duplicates.marking import Marking
from newsbot.corpus.duplicates.signatures import BANDS, pairs
from newsbot.corpus.reading import BadRecord, Records
from newsbot.corpus.sources import Trouble
from newsbot.engines.on_ray import DUPLICATES_NEED_EXTRA, RayError, begun

_A_FILE = np.int64(2**32)
"""Records of a file, by which the numbers of the next file's begin."""
_A_PART = 64_000_000
"""Bytes of records whose facts are shuffled into one part."""
_MOST_PARTS = 2_000
_NAMES = "utf-8", "surrogatepass"

Numbers = npt.NDArray[np.int64]


def require_ray_data() -> None:
    """Raises RayError without the extra."""
    if any(importlib.util.find_spec(name) is None for name in ("ray", "pandas")):
        raise RayError(DUPLICATES_NEED_EXTRA)


def find(files: Sequence[str], threshold: float, workers: int | None = None) -> Marking:
    """The clusters of the records in these files, in this order, settled.

    The files have to be seen under their names by all machines of a cluster. Raises BadRecord for a line that is no
    record, RayError where Ray cannot be begun or something fails on it.
    """
    require_ray_data()
    with begun(workers) as ray:
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        ray.data.DataContext.get_current().enable_progress_bars = False
        try:
            return _find(ray, files, threshold)
        except ray.exceptions.RayError as error:
            raise _cause(error) from error


def _cause(error: BaseException) -> Exception:
    """What ended a task, out of what Ray has wrapped it in."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, (BadRecord, OSError)):
            return seen
        seen = getattr(seen, "cause", None) or seen.__cause__
    return RayError(f"on Ray failed: {type(error).__name__}: {error}")


def _find(ray: Any, files: Sequence[str], threshold: float) -> Marking:
    parts = _parts(files, int(ray.cluster_resources().get("CPU", 1)))
    named = [{"file": at, "path": str(Path(name).absolute())} for at, name in enumerate(files)]
    facts = ray.data.from_items(named, override_num_blocks=len(named))
    facts = facts.map_batches(_read, batch_size=1).materialize()
    numbers, keys = _collected(facts.select_columns(["number", "id"]), "number", "id")
    order = np.argsort(numbers)
    numbers, keys = numbers[order], keys[order].astype(np.uint64)
    names: dict[int, str] = {}
    marking = Marking(keys, names.__getitem__)
    if len(numbers):
        holding = _holding(facts, parts, threshold, marking)
        for member, name, is_given_up in _settled(ray, facts, groups(holding), parts, threshold):
            own, head = (int(at) for at in np.searchsorted(numbers, [member.number, member.head]))
            if is_given_up:
                marking.sums.given_up[own] = name
                continue
            names.setdefault(head, name)
            marking.note(Member(own, head, member.relation))
    marking.summed()
    return marking


def _parts(files: Sequence[str], cores: int) -> int:
    size = sum(Path(name).stat().st_size for name in files)
    return min(_MOST_PARTS, max(cores, size // _A_PART + 1))


def _read(batch: dict[str, npt.NDArray[Any]]) -> Iterator[pa.Table]:
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


def _collected(rows: Any, *names: str) -> list[npt.NDArray[Any]]:
    """Columns of numbers, here."""
    found = [
        [batch[name] for name in names] for batch in rows.iter_batches(batch_format="numpy", batch_size=None)
    ]
    return [
        np.concatenate([part[at] for part in found]) if found else np.zeros(0, np.int64)
        for at in range(len(names))
    ]


_KINDS = ("id", "address", "digest")
"""What makes records one article or one text; the kinds behind these are the bands."""


def _holding(facts: Any, parts: int, threshold: float, marking: Marking) -> Iterator[tuple[int, int]]:
    """Pairs of one article, of one text, or of texts that are alike."""
    keys = facts.select_columns(["number", *_KINDS, "bands"])
    keyed = keys.map_batches(partial(_keyed, parts=parts), batch_format="pyarrow")
    met = keyed.groupby("part", num_partitions=parts).map_groups(_met, batch_format="pyarrow").materialize()
    yield from _pairs_of(met.map_batches(partial(_of_kind, near=False), batch_format="pyarrow"))
    near = met.map_batches(partial(_of_kind, near=True), batch_format="pyarrow")
    near = near.map_batches(partial(_parted, parts=parts), batch_format="pyarrow")
    near = near.groupby("part", num_partitions=parts).map_groups(_once, batch_format="pyarrow").materialize()
    marking.sums.compared = near.count()
    if not marking.sums.compared:
        return
    texts = facts.select_columns(["number", "digest", "shingles"])
    for side in ("one", "other"):
        named = texts.rename_columns(
            {"number": side, "digest": f"{side}_digest", "shingles": f"{side}_shingles"}
        )
        near = near.join(named, "inner", parts, on=(side,))
    yield from _pairs_of(near.map_batches(partial(_alike, threshold=threshold), batch_format="pyarrow"))


def _pairs_of(rows: Any) -> Iterator[tuple[int, int]]:
    one, other = _collected(rows, "one", "other")
    return zip(one.tolist(), other.tolist(), strict=True)


def _column(table: pa.Table, name: str) -> npt.NDArray[Any]:
    column: npt.NDArray[Any] = table[name].to_numpy()
    return column


def _keyed(table: pa.Table, parts: int) -> pa.Table:
    """A row for each key of each record, in the part in which all rows of that key meet."""
    bands = table["bands"].combine_chunks().flatten().to_numpy().reshape(-1, BANDS)
    keys = np.column_stack([*(_column(table, name) for name in _KINDS), bands])
    kinds = np.tile(np.arange(keys.shape[1], dtype=np.uint8), len(keys))
    numbers, flat = np.repeat(_column(table, "number"), keys.shape[1]), keys.ravel()
    is_key = flat != 0
    flat, kinds, numbers = flat[is_key], kinds[is_key], numbers[is_key]
    return pa.table({"part": flat % np.uint64(parts), "kind": kinds, "key": flat, "number": numbers})


def _met(table: pa.Table) -> pa.Table:
    """The pairs of one part, as `pairs` makes them of all."""
    kinds, keys = _column(table, "kind"), _column(table, "key")
    numbers, inverse = np.unique(_column(table, "number"), return_inverse=True)
    places = inverse.astype(np.uint64)
    found = [np.zeros((0, 3), np.int64)]
    for kind in np.unique(kinds):
        own = np.flatnonzero(kinds == kind)
        own = own[np.argsort(places[own], kind="stable")]
        is_near = kind >= len(_KINDS)
        met = pairs(keys[own], places[own], REACH if is_near else 0)
        one, other = numbers[met >> np.uint64(32)], numbers[met & np.uint64(0xFFFFFFFF)]
        found.append(np.column_stack([one, other, np.full(len(met), is_near)]))
    one, other, near = np.concatenate(found).T
    return pa.table({"one": one, "other": other, "near": near.astype(bool)})


def _of_kind(table: pa.Table, near: bool) -> pa.Table:
    wanted = table["near"] if near else pc.invert(table["near"])
    return table.filter(wanted).select(["one", "other"])


def _parted(table: pa.Table, parts: int) -> pa.Table:
    return table.append_column("part", pa.array((_column(table, "one") + _column(table, "other")) % parts))


def _once(table: pa.Table) -> pa.Table:
    """Each pair once that several bands have found."""
    return table.group_by(["one", "other"]).aggregate([])


def _alike(table: pa.Table, threshold: float) -> pa.Table:
    sides = [(_column(table, f"{side}_digest"), table[f"{side}_shingles"]) for side in ("one", "other")]
    (digests, shingles), (others, other_shingles) = sides

    def is_alike(at: int) -> bool:
        texts = lambda: (shingles[at].as_py(), other_shingles[at].as_py())  # noqa: E731
        return bool(alike((digests[at], others[at]), texts, threshold))

    return table.select(["one", "other"]).filter(
        pa.array([is_alike(at) for at in range(len(table))], pa.bool_())
    )


def _settled(
    ray: Any, facts: Any, found: list[list[int]], parts: int, threshold: float
) -> Iterator[tuple[Member, str, bool]]:
    """The members of all clusters in the order in which one machine would find them, each with the id of its head; or,
    of a group that is too large, with its own id."""
    if not found:
        return
    members = np.array([at for group in found for at in group], np.int64)
    first = np.repeat([group[0] for group in found], [len(group) for group in found])
    order = np.argsort(members)
    shared = ray.put((members[order], first[order]))
    texts = facts.select_columns(["number", "digest", "shingles", "evidence"])
    grouped = texts.map_batches(partial(_of_groups, shared=shared, parts=parts), batch_format="pyarrow")
    settled = grouped.groupby("part", num_partitions=parts).map_groups(
        partial(_settle, threshold=threshold), batch_format="pyarrow"
    )
    rows = pa.concat_tables(settled.iter_batches(batch_format="pyarrow", batch_size=None))
    for row in rows.sort_by([("first", "ascending"), ("place", "ascending")]).to_pylist():
        relation: Relation | None = row["relation"]
        yield Member(row["number"], row["head"], relation), row["name"].decode(*_NAMES), row["is_given_up"]


def _of_groups(table: pa.Table, shared: Any, parts: int) -> pa.Table:
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


def _settle(table: pa.Table, threshold: float) -> pa.Table:
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
            "name": known[member.head].id.encode(*_NAMES),
            "is_given_up": place >= len(found),
        }
