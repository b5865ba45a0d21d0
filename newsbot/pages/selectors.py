"""Selectors of the layout rules: CSS or XPath, compiled once, answered from an index where they can be.

A page is asked some sixty selectors and answers a dozen; a query over the whole tree costs a sixth of the parse. So a
selector knows the class names and ids it cannot do without: a substring search in the page's bytes rules most of them
out, and the plain ones are answered from one index of the page's classes and ids. Everything else is lxml's own XPath.
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

from newsbot.pages.name_index import NameIndex, Node
from newsbot.pages.plain_selectors import Plain, plain_parts

__all__ = ["NameIndex", "Node", "Selector", "compile_selector"]

_TRANSLATOR = HTMLTranslator()
_XPATH = "xpath:"
_NEEDS = re.compile(r"[.#](-?[A-Za-z_][\w-]*)|\[\s*[\w:-]+\s*[~|^$*]?=\s*+[\"']?([^\"'\]]+?)[\"']?\s*\]")
_NEGATION = re.compile(r":not\([^)]*\)")
_PSEUDO_ELEMENT = re.compile(r"::(?:text|attr\([\w:-]+\))$")


@dataclass(frozen=True)
class Selector:
    """One compiled selector: `needs` are the literals that each of its comma parts cannot do without; `plain` is set
    where the index can answer it; `looks_up` where it may depend on elements above the one it is asked within."""

    expression: str
    needs: tuple[tuple[bytes, ...], ...]
    plain: tuple[Plain, ...] | None = None
    looks_up: bool = False

    @cached_property
    def xpath(self) -> etree.XPath:
        """The selector as XPath: made when it is first asked for, since most plain ones never are."""
        return etree.XPath(_translated(self.expression), smart_strings=False)

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
        if len(self.plain) == 1:
            return self.plain[0].find(names)
        if any(part.tag for part in self.plain):  # the index knows the place of what stands above
            matched = [nodes for part in self.plain if (nodes := part.find(names))]
            if len(matched) < 2:  # as nearly always: those of one part are in order
                return matched[0] if matched else []
            found = {node for nodes in matched for node in nodes}
            return [element for element in names.elements if element in found]
        places = {place for part in self.plain for place in part.places(names)}
        return [names.elements[place] for place in sorted(places)]


@cache
def compile_selector(expression: str) -> Selector:
    """A CSS selector (with parsel's `::text` and `::attr(x)`), or XPath after the prefix `xpath:`.

    Raises ValueError naming the expression where it is neither.
    """
    try:
        selector = _compiled(expression)
        if selector.plain is None:
            _ = selector.xpath  # which refuses what is none
    except Exception as error:
        raise ValueError(f"bad selector {expression!r}: {error}") from error
    return selector


def _compiled(expression: str) -> Selector:
    if expression.startswith(_XPATH):
        return Selector(expression, (_xpath_needs(expression),))
    if _PSEUDO_ELEMENT.search(expression):
        return Selector(expression, _needs(expression))
    trees = [part.parsed_tree for part in parse_css(expression)]
    looks_up = any(isinstance(tree, CombinedSelector) for tree in trees)
    return Selector(expression, _needs(expression), plain_parts(trees), looks_up)


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


def _xpath_needs(expression: str) -> tuple[bytes, ...]:
    """The ASCII literals that an XPath cannot do without: none where it offers a choice."""
    if re.search(r"\bor\b|\||not\(", expression):
        return ()
    return tuple(
        literal.encode()
        for literal in _XPATH_LITERAL.findall(expression)
        if " " not in literal and literal.isascii()
    )
