"""The bytes of an archive file, unpacked one member at a time: plain, gzip or zstd, with its dictionary."""

from __future__ import annotations

import os
import re
import zlib
from typing import BinaryIO, Protocol

from newsbot import snapshot
from newsbot.archive._ends import end_of
from newsbot.durable import zstd
from newsbot.durable.gzip import FORMAT
from newsbot.durable.gzip import MAGIC as GZIP

HEAD_ROOM = 1_000_000
"""Bytes of a record beside its body: WARC and HTTP headers, chunk marks."""
MAX_AGAIN = 64_000_000
"""Bytes of a file that are read a second time to find a member within a damaged one; above it only what is behind."""
_CHUNK = 65_536
_FIRST = 4_096
"""Bytes that are unpacked of a member at first: often no more than its head is asked for."""
_BEGINS = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd")
_OVERLAP = 8
"""Bytes of a beginning that may lie across two chunks."""
_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""The skippable frame that holds the dictionary of a `.warc.zst`, at its beginning."""
_PADDING = b"\0\r\n"
_SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")


class _Unpacker(Protocol):
    """What a member is packed in: `hungry` when it needs more packed bytes, `rest` is what lies behind its end."""

    def unpack(self, packed: bytes) -> bytes: ...
    @property
    def hungry(self) -> bool: ...
    @property
    def ended(self) -> bool: ...
    @property
    def rest(self) -> bytes: ...


class Members:
    """A file as its members, read like a file that ends where the member ends; `next` goes on to the next one.

    `place` is where the member begins in the file, `gap` where before it bytes lie that belong to none. `damage` says
    why the member cannot be read on, if so.
    While `head_left` is a number no more than so many bytes are given as lines: heads are bounded, bodies by others.
    """

    def __init__(self, file: BinaryIO, start: int = 0, dictionary: zstd.ZstdDict | None = None) -> None:
        file.seek(start)
        self._file = file
        self._raw = b""
        self._unpacker: _Unpacker | None = None
        self.dictionary = dictionary
        self._buffer = b""
        self._at = 0
        self._given = 0
        self.place = 0
        self.gap: int | None = None
        self.damage: str | None = None
        self.head_left: int | None = None
        self._again = 0
        self._passed: int | None = None

    @property
    def is_packed(self) -> bool:
        """Whether the current member is packed, so that places within it are none of the file's."""
        return not isinstance(self._unpacker, _Plain)

    def offset(self, back: int = 0) -> int:
        """Where in the file lies what was given `back` bytes ago: the byte, or the packed member that holds it."""
        return self.place if self.is_packed else self.place + self._given - back

    def next(self) -> bool:
        """Leave this member, read or not, and open the next; False where the file ends."""
        if self._passed is not None:
            self._file.seek(self._passed)
            self._raw, self._passed = b"", None
        elif self._unpacker is not None:
            self._leave()
        self.damage, self.gap, self._buffer, self._at, self._given = None, None, b"", 0, 0
        return self._open()

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes of this member, at least one; none at its end, or where it is damaged."""
        if size == 0 or not self._filled():
            return b""
        end = len(self._buffer) if size < 0 else self._at + size
        return self._take(end)

    def readline(self, size: int | None = None) -> bytes:
        """One line of this member, or what there is of it within `size` and the bound of a head."""
        bound = HEAD_ROOM if self.head_left is None else self.head_left
        if size is not None and 0 <= size < bound:
            bound = size
        end = self._buffer.find(b"\n", self._at) + 1
        line = self._take(end) if 0 < end <= self._at + bound else self._long_line(bound)
        if self.head_left is not None:
            self.head_left -= len(line)
            if self.head_left <= 0:
                raise ValueError(f"a head of more than {HEAD_ROOM} bytes")
        return line

    def _long_line(self, bound: int) -> bytes:
        """The same where the line does not lie in what is unpacked already."""
        line = bytearray()
        while len(line) < bound and not line.endswith(b"\n") and self._filled():
            end = self._buffer.find(b"\n", self._at) + 1 or len(self._buffer)
            line += self._take(min(end, self._at + bound - len(line)))
        return bytes(line)

    def peek(self) -> bytes:
        """Some of what comes next, unread; none at the end of the member."""
        return self._buffer[self._at : self._at + 16] if self._filled() else b""

    def tell(self) -> int:
        """How many bytes of this member were given."""
        return self._given

    def pass_by(self, left: int) -> int | None:
        """Take this packed member for read, of which `left` bytes were not given yet: where it seems to end, from
        where on `next` goes on. None where that cannot be told, and nothing is changed then."""
        if not self.is_packed or self.dictionary is not None or self.damage is not None:
            return None
        here = self._file.tell()
        end = end_of(self._file, self.place, self._given + left)
        if end is None:
            self._file.seek(here)
            return None
        self._buffer, self._at, self._passed = b"", 0, end
        return end

    def end(self) -> int | None:
        """Where this packed member ends, after reading what is left of it; None where it is damaged."""
        while self._filled():
            self._at = len(self._buffer)
        if self.damage is not None or self._unpacker is None or not self.is_packed:
            return None
        return self._file.tell() - len(self._unpacker.rest)

    def _take(self, end: int) -> bytes:
        data = self._buffer[self._at : end]
        self._at += len(data)
        self._given += len(data)
        return data

    def _filled(self) -> bool:
        """Whether there is something in the buffer, after unpacking where it was empty."""
        if self._at < len(self._buffer):
            return True
        self._buffer, self._at = self._unpacked(), 0
        return bool(self._buffer)

    def _unpacked(self) -> bytes:
        unpacker = self._unpacker if self._passed is None else None
        while unpacker is not None and not unpacker.ended and self.damage is None:
            packed = self._more() if unpacker.hungry else b""
            if not packed and unpacker.hungry:
                self.damage = None if isinstance(unpacker, _Plain) else "the file breaks off"
                return b""
            try:
                data = unpacker.unpack(packed)
            except (zlib.error, zstd.ZstdError) as error:
                self.damage = f"damaged data ({error})"
                return b""
            if data:
                return data
        return b""

    def _more(self) -> bytes:
        data, self._raw = self._raw, b""
        return data or self._file.read(_CHUNK)

    def _leave(self) -> None:
        while self._filled():
            self._at = len(self._buffer)
        if self.damage is None and self._unpacker is not None:
            self._raw = self._unpacker.rest
        elif self.damage:
            reached = self._file.tell()
            self._again += reached - self.place
            self._seek_member(self.place + 1 if self._again <= MAX_AGAIN else max(reached, self.place + 1))

    def give_up(self) -> None:
        """Take the member for damaged: the next one is looked for from its second byte on."""
        self.damage = self.damage or "no record"

    def _open(self) -> bool:
        """Look at what comes next in the file and make ready to unpack it."""
        first = self._unpacker is None
        head = self._head()
        while _SKIPPABLE.match(head):
            self._skip(first)
            first, head = False, self._head()
        if not first and head and not head.startswith((GZIP, zstd.MAGIC)):
            gap = self._file.tell() - len(self._raw)
            self._seek_member(gap)
            head = self._head()
            self.gap = None if self._is_padding(gap, self._file.tell() - len(self._raw)) else gap
        self.place = self._file.tell() - len(self._raw)
        self._unpacker = self._unpacker_of(head)
        return bool(head)

    def _is_padding(self, start: int, end: int) -> bool:
        """Whether a stretch of the file is zeros and ends of lines, with which some tools fill blocks up."""
        here, is_padding = self._file.tell(), True
        self._file.seek(start)
        while is_padding and start < end and (data := self._file.read(min(_CHUNK, end - start))):
            is_padding, start = not data.strip(_PADDING), start + len(data)
        self._file.seek(here)
        return is_padding

    def _head(self) -> bytes:
        while len(self._raw) < _OVERLAP and (data := self._file.read(_CHUNK)):
            self._raw += data
        return self._raw[:_OVERLAP]

    def _unpacker_of(self, head: bytes) -> _Unpacker:
        if head.startswith(GZIP):
            return _Gzip()
        return _Zstd(self.dictionary) if head.startswith(zstd.MAGIC) else _Plain()

    def _skip(self, may_be_dictionary: bool) -> None:
        """Pass over a skippable frame of zstd; the first one may be the dictionary of all that follow."""
        start = self._file.tell() - len(self._raw)
        size = int.from_bytes(self._raw[4:8], "little")
        if may_be_dictionary and self._raw.startswith(_DICTIONARY) and size <= snapshot.MAX_BODY:
            self._file.seek(start + 8)
            self.dictionary = _dictionary(self._file.read(size))
        if self._file.seek(0, os.SEEK_END) < start + 8 + size:
            self.gap = start
        self._file.seek(start + 8 + size)
        self._raw = b""

    def _seek_member(self, start: int) -> None:
        """Go to where behind `start` a member may begin again, or to the end."""
        self._file.seek(start)
        self._raw = b""
        while chunk := self._file.read(_CHUNK):
            window = self._raw + chunk
            if match := _BEGINS.search(window):
                self._raw = window[match.start() :]
                return
            self._raw = window[-_OVERLAP:]
        self._raw = b""


class _Plain:
    """Bytes that are not packed: the whole rest of the file is one member."""

    hungry = True
    ended = False
    rest = b""

    def unpack(self, packed: bytes) -> bytes:
        return packed


class _Gzip:
    def __init__(self) -> None:
        self._inner = zlib.decompressobj(FORMAT)
        self._bound = _FIRST
        self.hungry = True

    def unpack(self, packed: bytes) -> bytes:
        data = self._inner.decompress(self._inner.unconsumed_tail + packed, self._bound)
        self.hungry = not self._inner.unconsumed_tail and len(data) < self._bound
        self._bound = _CHUNK
        return data

    @property
    def ended(self) -> bool:
        return self._inner.eof

    @property
    def rest(self) -> bytes:
        return self._inner.unused_data


class _Zstd:
    def __init__(self, dictionary: zstd.ZstdDict | None) -> None:
        self._inner = zstd.ZstdDecompressor(dictionary)

    def unpack(self, packed: bytes) -> bytes:
        return self._inner.decompress(packed, _CHUNK)

    @property
    def hungry(self) -> bool:
        return self._inner.needs_input

    @property
    def ended(self) -> bool:
        return self._inner.eof

    @property
    def rest(self) -> bytes:
        return self._inner.unused_data


def _dictionary(data: bytes) -> zstd.ZstdDict | None:
    """The dictionary may itself be zstd. A broken one leaves the members unreadable, which is told of them."""
    try:
        if data.startswith(zstd.MAGIC):
            data = zstd.ZstdDecompressor().decompress(data, snapshot.MAX_BODY)
        dictionary = zstd.ZstdDict(data)
        zstd.ZstdDecompressor(dictionary)  # tells whether it is one
    except (zstd.ZstdError, ValueError):
        return None
    return dictionary
