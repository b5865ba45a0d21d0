"""What stands beside the element that prints the date, where a writer's name may stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newsbot.pages.around import outermost
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_MOST_ENTRIES = 3
NAMELESS = frozenset("title h1 h2 h3 script style ul ol nav".split())
"""Elements beside a date that hold no name."""


def neighbours(node: Node) -> Iterator[Node]:
    """The elements before and behind the largest one that holds nothing but the line."""
    outer = outermost(node)
    for neighbour in (outer.getprevious(), outer.getnext()):
        if neighbour is None or not isinstance(neighbour.tag, str):
            continue
        if neighbour.tag not in NAMELESS or entries_of(neighbour):
            yield neighbour


def entries_of(box: Node) -> str:
    """The entries of a short list, as the parts of one line: "<ul><li>Wira Samudra<li>Contoh</ul>" beside the date."""
    entries = list(islice(box, _MOST_ENTRIES + 1)) if box.tag in ("ul", "ol") else []
    if not 0 < len(entries) <= _MOST_ENTRIES or any(entry.tag != "li" for entry in entries):
        return ""
    return " | ".join(filter(None, map(text_of, entries)))


def across(node: Node, heading: Node) -> Iterator[Node]:
    """The element right below the headline whose date stands right above it."""
    above = (heading, *islice(heading.iterancestors(), 3))
    outer = next((one for one in above if one.getprevious() is not None), heading)
    before, below = outer.getprevious(), outer.getnext()
    if before is not None and below is not None and (before is node or before in node.iterancestors()):
        yield below
