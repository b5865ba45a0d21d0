"""Records to safe lines: written, brought to the disk, and only then done in the state."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import WRITE_FAILED
from newsbot.crawl.fetched import Fetched
from newsbot.crawl.figures import asked_for_by, count
from newsbot.crawl.store import PATIENCE
from newsbot.state import Done, Status
from newsbot.workers.reading import Reading

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_LOG = logging.getLogger(__name__)
_BY_KIND: dict[str, Status] = {"blocked": "blocked", "paywall": "paywall"}


class WritePipeline:
    """Writes the items' records and rejects; on a failing disk it stops the crawl and loses nothing."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._timer: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> WritePipeline:
        return cls(crawler)

    def open_spider(self) -> None:
        """Commit now and then, however slow the crawl is."""
        self._timer = asyncio.ensure_future(self._now_and_then())

    def close_spider(self) -> None:
        """Commit what is left; the spider closes the store."""
        if self._timer:
            self._timer.cancel()

    def process_item(self, item: Fetched) -> Fetched:
        """Write the item's line; raises DropItem where the disk fails."""
        store = context_of(self._crawler).store
        if store.failed:
            raise DropItem("not written: the disk failed; the article stays pending")
        reading = item.reading
        if reading is None:
            raise DropItem("not read: the extract pipeline is off")
        try:
            written = store.write(_done(item, reading), reading)
        except OSError as error:
            stop(self._crawler, error)
            raise DropItem(f"not written: {error}") from error
        self._count(item, reading, written=written)
        return item

    async def _now_and_then(self) -> None:
        store = context_of(self._crawler).store
        while not store.failed:
            await asyncio.sleep(PATIENCE)
            try:
                store.sync()
            except OSError as error:
                stop(self._crawler, error)

    def _count(self, item: Fetched, reading: Reading, *, written: bool) -> None:
        crawler, site = self._crawler, asked_for_by(item.request)
        if reading.reject is not None:
            count(crawler, f"rejects/{reading.reject.reason}", site)
            return
        count(crawler, f"{'records' if written else 'unchanged'}/{reading.kind}", site)
        if written and item.request.meta.get("newsbot_revision"):
            count(crawler, "changed", site)
        for code, field in reading.problems:
            count(crawler, f"problems/{code}", site)
            if code == "missing" and field:
                count(crawler, f"missing/{field}", site)
        gate = context_of(crawler).gate
        if gate and reading.kind == "blocked" and item.snapshot.status == 200:
            gate.refused(item.request, "challenge page")


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


def _done(item: Fetched, reading: Reading) -> Done:
    # the validators of a first page say nothing of an edit on the second: such an article is always asked for whole
    headers = item.snapshot.headers if reading.pages == 1 else {}
    return Done(
        key=item.key,
        status=_status(reading),
        fetched_at=item.snapshot.fetched_at,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
        payload_digest=item.snapshot.digest,
        reason=_reason(item, reading),
    )


def _status(reading: Reading) -> Status:
    if reading.reject is not None:
        return "rejected"
    return _BY_KIND.get(reading.kind, "done")


def _reason(item: Fetched, reading: Reading) -> str | None:
    if reading.reject is not None:
        return reading.reject.reason
    status = item.snapshot.status or 200
    return f"status {status}" if status >= 400 else None
