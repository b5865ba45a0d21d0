"""robots.txt is obeyed by every request, also by those that wait for it; a host that has none to give is left alone.

Four corrections of Scrapy 2.19, which reads the file and matches addresses well. Where several requests wait for one
robots.txt, only the first of them gets its rules, the others pass. Where the server is broken or cannot be reached, all
is allowed, while RFC 9309 (2.3.1.4) asks to take all as forbidden. A group for a name with a version binds nobody. And
the file of http stands for that of https, or the other way round, whichever is asked first: the rules are those of a
scheme, host and port (2.3).
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.utils.httpobj import urlparse_cached

from newsbot.crawl.context import context_of
from newsbot.crawl.failures import REDIRECTS, failure_name, is_refusal
from newsbot.crawl.servers import HostResting

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

MAX_ROBOTS = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least."""


_BUSY = 429
"""Says that the server answers later; the other statuses of 4xx say that there is no robots.txt."""
_VERSION = re.compile(rb"(?im)^([ \t]*user-?agent[ \t]*:[ \t]*[a-z_-]+)/[^\s#]*")


class Rules(ProtegoRobotParser):
    """Scrapy's parser, for which `NewsBot/1.0` is a name that nobody has: RFC 9309 (2.2.1) ends a name before that."""

    def __init__(self, robotstxt_body: bytes, spider: Spider | None) -> None:
        super().__init__(_VERSION.sub(rb"\1", robotstxt_body), spider)


class _OfScheme(RobotsTxtMiddleware):
    """Scrapy's middleware for the servers of one scheme. One whose file cannot be had, or has no end, is left alone; a
    file that leads nowhere, or to where nobody may ask, is none."""

    scheme = "https"

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        super()._robots_error(exc, netloc)
        name = failure_name(exc)
        if isinstance(exc, HostResting) or is_refusal(exc) or name == REDIRECTS:
            return
        if gate := context_of(self.crawler).gate:
            request = Request(f"{self.scheme}://{netloc}/robots.txt")
            gate.close(request, gate.host(request), f"its robots.txt cannot be read: {name}")


class _OfHttp(_OfScheme):
    scheme = "http"


class ObeyRobots(_OfScheme):
    """Both, one request a server at a time until the rules are there."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._of_http = _OfHttp(crawler)
        self._turns: dict[tuple[str, str], asyncio.Lock] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's server."""
        scheme, netloc = urlparse_cached(request)[:2]
        async with self._turns.setdefault((scheme, netloc), asyncio.Lock()):
            if scheme == "http":
                return await self._of_http.robot_parser(request)
            return await super().robot_parser(request)


class RobotsGate:
    """Leaves a host alone whose server has no time for its robots.txt, and cuts one that is too long.

    Stands behind the retries, so that what it sees is the last word.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsGate:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Leave the host where its server is broken; cut what is too long."""
        if _is_robots(request) and (response.status >= 500 or response.status == _BUSY):
            if gate := context_of(self._crawler).gate:
                why = f"its robots.txt cannot be read: status {response.status}"
                gate.close(request, gate.host(request), why)
        elif _is_robots(request) and len(response.body) > MAX_ROBOTS:
            return response.replace(body=response.body[:MAX_ROBOTS])
        return response


def _is_robots(request: Request) -> bool:
    return bool(request.meta.get("dont_obey_robotstxt"))
