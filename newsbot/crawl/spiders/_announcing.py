"""What discovery documents of a site announce, taken into the state lot by lot; what is left out is told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from newsbot.crawl import signals
from newsbot.crawl.pipelines.write import stop
from newsbot.discovery import Choice, Entry, article_key, within
from newsbot.normalizers.urls import clean_url
from newsbot.state import Found

if TYPE_CHECKING:
    from newsbot.crawl.spiders._runner import Runner
    from newsbot.crawl.spiders._targets import Site

LOT = 500
"""Announcements that are taken into the state at once: between two lots all other hosts have their turn."""

_ROLLING = frozenset(("feed", "news_sitemap"))
"""Lists of the newest, from which what is older falls."""
ENOUGH_TO_OVERLAP = 5
"""Entries of such a list from which it says something that none of them is known."""


class Announcements:
    """Those of one site. A state that cannot be written ends the crawl, and the site is added to the spider's
    `look_back`."""

    def __init__(self, spider: Runner, site: Site) -> None:
        self._spider = spider
        self._site = site
        today = spider.today()
        self._today, self._tomorrow = (day.isoformat() for day in (today, today + timedelta(days=1)))

    async def take(self, source: str, choice: Choice) -> bool:
        """Take in what was chosen of a document found under `source`, as far as it lies in the run's window, giving the
        loop back after each lot; False where the crawl ends before all is taken."""
        spider, site = self._spider, self._site.id
        spider.dropped.took(site, source, len(choice.taken))
        spider.dropped.left_out(site, source, choice.dropped)
        for reason, some in choice.dropped.items():
            self._tell_skipped(reason, some.examples)
        if any(self._is_ahead(entry.date) for entry in choice.taken):
            spider.count("discovery/future_dates", site)
        for start in range(0, len(choice.taken), LOT):
            if spider.is_ending or not self._take(choice.taken[start : start + LOT]):
                return False
            await asyncio.sleep(0)
        return True

    def note_outrun(self, kind: str, url: str, choice: Choice) -> None:
        """Say so where a list of the newest, which is not taken yet, holds nothing that any run knew: it may have held
        more since the last."""
        store, site = self._spider.store, self._site
        if kind not in _ROLLING or len(choice.taken) < ENOUGH_TO_OVERLAP:
            return
        if store.last_complete_start(site.id) is None:
            return
        if any(store.state.known(article_key(entry.url, site.portal)) for entry in choice.taken):
            return
        self._spider.count("discovery/outrun", site.id)
        store.notices.append(
            f"{url} lists nothing that an earlier run knew: what it listed between may be missing unless a sitemap "
            "lists it; run more often"
        )

    def _take(self, lot: list[Entry]) -> bool:
        spider = self._spider
        inside = [entry for entry in lot if within(entry, spider.since, spider.until)]
        if len(inside) < len(lot):
            urls = {entry.url for entry in inside}
            spider.count("outside_window", self._site.id, len(lot) - len(inside))
            self._tell_skipped("outside_window", (one.url for one in lot if one.url not in urls))
        return self.announce(inside)

    def announce(self, entries: list[Entry]) -> bool:
        """Take these in, whatever their days; whether the state could be written."""
        site = self._site.id
        try:
            asked, fresh = self._spider.store.discovered(self._found(entry) for entry in entries)
        except OSError as error:
            self._spider.look_back.add(site)
            stop(self._spider.crawler, error)
            return False
        for name, number in (("discovered", len(entries)), ("asked", asked), ("never_seen", fresh)):
            self._spider.count(name, site, number)
        return True

    def _found(self, entry: Entry) -> Found:
        key = article_key(entry.url, self._site.portal)
        url = clean_url(entry.url) or entry.url
        stated = entry.date or entry.lastmod or ""
        newest = self._today if self._is_ahead(stated) else stated
        return Found(key, self._site.id, url, entry.discovery, newest)

    def _is_ahead(self, stated: str | None) -> bool:
        """Whether a date is later than any clock on earth may say: its article is no newer than today's."""
        return stated is not None and stated[: len(self._tomorrow)] > self._tomorrow

    def _tell_skipped(self, reason: str, urls: Iterable[str]) -> None:
        for url in urls:
            self._spider.store.tell(signals.article_skipped, url=url, portal=self._site.id, reason=reason)
