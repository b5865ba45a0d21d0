"""The printed date line that is the article's own, where no rule names it: near the headline and in nobody else's box.

Templates move their date line between years and channels of one portal (kompas 2015 has three), but it stays close to
the headline. Lists, tickers and cards print dates as well; whose an element is decides, not how well it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.headings import ABOVE, UNDER
from newsbot.extractors.witnesses.short_texts import said, short_texts
from newsbot.extractors.witnesses.time_elements import is_update_beside
from newsbot.language.dates import DateReading, parse_date, unglued
from newsbot.language.text import ends_sentence
from newsbot.lexicon import any_of, cached, words
from newsbot.pages.around import before, behind
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_LONGEST = 110
"""Characters of a date line, with the place or channel beside the date."""
_LONGEST_CLOCK = 25
_RUNNING = 150
"""Characters of an element behind the headline with which the text begins."""
_TELLING = frozenset("li dt dd h2 h3 h4 h5 h6 blockquote figcaption".split())
"""Elements whose dates are the story's: a row of a chronology, a heading, a quotation."""
_WORDS_OF_PROSE = 3
"""Words in small letters that a sentence has and a date line has not ("Ditulis pada", "pukul")."""
_ANY_DAY = "2000-01-01T12:00:00+07:00"
"""A reference with which relative times read as dates; the time of the fetch resolves them later."""
_QUOTES = ('"', "“", "'", "‘")
_NAMED = (
    "[itemprop=datePublished]",
    "time",
    "[class*=date]",
    "[class*=tanggal]",
    "[class*=time]",
    "[class*=publish]",
    "[class*=tgl]",
    "[class*=schedule]",
    "[id*=date]",
    "[class*=meta]",
    "[class*=info]",
)
_MOST_NAMED = 40
"""Elements of a name that are looked at."""


class _Line(NamedTuple):
    text: str
    reading: DateReading

    @property
    def has_clock(self) -> bool:
        return self.reading.precision != "day"

    @property
    def day(self) -> str:
        return (self.reading.value or "")[:10]


def note_date_line(raw: RawArticle, heading: Node, area: OwnArea, containers: list[Node]) -> None:
    """Add the date line nearest to the headline: between it and the text, else above it, else in or below the text.

    Of one place the first with a clock is taken; a clock elsewhere counts only for the day that the nearer one prints.
    """
    under = list(behind(heading, UNDER))
    head = _head(under, containers)
    below = [node for node in under[len(head) :] if node.tag not in _TELLING]
    day: _Line | None = None
    updates: set[str | None] = set()
    for nodes in (head, _below_menu(before(heading, ABOVE)), below):
        lines = _of_publication(_lines(nodes, area), updates)
        found = next(
            (line for line in lines if line.has_clock and (day is None or line.day == day.day)), None
        )
        if found:
            raw.add("visible_date", found.text, "printed", "date line at the headline")
            return
        alone = (line for line in lines if "several_dates" not in line.reading.problems)
        day = day or next(alone, None) or next(iter(lines), None)
    if day and not raw.all("visible_date"):
        raw.add("visible_date", day.text, "printed", "day at the headline")


def note_update_line(raw: RawArticle, heading: Node, area: OwnArea, containers: list[Node]) -> None:
    """Add the line at the headline or below the text that is labelled as an update ("Terakhir diperbarui ..."), where
    machines are told of none."""
    if raw.all("date_modified") or raw.all("visible_modified"):
        return
    head = _head(list(behind(heading, UNDER)), containers)
    nodes = chain(head, *(behind(box, _BELOW) for box in containers[-1:]))
    labels = words("calendar.labels.modified")
    for node, text in short_texts(nodes, _LONGEST, holding=_updates()):
        line = _read(node, text) if any(word in text.lower() for word in labels) else None
        if line and line.reading.role == "modified" and area.whose(node) is None:
            raw.add("visible_modified", line.text, "printed", "line labelled as an update")
            return


@cached
def _updates() -> re.Pattern[str]:
    return said(words("calendar.labels.modified"))


_BELOW = 12
"""Elements behind the text among which its update is printed."""


def note_named_date(raw: RawArticle, page: Page, area: OwnArea) -> None:
    """Add the date of an element that is named like one and is the article's own, the first with a clock."""
    days: list[tuple[str, str]] = []
    for selector in _NAMED:
        for line in _of_publication(_lines(page.select(selector)[:_MOST_NAMED], area), set()):
            if line.has_clock:
                raw.add("visible_date", line.text, "generic", selector)
                return
            days.append((line.text, selector))
    for text, selector in days[:1]:
        raw.add("visible_date", text, "generic", selector)
    if not days:
        _note_empty_date(raw, page, area)
        _note_stated_time(raw, page, area)


def _note_empty_date(raw: RawArticle, page: Page, area: OwnArea) -> None:
    """Add the date that an empty element named like one holds for a script to print (idnfinancials 2026)."""
    for node in page.select("[class*=date][data-date], time[data-date]")[:_MOST_NAMED]:
        stated = node.get("data-date") or ""
        reading = parse_date(stated, fallback=False) if len(stated) <= _LONGEST else None
        if reading and reading.value and not text_of(node) and area.whose(node) is None:
            raw.add("visible_date", stated, "generic", "data-date of an empty element")
            return


def _note_stated_time(raw: RawArticle, page: Page, area: OwnArea) -> None:
    """Add what the time element that prints a day without its year states of it (Squarespace: "Jun 3")."""
    for node in page.tagged("time")[:_MOST_NAMED]:
        stated, text = node.get("datetime") or "", text_of(node)
        if stated and 0 < len(text) <= _LONGEST_CLOCK and area.whose(node) is None:
            raw.add("date_beside", stated, "time", "time[datetime] of a day without its year")
            return


def _below_menu(above: list[Node]) -> list[Node]:
    """The elements above the headline, nearest first, up to the menu: above that the page's own clock stands."""
    links = 0
    for place, node in enumerate(above):
        links += node.tag == "a" and bool((node.text or "").strip())
        if links == _LINKS_OF_MENU:
            return above[:place]
    return above


_LINKS_OF_MENU = 7
"""Links with a text above the headline from which on they are a menu and no trail."""


def _head(under: list[Node], containers: list[Node]) -> list[Node]:
    """The elements between the headline and the text: up to the body's element or the first running paragraph."""
    bodies = set(containers)
    for place, node in enumerate(under):
        if node in bodies or (node.tag == "p" and len(text_of(node)) > _RUNNING):
            return under[:place]
    return under


def _lines(nodes: Iterable[Node], area: OwnArea) -> Iterator[_Line]:
    for node, text in short_texts(nodes, _LONGEST, holding=_dates()):
        if (
            _may_be_date(text)
            and not is_update_beside(node)
            and not _is_sentence(text)
            and (line := _read(node, text))
            and area.whose(node) is None
        ):
            yield line


def _of_publication(lines: Iterable[_Line], updates: set[str | None]) -> list[_Line]:
    """The lines that no label calls an update and that repeat no date of `updates`, what lines nearer to the headline
    call so; the set takes these lines' own."""
    found = list(lines)
    own = [line for line in found if line.reading.role != "modified" and line.reading.value not in updates]
    updates.update(line.reading.value for line in found if line.reading.role == "modified")
    return own


def _may_be_date(text: str) -> bool:
    """A cheap test: a date has four digits, a relative time is short and has one, or words of its own."""
    digits = sum(c.isdigit() for c in text)
    if digits >= 4 or (digits > 0 and len(text) <= _LONGEST_AGE):
        return True
    return len(text) <= _LONGEST_LINE_OF_AGE and bool(_age().search(text.lower()))


@cached
def _dates() -> re.Pattern[str]:
    """What a text holds that may be a date, as far as a rough look tells: a figure, or a word of a time without one."""
    return said(words("calendar.now"), "lalu|silam|ago", r"\d")


_LONGEST_LINE_OF_AGE = 60
"""Characters of a line that tells how long ago, with a writer beside it."""


_LONGEST_AGE = 40


@cached
def _age() -> re.Pattern[str]:
    """How a line ends or begins that tells a time without a figure: "sejam yang lalu", "baru saja"."""
    return re.compile(rf"\b(?:lalu|silam|ago)\b|^{any_of('calendar.now')}\W*$")


def _is_sentence(text: str) -> bool:
    """Whether a text tells something of a day: a short paragraph with a date in it is no date line.

    >>> _is_sentence('"Habis," kata Udin, Senin (5/1/2026).'), _is_sentence("Jakarta, 5 Januari 2026.")
    (True, False)
    """
    if not (ends_sentence(text) or _SENTENCE_WITHIN.search(text)):
        return False
    small = sum(word[:1].islower() for word in text.split())
    return small >= _WORDS_OF_PROSE or text[:1] in _QUOTES


_SENTENCE_WITHIN = re.compile(r"[a-z)\d][.!?] [A-Z]")
"""Where one ends before another, or before a picture's credit: "Warga antre, Minggu (13/8/2023). Foto: Wira"."""


def _read(node: Node, text: str) -> _Line | None:
    parted = " ".join(" ".join(node.itertext()).split()) if len(node) else text
    is_glued = parted != text and (unglued(text) != text or not _says_publication(text))
    glued = is_glued and parse_date(parted, fallback=False)
    for form in (parted, text) if glued else (text, parted):  # "3 Mei 2020" and "1.204 kali", glued: no year
        reading = parse_date(form, reference=_ANY_DAY, fallback=False)
        if reading and reading.value:
            line = _Line(form, reading)
            return line if line.has_clock else _with_clock(node, line)
        if form == text and not len(node):
            break
    return None


def _says_publication(text: str) -> bool:
    reading = parse_date(text, fallback=False)
    return reading is not None and reading.role != "modified"


def _with_clock(node: Node, line: _Line) -> _Line:
    """A day whose clock stands in the next element is one date line."""
    beside = node.getnext()
    clock = text_of(beside) if beside is not None and isinstance(beside.tag, str) else ""
    if not 4 <= len(clock) <= _LONGEST_CLOCK or not clock[:1].isdigit():
        return line
    joined = f"{line.text} {clock}"
    reading = parse_date(joined, reference=_ANY_DAY, fallback=False)
    whole = _Line(joined, reading) if reading and reading.value else line
    return whole if whole.has_clock and whole.day == line.day else line
