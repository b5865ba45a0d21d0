"""Duplicates of more records than one machine can hold, on Ray Data: its own shuffles and joins bring together what is
compared, and what is found is what `newsbot.corpus.duplicates.run` finds.

Each file is read by one task. Rows with the facts of the records go through Ray's store, which spills to disk. They are
shuffled by key to find pairs, joined with these to compare them, and shuffled by group to settle the clusters. At the
one who asks are, of each record, a key and a place, and the pairs that hold: what is connected is found there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from newsbot.corpus.added import Relation
from newsbot.corpus.duplicates.clusters import Member, groups
from newsbot.corpus.duplicates.marking import Marking
from newsbot.corpus.reading import BadRecord
from newsbot.engines.on_ray import DUPLICATES_NEED_EXTRA, RayError, begun, data_context, require_ray
from newsbot.engines.ray_tables import (
    KINDS,
    NAMES,
    held_alike,
    keyed,
    met,
    of_groups,
    of_kind,
    once,
    parted,
    read_facts,
    settle_groups,
)

_A_PART = 64_000_000
"""Bytes of records whose facts are shuffled into one part."""
_MOST_PARTS = 2_000


def find(files: Sequence[str], threshold: float, workers: int | None = None) -> Marking:
    """The clusters of the records in these files, in this order, settled.

    The files have to be seen under their names by all machines of a cluster. Raises BadRecord for a line that is no
    record, RayError where Ray cannot be begun or something fails on it.
    """
    require_ray(DUPLICATES_NEED_EXTRA, "pandas")
    with begun(workers) as ray:
        data_context(ray)
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
    facts = facts.map_batches(read_facts, batch_size=1).materialize()
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


def _collected(rows: Any, *names: str) -> list[npt.NDArray[Any]]:
    """Columns of numbers, here."""
    found = [
        [batch[name] for name in names] for batch in rows.iter_batches(batch_format="numpy", batch_size=None)
    ]
    return [
        np.concatenate([part[at] for part in found]) if found else np.zeros(0, np.int64)
        for at in range(len(names))
    ]


def _holding(facts: Any, parts: int, threshold: float, marking: Marking) -> Iterator[tuple[int, int]]:
    """Pairs of one article, of one text, or of texts that are alike."""
    keys = facts.select_columns(["number", *KINDS, "bands"])
    rows = keys.map_batches(partial(keyed, parts=parts), batch_format="pyarrow")
    found = rows.groupby("part", num_partitions=parts).map_groups(met, batch_format="pyarrow").materialize()
    yield from _pairs_of(found.map_batches(partial(of_kind, near=False), batch_format="pyarrow"))
    near = found.map_batches(partial(of_kind, near=True), batch_format="pyarrow")
    near = near.map_batches(partial(parted, parts=parts), batch_format="pyarrow")
    near = near.groupby("part", num_partitions=parts).map_groups(once, batch_format="pyarrow").materialize()
    marking.sums.compared = near.count()
    if not marking.sums.compared:
        return
    texts = facts.select_columns(["number", "digest", "shingles"])
    for side in ("one", "other"):
        named = texts.rename_columns(
            {"number": side, "digest": f"{side}_digest", "shingles": f"{side}_shingles"}
        )
        near = near.join(named, "inner", parts, on=(side,))
    yield from _pairs_of(near.map_batches(partial(held_alike, threshold=threshold), batch_format="pyarrow"))


def _pairs_of(rows: Any) -> Iterator[tuple[int, int]]:
    one, other = _collected(rows, "one", "other")
    return zip(one.tolist(), other.tolist(), strict=True)


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
    grouped = texts.map_batches(partial(of_groups, shared=shared, parts=parts), batch_format="pyarrow")
    settled = grouped.groupby("part", num_partitions=parts).map_groups(
        partial(settle_groups, threshold=threshold), batch_format="pyarrow"
    )
    rows = pa.concat_tables(settled.iter_batches(batch_format="pyarrow", batch_size=None))
    for row in rows.sort_by([("first", "ascending"), ("place", "ascending")]).to_pylist():
        relation: Relation | None = row["relation"]
        yield Member(row["number"], row["head"], relation), row["name"].decode(*NAMES), row["is_given_up"]
