"""A sample of so many records of each stratum, the same for the same seed and records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsbot.corpus.added import language_of
from newsbot.corpus.figures.sampling import Reservoir
from newsbot.corpus.reading import Record

MOST_STRATA = 10_000
"""Different strata; a corpus that has more is divided too finely."""

_UNKNOWN = "?"
STRATA: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "portal": lambda record: record.get("portal") or _UNKNOWN,
    "month": lambda record: (record.get("date_published") or _UNKNOWN)[: len("2023-09")],
    "year": lambda record: (record.get("date_published") or _UNKNOWN)[: len("2023")],
    "kind": lambda record: record.get("kind") or _UNKNOWN,
    "section": lambda record: record.get("section") or _UNKNOWN,
    "language": lambda record: language_of(record) or _UNKNOWN,
    "layout": lambda record: (record["metadata"].get("extraction") or {}).get("layout") or _UNKNOWN,
}
"""By what a corpus can be divided."""


class Stratified:
    """`size` records of each stratum; `by` are keys of STRATA, none for one stratum of all.

    What is kept in memory is `size` records a stratum. Each stratum has a random sequence of its own, so that another
    stratum's records change nothing.
    """

    def __init__(self, size: int, by: tuple[str, ...], seed: int) -> None:
        self._size, self._by, self._seed = size, by, seed
        self._strata: dict[tuple[str, ...], Reservoir[tuple[int, Record]]] = {}
        self.seen = 0

    def offer(self, record: Record) -> None:
        """Keep it, or not. Raises ValueError where there are more strata than MOST_STRATA."""
        self.seen += 1
        name = tuple(STRATA[part](record.fields) for part in self._by)
        stratum = self._strata.get(name)
        if stratum is None:
            if len(self._strata) >= MOST_STRATA:
                raise ValueError(f"more than {MOST_STRATA} strata by {', '.join(self._by)}")
            stratum = self._strata[name] = Reservoir(self._size, f"{self._seed}:{'/'.join(name)}")
        stratum.offer((self.seen, record))

    @property
    def strata(self) -> int:
        """How many there are."""
        return len(self._strata)

    def as_object(self) -> dict[str, Any]:
        """Each stratum with its records and how many of them are in the sample, the largest first: what a figure of the
        sample is weighted by to tell of the whole. As plain JSON types."""
        rows = (
            {**dict(zip(self._by, name, strict=True)), "records": one.seen, "sampled": len(one.items())}
            for name, one in sorted(self._strata.items(), key=lambda pair: (-pair[1].seen, pair[0]))
        )
        return {"records": self.seen, "per_stratum": self._size, "seed": self._seed, "strata": list(rows)}

    def records(self) -> list[Record]:
        """What is kept, in the order of the stream."""
        kept = (pair for stratum in self._strata.values() for pair in stratum.items())
        return [record for _, record in sorted(kept, key=lambda pair: pair[0])]
