"""A file that appears under its name only when it is whole: lines, or what a library writes."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from newsbot.durable.lock import hold, open_or_make
from newsbot.durable.packing import Packer


class PartFile:
    """What is to be in `path`, written to `path` + `.part` until `finish`; `file` is that file, under a lock.

    `keep` bytes of an earlier part file are kept and what follows them, the tail of an interrupted run, is cut
    off: `cut` says how many bytes that were. Raises ValueError where fewer bytes are left than are to be kept,
    BlockingIOError where another run is writing the same file. With a `packer`, lines are packed; `length` is of
    the bytes in the file, which can be cut there after a `sync`.
    """

    def __init__(self, path: Path, keep: int = 0, packer: Packer | None = None) -> None:
        self.path = Path(os.path.realpath(path))  # a link stays a link
        self.part = part_of(self.path)
        self.file = _open_alone(self.part)
        self.cut = self._cut_to(keep)
        self.length = keep
        self._packer = packer
        self._is_open = not keep
        """Whether something was written that the packer has not ended; of an empty file, that it must be begun."""

    def write(self, line: str) -> None:
        """One line. Half a surrogate pair cannot be UTF-8 and is written as its JSON escape."""
        data = line.encode("utf-8", "backslashreplace") + b"\n"
        self._put(self._packer.pack(data) if self._packer else data)
        self._is_open = True

    def sync(self) -> None:
        """On return, what was written is on the disk."""
        if self._packer and self._is_open:
            self._put(self._packer.end())
            self._is_open = False
        self.file.flush()
        os.fsync(self.file.fileno())

    def finish(self) -> None:
        """Bring everything to the disk and give the file its name, before the lock is let go."""
        self.sync()
        publish(self.path)
        self.close()

    def close(self) -> None:
        """Leave the part file as it is."""
        with suppress(OSError):
            self.file.close()

    def _put(self, data: bytes) -> None:
        self.file.write(data)
        self.length += len(data)

    def _cut_to(self, keep: int) -> int:
        end = self.file.seek(0, os.SEEK_END)
        if end < keep:
            self.file.close()
            raise ValueError(f"{self.part} has {end} bytes where the checkpoint counts {keep}")
        self.file.truncate(keep)
        self.file.seek(keep)
        return end - keep


def _open_alone(part: Path) -> BinaryIO:
    """The file for reading and writing, made with its folder if need be, under a lock that ends with the process."""
    part.parent.mkdir(parents=True, exist_ok=True)
    file = open_or_make(part)
    if not hold(file):
        file.close()
        raise BlockingIOError(errno.EWOULDBLOCK, "another run is writing this file", str(part))
    return file


def part_of(path: Path) -> Path:
    """The temporary name of a file that is being written."""
    return path.with_name(path.name + ".part")


def publish(path: Path) -> None:
    """Rename the part file, if there is one, and make the rename last."""
    with suppress(FileNotFoundError):
        part_of(path).replace(path)
    sync_folder(path.parent)


def write_whole(path: Path, text: str) -> None:
    """Replace a small file in one step: a reader sees the old one or the new one. Its folder is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(path)
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
