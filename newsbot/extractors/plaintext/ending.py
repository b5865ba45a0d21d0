"""Where a text ends: behind the last paragraph that a box or a list parts from the rest, and the list it announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.body import CAPTION_WORDS
from newsbot.extractors.plaintext.bounds import closes, labels_tags
from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.filing import says_filing
from newsbot.extractors.plaintext.lines import Line
from newsbot.language.sign_offs import split_sign_off
from newsbot.lexicon import any_of, cached

_LISTS = 200
"""Lines of the longest list at the end of a text."""
_INSERTS, _STORY_WORDS = 8, 4
"""Titles that the label of an insert may announce, and words that a story's title has at least but one."""
_BAR = 2
"""Buttons of the shortest bar."""
_SIGNED = re.compile(r"[.!?][\"”]?\s\([^()]{2,40}/[^()]{2,40}\)\.?$")
_BOX, _BOX_WORDS = 5, 9
"""Lines of a box between the last two paragraphs, and words of one."""
_STOPS = (".", '."', ".”", '"', "”")
_UNENDED = 15
"""Words of a last line without a full stop that is a paragraph all the same."""


@cached
def _follows() -> re.Pattern[str]:
    """A sentence that announces a list without a colon."""
    return re.compile(rf"\bberikut (?:ini )?{any_of('furniture.announced.lists')}\b")


def text_end(
    lines: Sequence[Line], start: int, end: int, others: frozenset[int], begins: frozenset[int]
) -> int:
    """The end of the text: with a last paragraph below a box, and with the list that a last sentence announces.

    `others` are the lines of cards of other stories, `begins` the heads of stories.
    """
    end = _behind_box(lines, end)
    signed = end > start and split_sign_off(lines[end - 1].text)[1] is not None
    while (
        not signed
        and end < len(lines)
        and lines[end].kind == "title"
        and lines[end].words >= _UNENDED
        and lines[end].printed == 1
    ):
        end += 1
    if _is_signed_paragraph(lines, end):
        end += 1
    if (closed := _up_to_close(lines, start, end, others | begins)) > end:
        return closed
    announced = end - 1 > start and any(_announces(line) for line in lines[end - 1 : end + 2])
    last = end
    while last < min(len(lines), end + _LISTS) and last not in others:
        if (
            labels_tags(lines[last])
            or says_filing(lines[last])
            or not _may_be_listed(lines[last], 3 if announced else 1)
        ):
            break
        last += 1
    while last > end and lines[last - 1].kind == "furniture":
        last -= 1
    listed = [line for line in lines[end:last] if line.kind != "furniture"]
    if not listed or (last < len(lines) and lines[last].kind == "date"):
        return end
    return last if announced or 5 * sum(map(_is_listed, listed)) >= 4 * len(listed) else end


def _up_to_close(lines: Sequence[Line], start: int, end: int, others: frozenset[int]) -> int:
    """The end with the lists, tables and short paragraphs that stand before the line that closes the article.

    What looks like other stories' titles, a menu or the label of a list before that line says that it closes something
    else.
    """
    menu = {line.key for line in lines[:start] if line.kind in ("short", "title")}
    last, titles, since_label = end, 0, _INSERTS
    for index in range(end, min(len(lines), end + _LISTS)):
        line = lines[index]
        if _is_close(lines, index):
            return last
        since_label = 0 if line.found is not None and line.found.opens else since_label + 1
        if index in others or line.kind in ("date", "closing") or line.key in menu:
            return end
        if since_label < _INSERTS and line.kind == "title" and not _is_listed(line):
            continue
        titles = titles + 1 if _is_story(line) else 0
        if titles > 1 or line.is_teaser or whole("next_page").fullmatch(line.key):
            return end
        is_text = line.kind == "prose" and not is_caption(line)
        is_part = _is_listed(line) or line.text.endswith(_STOPS[:3])  # "Jaksa pikir-pikir."
        if is_text or (line.kind in ("title", "short") and is_part):
            last = index + 1
    return end


def _is_close(lines: Sequence[Line], index: int) -> bool:
    """Whether an article is closed at the line: signed, with its tags behind it, or with a bar of buttons."""
    line = lines[index]
    if line.kind == "byline" or says_filing(line):
        return True
    if closes(line):
        return not whole("rights").fullmatch(line.key)
    bar = lines[index : index + _BAR]
    return len(bar) == _BAR and all(near.kind == "button" for near in bar)


def _is_story(line: Line) -> bool:
    return line.kind == "title" and line.words > _STORY_WORDS and line.is_capitalised and not _is_listed(line)


def _behind_box(lines: Sequence[Line], end: int) -> int:
    """The end with a last paragraph that a button, a label or a player parts from the text (cnnindonesia, viva 2026).

    A title between is another story's, and what follows it is that story's summary.
    """
    last = next((at for at, line in enumerate(lines[end : end + _BOX], end) if not _is_box(line)), None)
    if last is None or last == end or last + 1 >= len(lines):
        return end
    line, below = lines[last], lines[last + 1]
    told = (
        line.kind == "prose"
        and line.words >= _UNENDED // 2
        and line.printed == 1
        and line.text.endswith(_STOPS)
        and not line.text.endswith("...")
    )
    if not told or below.kind in ("date", "prose", "button") or is_caption(line):
        return end
    return last + 1


def _is_box(line: Line) -> bool:
    if closes(line) or whole("next_page").fullmatch(line.key) or line.words > _BOX_WORDS:
        return False
    return line.kind in ("button", "furniture", "closing", "short") or (
        line.kind == "title" and not line.is_capitalised
    )


def _is_signed_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a last paragraph ends with outlet and writer in brackets, as captions do (tribun 2025)."""
    if index >= len(lines) or lines[index].printed > 1 or not is_caption(lines[index]):
        return False
    signed = _SIGNED.search(lines[index].text)
    behind = lines[index + 1].kind if index + 1 < len(lines) else "closing"
    return bool(signed) and lines[index].words > CAPTION_WORDS and behind in ("byline", "closing", "sign_off")


def _announces(line: Line) -> bool:
    return line.text.endswith((":", ";")) or (line.kind == "prose" and bool(_follows().search(line.key)))


def _may_be_listed(line: Line, printed: int) -> bool:
    """Whether the line may stand in a last list; inserts with their title stand between (kompas 2021)."""
    if line.kind == "furniture":
        return line.found is not None and line.found.bin == "related" and not line.found.opens
    return (
        line.kind in ("title", "short", "prose") and line.printed <= printed and not line.text.startswith("#")
    )


def _is_listed(line: Line) -> bool:
    """Whether the line looks like an entry: a mark before it, figures, or "Ban depan: 2,25"."""
    return line.is_item or (line.words <= 10 and (": " in line.text or any(c.isdigit() for c in line.text)))
