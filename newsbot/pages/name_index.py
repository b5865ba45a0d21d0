"""The elements of a page by class name, id and tag: what plain selectors are answered from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable
from itertools import compress, repeat
from typing import Any

from lxml import etree

Node = Any
"""An lxml element or a string (from `::attr()` and `::text`); lxml's own types are untyped."""

_GET = type(etree.Element("a")).get
"""Asked of all elements at once, it spares a bound method for each of them."""
_OFTEN_ASKED = ("a", "base", "link", "meta", "script", "title", "h1", "h2", "h3")


class NameIndex:
    """The elements of one tree by class name, id and tag, in document order.

    Flat lists side by side, and positions in them: a list an entry would wake the garbage collector hundreds of
    times a page, which costs more than the index. Elements are found by their whole class attribute first: a page
    has some four hundred of those for a thousand elements, and only asked names are looked for in them.
    """

    def __init__(self, root: Node) -> None:
        self.root = root
        self.elements: list[Node] = list(root.iter("*"))
        self._classes = attributes(self.elements, "class")
        self._ids: dict[str, int | list[int]] | None = None
        self._tags: dict[str, list[Node]] | None = None
        self._places: dict[Node, int] | None = None
        self._note_names()

    def _note_names(self) -> None:
        self._attributes = _positions(self._classes)
        self._joined = _BETWEEN.join(self._attributes)
        self._words = frozenset(self._joined.replace(_BETWEEN, " ").split())

    def forget(self, boxes: Iterable[Node]) -> None:
        """Leave out boxes that left the tree with all that stands in them; no element is asked for its names again."""
        gone = {element for box in boxes for element in box.iter("*")}
        stays = [element not in gone for element in self.elements]
        self.elements = list(compress(self.elements, stays))
        self._classes = list(compress(self._classes, stays))
        self._ids = self._tags = self._places = None
        self._note_names()

    def named(self, name: str, *, by_id: bool) -> list[int]:
        """The positions of the elements of that class or id."""
        if by_id:
            return _listed(self._by_id().get(name))
        if name not in self._words:
            return []
        attributes = self._holding(name)
        if len(attributes) == 1:
            return _listed(self._attributes[attributes[0]])
        return sorted({place for attribute in attributes for place in _listed(self._attributes[attribute])})

    def saying(self, wanted: str, compare: Callable[[str, str], bool], *, by_id: bool) -> list[int]:
        """The positions of the elements whose whole class attribute, or id, holds what is wanted and compares to it,
        in order."""
        table = self._by_id() if by_id else self._attributes
        if not by_id and wanted not in self._joined:
            return []
        return sorted(
            place
            for value, places in table.items()
            if wanted in value and compare(value, wanted)
            for place in _listed(places)
        )

    def in_order(self, elements: Collection[Node]) -> list[Node]:
        """The elements, each once, in document order."""
        places = self.places
        return sorted({element for element in elements if element in places}, key=places.__getitem__)

    def span(self, element: Node) -> tuple[int, int]:
        """The positions of an element and of the last that stands in it."""
        last = element
        while len(last):
            last = last[-1]
        return self.places[element], self.places[last]

    @property
    def places(self) -> dict[Node, int]:
        """Where each element stands: made when it is first asked for."""
        if self._places is None:
            self._places = dict(zip(self.elements, range(len(self.elements)), strict=True))
        return self._places

    def _by_id(self) -> dict[str, int | list[int]]:
        """Where each id stands: looked for when one is asked, as on few pages without rules."""
        if self._ids is None:
            self._ids = _positions(attributes(self.elements, "id"))
        return self._ids

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


class Placed:
    """Elements of a page in document order, of which those in one element are asked for again and again."""

    def __init__(self, nodes: list[Node], index: NameIndex) -> None:
        self._nodes = nodes
        self._index = index
        self._places: list[int] | None = None

    def inside(self, node: Node) -> list[Node]:
        """Those in an element, and the element itself where it is one of them."""
        if len(self._nodes) < _FEW:
            return [one for one in self._nodes if one is node or node in one.iterancestors()]
        if self._places is None:
            self._places = [self._index.places[one] for one in self._nodes]
        first, last = self._index.span(node)
        return self._nodes[bisect_left(self._places, first) : bisect_right(self._places, last)]


_FEW = 5
"""Elements that are asked for what they stand in; to know the places of all costs more than that."""
_BETWEEN = "\x00"
"""Between two class attributes: a character that no parsed attribute holds."""


def _positions(values: Iterable[str | None]) -> dict[str, int | list[int]]:
    """Where each value stands: a bare number as long as it stands once."""
    table: dict[str, int | list[int]] = {}
    for place, value in enumerate(values):
        if value:
            known = table.get(value)
            if known is None:
                table[value] = place
            elif known.__class__ is int:  # isinstance() is twice the price here, a thousand times a page
                table[value] = [known, place]
            else:
                known.append(place)  # type: ignore[union-attr]
    return table


def attributes(elements: list[Node], name: str) -> list[str | None]:
    """What each of the elements has as the attribute of that name."""
    return list(map(_GET, elements, repeat(name)))


def _listed(places: int | list[int] | None) -> list[int]:
    return [] if places is None else [places] if isinstance(places, int) else places
