"""Delays that a site asks for in robots.txt are kept, and throttling never goes below them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newsbot.crawl.hosts import host_of_request

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

MAX_DELAY = 120.0
"""Seconds: a site that asks for more between two pages is asked once in so many, and the log says so."""
_LOG = logging.getLogger(__name__)


class CrawlDelay:
    """Keeps the Crawl-delay of each host's robots.txt as the least pause between two requests, one at a time.

    Scrapy reads the line and leaves it; its AutoThrottle knows one floor for all hosts, so this comes after it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.floors: dict[str, float] = {}
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)
        crawler.signals.connect(self._keep, signal=signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        return cls(crawler)

    def _robots_parsed(self, robotparser: Any, request: Request) -> None:
        agent = self.crawler.settings.get("ROBOTSTXT_USER_AGENT") or self.crawler.settings["USER_AGENT"]
        try:
            asked = robotparser.crawl_delay(agent)
        except (ValueError, TypeError):  # "Crawl-delay: sebentar"
            return
        if not asked or asked <= 0:
            return
        downloader = self.crawler.engine.downloader
        host = host_of_request(request)
        if asked > MAX_DELAY:
            _LOG.warning("%s asks for %.0f s between requests; keeping %.0f s", host, asked, MAX_DELAY)
        self.floors[host] = floor = min(float(asked), MAX_DELAY)
        known = downloader.per_slot_settings.get(host, {})
        downloader.per_slot_settings[host] = {**known, "delay": floor, "concurrency": 1, "jitter": 0.0}
        if slot := downloader.slots.get(host):
            slot.delay, slot.concurrency, slot.jitter = max(slot.delay, floor), 1, 0.0

    def _keep(self, request: Request) -> None:
        """Lift the pause to the floor again: AutoThrottle has just set it by the host's latency."""
        host = request.meta.get("download_slot", "")
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None and host in self.floors:
            slot.delay = max(slot.delay, self.floors[host])
