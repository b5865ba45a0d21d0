"""What discovery needs of the spider that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from scrapy.crawler import Crawler
    from scrapy.utils.log import SpiderLoggerAdapter

    from newsbot.crawl.dropped import Dropped
    from newsbot.crawl.spiders._targets import Site
    from newsbot.crawl.store import Store


class Runner(Protocol):
    """A spider as discovery sees it: its window, its store and its counts."""

    crawler: Crawler
    store: Store
    since: date | None
    until: date | None
    look_back: set[str]
    all_links: bool
    dropped: Dropped

    @property
    def logger(self) -> SpiderLoggerAdapter:
        """The spider's log."""

    @property
    def is_ending(self) -> bool:
        """Whether the crawl was told to end."""

    def first_day(self, site: Site) -> date | None:
        """The day from which a site's documents are asked for."""

    def today(self) -> date:
        """The day in Jakarta."""

    def listing_opened(self) -> None:
        """A discovery document is asked for."""

    def listing_closed(self) -> None:
        """A discovery document has come, or will not."""

    def count(self, name: str, site: str, by: int = 1) -> None:
        """Count in the crawl's statistics."""
