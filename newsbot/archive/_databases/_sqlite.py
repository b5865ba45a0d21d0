"""`dbm.sqlite3`: a table of keys and values, read as of another hand: nothing of it is run, nothing is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from newsbot.archive._databases._entries import MAX_KEY, BadDatabase, Entry, bounded

_HEAD = b"SQLite format 3\0"
_TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'Dict' AND sql NOT LIKE '%virtual%'"
_KEYS = "SELECT rowid, CAST(key AS BLOB), length(CAST(value AS BLOB)) FROM Dict WHERE length(key) <= ?"
_VALUE = "SELECT CAST(value AS BLOB) FROM Dict WHERE rowid = ?"
_MOST = 100_000_000
"""Bytes of one value that SQLite may make: `limit` of who reads is below it."""
_STEP, _STEPS = 100_000, 20_000
"""Instructions of SQLite's between two looks, and how many looks a question may last: some seconds of a table of
millions, and no more of one that makes its values up."""

_FAULTS = (sqlite3.Error, UnicodeError)
"""What Python raises of a damaged file, whose bytes may be in its words for it."""


def is_sqlite(head: bytes) -> bool:
    """Whether a file of SQLite begins so."""
    return head.startswith(_HEAD)


class Sqlite:
    """A file of SQLite with the table that `dbm.sqlite3` makes."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._path = path
        self._looks = 0

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Sqlite]:
        """The database in a file, for reading alone: not even what belongs beside it is made. Raises BadDatabase."""
        address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        try:
            with closing(sqlite3.connect(address, uri=True)) as db:
                found = cls(db, path)
                db.execute("PRAGMA trusted_schema = OFF")
                db.execute("PRAGMA cell_size_check = ON")
                db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST)
                db.set_progress_handler(found._look, _STEP)
                yield found
        except _FAULTS as error:
            raise BadDatabase(f"{error}") from error

    def entries(self) -> Iterator[Entry | BadDatabase]:
        """The keys in the order of the table."""
        wal = self._path.with_name(self._path.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            yield BadDatabase(f"what a process that was killed left in {wal.name} is not read")
        if not self._rows(_TABLE):
            raise BadDatabase("a database of SQLite without the table of dbm.sqlite3")
        yield from bounded(self._keys())

    def value(self, entry: Entry, limit: int) -> bytes:
        """The value of the row."""
        if entry.size > limit:
            raise BadDatabase(f"a value of {entry.size} bytes")
        rows = self._rows(_VALUE, entry.place)
        value = rows[0][0] if rows else None
        if not isinstance(value, bytes) or len(value) > limit:
            raise BadDatabase("a row without its value")
        return value

    def offset(self, entry: Entry) -> int | None:
        """A row has no place that SQLite tells."""
        return None

    def _keys(self) -> Iterator[Entry | BadDatabase]:
        self._looks = 0
        try:
            for rowid, key, size in self._db.execute(_KEYS, (MAX_KEY,)):
                if isinstance(key, bytes) and isinstance(size, int) and isinstance(rowid, int):
                    yield Entry(key, rowid, size)
        except _FAULTS as error:
            yield BadDatabase(f"{error}")

    def _rows(self, question: str, *values: object) -> list[tuple[object, ...]]:
        self._looks = 0
        try:
            return self._db.execute(question, values).fetchmany(1)
        except _FAULTS as error:
            raise BadDatabase(f"{error}") from error

    def _look(self) -> int:
        self._looks += 1
        return int(self._looks > _STEPS)
