"""Fetched page to records: the stream reads it, further pages of the article are fetched and stitched."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import DropItem, IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import WORKERS_FAILED
from newsbot.crawl.fetched import Fetched, snapshot_of
from newsbot.crawl.figures import SITE, asked_for_by, count
from newsbot.snapshot import has_page
from newsbot.workers.crew import WorkerError
from newsbot.workers.reading import Reading

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

MAX_PAGES = 30
"""Pages of one article that are followed; the longest seen has twelve."""
_LOG = logging.getLogger(__name__)


class ExtractPipeline:
    """Sets the item's reading."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ExtractPipeline:
        return cls(crawler)

    async def process_item(self, item: Fetched) -> Fetched:
        """Read the page, follow its next pages, stitch; raises DropItem where no process reads."""
        context = context_of(self._crawler)
        try:
            return await self._read(item)
        except WorkerError as error:
            _LOG.critical("%s; stopping", error)
            context.close(self._crawler, WORKERS_FAILED)
            raise DropItem(f"not read: {error}; the article stays pending") from error

    async def _read(self, item: Fetched) -> Fetched:
        reader = context_of(self._crawler).reader
        readings = [await reader.read(item.snapshot)]
        seen = {item.snapshot.url}
        while (
            (url := _next(readings[-1], item.snapshot.url)) and url not in seen and len(readings) < MAX_PAGES
        ):
            seen.add(url)
            reading = await self._page(url, item)
            if reading is None:
                break
            readings.append(reading)
        item.reading = await reader.join(readings, item.snapshot.url)
        return item

    async def _page(self, url: str, item: Fetched) -> Reading | None:
        """One further page; where it cannot be had the record stays incomplete and says so."""
        meta = {SITE: asked_for_by(item.request)}
        request = Request(
            url, callback=NO_CALLBACK, dont_filter=True, priority=item.request.priority + 1, meta=meta
        )
        try:
            response = await self._crawler.engine.download_async(request)
        except IgnoreRequest as refused:
            _LOG.info("next page %s not fetched: %s", url, refused)
            return None
        except Exception as error:  # noqa: BLE001 - whatever a downloader raises, the first page is a record
            _LOG.warning("next page %s not fetched: %s", url, error)
            return None
        if not has_page(response.status):
            _LOG.info("next page %s not read: status %d", url, response.status)
            return None
        count(self._crawler, "next_pages", asked_for_by(item.request))
        return await context_of(self._crawler).reader.read(snapshot_of(response, item.snapshot.discovery))


def _next(reading: Reading, first: str | None) -> str | None:
    """The address of the page behind this one, on the same host only."""
    if not reading.next_page:
        return None
    return (
        reading.next_page if urlsplit(reading.next_page).hostname == urlsplit(first or "").hostname else None
    )
