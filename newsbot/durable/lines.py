"""A file of JSON lines that appears under its name only when it is whole."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":  # there, two runs into one file are the caller's to avoid
    import fcntl


class PartFile:
    """Lines for `path`, written to `path` + `.part` until `finish`.

    `keep` bytes of an earlier part file are kept and what follows them, the tail of an interrupted run, is cut
    off: `cut` says how many bytes that were. Raises ValueError where fewer bytes are left than are to be kept,
    BlockingIOError where another run is writing the same file.
    """

    def __init__(self, path: Path, keep: int = 0) -> None:
        self.path = Path(os.path.realpath(path))  # a link stays a link
        self.part = part_of(self.path)
        self._file = _open_alone(self.part)
        self.cut = self._cut_to(keep)
        self.length = keep

    def write(self, line: str) -> None:
        """One line. Half a surrogate pair cannot be UTF-8 and is written as its JSON escape."""
        data = line.encode("utf-8", "backslashreplace") + b"\n"
        self._file.write(data)
        self.length += len(data)

    def sync(self) -> None:
        """On return, what was written is on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def finish(self) -> None:
        """Give the whole file its name."""
        self.sync()
        self._file.close()
        publish(self.path)

    def close(self) -> None:
        """Leave the part file as it is."""
        with suppress(OSError):
            self._file.close()

    def _cut_to(self, keep: int) -> int:
        end = self._file.seek(0, os.SEEK_END)
        if end < keep:
            self._file.close()
            raise ValueError(f"{self.part} has {end} bytes where the checkpoint counts {keep}")
        self._file.truncate(keep)
        self._file.seek(keep)
        return end - keep


def _open_alone(part: Path) -> BinaryIO:
    """The file for reading and writing, made if need be, under a lock that ends with the process."""
    file = os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    try:
        if sys.platform != "win32":
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise BlockingIOError(error.errno, "another run is writing this file", str(part)) from error
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
    """Replace a small file in one step: a reader sees the old one or the new one."""
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
