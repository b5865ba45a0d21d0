"""The lines of a dump as they were before an editor or a mail program broke or set them: hard wraps, tabs of menus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsbot.extractors.plaintext.lines import date_rest

_WIDTHS = range(50, 101)
"""Widths that text files are wrapped at; longer lines are paragraphs."""
_TEXT_LINE = 40
_LONGER = 0.03
"""Share of text lines that may stand out of the width: an address, a headline."""
_FILLED = 0.5
"""Share of the text lines before another line that must be full up to the width."""
_LEAST = 4
_HYPHEN = re.compile(r"\w-$")
_CELLS = 3


def unwrap(lines: Sequence[str]) -> list[str]:
    r"""The lines, hard-wrapped ones joined to their paragraphs; as they are where nothing shows a wrap.

    A wrapped line is full: the first word of the next would not have fitted. A line that is not, a blank line and an
    indented one end the paragraph.

    >>> unwrap(["Baris satu", "", "Baris dua"])
    ['Baris satu', '', 'Baris dua']
    """
    width = _width(lines)
    if width is None:
        return list(lines)
    out: list[str] = []
    before = ""
    for line in lines:
        begins = (
            bool(out) and out[-1] == before
        )  # a headline may be full, and the date line behind it is its own
        if out and _goes_on(before, line, width) and not (begins and date_rest(line.strip()) is not None):
            out[-1] = out[-1] + ("" if _HYPHEN.search(before.rstrip()) else " ") + line.strip()
        else:
            out.append(line)
        before = line
    return out


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether the first word of the line would not have fitted behind the line before."""
    if not before.strip() or not line.strip() or _indent(line) > _indent(before):
        return False
    return len(before.rstrip()) + 1 + len(line.split(None, 1)[0]) > width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _width(lines: Sequence[str]) -> int | None:
    """The width that the lines are wrapped at, None where they are not."""
    lengths = sorted(
        len(line.rstrip()) for line in lines if len(line.rstrip()) >= _TEXT_LINE and "://" not in line
    )  # no wrap breaks an address
    if len(lengths) < _LEAST:
        return None
    width = lengths[-1 - int(_LONGER * len(lengths))]
    if width not in _WIDTHS:
        return None
    followed = [
        (before, line)
        for before, line in pairwise(lines)
        if len(before.rstrip()) >= _TEXT_LINE and line.strip()
    ]
    full = sum(_goes_on(before, line, width) for before, line in followed)
    return width if full >= max(_LEAST, _FILLED * len(followed)) else None


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
