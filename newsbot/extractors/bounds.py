"""What a page may ask of the parser: documents that would keep it busy for minutes are refused before it sees them."""

from __future__ import annotations

import re

from newsbot.items import NotAPage

MAX_ELEMENTS = 400_000
"""Elements of one page; the largest honest page seen has 2,100 (merdeka 2015)."""
MAX_ATTRIBUTES = 5_000
"""Attributes of one tag: the parser compares each with all before it, so 80,000 cost it nine seconds."""
_HARMLESS = 500_000
"""Bytes in which a tag full of attributes costs the parser five seconds at most: to look costs half a parse."""
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
