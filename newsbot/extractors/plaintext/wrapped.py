"""The lines of a dump as they were before an editor or a mail program broke or set them: hard wraps, tabs of menus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsbot.extractors.plaintext.lines import date_rest
from newsbot.language.text import ends_sentence
from newsbot.lexicon import key_of

_WIDTHS = range(50, 101)
"""Widths that text files are wrapped at; longer lines are paragraphs."""
_TEXT_LINE = 40
_LONGER = 0.03
"""Share of text lines that may stand out of the width: an address, a headline."""
_FILLED = 0.5
"""Share of the text lines before another line that must be full up to the width."""
_LEAST = 4
_HANGING = 6
"""Blanks by which a converter may indent all lines of a paragraph but the first."""
_HYPHEN = re.compile(r"\w-$")
_CELLS = 3


def unwrap(lines: Sequence[str], *, hanging: bool = False) -> list[str]:
    r"""The lines, hard-wrapped ones joined to their paragraphs; as they are where nothing shows a wrap.

    A wrapped line is full: the first word of the next would not have fitted. A line that is not, a blank line and an
    indented one end the paragraph; an indented one goes on with it where paragraphs are `hanging`.

    >>> unwrap(["Baris satu", "", "Baris dua"])
    ['Baris satu', '', 'Baris dua']
    """
    width = _width(lines, hanging=hanging)
    if width is None:
        return list(lines)
    paragraphs: list[
        list[str]
    ] = []  # joined at the end: a paragraph that grows line by line is copied with each
    before = ""
    for line in lines:
        if (
            paragraphs
            and _goes_on(before, line, width, hanging=hanging)
            and not (
                len(paragraphs[-1]) == 1
                and _is_date_line(line)  # a headline may be full, and the date line behind it is its own
            )
        ):
            paragraphs[-1] += ("" if _HYPHEN.search(before.rstrip()) else " ", line.strip())
        else:
            paragraphs.append([line])
        before = line
    return ["".join(paragraph) for paragraph in paragraphs]


def _is_date_line(line: str) -> bool:
    return not ends_sentence(line) and date_rest(line.strip()) is not None


def _goes_on(before: str, line: str, width: int, *, hanging: bool) -> bool:
    """Whether the first word of the line would not have fitted behind the line before."""
    if not _are_aligned(before, line, hanging=hanging):
        return False
    set_in = max(0, _indent(before) - _HANGING) if hanging else 0  # a centred title has blanks on both sides
    return len(before.rstrip()) + set_in + 1 + len(line.split(None, 1)[0]) > width


def _is_as_far_left(before: str, line: str, *, hanging: bool) -> bool:
    apart = _indent(line) - _indent(before)
    return bool(line.strip()) and (not hanging or 0 <= apart <= _HANGING)


def _are_aligned(before: str, line: str, *, hanging: bool) -> bool:
    """Whether two lines with text are set as lines of one paragraph: as far to the left, or centred."""
    if not before.strip() or not line.strip():
        return False
    return _indent(line) <= _indent(before) or (
        hanging and (_indent(line) <= _indent(before) + _HANGING or _indent(before) > _HANGING)
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _width(lines: Sequence[str], *, hanging: bool) -> int | None:
    """The width that the lines are wrapped at, None where they are not."""
    lengths = sorted(
        len(line.rstrip()) for line in lines if len(line.rstrip()) >= _TEXT_LINE and "://" not in line
    )  # no wrap breaks an address
    width = lengths[-1 - int(_LONGER * len(lengths))] if lengths else 0
    if width not in _WIDTHS:
        return None
    followed = [
        (before, line)
        for before, line in pairwise(lines)
        if len(before.rstrip()) >= _TEXT_LINE and _is_as_far_left(before, line, hanging=hanging)
    ]
    full = [pair for pair in followed if _goes_on(*pair, width, hanging=hanging)]
    if len(full) < _LEAST:  # a short text: all lines are full, and most break within a sentence
        within = sum(not ends_sentence(before) and not line.lstrip()[0].isupper() for before, line in full)
        return width if len(full) == len(followed) <= 2 * within else None
    return width if len(full) >= _FILLED * len(followed) else None


def split_cells(lines: Sequence[str]) -> list[str]:
    r"""The lines, the entries of a menu that the browser copied with tabs between as lines of their own.

    A row of a table in the text has tabs too; entries of menus are words without figures.

    >>> split_cells(["Home\tNasional\tBola", "100 ml\t18.000 cup\t2 boks"])
    ['Home', 'Nasional', 'Bola', '100 ml\t18.000 cup\t2 boks']
    """
    out: list[str] = []
    for line in lines:
        cells = [cell for cell in line.split("\t") if cell.strip()]
        is_menu = len(cells) >= _CELLS and not any(c.isdigit() for c in line)
        out += cells if is_menu else [line]
    return out


def join_dates(lines: Sequence[str]) -> list[str]:
    """The lines, day, month and year joined where each has a line of its own, or the day alone, with the time right
    below them (bisnis 2017 sets them in four elements).

    >>> join_dates(["Oktober", "", "23", "", "2017", "", "19:42 WIB", "", "Gula"])
    ['', '', '', '', '', '', '23 Oktober 2017 19:42 WIB', '', 'Gula']
    """
    joined = list(lines)
    for place, line in enumerate(lines):
        if not "1900" <= line[-4:] <= "2100" or len(line) > _YEAR:
            continue
        *month, year = line.split()
        if len(year) != 4 or not year.isdecimal() or len(month) > 1:
            continue
        above = [at for at in range(max(0, place - _ABOVE_YEAR), place) if lines[at].strip()]
        told = above[len(month) - 2 :]
        parts = sorted((*month, *(lines[at].strip() for at in told)), key=lambda part: not part.isdecimal())
        if len(parts) == 2 and _is_day(*parts):
            near = range(place + 1, min(place + 3, len(lines)))
            below = next((at for at in near if lines[at].strip()), place)
            last = below if _CLOCK.fullmatch(lines[below].strip()) else place
            clock = f" {lines[last].strip()}" if last != place else ""
            for at in (*told, place):
                joined[at] = ""
            joined[last] = f"{parts[0]} {parts[1]} {year}{clock}"
    return joined


def _is_day(day: str, month: str) -> bool:
    return day.isdecimal() and len(day) <= 2 and month.lower() in key_of("calendar.months")


_YEAR = 20
"""Characters of the line of a year, with its month and the blanks around it."""
_ABOVE_YEAR = 4
"""Lines above a year, blank ones too, that hold its day and month."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?WI(?:B|TA?))?")
