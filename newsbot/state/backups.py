"""Copies of a state by SQLite's own backup, made while it is in use: each whole, a bounded number of them."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from newsbot.durable.lines import part_of, publish

KEPT = 2
"""Copies that are kept of a state unless another number is asked for."""
_SUFFIX = ".sqlite"


def folder_of(path: Path) -> Path:
    """Where the copies of a state lie: beside it."""
    return path.with_name(path.name + ".backups")


def backups_of(path: Path) -> list[Path]:
    """The copies of a state, the newest first."""
    return sorted(folder_of(path).glob(f"*{_SUFFIX}"), reverse=True)


def back_up(db: sqlite3.Connection, path: Path, run: int, keep: int) -> Path | None:
    """Copy the state of a connection as it is after a run, and remove all but the newest `keep` copies; the copy.

    Nothing is copied where `keep` is 0. Raises OSError where the copy cannot be written: those before it stay.
    """
    if not keep:
        return None
    copy = folder_of(path) / f"{run:06d}{_SUFFIX}"
    copy.parent.mkdir(exist_ok=True)
    for left in copy.parent.glob(f"*{_SUFFIX}.part*"):  # of a run that was killed
        left.unlink()
    part = part_of(copy)
    try:
        with closing(sqlite3.connect(part)) as target:
            db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, that is whole by itself
        _sync(part)
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise OSError(f"{copy}: {error}") from error
    publish(copy)
    for old in backups_of(path)[keep:]:
        old.unlink()
    return copy


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
