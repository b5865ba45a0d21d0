"""The CSS selectors that no class or id leads to: single compounds by XPath, and what stands below or beside others.

An XPath of several steps costs the square of what its first steps match, for libxml2 compares each element that a step
finds with all that it has found. So lxml is asked about one compound at a time (`figure`, `[itemprop=author]`), and
what a combinator or a comma brings together is brought together here, in one pass over what each side matches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cssselect import HTMLTranslator
from cssselect.parser import CombinedSelector, Selector
from lxml import etree

from newsbot.pages.name_index import NameIndex, Node
from newsbot.pages.plain_selectors import Plain, Test, matcher, outermost, plain_part, tag_of

_TRANSLATOR = HTMLTranslator()


@dataclass(frozen=True)
class Compound:
    """What one compound asks of an element, answered by XPath in one step."""

    tree: Any

    @cached_property
    def xpath(self) -> etree.XPath:
        """Made when it is first asked for."""
        return etree.XPath(_TRANSLATOR.selector_to_xpath(Selector(self.tree)), smart_strings=False)

    def find(self, index: NameIndex) -> list[Node]:
        """The matching elements in document order."""
        return self.within(index.root)

    def within(self, node: Node) -> list[Node]:
        """Those at or below a node."""
        found: list[Node] = self.xpath(node)
        return found


@dataclass(frozen=True)
class Related:
    """What stands below, in, behind or next to the elements of another part: `h2 a`, `article > p`, `.end ~ *`.

    `test` tells whether an element matches the last compound; where there is none, `right` finds what does.
    """

    left: Part
    combinator: str
    tag: str
    test: Test | None
    right: Compound

    def find(self, index: NameIndex) -> list[Node]:
        """The matching elements in document order."""
        left = self.left.find(index)
        if not left:
            return []
        near = _NEAR[self.combinator](left, self.tag)
        if self.test is not None:
            found = [node for node in near if self.test(node)]
        else:
            found = list(set(self.right.find(index)).intersection(near))
        return index.in_order(found) if len(found) > 1 else found


Part = Plain | Compound | Related
"""One comma part of a selector."""


def part_of(tree: Any) -> Part:
    """How a comma part, given as cssselect's tree, is answered."""
    if plain := plain_part(tree):
        return plain
    if not isinstance(tree, CombinedSelector):
        return Compound(tree)
    last = tree.subselector
    return Related(part_of(tree.selector), tree.combinator, tag_of(last), matcher(last), Compound(last))


def asked_of(parts: Iterable[Part]) -> Iterator[Compound]:
    """The compounds that lxml is asked for the parts."""
    for part in parts:
        if isinstance(part, Compound):
            yield part
        elif isinstance(part, Related):
            yield from asked_of([part.left] if part.test else [part.left, part.right])


def _below(left: list[Node], tag: str) -> Iterator[Node]:
    return (node for one in outermost(left) for node in one.iterdescendants(tag))


def _children(left: list[Node], tag: str) -> Iterator[Node]:
    return (node for one in left for node in one.iterchildren(tag))


def _behind(left: list[Node], tag: str) -> Iterator[Node]:
    first: dict[Node | None, Node] = {}
    for one in left:
        first.setdefault(one.getparent(), one)
    return (node for one in first.values() for node in one.itersiblings(tag))


def _next(left: list[Node], tag: str) -> Iterator[Node]:
    following = (one.getnext() for one in left)
    return (node for node in following if node is not None and tag in ("*", node.tag))


_NEAR: dict[str, Callable[[list[Node], str], Iterable[Node]]] = {
    " ": _below, ">": _children, "~": _behind, "+": _next,
}  # fmt: skip
"""The elements of a tag that stand to some others as a combinator says, each once."""
