"""What stands below the text: sign-off, writer, byline, a last list of other stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.body.draft import Draft
from newsbot.extractors.plaintext.body import CAPTION_WORDS, insert_title, read_list
from newsbot.extractors.plaintext.bounds import closes, labels_tags
from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.lines import Line, is_person
from newsbot.extractors.plaintext.listed import whole
from newsbot.extractors.plaintext.people import read_bylines
from newsbot.extractors.raw import RawArticle
from newsbot.language.dates import parse_date
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, word_set

_BYLINES = 40
"""Lines below the text in which bylines stand: tags and story lists may come first (tribun 2020)."""
_SIGNS = 12
_LISTS = 200
_SIGNED = re.compile(r"[.!?][\"”]?\s\([^()]{2,40}/[^()]{2,40}\)\.?$")
_BOX, _BOX_WORDS = 5, 9
"""Lines of a box between the last two paragraphs, and words of one."""
_TAGS, _TAG_WORDS = 12, 5
"""Tags of an article, and words of one; a longer run of short lines is a footer's menu."""
_PARTED = re.compile(r",|\s#")
_STOPS = (".", '."', ".”", '"', "”")
_UNENDED = 15
"""Words of a last line without a full stop that is a paragraph all the same."""


@cached
def _follows() -> re.Pattern[str]:
    """A sentence that announces a list without a colon."""
    return re.compile(rf"\bberikut (?:ini )?{any_of('furniture.announced.lists')}\b")


def text_end(lines: Sequence[Line], start: int, end: int, others: frozenset[int]) -> int:
    """The end of the text: with a last paragraph below a box, and with the list that a last sentence announces.

    `others` are the lines of cards of other stories.
    """
    end = _behind_box(lines, end)
    while (
        end < len(lines)
        and lines[end].kind == "title"
        and lines[end].words >= _UNENDED
        and lines[end].printed == 1
    ):
        end += 1
    if _is_signed_paragraph(lines, end):
        end += 1
    announced = end - 1 > start and any(_announces(line) for line in lines[end - 1 : end + 2])
    last = end
    while last < min(len(lines), end + _LISTS) and last not in others:
        if labels_tags(lines[last]) or not _may_be_listed(lines[last], 3 if announced else 1):
            break
        last += 1
    while last > end and lines[last - 1].kind == "furniture":
        last -= 1
    listed = [line for line in lines[end:last] if line.kind != "furniture"]
    if not listed or (last < len(lines) and lines[last].kind == "date"):
        return end
    return last if announced or 5 * sum(map(_is_listed, listed)) >= 4 * len(listed) else end


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
    )
    if not told or below.kind in ("date", "prose", "button") or is_caption(line):
        return end
    return last + 1


def _is_box(line: Line) -> bool:
    if closes(line) or whole("next_page").fullmatch(line.key) or line.words > _BOX_WORDS:
        return False
    return line.kind in ("button", "furniture", "closing", "short")


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


def read_tail(lines: Sequence[Line], end: int, raw: RawArticle, draft: Draft) -> None:
    """Everything below the text that says something of the article."""
    below = lines[end : end + _BYLINES]
    _writer(below, draft)
    _signs(below[:_SIGNS], draft)
    _lists(lines, end, draft)
    read_bylines(below, raw, draft)
    read_bylines(
        [line for line in lines[end + _BYLINES :] if line.text.endswith(("Author", "Editor"))], raw, draft
    )
    _labelled_date(below, raw)
    _tags(lines, end, raw)


def _tags(lines: Sequence[Line], end: int, raw: RawArticle) -> None:
    """The tags behind their label: short lines of their own, or words parted by commas or by "#" on its line.

    Without marks between them nobody can tell where one tag ends and the next begins; what the menu above the text
    prints is none.
    """
    menu = frozenset(line.key for line in lines[: max(0, end - 1)] if line.kind == "short")
    for at, line in enumerate(lines[end : end + _BYLINES], end):
        if not labels_tags(line):
            continue
        _, mark, behind = line.text.partition(":")
        texts = _PARTED.split(behind) if mark and _PARTED.search(behind.strip(" ,#")) else []
        if not behind.strip():
            below = takewhile(lambda near: _may_be_tag(near, menu), lines[at + 1 : at + 2 + _TAGS])
            texts = [near.text for near in below]
            if texts and texts[0].startswith("#"):
                texts = [text for text in texts if text.startswith("#")]
        tags = [text.strip(" #,") for text in texts if text.strip(" #,")]
        if 1 < len(tags) <= _TAGS or (len(tags) == 1 and len(tags[0].split()) <= 2):
            raw.add_list("keywords", tags, "text", "tags behind their label")
        return


def _may_be_tag(line: Line, menu: frozenset[str]) -> bool:
    is_tag = (line.kind in ("short", "title") and not line.ends_sentence) or line.text.startswith("#")
    return is_tag and line.words <= _TAG_WORDS and line.key not in menu


def _writer(below: Sequence[Line], draft: Draft) -> None:
    """A name in capitals right below the text is its writer's (tempo 2015)."""
    if below and below[0].text.isupper() and below[0].kind == "short" and is_person(below[0].text):
        draft.byline(below[0].text, "writer at the end")


def _signs(below: Sequence[Line], draft: Draft) -> None:
    """The first sign-off, as a block of its own: what it holds is told later."""
    for line in below:
        if line.kind == "sign_off":
            draft.blocks.append(TextBlock("paragraph", line.text, length=len(line.text)))
            return
        if line.kind == "closing":
            return


def _lists(lines: Sequence[Line], end: int, draft: Draft) -> None:
    """Inserts at the end of the text, up to its sign-off or the first list of the page."""
    index, last = end, min(len(lines), end + _SIGNS)
    while index < last and lines[index].kind not in ("closing", "sign_off"):
        line = lines[index]
        index += 1
        if line.found is None or line.found.bin != "related":
            continue
        draft.remove(line.found.rule, line.found.bin, line.text)
        if line.found.opens:
            index = read_list(lines, index, len(lines), draft)
        else:
            draft.relate(insert_title(line.text))


def _labelled_date(below: Sequence[Line], raw: RawArticle) -> None:
    """A date below the text counts only where its label says that it is the publication's."""
    for line in takewhile(lambda line: line.kind != "closing", below):
        if line.kind != "date":
            continue
        reading = parse_date(line.text, fallback=False)
        if reading and reading.role == "published":
            raw.add("visible_date", line.text, "text", "labelled date below the text")
            return
