"""The names that failures have in the report."""

import zlib

import brotli
import pytest
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, IgnoreRequest

from newsbot.crawl.failures import failure_name, is_refusal
from newsbot.crawl.middlewares.encodings import TooManyEncodings
from newsbot.crawl.middlewares.public_addresses import RefusedAddress


@pytest.mark.parametrize(
    ("error", "name", "refused"),
    [
        (IgnoreRequest("Forbidden by robots.txt"), "robots_txt", True),
        (RefusedAddress("scheme file"), "address", True),
        (IgnoreRequest("max redirections reached"), "redirects", False),
        (IgnoreRequest("Response body exceeded max size"), "too_large", False),
        (TooManyEncodings("body in 20 content encodings"), "bad_encoding", False),
        (zlib.error("incorrect header check"), "bad_encoding", False),
        (brotli.error("no"), "bad_encoding", False),
        (DownloadTimeoutError("60 s"), "timeout", False),
        (
            DownloadFailedError("[('SSL routines', '', 'certificate verify failed')]"),
            "bad_certificate",
            False,
        ),
        (DownloadFailedError("[('SSL routines', '', 'wrong version number')]"), "bad_tls", False),
        (DownloadFailedError("Connection was closed cleanly."), "connection_lost", False),
        (KeyError("x"), "KeyError", False),
    ],
)
def test_failure_has_its_name(error, name, refused):
    assert (failure_name(error), is_refusal(error)) == (name, refused)
