"""The CSS selectors that an index of names can answer: tags, classes, ids, attributes, places among siblings,
descendants, children and next siblings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple

from cssselect.parser import Attrib, Class, CombinedSelector, Element, Function, Hash, Negation, Pseudo

from newsbot.pages.name_index import NameIndex, Node

Test = Callable[[Node], bool]


class Plain(NamedTuple):
    """One comma part that the index can answer.

    `key` is what its last compound asks of class or id, or, where that asks nothing (`.tags li a`), its nearest
    ancestor that does; then `tag` is the tag to look for below, `*` for any. `test` decides, the key itself aside.
    """

    key: Key
    test: Test
    tag: str | None = None

    def find(self, index: NameIndex) -> list[Node]:
        """The matching elements in document order."""
        if self.tag is None:
            return [index.elements[place] for place in self.places(index)]
        outer = [index.elements[place] for place in self.key.places(index)]
        below = (node for one in outermost(outer) for node in one.iterdescendants(self.tag))
        return [node for node in below if self.test(node)]

    def places(self, index: NameIndex) -> list[int]:
        """The positions of the matching elements, of a part without a `tag`."""
        found = self.key.places(index)
        if self.test is _anything:
            return found
        return [place for place in found if self.test(index.elements[place])]


class Key(NamedTuple):
    """What the index finds elements by: a class or an id, or with an `operator` of CSS what a whole attribute says."""

    value: str
    by_id: bool
    operator: str = ""

    def places(self, index: NameIndex) -> list[int]:
        """The positions of the elements that have it, in order."""
        if not self.operator:
            return index.named(self.value, by_id=self.by_id)
        return index.saying(self.value, _OPERATORS[self.operator], by_id=self.by_id)


def outermost(nodes: list[Node]) -> list[Node]:
    """The elements without those that stand inside others of them."""
    known = set(nodes) if len(nodes) > 1 else frozenset()
    return [node for node in nodes if known.isdisjoint(node.iterancestors())]


def plain_part(tree: Any) -> Plain | None:
    """The tree as a plain part, or None where the index cannot answer it (no class or id at all, `~`, `:has`)."""
    last = tree.subselector if isinstance(tree, CombinedSelector) else tree
    key = _key(last)
    test = matcher(tree, key)
    if test is None:
        return None
    if key:
        return Plain(key, test)
    while key is None and isinstance(tree, CombinedSelector) and tree.combinator != "+":
        tree = tree.selector
        key = _key(tree.subselector if isinstance(tree, CombinedSelector) else tree)
    return Plain(key, test, tag_of(last)) if key else None


def tag_of(tree: Any) -> str:
    """The tag that a compound asks for, `*` where it asks for none."""
    while not isinstance(tree, Element):
        tree = tree.selector
    return tree.element.lower() if tree.element else "*"


def _key(tree: Any) -> Key | None:
    """What of a compound the index finds fewest elements by: an id, then a class, then a part of either."""
    keys: list[Key] = []
    while not isinstance(tree, Element):
        keys += filter(None, [_asked_by(tree)])
        tree = tree.selector
    return min(keys, key=lambda key: (bool(key.operator), not key.by_id), default=None)


def _asked_by(tree: Any) -> Key | None:
    """What the last part of a compound asks of class or id, None where it asks for something else."""
    if isinstance(tree, Hash):
        return Key(tree.id, by_id=True)
    if isinstance(tree, Class):
        return Key(tree.class_name, by_id=False)
    is_name = isinstance(tree, Attrib) and tree.attrib in ("class", "id") and tree.operator in _OPERATORS
    return Key(tree.value.value, tree.attrib == "id", tree.operator) if is_name and tree.value.value else None


def matcher(tree: Any, known: Key | None = None) -> Test | None:
    """A function that says whether an element matches the tree, or None where the tree holds anything unusual. What is
    `known` of an element, the key by which the index found it, is not asked again."""
    if isinstance(tree, CombinedSelector):
        return _combined(tree, known)
    tests: list[Test] = []
    while not isinstance(tree, Element):
        single = _SIMPLE.get(type(tree), lambda _: None)(tree)
        if single is None:
            return None
        if known is None or _asked_by(tree) != known:
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


def _combined(tree: CombinedSelector, known: Key | None) -> Test | None:
    outer, inner = matcher(tree.selector), matcher(tree.subselector, known)
    if (
        outer is None or inner is None or tree.combinator == "~"
    ):  # to ask all siblings before each of them is quadratic
        return None
    above: Test = outer
    if tree.combinator == ">":
        return lambda node: inner(node) and node.getparent() is not None and above(node.getparent())
    if tree.combinator == "+":
        return lambda node: inner(node) and node.getprevious() is not None and above(node.getprevious())
    return lambda node: inner(node) and any(above(ancestor) for ancestor in node.iterancestors())


def _class_test(tree: Class) -> Test:
    name = tree.class_name
    return lambda node: name in (node.get("class") or "").split()


def _hash_test(tree: Hash) -> Test:
    identity = tree.id
    return lambda node: node.get("id") == identity


_OPERATORS: dict[str, Callable[[str, str], bool]] = {  # each asks that the value holds what is wanted
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
    inner = matcher(tree.subselector)
    return None if inner is None else lambda node: not inner(node)


def _pseudo_test(tree: Pseudo) -> Test | None:
    return _PSEUDO.get(tree.ident)


_PSEUDO: dict[str, Test] = {
    "first-child": lambda node: node.getprevious() is None,
    "last-child": lambda node: node.getnext() is None,
    "first-of-type": lambda node: next(node.itersiblings(node.tag, preceding=True), None) is None,
}


def _function_test(tree: Function) -> Test | None:
    """That of `:nth-child(3)` and `:nth-of-type(3)`: as many elements stand before, and no more are looked at."""
    number = tree.arguments[0].value if [one.type for one in tree.arguments] == ["NUMBER"] else None
    if number is None or not number.isdecimal() or tree.name not in ("nth-child", "nth-of-type"):
        return None
    place, tag = int(number), (tree.name == "nth-of-type")
    return lambda node: (
        sum(1 for _ in islice(node.itersiblings(node.tag if tag else "*", preceding=True), place))
        == place - 1
    )


_SIMPLE: dict[type, Callable[[Any], Test | None]] = {
    Class: _class_test,
    Hash: _hash_test,
    Attrib: _attribute_test,
    Negation: _negation_test,
    Pseudo: _pseudo_test,
    Function: _function_test,
}
