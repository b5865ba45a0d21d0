"""What texts are compared by: the runs of three words in them, as sorted numbers."""

from __future__ import annotations

import re
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from newsbot.language.text import fold

LENGTH = 3
"""Words of a shingle. Indonesian has no inflection, and many fixed phrases of two words; an edited word spoils as many
shingles as one has words. docs/duplicates.md measures two to four."""

Hashes: TypeAlias = npt.NDArray[np.uint64]
Shingles: TypeAlias = npt.NDArray[np.uint32]

_WORD = re.compile(r"[^\W_]+")
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIXES = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
_LAST = np.uint64(31)
_HALF = np.uint64(32)


def words_of(text: str) -> list[str]:
    """The words without case and punctuation.

    >>> words_of("Anak-anak di Teluk Biru, (13/9).")
    ['anak', 'anak', 'di', 'teluk', 'biru', '13', '9']
    """
    return _WORD.findall(fold(text))


def hashes_of(words: list[str], length: int = LENGTH) -> Hashes:
    """The different shingles as sorted 64-bit numbers, the same in every process; none of fewer words than one has."""
    numbers = np.fromiter((crc32(word.encode("utf-8", "replace")) for word in words), np.uint64, len(words))
    count = len(numbers) - length + 1
    return np.unique(mixed([numbers[at : at + count] for at in range(length)])) if count > 0 else numbers[:0]


def mixed(columns: list[Hashes]) -> Hashes:
    """One number of the numbers that stand beside each other in the columns, their order counting."""
    number = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        number = number * _STEP + column
    for shift, factor in _MIXES:
        number = (number ^ (number >> shift)) * factor
    return number ^ (number >> _LAST)


def kept(hashes: Hashes) -> Shingles:
    """Half of each number, which is enough between two texts; still sorted."""
    return (hashes >> _HALF).astype(np.uint32)


def shared(one: Shingles, other: Shingles) -> int:
    """How many shingles both texts have."""
    return len(np.intersect1d(one, other))


def similarity(one: Shingles, other: Shingles) -> tuple[float, float]:
    """Containment (of the text with fewer shingles in the other) and Jaccard, 0 to 1; nothing of an empty text.

    >>> texts = ["hujan turun di Teluk Biru sejak pagi", "Hujan turun di Teluk Biru."]
    >>> similarity(*(kept(hashes_of(words_of(text))) for text in texts))
    (1.0, 0.6)
    """
    fewer = min(len(one), len(other))
    if not fewer:
        return 0.0, 0.0
    both = shared(one, other)
    return both / fewer, both / (len(one) + len(other) - both)
