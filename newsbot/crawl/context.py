"""What the parts of one crawl share: its store, its gate, its reader, and at its end its report."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from newsbot.crawl.dropped import Dropped
    from newsbot.crawl.outcomes import Outcomes
    from newsbot.crawl.servers import Host
    from newsbot.crawl.shared.documents import SharedReading
    from newsbot.crawl.store import Store
    from newsbot.crawl.url_list import UrlList
    from newsbot.state import Known, Measures
    from newsbot.workers.reading import Reader


class Lender(Protocol):
    """Offers articles to the other processes of a shared crawl."""

    def lend(self, articles: list[Known]) -> list[Known]:
        """Offer articles to all; those that are this process's own."""

    def waiting(self) -> int:
        """How many wait for whoever takes them."""


class Gate(Protocol):
    """Decides how often each server is asked, and which are asked nothing more."""

    hosts: dict[str, Host]

    def host(self, request: Request) -> Host:
        """What is known of the server that the request is sent to."""

    def answerable(self, request: Request) -> Host:
        """The server whose fault it is where a request fails."""

    def refused(self, request: Request, reason: str) -> None:
        """The server refused a page."""

    def close(self, request: Request, host: Host, reason: str) -> None:
        """Ask the server nothing more in this run."""

    def leave(self, portal: str, reason: str) -> None:
        """Ask the servers of a portal nothing more in this run."""


@dataclass(slots=True)
class Context:
    """The shared things of a crawl, each set by the part that makes it: None before, and where that part is off."""

    opened: Store | None = None
    gate: Gate | None = None
    report: dict[str, Any] | None = None
    outcomes: Outcomes | None = None
    dropped: Dropped | None = None
    listed: UrlList | None = None
    reading: Reader | None = None
    documents: SharedReading | None = None
    """What the processes of a shared crawl have read for each other."""
    lender: Lender | None = None
    """Of a shared crawl."""
    measured: Callable[[], Mapping[str, Measures]] = dict
    """Gives what the pages of each portal were like so far."""
    closing: asyncio.Future[None] | None = None

    @property
    def reader(self) -> Reader:
        """Reads pages and documents beside the reactor. Raises RuntimeError before the spider has made it."""
        if self.reading is None:
            raise RuntimeError("the crawl has no reader: newsbot's pipelines work with newsbot's spiders")
        return self.reading

    @property
    def store(self) -> Store:
        """The store that the spider opened. Raises RuntimeError under a spider that opens none."""
        if self.opened is None:
            raise RuntimeError("the crawl has no store: newsbot's pipelines work with newsbot's spiders")
        return self.opened

    def close(self, crawler: Crawler, reason: str) -> None:
        """End the crawl in order, for a reason of `endings.REASONS`; the first one is the one."""
        if self.closing is None:
            self.closing = asyncio.ensure_future(crawler.engine.close_spider_async(reason=reason))


_OF_CRAWLS: WeakKeyDictionary[Crawler, Context] = WeakKeyDictionary()


def context_of(crawler: Crawler) -> Context:
    """The context of a crawl; Scrapy hands its crawler to every part and nothing else that they share."""
    return _OF_CRAWLS.setdefault(crawler, Context())
