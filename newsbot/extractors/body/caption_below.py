"""A caption that is printed as a paragraph of the text, right behind the paragraph that holds its picture alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsbot import lexicon
from newsbot.extractors.body.caption import (
    has_labelled_credit,
    is_credited,
    is_labelled_caption,
    is_small_print,
    names_credit,
)
from newsbot.extractors.body.picture import PICTURES, is_icon, is_thumbnail
from newsbot.language.dateline import split_dateline
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_MOST = 60
"""Pictures of a body that are looked at."""
_BEHIND = 4
"""Paragraphs behind the caption that are compared with it."""
_SHORTEST, _LONGEST = 15, 300
_DRESS = ("class", "style", "align")


def captions_below(container: Node) -> Iterator[Node]:
    """The paragraphs that caption a picture of the container; it stands in the one before.

    The paragraph ends in a credit that says it is one, or in small print in any other, is dressed as the picture's own
    and as none behind it (pasted from a mail: `class=yiv1MsoNormal`, or centred), or opens the text, shows what a
    picture shows and stands before the paragraph with the dateline. A line in another element ends in a credit. What
    only stands below a picture may be the lead and stays.
    """
    for img in islice(container.iter(*PICTURES), _MOST):
        if (line := _line_behind(img)) is not None and _tells_caption(line):
            yield line
        elif (own := _own_paragraph(img)) is not None and (text := _next(own)) is not None:
            behind = list(islice(_paragraphs(text), _BEHIND))
            if _may_be_caption(text) and (
                has_labelled_credit(text_of(text))
                or is_labelled_caption(text_of(text))
                or names_credit(text_of(text))
                or (is_small_print(text, text_of(text)) and is_credited(text_of(text)))
                or _is_dressed_alike(own, text, behind)
                or _opens(own, text, behind)
            ):
                yield text


def _tells_caption(line: Node) -> bool:
    """Whether a line right behind a picture is its caption: it says so or ends in a credit, one of a paragraph with a
    label."""
    text = text_of(line)
    return has_labelled_credit(text) or is_labelled_caption(text) or (line.tag != "p" and is_credited(text))


def _line_behind(img: Node) -> Node | None:
    """The line of its own right behind a picture that stands bare among the paragraphs, or alone in a box."""
    box = img
    while box.getnext() is None and box.getparent() is not None and box.getparent().tag in _PICTURE_BOXES:
        if (box.tail or "").strip() or (box.getparent().text or "").strip() or box.getprevious() is not None:
            return None
        box = box.getparent()
    line = box.getnext()
    if (
        line is None
        or line.tag not in _LINES
        or is_icon(img)
        or is_thumbnail(img)
        or (box.tail or "").strip()
    ):
        return None
    return (
        line
        if _may_be_caption(line) and next(line.iterdescendants("p", "ul", "table"), None) is None
        else None
    )


_LINES = frozenset(("p", "div", "span", "small", "center", "em", "i"))
_PICTURE_BOXES = frozenset(("div", "a", "picture", "center", "span"))


def _own_paragraph(img: Node) -> Node | None:
    """The paragraph that holds the picture and no text."""
    if is_icon(img) or is_thumbnail(img):
        return None
    own = next((above for above in islice(img.iterancestors(), 4) if above.tag == "p"), None)
    return own if own is not None and not text_of(own) else None


def _next(own: Node) -> Node | None:
    """The paragraph right behind one, where nothing else stands between."""
    following = next((node for node in own.itersiblings() if isinstance(node.tag, str)), None)
    bare = (own.tail or "").strip()
    return following if following is not None and following.tag == "p" and not bare else None


def _paragraphs(node: Node) -> Iterator[Node]:
    return (p for p in node.itersiblings("p") if text_of(p))


def _may_be_caption(text: Node) -> bool:
    has_more = next(text.iter(*PICTURES, "a", "iframe", "br"), None) is not None
    return not has_more and _SHORTEST <= len(text_of(text)) <= _LONGEST


def _is_dressed_alike(own: Node, text: Node, behind: list[Node]) -> bool:
    dress = _dress(own)
    return (
        any(dress) and _dress(text) == dress and len(behind) > 1 and all(_dress(p) != dress for p in behind)
    )


def _dress(node: Node) -> tuple[str, ...]:
    return tuple(" ".join((node.get(name) or "").split()) for name in _DRESS)


def _opens(own: Node, text: Node, behind: list[Node]) -> bool:
    """Whether the picture opens the text and the dateline stands behind what would be its caption."""
    printed = text_of(text)
    if not behind or any(text_of(node) for node in own.itersiblings(preceding=True)):
        return False
    return bool(
        _shows().search(printed) and not split_dateline(printed) and split_dateline(text_of(behind[0]))
    )


@lexicon.cached
def _shows() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('pictures.shows')}\b", re.IGNORECASE)
