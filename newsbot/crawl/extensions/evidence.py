"""When each answer came, and with NEWSBOT_WARC the answer itself: one moment that the record and the WARC share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import signals

from newsbot.crawl.context import context_of
from newsbot.crawl.fetched import FETCHED_AT
from newsbot.crawl.pipelines.write import stop
from newsbot.durable.warc import Exchange, WarcWriter
from newsbot.version import VERSION

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Headers, Response

_NO_MORE_TRUE = frozenset(("transfer-encoding", "content-length"))
"""Headers of the wire: chunks are joined when an answer is at hand, and its length is that of the bytes stored."""


class Evidence:
    """Stamps every answer with the moment it came; stores it in the folder that the setting NEWSBOT_WARC names.

    Raises WarcMissing at the start where the folder is named and the WARC library is not installed.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._writer: WarcWriter | None = None
        self._folder: str | None = crawler.settings.get("NEWSBOT_WARC")
        if self._folder:
            self._writer = WarcWriter(Path(self._folder), _info(crawler))
            crawler.signals.connect(self._opened, signal=signals.spider_opened)
            crawler.signals.connect(self._closed, signal=signals.spider_closed)
        crawler.signals.connect(self._downloaded, signal=signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Evidence:
        return cls(crawler)

    def _opened(self) -> None:
        store = context_of(self._crawler).store
        if self._writer:
            store.notices += self._writer.notices
            store.before_commit.append(self._sync)

    def _sync(self) -> None:
        if self._writer:
            with self._named():
                self._writer.sync()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """An error of the disk says which folder it is about: it may be another disk than that of the records."""
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, f"WARC folder {self._folder}: {error.strerror or error}") from error

    def _downloaded(self, response: Response, request: Request) -> None:
        moment = datetime.now(UTC).replace(microsecond=0).isoformat()
        request.meta[FETCHED_AT] = moment
        if self._writer is None:
            return
        try:
            with self._named():
                self._writer.write(_exchange(response, request, moment))
        except OSError as error:
            stop(self._crawler, error)

    def _closed(self) -> None:
        if self._writer:
            try:
                with self._named():
                    self._writer.close()
            except OSError as error:
                stop(self._crawler, error)


def _exchange(response: Response, request: Request, moment: str) -> Exchange:
    """The exchange as it can be told: the body is still content-encoded when the signal comes."""
    asked = [("Host", urlsplit(response.url).netloc.rpartition("@")[2]), *_lines(request.headers)]
    came = [(name, value) for name, value in _lines(response.headers) if name.lower() not in _NO_MORE_TRUE]
    return Exchange(
        url=response.url,
        moment=moment,
        method=request.method,
        request_headers=asked,
        status=f"{response.status} {_phrase(response.status)}".rstrip(),
        response_headers=[*came, ("Content-Length", str(len(response.body)))],
        body=response.body,
        protocol=response.protocol or "HTTP/1.1",
        ip_address=str(response.ip_address) if response.ip_address else None,
        is_discovery=bool(request.meta.get("newsbot_listing"))
        or urlsplit(response.url).path == "/robots.txt",
    )


def _lines(headers: Headers) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
    ]


def _phrase(status: int) -> str:
    """The usual phrase of a status: Scrapy does not tell what the server wrote."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _info(crawler: Crawler) -> dict[str, str]:
    settings = crawler.settings
    return {
        "software": f"newsbot/{VERSION}",
        "format": "WARC File Format 1.1",
        "http-header-user-agent": settings["USER_AGENT"],
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "description": "header blocks are reconstructed: see docs/evidence.md",
    }
