"""When each answer came: one moment that the record and the stored evidence share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import signals

from newsbot.pipelines.fetched import FETCHED_AT

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class Evidence:
    """Stamps every answer with the moment it came."""

    def __init__(self, crawler: Crawler) -> None:
        crawler.signals.connect(self._downloaded, signal=signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Evidence:
        return cls(crawler)

    def _downloaded(self, request: Request) -> None:
        request.meta[FETCHED_AT] = datetime.now(UTC).replace(microsecond=0).isoformat()
