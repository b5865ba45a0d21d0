"""A crawl ends in order before its disk is full."""

from __future__ import annotations

import asyncio
import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy import signals

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import DISK_LOW

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_LOG = logging.getLogger(__name__)
LEAST_FREE = 200.0
"""Megabytes that are left free: what is in flight, a commit, and the backup of a state of 400,000 articles."""
_PAUSE = 5.0
"""Seconds between two looks at the disk."""


class DiskSpace:
    """Ends the crawl with the reason `disk_low` where less than NEWSBOT_MIN_FREE_MB is free under a folder that it
    writes into; 0 looks at nothing."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._least = crawler.settings.getfloat("NEWSBOT_MIN_FREE_MB", LEAST_FREE) * 1e6
        self._watch: asyncio.Task[None] | None = None
        if self._least > 0:
            crawler.signals.connect(self._opened, signal=signals.spider_opened)
            crawler.signals.connect(self._closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DiskSpace:
        return cls(crawler)

    def _opened(self) -> None:
        if context_of(self._crawler).opened:
            self._watch = asyncio.ensure_future(self._look_now_and_then())

    def _closed(self) -> None:
        if self._watch:
            self._watch.cancel()

    async def _look_now_and_then(self) -> None:
        while not self._ends():  # noqa: ASYNC110 - nobody tells when a disk fills
            await asyncio.sleep(_PAUSE)

    def _ends(self) -> bool:
        """Whether the crawl ends for want of space."""
        for folder in self._folders():
            free = free_bytes(folder)
            if free is not None and free < self._least:
                told = f"{folder}: {free / 1e6:.0f} MB are free, less than {self._least / 1e6:.0f}; stopping"
                _LOG.critical("%s. What was committed is safe, the rest stays pending", told)
                context = context_of(self._crawler)
                context.store.notices.append(told)
                context.close(self._crawler, DISK_LOW)
                return True
        return False

    def _folders(self) -> set[Path]:
        store = context_of(self._crawler).store
        warc = self._crawler.settings.get("NEWSBOT_WARC")
        return {store.folder, store.state.path.parent, *([Path(warc)] if warc else [])}


def free_bytes(folder: Path) -> int | None:
    """What an ordinary user may still write under a folder; None where the system does not tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
