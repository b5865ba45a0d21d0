"""A body in the chunks of HTTP/1.1, as archives hold it: joined, and told where it breaks off."""

from __future__ import annotations

import re
from typing import Protocol

_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})\s*(?:;[^\n]*)?\r?\n")
_ROOM = 4_096
"""Bytes of a line with a size and what servers put behind it."""
_CHUNK = 65_536


class Stream(Protocol):
    """What is read from: a record's block."""

    def read(self, size: int) -> bytes: ...
    def readline(self, size: int) -> bytes: ...


class Joined:
    """The bytes of the chunks, read like a file.

    What an old header calls chunked and is not is given as it is. What follows the last chunk, trailers and rubbish,
    is none of the body. `fault` says why the chunks are not whole, if so; the bytes before that are given all the same.
    """

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._left = 0
        self._plain = b""
        self._is_plain = False
        self._is_first = True
        self._is_done = False
        self.fault: str | None = None

    def read(self, size: int = _CHUNK) -> bytes:
        """At most `size` bytes; none at the end."""
        if not self._left and not (self._is_plain or self._is_done):
            self._next()
        if self._is_plain:
            data, self._plain = self._plain, b""
            return data or self._stream.read(size)
        if self._is_done:
            return b""
        data = self._stream.read(min(size, self._left))
        self._left -= len(data)
        if not data:
            self._end(f"the chunks break off {self._left} bytes before the end of one")
        return data

    def _next(self) -> None:
        line = self._stream.readline(_ROOM)
        if not self._is_first and line in (b"\r\n", b"\n"):  # that ends the chunk before
            line = self._stream.readline(_ROOM)
        match = _SIZE.fullmatch(line)
        if match is None and self._is_first:
            self._plain, self._is_plain = line, True
        elif match is None:
            self._end("the chunks break off without a last one" if not line else "a chunk without its size")
        else:
            self._left = int(match.group(1), 16)
            if not self._left:
                self._end(None)
        self._is_first = False

    def _end(self, fault: str | None) -> None:
        """What is left of the record is read by who checks the record."""
        self._is_done, self.fault, self._left = True, fault, 0
