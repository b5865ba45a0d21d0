r"""Repeats of one pattern between which an engine that goes back can share a text in more than one way.

`a*a*b` reads a run of `a` that no `b` follows in as many ways as the run has characters, for each of its beginnings:
the square of its length. Two repeats stand beside one another where all that is between them may be empty, or where a
group that is repeated ends with one and begins with the other. Nothing is lost by a possessive repeat (`a*+`), which
never gives back, nor where nothing behind the second can fail.

>>> [str(pair) for pair in adjacent(re.compile(r"\s*:?\s*x"))]
["' ' in 2 repeats"]
>>> [*adjacent(re.compile(r"\s*+:?\s*x")), *adjacent(re.compile(r"\s*:?\s*"))]
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.attacks import ONE, REPEATS, parsed, takes

LONG = 1_000
"""A repeat of at most so many is bounded by the pattern itself."""
PROBES = " \n\taAzZ19éÉ,.:;-–_/|()[]{}<>\"'“”!?@#&%*+=~^$\\©•"
"""Characters by which two sets are held against each other."""
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


@dataclass(frozen=True)
class Pair:
    """Two repeats beside one another, by a character that both take."""

    shared: str

    def __str__(self) -> str:
        return f"{self.shared!r} in 2 repeats"


def adjacent(pattern: re.Pattern[Any]) -> list[Pair]:
    """The pairs of a pattern that share characters."""
    flags = pattern.flags
    return list(dict.fromkeys(_pairs(_plain(list(parsed(pattern))), flags, fails=False)))


@dataclass(frozen=True)
class _Run:
    """A repeat of one character without a bound; `least` characters at least."""

    op: Any
    value: Any
    least: int


_Item = tuple[str, Any]
"""A run, a choice of sequences, a loop, what is sealed against going back, or what takes a character or none."""


def _plain(tree: list[Any]) -> list[_Item]:
    """A tree as runs, choices (of branches), loops and sealed parts (a body), marks (nothing taken) and characters."""
    return [_item(str(op), value) for op, value in tree]


def _item(name: str, value: Any) -> _Item:
    if name in _ZERO_WIDTH:
        return "mark", None
    if name == "SUBPATTERN":
        return "choice", [_plain(list(value[-1]))]
    if name == "BRANCH":
        return "choice", [_plain(list(part)) for part in value[1]]
    if name == "ATOMIC_GROUP":
        return "sealed", (1, _plain(list(value)))
    if name in REPEATS:
        least, most, body = value
        if name == "POSSESSIVE_REPEAT":
            return "sealed", (least, _plain(list(body)))
        if most > LONG and len(body) == 1 and str(body[0][0]) in ONE:
            return "run", _Run(*body[0], least)
        return ("loop" if most > 1 else "option"), (least, _plain(list(body)))
    return "character", None


def _pairs(items: list[_Item], flags: int, *, fails: bool) -> Iterator[Pair]:
    """Pairs within a sequence; `fails` tells whether something behind it can."""
    for at, (kind, value) in enumerate(items):
        rest = items[at + 1 :]
        can_fail = fails or bool(rest)
        if kind in {"run", "choice", "loop", "option"}:
            yield from _pairs_across([(kind, value)], rest, flags, fails=fails)
        if kind == "loop" and can_fail:
            yield from _pairs_across(value[1], value[1], flags, fails=True)
        for part in value[1:] if kind == "sealed" else _parts(kind, value):
            yield from _pairs(part, flags, fails=can_fail and kind != "sealed")


def _pairs_across(items: list[_Item], behind: list[_Item], flags: int, *, fails: bool) -> Iterator[Pair]:
    """Pairs of a run that may end the first sequence and one that may begin the second."""
    for one in _last_runs(items):
        for other, can_fail in _first_runs(behind, fails=fails):
            if can_fail and (shared := _shared(one, other, flags)):
                yield Pair(shared)


def _first_runs(items: list[_Item], *, fails: bool) -> Iterator[tuple[_Run, bool]]:
    """Runs that may begin a sequence, and whether something behind each can fail."""
    for at, (kind, value) in enumerate(items):
        can_fail = fails or at + 1 < len(items)
        if kind == "run":
            yield value, can_fail
        for part in _parts(kind, value):
            yield from _first_runs(part, fails=can_fail)
        if not _may_be_empty((kind, value)):
            return


def _last_runs(items: list[_Item]) -> Iterator[_Run]:
    for kind, value in reversed(items):
        if kind == "run":
            yield value
        for part in _parts(kind, value):
            yield from _last_runs(part)
        if not _may_be_empty((kind, value)):
            return


def _parts(kind: str, value: Any) -> list[list[_Item]]:
    if kind == "choice":
        return list(value)
    return [value[1]] if kind in {"loop", "option"} else []


def _may_be_empty(item: _Item) -> bool:
    kind, value = item
    if kind == "run":
        return value.least == 0
    if kind == "choice":
        return any(all(map(_may_be_empty, branch)) for branch in value)
    if kind in {"loop", "option"}:
        return value[0] == 0 or all(map(_may_be_empty, value[1]))
    if kind == "sealed":
        return bool(value[0] == 0)
    return kind == "mark"


def _shared(one: _Run, other: _Run, flags: int) -> str:
    """A character that both runs take, empty where they share none."""
    taken = (
        probe
        for probe in PROBES
        if takes(one.op, one.value, probe, flags) and takes(other.op, other.value, probe, flags)
    )
    return next(taken, "")
