"""Dates as machines write them: meta tags, JSON-LD, ``<time datetime>``; and what portals get wrong in them.

The reading says what is written, no more: whether a stated zone can be believed is for others to judge.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from newsbot.lexicon import cached

from ._calendar import day_of, shifted
from ._clock import Clock, clock_behind
from ._grammar import next_phrase, plain
from ._words import one_of
from ._zones import printed_zone

_LONGEST = 100
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # a number of eight digits outside of these is a number
_EPOCH = (date(1969, 12, 31), date(1970, 1, 1))  # zero seconds, west and east of Greenwich


class MachineReading(NamedTuple):
    """A machine-written date as it is written.

    ``local`` is the naive clock reading (midnight where ``precision`` is ``day``), ``offset`` the stated
    distance from UTC or None, ``precision`` one of ``second``, ``minute``, ``day``. ``defects`` are classes
    of malformation: ``two_zones``, ``dashes_in_time``, ``space_before_t``, ``not_iso``, ``no_zone``.
    """

    text: str
    local: datetime
    offset: timedelta | None
    precision: str
    defects: tuple[str, ...]


def parse_machine(text: str) -> MachineReading | None:
    """Read a machine-written date; None for epoch numbers, template constants and what is no date.

    Template constants are the zero dates that a publishing system prints where it knows none: the first day
    of 1970, and anything in the years 0 and 1. Never raises.

    >>> reading = parse_machine("2023-11-02T20-59-53Z")
    >>> reading.local.isoformat(), reading.defects
    ('2023-11-02T20:59:53', ('dashes_in_time',))
    """
    if len(text) > _LONGEST:
        return None
    line = " ".join(plain(text).split())
    found = _iso(line) or _printed(line)
    if found is None or not _FIRST_YEAR <= found.day.year <= _LAST_YEAR or found.day in _EPOCH:
        return None
    return _reading(text, found)


class _Found(NamedTuple):
    """What a line says: the day, the clock (hours to seconds), the offset, and what its form lacks."""

    day: date
    clock: tuple[int, int, int | None] | None
    offset: timedelta | None
    defects: tuple[str, ...]


def _reading(text: str, found: _Found) -> MachineReading | None:
    """The reading of a found date; None where its clock shows no such time."""
    if found.clock is None:
        return MachineReading(text, datetime.combine(found.day, time()), None, "day", found.defects)
    hour, minute, second = found.clock
    if not Clock(0, 0, hour, minute, second, None, ()).possible:
        return None
    day = shifted(found.day, 1) if hour == 24 else found.day
    if day is None:
        return None
    local = datetime.combine(day, time(hour % 24, minute, second or 0))
    defects = found.defects if found.offset is not None else (*found.defects, "no_zone")
    return MachineReading(text, local, found.offset, "minute" if second is None else "second", defects)


@cached
def _iso_pattern() -> re.Pattern[str]:
    """ISO 8601 and its malformations: marks, joints and zones as portals vary them."""
    zone = rf"(?:z|(?:utc|gmt)?[+-][0-9]{{2}}(?::?[0-9]{{2}})?|utc|gmt|{one_of('zones')})"
    return re.compile(
        r"(?P<year>[0-9]{4})(?P<mark>[-/.]?)(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
        r"(?:(?P<joint> ?t ?|,? |)(?P<hour>[0-9]{1,2})(?P<colon>[:.-]?)(?P<minute>[0-9]{2})"
        r"(?:(?P=colon)(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
        rf" ?(?P<zone>{zone})? ?(?P<zone2>{zone})?)?"
    )


def _iso(line: str) -> _Found | None:
    """A date in year-month-day order, alone in its line."""
    match = _iso_pattern().fullmatch(line)
    if match is None or not _digits_add_up(match):
        return None
    day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    if day is None:
        return None
    if match["hour"] is None:
        return _Found(day, None, None, _iso_defects(match))
    second = int(match["second"]) if match["second"] else None
    return _Found(
        day, (int(match["hour"]), int(match["minute"]), second), _offset(match), _iso_defects(match)
    )


def _digits_add_up(match: re.Match[str]) -> bool:
    """Whether digits without marks are full: 20201009, 20201009135250, and no other long number."""
    if not match["mark"] and len(match["month"] + match["day"]) < 4:
        return False
    if match["hour"] is None:
        return True
    if not match["colon"] and len(match["hour"]) < 2:
        return False
    return bool(match["joint"]) or not (match["mark"] or match["colon"])


def _iso_defects(match: re.Match[str]) -> tuple[str, ...]:
    """The malformations of a date in year-month-day order."""
    joint, zone = match["joint"] or "", match["zone"] or ""
    compact_mixed = match["hour"] is not None and not match["mark"] and (match["colon"] or "t" not in joint)
    shorn = len(match["month"]) < 2 or len(match["day"]) < 2 or len(match["hour"] or "00") < 2
    odd = match["mark"] in ("/", ".") or match["colon"] == "." or zone[:1] in tuple("ugw") or "," in joint
    checks = {
        "two_zones": match["zone2"] is not None,
        "dashes_in_time": match["colon"] == "-",
        "space_before_t": "t" in joint and " " in joint,
        "not_iso": bool(compact_mixed or shorn or odd),
    }
    return tuple(name for name, holds in checks.items() if holds)


def _offset(match: re.Match[str]) -> timedelta | None:
    """The stated offset; of two ("+07:00Z") the one that is more than a Z."""
    stated = [zone for zone in match.group("zone", "zone2") if zone]
    stated.sort(key=lambda zone: zone == "z")
    zone = printed_zone(stated[0]) if stated else None
    return zone.utcoffset(None) if zone else None


@cached
def _year_last() -> re.Pattern[str]:
    """What C's ctime and Java's Date print: Thu Jun 17 08:55:00 WIB 2021."""
    return re.compile(
        rf"(?P<day>(?:{one_of('weekdays')},? )?{one_of('months')} [0-9]{{1,2}})"
        r"(?P<clock> [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: [a-z]{3,4})?)(?P<year> [12][0-9]{3})"
    )


def _printed(line: str) -> _Found | None:
    """A whole date in words or figures, alone in its line: RFC 2822, JavaScript's, or a visible date line."""
    line = _year_last().sub(r"\g<day>\g<year>\g<clock>", line)
    line = re.sub(r"(?<=:[0-9]{2}) (?=-[0-9]{4}\Z)", "", line)
    phrase = next_phrase(line, 0)
    if phrase is None or phrase.start or phrase.year is None or phrase.two_digits or phrase.first_day:
        return None
    day = day_of(phrase.year, phrase.month, phrase.day)
    if day is None or phrase.core.rule == "year_month_day":
        return None
    clock = clock_behind(line, phrase.end)
    rest = line[clock.end if clock else phrase.end :]
    if not re.fullmatch(r"[ .)]*(?:\([^)]*\))?", rest):
        return None
    if clock is None:
        return _Found(day, None, None, ("not_iso",))
    offset = clock.zone.utcoffset(None) if clock.zone else None
    return _Found(day, (clock.hour, clock.minute, clock.second), offset, ("not_iso",))
