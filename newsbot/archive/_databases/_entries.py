"""What a database holds, whatever its format: keys, and where their values lie."""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, Protocol, Self

MAX_KEY = 200
"""Bytes of a key: those of Scrapy's cache are fingerprints of 45."""
MAX_ENTRIES = 4_000_000
"""Keys of one database, which are held: some gigabyte at this bound, of two million answers."""


class BadDatabase(ValueError):
    """A place of the database cannot be read, or all of it; the message says why."""


class Entry(NamedTuple):
    """A key, and where its value lies: `place` as the format counts, `size` in bytes."""

    key: bytes
    place: int
    size: int


class Database(Protocol):
    """A database that is open."""

    def entries(self) -> Iterator[Entry | BadDatabase]:
        """Every key in whatever order, and what is wrong in the place of some."""

    def value(self, entry: Entry, limit: int) -> bytes:
        """The value of a key. Raises BadDatabase where it is not whole or has more than `limit` bytes, OSError."""

    def offset(self, entry: Entry) -> int | None:
        """Where in the file the value, or the page that holds it, begins; None where the format does not say."""


def bounded(found: Iterator[Entry | BadDatabase]) -> Iterator[Entry | BadDatabase]:
    """What is found, up to as much as may be held; behind that one word that there is more."""
    for count, one in enumerate(found):
        if count == MAX_ENTRIES:
            yield BadDatabase(f"only {MAX_ENTRIES} keys are read")
            return
        yield one


def order_of(head: bytes, at: int, magic: Container[int]) -> Literal["<", ">"] | None:
    """The order of bytes in which a number of four, at that place of a file's head, is one by which files are known."""
    orders: tuple[Literal["<", ">"], ...] = ("<", ">")
    number = head[at : at + 4]
    known = (one for one in orders if len(number) == 4 and struct.unpack(f"{one}I", number)[0] in magic)
    return next(known, None)


class InFile:
    """A database whose places are those of one file."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file = file
        self.size = size

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Self]:
        """The database in a file. Raises OSError, and BadDatabase where its head says what cannot be."""
        with path.open("rb") as file:
            yield cls(file, path.stat().st_size)

    def at(self, place: int, size: int, limit: int) -> bytes:
        """Bytes of the file. Raises BadDatabase where they are more than `limit`, or do not all lie in it."""
        if size > limit:
            raise BadDatabase(f"a value of {size} bytes")
        if place < 0 or size < 0 or place + size > self.size:
            raise BadDatabase(f"{size} bytes at {place} do not lie in the file")
        self.file.seek(place)
        data = self.file.read(size)
        if len(data) < size:
            raise BadDatabase("the file breaks off")
        return data
