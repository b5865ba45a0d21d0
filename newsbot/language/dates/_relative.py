"""Dates told by their distance: "3 jam yang lalu", "kemarin, 14:05", "baru saja", "hari ini".

They mean nothing without a reference. Such words are also ordinary speech, so they count only where they
stand alone between separators, as a portal's date line prints them.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from newsbot.lexicon import cached, key_of, number_of, word_set

from ._calendar import months_before, shifted
from ._clock import Clock, clock_behind
from ._grammar import plain
from ._words import one_of

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_SECTION = 4  # words; no place or section has a longer name


class Reference(NamedTuple):
    """The moment from which relative dates count: a day, and the time where one is known."""

    day: date
    moment: datetime | None

    @classmethod
    def read(cls, given: str | datetime | None, zone: tzinfo) -> Reference | None:
        """The reference in *zone*; one without a zone is a reading of that zone's clock.

        Raises ValueError for a string that is no ISO 8601 date or time.
        """
        if given is None:
            return None
        if isinstance(given, str):
            moment = datetime.fromisoformat(given.strip())
            if len(given.strip()) <= len("2023-09-13"):
                return cls(moment.date(), None)
        else:
            moment = given
        moment = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
        return cls(moment.date(), moment)


class Relative(NamedTuple):
    """What a relative form says: a moment, or a day with perhaps a clock time."""

    start: int
    moment: datetime | None
    day: date | None
    clock: Clock | None
    precision: str
    problems: tuple[str, ...]
    rule: str


@cached
def _pattern() -> re.Pattern[str]:
    unit, one = one_of("units"), one_of("one_units")
    number = rf"(?:[0-9]{{1,3}}|{one_of('numbers')}(?![a-z]))"
    ago = rf"(?:(?P<half>setengah jam|half an hour)|(?P<number>{number}) ?(?P<unit>{unit})|(?P<one>{one}))(?![a-z])"
    more = rf"(?:(?:,| dan| lebih)? (?P<number2>{number}) ?(?P<unit2>{unit})(?![a-z]))?"
    return re.compile(
        rf"(?<![a-z0-9])(?:(?P<now>{one_of('now')})"
        rf"|{ago}{more}(?P<ago> (?:(?:yang|yg) )?(?:lalu|silam|ago))?"
        rf"|(?P<day>{one_of('relative_days')})(?: {one_of('dayparts')})?)(?![a-z])"
    )


@cached
def _lead() -> re.Pattern[str]:
    """What may stand before: nothing, a separator, a label and its fillers."""
    return re.compile(rf"(?:^|[|,:(/>~\u00b1-]|(?<![a-z]){one_of('labels', 'fillers')}) *\Z")


def ends_with_age(text: str) -> bool:
    """Whether a line ends with how long ago it was written.

    >>> ends_with_age("warga 2 jam yang lalu"), ends_with_age("Kisah dua jam itu")
    (True, False)
    """
    line = plain(text).rstrip()
    return any(match["ago"] and match.end() == len(line) for match in _pattern().finditer(line))


def age_in(line: str) -> tuple[int, int] | None:
    """Where a line (as `plain` leaves it) says how long ago it was written, set apart from the rest ("wira | 2 jam
    lalu"); None where it does not."""
    for match in _pattern().finditer(line) if _AGE.search(line) else ():
        is_led = _lead().search(line[: match.start()]) is not None
        if match["ago"] and is_led and re.match(r" *(?:$|[|,.;)/>-])", line[match.end() :]):
            return match.span()
    return None


_AGE = re.compile(r"\b(?:lalu|silam|ago)\b")


def relative(line: str, reference: Reference, text: str) -> Relative | None:
    """The first relative date of a date line, resolved against *reference*; *line* is *text* as `plain` leaves it."""
    for match in _pattern().finditer(line):
        led = _lead().search(line[: match.start()]) is not None
        if not led and not _behind_section(match, line, text):
            continue
        if match["day"]:
            found = _named_day(match, line, reference)
            if not led and found is not None and found.clock is None:
                continue  # "Nasional kemarin, 14:05" is a date line, "Gempa kemarin" the begin of a sentence
        elif re.match(r" *(?:$|[|,.;)/>-])", line[match.end() :]):
            found = _just_now(match, reference) if match["now"] else _ago(match, line, reference)
        else:
            continue
        if found is not None:
            return found
    return None


def _behind_section(match: re.Match[str], line: str, text: str) -> bool:
    """Whether only a section, a place or an outlet stands before: "Nasional 3 jam lalu", "Jawa Tengah 5 menit lalu".

    Every word of such a name bears a capital or is a host ("tirto.id"). Months and years are told of in
    sentences ("Kisah 3 tahun lalu"), so they need a separator.
    """
    if not (match["ago"] or match["day"]) or any(unit in _MONTHS for _, unit in _parts(match)):
        return False
    words = line[: match.start()].split()
    printed = text.split()[: len(words)]
    if not 0 < len(words) <= _SECTION or [word.lower() for word in printed] != words:
        return False
    if any(word in word_set("calendar.no_section") or word in key_of("calendar.labels") for word in words):
        return False
    return all(word == "&" or word != word.lower() or "." in word.strip(".") for word in printed)


def _named_day(match: re.Match[str], line: str, reference: Reference) -> Relative | None:
    """Kemarin, hari ini, with a time or alone at the end of its part."""
    clock = clock_behind(line, match.end())
    if clock is None and not re.match(r" *(?:$|[|,.;)/>-])", line[match.end() :]):
        return None
    day = shifted(reference.day, number_of("calendar.relative_days")[match["day"]])
    return Relative(match.start(), None, day, clock, "day", (), "relative_day") if day else None


def _just_now(match: re.Match[str], reference: Reference) -> Relative | None:
    """Baru saja: the reference itself, to the minute."""
    if reference.moment is None:
        return None
    moment = reference.moment.replace(second=0, microsecond=0)
    return Relative(match.start(), moment, None, None, "minute", (), "relative_now")


def _ago(match: re.Match[str], line: str, reference: Reference) -> Relative | None:
    """N units ago. A bare "sejam" counts only as the whole line; "3 jam" without "lalu" is a duration."""
    if not match["ago"] and not (match["one"] and match[0] == line.strip()):
        return None
    parts = _parts(match)
    seconds = sum(number * _SECONDS[unit] for number, unit in parts if unit in _SECONDS)
    days = sum(number * _DAYS[unit] for number, unit in parts if unit in _DAYS)
    months = sum(number * _MONTHS[unit] for number, unit in parts if unit in _MONTHS)
    if not any(unit in _SECONDS for _, unit in parts) or days or months:
        return _days_ago(match, line, reference, days, months)
    if reference.moment is None:
        return None
    try:
        moment = reference.moment - timedelta(seconds=seconds)
    except OverflowError:
        return None
    exact = any(unit == "second" for _, unit in parts)
    moment = moment.replace(microsecond=0) if exact else moment.replace(second=0, microsecond=0)
    return Relative(match.start(), moment, None, None, "second" if exact else "minute", (), "relative_ago")


def _days_ago(
    match: re.Match[str], line: str, reference: Reference, days: int, months: int
) -> Relative | None:
    """Days, weeks, months, years ago: a day, with a printed time behind it if there is one.

    "2 bulan lalu" names no day: the same day of that month is given, marked as approximate.
    """
    day = months_before(reference.day, months) if months else reference.day
    day = shifted(day, -days) if day else None
    if day is None:
        return None
    clock = clock_behind(line, match.end())
    return Relative(
        match.start(), None, day, clock, "day", ("approximate",) if months else (), "relative_ago"
    )


def _parts(match: re.Match[str]) -> list[tuple[int, str]]:
    """The numbers and units of a match: [(1, "hour"), (20, "minute")]; none of a day's name."""
    if match["day"]:
        return []
    more = [(_number(match["number2"]), key_of("calendar.units")[match["unit2"]])] if match["unit2"] else []
    if match["half"]:
        return [(30, "minute")]
    if match["one"]:
        return [(1, key_of("calendar.one_units")[match["one"]]), *more]
    english = key_of("calendar.english_units") if (match["ago"] or "").endswith("ago") else {}
    return [
        (_number(match["number"]), english.get(match["unit"]) or key_of("calendar.units")[match["unit"]]),
        *more,
    ]


def _number(text: str) -> int:
    """The value of a number printed in figures or as a word."""
    return number_of("calendar.numbers").get(text) or int(text)
