"""Time zones: the three of Indonesia by fixed offset, the printed short names, and IANA names.

Indonesia has no daylight saving time, and its three zones have stood still since 1988 (Keppres 41/1987):
fixed offsets say all there is and need no zone database.
"""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from newsbot.lexicon import cached_to, number_of

_FIXED = {
    "asia/jakarta": 420,
    "asia/pontianak": 420,
    "asia/makassar": 480,
    "asia/ujung_pandang": 480,
    "asia/jayapura": 540,
    "utc": 0,
    "gmt": 0,
    "z": 0,
}
_OFFSET = re.compile(r"(?:utc|gmt)? ?([+-]) ?([0-9]{1,2})(?::?([0-9]{2}))?")
_WIDEST = 14 * 60  # no zone on earth is further from Greenwich than Kiritimati's +14:00


@cached_to(256)
def zone_of(name: str) -> tzinfo:
    """The zone called *name*: ``WIB``, ``WITA`` or ``WIT`` in any case, or an IANA name.

    Raises ValueError, naming it, for a name that is no zone.

    >>> from datetime import datetime
    >>> datetime(2023, 9, 13, tzinfo=zone_of("wita")).isoformat()
    '2023-09-13T00:00:00+08:00'
    """
    key = name.strip().lower()
    minutes = number_of("calendar.zones").get(key, _FIXED.get(key))
    if minutes is not None:
        return timezone(timedelta(minutes=minutes))
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"unknown time zone: {name!r}") from error


@cached_to(256)
def printed_zone(text: str) -> timezone | None:
    """The offset that a printed zone states (lower case: ``wib``, ``gmt+7``, ``+07:00``, ``z``).

    None where its number is no offset that any place keeps.

    >>> printed_zone("gmt+7")
    datetime.timezone(datetime.timedelta(seconds=25200))
    """
    minutes = number_of("calendar.zones").get(text, _FIXED.get(text))
    if minutes is None:
        minutes = _signed_minutes(text)
    if minutes is None or abs(minutes) > _WIDEST:
        return None
    return timezone(timedelta(minutes=minutes))


def _signed_minutes(text: str) -> int | None:
    """Minutes of ``+07``, ``+0700``, ``gmt+7:00``; None for anything else."""
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    sign, hours, minutes = match.groups()
    total = int(hours) * 60 + int(minutes or 0)
    return -total if sign == "-" else total
