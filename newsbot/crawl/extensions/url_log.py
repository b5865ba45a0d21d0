"""What became of every address, a line each time, in `urls.jsonl.gz` beside the records."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import NotConfigured

from newsbot.crawl import signals as own
from newsbot.crawl.context import context_of
from newsbot.crawl.figures import asked_for_by
from newsbot.crawl.store import now
from newsbot.durable.bounded import BoundedLog

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newsbot.state import Found

URLS = "urls.jsonl.gz"
MOST = 40.0
"""Megabytes of the log, packed; some million lines."""
_MAX_TEXT = 2_000
_MAX_KNOWN = 100_000
"""Announced articles of one run that are remembered: each further one has a line a document."""
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_LOG = logging.getLogger(__name__)


class UrlLog:
    """Writes a line for each address that is announced, skipped, fetched or settled, with its reason.

    It has NEWSBOT_URL_LOG_MB at most, 0 for none. Where it cannot be written the crawl goes on without, and says so.
    """

    def __init__(self, crawler: Crawler, most: float) -> None:
        self._crawler = crawler
        self._most = int(most * 1e6)
        self._log: BoundedLog | None = None
        self._known: set[str] = set()
        connect = crawler.signals.connect
        connect(self._opened, signal=signals.spider_opened)
        connect(self._closed, signal=signals.spider_closed)
        connect(self._announced, signal=own.article_announced)
        connect(self._skipped, signal=own.article_skipped)
        connect(self._fetched, signal=signals.response_downloaded)
        connect(self._settled, signal=own.article_settled)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> UrlLog:
        most = crawler.settings.getfloat("NEWSBOT_URL_LOG_MB", MOST)
        if most <= 0:
            raise NotConfigured
        return cls(crawler, most)

    def _opened(self) -> None:
        if store := context_of(self._crawler).opened:
            store.before_end.append(self._given_up)
            try:
                self._log = BoundedLog(store.folder / URLS, self._most)
            except OSError as error:
                self._give_up(error)

    def _closed(self) -> None:
        if self._log:
            try:
                self._log.close()
            except OSError as error:
                self._give_up(error)

    def _announced(self, found: Found, is_asked: bool) -> None:
        """The first announcement of an article in a run: most are in several documents."""
        what, reason = ("announced", found.discovery.kind) if is_asked else ("skipped", "known")
        if self._is_first(found.key):
            self._write(what, found.url, found.portal, reason)

    def _skipped(self, url: str, portal: str, reason: str) -> None:
        if self._is_first(url):
            self._write("skipped", url, portal, reason)

    def _is_first(self, name: str) -> bool:
        if name in self._known:
            return False
        if len(self._known) < _MAX_KNOWN:
            self._known.add(name)
        return True

    def _fetched(self, response: Response, request: Request) -> None:
        told = {"status": response.status, "bytes": len(response.body)}
        what = "fetched" if "known" in request.cb_kwargs else "asked"
        self._write(what, response.url, asked_for_by(request), None, **told)

    def _settled(self, url: str, portal: str, status: str, reason: str, detail: str) -> None:
        more = {"detail": detail[:_MAX_TEXT]} if detail else {}
        self._write(status, url, portal, reason, **more)

    def _given_up(self) -> None:
        """What this run has asked for the last time."""
        for row in context_of(self._crawler).store.state.given_up_articles():
            if row["is_new"]:
                self._write("given_up", row["url"], row["portal"], row["reason"])

    def _write(self, what: str, url: str | None, portal: str | None, reason: str | None, **more: Any) -> None:
        if self._log is None:
            return
        run = context_of(self._crawler).store.run
        line = {"time": now(), "run": run, "what": what, "portal": portal, "url": (url or "")[:_MAX_TEXT]}
        try:
            self._log.write(_ENCODE({**line, "reason": reason, **more}))
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        self._log = None
        told = f"{URLS} cannot be written, the crawl goes on without it: {error}"
        _LOG.warning(told)
        context_of(self._crawler).store.notices.append(told)
