"""The short texts of a part of the page, each once, with the element that prints it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from newsbot.lexicon import alternation
from newsbot.pages.measures import UNSEEN, shown
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_CONTROLS = UNSEEN | frozenset("option select input button svg iframe img ul ol nav form textarea".split())
_SHORTEST = 6


def short_texts(
    nodes: Iterable[Node],
    longest: int,
    read: Callable[[Node], str] = text_of,
    holding: re.Pattern[str] | None = None,
) -> Iterator[tuple[Node, str]]:
    """Small elements with their texts of at most `longest` characters, each once though nested elements repeat it.

    With `holding` only those in whose text in small letters the pattern finds something, as far as a rough look tells;
    it is to find in a text whatever it finds in a part of it, for the elements in one that holds nothing are not looked
    at.
    """
    seen: set[str] = set()
    empty: set[Node] = set()
    for node in nodes:
        if empty and node.getparent() in empty:
            empty.add(node)
            continue
        if not isinstance(node.tag, str) or node.tag in _CONTROLS or len(node) > 8:
            continue
        rough = shown(node, longest)  # a tenth of the price of reading it well
        if rough is None or rough in seen:
            continue
        seen.add(rough)
        if holding is not None and _is_plain(rough) and not holding.search(rough.lower()):
            empty.add(node)
            continue
        text = read(node)
        if _SHORTEST <= len(text) <= longest and (text == rough or text not in seen):
            seen.add(text)
            yield node, text


def _is_plain(rough: str) -> bool:
    """Whether reading a text well changes nothing in its words: no letter is put together, no entity stands in it."""
    return rough.isascii() and "&" not in rough


def said(listed: Iterable[str], *others: str) -> re.Pattern[str]:
    """A pattern that finds in a rough look in small letters what each of the words says of itself, its longest run of
    letters, or one of the other patterns: such a look leaves out what stands between two words.

    Small letters beforehand, for a pattern that heeds no case is tried at every place of a text: three times as dear.

    >>> bool(said(["Ditulis oleh"]).search("ditulisoleh wira")), bool(said(["oleh"]).search("wira"))
    (True, False)
    """
    runs = {max(_LETTERS.findall(word.lower()), key=len) for word in listed}
    return re.compile("|".join((alternation(runs), *others)))


_LETTERS = re.compile(r"[^\W\d_]+")
