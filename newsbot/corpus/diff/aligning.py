"""Two sequences brought side by side, in bounded time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

MAX_EQUAL = 60_000
"""Pairs of equal items: the time of an alignment goes by them. Texts of two thousand words have some forty thousand."""

Stretch = tuple[int, int, int, int]
"""From and to in the first sequence, from and to in the second."""


def stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[bool, Stretch]] | None:
    """Stretches in order, each with whether both sequences are alike there; None where that would take too long.

    >>> stretches("abc", "abd")
    [(True, (0, 2, 0, 2)), (False, (2, 3, 2, 3))]
    """
    if not _is_bounded(old, new):
        return None
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(tag == "equal", (i1, i2, j1, j2)) for tag, i1, i2, j1, j2 in codes]


def likeness(old: Sequence[Hashable], new: Sequence[Hashable], least: float) -> float:
    """The share of items that two sequences have in common in the same order; 0 where it is less than `least`."""
    if not old or not new or not _is_bounded(old, new):
        return 0.0
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _is_bounded(old: Sequence[Hashable], new: Sequence[Hashable]) -> bool:
    there = Counter(new)
    return sum(count * there[item] for item, count in Counter(old).items()) <= MAX_EQUAL
