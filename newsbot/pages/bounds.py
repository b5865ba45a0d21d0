"""What a page may cost: documents that would keep the parser or its readers busy for minutes are refused."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from newsbot.items import NotAPage

MAX_ELEMENTS = 400_000
"""Elements of one page; the largest honest page seen has 2,100 (merdeka 2015)."""
MAX_ATTRIBUTES = 5_000
"""Attributes of one tag: the parser compares each with all before it, so 80,000 cost it nine seconds."""
MAX_NESTING = 5_000_000
"""The depths of all elements, added up: what it costs to read every element's text, as rules for nested elements do.
The deepest honest page seen has 23 levels, the largest sum is 25,000 (both liputan6 2021)."""
_HARMLESS = 500_000
"""Bytes in which a tag full of attributes costs the parser five seconds at most: to look costs half a parse."""
IS_DEEP = etree.XPath(f"boolean({'/*' * 48})")
"""Whether elements stand 48 levels deep, twice as deep as on any honest page seen."""
_TAG = re.compile(rb"""<[A-Za-z](?:[^"'<>]++|"[^"]*+"|'[^']*+')*+""")
_BETWEEN = re.compile(rb"""[\s/]*(?:"[^"]*+"|'[^']*+')[\s/]*|[\s/]+""")


def refuse_excess(source: bytes) -> NotAPage | None:
    """Why a document is too much for the parser, or None. Linear in its length; free for usual pages.

    >>> refuse_excess(b"<p>Panen raya")
    >>> refuse_excess(b"<p " + b"a " * 300_000 + b">").reason
    'too_many_attributes'
    """
    if len(source) > 2 * MAX_ELEMENTS < source.count(b"<"):  # to count costs a tenth of the parse
        return NotAPage("too_many_elements", f"more than {MAX_ELEMENTS} elements")
    if len(source) > _HARMLESS and any(_attributes(tag[0]) > MAX_ATTRIBUTES for tag in _TAG.finditer(source)):
        return NotAPage("too_many_attributes", f"more than {MAX_ATTRIBUTES} attributes in one tag")
    return None


def _attributes(tag: bytes) -> int:
    """Attributes of a tag, or a few more: what stands between two of them is white space, a slash or a value."""
    return len(_BETWEEN.findall(tag)) if len(tag) > 2 * MAX_ATTRIBUTES else 0


def refuse_nesting(root: Any, count: int, size: int) -> NotAPage | None:
    """Why a parsed tree of so many elements, of a document of `size` bytes, is too much to read, or None.

    >>> refuse_nesting(etree.HTML("<p>Panen raya"), 3, 13)
    >>> deep = "<div>" * 200 + "<i>a</i>" * 40_000
    >>> refuse_nesting(etree.HTML(deep, etree.HTMLParser(huge_tree=True)), 40_202, len(deep)).reason
    'too_deep'
    """
    if count * count <= 2 * MAX_NESTING:  # all of them inside one another would not be too much
        return None
    if size <= _HARMLESS and not IS_DEEP(root):
        return None
    depth = total = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        total += depth
        if total > 2 * MAX_NESTING:  # each element is met twice
            return NotAPage("too_deep", f"elements inside one another, {MAX_NESTING} levels in all")
    return None
