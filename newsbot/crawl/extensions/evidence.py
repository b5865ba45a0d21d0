"""When each answer came, and with NEWSBOT_WARC the answer itself: one moment that the record and the WARC share.

Beside the answer stands what the crawl knew when it asked (`extensions/_known.py`), what the page reserves, and which
addresses robots.txt kept it from asking.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import signals

from newsbot.crawl import signals as own
from newsbot.crawl.context import context_of
from newsbot.crawl.extensions._known import known_of, reserved_by
from newsbot.crawl.fetched import FETCHED_AT, Fetched
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.store import now
from newsbot.durable.warc import MAX_AGE, MAX_BYTES, Exchange, WarcWriter
from newsbot.version import VERSION

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Headers, Response

    from newsbot.workers.reading import Reading

_NO_MORE_TRUE = frozenset(("transfer-encoding", "content-length"))
"""Headers of the wire: chunks are joined when an answer is at hand, and its length is that of the bytes stored."""
_RECORD = "newsbot_warc_record"
"""The request's meta key for the id of the record that its answer is stored as."""


class Evidence:
    """Stamps every answer with the moment it came; stores it in the folder that the setting NEWSBOT_WARC names.

    Raises WarcMissing at the start where the folder is named and the WARC library is not installed.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._writer: WarcWriter | None = None
        self._folder: str | None = crawler.settings.get("NEWSBOT_WARC")
        if self._folder:
            self._writer = _writer(Path(self._folder), crawler)
            crawler.signals.connect(self._opened, signal=signals.spider_opened)
            crawler.signals.connect(self._read, signal=own.page_read)
            crawler.signals.connect(self._settled, signal=own.article_settled)
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
                request.meta[_RECORD] = self._writer.write(self._exchange(response, request, moment))
        except OSError as error:
            stop(self._crawler, error)

    def _read(self, item: Fetched, reading: Reading) -> None:
        """What the page itself reserves is known when it was read: it is told of the record of its answer."""
        record = item.request.meta.get(_RECORD)
        if record and (said := reserved_by(reading)):
            self._told(item.snapshot.url or "", item.snapshot.fetched_at or now(), said, record)

    def _settled(self, url: str, status: str, reason: str, portal: str | None) -> None:
        """That an address was not asked for, because it may not be: nothing else in the files would say so."""
        if status == "refused":
            self._told(url, now(), [("outcome", "not asked"), ("reason", reason), ("portal", portal or "")])

    def _told(self, url: str, moment: str, said: list[tuple[str, str]], record: str | None = None) -> None:
        if self._writer is None:
            return
        try:
            with self._named():
                self._writer.tell(url, moment, said, record)
        except OSError as error:
            stop(self._crawler, error)

    def _closed(self) -> None:
        if self._writer:
            try:
                with self._named():
                    self._writer.close()
            except OSError as error:
                stop(self._crawler, error)

    def _exchange(self, response: Response, request: Request, moment: str) -> Exchange:
        """The exchange as it can be told: the body is still content-encoded when the signal comes."""
        asked = [("Host", urlsplit(response.url).netloc.rpartition("@")[2]), *_lines(request.headers)]
        came = [
            (name, value) for name, value in _lines(response.headers) if name.lower() not in _NO_MORE_TRUE
        ]
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
            known=known_of(request, came, obeys_robots=self._crawler.settings.getbool("ROBOTSTXT_OBEY")),
        )


def _writer(folder: Path, crawler: Crawler) -> WarcWriter:
    from newsbot.archive.cdxj import index_file, line_of

    settings = crawler.settings
    return WarcWriter(
        folder,
        _info(crawler),
        max_bytes=int(settings.getfloat("NEWSBOT_WARC_MB", MAX_BYTES / 1e6) * 1e6),
        max_age=settings.getfloat("NEWSBOT_WARC_HOURS", MAX_AGE / 3600) * 3600,
        line_of=line_of,
        index=index_file,
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
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "http-header-user-agent": settings["USER_AGENT"],
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "description": "header blocks are reconstructed: see docs/evidence.md",
    }
