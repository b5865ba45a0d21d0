"""Cards of other stories: title, date or age, perhaps a sentence, one card behind the other.

An article has its headline and date line as well; what tells a card is that another one stands right behind it, so
that it has no text of its own. The last of a row that has two paragraphs below it is the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.plaintext.opening import opens
from newsbot.language.dates import beside_date, ends_with_age

_SHORTEST = 4
"""Words of a card's title."""
_STAMPS = 2
"""Lines below a title that may hold its date, its name or its age."""
_BETWEEN = 2
"""Short lines between two cards: a channel, a button."""
_ROW, _UNDATED_ROW = 2, 3
"""Cards of the shortest row; without dates titles and sentences take turns in an article's sections as well."""
_LABELLED = 4
"""Lines above a row of undated cards among which the label of a list or a share bar stands."""
_GLUED = re.compile(r"[a-z?!)][\dA-Z]")
_SEAM = re.compile(r"(?<=[a-z?!)])(?=\d)")
_MARKS = ("date", "byline")


@dataclass(frozen=True, slots=True)
class _Card:
    """Where a card begins and ends, and whether it has a date and a sentence."""

    start: int
    end: int
    is_dated: bool
    is_told: bool


def cards(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that belong to cards of other stories."""
    found: set[int] = set()
    row: list[_Card] = []
    for card in _cards(lines):
        if row and not _follows(lines, row[-1], card):
            found |= _row(lines, row)
            row = []
        row.append(card)
    return frozenset(found | _row(lines, row))


def _cards(lines: Sequence[Line]) -> Iterator[_Card]:
    index = 0
    while index < len(lines):
        card = _card(lines, index)
        if card:
            yield card
        index = card.end if card else index + 1


def _card(lines: Sequence[Line], start: int) -> _Card | None:
    """The card whose title is this line, None where it is no title or has neither date nor sentence."""
    title = lines[start]
    said = title.words if title.kind == "title" else len(title.rest.split()) if title.kind == "date" else 0
    if said < _SHORTEST or title.is_item or is_caption(title):
        return None
    end, dated = start + 1, is_stamped(title)
    while end < min(len(lines), start + 1 + _STAMPS) and _is_stamp(lines[end]):
        end, dated = end + 1, True
    told = end < len(lines) and lines[end].kind == "prose"
    if told and not dated and end + 1 < len(lines) and _is_stamp(lines[end + 1]):
        return _Card(start, end + 2, is_dated=True, is_told=True)  # the date below the sentence
    if not dated and not (told and title.is_capitalised):
        return None
    return _Card(start, end + told, dated, told)


def is_stamped(line: Line) -> bool:
    """Whether a title has its date or age on its line ("Jalan Dibuka Lagi2 jam lalu", "... (5 Mei 2021, 14:05)")."""
    if not any(map(str.isdigit, line.text)):
        return False
    if line.kind == "date" or any(map(ends_with_age, (line.text, *_SEAM.split(line.text)[1:]))):
        return True
    beside = beside_date(line.text)
    return beside is not None and (beside.has_clock or bool(_GLUED.search(line.text)))


def _is_stamp(line: Line) -> bool:
    return line.kind in _MARKS or (line.kind == "button" and bool(whole("ages").fullmatch(line.key)))


def _follows(lines: Sequence[Line], card: _Card, behind: _Card) -> bool:
    between = lines[card.end : behind.start]
    return len(between) <= _BETWEEN and all(line.kind in ("short", "button") for line in between)


def _row(lines: Sequence[Line], row: list[_Card]) -> set[int]:
    """The lines of a row of cards, none where it is too short."""
    if row and _has_dateline(lines, row[-1].end):
        row = row[:-1]
    elif row and row[-1].end < len(lines) and lines[row[-1].end].kind == "prose":
        row = [*row[:-1], *_last(lines, row)]
    dated = sum(card.is_dated for card in row)
    is_row = dated >= _ROW and 2 * dated >= len(row)
    if not is_row and not (len(row) >= _UNDATED_ROW and _is_labelled(lines, row[0].start)):
        return set()
    return {index for card in row for index in range(card.start, card.end)}


def _has_dateline(lines: Sequence[Line], below: int) -> bool:
    """Whether a text with its dateline stands right below the last card, which is its head then."""
    return any(opens(lines, at) for at in range(below, min(len(lines), below + _BETWEEN)))


def _last(lines: Sequence[Line], row: list[_Card]) -> list[_Card]:
    """The last card where two paragraphs stand below it: they are its text, an article's, or that of the article in
    which a list of titles and dates stands behind its label."""
    last = row[-1]
    if any(card.is_told for card in row[:-1]) or not _is_labelled(lines, row[0].start):
        return []
    return [_Card(last.start, last.end - last.is_told, last.is_dated, is_told=False)]


def _is_labelled(lines: Sequence[Line], start: int) -> bool:
    """Whether the label of a list or a share bar stands right above."""
    above = lines[max(0, start - _LABELLED) : start]
    return any(
        line.kind == "closing" or (line.found and (line.found.opens or line.found.rule == "share"))
        for line in above
    )
