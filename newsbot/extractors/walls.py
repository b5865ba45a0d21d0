"""What stands in an article's place: a challenge, a consent or login wall, a maintenance or an error page.

A wall is told by its heading and by what the page lacks: an article has a date or says that it is one. A text about
cookies or about a portal's maintenance has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from newsbot import lexicon
from newsbot.extractors.furniture import furniture
from newsbot.extractors.raw import Body, RawArticle
from newsbot.items import Removed
from newsbot.language.text import fold
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_SMALL = 100_000
"""Bytes of a page above which it is no challenge's; a challenge's script is in pages below the next."""
_SMALLEST = 30_000
_LONGEST_TITLE = 80
WALL_WORDS = 400
"""Words of a wall's text; the longest consent texts have three hundred."""
_HEADS = 4
"""Headings that are asked, the title among them."""


def blocked(page: Page, status: int | None) -> str | None:
    """The sign of a challenge or of a block page, or None. Such pages also come with status 200."""
    title = _title(page)
    if status in (401, 403, 429, 451, 503) and len(page.source) < 60_000:
        return f"status {status}"
    if len(page.source) >= _SMALL:
        return None
    said = _said("challenge").search(title)
    if said and len(title) < _LONGEST_TITLE and not page.select("article, h1 + p + p"):
        return f"title {said[0]!r}"
    if len(page.source) < _SMALLEST:
        return next((mark for mark in lexicon.words("walls.marks") if mark.encode() in page.source), None)
    return None


def walled(page: Page, raw: RawArticle, words: int) -> str | None:
    """The sign of a wall that asks for consent or a login in the article's place, or that tells of maintenance; None
    where the page has an article's date, says that it is one, or has more words than a wall."""
    if not may_be_wall(raw, words):
        return None
    heads = [text_of(node) for node in page.tagged("title", "h1", "h2", "h3")[:_HEADS]]
    inputs = page.tagged("input")
    has = {
        "consent": bool(inputs or page.tagged("button", "form")),
        "login": bool(inputs or page.tagged("button", "form")),
        "account": any(node.get("type") == "password" for node in inputs),
        "verification": len(page.source) < _SMALL,
        "maintenance": True,
    }
    for name in (name for name, is_asked in has.items() if is_asked):
        if sign := wall_sign(name, heads):
            return sign
    return None


def may_be_wall(raw: RawArticle, words: int) -> bool:
    """Whether a page of so many words may be no article: it has no date, does not call itself one, and is no longer
    than the longest walls."""
    is_dated = raw.all("visible_date") or raw.all("date_published")
    return words <= WALL_WORDS and not is_dated and not _is_called_article(raw)


def wall_sign(name: str, heads: Iterable[str]) -> str | None:
    """What of the headings says that a wall of this kind stands here (a key of `walls.toml`), or None.

    >>> wall_sign("login", ["Silakan masuk untuk membaca"])
    "login wall 'silakan masuk'"
    """
    said = next((match for head in heads if (match := _said(name).search(fold(head)))), None)
    return f"{name} wall {said[0]!r}" if said else None


def before_wall(body: Body, containers: list[Node]) -> Body:
    """The body, with the paywall's box behind it among what was removed, where one stands there."""
    wall = _wall_behind(containers[-1]) if containers else None
    return replace(body, removed=(*body.removed, Removed("paywall", "promo", wall))) if wall else body


def _wall_behind(container: Node) -> str | None:
    """The line of a paywall's box right behind the element that holds the text, None where none stands there."""
    for box in islice(container.itersiblings(), _BEHIND):
        if box.tag in _NO_BOX or len(text_of(box)) > _LONGEST_BOX:
            continue
        for line in (box, *box.iter("h2", "h3", "h4", "h5", "p", "strong")):
            found = furniture(text := text_of(line))
            if found and found.rule == "paywall" and "komentar" not in fold(text):
                return text
    return None


_BEHIND = 2
"""Elements behind the text that may be the wall's."""
_LONGEST_BOX = 500
_NO_BOX = frozenset(("aside", "nav", "footer", "script", "style"))


def error_page(page: Page, status: int | None, *, is_bare: bool) -> bool:
    """Whether the page is a portal's error page; of one that `is_bare` of text less has to say so."""
    title = _title(page)
    if _said("error").search(title):
        return True
    return is_bare and (bool(_said("error_alone").search(title)) or (status is not None and status >= 400))


def _title(page: Page) -> str:
    return next((fold(text_of(node)) for node in page.tagged("title")), "")


def _is_called_article(raw: RawArticle) -> bool:
    return any(fold(candidate.value) == "article" for candidate in raw.all("og_type"))


@lexicon.cached
def _said(name: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon.words(f"walls.{name}")))
