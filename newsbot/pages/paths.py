"""XPath expressions, asked of lxml step by step where a step looks below many elements.

libxml2 compares each element that such a step finds with all that it has found: ``//article//p`` costs the square of
its articles. Asked of each article that stands in no other, ``.//p`` finds the same in one pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from newsbot.pages.name_index import Node
from newsbot.pages.plain_selectors import outermost

_PLACE = re.compile(r"\[\s*(?:(?P<one>1)|(?P<last>last\(\))|position\(\)\s*<\s*(?P<end>\d+))\s*\]$")


@dataclass(frozen=True)
class XPath:
    """One expression."""

    expression: str

    @cached_property
    def parts(self) -> tuple[tuple[etree.XPath, ...], slice]:
        """What is asked, each below what the one before it found, and which of all that is found is kept."""
        inner, kept = _place(self.expression)
        first, *others = _below(inner)
        asked = (first, *(f".//{other}" for other in others))
        return tuple(etree.XPath(one, smart_strings=False) for one in asked), kept

    def find(self, node: Node) -> list[Node]:
        """What it matches, asked of a node, in document order."""
        (first, *others), kept = self.parts
        found = first(node)
        if not isinstance(found, list):
            return [found]
        for asked in others:
            found = [one for above in outermost(found) for one in asked(above)]
        return found[kept]


def _place(expression: str) -> tuple[str, slice]:
    """The expression without a place in all that it finds (`(//p)[1]`), and that place."""
    place = _PLACE.search(expression)
    inner = expression[: place.start()].strip() if place else ""
    if place is None or not inner.startswith("(") or _closing(inner) != len(inner) - 1:
        return expression, slice(None)
    if place["last"]:
        return inner[1:-1], slice(-1, None)
    return inner[1:-1], slice(1 if place["one"] else int(place["end"]) - 1)


def _closing(text: str) -> int:
    """Where the bracket closes with which a text begins."""
    return next((place for place, depth in depths(text) if place and not depth), -1)


def depths(text: str, opening: str = "([", closing: str = ")]") -> list[tuple[int, int]]:
    """The places outside of quoted words, each with the brackets that are open behind it."""
    depth, quote, found = 0, "", []
    for place, mark in enumerate(text):
        if quote:
            quote = "" if mark == quote else quote
            continue
        quote = mark if mark in "'\"" else ""
        depth += (mark in opening) - (mark in closing)
        found.append((place, depth))
    return found


_BEGIN = 2
"""Characters in which a `//` is the first step's (`//p`, `.//p`)."""


def _below(expression: str) -> list[str]:
    """The steps between each `//` that stands in no bracket; the whole where a union or a sum is asked for.

    >>> _below("//div[.//a]/p//b[1]/text()"), _below("//p | //b")
    (['//div[.//a]/p', 'b[1]/text()'], ['//p | //b'])
    """
    if expression.rfind("//") < _BEGIN:
        return [expression]
    outside = [place for place, depth in depths(expression) if not depth and expression[place] != "]"]
    if any(expression[place] in "|=<>+" for place in outside):
        return [expression]
    cuts = [place for place in outside if place >= _BEGIN and expression.startswith("//", place)]
    begins, ends = [0, *(cut + 2 for cut in cuts)], [*cuts, len(expression)]
    return [expression[begin:end] for begin, end in zip(begins, ends, strict=True)]
