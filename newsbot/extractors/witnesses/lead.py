"""The captioned picture at the headline, which stands outside the body and which no rule names."""

from __future__ import annotations

import re

from lxml import etree

from newsbot.extractors.body.caption import credit_within, named_caption, own_box, without_credit
from newsbot.extractors.body.picture import is_icon, is_portrait, picture_of
from newsbot.extractors.raw import RawImage
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_AFTER = etree.XPath("following::*[position() <= 90]")
_BEFORE = etree.XPath("preceding::*[position() <= 40]")
_NEAR = etree.XPath("following::*[position() <= 6]")
_LABELLED_CREDIT = re.compile(r"[(\[](?:foto|photo|dok)\b[^()\[\]]{2,60}[)\]]\s*$", re.IGNORECASE)


def lead_images(page: Page, heading: Node, containers: list[Node]) -> list[RawImage]:
    """The captioned picture between headline and body, or right above the headline, if there is one."""
    inside = set(containers)
    for nodes in (_AFTER(heading), list(reversed(_BEFORE(heading)))):
        for node in nodes:
            if node in inside:
                break
            if node.tag == "img" and (image := captioned_picture(page, node)):
                return [image]
    return []


def captioned_picture(page: Page, img: Node) -> RawImage | None:
    """The picture with the caption that its figure, the elements beside it or its own box print, or None where there
    is none."""
    if is_icon(img) or is_portrait(img):
        return None
    if (node := named_caption(img)) is not None:
        return _with_caption(page, img, node, "picture near the headline")
    for node in _NEAR(img):
        text = text_of(node)
        if 5 < len(text) < 400 and _LABELLED_CREDIT.search(text):
            return picture_of(page, img, text, None, "printed", "text with a credit below the picture")
    box = own_box(img)
    return None if box is None else _with_caption(page, img, box, "text in the picture's own box")


def _with_caption(page: Page, img: Node, node: Node, rule: str) -> RawImage:
    credit = credit_within(node)
    return picture_of(page, img, without_credit(text_of(node), credit), credit, "printed", rule)
