"""Scrapy's downloader of http and https, which takes no head without an end and no body that is not as announced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.exceptions import DownloadFailedError, ResponseDataLossError
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed
from twisted.web.http import _DataLoss
from twisted.web.iweb import UNKNOWN_LENGTH

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import Request as SentRequest
    from twisted.web.iweb import IResponse

MAX_HEAD = 256 * 1024
"""Bytes of the status line and headers of one answer; browsers take as much, servers commonly send under 8 kB."""
MAX_LINES = 1_000
"""Lines of them."""


class TooLongHead(Exception):
    """The headers of an answer have no end in sight."""


class LongerThanAnnounced(_DataLoss):
    """More bytes came than the Content-Length says: what was read as the body is its beginning."""


class DownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler with the parser below. Raises TooLongHead and LongerThanAnnounced besides what Scrapy's does."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory  # noqa: SLF001 - as Scrapy sets its own

    async def download_request(self, request: Request) -> Response:
        """The answer."""
        try:
            return await super().download_request(request)
        except (DownloadFailedError, ResponseDataLossError) as error:
            for reason in getattr(error.__cause__, "reasons", ()):
                if isinstance(reason.value, (TooLongHead, LongerThanAnnounced)):
                    raise reason.value from error
            raise


class _Parser(_LenientHTTPClientParser):
    """Counts the lines of the head, those of 1xx answers before it too, and looks at what comes behind the body."""

    size = 0
    lines = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        self.lines += 1
        self.size += len(line)
        if self.lines > MAX_LINES or self.size > MAX_HEAD:
            raise TooLongHead(f"more than {self.lines - 1} lines and {self.size} bytes of headers")
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:  # noqa: N802
        raise TooLongHead(f"a header line of more than {self.MAX_LENGTH} bytes")

    def _finished(self, rest: bytes) -> None:
        """An empty line behind the body is an old habit of servers; anything else is more of the body."""
        has_body = self.response.code not in self.NO_BODY_CODES and self.request.method != b"HEAD"
        if has_body and self.response.length is not UNKNOWN_LENGTH and rest.strip():
            raise LongerThanAnnounced(
                f"{len(rest)} bytes and more behind the {self.response.length} announced"
            )
        super()._finished(rest)  # type: ignore[no-untyped-call]

    def connectionLost(self, reason: Failure | None = None) -> None:  # noqa: N802
        if self.bodyDecoder is not None and isinstance(getattr(reason, "value", None), LongerThanAnnounced):
            failed = Failure(ResponseFailed([reason], self.response))  # type: ignore[no-untyped-call]
            self.response._bodyDataFinished(failed)  # noqa: SLF001 - as the parser below does
        else:
            super().connectionLost(reason)


class _Protocol(_LenientHTTP11ClientProtocol):
    """Reads with the parser, and hangs up at once on who does not stop: a polite end waits for the other's."""

    def request(self, request: SentRequest) -> Deferred[IResponse]:
        answer = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = (
                _Parser  # as Scrapy puts its own in: the class is not to be named otherwise
            )
        return answer

    def _giveUp(self, reason: Any) -> None:  # noqa: N802
        if self.transport and isinstance(getattr(reason, "value", None), (TooLongHead, LongerThanAnnounced)):
            self.transport.abortConnection()
            self._disconnectParser(reason)  # type: ignore[no-untyped-call]
        else:
            super()._giveUp(reason)  # type: ignore[no-untyped-call]


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _Protocol:  # noqa: N802
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
