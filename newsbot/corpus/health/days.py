"""The days of a corpus: a history out of plain records, as far as they tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from newsbot.corpus.dates import day
from newsbot.corpus.health.bands import LEAST
from newsbot.corpus.health.moments import Moment, Series
from newsbot.items import NO_VALUE
from newsbot.state.history import Measures, is_future

MOST_DAYS = 400
"""Days that are looked at, the latest."""
MOST_PORTALS = 1_000
"""Portals that are told apart, and layouts and kinds of a day that are."""
MOST_TEXTS = 200_000
"""Texts that are remembered, to know the second article with one."""
_OTHERS = "others"
_ONE = timedelta(days=1)

_Days = dict[str, dict[date, Measures]]


class DaysOfRecords:
    """Sums records by portal and day: that of fetching where the records have more than LEAST of these, else that of
    publication.

    `records` were seen; `undated` have no day of publication and `ahead` one after `today`: in a history by
    publication they are left out.
    """

    def __init__(self, today: date) -> None:
        self.records = self.undated = self.ahead = 0
        self._today = today
        self._fetched: _Days = {}
        self._published: _Days = {}
        self._texts: dict[str, str] = {}

    def add(self, record: Mapping[str, Any]) -> None:
        """Count a record."""
        self.records += 1
        fetched_at, published = record["metadata"].get("fetched_at"), record.get("date_published")
        fetched, stated = _day(fetched_at), _day(published)
        is_ahead = fetched is not None and stated is not None and _is_future(str(published), str(fetched_at))
        is_again = self._is_again(record)
        if fetched:
            _count(self._fetched, fetched, record, is_ahead, is_again)
        if stated is None:
            self.undated += 1
        elif is_ahead or stated > self._today + _ONE:
            self.ahead += 1
        else:
            _count(self._published, stated, record, is_ahead, is_again)

    @property
    def is_by_fetching(self) -> bool:
        """Whether the history is that of the days of fetching."""
        return len({day for days in self._fetched.values() for day in days}) > LEAST

    def series(self, source: str) -> list[Series]:
        """A series a portal. A day without a record, up to the last day of all, is one of no article; first and last
        day may not be whole."""
        known, unit = (
            (self._fetched, "day of fetching")
            if self.is_by_fetching
            else (self._published, "day of publication")
        )
        last = max((day for days in known.values() for day in days), default=self._today)
        return [Series(source, portal, unit, _moments(days, last)) for portal, days in sorted(known.items())]

    def _is_again(self, record: Mapping[str, Any]) -> bool:
        """Whether another article had its text."""
        digest, key = record.get("content_digest"), str(record["id"])
        if not digest or record.get("kind") != "article":
            return False
        if len(self._texts) < MOST_TEXTS:
            return self._texts.setdefault(digest, key) != key
        return self._texts.get(digest, key) != key


def _moments(days: Mapping[date, Measures], last: date) -> list[Moment]:
    first = max(min(days), last - MOST_DAYS * _ONE)
    every = [first + number * _ONE for number in range((last - first).days + 1)]
    return [Moment(day.isoformat(), days.get(day, Measures()), is_whole=first < day < last) for day in every]


def _day(text: object) -> date | None:
    """The day of a date, None where it is none that can be reckoned with."""
    try:
        return day(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _is_future(published: str, fetched_at: str) -> bool:
    try:
        return is_future(published, fetched_at)
    except ValueError:
        return False


def _count(days: _Days, on: date, record: Mapping[str, Any], is_ahead: bool, is_again: bool) -> None:
    of_portal = days.setdefault(_named(days, record.get("portal")), {})
    measures = of_portal.setdefault(on, Measures())
    url = record.get("url")
    measures.pages += 1
    kind = _named(measures.kinds, record.get("kind"))
    measures.add("kinds", kind, url)
    if kind != "article":
        return
    layout = (record["metadata"].get("extraction") or {}).get("layout")
    measures.add_article(
        url,
        empty=[name for name, value in record.items() if value in NO_VALUE],
        layout=_named(measures.layouts, layout) if layout else None,
        words=record.get("word_count") or 0,
        is_future=is_ahead,
        is_again=is_again,
    )


def _named(known: Mapping[str, object], name: object) -> str:
    """A name as it is counted: records of other hands may hold any."""
    text = str(name or "?")[:100]
    return text if text in known or len(known) < MOST_PORTALS else _OTHERS
