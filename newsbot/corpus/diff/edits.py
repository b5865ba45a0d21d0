"""What changed inside one value: the keys of an object, the items of a list."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsbot.corpus.diff.aligning import Stretch, stretches
from newsbot.corpus.diff.fields import MISSING

_NAMES = ("code", "url", "name", "text")
_DEEP = 6
"""Levels that are gone into; a record has four."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference inside a value: where (`[0].caption`, empty for the whole), what was there, what is there now."""

    path: str
    before: Any
    after: Any


def edits(before: Any, after: Any, path: str = "", depth: int = 0) -> list[Edit]:
    """The smallest differences between two values.

    >>> [edit.path for edit in edits([{"name": "Laras", "url": None}], [{"name": "Laras", "url": "/l"}])]
    ['[0].url']
    """
    if before == after:
        return []
    if depth < _DEEP and isinstance(before, dict) and isinstance(after, dict):
        return list(_in_object(before, after, path, depth))
    if depth < _DEEP and isinstance(before, list) and isinstance(after, list):
        return list(_in_list(before, after, path, depth))
    return [Edit(path, before, after)]


def _in_object(before: dict[str, Any], after: dict[str, Any], path: str, depth: int) -> Iterator[Edit]:
    for key in dict.fromkeys([*before, *after]):
        here = f"{path}.{key}" if path else key
        yield from edits(before.get(key, MISSING), after.get(key, MISSING), here, depth + 1)


def _in_list(before: list[Any], after: list[Any], path: str, depth: int) -> Iterator[Edit]:
    old, new = [_key(item) for item in before], [_key(item) for item in after]
    if Counter(old) == Counter(new):
        yield Edit(f"{path}(order)", before, after)
        return
    gone: dict[int, Any] = {}
    come: dict[int, Any] = {}
    for i1, i2, j1, j2 in _stretches(old, new):
        gone.update(enumerate(before[i1:i2], i1))
        come.update(enumerate(after[j1:j2], j1))
    for i, j in [*_by_name(gone, come), *_by_order(gone, come)]:
        yield from edits(before[i], after[j], f"{path}[{i}]", depth + 1)
    yield from (Edit(f"{path}[{i}]", item, MISSING) for i, item in gone.items())
    yield from (Edit(f"{path}[{j}]", MISSING, item) for j, item in come.items())


def _by_name(gone: dict[int, Any], come: dict[int, Any]) -> list[tuple[int, int]]:
    """Take out the pairs of objects that are one object changed, by what tells them from their neighbours."""
    named = {_name(item): j for j, item in reversed(come.items())}
    pairs = []
    for i, item in list(gone.items()):
        j = named.pop(_name(item), None)
        if j is not None:
            pairs.append((i, j))
            del gone[i], come[j]
    return pairs


def _by_order(gone: dict[int, Any], come: dict[int, Any]) -> list[tuple[int, int]]:
    """Take out what is left, where it is equally many objects on both sides."""
    if len(gone) != len(come) or not all(isinstance(item, dict) for item in (*gone.values(), *come.values())):
        return []
    pairs = list(zip(gone, come, strict=True))
    gone.clear()
    come.clear()
    return pairs


def _name(item: Any) -> str:
    """What tells an object of a record from its neighbours; anything else is told by all that it is."""
    values = (item.get(key) for key in _NAMES) if isinstance(item, dict) else ()
    return next((value for value in values if isinstance(value, str) and value), _key(item))


def _key(item: Any) -> str:
    return json.dumps(item, sort_keys=True)


def _stretches(old: list[str], new: list[str]) -> list[Stretch]:
    """Where the lists differ; in lists too long to be put in order, the items that only one of them has."""
    aligned = stretches(old, new)
    if aligned is not None:
        return [stretch for is_same, stretch in aligned if not is_same]
    known, there = set(old), set(new)
    gone = [(i, i + 1, 0, 0) for i, key in enumerate(old) if key not in there]
    return gone + [(0, 0, j, j + 1) for j, key in enumerate(new) if key not in known]
