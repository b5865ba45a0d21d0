"""Printed dates of odd forms: the year behind the clock, the month first, a machine's date that broke."""

from __future__ import annotations

import re
from datetime import date

from ._calendar import day_of
from ._clock import clock_behind
from ._grammar import Phrase

_ENGLISH_CLOCK = re.compile(r",? [0-9]{1,2}:[0-9]{2}:[0-9]{2} ?[ap]m(?![a-z])")
"""Behind figures: the time as programs print it that speak American English, whose dates begin with the month (Blogger,
ASP.NET: "4/12/2022 08:00:00 PM")."""
_YEAR_LAST = re.compile(r" [0-9]{1,2}[:.][0-9]{2} (?P<year>(?:19|20)[0-9]{2})(?![0-9])")
"""Behind a day: its clock, then the year ("23 November 07:45 2017", rri 2017)."""


def with_year_behind(line: str, phrase: Phrase) -> Phrase:
    """*phrase* with the year that stands behind its clock."""
    match = _YEAR_LAST.match(line, phrase.end) if phrase.rule in ("day_month", "month_day") else None
    return phrase._replace(year=int(match["year"])) if match else phrase


def is_broken_machine_date(line: str, phrase: Phrase) -> bool:
    """Whether a T joins the day to no time ("2023-11-02T20-59-53Z"): nothing that a page prints to be read."""
    if phrase.core.rule != "year_month_day" or not re.match("t[0-9]", line[phrase.end : phrase.end + 2]):
        return False
    return clock_behind(line, phrase.end, joined=True) is None


def month_first(line: str, phrase: Phrase, day: date | None) -> date | None:
    """The day of "Sel, 06/30/2015 - 11:28" (Drupal's own form): its weekday agrees with the month first, and with the
    day first there is no such day or it is another weekday; of a date without a weekday whose time is English."""
    if phrase.year is None or phrase.rule != "figures" or phrase.two_digits:
        return None
    if phrase.weekday is None:
        is_english = phrase.first_day is None and _ENGLISH_CLOCK.match(line, phrase.end) is not None
        return day_of(phrase.year, phrase.day, phrase.month) if is_english else None
    if phrase.first_day is not None or (day is not None and day.weekday() == phrase.weekday):
        return None
    other = day_of(phrase.year, phrase.day, phrase.month)
    return other if other is not None and other.weekday() == phrase.weekday else None


def unglued(text: str) -> str:
    """The text with a blank where the texts of neighbouring elements are run together at a date.

    >>> unglued("07:00 WIBDiperbarui 22 Jul 2021"), unglued("TayangJuni 09, 2022Diperbarui Juni 10, 2022")
    ('07:00 WIB Diperbarui 22 Jul 2021', 'Tayang Juni 09, 2022 Diperbarui Juni 10, 2022')
    """
    return _GLUED.sub(r"\1 ", text) if _GLUED.search(text) else text


_GLUED = re.compile(
    r"(WI(?:B|TA|T)(?=[A-Z][a-z])"
    r"|(?<=[a-z,] )20[0-9]{2}(?=[A-Z][a-z]|[0-9]{2}[.:][0-9]{2}(?![0-9])|[0-9]{1,2} [A-Z][a-z]{2}"
    r"|[0-9.,]{1,7} ?(?:views?|hits|kali|x)(?![a-z]))"
    r"|(?<![^\W_])[A-Z][a-z]{4,15}(?=(?:[A-Z][a-z]{2,8} [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]{2,8}),? 20[0-9]{2}))"
)
"""Behind a zone, "13 September 202321:40", "3 Mei 20233 Mei 2023", and a label or name before the day."""
