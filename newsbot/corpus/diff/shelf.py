"""Records that wait for their counterpart: the latest in memory, the others by where they can be read again."""

from __future__ import annotations

import json
import tempfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsbot.corpus.reading import BadRecord, Record, parse

IN_MEMORY = 2**24
"""Bytes of lines that wait in memory, as records some three times as many. Two files in the same order need less."""


class Shelf:
    """The waiting records of one side, by key, in the order of their coming.

    What falls out of memory is read again from its file; what cannot be (a pipe, a compressed file) is kept in a
    temporary one. So a million records that wait are a million places, not a million records.
    """

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._room = in_memory
        self._near: OrderedDict[bytes, Record] = OrderedDict()
        self._far: dict[bytes, _Place] = {}
        self._spill: _Spill | None = None

    def put(self, key: bytes, record: Record) -> None:
        """Let a record wait."""
        self._near[key] = record
        self._room -= record.size
        while self._room < 0:
            self._put_away(*self._near.popitem(last=False))

    def take(self, key: bytes) -> Record | None:
        """The record that waits under a key, which waits no longer."""
        record = self._near.pop(key, None)
        if record is not None:
            self._room += record.size
            return record
        place = self._far.pop(key, None)
        return self._read(place) if place else None

    def rest(self) -> Iterator[Record]:
        """The records that still wait, in the order of their coming; the shelf is empty afterwards."""
        for key in [*self._far, *self._near]:
            record = self.take(key)
            if record is not None:
                yield record

    def close(self) -> None:
        """Give the temporary file back."""
        if self._spill is not None:
            self._spill.close()

    def _put_away(self, key: bytes, record: Record) -> None:
        self._room += record.size
        if record.offset is not None:
            self._far[key] = _Place(record.file, record.line, record.offset, record.size, in_file=True)
            return
        self._spill = self._spill or _Spill()
        self._far[key] = self._spill.add(record)

    def _read(self, place: _Place) -> Record:
        if place.in_file:
            return _from_file(place)
        if self._spill is None:
            raise AssertionError("a place in a temporary file that was never made")
        return self._spill.read(place)


class _Place(NamedTuple):
    file: str
    line: int
    offset: int
    size: int
    in_file: bool


def _from_file(place: _Place) -> Record:
    with Path(place.file).open("rb") as file:
        file.seek(place.offset)
        line = file.read(place.size)
    try:
        return Record(parse(line), place.file, place.line, place.offset, place.size)
    except ValueError as error:
        raise BadRecord(place.file, place.line, "changed while it was compared") from error


class _Spill:
    """Lines in a temporary file that has no name."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="newsbot-diff-")  # noqa: SIM115 - lives as long as the shelf
        self._end = 0

    def add(self, record: Record) -> _Place:
        line = json.dumps(record.fields, separators=(",", ":")).encode("ascii")
        self._file.seek(self._end)
        self._file.write(line)
        place = _Place(record.file, record.line, self._end, len(line), in_file=False)
        self._end += len(line)
        return place

    def read(self, place: _Place) -> Record:
        self._file.seek(place.offset)
        fields = parse(self._file.read(place.size))
        return Record(fields, place.file, place.line, None, place.size)

    def close(self) -> None:
        with suppress(OSError):
            self._file.close()
