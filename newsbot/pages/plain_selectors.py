"""The CSS selectors that an index of names can answer: tags, classes, ids, attributes, descendants and children."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, Negation

from newsbot.pages.name_index import NameIndex, Node

Test = Callable[[Node], bool]


def plain_parts(trees: list[Any]) -> tuple[Plain, ...] | None:
    """The comma parts of a selector, given as cssselect's trees; None where the index cannot answer one of them."""
    parts = [_plain(tree) for tree in trees]
    return None if None in parts else tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Plain:
    """One comma part that the index can answer.

    `key` is a class or id that its last compound needs, or, where that has none (`.tags a`), its nearest ancestor
    with one; then `tag` is the tag to look for below. `test` decides, the key itself aside.
    """

    key: str
    by_id: bool
    test: Test
    tag: str | None = None

    def find(self, index: NameIndex) -> list[Node]:
        """The matching elements in document order."""
        if self.tag is None:
            return [index.elements[place] for place in self.places(index)]
        named = index.named(self.key, by_id=self.by_id)
        below = (node for place in named for node in index.elements[place].iterdescendants(self.tag))
        return list(dict.fromkeys(node for node in below if self.test(node)))

    def places(self, index: NameIndex) -> list[int]:
        """The positions of the matching elements, of a part without a `tag`."""
        named = index.named(self.key, by_id=self.by_id)
        if self.test is _anything:
            return named
        return [place for place in named if self.test(index.elements[place])]


def _plain(tree: Any) -> Plain | None:
    """The tree as a plain part, or None where the index cannot answer it (no class or id at all, `~`, `:nth`)."""
    last = tree.subselector if isinstance(tree, CombinedSelector) else tree
    key = _key(last)
    test = _test(tree, key)
    if test is None:
        return None
    if key:
        return Plain(*key, test)
    tag = _tag(last)
    if tag is None or not isinstance(tree, CombinedSelector):
        return None
    outer = tree.selector
    key = _key(outer.subselector if isinstance(outer, CombinedSelector) else outer)
    return Plain(*key, test, tag) if key else None


def _tag(tree: Any) -> str | None:
    while not isinstance(tree, Element):
        tree = tree.selector
    return tree.element.lower() if tree.element else None


_Key = tuple[str, bool]
"""A class name, or an id where the second is True."""


def _key(tree: Any) -> _Key | None:
    best = None
    while not isinstance(tree, Element):
        found = _named_by(tree)
        if found and found[1]:
            return found
        best = found or best
        tree = tree.selector
    return best


def _named_by(tree: Any) -> _Key | None:
    """The class or id that the last part of a compound asks for, None where it asks for something else."""
    if isinstance(tree, Hash):
        return tree.id, True
    return (tree.class_name, False) if isinstance(tree, Class) else None


def _test(tree: Any, known: _Key | None = None) -> Test | None:
    """A function that says whether an element matches the tree, or None where the tree holds anything unusual. What is
    `known` of an element, the key by which the index found it, is not asked again."""
    if isinstance(tree, CombinedSelector):
        return _combined(tree, known)
    tests: list[Test] = []
    while not isinstance(tree, Element):
        single = _SIMPLE.get(type(tree), lambda _: None)(tree)
        if single is None:
            return None
        if known is None or _named_by(tree) != known:
            tests.append(single)
        tree = tree.selector
    if tree.element:
        tag = tree.element.lower()
        tests.append(lambda node: node.tag == tag)
    return _all_of(tests)


def _all_of(tests: list[Test]) -> Test:
    if len(tests) < 2:
        return tests[0] if tests else _anything
    return lambda node: all(test(node) for test in tests)


def _anything(_: Node) -> bool:
    return True


def _combined(tree: CombinedSelector, known: _Key | None) -> Test | None:
    outer, inner = _test(tree.selector), _test(tree.subselector, known)
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
