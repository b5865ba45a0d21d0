"""The captioned picture at the headline, which stands outside the body and which no rule names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, takewhile

from newsbot.extractors.body.caption import (
    credit_beside,
    credit_within,
    credited_line,
    has_labelled_credit,
    is_named_caption,
    line_below,
    named_caption,
    own_box,
    told_by_alt,
    without_button,
    without_credit,
)
from newsbot.extractors.body.caption_lines import (
    credit_above,
    credit_at,
    credit_before,
    in_attribute,
    in_two_lines,
    in_two_named_lines,
    lines_below,
)
from newsbot.extractors.body.picture import PICTURES, is_icon, is_portrait, is_thumbnail, picture_of
from newsbot.extractors.body.players import PLAYERS, as_video, videos_of
from newsbot.extractors.raw import RawImage, RawVideo
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.headings import ABOVE, UNDER
from newsbot.language.captions import split_caption
from newsbot.lexicon import is_called
from newsbot.pages.addresses import join_address
from newsbot.pages.around import before, behind
from newsbot.pages.measures import names_of
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_NEAR = 6
"""Elements behind a picture among which a line with a credit is its caption."""


def lead_images(page: Page, heading: Node, containers: list[Node], area: OwnArea) -> list[RawImage]:
    """The captioned picture between headline and body, or right above the headline, if there is one; all of a row of
    slides. A picture in another story's box is none."""
    inside = set(containers)
    for nodes in (behind(heading, UNDER), before(heading, ABOVE)):
        for node in takewhile(lambda node: node not in inside, nodes):
            if node.tag in PICTURES and area.whose(node) is None and (image := captioned_picture(page, node)):
                return [image, *_slides(page, node)]
    return _backdrop(page, heading, area, inside) or _uncaptioned(
        page, area, takewhile(lambda node: node not in inside, behind(heading, UNDER))
    )


def _backdrop(page: Page, heading: Node, area: OwnArea, inside: set[Node]) -> list[RawImage]:
    """The picture that a box at the headline, or around it, shows as its background, where an element that is named a
    caption stands right behind."""
    around = takewhile(lambda node: node.tag != "body" and node not in inside, heading.iterancestors())
    below = takewhile(lambda node: node not in inside, behind(heading, UNDER))
    for node in (*islice(around, _AROUND), *below):
        style = node.get("style")
        shown = _BACKGROUND.search(style) if style else None
        line = next(node.itersiblings(), None) if shown else None
        if shown is None or line is None or not is_named_caption(line) or area.whose(node) is not None:
            continue
        image = picture_of(page, node, text_of(line), None, "printed", "background of a box at the headline")
        return [replace(image, url=join_address(page.base, shown["address"]))]
    return []


_AROUND = 4
_BACKGROUND = re.compile(
    r"background[a-z-]*\s*:[^;]{0,80}?url\(\s*['\"]?(?P<address>[^'\")\s]{4,500})", re.IGNORECASE
)


def _uncaptioned(page: Page, area: OwnArea, nodes: Iterable[Node]) -> list[RawImage]:
    """The first picture below the headline that is large by what AMP makes it say of its size, caption or none."""
    for node in nodes:
        is_picture = node.tag == "amp-img" and _is_large(node)
        if is_picture and not (is_portrait(node) or is_thumbnail(node)) and area.whose(node) is None:
            return [picture_of(page, node, None, None, "printed", "large picture below the headline")]
    return []


def lead_videos(heading: Node, containers: list[Node], area: OwnArea) -> list[RawVideo]:
    """The player between headline and body, if there is one; one in another story's box is none."""
    inside = set(containers)
    nodes = takewhile(lambda node: node not in inside, behind(heading, UNDER))
    players = (node for node in nodes if node.tag in PLAYERS and area.whose(node) is None)
    return [as_video(*found) for player in players for found in videos_of((player,), area.base).items()][:1]


def _is_large(img: Node) -> bool:
    width = img.get("width") or ""
    return width.isdecimal() and len(width) < _DIGITS and int(width) >= _LARGE and not is_icon(img)


def _is_small(img: Node) -> bool:
    """Whether a picture is the size of a portrait beside a name, by what it says of itself.

    AMP tells the shape of a picture that fills its place in the same attributes ("16", "9").
    """
    if img.get("layout") in _FILLING:
        return False
    sides = [side for name in ("width", "height") if (side := img.get(name))]
    return bool(sides) and all(
        side.isdecimal() and len(side) < _DIGITS and int(side) <= _SMALL for side in sides
    )


_FILLING = frozenset(("responsive", "fill", "intrinsic"))
_SMALL = 100
"""Pixels of both sides up to which a picture is no story's."""
_LARGE = 400
"""Pixels of width from which on a picture is no logo, button or portrait."""
_DIGITS = 6


def _slides(page: Page, first: Node) -> list[RawImage]:
    """The captioned pictures of the boxes beside the first one's that are of its kind."""
    kept = in_attribute(first)
    box = kept[0] if kept else first.getparent()
    if box is None or not (kept or box.get("class") or box.tag == "figure"):
        return []
    beside = (node for node in islice(box.itersiblings(), _MOST_SLIDES) if _is_alike(node, box))
    pictures = (next(node.iter(*PICTURES), None) for node in beside)
    found = (captioned_picture(page, picture) for picture in pictures if picture is not None)
    return [image for image in found if image]


def _is_alike(node: Node, box: Node) -> bool:
    """Whether a box is of the kind of another: its element, and the first of its classes; a script adds others."""
    names, own = ((one.get("class") or "").split()[:1] for one in (node, box))
    return bool(node.tag == box.tag and names == own)


def bare_row(page: Page, heading: Node, area: OwnArea) -> list[RawImage]:
    """The pictures of a page of pictures without captions: two or more side by side in a box of their own."""
    for box in behind(heading, UNDER):
        row = [img for img in islice(box.iterchildren(*PICTURES), _MOST_SLIDES) if not is_icon(img)]
        if (
            len(row) < _FEWEST_IN_ROW
            or text_of(box)
            or any(_is_small(img) or is_thumbnail(img) for img in row)
        ):
            continue
        pictures = [picture_of(page, img, None, None, "printed", "row of pictures") for img in row]
        is_row = len({picture.url for picture in pictures}) == len(
            pictures
        )  # stars of a rating are one picture
        if is_row and area.whose(box) is None:
            return pictures
    return []


_FEWEST_IN_ROW = 2


_MOST_SLIDES = 60


def captioned_picture(page: Page, img: Node) -> RawImage | None:
    """The picture with the caption that its figure, the elements beside it or its own box print, or None where there
    is none."""
    if is_icon(img) or is_portrait(img) or _is_small(img):
        return None
    if (node := named_caption(img)) is not None:
        return _in_lines(page, img, in_two_named_lines(node), "the caption near the headline") or (
            _with_caption(page, img, node, "picture near the headline")
        )
    if kept := in_attribute(img):
        return picture_of(page, img, kept[1], None, "printed", "caption in an attribute")
    return _told_behind(page, img) or _in_own_box(page, img) or _with_line_below(page, img)


def _in_lines(page: Page, img: Node, found: tuple[str, str] | None, place: str) -> RawImage | None:
    return picture_of(page, img, *found, "printed", f"two lines in {place}") if found else None


def _told_behind(page: Page, img: Node) -> RawImage | None:
    for node in takewhile(_shows_no_picture, behind(img, _NEAR)):
        if has_labelled_credit(text := text_of(node)):
            return picture_of(page, img, text, None, "printed", "text with a credit below the picture")
    if told := told_by_alt(img):
        return picture_of(
            page, img, told, None, "printed", "text that the picture's alternative text repeats"
        )
    return None


def _in_own_box(page: Page, img: Node) -> RawImage | None:
    if found := _in_lines(page, img, lines_below(img), "a row below the picture"):
        return found
    if (box := own_box(img)) is None or _is_writers(box):
        return None
    return _in_lines(page, img, in_two_lines(box), "the picture's own box") or (
        _with_caption(page, img, box, "text in the picture's own box")
    )


def _is_writers(box: Node) -> bool:
    """Whether the box of a picture is the writer's, whose name and life stand beside the portrait."""
    names = names_of(box)
    return is_called(names, "person") and not is_called(names, "caption_beside")


def _shows_no_picture(node: Node) -> bool:
    """Whether an element is no other picture and holds none: what stands behind is that one's."""
    return next(node.iter(*PICTURES), None) is None


def _with_line_below(page: Page, img: Node) -> RawImage | None:
    if told := credited_line(img):
        return picture_of(page, img, told, None, "printed", "line with a credit below the picture")
    if credit := credit_beside(img):
        return picture_of(page, img, None, credit, "printed", "credit below the picture")
    if credit := credit_above(img):
        return picture_of(page, img, None, credit, "printed", "credit above the picture")
    told = line_below(img)
    return picture_of(page, img, told, None, "printed", "line below that says what is seen") if told else None


def _with_caption(page: Page, img: Node, node: Node, rule: str) -> RawImage:
    credit, text = credit_within(node), without_button(text_of(node))
    if credit is None and split_caption(text)[1] is None:
        credit = (
            credit_beside(img) or credit_before(img) or credit_at(node)
        )  # in an element beside the caption's: K2 of Joomla
    return picture_of(page, img, without_credit(text, credit), credit, "printed", rule)
