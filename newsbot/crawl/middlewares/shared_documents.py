"""A discovery document that another process of a shared crawl has read is not asked for again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from newsbot.crawl.asked import FROM_ANOTHER, asked_first
from newsbot.crawl.context import context_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_POLL = 0.2


class SharedDocuments:
    """Stands before the gate: such an answer costs the host nothing, and says nothing of it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SharedDocuments:
        return cls(crawler)

    async def process_request(self, request: Request) -> Response | None:
        """The answer that another process had, once it has read it; None where this one is to ask, or alone."""
        documents = context_of(self._crawler).documents
        if documents is None or not request.meta.get("newsbot_listing"):
            return None
        url = asked_first(request)
        while (answer := documents.answer(url)) is None:
            if documents.may_ask(url):
                return None
            await asyncio.sleep(_POLL)
        self._crawler.stats.inc_value("newsbot/shared/documents")
        return answer.replace(flags=[FROM_ANOTHER])
