"""A page that is nothing but a sign to another page of its host is followed as a redirect is; to other hosts it is not.

Pages that reload themselves every few minutes, as front pages and live reports do, are what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.httpobj import urlparse_cached

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class LeadsOffSite(IgnoreRequest):
    """The page leads to another host; the message says to which."""


class MetaRefresh(MetaRefreshMiddleware):
    """Scrapy's middleware within one host, up to `REDIRECT_MAX_TIMES`, for refreshes sooner than
    `METAREFRESH_MAXDELAY` seconds."""

    def process_response(  # type: ignore[override]  # Scrapy drops the spider argument
        self, request: Request, response: Response
    ) -> Request | Response:
        """The next request, or the page as it is; raises LeadsOffSite."""
        led = super().process_response(request, response)
        if led is response or led.url == response.url:
            return response
        own, other = (urlparse_cached(one).hostname for one in (response, led))
        if own != other:
            raise LeadsOffSite(f"leads to {other}")
        return led
