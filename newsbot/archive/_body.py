"""The bytes of one file, gunzipped where they are gzip, and never more of them than a page may have."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from newsbot import snapshot
from newsbot.durable.gzip import MAGIC, gunzip

_CHUNK = 65_536
_REASONS = {"too_large": "too_large", "truncated": "truncated_gzip", "corrupt": "corrupt_gzip"}


class BodyError(Exception):
    """A body that cannot be had whole: `reason` is a stable code, `detail` says it to people."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def read_body(path: Path, limit: int | None = None) -> bytes:
    """The bytes of a file after gunzip, at most `limit` of them, or `MAX_BODY`.

    What is gzip is told by content: saved pages carry both names.

    Raises BodyError with the reason `too_large`, `truncated_gzip`, `corrupt_gzip`, `permission_denied`,
    `missing_file` or `unreadable_file`.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file, limit)
    except OSError as error:
        raise BodyError(reason_of(error), error.strerror or str(error)) from error


def read_stream(file: BinaryIO, limit: int | None = None) -> bytes:
    """The same from an open binary stream, of which at most the bound and a little is read."""
    bound = snapshot.MAX_BODY if limit is None else limit
    data = _read_bounded(file, bound)
    return _unpacked(data, bound) if data.startswith(MAGIC) else data


def undone(packed: bytes, names: list[str]) -> bytes:
    """A body without the content encodings that its headers name, in their order.

    Raises BodyError with the reason `too_many_encodings`, `too_large` or `corrupt_record`.
    """
    from newsbot.durable.encodings import MAX_LAYERS, undo  # loads what a plain file does not need

    if len(names) > MAX_LAYERS:
        raise BodyError("too_many_encodings", f"a body in {len(names)} content encodings")
    found = undo(packed, names, snapshot.MAX_BODY)
    if found.fault:
        reason = "too_large" if found.fault == "too_large" else "corrupt_record"
        raise BodyError(reason, f"{', '.join(names)}: {found.detail}")
    return found.data


def reason_of(error: OSError) -> str:
    """The reason code of an operating system error."""
    if isinstance(error, PermissionError):
        return "permission_denied"
    if isinstance(error, FileNotFoundError):
        return "missing_file"
    return "unreadable_file"


def _unpacked(data: bytes, limit: int) -> bytes:
    found = gunzip(data, limit)
    if found.fault:
        raise BodyError(_REASONS[found.fault], found.detail)
    return found.data


def _read_bounded(file: BinaryIO, limit: int) -> bytes:
    """A pipe gives less than asked at a time, so read until the end or the bound."""
    data = bytearray()
    while chunk := file.read(_CHUNK):
        data += chunk
        if len(data) > limit:
            raise BodyError("too_large", f"more than {limit} bytes")
    return bytes(data)
