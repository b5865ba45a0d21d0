"""Pictures of the article: in the boxes that rules and templates name, bare in its text, or told by a caption alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import islice
from typing import NamedTuple

from newsbot.extractors.body.blocks import Walk
from newsbot.extractors.body.caption import credit_within, is_button, own_box, without_button, without_credit
from newsbot.extractors.body.caption_below import captions_below
from newsbot.extractors.body.caption_lines import in_two_named_lines
from newsbot.extractors.body.picture import PICTURES, is_icon, is_thumbnail, picture_of
from newsbot.extractors.body.players import is_players_box
from newsbot.extractors.raw import RawImage, Witness
from newsbot.extractors.whose import OwnArea
from newsbot.language.captions import split_caption
from newsbot.language.element_names import container_bin
from newsbot.language.text import clean
from newsbot.lexicon import is_called
from newsbot.pages.measures import names_of
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import ImageRule

GENERIC = (
    ImageRule(
        box="figure",
        caption=("figcaption",),
        credit=("figcaption .author", "figcaption .credit", "figcaption .attribution", "span.source"),
    ),
    ImageRule(box=".wp-caption", caption=(".wp-caption-text",), bare=True),
    ImageRule(box=".itemImageBlock", caption=(".itemImageCaption",), credit=(".itemImageCredits",)),
    ImageRule(box="div.photo", caption=(".photo__caption",), credit=(".photo__author", ".author"), bare=True),
)
"""Picture boxes that many templates share; tried behind the layout's own."""
_BELOW = ImageRule(box="paragraph below the picture's own", bare=True)
_UNNAMED = ImageRule(box="picture with a credited line", credit=(".author", ".credit", "cite"), bare=True)
_CAPTION_OF_TABLE = ImageRule(box="caption of a table")
_TABLE = ImageRule(box="table of one picture", bare=True)
MAX_IMAGES = 200
"""Pictures of one article, in boxes or bare; the longest honest photo story seen has 30."""
_MOST_BOXES = 60
"""Pictures of a body whose own boxes are looked at."""
_CREDIT_AT_END = re.compile(r"\([^()]{2,60}\)\s*$|\bFoto:|©")


class Boxed(NamedTuple):
    """Pictures in boxes, in page order, and all the boxes with their rules: the body walk leaves those out.

    `unread` counts the boxes beyond the limit.
    """

    images: list[RawImage]
    boxes: dict[Node, str]
    unread: int


def find_images(page: Page, rules: tuple[ImageRule, ...], body: list[Node]) -> Boxed:
    """The pictures in boxes that rules and templates name, those of the layout anywhere on the page; none in another
    story's box."""
    boxes = _boxes(page, rules, body)
    ordered = page.in_order(list(boxes)) if len(boxes) > 1 else list(boxes)
    area = OwnArea(page, body)
    ordered = [box for box in ordered if not (area.is_card(box) if boxes[box] in rules else area.whose(box))]
    shown = [box for box in ordered if boxes[box] is not _CAPTION_OF_TABLE]
    images = [image for box in shown[:MAX_IMAGES] for image in _read(page, box, boxes[box], rules)]
    named = {box: rule.box for box, rule in boxes.items() if box.tag not in PICTURES}
    return Boxed(_unique(images), named, max(0, len(boxes) - MAX_IMAGES))


def bare_images(page: Page, body: list[Node], gone: set[Node], known: list[RawImage]) -> list[RawImage]:
    """Pictures of the body that stand in none of the elements that left it (`gone`).

    Without a box the alternative text is a caption only where it ends in a credit ("London Love Story (YouTube)",
    liputan6 2016), for elsewhere it repeats the headline.
    """
    captions = {image.caption for image in known}
    found = []
    for img in (img for container in body for img in container.iter(*PICTURES)):
        if img in gone or _is_inside(img, gone) or is_icon(img) or is_thumbnail(img):
            continue
        alt = clean(img.get("alt") or "")
        caption = alt if _CREDIT_AT_END.search(alt) and alt not in captions else None
        found.append(picture_of(page, img, caption, None, "body", "body img"))
    urls = {image.url for image in known}
    fresh = (image for image in _unique(found) if image.caption or (image.url and image.url not in urls))
    return list(islice(fresh, MAX_IMAGES))


def captions_taken_out(walk: Walk, known: list[RawImage]) -> list[RawImage]:
    """Captions that left the body by their class name alone, as pictures without an address."""
    lines = " ".join(f"{image.caption or ''} {image.credit or ''}" for image in known)
    named = (
        found for found in walk.dropped if found.bin == "caption" and found.rule.startswith("class word")
    )
    texts = ((text_of(found.element), found.rule) for found in named)
    return [
        RawImage(None, text, rule=rule)
        for text, rule in texts
        if text and text not in lines and not is_button(text)
    ]


def _boxes(page: Page, rules: tuple[ImageRule, ...], body: list[Node]) -> dict[Node, ImageRule]:
    """The boxes with the rule that finds each first, none of them inside another."""
    boxes: dict[Node, ImageRule] = {}
    for rule in rules:
        for box in page.select(rule.box):
            boxes.setdefault(box, rule)
    for container in body:
        _add_unruled(page, container, boxes)
    return {box: rule for box, rule in boxes.items() if not _is_inside(box, boxes)}


def _add_unruled(page: Page, container: Node, boxes: dict[Node, ImageRule]) -> None:
    for rule in GENERIC:
        for box in page.select(rule.box, within=container):
            if box is container or is_players_box(box) or _is_insert(box) or _is_quote(box, container):
                continue
            if _is_of_table(box):
                boxes.update((line, _CAPTION_OF_TABLE) for line in box.iter("figcaption"))
            else:
                boxes.setdefault(box, rule)
    for table in _picture_tables(container):
        boxes.setdefault(table, _TABLE)
    for box in _unnamed_boxes(container, boxes):
        boxes.setdefault(box, _UNNAMED)
    for paragraph in captions_below(container):
        boxes.setdefault(paragraph, _BELOW)


def _is_of_table(box: Node) -> bool:
    """Whether a figure shows a table: its rows are text (the block editor of WordPress)."""
    return next(box.iter("tr"), None) is not None and _picture_in(box) is None


def _is_quote(box: Node, container: Node) -> bool:
    """Whether a figure shows a quotation and no picture, as the block editor of WordPress sets one apart; what the text
    says already is none of it a second time."""
    quote = next(box.iter("blockquote"), None)
    said = next(filter(None, map(text_of, quote.iter("p"))), text_of(quote)) if quote is not None else ""
    return bool(said) and _picture_in(box) is None and text_of(container).count(said) == 1


def _is_insert(box: Node) -> bool:
    """Whether a figure is called another story's: the bookmark of a link (Ghost)."""
    found = container_bin(names_of(box))
    return found is not None and found[0] == "related"


def _unnamed_boxes(container: Node, known: dict[Node, ImageRule]) -> Iterator[Node]:
    """Boxes inside the body that hold one picture and one line with a credit, whatever they are called."""
    for img in islice(container.iter(*PICTURES), _MOST_BOXES):
        if is_icon(img) or _is_inside(img, known):
            continue
        box = own_box(img)
        if box is not None and box is not container and container in box.iterancestors():
            credited = credit_within(box) or split_caption(without_button(text_of(box)), img.get("alt"))[1]
            named = is_called(names_of(box), "picture") and box.tag != "p"
            if (credited or named) and not is_thumbnail(img):
                yield box


def _picture_tables(container: Node) -> Iterator[Node]:
    """Tables in the body that hold one picture and its caption in rows of their own: hand-made pages before 2010, and
    Blogger to this day."""
    for img in islice(container.iter("img"), _MOST_BOXES):
        table = next((above for above in islice(img.iterancestors(), 6) if above.tag == "table"), None)
        if table is None or container not in table.iterancestors() or is_icon(img):
            continue
        rows = [row for row in table.iter("tr") if text_of(row)]
        if len(rows) == 1 and img not in set(rows[0].iter("img")) and _is_caption(text_of(rows[0]), table):
            yield table


def _is_caption(text: str, table: Node) -> bool:
    return 0 < len(text) < _LONGEST_CAPTION and len(list(islice(table.iter("img"), 2))) == 1


_LONGEST_CAPTION = 300


def _is_inside(node: Node, boxes: Container[Node]) -> bool:
    return any(above in boxes for above in node.iterancestors())


def _read(page: Page, box: Node, rule: ImageRule, rules: tuple[ImageRule, ...]) -> list[RawImage]:
    img = _picture_in(box.getprevious() if rule is _BELOW else box)
    credit = _first_text(page, box, rule.credit)
    caption = _caption(page, box, rule, credit)
    if (img is None and not caption and not credit) or (rule.caption_attr is None and is_thumbnail(box)):
        return []
    if caption and credit is None and split_caption(caption)[0] is None:
        caption, credit = _in_lines(page, box, rule) or (caption, None)
    witness: Witness = "layout" if rule in rules else "generic"
    return [picture_of(page, img, caption, credit, witness, rule.box)]


def _in_lines(page: Page, box: Node, rule: ImageRule) -> tuple[str, str] | None:
    """Caption and credit on lines of their own in one element, whose text as a whole reads as a credit."""
    nodes = (node for selector in (*rule.caption, "figcaption") for node in page.select(selector, within=box))
    return next(filter(None, map(in_two_named_lines, nodes)), None)


def _picture_in(box: Node) -> Node | None:
    return (
        box if box.tag in PICTURES else next((img for img in box.iter(*PICTURES) if not is_icon(img)), None)
    )


def _caption(page: Page, box: Node, rule: ImageRule, credit: str | None) -> str | None:
    if rule.caption_attr:
        for node in (box, *box.iter(*PICTURES)):
            if value := node.get(rule.caption_attr):
                return clean(value)
    caption = _first_text(page, box, rule.caption) or _figcaption(box)
    if caption is None and rule.bare:
        caption = without_button(text_of(box))
    if caption:
        caption = without_credit(caption, credit)
    return None if caption is None or is_button(caption) else caption


def _figcaption(box: Node) -> str | None:
    node = next(box.iter("figcaption"), None)
    return None if node is None else text_of(node) or None


def _first_text(page: Page, box: Node, selectors: tuple[str, ...]) -> str | None:
    for selector in selectors:
        for node in page.select(selector, within=box):
            if text := text_of(node):
                return text
    return None


def _unique(images: list[RawImage]) -> list[RawImage]:
    """One entry a picture: thumbnails of a carousel repeat URL or caption without a credit of their own."""
    seen: set[tuple[str | None, str | None, str | None]] = set()
    result = []
    for image in images:
        key = (image.url, image.caption, image.credit)
        if key not in seen:
            seen.add(key)
            result.append(image)
    return result
