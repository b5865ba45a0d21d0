"""Selectors of the layout rules: CSS or XPath, compiled once, and not run where the page cannot match.

A page is asked some sixty selectors and answers a dozen; a full-tree query costs about a tenth of the parse.
So a selector knows the class names, ids and attribute values it needs, and a substring search in the page's
bytes tells in microseconds that it cannot match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree
from parsel.csstranslator import HTMLTranslator

Node = Any
"""An lxml element or a string (from `::attr()` and `::text`); lxml's own types are untyped."""

_TRANSLATOR = HTMLTranslator()
_NEEDS = re.compile(r"[.#](-?[A-Za-z_][\w-]*)|\[\s*[\w:-]+\s*[~|^$*]?=\s*[\"']?([^\"'\]]+?)[\"']?\s*\]")
_NEGATION = re.compile(r":not\([^)]*\)")
_PSEUDO = re.compile(r"::(?:text|attr\([\w:-]+\))")


@dataclass(frozen=True, slots=True)
class Selector:
    """One compiled selector: `alternatives` are the literals each of its comma parts cannot do without."""

    xpath: etree.XPath
    alternatives: tuple[tuple[bytes, ...], ...]

    def may_match(self, source: bytes) -> bool:
        """False where the page's bytes lack a class, id or attribute value the selector needs."""
        return any(all(need in source for need in needs) for needs in self.alternatives)

    def __call__(self, node: Node) -> list[Node]:
        found = self.xpath(node)
        return found if isinstance(found, list) else [found]


@cache
def compile_selector(expression: str) -> Selector:
    """A CSS selector (with parsel's `::text` and `::attr(x)`), or XPath after the prefix `xpath:`.

    Raises ValueError naming the expression where it is neither.
    """
    try:
        if expression.startswith("xpath:"):
            return Selector(etree.XPath(expression[6:]), ((),))
        xpath = _TRANSLATOR.css_to_xpath(expression)
        return Selector(etree.XPath(xpath, smart_strings=False), _alternatives(expression))
    except Exception as error:
        raise ValueError(f"bad selector {expression!r}: {error}") from error


def _alternatives(css: str) -> tuple[tuple[bytes, ...], ...]:
    bare = _NEGATION.sub("", _PSEUDO.sub("", css))
    return tuple(
        tuple((name or value).encode() for name, value in _NEEDS.findall(part)) for part in bare.split(",")
    )
