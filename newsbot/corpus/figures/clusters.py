"""The clusters that `newsbot dedupe` has marked, summed in one pass and bounded memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from newsbot.corpus.figures.counters import Frequent, Histogram

MEMBERS = 8
"""Members of a cluster that are known by name beside its head; all are counted."""
SIZES = (1, 2, 3, 4, 5, 10, 20, 50, 100)
"""Upper bounds of the classes of records in a cluster; of one only one may be among the records that are read."""
_KNOWN = 10_000
"""Clusters that are known by name at a time, half a kilobyte a member."""
_SAMPLED = 100_000
"""Clusters whose size is counted exactly."""
_HEADLINE = 300
"""Characters of a headline that are kept."""
_MARKED = "cluster_id"


@dataclass(frozen=True, slots=True)
class Member:
    """A record of a cluster, as far as it is shown; `relation` is None for the head."""

    id: str
    portal: str
    headline: str
    url: str
    date: str
    relation: str | None


@dataclass(slots=True)
class Cluster:
    """One cluster: its head where it was among the records, the first MEMBERS of the others, counts of all.

    `portals` counts every record, `relations` every record but the head.
    """

    name: str
    head: Member | None = None
    members: list[Member] = field(default_factory=list)
    portals: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)

    @property
    def size(self) -> int:
        """Records of it."""
        return self.portals.total()

    @property
    def more(self) -> int:
        """Records that are counted and not known by name."""
        return self.size - len(self.members) - (self.head is not None)

    def add(self, member: Member) -> None:
        """Count it, and keep it where it is the head or there is room."""
        self.portals[member.portal] += 1
        if member.relation is not None:
            self.relations[member.relation] += 1
        if member.relation is None and self.head is None:
            self.head = member
        elif len(self.members) < MEMBERS:
            self.members.append(member)


class Clusters:
    """How many records are copies of what, how large clusters are, and the largest of them.

    `marked` are records that dedupe has seen, `heads` those that others come from, `relations` counts the others.
    Sizes are counted in full up to 100,000 clusters; beyond, of a part of the clusters that a digest of their names
    takes by chance: `share` says which. Of the largest see Frequent for what is too low.
    """

    def __init__(self, known: int = _KNOWN, sampled: int = _SAMPLED) -> None:
        self.marked = 0
        self.heads = 0
        self.relations: Counter[str] = Counter()
        self._frequent = Frequent(known)
        self._known: dict[str, Cluster] = {}
        self._sampled = sampled
        self._sizes: Counter[int] = Counter()
        self._depth = 0

    def add(self, record: Mapping[str, Any]) -> None:
        """Sum one record; of a record that no dedupe has seen there is nothing to sum."""
        self.marked += _MARKED in record
        name = record.get("cluster_id")
        if not name:
            return
        member = _member(record)
        if member.relation is None:
            self.heads += 1
        else:
            self.relations[member.relation] += 1
        self._count(name)
        error = self._frequent.error
        self._frequent.add(name)
        self._known.setdefault(name, Cluster(name)).add(member)
        if self._frequent.error > error:
            self._known = {name: one for name, one in self._known.items() if name in self._frequent}

    @property
    def share(self) -> float:
        """Of the clusters, by chance, how large a part the sizes tell of: 1 while all are counted."""
        return 0.5**self._depth

    @property
    def error(self) -> int:
        """By how much the size of one of the largest may be too low."""
        return self._frequent.error

    def sizes(self) -> list[tuple[str, int]]:
        """Classes of sizes that occur, in words, each with its number of clusters."""
        classes = Histogram(SIZES, 1)
        for size in self._sizes.values():
            classes.add(size)
        return [pair for pair in classes.classes() if pair[1]]

    def largest(self, number: int) -> Iterator[Cluster]:
        """The largest clusters, those of one size by name."""
        yield from sorted(self._known.values(), key=lambda one: (-one.size, one.name))[:number]

    def _count(self, name: str) -> None:
        """Where there are too many every second one is left out from now on, and was never half counted: a digest that
        ends in enough zeros for one depth did so for all before it."""
        digest = int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())
        if digest % 2**self._depth:
            return
        self._sizes[digest] += 1
        while len(self._sizes) > self._sampled:
            self._depth += 1
            kept = {key: count for key, count in self._sizes.items() if key % 2**self._depth == 0}
            self._sizes = Counter(kept)


def _member(record: Mapping[str, Any]) -> Member:
    return Member(
        record["id"],
        record.get("portal") or "?",
        (record.get("headline") or "")[:_HEADLINE],
        record.get("url") or "",
        record.get("date_published") or "",
        (record.get("relation") or "?") if record.get("duplicate_of") else None,
    )
