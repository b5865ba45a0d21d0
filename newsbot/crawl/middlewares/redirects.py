"""A redirect to what may not be asked, or is no address, is refused by name before it is a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from scrapy.downloadermiddlewares.redirect import RedirectMiddleware

from newsbot.crawl.figures import asked_for_by, count
from newsbot.crawl.middlewares.public_addresses import ALLOW_PRIVATE, Allowed, RefusedAddress, refusal

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class LeadsAstray(RefusedAddress):
    """A redirect to what may not be asked: the server that sent it was asked."""


class Redirects(RedirectMiddleware):
    """Scrapy's middleware, which gives the answer itself where a redirect leads to another scheme, and raises
    ValueError where it leads to no address."""

    allowed = Allowed(None)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = super().from_crawler(crawler)
        middleware.allowed = Allowed(crawler.settings.get(ALLOW_PRIVATE))
        return middleware

    def process_response(  # type: ignore[override]  # Scrapy drops the spider argument
        self, request: Request, response: Response
    ) -> Request | Response:
        """The next request, or the answer as it is; raises LeadsAstray."""
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location:
            try:
                reason = refusal(
                    urljoin(request.url, location.decode("utf-8", "replace").strip()), allowed=self.allowed
                )
            except ValueError as error:
                reason = f"malformed address: {error}"
            if reason:
                count(self.crawler, "gate/refused_address", asked_for_by(request))
                raise LeadsAstray(reason)
        return super().process_response(request, response)
