"""Calendar arithmetic that never raises: days that exist, years that were left out, steps of a day."""

from __future__ import annotations

from datetime import MINYEAR, date, timedelta

_PIVOT = 69  # POSIX strptime: 00-68 is this century, 69-99 the last
_LEGI = date(1945, 8, 17).toordinal()  # a Jumat Legi: the five-day week has run without a break for centuries
_FAR = 90  # days; a day without a year this close to the reference is not in doubt


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day.

    >>> day_of(2023, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(digits: str) -> int:
    """The year that two or four printed digits mean.

    >>> full_year("23"), full_year("98")
    (2023, 1998)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def pasaran_of(day: date) -> int:
    """The day of the five-day Javanese week: 0 legi, 1 pahing, 2 pon, 3 wage, 4 kliwon.

    >>> pasaran_of(date(1945, 8, 17)), pasaran_of(date(2024, 9, 4))
    (0, 3)
    """
    return (day.toordinal() - _LEGI) % 5


def shifted(day: date, days: int) -> date | None:
    """The day *days* later; None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_before(day: date, months: int) -> date | None:
    """The same day *months* months earlier, or that month's last day.

    >>> months_before(date(2024, 3, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < MINYEAR:
        return None
    for number in range(day.day, 27, -1):
        found = day_of(year, month + 1, number)
        if found is not None:
            return found
    return day_of(year, month + 1, day.day)


def last_such_day(month: int, day: int, today: date) -> date | None:
    """The latest day with this month and number on or before *today*: a printed date lies in the past.

    >>> last_such_day(12, 31, date(2024, 1, 2))
    datetime.date(2023, 12, 31)
    """
    for year in (today.year, today.year - 1):
        found = day_of(year, month, day)
        if found is not None and found <= today:
            return found
    return None


def next_such_day(month: int, day: int, today: date) -> date | None:
    """The first day with this month and number on or after *today*."""
    for year in (today.year, today.year + 1):
        found = day_of(year, month, day)
        if found is not None and found >= today:
            return found
    return None


def nearest_such_day(month: int, day: int, today: date, weekday: int | None) -> date | None:
    """The day with this month and number that lies nearest to *today*, before or after.

    Articles tell of both what was and what comes. A printed weekday has a vote only where every candidate
    lies far away: close by, the weekday is the likelier slip.
    """
    years = (today.year - 1, today.year, today.year + 1)
    candidates = [found for year in years if (found := day_of(year, month, day)) is not None]
    candidates.sort(key=lambda found: abs((found - today).days))
    if not candidates:
        return None
    if weekday is not None and abs((candidates[0] - today).days) > _FAR:
        candidates.sort(key=lambda found: found.weekday() != weekday)
    return candidates[0]


def exists_in_some_year(month: int, day: int) -> bool:
    """Whether any year has this day (a leap year is asked, for 29 February)."""
    return day_of(2000, month, day) is not None
