"""The elements of a page by class name, id and tag: what plain selectors are answered from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = Any
"""An lxml element or a string (from `::attr()` and `::text`); lxml's own types are untyped."""

_OFTEN_ASKED = ("a", "base", "link", "meta", "script", "title", "h1", "h2", "h3")


class NameIndex:
    """The elements of one tree by class name, id and tag, in document order.

    Elements are found by their whole class attribute first: a page has some four hundred of those for a thousand
    elements, and only asked names are looked for in them.
    """

    def __init__(self, root: Node) -> None:
        self.root = root
        self.elements: list[Node] = list(root.iter())
        self._attributes = _Places([element.get("class") for element in self.elements])
        self._ids = _Places([element.get("id") for element in self.elements])
        self._tags: dict[str, list[Node]] | None = None
        self._joined = _BETWEEN.join(self._attributes.values())
        self._words = frozenset(self._joined.replace(_BETWEEN, " ").split())

    def named(self, name: str, *, by_id: bool) -> list[int]:
        """The positions of the elements of that class or id, in order."""
        if by_id:
            return self._ids.of([name])
        return self._attributes.of(self._holding(name)) if name in self._words else []

    def _holding(self, name: str) -> list[str]:
        """The class attributes that hold the name as a word: a search in one string, since most names are asked
        once and most attributes never."""
        joined, found = self._joined, []
        hit = joined.find(name)
        while hit >= 0:
            end = joined.find(_BETWEEN, hit)
            end = len(joined) if end < 0 else end
            attribute = joined[joined.rfind(_BETWEEN, 0, hit) + 1 : end]
            if name in attribute.split():
                found.append(attribute)
            hit = joined.find(name, end)
        return found

    def tagged(self, tag: str) -> list[Node]:
        """The elements of a tag."""
        if tag not in _OFTEN_ASKED:
            return list(self.root.iter(tag))
        if self._tags is None:
            self._tags = {often: [] for often in _OFTEN_ASKED}
            for element in self.root.iter(*_OFTEN_ASKED):
                self._tags[element.tag].append(element)
        return self._tags[tag]


_BETWEEN = "\x00"
"""Between two class attributes: a character that no parsed attribute holds."""


class _Places:
    """Where each value stands in a list that has more of them than anybody asks for.

    The first and the last place of each are noted at the speed of a dictionary; what stands between the two is looked
    for when it is asked. A list for every value would cost twice as much, and wake the garbage collector as well.
    """

    def __init__(self, listed: list[str | None]) -> None:
        places = range(len(listed))
        self._listed = listed
        self._last = dict(zip(listed, places, strict=True))
        self._first = dict(zip(reversed(listed), reversed(places), strict=True))

    def values(self) -> Iterator[str]:
        """The values, each once; an empty one is none."""
        return filter(None, self._last)

    def of(self, values: list[str]) -> list[int]:
        """The places of all the values, in order."""
        known = [value for value in values if value in self._last]
        if all(self._first[value] == self._last[value] for value in known):
            return sorted({self._first[value] for value in known})
        wanted = set(known)
        between = range(min(map(self._first.__getitem__, known)), max(map(self._last.__getitem__, known)) + 1)
        return [place for place in between if self._listed[place] in wanted]
