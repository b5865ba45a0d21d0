"""The window of days that a crawl asks for: what lies outside of it by every witness is never fetched."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from newsbot.discovery._dates import local_day
from newsbot.discovery._model import Child, Entry
from newsbot.normalizers.urls import url_day
from newsbot.pages.addresses import split_address

OVERLAP = 1
"""Days of slack: listings state UTC for local time and the other way round, and change days at midnight."""
LAST_CHANGED = 3
"""Sitemaps of an index that are asked for though it says of none that it changed."""
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/]?(0[1-9]|1[0-2])(?:[-_/]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


def within(entry: Entry, since: date | None, until: date | None, overlap: int = OVERLAP) -> bool:
    """Whether an entry may lie between two days, both included.

    It is out only where every stated publication day (the listing's date, the day in the address) is out, or where
    it was last changed before the window began. An entry without a date may lie anywhere.
    """
    days = [day for day in (_day(entry.date, entry.url), _day(url_day(entry.url), entry.url)) if day]
    if days and not any(_inside(day, day, since, until, overlap) for day in days):
        return False
    changed = None if days else _day(entry.lastmod, entry.url)
    return changed is None or _inside(date.min, changed, since, None, overlap)


def child_within(child: Child, since: date | None, until: date | None, overlap: int = OVERLAP) -> bool:
    """Whether a sitemap of an index may hold articles of the window: by its last change, and by the month or day
    that its name carries (`sitemap-2024-05.xml`)."""
    changed = _day(child.lastmod, child.url)
    if changed is not None and not _inside(date.min, changed, since, None, overlap):
        return False
    return _named_within(child, since, until, overlap)


def _named_within(child: Child, since: date | None, until: date | None, overlap: int) -> bool:
    parts = split_address(child.url)
    span = _span(f"{parts.path}?{parts.query}")
    return span is None or _inside(*span, since, until, overlap)


def children_within(children: Iterable[Child], since: date | None, until: date | None) -> list[Child]:
    """The sitemaps of an index that may hold articles of the window. Where that is none for no reason but their last
    changes, the last changed of them, a few at most: an index whose dates nobody keeps up says of no sitemap that it
    changed, for ever."""
    children = list(children)
    if inside := [child for child in children if child_within(child, since, until)]:
        return inside
    old = [child for child in children if child.lastmod and _named_within(child, since, until, OVERLAP)]
    last = max((day for child in old if (day := _day(child.lastmod, child.url))), default=None)
    return [child for child in old if _day(child.lastmod, child.url) == last][:LAST_CHANGED]


def older_children(children: Iterable[Child], since: date | None) -> list[Child]:
    """The sitemaps of an index that its dates alone put before the window, the last changed first: a portal may keep up
    only some of these dates."""
    old = [
        child
        for child in children
        if not child_within(child, since, None) and _named_within(child, since, None, OVERLAP)
    ]
    return sorted(old, key=lambda child: _day(child.lastmod, child.url) or date.min, reverse=True)


def _span(text: str) -> tuple[date, date] | None:
    """The month or day that a text names, None where it names none or several."""
    found = {match.groups() for match in _SPAN.finditer(text)}
    if len(found) != 1:
        return None
    year, month, day = found.pop()
    last = monthrange(int(year), int(month))[1]
    if day and int(day) > last:
        return None
    return date(int(year), int(month), int(day or 1)), date(int(year), int(month), int(day or last))


def _day(value: str | None, url: str) -> date | None:
    try:
        return local_day(value, url) if value else None
    except (ValueError, OverflowError):
        return None


def _inside(first: date, last: date, since: date | None, until: date | None, overlap: int) -> bool:
    slack = timedelta(days=overlap)
    if since is not None and last < _moved(since, -slack):
        return False
    return until is None or first <= _moved(until, slack)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
