"""Which elements of the article area are no article: the layout's noise, class words, embeds, hidden parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import cast

from lxml import etree

from newsbot.extractors.body.blocks import Judge, Verdict
from newsbot.extractors.furniture import Evidence, furniture
from newsbot.extractors.whose import OwnArea
from newsbot.items import Bin
from newsbot.language.element_names import container_bin
from newsbot.language.text import fold
from newsbot.lexicon import class_words, word_set
from newsbot.pages.addresses import leads_to_post
from newsbot.pages.measures import HEADINGS, HIDDEN, link_share, names_of, running_text
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_INLINE_FREE = frozenset(
    ("a", "em", "i", "u", "sup", "sub", "mark", "font", "label", "img", "br", "abbr", "time")
)
_INLINE_SOME = frozenset(("span", "strong", "b", "small"))
_INLINE_BINS = frozenset(("related", "ad", "widget", "paging"))
_NOT_OF_HEADINGS = frozenset(("paging", "navigation", "caption", "byline", "ad"))
"""Bins that class words of a heading do not send it to: `title-dt-paging` heads a section (merdeka 2021), and
build tools name a class `ad` as any other."""
_TEASER = etree.XPath("boolean(.//*[self::h2 or self::h3 or self::h4 or self::h5][a])")
"""An entry of a story list: its heading is a link (mediaindonesia 2025)."""
_LIMITS: dict[str, int] = {
    "caption": 1500,
    "byline": 400,
    "ad": 600,
    "widget": 600,
    "related": 1500,
    "navigation": 600,
    "promo": 600,
    "paging": 0,
}
_PROSE = 80
"""Characters of a run of text that is no furniture label."""


def make_judge(explicit: dict[Node, Verdict], pictures: dict[Node, str]) -> Judge:
    """A judge for the body walk: the layout's noise, the picture boxes, then class words, embeds and hidden parts.

    Class words alone never drop a container with much running text: an unclosed ad div swallows the article.
    """

    def judge(element: Node) -> Verdict | None:
        if element in explicit:
            return explicit[element]
        if element in pictures:
            return "caption", f"picture {pictures[element]}"
        if element.tag in _INLINE_FREE:
            return None
        return _by_attributes(element)

    return judge


def _by_attributes(element: Node) -> Verdict | None:
    tag = element.tag
    if tag == "blockquote" and _is_post(element):
        return "widget", "embedded post"
    if tag in ("nav", "form", "footer", "aside") and not _is_prose(element, 300):
        return "navigation", f"<{tag}>"
    if tag == "li" and _TEASER(element):
        return "related", "list item headed by a link"
    names = names_of(element)
    if names and (found := container_bin(names)):
        bin_, word = found
        inline = tag in _INLINE_SOME
        exempt = (inline and bin_ not in _INLINE_BINS) or (tag in HEADINGS and bin_ in _NOT_OF_HEADINGS)
        if not exempt and not _is_prose(element, _LIMITS.get(bin_, 10_000)):
            return bin_, f"class word: {word}"
    style = element.get("style")
    if (
        style
        and HIDDEN.search(style)
        and not class_words("page_section").search(names)
        and not _is_prose(element, 200)
    ):
        return "widget", "hidden"
    return None


def _is_post(quote: Node) -> bool:
    """Whether a quotation is a post of a network: by its class, or by the post's address in its last link, which names
    who wrote it ("— Wira (@wira) <a>13 September 2023</a>")."""
    if class_words("embed").search(quote.get("class") or ""):
        return True
    links = [href for link in islice(quote.iter("a"), _MOST_LINKS) if (href := link.get("href"))]
    return bool(links) and leads_to_post(links[-1])


_MOST_LINKS = 40


def _is_prose(element: Node, limit: int) -> bool:
    """Whether an element holds more running text outside links than `limit` characters, in runs like sentences."""
    return running_text(element, _PROSE, enough=limit) > limit and link_share(element) < 0.5


def explicit_noise(page: Page, noise: Mapping[str, str], body: list[Node]) -> dict[Node, Verdict]:
    """Elements inside the body that the layout's own noise rules name, and the boxes around forms."""
    named: dict[Node, Verdict] = {
        element: (cast("Bin", bin_), selector)
        for bin_, selector in noise.items()
        for container in body
        for element in page.select(selector, within=container)
        if element is not container
    }
    for container in body:
        for form in islice(container.iter("form"), _MOST_FORMS):
            if (box := _form_box(form, container)) is not form:
                named.setdefault(box, ("widget", "box of a form"))
        for button in islice(container.iter("button"), _MOST_FORMS):
            is_offer = fold(text_of(button)) in word_set("furniture.boxes.newsletter_buttons")
            if is_offer and (box := _form_box(button, container)) is not button:
                named.setdefault(box, ("widget", "box of a form"))
        for box in _headed_cards(page, container):
            named.setdefault(box, ("related", "box of story cards"))
    return named


def _headed_cards(page: Page, container: Node) -> Iterator[Node]:
    """Boxes in the text that a heading calls other stories ("Berita Terkait") and that hold nothing but their titles
    and excerpts: the card of a theme of Bootstrap, of which no class name tells."""
    area = OwnArea(page, ())
    for heading in islice(container.iter(*HEADINGS), _MOST_HEADINGS):
        found = furniture(text_of(heading), Evidence(is_heading=True)) if len(text_of(heading)) < 40 else None
        if found is None or found.bin != "related":
            continue
        box = heading.getparent()
        if box is not container and container in box.iterancestors() and area.is_card(box):
            yield box


_MOST_HEADINGS = 60


def _form_box(form: Node, container: Node) -> Node:
    """The largest element around a form that holds little more than its invitation: a newsletter box, a poll."""
    box = form
    if running_text(form) > _FORM_BOX:  # old pages wrap their whole text in one
        return form
    for parent in islice(form.iterancestors(), _HIGHEST):
        if (
            parent is container
            or parent.tag in ("article", "main", "body")
            or running_text(parent) > _FORM_BOX
        ):
            break
        box = parent
    return box


_MOST_FORMS = 20
_HIGHEST = 6
"""Elements above a form among which its box is."""
_FORM_BOX = 350
"""Characters of a box with a form: a heading, a promise, the small print."""
