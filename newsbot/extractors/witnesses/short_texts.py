"""The short texts of a part of the page, each once, with the element that prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsbot.pages.measures import UNSEEN, shown
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_CONTROLS = UNSEEN | frozenset("option select input button svg iframe img ul ol nav form textarea".split())
_SHORTEST = 6


def short_texts(
    nodes: Iterable[Node], longest: int, read: Callable[[Node], str] = text_of
) -> Iterator[tuple[Node, str]]:
    """Small elements with their texts of at most `longest` characters, each once though nested elements repeat it."""
    seen: set[str] = set()
    for node in nodes:
        if not isinstance(node.tag, str) or node.tag in _CONTROLS or len(node) > 8:
            continue
        rough = shown(node, longest)  # a tenth of the price of reading it well
        if rough is None or rough in seen:
            continue
        seen.add(rough)
        text = read(node)
        if _SHORTEST <= len(text) <= longest and (text == rough or text not in seen):
            seen.add(text)
            yield node, text
