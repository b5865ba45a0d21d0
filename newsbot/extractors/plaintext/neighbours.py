"""What a line of a text dump is by those around it: credits, labels of lists, days and figures that are content."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.lines import Line, LineKind
from newsbot.language.dates import beside_date
from newsbot.lexicon import any_of, cached, word_set

_RIGHTS = re.compile(r"©\s?[^\d\s].{1,50}|©\s?\d{4}\s[^\d].{1,50}")
_ALL_RIGHTS = re.compile(r"rights|hak cipta|dilindungi|reserved")
_NEAR = 3
"""Lines above a picture's rights among which its paragraph stands: a sub-heading and a caption stand between."""
_CREDIT_WORDS, _LABEL_WORDS, _STORY_WORDS = 6, 4, 4
_FIGURE = re.compile(r"\d{1,4}(?:[.,]\d{1,3})*")
_COLON_WORDS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_CELLS = 20
"""Lines of figures on either side that are looked at."""
_PAGER = 2
"""Figures of the shortest pager, which counts from 1."""


@cached
def _label() -> re.Pattern[str]:
    """A label that names what it lists, before a word that says which: "Resep Lainnya", "Opini Terbaru :"."""
    return re.compile(rf"(?:\S+ ){{1,3}}{any_of('furniture.boxes.list_words')} ?:?|berita(?: \S+){{1,3}} ?:?")


def settled(lines: Sequence[Line]) -> list[Line]:
    """The lines, each with the kind that it has where it stands."""
    found = list(lines)
    listed = False
    for index, line in enumerate(lines):
        for kind, tells in _TELLS:
            if tells(lines, index):
                found[index] = replace(line, kind=kind, found=None)
                break
        else:
            if line.kind == "date" and listed and _is_day(lines, index):
                found[index] = replace(line, kind="short", rest="")
        listed = _stays_listed(line, listed=listed)
    return found


def _stays_listed(line: Line, *, listed: bool) -> bool:
    """Whether the lines below belong to a list that a line with a colon announces."""
    if line.kind in ("prose", "title", "short") and line.text.endswith(":"):
        return line.words >= _COLON_WORDS
    return listed and line.kind in ("title", "short", "date", "furniture")


def _is_day(lines: Sequence[Line], index: int) -> bool:
    """Whether a date without a time heads a part of a list ("Sabtu, 5 Mei 2021"), and dates no title above it."""
    beside, above = beside_date(lines[index].text), lines[index - 1]
    if beside is None or beside.has_clock:
        return False
    return above.text.endswith(":") or not _is_story(above) or any(map(str.isdigit, above.text))


def _is_credit(lines: Sequence[Line], index: int) -> bool:
    """Whether rights stand between the paragraphs of a text: they are a picture's ("©2024 Rina Ayu")."""
    line = lines[index]
    if line.kind != "closing" or line.words > _CREDIT_WORDS or not _RIGHTS.fullmatch(line.text):
        return False
    if _ALL_RIGHTS.search(line.key) or index + 1 == len(lines):
        return False
    above = lines[max(0, index - _NEAR) : index]
    return lines[index + 1].kind == "prose" and any(near.kind == "prose" for near in above)


def _labels_stories(lines: Sequence[Line], index: int) -> bool:
    """Whether a line labels the list of other stories below it."""
    line = lines[index]
    words = line.words - (line.text[-2:] == " :")
    if line.kind != "short" and not (line.kind == "title" and words <= _LABEL_WORDS):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and bool(_label().fullmatch(line.key)) and _is_story(below)


def _is_story(line: Line) -> bool:
    # "1. Siapkan Bahan"; a bullet stands before titles as well
    is_entry = line.is_item and line.text[0].isalnum()
    return line.kind == "title" and line.words >= _STORY_WORDS and line.is_capitalised and not is_entry


def _is_figure(lines: Sequence[Line], index: int) -> bool:
    """Whether figures alone on a line are a table's cell: the steps of a pager count on from 1."""
    line = lines[index]
    if line.found is None or line.found.rule != "paging" or not _FIGURE.fullmatch(line.text):
        return False
    first = last = index
    while first > max(0, index - _CELLS) and _FIGURE.fullmatch(lines[first - 1].text):
        first -= 1
    while last + 1 < min(len(lines), index + _CELLS) and _FIGURE.fullmatch(lines[last + 1].text):
        last += 1
    beside = [lines[at] for at in (first - 1, last + 1) if 0 <= at < len(lines)]
    if any(whole("next_page").fullmatch(near.key) or near.kind in ("button", "date") for near in beside):
        return False
    figures = [near.text for near in lines[first : last + 1]]
    counted = [str(number) for number in range(1, len(figures) + 1)]
    if len(figures) >= _PAGER and figures == counted:
        return False
    if len(figures) == 1 and _YEAR.fullmatch(line.text):
        return last + 1 < len(lines) and lines[last + 1].kind == "prose"
    return any(near.kind in ("short", "title") for near in beside)  # "12" alone is a pager's "1 2", glued


def _is_poll(lines: Sequence[Line], index: int) -> bool:
    """Whether the question of a poll stands below its label."""
    return (
        index > 0 and bool(whole("polls").fullmatch(lines[index - 1].key)) and lines[index].text.endswith("?")
    )


def _signs_text(lines: Sequence[Line], index: int) -> bool:
    """Whether words in brackets sign the paragraph above ("(Tim Publikasi Dinas Contoh)"): no more text is below,
    and no mark of a picture is among them."""
    line = lines[index]
    if line.text[0] != "(" or line.text[-1] != ")" or line.words > _CREDIT_WORDS or index < _NEAR:
        return False
    above, below = lines[index - 1], lines[index + 1 : index + 1 + _NEAR]
    if above.kind != "prose" or above.words < _PARAGRAPH or not above.ends_sentence:
        return False
    marks = word_set("pictures.line_marks", "pictures.bracketed", "outlets.agencies.all")
    signed = _WORDS_IN_BRACKETS.fullmatch(line.text) and marks.isdisjoint(line.key.strip("(). ").split())
    own = takewhile(lambda near: near.kind != "closing", below)
    return bool(signed) and not any(near.kind in ("prose", "date") for near in own)


_PARAGRAPH = 6
_WORDS_IN_BRACKETS = re.compile(r"\([A-Z][^()/]{3,60}\)")
_TELLS: tuple[tuple[LineKind, Callable[[Sequence[Line], int], bool]], ...] = (
    ("short", _is_credit),
    ("closing", _labels_stories),
    ("short", _is_figure),
    ("button", _is_poll),
    ("sign_off", _signs_text),
)
