"""Where a packed member of an archive seems to end, without unpacking it.

A guess, by what the format says of its ends: whoever reads the member tells whether it was right.
"""

from __future__ import annotations

import os
from typing import BinaryIO

from newsbot.durable.gzip import MAGIC as GZIP
from newsbot.durable.zstd import MAGIC as ZSTD

_CHUNK = 65_536
_DEFLATED = b"\x08"
"""The only method that gzip has."""
_GZIP_LEAST = 18
"""Bytes of the smallest gzip member: its head, and the checksum and length behind its data."""
_LENGTH = 4
_LOOSE = 1_000
"""Bytes by which a packed member may be longer than what is in it, beside a thousandth."""
_MAX_BLOCKS = 4_096
"""Blocks of one zstd frame: half a gigabyte."""
_RAW, _REPEATED, _PACKED, _RESERVED = range(4)


def end_of(file: BinaryIO, start: int, size: int) -> int | None:
    """Where the gzip or zstd member that begins at `start` seems to end, whose content is of `size` bytes; None where
    nothing tells. The file stands anywhere afterwards. Raises OSError."""
    file.seek(start)
    head = file.read(_GZIP_LEAST)
    if len(head) < _GZIP_LEAST:
        return None
    if head.startswith(GZIP):
        return _gzip_end(file, start, size)
    return _zstd_end(file, start, head, size) if head.startswith(ZSTD) else None


def _gzip_end(file: BinaryIO, start: int, size: int) -> int | None:
    """The length of the content stands behind the data, and behind that the next member begins, or the file ends."""
    stated = (size & 0xFFFFFFFF).to_bytes(_LENGTH, "little")
    border = stated + GZIP + _DEFLATED
    at = file.seek(start + _GZIP_LEAST - _LENGTH)
    last = start + size + size // 1_000 + _LOOSE
    window = b""
    while at <= last:
        chunk = file.read(_CHUNK)
        if not chunk:
            return at if window.endswith(stated) else None
        window += chunk
        at += len(chunk)
        found = window.find(border)
        if found >= 0:
            return at - len(window) + found + _LENGTH
        window = window[1 - len(border) :]
    return None


def _zstd_end(file: BinaryIO, start: int, head: bytes, size: int) -> int | None:
    """A frame is a chain of blocks, each of which states its length."""
    described = head[len(ZSTD)]
    is_single, has_checksum = described >> 5 & 1, described >> 2 & 1
    stated = (is_single, 2, 4, 8)[described >> 6]
    sized_at = len(ZSTD) + 1 + (not is_single) + (0, 1, 2, 4)[described & 3]
    if stated and int.from_bytes(head[sized_at : sized_at + stated], "little") + 256 * (stated == 2) != size:
        return None
    at = start + sized_at + stated
    for _ in range(_MAX_BLOCKS):
        file.seek(at)
        block = int.from_bytes(file.read(3), "little")
        is_last, kind, length = block & 1, block >> 1 & 3, block >> 3
        if kind == _RESERVED:
            return None
        at += 3 + (1 if kind == _REPEATED else length)
        if is_last:
            at += 4 * has_checksum
            return at if at <= file.seek(0, os.SEEK_END) else None
    return None
