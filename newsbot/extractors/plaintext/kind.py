"""What a text dump tells of its kind and of pages that it lacks.

Without a URL and without markup the kind hangs on the headline ("FOTO: …", "VIDEO: …") and on the times above the
entries of a live report; anything else with running text is an article. A pager below the text says that the dump is
one page of several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from newsbot.extractors.kind import GALLERY_WORDS, announced
from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.walls import WALL_WORDS, wall_sign
from newsbot.items import Kind
from newsbot.lexicon import word_set

_ANNOUNCED: tuple[Kind, ...] = ("gallery", "video", "live")
_BELOW = 25
"""Lines below the text in which its pager stands; a pager further down is a list's."""
_ENTRIES = 3
"""Entries of the shortest live report."""
_TIME = re.compile(r"(?:[Pp]ukul )?\d{1,2}[.:]\d{2}(?: WI(?:B|T|TA))?")
_WALLS = ("challenge", "consent", "login", "maintenance")
_HEADS, _HEADING_WORDS = 6, 12
"""Lines above the text among which a wall's heading stands, and words of one."""
_FIGURES = 2
"""Figures of the shortest pager."""
_ERROR_WORDS = 60
"""Words of the longest error page."""
_SECTION = re.compile(r"baca selanjutnya ?: ?\S")
_PAGER = re.compile(r"(?:halaman|page|hal) ?:?(?P<numbers>(?: ?\d){0,12})")


def note_kind(lines: Sequence[Line], start: int, end: int, raw: RawArticle) -> None:
    """Set the kind that the headline announces, or that entries behind their time of day show: a live report's."""
    if sum(_is_entry(lines, index) for index in range(start, end)) >= _ENTRIES:
        raw.kind = "live"
        return
    heads = raw.all("headline")
    words = raw.body.words
    if words < GALLERY_WORDS and any(map(_films, lines[end : end + _HEADS])):
        raw.kind = "video"
        return
    for kind in _ANNOUNCED:
        if heads and announced(kind).match(heads[0].value) and (kind != "gallery" or words < GALLERY_WORDS):
            raw.kind = kind
            return


def _films(line: Line) -> bool:
    """Whether a byline below the text names who made its video ("Jurnalis Video: Rina Ayu")."""
    return line.kind == "byline" and line.key.startswith(("jurnalis video", "video journalist"))


def _is_entry(lines: Sequence[Line], index: int) -> bool:
    """Whether a time of day stands alone above a paragraph."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and below.kind == "prose" and bool(_TIME.fullmatch(lines[index].text))


def note_wall(lines: Sequence[Line], start: int, raw: RawArticle) -> None:
    """Set the kind of a dump that shows what stands in an article's place: short, undated, and its heading says so.

    `start` is where its running text begins.
    """
    if raw.all("visible_date") or raw.all("printed_byline") or raw.body.words > WALL_WORDS:
        return
    heads = [line.text for line in lines[max(0, start - _HEADS) : start + 1] if line.words <= _HEADING_WORDS]
    if sign := next((said for name in _WALLS if (said := wall_sign(name, heads))), None):
        raw.kind = "blocked"
        raw.problem("blocked", None, sign)
    elif raw.body.words < _ERROR_WORDS and wall_sign("error", heads):
        raw.kind = "other"


def note_pages(lines: Sequence[Line], start: int, end: int, raw: RawArticle) -> None:
    """Note where a pager says that the article goes on; which page this is and where the next one lies is not told.

    A pager with the next section's title above it ("Baca Selanjutnya: ...") turns over sections of one document,
    all of which the dump holds (merdeka 2020).
    """
    _note_slides(lines, start, raw)
    for index, line in enumerate(lines[end : end + _BELOW], end):
        if _SECTION.match(line.key):
            return
        if whole("next_page").fullmatch(line.key) or _counts_pages(lines, index) or _leads_on(lines, index):
            raw.problem("missing_page", "article_body", f"a pager stands below the text: {line.text[:40]}")
            return


def _note_slides(lines: Sequence[Line], start: int, raw: RawArticle) -> None:
    """Note a count of pictures ("1 dari 8 foto") near the beginning of the text, which at `start` begins, where fewer
    have captions."""
    for line in lines[max(0, start - _HEADS) : start + _HEADS]:
        count = _SLIDES.fullmatch(line.key)
        if count and int(count["last"]) > max(1, len(raw.body.images)):
            raw.problem("missing_page", "article_body", f"a count of pictures: {line.text[:40]}")
            return


_SLIDES = re.compile(r"(?:foto )?\d{1,2} (?:dari|of) (?P<last>\d{1,2})(?: foto)?")
"""Not "1 / 5": so slides are counted that a script turns and a dump holds all of (liputan6 2021)."""


def _leads_on(lines: Sequence[Line], index: int) -> bool:
    """Whether figures that count from 1 stand in lines of their own above a word that leads on ("1", "2", "Next")."""
    figures = list(takewhile(lambda line: line.key.isdecimal(), lines[index : index + 9]))
    behind = lines[index + len(figures)] if index + len(figures) < len(lines) else None
    if (
        len(figures) < _FIGURES
        or behind is None
        or behind.key.strip(" >»›") not in word_set("furniture.pager.on")
    ):
        return False
    return [line.key for line in figures] == [str(number) for number in range(1, len(figures) + 1)]


def _counts_pages(lines: Sequence[Line], index: int) -> bool:
    """Whether the line begins a pager of several pages: "Halaman 1 2 3", its numbers in lines of their own or not."""
    match = _PAGER.fullmatch(lines[index].key)
    if match is None:
        return False
    behind = takewhile(lambda line: re.fullmatch(r"[\d ]{1,12}", line.key), lines[index + 1 : index + 9])
    numbers = f"{match['numbers']} {' '.join(line.key for line in behind)}".replace(" ", "")
    return numbers.startswith("12")
