"""What a date line says beside its date."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsbot.language.text import clean

from ._clock import clock_before, clock_behind
from ._grammar import next_phrase, plain
from ._odd_forms import unglued
from ._relative import age_in


class Beside(NamedTuple):
    """The text of a line without its dates and their times, whether it tells a time, and the text before, between and
    behind the dates."""

    text: str
    has_clock: bool
    pieces: tuple[str, ...]


def beside_date(text: str) -> Beside | None:
    """What a line says beside its dates, or beside how long ago it was written; None where it says neither.

    >>> beside_date("JABAR | Rabu (16/6/2021), 13:00 WIB Reporter: Rina Ayu")
    Beside(text='JABAR | Reporter: Rina Ayu', has_clock=True, pieces=('JABAR |', 'Reporter: Rina Ayu'))
    """
    text = unglued(clean(text))
    line = plain(text)
    parts: list[str] = []
    done, has_clock = 0, False
    while done < len(line) and (phrase := next_phrase(line, done)):
        behind = clock_behind(line, phrase.end, joined=phrase.core.rule == "year_month_day")
        before = None if behind else clock_before(line, done, phrase.start)
        parts.append(text[done : done + before.start if before else phrase.start])
        done = behind.end if behind else phrase.end
        has_clock = has_clock or bool(behind or before)
    if not done and (age := age_in(line)):
        parts, done, has_clock = [text[: age[0]]], age[1], True
    if not done:
        return None
    parts.append(text[done:])
    pieces = tuple(piece for part in parts if (piece := clean(_EMPTY.sub(" ", part))))
    return Beside(clean(_EMPTY.sub(" ", " ".join(parts))), has_clock, pieces)


_EMPTY = re.compile(r"\(\s*\)|(?<!\S)\)(?=\s|$)|\((?=\s|$)")
"""Brackets that stood around the date."""
