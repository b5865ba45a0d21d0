"""Texts of an old corpus: headline, perhaps byline, date and address, then the text, without menus and footers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.headline import may_be_headline, share_told
from newsbot.extractors.plaintext.lines import Line

_HEAD = 7
"""Lines before the first running text; a menu has more."""
_ADDRESS = re.compile(r"(?:\w+ ?: ?)?https?://\S+$", re.IGNORECASE)
"""The line of the article's address, with or without a label."""


def clean_span(lines: Sequence[Line]) -> tuple[int | None, int, int] | None:
    """Headline, first line and end of a text without anything around it, None where a menu or a footer stands.

    Nothing is weighed then: what is short or lacks a full stop there is a list, a lyric or a sub-heading, and only
    date, byline and sign-off lines at both ends are no text.
    """
    first = next(
        (i for i, line in enumerate(lines) if line.kind == "prose" and not may_be_headline(line)), None
    )
    if first is None or first >= _HEAD or _is_page(lines, first):
        return None
    top = next((i for i in range(first) if not _ADDRESS.match(lines[i].text) and lines[i].kind != "date"), 0)
    if _is_menu(lines, top, first):
        return None
    head = top if may_be_headline(lines[top]) else None
    if head is None and lines[top].kind == "short" and top + 1 < first:
        return None  # the entry of a menu
    marks = [i for i in range(first) if lines[i].kind in ("date", "byline") or _ADDRESS.match(lines[i].text)]
    start = max(marks[-1] + 1 if marks else 0, 0 if head is None else head + 1)
    while start + 1 < len(lines) and is_caption(lines[start]) and lines[start + 1].kind == "prose":
        start += 1  # the picture's caption above the text
    end = len(lines)
    while end > start + 1 and lines[end - 1].kind in ("date", "byline", "sign_off", "button", "furniture"):
        end -= 1
    return head, start, end


def _is_menu(lines: Sequence[Line], top: int, first: int) -> bool:
    """Whether the first line is a menu and no headline: the text takes up much of a title below, and little of it."""
    text = [line for line in lines[first:] if line.kind == "prose"][:_TOLD]
    titles = (line for line in lines[top + 1 : first] if line.kind == "title" and may_be_headline(line))
    best = max((share_told(line, text) for line in titles), default=0.0)
    return best >= _MOST and share_told(lines[top], text) <= best / 3


_TOLD, _MOST = 12, 0.3
"""Paragraphs that are asked for the words of a title, and the share of them that its own text takes up."""


def _is_page(lines: Sequence[Line], first: int) -> bool:
    """Whether the lines show more than an article: labels of lists, menu entries, the date lines of other stories."""
    if any(line.kind == "closing" or whole("menu").fullmatch(line.key) for line in lines):
        return True
    dates = [at for at, line in enumerate(lines) if line.kind == "date" and at >= first]
    return len(dates) > 1 or any(_heads_another(lines, at) for at in dates)


def _heads_another(lines: Sequence[Line], date: int) -> bool:
    """Whether a title stands right above a date below running text, and running text right below: the next story."""
    return (
        lines[date - 1].kind == "title"
        and may_be_headline(lines[date - 1])
        and any(line.kind == "prose" for line in lines[date + 1 : date + 3])
    )
