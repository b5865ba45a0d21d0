"""A packed log that is bounded: lines are appended, and where it is full the former half makes room."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import BinaryIO

from newsbot.durable.gzip import whole_bytes
from newsbot.durable.packing import Packer, packer_for

_LINES = 500
"""Lines of one gzip member, but for the last of a run."""
_PATIENCE = 60.0
"""Seconds after which a member ends even if it has few lines."""


class BoundedLog:
    """Lines in `path`, a `.gz`; at half of `most` bytes it becomes the older half (`older_of(path)`) and a new one
    begins, so that both together have no more. What a killed run left torn is cut. Raises OSError."""

    def __init__(self, path: Path, most: int) -> None:
        self.path = path
        self._most = most // 2
        self._file = self._opened()
        self._packer = _packer(path)
        self._lines = 0
        self._ended = time.monotonic()

    def write(self, line: str) -> None:
        """Append one line; it is in the file when its member ends."""
        self._file.write(self._packer.pack(line.encode("utf-8", "backslashreplace") + b"\n"))
        self._lines += 1
        if self._lines >= _LINES or time.monotonic() - self._ended > _PATIENCE:
            self._end_member()
            if self._file.tell() >= self._most:
                self._turn()

    def close(self) -> None:
        """End the last member."""
        self._end_member()
        self._file.close()

    def _end_member(self) -> None:
        if self._lines:
            self._file.write(self._packer.end())
            self._file.flush()
        self._lines = 0
        self._ended = time.monotonic()

    def _turn(self) -> None:
        self._file.close()
        self.path.replace(older_of(self.path))
        self._file = self._opened()

    def _opened(self) -> BinaryIO:
        file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
        whole = whole_bytes(file)
        file.truncate(whole)
        file.seek(whole)
        return file


def older_of(path: Path) -> Path:
    """The name of a log's older half.

    >>> older_of(Path("urls.jsonl.gz")).name
    'urls.older.jsonl.gz'
    """
    first, _, rest = path.name.partition(".")
    return path.with_name(f"{first}.older.{rest}")


def _packer(path: Path) -> Packer:
    packer = packer_for(path)
    if packer is None:
        raise ValueError(f"{path.name} says nothing of how it is packed")
    return packer
