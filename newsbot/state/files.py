"""The files of records that a state knows, folder by folder: how long each is, and whether it is whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from newsbot.durable.parts import Part
from newsbot.state.seen import folder_name


class StoredFiles:
    """Those of the state at `path`, whose run writes into `folder`; `transaction` is the state's. All that changes
    something raises OSError where the state cannot be written."""

    def __init__(
        self,
        db: sqlite3.Connection,
        transaction: Callable[[], AbstractContextManager[sqlite3.Connection]],
        path: Path,
        folder: Path,
    ) -> None:
        self._db = db
        self._transaction = transaction
        self._path = path
        self._base = Path(os.path.realpath(path.parent))
        self._folder = folder_name(folder, path)

    def parts(self, folder: Path | None = None) -> list[Part]:
        """The files of all runs in a folder, by name; in this run's folder unless another is named."""
        sql = "SELECT name, rows, bytes, sha256 FROM parts WHERE folder = ? ORDER BY name"
        name = folder_name(folder, self._path) if folder else self._folder
        return [Part(*row) for row in self._db.execute(sql, (name,))]

    def forget(self, parts: Iterable[Part]) -> None:
        """Files of this run's folder that are no longer there are known no more; their articles stay done."""
        with self._transaction() as db:
            db.executemany(
                "DELETE FROM parts WHERE folder = ? AND name = ?",
                [(self._folder, part.name) for part in parts],
            )

    def open_elsewhere(self) -> list[Path]:
        """The folders of earlier runs, other than this one's, that hold a file which was never closed."""
        sql = "SELECT DISTINCT folder FROM parts WHERE sha256 IS NULL AND folder != ? ORDER BY folder"
        return [self._base / row[0] for row in self._db.execute(sql, (self._folder,))]

    def settled(self, folder: Path, parts: Iterable[Part]) -> None:
        """Note the files of a folder as they were found after a run that was killed."""
        with self._transaction() as db:
            _note(db, folder_name(folder, self._path), parts)

    def note(self, db: sqlite3.Connection, parts: Iterable[Part]) -> None:
        """Note the files of this run's folder, within a transaction."""
        _note(db, self._folder, parts)


def _note(db: sqlite3.Connection, folder: str, parts: Iterable[Part]) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?)",
        [(folder, part.name, part.rows, part.bytes, part.sha256) for part in parts],
    )
