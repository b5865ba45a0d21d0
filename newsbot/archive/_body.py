"""The bytes of one file, gunzipped where they are gzip, and never more of them than a page may have."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import BinaryIO

from newsbot import snapshot

GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 65_536
_GZIP = 16 + zlib.MAX_WBITS


class BodyError(Exception):
    """A body that cannot be had whole: `reason` is a stable code, `detail` says it to people."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def read_body(path: Path) -> bytes:
    """The bytes of a file after gunzip. What is gzip is told by content: saved pages carry both names.

    Raises BodyError with the reason `too_large`, `truncated_gzip`, `corrupt_gzip`, `permission_denied`,
    `missing_file` or `unreadable_file`.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file)
    except OSError as error:
        raise BodyError(reason_of(error), error.strerror or str(error)) from error


def read_stream(file: BinaryIO) -> bytes:
    """The same from an open binary stream, of which at most `MAX_BODY` and a little is read."""
    data = _read_bounded(file, snapshot.MAX_BODY)
    if data.startswith(GZIP_MAGIC):
        data = gunzip(data, snapshot.MAX_BODY)
    return data


def gunzip(data: bytes, limit: int) -> bytes:
    """Every member of a gzip file, at most `limit` bytes of it; bytes after the last member are ignored."""
    body = bytearray()
    while data.startswith(GZIP_MAGIC):
        data = _member(data, limit, body)
    return bytes(body)


def reason_of(error: OSError) -> str:
    """The reason code of an operating system error."""
    if isinstance(error, PermissionError):
        return "permission_denied"
    if isinstance(error, FileNotFoundError):
        return "missing_file"
    return "unreadable_file"


def _member(data: bytes, limit: int, body: bytearray) -> bytes:
    """Append one gzip member to `body`; the bytes behind it."""
    reader = zlib.decompressobj(_GZIP)
    try:
        body += reader.decompress(data, limit + 1 - len(body))
    except zlib.error as error:
        raise BodyError("corrupt_gzip", f"damaged gzip data ({error})") from error
    if len(body) > limit:
        raise _too_large(limit)
    if not reader.eof:
        raise BodyError("truncated_gzip", f"the gzip data ends early, after {len(body)} bytes of page")
    return reader.unused_data


def _read_bounded(file: BinaryIO, limit: int) -> bytes:
    """A pipe gives less than asked at a time, so read until the end or the bound."""
    data = bytearray()
    while chunk := file.read(_CHUNK):
        data += chunk
        if len(data) > limit:
            raise _too_large(limit)
    return bytes(data)


def _too_large(limit: int) -> BodyError:
    return BodyError("too_large", f"more than {limit} bytes")
