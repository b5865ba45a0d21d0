"""Records to safe lines: written, brought to the disk, and only then done in the state."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import DropItem

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import WRITE_FAILED
from newsbot.crawl.fetched import Fetched
from newsbot.crawl.store import PATIENCE

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_LOG = logging.getLogger(__name__)


class WritePipeline:
    """Writes the items' records and rejects; on a failing disk it stops the crawl and loses nothing."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._timer: asyncio.Task[None] | None = None
        crawler.signals.connect(self._idle, signal=signals.spider_idle)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> WritePipeline:
        return cls(crawler)

    def open_spider(self) -> None:
        """Commit now and then, however slow the crawl is."""
        self._timer = asyncio.ensure_future(self._now_and_then())

    def _idle(self) -> None:
        """Nothing more comes: what was doubtful is judged."""
        outcomes = context_of(self._crawler).outcomes
        if outcomes is not None:
            try:
                outcomes.doubt.judge()
            except OSError as error:
                stop(self._crawler, error)

    def close_spider(self) -> None:
        """Commit what is left; the spider closes the store."""
        if self._timer:
            self._timer.cancel()

    def process_item(self, item: Fetched) -> Fetched:
        """Write the item's line; raises DropItem where the disk fails."""
        context = context_of(self._crawler)
        outcomes = context.outcomes
        if outcomes is None or context.store.failed:
            raise DropItem("not written: the disk failed; the article stays pending")
        reading = item.reading
        if reading is None:
            raise DropItem("not read: the extract pipeline is off")
        try:
            outcomes.read(item, reading)
        except OSError as error:
            stop(self._crawler, error)
            raise DropItem(f"not written: {error}") from error
        if context.gate and reading.kind == "blocked" and item.snapshot.status == 200:
            context.gate.refused(item.request, "challenge page")
        return item

    async def _now_and_then(self) -> None:
        store = context_of(self._crawler).store
        while not store.failed:
            await asyncio.sleep(PATIENCE)
            try:
                store.sync()
            except OSError as error:
                stop(self._crawler, error)


def stop(crawler: Crawler, error: OSError) -> None:
    """End a crawl whose disk fails: what was committed is safe, the rest stays pending."""
    context = context_of(crawler)
    store = context.store
    if store.failed is None:
        store.failed = error
        _LOG.critical(
            "cannot write to %s: %s; stopping. What was committed is safe, the rest stays pending",
            store.folder,
            error,
        )
        context.close(crawler, WRITE_FAILED)
