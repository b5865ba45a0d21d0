"""A host that is busy, broken or unwilling is waited for or left alone; never hammered, never tricked."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.httpobj import urlparse_cached

from newsbot.crawl.asked import FROM_ANOTHER, asked_first
from newsbot.crawl.context import context_of
from newsbot.crawl.figures import asked_for_by, count
from newsbot.crawl.hosts import host_of_request
from newsbot.crawl.servers import Host, HostResting, Pace, seconds_to_wait

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_LOG = logging.getLogger(__name__)
_BUSY = frozenset((429, 503))
_UNWILLING = frozenset((401, 403, 451))
_ASKED_AT = "newsbot_asked_at"
"""The request's meta key for the moment that it passed here."""
_REFUSED_BEFORE = "newsbot_refused_before"
"""The request's meta key for the refusals in a row before an answer that looked like a page: it may be a challenge."""


class HostGate:
    """Retry-After kept for the whole host, growing pauses where none is given, a breaker and a budget a host.

    Settings: `NEWSBOT_MAX_WAIT` seconds that are worth waiting (a host that asks for more is left alone for this
    run), `NEWSBOT_FIRST_WAIT` seconds after a first 429 or 503 without Retry-After (doubled each time),
    `NEWSBOT_BREAKER` failures or refusals in a row after which a host is left alone, `NEWSBOT_HOST_BUDGET` requests
    a host in one run (0: no limit). Needs the asyncio reactor, as Scrapy installs it.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._crawler = crawler
        self._max_wait = settings.getfloat("NEWSBOT_MAX_WAIT", 300.0)
        self._first_wait = settings.getfloat("NEWSBOT_FIRST_WAIT", 5.0)
        self._breaker = settings.getint("NEWSBOT_BREAKER", 8)
        self._budget = settings.getint("NEWSBOT_HOST_BUDGET", 0)
        self.hosts: dict[str, Host] = {}
        """By the name of the server: that of the host, with its port where that is not https' own."""
        self._paces: dict[str, Pace] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> HostGate:
        gate = cls(crawler)
        context_of(crawler).gate = gate  # pipelines tell it of challenge pages
        return gate

    def host(self, request: Request) -> Host:
        """What is known of the server that the request is sent to."""
        name = host_of_request(request)
        server = _server_of(request, name)
        if server not in self.hosts:
            self.hosts[server] = Host(name, self._paces.setdefault(name, Pace()))
        return self.hosts[server]

    def answerable(self, request: Request) -> Host:
        """Whose fault it is where a request fails or is refused: that of the server that was asked first, wherever it
        led from there. Else one host could have another left alone, or plain http the https of its own name."""
        first = asked_first(request)
        return self.host(request if first == request.url else Request(first))

    async def process_request(self, request: Request) -> None:
        """Wait as long as the host asked for; raises HostResting where it is not asked any more."""
        host = self.host(request)
        if (site := asked_for_by(request)) and "redirect_urls" not in request.meta:
            host.sites.add(site)
        pace = host.pace
        while not host.closed and (pause := pace.wait_until - time.monotonic()) > 0:  # noqa: ASYNC110 - known time
            await asyncio.sleep(pause)
        if not host.closed and self._budget and pace.requests >= self._budget:
            pace.is_spent = True
            self._close_host(request, host, f"budget of {self._budget} requests is spent")
        if host.closed:
            raise HostResting(host.closed)
        pace.requests += 1
        request.meta[_ASKED_AT] = time.monotonic()

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Count what the host said; a busy host is asked again after its pause."""
        if FROM_ANOTHER in response.flags:
            return response
        if response.status in _BUSY:
            return self._busy(request, response, self.host(request))
        if response.status >= 500:
            self._failed(request)
        elif response.status in _UNWILLING:
            self.refused(request, f"status {response.status}")
        elif response.status < 400:
            request.meta[_REFUSED_BEFORE] = self.answerable(request).refusals
            for host in (self.host(request), self.answerable(request)):
                host.failures = host.pace.waits = 0
                host.refusals = host.refusals if request.url.endswith("/robots.txt") else 0
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Count a failed connection; nothing is answered here."""
        if not isinstance(exception, IgnoreRequest):
            self._failed(request)

    def refused(self, request: Request, reason: str) -> None:
        """The host refused a page (a status, or a challenge page under status 200)."""
        host = self.answerable(request)
        host.refusals = max(host.refusals, request.meta.get(_REFUSED_BEFORE, 0)) + 1
        self._count(request, "refused")
        if host.refusals >= self._breaker:
            host.is_unwilling = host.is_unwilling or host.closed is None
            self.close(request, host, f"refuses this crawler ({reason}, {host.refusals} times in a row)")

    def _failed(self, request: Request) -> None:
        host = self.answerable(request)
        host.failures += 1
        if host.failures >= self._breaker:
            self.close(request, host, f"{host.failures} failures in a row")

    def _busy(self, request: Request, response: Response, host: Host) -> Request | Response:
        header = response.headers.get("Retry-After")
        stated = header.decode("latin-1") if header else None
        asked = seconds_to_wait(stated, datetime.now(UTC))
        pace = host.pace
        if not pace.waits or request.meta.get(_ASKED_AT, math.inf) >= pace.busy_at:
            # what was asked at once is refused at once: twelve answers are one busy moment, twelve doublings an hour
            pace.waits += 1
            pace.busy_at = time.monotonic()
        pause = asked if asked is not None else self._first_wait * 2 ** (pace.waits - 1)
        self._count(request, f"busy/{response.status}")
        if pause > self._max_wait:
            told = f"{pause:.0f} s" if math.isfinite(pause) else repr((stated or "")[:30])
            self._close_host(request, host, f"asks to come back in {told} (status {response.status})")
            raise HostResting(host.closed)
        pace.wait_until = max(pace.wait_until, time.monotonic() + pause)
        _LOG.info("%s is busy (%d), waiting %.1f s", request.url, response.status, pause)
        spider = self._crawler.spider
        again = (
            get_retry_request(request, spider=spider, reason=f"busy {response.status}") if spider else None
        )
        if again is None:
            self._failed(request)
            return response
        return again

    def close(self, request: Request, host: Host, reason: str) -> None:
        """Ask the server nothing more in this run."""
        if host.closed is None:
            host.broken = reason
            name = next(name for name, one in self.hosts.items() if one is host)
            self._count(request, "hosts_closed")
            _LOG.warning("%s is left alone for this run: %s", name, reason)

    def _close_host(self, request: Request, host: Host, reason: str) -> None:
        """Ask the host nothing more in this run, at neither of its ports."""
        if host.closed is None:
            host.pace.closed = reason
            self._count(request, "hosts_closed")
            _LOG.warning("%s is left alone for this run: %s", host.name, reason)

    def leave(self, portal: str, reason: str) -> None:
        """Ask the hosts of a portal nothing more in this run."""
        for name, host in self.hosts.items():
            if portal in host.sites and host.closed is None:
                host.broken = reason
                count(self._crawler, "gate/hosts_closed", portal)
                _LOG.warning("%s is left alone for this run: %s", name, reason)

    def _count(self, request: Request, name: str) -> None:
        count(self._crawler, f"gate/{name}", asked_for_by(request))


def _server_of(request: Request, host: str) -> str:
    """The name of a server: a port that speaks http is another than the same one taken for https."""
    scheme, port = urlparse_cached(request).scheme, urlparse_cached(request).port
    if scheme == "http":
        return host if port not in (None, 80) else f"{host}:80"
    return host if port in (None, 443) else f"https://{host}"
