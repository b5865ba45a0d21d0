"""Berkeley DB's hash tables, which stand in the place of ndbm on Linux: pages of keys and values, long values on pages
of their own.

The form is that of db_page.h. Every page is looked at: where a key belongs is of no use to who reads all of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from newsbot.archive._databases._entries import MAX_KEY, BadDatabase, Entry, InFile, bounded, order_of

_MAGIC = frozenset((0x00061561,))
_AT = 12
"""Where in the first page the magic number stands."""
_HEAD = 26
"""Bytes of a page before the places of its items."""
_HASHES = (2, 13)
_OVERFLOW = 7
_HERE, _ELSEWHERE = 1, 3
"""Kinds of an item: with its bytes, or with the page on which they begin."""
_PAGES = (512, 65_536)
_ITEM = 16
"""Bits of an item in the place of a value; those above them number the page."""


def is_berkeley(head: bytes) -> bool:
    """Whether a hash table of Berkeley DB begins so."""
    return order_of(head, _AT, _MAGIC) is not None


class Berkeley(InFile):
    """A hash table of Berkeley DB."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        super().__init__(file, size)
        head = self.at(0, min(_HEAD, size), _HEAD)
        order = order_of(head, _AT, _MAGIC)
        if order is None or len(head) < _HEAD:
            raise BadDatabase("no whole head of Berkeley DB")
        self._order = order
        self._page_size: int = struct.unpack_from(f"{order}I", head, 20)[0]
        if not _PAGES[0] <= self._page_size <= _PAGES[1] or self._page_size & (self._page_size - 1):
            raise BadDatabase(f"pages of {self._page_size} bytes")

    def entries(self) -> Iterator[Entry | BadDatabase]:
        """The keys page by page."""
        return bounded(self._on_pages())

    def _on_pages(self) -> Iterator[Entry | BadDatabase]:
        for number in range(1, self.size // self._page_size):
            yield from self._on_page(number)
        if self.size % self._page_size:
            yield BadDatabase("the file breaks off in a page")

    def value(self, entry: Entry, limit: int) -> bytes:
        """The value, from its item or from the pages that this leads to."""
        page = self._page(entry.place >> _ITEM)
        items = self._items(page)
        return self._bytes(page, items[entry.place & ((1 << _ITEM) - 1)], limit)

    def offset(self, entry: Entry) -> int | None:
        """The place of the page that has the item."""
        return (entry.place >> _ITEM) * self._page_size

    def _page(self, number: int) -> bytes:
        return self.at(number * self._page_size, self._page_size, _PAGES[1])

    def _on_page(self, number: int) -> Iterator[Entry | BadDatabase]:
        page = self._page(number)
        if page[25] not in _HASHES:
            return
        try:
            items = self._items(page)
        except BadDatabase as error:
            yield error
            return
        for place in range(0, len(items) - 1, 2):
            try:
                key = self._bytes(page, items[place], MAX_KEY)
                size = self._size(page, items[place + 1])
            except BadDatabase as error:
                yield error
                continue
            yield Entry(key, number << _ITEM | (place + 1), size)

    def _items(self, page: bytes) -> list[tuple[int, int]]:
        """Where each item of a page begins and ends: they are put in from its end."""
        (count,) = struct.unpack_from(f"{self._order}H", page, 20)
        if _HEAD + 2 * count > len(page):
            raise BadDatabase("a page with more items than it has room for")
        starts = struct.unpack_from(f"{self._order}{count}H", page, _HEAD)
        ends = (len(page), *starts)
        if any(not _HEAD <= start < end for start, end in zip(starts, ends, strict=False)):
            raise BadDatabase("items that lie in each other")
        return list(zip(starts, ends, strict=False))

    def _size(self, page: bytes, item: tuple[int, int]) -> int:
        start, end = item
        if page[start] == _HERE:
            return end - start - 1
        if page[start] == _ELSEWHERE and end - start >= 12:
            return int(struct.unpack_from(f"{self._order}I", page, start + 8)[0])
        raise BadDatabase(f"an item of kind {page[start]}")

    def _bytes(self, page: bytes, item: tuple[int, int], limit: int) -> bytes:
        start, end = item
        size = self._size(page, item)
        if size > limit:
            raise BadDatabase(f"a value of {size} bytes")
        if page[start] == _HERE:
            return page[start + 1 : end]
        (number,) = struct.unpack_from(f"{self._order}I", page, start + 4)
        return self._from_pages(number, size)

    def _from_pages(self, number: int, size: int) -> bytes:
        """Bytes that lie on pages of their own; no more pages are read than they need."""
        data = bytearray()
        while len(data) < size:
            page = self._page(number)
            (room,) = struct.unpack_from(f"{self._order}H", page, 22)
            if page[25] != _OVERFLOW or not 0 < room <= len(page) - _HEAD:
                raise BadDatabase("a value goes on where there is none")
            data += page[_HEAD : _HEAD + room]
            (number,) = struct.unpack_from(f"{self._order}I", page, 16)
        if len(data) > size:
            raise BadDatabase("a value is longer than it states")
        return bytes(data)
