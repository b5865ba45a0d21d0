"""Caption and credit of a picture in elements of their own, neither of which says what it is, or in an attribute."""

from __future__ import annotations

import re
from itertools import islice

from newsbot.extractors.body.caption import LONGEST, LONGEST_CREDIT, SHUT, names_credit
from newsbot.extractors.body.picture import PICTURES, is_icon, is_thumbnail
from newsbot.extractors.furniture import furniture
from newsbot.language.captions import clean_credit, is_credit, split_caption
from newsbot.language.text import clean
from newsbot.lexicon import words
from newsbot.pages.measures import HEADINGS
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_ABOVE = 4
"""Elements around a picture among which its own box is."""


def in_two_lines(box: Node) -> tuple[str, str] | None:
    """Caption and credit where a picture's box prints them in two elements or with a break between, the credit first or
    last, told by its form ("seno/kabar.com", "Dok. Kabar"); None where it does not."""
    lines = _lines_of(box)
    if len(lines) != 2:
        return None
    first, second = lines
    for credit, caption in ((first, second), (second, first)):
        if len(credit) < LONGEST_CREDIT and len(caption) > len(credit) and is_credit(credit):
            return caption, credit
    return None


def in_two_named_lines(node: Node) -> tuple[str, str] | None:
    """The same in an element that is called a caption, which may as well be a title and a caption."""
    lines = _lines_of(node)
    return _told_apart(*lines) if len(lines) == 2 else None


def lines_below(img: Node) -> tuple[str, str] | None:
    """Caption and credit where both are set right behind the picture in its box, among the buttons that enlarge it."""
    if is_icon(img) or is_thumbnail(img):
        return None
    inner = img
    for box in islice(img.iterancestors(), _ABOVE):
        told = [node for node in inner.itersiblings("*") if node.tag not in SHUT and text_of(node)]
        if told:
            is_plain = all(next(node.iter("a", "p", *PICTURES, *HEADINGS), None) is None for node in told)
            lines = [text_of(node) for node in told[:3]]
            return _told_apart(*lines) if is_plain and len(lines) == 2 else None
        inner = box
    return None


def in_attribute(img: Node) -> tuple[Node, str] | None:
    """The caption that an attribute of the picture or of its box keeps for a script, with the element that has it."""
    for node in (img, *islice(img.iterancestors(), _ABOVE)):
        for name in words("pictures.boxes.caption_attributes"):
            if text := clean(node.get(name) or "")[:LONGEST]:
                return node, text
    return None


def credit_before(img: Node) -> str | None:
    """The credit that stands right before a picture in its own box, told by its form ("Dok. Kabar")."""
    return _credit_in(next(img.itersiblings("*", preceding=True), None))


def credit_at(caption: Node) -> str | None:
    """The credit alone that stands right before or behind a caption's element, told by its form."""
    return _credit_in(caption.getprevious()) or _credit_in(caption.getnext())


def credit_above(img: Node) -> str | None:
    """The credit with its label on a line above a picture, with the date line between them at most."""
    lines = islice(img.itersiblings("*", preceding=True), _LINES_ABOVE)
    return next((text for line in lines if (text := _credit_in(line)) and names_credit(text)), None)


_LINES_ABOVE = 3


def _credit_in(line: Node | None) -> str | None:
    is_line = line is not None and isinstance(line.tag, str) and line.tag not in (*HEADINGS, *SHUT, "a")
    text = text_of(line) if is_line else ""
    return text if _is_credit_alone(text) else None


def _told_apart(first: str, second: str) -> tuple[str, str] | None:
    """Caption and credit of two lines, None where neither has a credit's form."""
    for credit, caption in ((first, second), (second, first)):
        is_told = len(caption) <= LONGEST and (len(credit) < len(caption) or caption.endswith("."))
        if is_told and _is_credit_alone(credit) and furniture(caption) is None:
            return caption, clean_credit(credit) or credit
    return None


def _is_credit_alone(text: str) -> bool:
    """Whether a line is a credit and nothing else, with its label or without one ("Foto: Dok Kabar")."""
    if not 0 < len(text) < LONGEST_CREDIT or not is_credit(text):
        return False
    return split_caption(text)[0] is None or bool(_NAMES_AND_OUTLET.fullmatch(text))


_NAMES_AND_OUTLET = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2} ?/ ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}")
"""A name and an outlet that no list knows, around a slash: "Wira/SR"."""


def _lines_of(box: Node) -> list[str]:
    """The texts of a box's elements; of a lone one without elements, or the box itself, the runs that breaks part."""
    if len(box) and all(node.tag == "br" for node in box):
        return [run for run in map(clean, box.itertext()) if run]
    told = [node for node in box if isinstance(node.tag, str) and node.tag not in SHUT and text_of(node)]
    if len(told) == 1 and all(node.tag == "br" for node in told[0]):
        return [run for run in map(clean, told[0].itertext()) if run]
    return [text_of(node) for node in told]
