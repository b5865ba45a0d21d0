"""The icon of a person, which themes set before the writer's name in the line of the date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from newsbot.language.text import clean
from newsbot.lexicon import is_called
from newsbot.pages.measures import names_of
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

ICONS = frozenset(("i", "span", "em", "svg"))
_LONGEST_NAME = 60
_MOST_ICONS = 3


def begins_with_icon(node: Node) -> bool:
    """Whether the icon of a person begins an element: what stands behind it is a name, of one word too."""
    return any(is_called(names_of(icon), "user") for icon in islice(node.iter(*ICONS), 2))


def is_behind_icon(node: Node) -> bool:
    """Whether the icon of a person stands right before an element."""
    before = node.getprevious()
    return before is not None and isinstance(before.tag, str) and _is_icon(before)


def behind_icons(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """The icons of a person among these elements, with the text up to the next element or in it."""
    for icon in islice(filter(_is_icon, nodes), _MOST_ICONS):
        text = clean(icon.tail or "")
        behind = icon.getnext()
        if not text and behind is not None and isinstance(behind.tag, str):
            text = text_of(behind)
        if 2 < len(text) <= _LONGEST_NAME:
            yield icon, text


def _is_icon(node: Node) -> bool:
    return (
        node.tag in ICONS
        and not (node.text or "").strip()
        and is_called(names_of(node), "user")
        and not text_of(node)
    )
