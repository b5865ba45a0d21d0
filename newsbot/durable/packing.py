"""Lines packed on their way into a file, so that the file can be cut and gone on with at every sync.

Gzip members and zstd frames may stand one behind the other in a file. What is written between two syncs is one of
them, so a file that is cut where a sync ended is whole, and going on from there gives the bytes of one run.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Protocol

from newsbot.durable import gzip

_LEVEL = 6
"""Of gzip, whose header holds no time here, so that the same lines give the same bytes."""


class Packer(Protocol):
    """Packs what is written; `end` gives what is still to come of it, after which the bytes so far are whole."""

    def pack(self, data: bytes) -> bytes:
        """What can be written of it now."""

    def end(self) -> bytes:
        """The rest; without any data before it, an empty member, for a file of no bytes is no packed file."""


def packer_for(path: Path) -> Packer | None:
    """What packs as a file's name says (`.gz`, `.zst`), None where it says nothing of it.

    >>> packer_for(Path("articles.jsonl")) is None
    True
    """
    suffix = path.suffix.lower()
    if suffix == ".gz":
        return _Gzip()
    return _Zstd() if suffix == ".zst" else None


class _Gzip:
    def __init__(self) -> None:
        self._member = _member()

    def pack(self, data: bytes) -> bytes:
        return self._member.compress(data)

    def end(self) -> bytes:
        rest, self._member = self._member.flush(), _member()
        return rest


def _member() -> zlib._Compress:
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, gzip.FORMAT)


class _Zstd:
    def __init__(self) -> None:
        from newsbot.durable.zstd import CompressionParameter, ZstdCompressor

        self._frames = ZstdCompressor(options={CompressionParameter.checksum_flag: 1})

    def pack(self, data: bytes) -> bytes:
        return self._frames.compress(data)

    def end(self) -> bytes:
        return self._frames.flush(self._frames.FLUSH_FRAME)
