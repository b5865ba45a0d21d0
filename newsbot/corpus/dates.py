"""The dates of a record as values: the moment in UTC where a time is known, and the printed local day."""

from __future__ import annotations

from datetime import UTC, date, datetime

DATES = ("date_published", "date_modified")
"""The fields that tables hold as values too, beside the text of the record: `..._utc` and `..._day`."""
_DAY = len("2023-09-13")


def moment(text: str | None) -> datetime | None:
    """The moment that a date of a record states, in UTC; None where only a day or nothing is known, and where UTC has
    no such day, before the first of dates and behind the last.

    Raises ValueError for what is no ISO 8601 date.

    >>> moment("2023-09-13T14:05:00+07:00").isoformat(), moment("2023-09-13")
    ('2023-09-13T07:05:00+00:00', None)
    """
    if not text or len(text) == _DAY:
        return None
    stated = datetime.fromisoformat(text)
    try:
        return stated.astimezone(UTC) if stated.tzinfo else None
    except OverflowError:
        return None


def day(text: str | None) -> date | None:
    """The local day that it states. Raises ValueError for what is no ISO 8601 date.

    >>> day("2023-09-13T00:05:00+07:00")
    datetime.date(2023, 9, 13)
    """
    return date.fromisoformat(text[:_DAY]) if text else None
