"""Why something could not be had, by the names of the report: one word for what Scrapy and its libraries raise."""

from __future__ import annotations

import re

from scrapy.exceptions import IgnoreRequest

from newsbot.crawl.middlewares.encodings import TooManyEncodings

ROBOTS, REDIRECTS, TOO_LARGE, BAD_ENCODING = "robots_txt", "redirects", "too_large", "bad_encoding"
EMPTY = "empty"
"""An answer under a good status that has no bytes: no page came, and the article is none the less there."""
_REASONS = {"Forbidden by robots.txt": ROBOTS, "max redirections reached": REDIRECTS}
_SAID = (
    (re.compile("max ?size", re.IGNORECASE), TOO_LARGE),
    (re.compile("certificate verify failed"), "bad_certificate"),
    (re.compile("SSL routines"), "bad_tls"),
)
"""What their messages say, where the class says less."""
_NAMES = {
    "BadGzipFile": BAD_ENCODING,
    "CannotResolveHostError": "unknown_host",
    "DownloadCancelledError": TOO_LARGE,
    "DownloadConnectionRefusedError": "connection_refused",
    "DownloadFailedError": "connection_lost",
    "DownloadTimeoutError": "timeout",
    "LongerThanAnnounced": "overlong",
    "ResponseDataLossError": "cut_short",
    "TooLongHead": "endless_headers",
    "TooManyEncodings": BAD_ENCODING,
    "ZstdError": BAD_ENCODING,
    "error": BAD_ENCODING,  # that of zlib and that of Brotli
}


def failure_name(error: BaseException | None) -> str:
    """The name of a failure, `robots_txt` and `address` being refusals; that of its class where it has no other."""
    reason, kind = str(error), type(error).__name__
    said = next((name for pattern, name in _SAID if pattern.search(reason)), None)
    if name := said or _REASONS.get(reason) or _NAMES.get(kind):
        return name
    return "address" if isinstance(error, IgnoreRequest) else kind


def is_refusal(error: BaseException | None) -> bool:
    """Whether the request was not to be sent: robots.txt forbids it, or its address may not be asked."""
    return (
        isinstance(error, IgnoreRequest)
        and not isinstance(error, TooManyEncodings)
        and failure_name(error) in (ROBOTS, "address")
    )
