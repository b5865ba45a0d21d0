"""Portraits at the headline: a picture whose alternative text is the name that stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from newsbot.language.text import clean
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_LONGEST_NAME = 60
_LONGEST = 110
"""Characters of the box around a portrait: the name, and what the writer is."""
_AROUND = 3
"""Elements above a portrait among which its box is."""


def named_portraits(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """The short boxes around pictures that begin with what the picture is called, each with that name."""
    for img in nodes:
        alt = clean(img.get("alt") or "") if img.tag == "img" else ""
        if not 3 < len(alt) <= _LONGEST_NAME:
            continue
        texts = ((box, text_of(box)) for box in islice(img.iterancestors(), _AROUND))
        box, text = next((found for found in texts if found[1]), (img, ""))
        if text.startswith(alt) and len(text) <= _LONGEST:
            yield box, alt
