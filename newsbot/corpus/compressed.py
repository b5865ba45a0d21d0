"""Files that may be gzip or zstd, told by content, as streams of what they hold."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO, cast

from newsbot.durable import gzip as packed
from newsbot.durable import zstd

DAMAGED = (zlib.error, gzip.BadGzipFile, zstd.ZstdError)
"""What reading raises where compressed data are not what they should be. Where they end early it is EOFError."""


def opened(raw: BinaryIO) -> BinaryIO:
    """The stream of what the file holds: the file itself where it is not compressed."""
    start = raw.peek(4)[:4] if isinstance(raw, io.BufferedReader) else b""
    if start.startswith(packed.MAGIC):
        return cast("BinaryIO", gzip.GzipFile(fileobj=raw))
    if start == zstd.MAGIC:
        return cast("BinaryIO", zstd.ZstdFile(raw))
    return raw
