"""How an answer came about: which address was asked first, and whether this process asked at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy import Request

FROM_ANOTHER = "shared"
"""The flag of an answer that another process of a shared crawl had: this one did not ask the host for it."""


def asked_first(request: Request) -> str:
    """The address that was asked for, wherever it led from there."""
    led: list[str] = request.meta.get("redirect_urls") or [request.url]
    return led[0]
