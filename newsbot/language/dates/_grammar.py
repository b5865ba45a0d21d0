"""The grammar of printed dates: what a day looks like on Indonesian pages, and where one stands in a text.

A date phrase is an optional weekday (with its pasaran day, its part of the day, a Hijri date beside it) and
one of five cores: ``13 September 2023``, ``September 13, 2023``, ``13/9/2023``, ``14/9`` and ``2023-09-13``.
Patterns are composed from the word tables; every repetition is bounded, so reading time is linear in the
text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsbot.lexicon import alternation, cached, cached_to, number_of, words

from ._calendar import full_year
from ._words import one_of

_SPACES = "\t\r\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SAME = {
    " ": _SPACES + _INVISIBLE,
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    "'": "\u2018\u2019\u201b`\u00b4\u02bc\u2032",
    "|": "\u2022\u00b7\u2219\u25cf\u25aa\u25ba\u00bb\u203a\u2502\u00a6\u2027\u22c5\u25e6\u2023\u2192\u2016\u30fb",
    "/": "\u2044\u2215",
    ",": "\uff0c\u3001",
    ":": "\u2236\uff1a\ua789",
    "I": "\u0130",  # the one letter whose lower case is two characters: offsets must hold
}
_USUAL = {odd: usual for usual, odds in _SAME.items() for odd in odds}
_ODD = re.compile("[" + re.escape("".join(_USUAL)) + "]")


def plain(text: str) -> str:
    """*text* in lower case with one kind of space, dash, apostrophe and bullet; every offset stays the same.

    >>> plain("JUM\u2019AT,\u00a05 Mei 2023 \u2013 14.05")
    "jum'at, 5 mei 2023 - 14.05"
    """
    return _ODD.sub(_usual, text).lower()


def _usual(match: re.Match[str]) -> str:
    return _USUAL[match[0]]


class _Core(NamedTuple):
    """The names of a core: its rule with and without a year, and its groups."""

    rule: str
    rule_without_year: str
    first: str
    day: str
    month: str
    year: str

    @property
    def groups(self) -> tuple[str, str, str, str]:
        """The groups of a possible first day, the day, the month and the year."""
        return self[2:]


class Phrase(NamedTuple):
    """A date phrase as printed: its numbers, not yet checked against the calendar, and where they stand."""

    match: re.Match[str]
    core: _Core
    start: int
    end: int
    weekday: int | None
    pasaran: int | None
    first_day: int | None  # the 10 of "10-12 September"
    first_month: int | None  # the 8 of "30/8-2/9/2023"
    day: int
    month: int
    year: int | None
    two_digits: bool
    month_first: bool = False

    @property
    def rule(self) -> str:
        """The name of the rule that read the phrase."""
        return self.core.rule if self.year is not None else self.core.rule_without_year

    @property
    def first_span(self) -> tuple[int, int]:
        """Where the first day of a range stands."""
        start, end = self.match.span(self.core.first)
        return start, max(end, self.match.end("from_month"))

    @property
    def backwards(self) -> bool:
        """Whether what looks like a range runs backwards: "14-12 September"."""
        return self.first_day is None and self.match[self.core.first] is not None

    @property
    def day_start(self) -> int:
        """Where the day's number stands."""
        return self.match.start(self.core.day)

    @property
    def month_start(self) -> int:
        """Where the month stands."""
        return self.match.start(self.core.month)


_CORES = (
    _Core("day_month_year", "day_month", "from1", "day1", "month1", "year1"),
    _Core("figures", "figures", "from3", "day3", "month3", "year3"),
    _Core("figures", "figures_day_month", "from5", "day5", "month5", "year5"),
    _Core("year_month_day", "year_month_day", "from4", "day4", "month4", "year4"),
    _Core("month_day_year", "month_day", "from2", "day2", "month2", "year2"),
)

_MASEHI = r"(?: ?(?:m|masehi)(?![a-z]))?"
_START = r"(?=[0-9]|(?<![a-z])[a-z])"  # spares the patterns most positions
# a number that is neither the tail of a longer one nor money ("Rp13.9.2023")
_FREE = r"(?=[0-9])(?<![0-9])(?<![0-9][.:/\-])(?<!\brp)(?<!\brp[ .])(?<!\brp\. )"
_NUMBER = r"[0-9]{1,2}"
_YEAR = r"[12][0-9]{3}"
_NONE = r"(?!)"  # a group that never matches keeps the five cores alike
_TH = "(?:st|nd|rd|th)?"
_ISO = (
    rf"(?P<from4>{_NONE})?(?P<year4>{_YEAR})(?P<mark4>[/.\-])(?P<month4>{_NUMBER})(?P=mark4)"
    rf"(?P<day4>{_NUMBER})(?![0-9])"
)
# no figure goes on behind a date but its time or the end of a range: "13/9/2023-14:05", "12/9/2023-14/9/2023"
_ALONE = r"(?![0-9]|[/.][0-9]|-(?![0-9]{1,2}[:.][0-9]{2}(?![0-9.])|[0-9]{1,2}/[0-9]{1,2}/[0-9])[0-9])"


def _joint() -> str:
    """Between the two days of a range."""
    return rf"(?: ?- ?| {one_of('joints')} )"


def _english() -> str:
    """The core whose month stands first."""
    month = one_of("months")
    return (
        rf"(?<![a-z])(?P<month2>{month})\.? ?(?:(?P<from2>{_NUMBER}){_joint()})?(?P<day2>{_NUMBER}){_TH}"
        rf"(?:[ ,]{{1,3}}(?P<year2>{_YEAR})(?![0-9])"
        # the day alone ("Sept. 13"): no figure goes on behind it, as in "March 1.2", and no month that owns it
        rf"|(?![a-z0-9]|[.,:/-][0-9]|[ .-]{{0,2}}{month}(?![a-z])))"
    )


def _figures() -> str:
    """The core of figures alone; with dots its year needs four digits: 14.05.33 is a time."""
    return (
        rf"(?:(?P<from3>{_NUMBER})(?:/(?P<from_month>{_NUMBER}))?{_joint()})?(?P<day3>{_NUMBER}) ?(?P<mark3>[/.\-])"
        rf"[ /]{{0,2}}(?P<month3>{_NUMBER})"
        rf" ?(?P=mark3)[ /]{{0,2}}(?P<year3>{_YEAR}|(?<!\.)[0-9]{{2}}){_ALONE}{_MASEHI}"
    )


def _figures_short() -> str:
    return (
        rf"(?:(?P<from5>{_NUMBER}){_joint()})?(?P<day5>{_NUMBER})/(?P<month5>{_NUMBER})(?P<year5>{_NONE})?"
        r"(?![0-9]|[/.\-][0-9])"
    )


def _words(year: str) -> str:
    """The core whose month is a word; *year* is the pattern of its year. Markup may glue a second date to the first
    ("2 September 20193 September 2019": published and updated in two elements of WordPress)."""
    ends = rf"(?:(?![0-9])|(?<=[0-9]{{4}})(?={_NUMBER} [a-z]))"
    return (
        rf"(?:(?P<from1>{_NUMBER}){_joint()}(?:tanggal )?)?(?P<day1>{_NUMBER}){_TH}[ .\-/,]{{0,3}}(?:of |bulan )?"
        rf"(?P<month1>{one_of('months')})(?![a-z])(?:(?: tahun )?[ .,\-/']{{0,4}}(?P<year1>{year}){ends}{_MASEHI})?"
    )


def _cores(year: str) -> str:
    """Any of the five cores."""
    figures = "|".join((_ISO, _words(year), _figures(), _figures_short()))
    return f"(?:{_FREE}(?:{figures})|{_english()})"


def _beside() -> str:
    """A day of the Islamic calendar beside the date."""
    hijri = rf"[0-9]{{1,2}} ?{one_of('hijri')},? ?[0-9]{{3,4}}(?: ?(?:h|hijriah|hijriyah)(?![a-z]))?"
    return rf"(?:[ ,(/|\-]{{1,4}}{hijri}[.)]?)?"


def _weekday(names: str, gap: str) -> str:
    """The weekday before a core: "Jumat Kliwon", "Kamis malam", "Jumat, 1 Muharram 1447 H /"."""
    daypart = alternation((*words("calendar.dayparts", "calendar.past", "calendar.future"), "ini"))
    return (
        rf"(?:(?<![a-z0-9])(?P<weekday>{names})(?![a-z])"
        rf"(?:[ (\-]{{1,2}}(?P<pasaran>{one_of('pasaran')})(?![a-z])\)?)?"
        rf"(?: {daypart}(?![a-z])){{0,2}}{_beside()}{gap}(?:(?:tanggal|tgl)\.?[ :]{{0,3}})?)?"
    )


@cached
def _line_pattern() -> re.Pattern[str]:
    """A date phrase in a date line."""
    names = one_of("weekdays")
    # the 14 of "13 September 14" is a year, that of "13 September - 14 Oktober" and "13 September 14:05" is not
    short = rf"(?<!- )[0-9]{{2}}(?! ?[ap]m)(?![:./][0-9])(?! ?{one_of('months')}(?![a-z]))"
    cores = _cores(f"{_YEAR}|{short}")
    # "13 September 2023, Rabu 14:05": behind a comma the full name, unless it begins the next date
    after = (
        rf"(?:(?P<opened> ?\()|, ?(?={one_of('body_weekdays', 'body_weekdays_english')}(?![a-z])))"
        rf"(?P<weekday_after>{names})(?![a-z])(?(opened)\)|(?! ?[,(|]{{0,2}} ?[0-9]{{1,2}}(?![0-9]|[:.][0-9])))"
    )
    return re.compile(f"{_START}{_weekday(names, r'[ ,|/:.([-]{0,6}')}{cores}(?:{after})?{_beside()}")


@cached
def _body_pattern() -> re.Pattern[str]:
    """A date phrase in running text: full weekday names, years of four digits beside a word."""
    names = one_of("body_weekdays", "body_weekdays_english")
    cores = _cores(_YEAR)
    return re.compile(f"{_weekday(names, r'[ ,([/-]{0,4}')}{cores}(?P<weekday_after>{_NONE})?")


def joint_after(line: str, position: int) -> int | None:
    """Where the end of a range would begin if a dash or "hingga" stands at *position*, a bracket before it closed."""
    match = _after().match(line, position)
    return match.end() if match else None


@cached
def _after() -> re.Pattern[str]:
    return re.compile(rf"[.)]?{_joint()}(?:tanggal )?")


@cached_to(128)
def next_phrase(line: str, position: int) -> Phrase | None:
    """The first date phrase of a date line (as `plain` leaves it) from *position* on. Remembered, for a printed date is
    read where gaps are looked for and again where its zone and reference are known."""
    match = _line_pattern().search(line, position)
    return _phrase(match) if match else None


def phrase_at(text: str, position: int) -> Phrase | None:
    """The date phrase that begins at *position* of running text (as `plain` leaves it)."""
    match = _body_pattern().match(text, position)
    return _phrase(match) if match else None


def _phrase(match: re.Match[str]) -> Phrase:
    """The numbers of a match, whichever core matched."""
    core = _core(match)
    weekday, after, pasaran, from_month = match.group("weekday", "weekday_after", "pasaran", "from_month")
    first, day, month, year = match.group(*core.groups)
    start, end = match.span()
    return Phrase(
        match,
        core,
        start,
        end,
        number_of("calendar.weekdays").get(weekday or after),
        number_of("calendar.pasaran").get(pasaran),
        int(first) if first is not None and (from_month or int(first) < int(day)) else None,
        int(from_month) if from_month else None,
        int(day),
        number_of("calendar.months").get(month) or int(month),
        full_year(year) if year else None,
        year is not None and len(year) == 2,
    )


def _core(match: re.Match[str]) -> _Core:
    """The core that matched."""
    for core in _CORES:
        if match[core.day]:
            return core
    raise AssertionError(match)  # pragma: no cover  every phrase has a core
