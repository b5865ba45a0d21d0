"""Delays that a site asks for in robots.txt are kept, and throttling never goes below them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.extensions.throttle import AutoThrottle
from scrapy.utils.httpobj import urlparse_cached

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

MAX_DELAY = 120.0
"""Seconds: a site that asks for more between two pages is asked once in so many, and the log says so."""
_LOG = logging.getLogger(__name__)


class CrawlDelay(AutoThrottle):
    """AutoThrottle whose floor a host is the Crawl-delay of its robots.txt.

    Scrapy reads the line and leaves it; its AutoThrottle knows one floor for all hosts.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.floors: dict[str, float] = {}
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)

    def _robots_parsed(self, robotparser: Any, request: Request) -> None:
        agent = self.crawler.settings.get("ROBOTSTXT_USER_AGENT") or self.crawler.settings["USER_AGENT"]
        try:
            asked = robotparser.crawl_delay(agent)
        except (ValueError, TypeError):  # "Crawl-delay: sebentar"
            return
        if not asked or asked <= 0:
            return
        downloader = self.crawler.engine.downloader
        host = urlparse_cached(request).hostname or ""
        if asked > MAX_DELAY:
            _LOG.warning("%s asks for %.0f s between requests; keeping %.0f s", host, asked, MAX_DELAY)
        self.floors[host] = floor = min(float(asked), MAX_DELAY)
        known = downloader.per_slot_settings.get(host, {})
        downloader.per_slot_settings[host] = {**known, "delay": floor, "concurrency": 1, "jitter": 0.0}
        if slot := downloader.slots.get(host):
            slot.delay, slot.concurrency, slot.jitter = max(slot.delay, floor), 1, 0.0
        self.crawler.stats.set_value(f"newsbot/crawl_delay/{host}", floor)

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        key, slot = self._get_slot(request, spider)
        if slot is not None and key in self.floors:
            slot.delay = max(slot.delay, self.floors[key])
