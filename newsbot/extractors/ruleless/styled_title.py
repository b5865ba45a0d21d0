"""The headline of a page that has none in a heading and whose title is the site's name: the line above the text that is
printed as a title, by its class, its font or in bold (hand-made pages before 2012).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsbot.extractors.whose import SITE, is_whole_page
from newsbot.extractors.witnesses.headings import Stated
from newsbot.lexicon import class_words
from newsbot.pages.around import before
from newsbot.pages.measures import HEADINGS, names_of
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_ABOVE, _INSIDE = 80, 40
"""Elements above the text's, and in it, among which the title stands."""
_LENGTH = range(15, 161)
_WORDS = 3
_RUNNING = 160
"""Characters of an element's own text with which the text begins."""
_LARGE_FONT, _LARGE_PIXELS = 4, 18
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3})\s*(?:px|pt)", re.IGNORECASE)
_BY_NAME, _BY_SIZE, _BY_ADDRESS, _BOLD = 3, 3, 4, 1


def styled_title(page: Page, text: Node, stated: Stated) -> Node | None:
    """The element above a text, or at its top, that prints a title; of equal ones the one nearest to the text. None
    where nothing is printed so."""
    found = [
        (rank, node)
        for node in _above(text)
        if (rank := _rank(node, stated)) and _is_title(node) and not _is_others(node)
    ]
    best = max((rank for rank, _ in found), default=0)
    nodes = [node for rank, node in found if rank == best]
    return page.in_order(nodes)[-1] if len(nodes) > 1 else nodes[0] if nodes else None


def _above(text: Node) -> Iterator[Node]:
    """The elements before a text, and those in it up to its first paragraph."""
    yield from before(text, _ABOVE)
    for count, node in enumerate(text.iter("*")):
        if count > _INSIDE or (node is not text and _own_length(node) > _RUNNING):
            return
        if node is not text:
            yield node
        if len((node.tail or "").strip()) > _RUNNING and node is not text:
            return


def _own_length(node: Node) -> int:
    return max(len((run or "").strip()) for run in (node.text, *(child.tail for child in node)))


def _rank(node: Node, stated: Stated) -> int:
    """How much says that an element prints the headline: its address, its name or tag, its size, bold type."""
    if not isinstance(node.tag, str):
        return 0
    size = _SIZE.search(node.get("style") or "")
    is_large = bool(size) and int(size[1]) >= _LARGE_PIXELS if size else _font(node) >= _LARGE_FONT
    ranks = (
        _BY_ADDRESS * (stated.agree(text_of(node)) > 0 if stated.slug else False),
        _BY_NAME * (node.tag in HEADINGS or bool(class_words("headline").search(names_of(node)))),
        _BY_SIZE * (is_large or node.tag == "big"),
        _BOLD * (node.tag in ("b", "strong")),
    )
    return max(ranks)


def _font(node: Node) -> int:
    size = (node.get("size") or "").lstrip("+") if node.tag == "font" else ""
    steps = int(size) if size.isdecimal() and len(size) == 1 else 0
    return steps + 3 if (node.get("size") or "").startswith("+") else steps


def _is_title(node: Node) -> bool:
    text = text_of(node)
    if len(text) not in _LENGTH or len(text.split()) < _WORDS or text.endswith((".", ":", ",")):
        return False
    return not any(text_of(link) for link in node.iter("a"))


def _is_others(node: Node) -> bool:
    """Whether it stands in a link, a menu, a ticker or a form."""
    above = (node, *node.iterancestors())
    return any(
        one.tag in SITE
        or one.tag in ("a", "li", "marquee", "head")
        or (one.tag == "form" and not is_whole_page(one))
        or class_words("site").search(names_of(one))
        for one in above
        if one.tag not in ("body", "html")
    )
