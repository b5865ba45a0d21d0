"""A body packed again and again is not unpacked: each layer costs time, however small the page is in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest

from newsbot.durable.encodings import MAX_LAYERS

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class TooManyEncodings(IgnoreRequest):
    """The body is packed more often than anybody would for good."""


class EncodingLayers:
    """Stands before Scrapy's unpacking, which bounds the bytes of each layer and not their number."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Raises TooManyEncodings where there are more than `MAX_LAYERS`."""
        lines = response.headers.getlist("Content-Encoding")
        layers = sum(len([name for name in line.split(b",") if name.strip()]) for line in lines)
        if layers > MAX_LAYERS:
            raise TooManyEncodings(f"body in {layers} content encodings")
        return response
