"""GNU dbm: a directory leads to buckets, and a bucket to its keys, behind each of which its value lies.

The form is that of gdbmdefs.h (header, hash_bucket, bucket_element), which is what the memory of the machine that wrote
the file looked like: numbers in its order of bytes, places in four or eight of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from newsbot.archive._databases._entries import MAX_KEY, BadDatabase, Entry, InFile, bounded, order_of

_MAGIC = frozenset((0x13579ACD, 0x13579ACE, 0x13579ACF, 0x13579AD0, 0x13579AD1))
_MAX_BUCKET = 1 << 24
_MAX_BITS = 22
"""Of the directory, which is held: it leads to four million buckets, of which each has room for a hundred keys."""


def is_gnu(head: bytes) -> bool:
    """Whether a file of GNU dbm begins so."""
    return order_of(head, 0, _MAGIC) is not None


class Gnu(InFile):
    """A file of GNU dbm."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        super().__init__(file, size)
        head = self.at(0, min(40, size), 40)
        order = order_of(head, 0, _MAGIC)
        if order is None or len(head) < 40:
            raise BadDatabase("no whole head of GNU dbm")
        for place, bytes_of_place in (("q", 8), ("i", 4)):
            values = struct.unpack_from(f"{order}{place}iii", head, 8)
            self._directory, self._directory_size, bits, self._bucket_size = values
            if 0 <= bits <= _MAX_BITS and self._directory_size == bytes_of_place << bits:
                break
        else:
            raise BadDatabase("the directory is not of the size that its head says")
        # what a bucket begins with: its free places (a count and six of them), its bits, and how many keys it has
        self._room = struct.Struct(f"{order}{place}")
        self._element = struct.Struct(f"{order}i4x{place}ii")
        self._first = 112 if bytes_of_place == 8 else 60
        if not self._first + self._element.size <= self._bucket_size <= _MAX_BUCKET:
            raise BadDatabase(f"buckets of {self._bucket_size} bytes")

    def entries(self) -> Iterator[Entry | BadDatabase]:
        """The keys bucket by bucket."""
        return bounded(self._in_buckets())

    def _in_buckets(self) -> Iterator[Entry | BadDatabase]:
        for bucket in self._buckets():
            if isinstance(bucket, BadDatabase):
                yield bucket
            else:
                yield from self._in_bucket(bucket)

    def value(self, entry: Entry, limit: int) -> bytes:
        """The bytes behind the key."""
        return self.at(entry.place, entry.size, limit)

    def offset(self, entry: Entry) -> int | None:
        """The place of the value."""
        return entry.place

    def _buckets(self) -> Iterator[int | BadDatabase]:
        """The place of each bucket once; several entries of the directory may lead to one."""
        directory = self.at(self._directory, self._directory_size, self._directory_size)
        met: set[int] = set()
        most = self.size // self._bucket_size + 1
        for (place,) in self._room.iter_unpack(directory):
            if place in met:
                continue
            if len(met) == most:
                yield BadDatabase("the directory leads to more buckets than the file can hold")
                return
            met.add(place)
            yield place

    def _in_bucket(self, place: int) -> Iterator[Entry | BadDatabase]:
        try:
            bucket = self.at(place, self._bucket_size, _MAX_BUCKET)
        except BadDatabase as error:
            yield error
            return
        last = len(bucket) - self._element.size
        for at in range(self._first, last + 1, self._element.size):
            mark, data, key_size, size = self._element.unpack_from(bucket, at)
            if mark == -1:
                continue
            try:
                yield Entry(self.at(data, key_size, MAX_KEY), data + key_size, size)
            except BadDatabase as error:
                yield error
