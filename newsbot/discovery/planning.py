"""Which addresses to ask: a portal's sources for a window of days, and whether an index has a next page."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from newsbot.discovery._addresses import domain_of, link
from newsbot.discovery._model import Listing
from newsbot.discovery.keys import article_key
from newsbot.discovery.window import OVERLAP, within
from newsbot.items import Problem
from newsbot.portals import Portal, Source, SourceKind

MAX_PAGES = 200
"""Pages of one index that are asked for; the fullest day of one portal seen has some fifty."""
_NEWS_DAYS = 7
"""Days that a news sitemap may reach back: the protocol asks for two, portals keep a few more."""
_UNDATED_DAYS = 2
"""Days of a dated index that are asked for where no window is given: today and the day before."""
_LETTERS = re.compile(r"YYYY|MM|M|DD|D")
_ORDER: dict[str, int] = {"news_sitemap": 0, "feed": 1, "index": 2, "sitemap": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One discovery document to ask for. `template` is its address with `{page}` still open; `day` is what a dated
    index is of; `turn` counts the pages of its chain from 1."""

    url: str
    kind: SourceKind
    source: Source
    template: str
    day: date | None = None
    page: int | None = None
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Turn:
    """The next page of an index, or why there is none."""

    target: Target | None
    problem: Problem | None = None


def plan(portal: Portal, since: date | None, until: date | None, today: date) -> Iterator[Target]:
    """The discovery documents of a portal for a window of days, both included: news sitemaps, feeds, index pages
    (dated ones day by day from the newest), sitemaps.

    Lazy, because a window may span years. Without `since` a dated index is asked for today and the day before, or
    for `until` alone. A news sitemap is left out of a window that ended before it begins.
    """
    last = min(until, today) if until else today
    first = since or (last if until else last - timedelta(days=_UNDATED_DAYS - 1))
    for source in sorted(portal.sources, key=lambda source: _ORDER[source.kind]):
        if source.kind == "news_sitemap" and last < today - timedelta(days=_NEWS_DAYS):
            continue
        for day in _days(first, last) if source.date_format else [None]:
            yield from _targets(source, day)


def _days(first: date, last: date) -> Iterator[date]:
    for back in range((last - first).days + 1):
        yield last - timedelta(days=back)


def _targets(source: Source, day: date | None) -> Iterator[Target]:
    """One target for each combination of the source's values."""
    names = [name for name in source.values if "{" + name + "}" in source.url]
    for values in product(*(source.values[name] for name in names)):
        template = source.url
        for name, value in zip(names, values, strict=True):
            template = template.replace("{" + name + "}", value)
        if day is not None and source.date_format:
            template = template.replace("{date}", written_day(day, source.date_format))
        page = source.first_page if "{page}" in template else None
        yield Target(
            url=_paged(template, page), kind=source.kind, source=source, template=template, day=day, page=page
        )


def written_day(day: date, date_format: str) -> str:
    """The day in the letters of a source's `date_format`.

    >>> written_day(date(2024, 5, 1), "YYYY-M-D"), written_day(date(2024, 5, 1), "MM/DD/YYYY")
    ('2024-5-1', '05/01/2024')
    """
    said = {
        "YYYY": f"{day.year:04}",
        "MM": f"{day.month:02}",
        "M": str(day.month),
        "DD": f"{day.day:02}",
        "D": str(day.day),
    }
    return _LETTERS.sub(lambda match: said[match[0]], date_format)


def _paged(template: str, page: int | None) -> str:
    return template if page is None else template.replace("{page}", str(page))


def next_page(
    target: Target, listing: Listing, seen: Container[str], portal: Portal | None, since: date | None = None
) -> Turn:
    """The page after the one that gave `listing`, or why the chain ends.

    `seen` holds the `article_key`s of the chain's earlier pages. The chain ends at an empty page and at one that
    gives nothing new (`page_repeats`: sites answer a number beyond their last page with the last or the first), at
    the page above which the site is known to repeat itself (`last_page`) and after `MAX_PAGES` (`too_many_pages`); it
    ends silently where all that is dated on the page is older than `since`.
    """
    following = _following(target, listing)
    if following is None or not listing.entries:
        return Turn(None)
    if all(article_key(entry.url, portal) in seen for entry in listing.entries):
        return Turn(None, Problem("page_repeats", None, "info", f"{target.url} gives nothing new"))
    if _is_older(listing, since):
        return Turn(None)
    last = target.source.last_page
    if last is not None and following.page is not None and following.page > last:
        return Turn(
            None, Problem("last_page", None, "info", f"{target.url} is the last page that the site gives")
        )
    if following.turn > MAX_PAGES:
        return Turn(
            None, Problem("too_many_pages", None, "warning", f"stopped after {MAX_PAGES}: {target.url}")
        )
    return Turn(following)


def _following(target: Target, listing: Listing) -> Target | None:
    """By number where the address has one, else as the page says (`rel="next"`)."""
    if target.kind != "index":
        return None
    if target.page is not None:
        page = target.page + target.source.step
        return replace(target, url=_paged(target.template, page), page=page, turn=target.turn + 1)
    told = next((child.url for child in listing.children if child.kind == "index"), None)
    if told is None or told == link(target.url) or domain_of(told) != domain_of(target.url):
        return None
    return replace(target, url=told, turn=target.turn + 1)


def _is_older(listing: Listing, since: date | None) -> bool:
    dated = [entry for entry in listing.entries if entry.date]
    return bool(dated) and not any(within(entry, since, None, OVERLAP) for entry in dated)
