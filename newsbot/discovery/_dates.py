"""Dates of listings: machine-written ones as stated, printed ones by the grammar, and their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import TypeVar

from newsbot.language.dates import MachineReading, parse_date, parse_machine, zone_of
from newsbot.language.text import clean
from newsbot.lexicon import cached_to
from newsbot.normalizers.urls import url_day
from newsbot.portals import host_of, registry

_FIRST_YEAR = 1995
"""No Indonesian portal was online before: an earlier date is a template's."""
_WRONG = frozenset(
    ("weekday_mismatch", "impossible_day", "impossible_time", "impossible_zone", "several_dates")
)
_LONGEST = 300
_FAR = 31
T = TypeVar("T")


def machine_date(text: str | None) -> str | None:
    """A machine-written date as ISO 8601, with an offset only where one is stated; None where it is no date.

    >>> machine_date("Thu, 05 Nov 2015 03:08:58 GMT"), machine_date("2024-05-01")
    ('2015-11-05T03:08:58+00:00', '2024-05-01')
    """
    return read_machine(text)[0] if text else None


@cached_to(4096)
def read_machine(text: str) -> tuple[str | None, bool]:
    """A machine-written date as ISO 8601, and whether its text is in order: a weekday that is not the date's, or a
    text that is no date, is not. A year of two digits is read (kapanlagi's feed, 2015, dates itself so)."""
    line = clean(text[:_LONGEST])
    reading = parse_machine(line)
    printed = parse_date(line, fallback=False) if reading is None or line[:1].isalpha() else None
    sound = printed is None or not _WRONG & set(printed.problems)
    if reading is not None:
        value = _iso(reading)
    elif printed is not None and printed.value and sound:
        value = printed.value
    else:
        return None, False
    return (value, sound) if int(value[:4]) >= _FIRST_YEAR else (None, False)


def _iso(reading: MachineReading) -> str:
    if reading.precision == "day":
        return reading.local.date().isoformat()
    moment = reading.local
    if reading.offset is not None:
        moment = moment.replace(tzinfo=timezone(reading.offset))
    return moment.isoformat(timespec="seconds")


def printed_date(text: str, zone: str, reference: str | None) -> str | None:
    """A date printed beside a link as ISO 8601; `zone` is that of a time without one, `reference` the time of the
    fetch, which "3 jam lalu" needs. None where the text holds no date that can be."""
    line = clean(text[:_LONGEST])
    if not line:
        return None
    try:
        reading = parse_date(line, reference=reference, timezone=zone, fallback=False)
    except ValueError:  # a reference that is no time: then nothing is relative to it
        reading = parse_date(line, timezone=zone, fallback=False)
    if reading is None or not reading.value or _WRONG & set(reading.problems):
        return None
    return reading.value


@lru_cache(maxsize=1024)
def _zone_of_host(host: str) -> str:
    portal = registry().match_host(host)
    return portal.zone_of(host) if portal else "Asia/Jakarta"


def zone_at(url: str | None) -> str:
    """The IANA zone of the portal at the address; western Indonesian time for a site that no portal declares."""
    return _zone_of_host(host_of(url))


def moment(value: str, zone: str = "Asia/Jakarta") -> datetime:
    """The instant of an ISO 8601 value, in `zone`; a day is its midnight. Raises ValueError where it is none."""
    read = datetime.fromisoformat(value)
    return read.replace(tzinfo=zone_of(zone)) if read.tzinfo is None else read.astimezone(zone_of(zone))


def local_day(value: str, url: str) -> date:
    """The day of an ISO 8601 value where the portal at `url` lives."""
    return moment(value, zone_at(url)).date()


def newest_first(things: Iterable[T], stated: Callable[[T], str | None]) -> list[T]:
    """Dated things first, the newest at the top; the others behind them in their own order."""
    dated: list[T] = []
    undated: list[T] = []
    for thing in things:
        value = stated(thing)
        (dated if value else undated).append(thing)
    dated.sort(key=lambda thing: _instant(stated(thing) or ""), reverse=True)
    return dated + undated


def _instant(value: str) -> float:
    try:
        return moment(value).timestamp()
    except (ValueError, OverflowError):
        return float("-inf")


def is_far_off(value: str | None, url: str) -> bool:
    """Whether a date lies more than a month from the day that the address carries. Days are not enough: kompas.id
    (2024) has the day of writing in its addresses, up to nine days before publication."""
    in_url = url_day(url)
    if not value or not in_url:
        return False
    try:
        return abs((local_day(value, url) - date.fromisoformat(in_url)).days) > _FAR
    except (ValueError, OverflowError):
        return False
