"""A sample of a stream whose length nobody knows, the same for the same seed and records."""

from __future__ import annotations

import random
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Reservoir(Generic[_T]):
    """`size` of the items that were offered, each with the same chance (Vitter's algorithm R), in their order.

    >>> sample = Reservoir[int](2, seed=1)
    >>> for number in range(5):
    ...     sample.offer(number)
    >>> sample.items()
    [1, 3]
    """

    def __init__(self, size: int, seed: int | str) -> None:
        self._size = size
        named = seed.encode("utf-8", "surrogatepass") if isinstance(seed, str) else seed
        self._chance = random.Random(named)  # noqa: S311, a sample and no secret
        self._seen = 0
        self._kept: list[tuple[int, _T]] = []

    def offer(self, item: _T) -> None:
        """Keep it, or not."""
        self._seen += 1
        if len(self._kept) < self._size:
            self._kept.append((self._seen, item))
            return
        place = self._chance.randrange(self._seen)
        if place < self._size:
            self._kept[place] = (self._seen, item)

    @property
    def seen(self) -> int:
        """How many items were offered."""
        return self._seen

    def items(self) -> list[_T]:
        """What is kept, in the order of the stream."""
        return [item for _, item in sorted(self._kept, key=lambda pair: pair[0])]
