"""`dbm.dumb`: a line of text for each key, which says where in the file beside it its value lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from newsbot.archive._databases._entries import MAX_ENTRIES, MAX_KEY, BadDatabase, Entry, InFile

_LINE = re.compile(rb"(['\"])([^'\"\\]{1,%d})\1, \((\d{1,18}), (\d{1,18})\)\r?\n?" % MAX_KEY)
"""Python writes the key as it writes text; those of Scrapy's cache need nothing escaped."""
_MAX_LINE = 1_000


def is_dumb(path: Path, head: bytes) -> bool:
    """Whether a file is the index of such a database, whose values lie beside it."""
    return head.startswith((b"'", b'"')) and path.with_suffix(".dat").is_file()


class Dumb(InFile):
    """An index and the file of its values."""

    def __init__(self, index: BinaryIO, values: BinaryIO) -> None:
        super().__init__(values, values.seek(0, 2))
        self._index = index

    def entries(self) -> Iterator[Entry | BadDatabase]:
        """The keys as the index has them; of one that it has twice the last line counts."""
        found: dict[bytes, Entry] = {}
        while line := self._index.readline(_MAX_LINE):
            match = _LINE.fullmatch(line)
            if match is None:
                yield BadDatabase("a line that is none of an index")
            elif len(found) == MAX_ENTRIES:
                yield BadDatabase(f"only {MAX_ENTRIES} keys are read")
                break
            else:
                key = match.group(2)
                found[key] = Entry(key, int(match.group(3)), int(match.group(4)))
        yield from found.values()

    def value(self, entry: Entry, limit: int) -> bytes:
        """The bytes that the index names."""
        return self.at(entry.place, entry.size, limit)

    def offset(self, entry: Entry) -> int | None:
        """The place in the file of the values."""
        return entry.place
