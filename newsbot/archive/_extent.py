"""A stretch of a file as a file of its own, by which another process can open what lies in it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast


@dataclass(frozen=True, slots=True)
class Extent:
    """`size` bytes of a file on a disk from `start` on; without a size the whole file."""

    path: Path
    start: int = 0
    size: int | None = None

    def open(self) -> BinaryIO:
        """The stretch, in which reading may begin anywhere. Raises OSError."""
        file = self.path.open("rb")
        return file if self.size is None else stretch(file, self)


def stretch(file: BinaryIO, extent: Extent) -> BinaryIO:
    """The extent in its file, which was opened."""
    return cast("BinaryIO", io.BufferedReader(_Stretch(file, extent)))


def extent_of(file: BinaryIO) -> Extent | None:
    """Where what was opened lies; None where it is none of a disk's: unpacked on its way, or in memory."""
    raw = getattr(file, "raw", None)
    if isinstance(raw, _Stretch):
        return raw.extent
    if isinstance(raw, io.FileIO) and isinstance(raw.name, str | Path):
        return Extent(Path(raw.name))
    return None


class _Stretch(io.RawIOBase):
    """A part of a file as a file of its own."""

    def __init__(self, file: BinaryIO, extent: Extent) -> None:
        self.extent = extent
        self._file, self._start, self._size, self._at = file, extent.start, extent.size or 0, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(base + offset, 0)
        return self._at

    def readinto(self, buffer: Any) -> int:
        self._file.seek(self._start + self._at)
        data = self._file.read(max(min(len(buffer), self._size - self._at), 0))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()
