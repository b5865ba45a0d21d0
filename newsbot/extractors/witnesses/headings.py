"""Which of a page's headings is the story's own: the one that the page's titles and its address repeat."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from newsbot.language.text import fold
from newsbot.pages.addresses import join_address, split_address
from newsbot.pages.measures import HEADINGS
from newsbot.pages.page import Page, short_text, text_of
from newsbot.pages.selectors import Node

UNDER, ABOVE = 90, 40
"""Elements behind and before the headline among which date line, byline and lead picture are looked for."""
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


def heading_text(node: Node, most: int | None = None) -> str:
    """The text of a heading, empty where it has more than so many letters and marks. One that holds others was never
    closed: it is read no farther than a headline goes, or each of many in one another would cost the page's text."""
    if next(islice(node.iter(*HEADINGS), 1, None), None) is not None:
        most = LONGEST_HEADING if most is None else min(most, LONGEST_HEADING)
    return text_of(node) if most is None else short_text(node, most)


class Stated(NamedTuple):
    """What a page says of its headline beside its headings, all folded: og:title, the title element, JSON-LD, and the
    words of its address."""

    og: str
    title: str
    structured: tuple[str, ...]
    slug: frozenset[str]

    @classmethod
    def by(cls, page: Page, structured: Iterable[str] = ()) -> Stated:
        """What the page and its structured data state."""
        title = next((fold(text_of(node)) for node in page.tagged("title")[:1]), "")
        return cls(
            fold(page.meta("og:title") or ""), title, tuple(map(fold, structured)), slug_words(page.address)
        )

    def agree(self, text: str) -> int:
        """How much of what is stated says that a text is the headline. The outlet's name at the end of a title says
        nothing; the address, made of the headline by the site itself, outweighs titles that are the site's."""
        key = fold(text)
        if len(key) < _LEAST:
            return 0
        said = sum(_is_one(key, title) for title in (self.og, self.title))
        said += any(_is_one(key, title) for title in self.structured)
        shared = shared_words(self.slug, key)
        return said + (_BY_ADDRESS if shared >= _MOST_OF_SLUG * max(len(self.slug), FEWEST_IN_SLUG) else 0)

    def may_be_addressed(self, text: str) -> bool:
        """Whether the page's address may have been made of a text: where it has words, the text holds some of them."""
        shared = shared_words(self.slug, fold(text))
        return len(self.slug) < FEWEST_IN_SLUG or shared >= _LEAST_OF_SLUG * len(self.slug)


_BY_ADDRESS = 3
_MOST_OF_SLUG = 0.6
"""Share of the address's words that a heading holds where the address was made of it."""
_LEAST_OF_SLUG = 0.3
"""Share of the address's words below which it was made of another text."""
FEWEST_IN_SLUG = 3
"""Words of an address below which it tells nothing."""
_WORDS = re.compile(r"[^\W_]+")


def slug_words(url: str | None) -> frozenset[str]:
    """The words of an address's last step that may stand in a headline.

    >>> sorted(slug_words("https://a.id/read/1042-pasar-ikan-kembali-dibuka.html"))
    ['dibuka', 'ikan', 'kembali', 'pasar']
    """
    steps = [step for step in split_address(url).path.split("/") if step]
    slug = max(steps[-2:], key=lambda step: step.count("-") + step.count("_"), default="")
    words = _WORDS.findall(slug.rpartition(".")[0].lower() if "." in slug else slug.replace("_", " ").lower())
    return frozenset(word for word in words if len(word) > 2 and word.isalpha())


def shared_words(slug: frozenset[str], folded: str) -> int:
    """How many of an address's words stand in a folded text."""
    return len(slug & set(_WORDS.findall(folded)))


def _is_one(key: str, stated: str) -> bool:
    """Whether a stated title is the heading's text, with little before or behind it, or the beginning of it."""
    if key in stated:
        return len(key) >= _MOST_OF_TITLE * len(stated)
    return len(stated) > 20 and stated in key


LONGEST_HEADING = 500
"""Letters and marks of a heading that may be a headline."""
_MOST_OF_TITLE = 0.5
"""Share of a title below which a heading that stands in it is the outlet's name or a channel's."""


def story_heading(page: Page, stated: Stated) -> tuple[str, str] | None:
    """The text of the heading on which most of what the page states agrees, and the rule; None where nothing does.

    A heading that leads to the front page is the site's name. Of equal ones the higher order is taken, then the first,
    and one without the outlet's name before the same with it (okezone 2015 repeats the whole title in its logo).
    """
    headings = [
        (agreed, -order, text)
        for order, tag in enumerate(("h1", "h2", "h3", "h4"))
        for node in page.tagged(tag)[:_MOST_HEADINGS]
        if (text := short_text(node, LONGEST_HEADING))
        and (agreed := stated.agree(text))
        and not _is_logo(page, node)
    ]
    if not headings:
        return None
    count, order, text = max(headings, key=lambda heading: heading[:2])
    shorter = (
        t for c, o, t in headings if o == order and c >= count and fold(text).startswith(f"{fold(t)} ")
    )
    return next(shorter, text), f"h{1 - order} that the title repeats"


def other_heading(page: Page, stated: Stated) -> str | None:
    """The longest h1 that is neither the site's name nor a part of the title: a headline that no title repeats."""
    heads = [heading_text(node) for node in page.tagged("h1")[:_MOST_HEADINGS] if not _is_logo(page, node)]
    own = [text for text in heads if len(text) > _LEAST and fold(text) not in stated.title]
    return max(own, key=len, default=None)


_MOST_HEADINGS = 60


def _is_logo(page: Page, heading: Node) -> bool:
    """Whether a heading's link leads to the front page of the site."""
    link = next(heading.iter("a"), None)
    if link is None or not (href := link.get("href")):
        return False
    return split_address(join_address(page.url, href)).path in ("", "/") and not href.startswith("#")
