"""What discovery documents of a site announce, taken into the state lot by lot; what is left out is counted and told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsbot.crawl import signals
from newsbot.crawl.announced import Announced, found_of
from newsbot.crawl.pipelines.write import stop
from newsbot.discovery import Entry
from newsbot.state import Found

if TYPE_CHECKING:
    from newsbot.crawl.spiders._runner import Runner
    from newsbot.crawl.spiders._targets import Site


class Announcements:
    """Those of one site. A state that cannot be written ends the crawl, and the site is added to the spider's
    `look_back`."""

    def __init__(self, spider: Runner, site: Site) -> None:
        self._spider = spider
        self._site = site

    async def take(self, source: str, announced: Announced) -> bool:
        """Take in what a document found under `source` announces, giving the loop back after each lot; False where the
        crawl ends before all is taken."""
        spider, site = self._spider, self._site.id
        spider.dropped.took(site, source, len(announced.inside) + len(announced.outside))
        spider.dropped.left_out(site, source, announced.dropped)
        for reason, some in announced.dropped.items():
            self._tell_skipped(reason, some.examples)
        if announced.outside:
            spider.count("outside_window", site, len(announced.outside))
            self._tell_skipped("outside_window", announced.outside)
        for lot in announced.lots():
            if spider.is_ending or not self._announce(lot):
                return False
            await asyncio.sleep(0)
        return True

    def announce(self, entry: Entry) -> None:
        """Take this one in, whatever its day."""
        self._announce([found_of(entry, self._site.id, self._site.portal)])

    def _announce(self, found: list[Found]) -> bool:
        site = self._site.id
        try:
            asked, fresh = self._spider.store.discovered(found)
        except OSError as error:
            self._spider.look_back.add(site)
            stop(self._spider.crawler, error)
            return False
        for name, number in (("discovered", len(found)), ("asked", asked), ("never_seen", fresh)):
            self._spider.count(name, site, number)
        return True

    def _tell_skipped(self, reason: str, urls: Iterable[str]) -> None:
        for url in urls:
            self._spider.store.tell(signals.article_skipped, url=url, portal=self._site.id, reason=reason)
