"""Printed sheets in a text: what a browser or a PDF sets above and below each, taken out.

A sheet's head has the time of printing and the title, its foot the address and the number of the sheet. They recur on
nearly every sheet with other figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 2
"""Lines at the top and at the bottom of a sheet that may be its head and foot."""
_MOSTLY = 0.6
"""Share of the sheets on which a head or a foot recurs."""
_DIGITS = re.compile(r"\d+")


def without_sheets(text: str) -> str:
    r"""The text in one piece, without the lines that recur at the ends of its sheets; a form feed parts them.

    >>> without_sheets("Kabar 1/2\n\nBaris satu\n\fKabar 2/2\n\nbaris dua\n")
    'Baris satu\nbaris dua'
    """
    if "\f" not in text:
        return text
    sheets = [sheet for piece in text.split("\f") if (sheet := _inside(piece.splitlines(), frozenset()))]
    counted = Counter(form for sheet in sheets for form in {_form(line) for line in _edges(sheet)})
    recur = frozenset(form for form, count in counted.items() if count >= max(2, _MOSTLY * len(sheets)))
    return "\n".join(line for sheet in sheets for line in _inside(sheet, recur))


def _form(line: str) -> str:
    """A line with its figures alike: "Halaman 3 dari 7" is the same on every sheet."""
    return _DIGITS.sub("0", " ".join(line.split()).casefold())


def _edges(sheet: Sequence[str]) -> list[str]:
    filled = [line for line in sheet if line.strip()]
    return [*filled[:_EDGE], *filled[-_EDGE:]]


def _inside(sheet: Sequence[str], recur: frozenset[str]) -> Sequence[str]:
    """The sheet without blank lines and lines that recur at its ends: a paragraph may go on over the break."""
    first, last = 0, len(sheet)
    while first < last and _is_edge(sheet[first], recur):
        first += 1
    while last > first and _is_edge(sheet[last - 1], recur):
        last -= 1
    return sheet[first:last]


def _is_edge(line: str, recur: frozenset[str]) -> bool:
    return not line.strip() or _form(line) in recur
