"""Texts of an old corpus: headline, perhaps byline, date and address, then the text, without menus and footers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.captions import is_caption, is_credit_only
from newsbot.extractors.plaintext.headline import is_trail, may_be_headline, share_told
from newsbot.extractors.plaintext.lines import Line
from newsbot.language.dateline import split_dateline
from newsbot.lexicon import word_set

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
    first = _below_summary(lines, first)
    top = next((i for i in range(first) if not _is_above(lines, i)), 0)
    if _is_menu(lines, top, first):
        return None
    head = top if may_be_headline(lines[top]) else None
    if head is None and lines[top].kind == "short" and top + 1 < first:
        return None  # the entry of a menu
    marks = [i for i in range(first) if lines[i].kind in ("date", "byline") or _ADDRESS.match(lines[i].text)]
    start = max(marks[-1] + 1 if marks else 0, 0 if head is None else head + 1)
    while start < min(first + _DOUBLED, len(lines) - 1) and _is_box(lines, start, head):
        start += 1
    start = _at_dateline(lines, start, first)
    end = len(lines)
    while end > start + 1 and (_is_signature(lines, end - 1) or _is_lead_again(lines, start, end - 1)):
        end -= 1
    if any(line.kind == "date" for line in lines[end:]):  # another story's card, its title above the date
        told = max(at for at in range(start, end) if lines[at].kind == "prose" or at == start)
        end = told + 1 if len(lines) - told <= _HEAD else end
    return head, start, end


def _is_signature(lines: Sequence[Line], index: int) -> bool:
    """Whether a last line says who wrote the text or is a button; a name may stand below its label."""
    if lines[index].kind in ("date", "byline", "sign_off", "button", "furniture"):
        return True
    above = lines[index - 1]
    is_named = above.kind == "byline" and above.text.endswith(":") and lines[index].words <= _NAME
    return is_named or lines[index].key in word_set("outlets.agencies.all", "outlets.agencies.sign")


_NAME = 5
_DOUBLED = 2
"""Lines of a caption that is printed twice, which looks like the first sentence."""


def _is_lead_again(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether a last line without a full stop is the beginning of the text, printed again as the page's summary."""
    line = lines[index]
    return line.words > _NAME and not line.ends_sentence and lines[start].key.startswith(line.key)


def _below_summary(lines: Sequence[Line], first: int) -> int:
    """The first sentence of the text, where one between headline and byline is its summary."""
    below = lines[first + 1 : first + 2]
    if not below or below[0].kind not in ("byline", "date") or lines[first].words > _SUMMARY:
        return first
    text = range(first + 2, min(len(lines), first + 2 + _NEAR))
    return next((at for at in text if lines[at].kind == "prose"), first)


_SUMMARY = 30


def _is_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands above the headline of a text without a menu: its address, its date, the trail to it."""
    line = lines[index]
    if _ADDRESS.match(line.text) or line.kind in ("date", "button") or is_trail(lines, index):
        return True
    below = lines[index + 1 : index + 2]
    begins_home = line.key.split(maxsplit=1)[0] in word_set("furniture.boxes.home") and line.is_capitalised
    return begins_home and bool(below) and below[0].kind == "title" and may_be_headline(below[0])


def _is_box(lines: Sequence[Line], index: int, head: int | None) -> bool:
    """Whether a line between headline and text belongs to neither: a button, a bare count, a picture's caption or
    credit, the headline or a caption that is printed twice."""
    line = lines[index]
    if (
        line.kind in ("button", "furniture")
        or line.text.isdecimal()
        or is_caption(line)
        or is_credit_only(line)
    ):
        return True
    if head is not None and line.key == lines[head].key:
        return True
    near = (*lines[index - 1 : index], *lines[index + 1 : index + 2])
    is_doubled = line.printed > 1 and any(beside.key == line.key for beside in near)
    return is_doubled and any(below.kind == "prose" and below.key != line.key for below in lines[index + 1 :])


def _at_dateline(lines: Sequence[Line], start: int, first: int) -> int:
    """The line with the dateline where one stands near the beginning of the text: captions and buttons are above it."""
    for index in range(first, min(len(lines), first + _NEAR)):
        if split_dateline(lines[index].text, unknown=True):
            return index
        if lines[index].kind == "prose" and lines[index].words > _CAPTION:
            break
    return start


_NEAR, _CAPTION = 5, 25
"""Lines from the first sentence on among which the dateline stands, and words of a caption."""


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
