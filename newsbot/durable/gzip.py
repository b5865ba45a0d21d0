"""Gzip unpacked within a bound: a small file must not become a large memory, nor many small members a long time."""

from __future__ import annotations

import zlib
from typing import BinaryIO, Literal, NamedTuple

MAGIC = b"\x1f\x8b"
"""The first bytes of what is gzip, whatever its name says."""
FORMAT = 16 + zlib.MAX_WBITS
"""What `zlib.decompressobj` calls gzip."""
_CHUNK = 4_096
"""Bytes given to the unpacker at once: what it leaves of them behind a member is copied, so they are few."""

_READ = 1 << 16
"""Bytes read from a file at once."""

Fault = Literal["too_large", "truncated", "corrupt"]


class Unpacked(NamedTuple):
    """What came out, and what is wrong with what went in: with a fault the bytes are those before it."""

    data: bytes
    fault: Fault | None = None
    detail: str = ""


def gunzip(packed: bytes, limit: int) -> Unpacked:
    """Every member of a gzip file, at most `limit` bytes of them; bytes behind the last member are left out.

    >>> import gzip
    >>> gunzip(gzip.compress(b"padi ") + gzip.compress(b"gogo"), 100).data
    b'padi gogo'
    >>> gunzip(gzip.compress(bytes(1_000_000)), 10)
    Unpacked(data=b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00', fault='too_large', detail='more than 10 bytes')
    """
    body = bytearray()
    place = 0
    while packed.startswith(MAGIC, place):
        member = zlib.decompressobj(FORMAT)
        try:
            place = _member(member, packed, place, body, limit + 1)
        except zlib.error as error:
            return Unpacked(bytes(body), "corrupt", f"damaged gzip data ({error})")
        if len(body) > limit:
            return Unpacked(bytes(body[:limit]), "too_large", f"more than {limit} bytes")
        if not member.eof:
            return Unpacked(bytes(body), "truncated", f"the gzip data ends early, after {len(body)} bytes")
    return Unpacked(bytes(body))


def _member(member: zlib._Decompress, packed: bytes, place: int, body: bytearray, room: int) -> int:
    """Append one member to `body` until that has `room` bytes; where the member ends in `packed`."""
    while not member.eof and place < len(packed) and len(body) < room:
        chunk = packed[place : place + _CHUNK]
        body += member.decompress(chunk, room - len(body))
        place += len(chunk) - len(member.unused_data) - len(member.unconsumed_tail)
    return place


def whole_bytes(file: BinaryIO) -> int:
    """The length of the whole gzip members at the beginning of a file."""
    whole = read = 0
    file.seek(0)
    member = zlib.decompressobj(FORMAT)
    while data := file.read(_READ):
        read += len(data)
        while data:
            try:
                member.decompress(data)
            except zlib.error:
                return whole
            if not member.eof:
                break
            data = member.unused_data
            whole = read - len(data)
            member = zlib.decompressobj(FORMAT)
    return whole
