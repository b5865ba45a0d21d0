"""Selectors of the layout rules: CSS or XPath, compiled once, answered from an index where they can be.

A page is asked some sixty selectors and answers a dozen; a query over the whole tree costs a sixth of the parse. So a
selector knows the class names and ids it cannot do without: a substring search in the page's bytes rules most of them
out, and the plain ones are answered from one index of the page's classes and ids. For the rest lxml is asked one step
at a time, so that none costs the square of its page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from cssselect import HTMLTranslator
from cssselect.parser import CombinedSelector
from cssselect.parser import parse as parse_css
from lxml import etree

from newsbot.pages.compounds import Compound, Part, asked_of, part_of
from newsbot.pages.name_index import NameIndex, Node, Placed
from newsbot.pages.paths import XPath, depths
from newsbot.pages.plain_selectors import Plain

__all__ = ["NameIndex", "Node", "Placed", "Selector", "compile_selector"]

_TRANSLATOR = HTMLTranslator()
_XPATH = "xpath:"
_NEEDS = re.compile(r"[.#](-?[A-Za-z_][\w-]*)|\[\s*[\w:-]+\s*[~|^$*]?=\s*+[\"']?([^\"'\]]+?)[\"']?\s*\]")
_NEGATION = re.compile(r":not\([^)]*\)")
_PSEUDO_ELEMENT = re.compile(r"::(?:text|attr\((?P<attribute>[\w:-]+)\))$")


@dataclass(frozen=True)
class Selector:
    """One compiled selector: `needs` are the literals that each of its comma parts cannot do without, `parts` how each
    of them is answered (none of an expression in XPath, which lxml answers as a whole); `looks_up` where it may depend
    on elements above the one it is asked within; `value` what of an element is wanted, where it is not the element."""

    expression: str
    needs: tuple[tuple[bytes, ...], ...]
    parts: tuple[Part, ...] = ()
    looks_up: bool = False
    value: str | None = None

    @cached_property
    def plain(self) -> bool:
        """Whether the index answers it, and lxml is not asked."""
        return set(map(type, self.parts)) == {Plain}

    @cached_property
    def is_local(self) -> bool:
        """Whether the element that it is asked within is all that has to be looked at."""
        return not self.looks_up and Plain not in map(type, self.parts)

    @cached_property
    def path(self) -> XPath:
        """The selector as lxml is asked for it where it has no parts."""
        return XPath(_translated(self.expression))

    @cached_property
    def xpath(self) -> etree.XPath:
        """The selector as one XPath: made when it is first asked for, since most never are."""
        return etree.XPath(_translated(self.expression), smart_strings=False)

    def may_match(self, source: bytes) -> bool:
        """False where the page's bytes lack a class, id or attribute value the selector needs."""
        return any(all(need in source for need in needs) for needs in self.needs)

    def within(self, node: Node) -> list[Node]:
        """What a local selector matches below (or at) a node, in document order."""
        if len(self.parts) == 1 and isinstance(part := self.parts[0], Compound):
            return self.values(part.within(node))
        if self.parts:
            found = {one for part in self.parts if isinstance(part, Compound) for one in part.within(node)}
            return self.values([one for one in node.iter() if one in found] if found else [])
        return self.path.find(node)

    def everywhere(self, root: Node, source: bytes, index: Callable[[], NameIndex]) -> list[Node]:
        """What the selector matches in the whole tree, in document order."""
        if not self.parts:
            return self.within(root) if self.may_match(source) else []
        found = self.elements(source, index)
        return found if self.value is None else self.values(found)

    def elements(self, source: bytes, index: Callable[[], NameIndex]) -> list[Node]:
        """The elements of the whole tree that one of the parts matches, in document order."""
        if not self.plain and not self.may_match(source):
            return []
        names = index()
        if len(self.parts) == 1:
            return self.parts[0].find(names)
        matched = [nodes for part in self.parts if (nodes := part.find(names))]
        if len(matched) < 2:  # as nearly always: those of one part are in order
            return matched[0] if matched else []
        return names.in_order([node for nodes in matched for node in nodes])

    def values(self, nodes: list[Node]) -> list[Node]:
        """What is wanted of the elements: themselves, the values of an attribute, or their own texts."""
        if self.value is None:
            return nodes
        if self.value == _TEXTS:
            return [text for node in nodes for text in (node.text, *(child.tail for child in node)) if text]
        return [value for node in nodes if (value := node.get(self.value)) is not None]


_TEXTS = ""
"""Wanted of an element in place of an attribute: its texts."""


@cache
def compile_selector(expression: str) -> Selector:
    """A CSS selector (with parsel's `::text` and `::attr(x)`), or XPath after the prefix `xpath:`.

    Raises ValueError naming the expression where it is neither.
    """
    try:
        selector = _compiled(expression)
        if not selector.plain:
            _ = [one.xpath for one in asked_of(selector.parts)] if selector.parts else selector.path.parts
    except Exception as error:
        raise ValueError(f"bad selector {expression!r}: {error}") from error
    return selector


def _compiled(expression: str) -> Selector:
    if expression.startswith(_XPATH):
        return Selector(expression, _xpath_needs(expression))
    wanted = _PSEUDO_ELEMENT.search(expression)
    if wanted and "," in expression:
        return Selector(expression, _needs(expression))
    css = expression[: wanted.start()] or "*" if wanted else expression
    trees = [part.parsed_tree for part in parse_css(css)]
    looks_up = any(isinstance(tree, CombinedSelector) for tree in trees)
    value = (wanted["attribute"] or _TEXTS) if wanted else None
    return Selector(expression, _needs(expression), tuple(map(part_of, trees)), looks_up, value)


def _translated(expression: str) -> str:
    if expression.startswith(_XPATH):
        return expression.removeprefix(_XPATH)
    if _PSEUDO_ELEMENT.search(expression):
        return _with_texts(expression)
    return _TRANSLATOR.css_to_xpath(expression)


def _with_texts(css: str) -> str:
    """The XPath of a selector with `::text` or `::attr(x)`: parsel knows them, and is loaded for the few that ask."""
    from parsel.csstranslator import HTMLTranslator as WithTexts

    return WithTexts().css_to_xpath(css)


def _needs(css: str) -> tuple[tuple[bytes, ...], ...]:
    bare = _NEGATION.sub("", _PSEUDO_ELEMENT.sub("", css))
    return tuple(
        tuple((name or value).encode() for name, value in _NEEDS.findall(part)) for part in bare.split(",")
    )


_XPATH_LITERAL = re.compile(
    r"(?:contains\(@class,\s*|@id\s*=\s*|@class\s*=\s*|contains\(\.,\s*|starts-with\([^,]{1,40},\s*)'([\w .:-]+)'"
)


def _xpath_needs(expression: str) -> tuple[tuple[bytes, ...], ...]:
    """The ASCII literals that an XPath cannot do without, by what it offers a choice of: `or` in one of its conditions.
    A condition that says what must not be, and one with a choice of which a part needs nothing, need nothing.

    >>> _xpath_needs("//p[contains(@class,'b')][contains(.,'X:') or contains(.,'Y:')]")
    ((b'b', b'X'), (b'b', b'Y'))
    >>> _xpath_needs("//*[self::p or self::i][not(@id='a')][contains(.,'Z:')]"), _xpath_needs("//p | //i")
    (((b'Z:',),), ((),))
    """
    if "|" in expression:
        return ((),)
    needs: list[tuple[bytes, ...]] = [()]
    for condition in _conditions(expression):
        parts = [] if "not(" in condition else _OR.split(condition)
        choices = [_literals(part, whole=len(parts) == 1) for part in parts]
        if choices and all(choices) and len(needs) * len(choices) <= _MOST_CHOICES:
            needs = [need + choice for need in needs for choice in choices]
    return tuple(needs)


_OR = re.compile(r"\bor\b")
_MOST_CHOICES = 8


def _conditions(expression: str) -> list[str]:
    """What stands in the outermost square brackets of an XPath, and what stands outside of them, as one more."""
    inside, outside, begin, depth = [], "", 0, 0
    for place, level in depths(expression, "[", "]"):
        if (level > 0) != (depth > 0):
            if level:
                outside += expression[begin:place]
            else:
                inside.append(expression[begin + 1 : place])
            begin = place
        depth = level
    return [*inside, outside + expression[begin:]]


def _literals(condition: str, *, whole: bool) -> tuple[bytes, ...]:
    """The literals of a condition; of texts that one of several must hold the mark at the end may stand in another
    element ("<b>Editor</b>: Wira")."""
    found = [
        literal for literal in _XPATH_LITERAL.findall(condition) if " " not in literal and literal.isascii()
    ]
    return tuple(literal.encode() for literal in (found if whole else [one.rstrip(":.") for one in found]))
