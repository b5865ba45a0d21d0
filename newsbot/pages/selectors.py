"""Selectors of the layout rules: CSS or XPath, compiled once, answered from an index where they can be.

A page is asked some sixty selectors and answers a dozen; a query over the whole tree costs a sixth of the parse. So a
selector knows the class names and ids it cannot do without: a substring search in the page's bytes rules most of them
out, and the plain ones (tags, classes, ids, attributes, descendants, children) are answered from one index of the
page's classes and ids. Everything else is lxml's own XPath.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, Negation
from cssselect.parser import parse as parse_css
from lxml import etree
from parsel.csstranslator import HTMLTranslator

Node = Any
"""An lxml element or a string (from `::attr()` and `::text`); lxml's own types are untyped."""
Test = Callable[[Node], bool]

_TRANSLATOR = HTMLTranslator()
_NEEDS = re.compile(r"[.#](-?[A-Za-z_][\w-]*)|\[\s*[\w:-]+\s*[~|^$*]?=\s*[\"']?([^\"'\]]+?)[\"']?\s*\]")
_NEGATION = re.compile(r":not\([^)]*\)")
_PSEUDO_ELEMENT = re.compile(r"::(?:text|attr\([\w:-]+\))$")


_OFTEN_ASKED = ("a", "link", "meta", "script", "title", "h1", "h2", "h3")


class NameIndex:
    """The elements of one tree by class name, id and tag, in document order.

    Flat lists side by side, and positions in them: a list an entry would wake the garbage collector hundreds of
    times a page, which costs more than the index. Elements are found by their whole class attribute first: a page
    has some four hundred of those for a thousand elements, and only asked names are looked for in them.
    """

    def __init__(self, root: Node) -> None:
        self._root = root
        self.elements: list[Node] = list(root.iter())
        self._attributes = _positions([element.get("class") for element in self.elements])
        self._ids = _positions([element.get("id") for element in self.elements])
        self._tags: dict[str, list[Node]] | None = None
        self._joined = _BETWEEN.join(self._attributes)
        self._words = frozenset(self._joined.replace(_BETWEEN, " ").split())

    def named(self, name: str, *, by_id: bool) -> list[int]:
        """The positions of the elements of that class or id."""
        if by_id:
            return _listed(self._ids.get(name))
        if name not in self._words:
            return []
        attributes = self._holding(name)
        if len(attributes) == 1:
            return _listed(self._attributes[attributes[0]])
        return sorted({place for attribute in attributes for place in _listed(self._attributes[attribute])})

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
            return list(self._root.iter(tag))
        if self._tags is None:
            self._tags = {often: [] for often in _OFTEN_ASKED}
            for element in self._root.iter(*_OFTEN_ASKED):
                self._tags[element.tag].append(element)
        return self._tags[tag]

    def position(self, element: Node) -> int | None:
        """The element's position in document order, or None where it has neither class nor id."""
        for table, key in ((self._attributes, element.get("class")), (self._ids, element.get("id"))):
            for place in _listed(table.get(key)) if key else ():
                if self.elements[place] is element:
                    return place
        return None


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


def _listed(places: int | list[int] | None) -> list[int]:
    return [] if places is None else [places] if isinstance(places, int) else places


@dataclass(frozen=True, slots=True)
class _Plain:
    """One comma part that the index can answer.

    `key` is a class or id that its last compound needs, or, where that has none (`.tags a`), its nearest ancestor
    with one; then `tag` is the tag to look for below. `test` decides.
    """

    key: str
    by_id: bool
    test: Test
    tag: str | None = None

    def find(self, index: NameIndex) -> list[tuple[float, Node]]:
        named = [(place, index.elements[place]) for place in index.named(self.key, by_id=self.by_id)]
        if self.tag is None:
            return [pair for pair in named if self.test(pair[1])]
        below = {
            node: place + step / 1e6
            for place, outer in named
            for step, node in enumerate(outer.iterdescendants(self.tag), 1)
            if self.test(node)
        }
        return [(place, node) for node, place in below.items()]


@dataclass(frozen=True, slots=True)
class Selector:
    """One compiled selector: `needs` are the literals that each of its comma parts cannot do without; `plain` is set
    where the index can answer it; `looks_up` where it may depend on elements above the one it is asked within."""

    xpath: etree.XPath
    needs: tuple[tuple[bytes, ...], ...]
    plain: tuple[_Plain, ...] | None
    looks_up: bool = False

    def may_match(self, source: bytes) -> bool:
        """False where the page's bytes lack a class, id or attribute value the selector needs."""
        return any(all(need in source for need in needs) for needs in self.needs)

    def within(self, node: Node) -> list[Node]:
        """What the selector matches below (or at) a node, in document order."""
        found = self.xpath(node)
        return found if isinstance(found, list) else [found]

    def everywhere(self, root: Node, source: bytes, index: Callable[[], NameIndex]) -> list[Node]:
        """What the selector matches in the whole tree, in document order."""
        if self.plain is None:
            return self.within(root) if self.may_match(source) else []
        names = index()
        found = [pair for part in self.plain for pair in part.find(names)]
        if len(self.plain) == 1:
            return [node for _, node in found]
        numbers = {node: number for number, node in found}
        if len(numbers) > 1 and any(
            part.tag for part in self.plain
        ):  # their numbers are of the elements above
            return [element for element in names.elements if element in numbers]
        return sorted(numbers, key=numbers.__getitem__)


@cache
def compile_selector(expression: str) -> Selector:
    """A CSS selector (with parsel's `::text` and `::attr(x)`), or XPath after the prefix `xpath:`.

    Raises ValueError naming the expression where it is neither.
    """
    try:
        if expression.startswith("xpath:"):
            return Selector(
                etree.XPath(expression[6:], smart_strings=False), (_xpath_needs(expression),), None
            )
        xpath = etree.XPath(_TRANSLATOR.css_to_xpath(expression), smart_strings=False)
        looks_up = not _PSEUDO_ELEMENT.search(expression) and any(
            isinstance(part.parsed_tree, CombinedSelector) for part in parse_css(expression)
        )
        return Selector(xpath, _needs(expression), _plain_parts(expression), looks_up)
    except Exception as error:
        raise ValueError(f"bad selector {expression!r}: {error}") from error


def _needs(css: str) -> tuple[tuple[bytes, ...], ...]:
    bare = _NEGATION.sub("", _PSEUDO_ELEMENT.sub("", css))
    return tuple(
        tuple((name or value).encode() for name, value in _NEEDS.findall(part)) for part in bare.split(",")
    )


_XPATH_LITERAL = re.compile(
    r"(?:contains\(@class,\s*|@id\s*=\s*|@class\s*=\s*|contains\(\.,\s*|starts-with\([^,]{1,40},\s*)'([\w .:-]+)'"
)


def _xpath_needs(expression: str) -> tuple[bytes, ...]:
    """The ASCII literals that an XPath cannot do without: none where it offers a choice."""
    if re.search(r"\bor\b|\||not\(", expression):
        return ()
    return tuple(
        literal.encode()
        for literal in _XPATH_LITERAL.findall(expression)
        if " " not in literal and literal.isascii()
    )


def _plain_parts(css: str) -> tuple[_Plain, ...] | None:
    if _PSEUDO_ELEMENT.search(css):
        return None
    parts = [_plain(selector.parsed_tree) for selector in parse_css(css)]
    return None if None in parts else tuple(part for part in parts if part)


def _plain(tree: Any) -> _Plain | None:
    """The tree as a plain part, or None where the index cannot answer it (no class or id at all, `~`, `:nth`)."""
    last = tree.subselector if isinstance(tree, CombinedSelector) else tree
    test = _test(tree)
    if test is None:
        return None
    if key := _key(last):
        return _Plain(*key, test)
    tag = _tag(last)
    if tag is None or not isinstance(tree, CombinedSelector):
        return None
    outer = tree.selector
    key = _key(outer.subselector if isinstance(outer, CombinedSelector) else outer)
    return _Plain(*key, test, tag) if key else None


def _tag(tree: Any) -> str | None:
    while not isinstance(tree, Element):
        tree = tree.selector
    return tree.element.lower() if tree.element else None


def _key(tree: Any) -> tuple[str, bool] | None:
    best = None
    while not isinstance(tree, Element):
        if isinstance(tree, Hash):
            return tree.id, True
        if isinstance(tree, Class):
            best = tree.class_name, False
        tree = tree.selector
    return best


def _test(tree: Any) -> Test | None:
    """A function that says whether an element matches the tree, or None where the tree holds anything unusual."""
    if isinstance(tree, CombinedSelector):
        return _combined(tree)
    tests: list[Test] = []
    while not isinstance(tree, Element):
        single = _SIMPLE.get(type(tree), lambda _: None)(tree)
        if single is None:
            return None
        tests.append(single)
        tree = tree.selector
    if tree.element:
        tag = tree.element.lower()
        tests.append(lambda node: node.tag == tag)
    return lambda node: all(test(node) for test in tests)


def _combined(tree: CombinedSelector) -> Test | None:
    outer, inner = _test(tree.selector), _test(tree.subselector)
    if outer is None or inner is None or tree.combinator not in (" ", ">"):
        return None
    above: Test = outer
    if tree.combinator == ">":
        return lambda node: inner(node) and node.getparent() is not None and above(node.getparent())
    return lambda node: inner(node) and any(above(ancestor) for ancestor in node.iterancestors())


def _class_test(tree: Class) -> Test:
    name = tree.class_name
    return lambda node: name in (node.get("class") or "").split()


def _hash_test(tree: Hash) -> Test:
    identity = tree.id
    return lambda node: node.get("id") == identity


_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda value, wanted: value == wanted,
    "*=": lambda value, wanted: wanted in value,
    "^=": lambda value, wanted: value.startswith(wanted),
    "$=": lambda value, wanted: value.endswith(wanted),
    "~=": lambda value, wanted: wanted in value.split(),
}


def _attribute_test(tree: Attrib) -> Test | None:
    name = tree.attrib
    if tree.operator == "exists":
        return lambda node: node.get(name) is not None
    compare, wanted = _OPERATORS.get(tree.operator), tree.value.value if tree.value else None
    if compare is None or not wanted:
        return None
    return lambda node: (value := node.get(name)) is not None and compare(value, wanted)


def _negation_test(tree: Negation) -> Test | None:
    inner = _test(tree.subselector)
    return None if inner is None else lambda node: not inner(node)


_SIMPLE: dict[type, Callable[[Any], Test | None]] = {
    Class: _class_test,
    Hash: _hash_test,
    Attrib: _attribute_test,
    Negation: _negation_test,
}
