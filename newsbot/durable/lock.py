"""A lock on a file that ends with the process which holds it, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":  # there, two runs on one file are the caller's to avoid
    import fcntl


class Conflict(RuntimeError):
    """A file or folder cannot be used as it is: another run holds it, or it is not what it should be. The message says
    which and what to do."""


def locked(path: Path) -> BinaryIO:
    """A lock beside a file or folder, with the number of the process that holds it; closing it lets go.

    Raises Conflict where another run holds it.
    """
    lock = path.with_name(path.name + ".lock")
    file = open_or_make(lock)
    if not hold(file):
        holder = file.read(40).decode("ascii", "replace").strip() or "unknown"
        file.close()
        raise Conflict(f"{path} is in use by another run (process {holder})")
    file.truncate(0)
    file.write(str(os.getpid()).encode())
    file.flush()
    return file


def hold(file: BinaryIO) -> bool:
    """Lock an open file until it is closed; False where another run holds it."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def open_or_make(path: Path) -> BinaryIO:
    """The file for reading and writing, as it is, made where there is none."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
