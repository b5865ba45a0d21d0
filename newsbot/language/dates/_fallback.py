"""The last resort for a printed date in a form that the grammar does not know: dateparser, on a short leash.

dateparser is willing: left alone it reads words, lone numbers and epoch seconds as dates and fills what is
missing from the wall clock. It is asked only for a text that shows a day, a word for a month and a year, may
use absolute dates only, and its answer must repeat the one day and the one year that stand in the text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo

_LONGEST = 80  # characters; dateparser's own patterns are not linear
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DAY = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_CLOCK = re.compile(r"(?<![0-9])[0-9]{1,2}[:.][0-9]{2}(?![0-9])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "STRICT_PARSING": True,
    "DATE_ORDER": "DMY",
    "RELATIVE_BASE": datetime(2000, 1, 1, tzinfo=UTC),
    "RETURN_AS_TIMEZONE_AWARE": False,
}
_LANGUAGES = ["id", "ms", "en", "nl", "ar"]  # dateparser refuses a call with one that it lacks (Javanese)


def last_resort(line: str, zone: tzinfo) -> datetime | None:
    """Read *line* by dateparser: with its zone if a time is printed, naive midnight if only a day is.

    None where the text does not show a whole date, or where dateparser's day is not the one printed.
    """
    if len(line) > _LONGEST:
        return None
    years, clocks = _YEAR.findall(line), _CLOCK.findall(line)
    days = _DAY.findall(_CLOCK.sub(" ", line))
    if len(years) != 1 or len(days) != 1 or not _WORD.search(line):
        return None
    found = _ask(line)
    if found is None or found.year != int(years[0]) or found.day != int(days[0]):
        return None
    if not clocks:
        return found.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _ask(line: str) -> datetime | None:
    """Ask dateparser; None also where it fails: hostile text makes it raise now and then."""
    import dateparser

    try:
        found = dateparser.parse(line, languages=_LANGUAGES, settings=_SETTINGS)
    except Exception:  # noqa: BLE001  a third party's parser on hostile text: any failure means "not read"
        return None
    return found if isinstance(found, datetime) else None
