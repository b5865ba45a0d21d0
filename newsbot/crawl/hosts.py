"""A queue a host, and places of its own for each: what one host does, or does not do, costs no other a turn."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.core.downloader import Downloader
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface

from newsbot.crawl.unread import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.defer import Deferred

_PORTS = {"http": 80, "https": 443}


def host_of_request(request: Request) -> str:
    """The host of a request in lower case, with its port where that is not the scheme's: two ports are two servers.

    >>> from scrapy import Request
    >>> host_of_request(Request("https://Contoh.id:443/a")), host_of_request(Request("http://contoh.id:8080/"))
    ('contoh.id', 'contoh.id:8080')
    """
    return _host(request.url)


@lru_cache(4_096)
def _host(url: str) -> str:
    """A request is asked for its host some nine times on its way."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return host if parts.port in (None, _PORTS.get(parts.scheme)) else f"{host}:{parts.port}"


class Places(Downloader):
    """Scrapy's downloader, which knows how many places each host holds.

    A place is held from the moment that a request leaves the queue until it has an answer: also while it waits for the
    host's robots.txt, or because the host asked for a pause. Scrapy's own slots know a request only after that. A
    request that was redirected belongs to the host that it is sent to; Scrapy would leave it to the first one's slot.
    A host of which many answers are not read yet is asked nothing until some are.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.held: Counter[str] = Counter()
        self.unread = Unread(crawler.settings.getint("SCRAPER_SLOT_MAX_ACTIVE_SIZE"), self.get_slot_key)
        crawler.signals.connect(self._opened, signal=signals.spider_opened)

    def _opened(self) -> None:
        """Scrapy makes a slot of its own a moment before, in which nothing can be yet."""
        self.crawler.engine.scraper.slot = self.unread

    def get_slot_key(self, request: Request) -> str:
        """The host."""
        return host_of_request(request)

    def has_room(self, host: str) -> bool:
        """Whether the host may be asked one thing more: it holds fewer places than requests may go to it at once, and
        not too many of its answers wait."""
        slot = self.slots.get(host)
        known = self.per_slot_settings.get(host, {}).get("concurrency", self.domain_concurrency)
        at_once = slot.concurrency if slot else known
        held = self.held[host]
        return held < at_once and self.unread.has_room(host, at_once, held)

    def fetch(self, request: Request, spider: Spider | None = None) -> Deferred[Response | Request]:
        """Scrapy's way of one request; its place is free again when it has an answer."""
        host = self.get_slot_key(request)
        self.held[host] += 1
        answer: Deferred[Response | Request] = super().fetch(request)
        return answer.addBoth(self._left, host)

    def _left(self, result: Any, host: str) -> Any:
        self.held[host] -= 1
        if not self.held[host]:
            del self.held[host]
        return result


class HostQueues(DownloaderAwarePriorityQueue):
    """Scrapy's queue a host, served in turn; a host without room is passed over until it has some."""

    def __init__(self, crawler: Crawler, *arguments: Any, **named: Any) -> None:
        super().__init__(crawler, *arguments, **named)
        self._downloader_interface = _WithRoom(crawler)


class _WithRoom(DownloaderInterface):
    """The hosts that may be asked, and how many places each holds."""

    downloader: Places

    def stats(self, possible_slots: Iterable[str]) -> list[tuple[int, str]]:
        downloader = self.downloader
        return [(downloader.held[host], host) for host in possible_slots if downloader.has_room(host)]
