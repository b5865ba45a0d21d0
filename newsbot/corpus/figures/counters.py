"""Counts of words that nobody has listed before, in bounded memory."""

from __future__ import annotations

from collections import Counter

LIMIT = 100_000
"""Different words that are counted at a time."""


class Frequent:
    """The most frequent of very many words (Misra and Gries, 1982).

    While no more than `limit` different words were seen the counts are exact. Beyond it every count may be too low by
    up to `error`, and what is rarer than that may be missing.

    >>> words = Frequent(limit=2)
    >>> for word in ("sari", "sari", "budi", "laras"):
    ...     words.add(word)
    >>> words.most(1), words.error
    ([('sari', 1)], 1)
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._counts: Counter[str] = Counter()
        self.error = 0

    def add(self, word: str) -> None:
        """Count it once."""
        self._counts[word] += 1
        if len(self._counts) > self._limit:
            self._counts = Counter({known: count - 1 for known, count in self._counts.items() if count > 1})
            self.error += 1

    def most(self, number: int) -> list[tuple[str, int]]:
        """The most frequent words with their counts, the words of one count in their own order."""
        return sorted(self._counts.items(), key=lambda pair: (-pair[1], pair[0]))[:number]

    def __len__(self) -> int:
        return len(self._counts)

    def __contains__(self, word: str) -> bool:
        return word in self._counts


class Histogram:
    """How many values lie in each class; a class is named by its bounds, the last has no upper one. No value is below
    `least`, where one is given.

    >>> lengths = Histogram((100, 200))
    >>> for words in (40, 100, 101, 500):
    ...     lengths.add(words)
    >>> lengths.classes()
    [('up to 100', 2), ('101 to 200', 1), ('over 200', 1)]
    """

    def __init__(self, bounds: tuple[int, ...], least: int | None = None) -> None:
        self._bounds = bounds
        self._least = least
        self._counts = [0] * (len(bounds) + 1)

    def add(self, value: int) -> None:
        """Count it in its class."""
        at = next((place for place, bound in enumerate(self._bounds) if value <= bound), len(self._bounds))
        self._counts[at] += 1

    def classes(self) -> list[tuple[str, int]]:
        """Each class in words, with its count."""
        starts = (self._least, *(bound + 1 for bound in self._bounds))
        names = [
            f"up to {bound}" if start is None else f"{start} to {bound}" if start < bound else f"{bound}"
            for start, bound in zip(starts, self._bounds, strict=False)
        ]
        return list(zip([*names, f"over {self._bounds[-1]}"], self._counts, strict=True))
