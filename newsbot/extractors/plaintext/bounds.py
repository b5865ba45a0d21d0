"""Where a text cannot go on: at another story's head, and behind the lines that close an article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.headline import may_be_headline, share_told
from newsbot.extractors.plaintext.lines import Line
from newsbot.language.text import fold
from newsbot.lexicon import word_set

_MARKS = ("date", "byline")
_LAST_RULES = frozenset(("syndicated", "no-copying", "writer's life"))
"""Pieces of furniture that stand below a text."""
_SIGNED = 12
"""Lines behind a byline among which the bylines end."""
_TAG_LINE = 20
"""Words of a line of tags behind their label."""
_BESIDE = 3
"""Lines below a headline among which its date or byline stands."""
_TEXT_WITHIN = 12
"""Lines below the date in which the text begins: captions, share bars and a box stand between."""
_TOLD = 0.3
"""Share of a headline's words that its text takes up at once."""
_TOLD_DATED = 0.15
"""That share where a date line stands below the title."""
_ALL_TOLD, _UNTOLD = 0.5, 0.15
"""Shares of a headline's words: what its own text takes up where no date tells it, and what the text above may."""
_SHORTEST, _LONG = 4, 6
_BEFORE = 60
"""Lines above a title whose text may tell of it."""
_BAR = 2
"""Buttons of the shortest share bar."""
_LISTED = 9
"""Titles behind a label such as "Baca juga": they have dates, too, and are no heads."""


def heads(lines: Sequence[Line], cards: frozenset[int]) -> frozenset[int]:
    """The lines at which a story begins: a title, a date or byline line below it, then text that takes it up.

    A headline that is printed again at its text's end or in a bar begins nothing.
    """
    found: dict[str, int] = {}
    since_label = _LISTED
    for index, line in enumerate(lines):
        since_label = 0 if _labels_insert(line) else since_label + 1 if line.kind != "prose" else _LISTED
        listed = since_label < _LISTED or index in cards
        if not listed and line.key not in found and _is_head(lines, index):
            found[line.key] = index
    return frozenset(found.values())


def closes(line: Line) -> bool:
    """Whether the line stands below an article and never in one: a sign-off, tags, a comment form, a page's rights, a
    word on the writer or on where the text was printed."""
    if line.kind == "sign_off" or (line.found is not None and line.found.rule in _LAST_RULES):
        return True
    if labels_tags(line) and line.kind != "prose" and ":" in line.text:
        return line.words <= _TAG_LINE
    return line.kind == "closing" and bool(whole("ends").fullmatch(line.key.strip(" •»>→▶*↓↑-#|")))


def labels_tags(line: Line) -> bool:
    """Whether the line is the label of tags, alone or before them."""
    label, _, _ = line.text.partition(":")
    return fold(label).strip() in word_set("furniture.boxes.tag_labels", "furniture.boxes.tag_lines")


def signs(lines: Sequence[Line], index: int) -> bool:
    """Whether a byline signs the text above it: it stands right below a paragraph, and no paragraph below it.

    Below a headline's sub-title bylines stand too, but the date or the text follows.
    """
    if lines[index].kind != "byline" or index == 0 or lines[index - 1].kind != "prose":
        return False
    below = next((line for line in lines[index + 1 : index + 1 + _SIGNED] if line.kind != "byline"), None)
    return below is None or (below.kind not in ("prose", "date") and not is_caption(below))


def _labels_insert(line: Line) -> bool:
    return line.kind == "furniture" and line.found is not None and line.found.opens


def _is_head(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.words < _SHORTEST or line.kind not in ("title", "prose") or not may_be_headline(line):
        return False
    if line.is_item or is_caption(line):
        return False
    below = lines[index + 1 : index + 1 + _BESIDE]
    marks = [at for at, near in enumerate(below, index + 1) if _is_mark(near)]
    if not marks:
        return _is_dated_above(lines, index) or _changes_subject(lines, index) or _is_shared(lines, index)
    text = _prose(lines[index + 1 : marks[0]]), _prose(lines[marks[0] + 1 : marks[0] + _TEXT_WITHIN])
    return not text[0] and len(text[1]) > 1 and share_told(line, text[1]) >= _least_told(lines, marks)


def _is_dated_above(lines: Sequence[Line], index: int) -> bool:
    """Whether the date stands above the title, below no other one, and text that takes it up below."""
    if index < 2 or lines[index - 1].kind != "date" or may_be_headline(lines[index - 2]):
        return False
    text = _prose(lines[index + 1 : index + _TEXT_WITHIN])
    return len(text) > 1 and share_told(lines[index], text) >= _TOLD


def _least_told(lines: Sequence[Line], marks: Sequence[int]) -> float:
    """The share of a headline's words that its text takes up, the less the more stands below the headline: nothing is
    asked where date and byline do, and two paragraphs one behind the other."""
    kinds = {lines[at].kind for at in marks}
    if kinds == set(_MARKS):
        told = [line.kind for line in lines[marks[-1] + 1 : marks[-1] + _TEXT_WITHIN] if not is_caption(line)]
        if any(pair == ("prose", "prose") for pair in pairwise(told)):
            return 0.0
    return _TOLD_DATED if "date" in kinds else _TOLD


def _is_shared(lines: Sequence[Line], index: int) -> bool:
    """Whether a share bar stands right below the title, and text that takes it up below that (akurat 2026)."""
    bar = list(takewhile(lambda line: line.kind == "button", lines[index + 1 : index + 1 + _TEXT_WITHIN]))
    if len(bar) < _BAR:
        return False
    text = _prose(lines[index + 1 : index + 1 + len(bar) + _BESIDE * 2])
    return len(text) > 1 and share_told(lines[index], text) >= _TOLD


def _is_mark(line: Line) -> bool:
    return line.kind in _MARKS or (line.kind == "button" and bool(whole("ages").fullmatch(line.key)))


def _changes_subject(lines: Sequence[Line], index: int) -> bool:
    """Whether a title without date and byline heads another story: its text tells of it, nothing above does.

    A sub-heading stands between paragraphs and takes up words of both sides.
    """
    line, above = lines[index], lines[index - 1] if index else None
    if line.words < _LONG or above is None or above.kind in ("prose", "title", "furniture"):
        return False
    if not line.is_capitalised:
        return False
    text = _prose(lines[index + 1 : index + _TEXT_WITHIN])
    told = share_told(line, text) >= _ALL_TOLD and len(text) > 1
    return told and share_told(line, _prose(lines[max(0, index - _BEFORE) : index])) <= _UNTOLD


def _prose(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.kind == "prose"]
