"""Databases of keys and values as `dbm` of Python keeps them, read as bytes and never by the library that wrote them.

Four formats go by that name: GNU dbm, Berkeley DB's hash tables (ndbm on Linux), SQLite (Python 3.13 and later) and
`dbm.dumb`. The libraries of the first two promise nothing of damaged files and end the process with a fault; here each
is read by what its format says, every place and length checked against the file, on any machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsbot.archive._databases._berkeley import Berkeley, is_berkeley
from newsbot.archive._databases._dumb import Dumb, is_dumb
from newsbot.archive._databases._entries import MAX_ENTRIES, MAX_KEY, BadDatabase, Database, Entry
from newsbot.archive._databases._gnu import Gnu, is_gnu
from newsbot.archive._databases._sqlite import Sqlite, is_sqlite

__all__ = ["MAX_ENTRIES", "MAX_KEY", "BadDatabase", "Database", "Entry", "files_of", "is_database", "opened"]

_SUFFIXES = (".db", ".dbm", ".gdbm", ".pag")
"""`.pag` is that of GNU dbm in the place of ndbm."""
_INDEX = ".dir"
_HEAD = 100
"""Bytes by which the format of a file is told."""


def is_database(path: Path) -> bool:
    """Whether a file is such a database, by its name and its first bytes."""
    suffix = path.suffix.lower()
    if suffix == _INDEX:
        return is_dumb(path, _head(path))
    return suffix in _SUFFIXES and _format(_head(path)) is not None


def files_of(path: Path) -> tuple[Path, ...]:
    """The files that a database is: `dbm.dumb` has its keys in one and the values in another."""
    return (path, path.with_suffix(".dat")) if path.suffix.lower() == _INDEX else (path,)


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """A database to be read. Raises OSError, and BadDatabase where it is none that can be read."""
    if path.suffix.lower() == _INDEX:
        with path.open("rb") as index, path.with_suffix(".dat").open("rb") as values:
            yield Dumb(index, values)
        return
    found = _format(_head(path))
    if found is None:
        raise BadDatabase("no database begins so")
    with found.opened(path) as database:
        yield database


def _format(head: bytes) -> type[Gnu | Berkeley | Sqlite] | None:
    if is_gnu(head):
        return Gnu
    if is_berkeley(head):
        return Berkeley
    return Sqlite if is_sqlite(head) else None


def _head(path: Path) -> bytes:
    """What cannot be looked at begins with nothing: reading it as what it may be will say what is wrong."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""
