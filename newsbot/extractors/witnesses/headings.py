"""Which of a page's headings is the story's own: the one that the page's titles repeat."""

from __future__ import annotations

from collections.abc import Iterable

from newsbot.language.text import fold
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_LEAST = 12
"""Letters of a heading below which a title holds it by chance ("Berita" in "Berita Terkini")."""


def titles(page: Page) -> list[str]:
    """What the page calls itself, folded: og:title and the title element."""
    found = (page.meta("og:title"), *(text_of(title) for title in page.tagged("title")[:1]))
    return [fold(title) for title in found if title]


def is_titled(text: str, known: list[str]) -> bool:
    """Whether one of the titles begins with, holds or is held by the heading's text."""
    key = fold(text)
    return len(key) >= _LEAST and any(key in title or (title in key and len(title) > 20) for title in known)


def own_heading(page: Page, nodes: Iterable[Node]) -> Node | None:
    """The first of several headings that a title repeats, else the first: a logo may be a heading as well."""
    nodes = list(nodes)
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    known = titles(page)
    return next((node for node in nodes if is_titled(text_of(node), known)), nodes[0])
