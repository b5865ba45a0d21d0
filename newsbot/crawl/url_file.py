"""A file of addresses as somebody has it: one a line, or a column of a table or of JSON Lines, compressed or not."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from newsbot.corpus.compressed import DAMAGED, opened
from newsbot.corpus.sources import STDIN, place_of

MAX_LINE = 2**26
"""Bytes of one line; a record of newsbot may be one."""
COLUMNS = ("url", "link", "address", "alamat", "tautan", "canonical_url")
"""Names of the column that has the addresses, where none is named: the first of these that is there."""
_DELIMITERS = "\t;,"


class BadUrlFile(ValueError):
    """The file cannot be read as a list of addresses; the message names it, and the line where one is to blame."""


Row = tuple[int, str | None]
"""The number of a line, and what stands there as an address: empty where the cell is, None where the line is broken."""


def rows_of(source: str, column: str | None = None) -> Iterator[Row]:
    """What a file, or standard input (`-`), has as addresses, with their lines. Empty lines, and lines that begin with
    `#`, are none.

    What kind of file it is, its first line tells: an object is JSON Lines; with `column`, and where it has the name of
    a column or a tab, semicolon or comma and is no address, it is the head of a table; else each line is an address.
    Raises BadUrlFile, for a column that is not there with those that are.
    """
    lines = _Lines(source)
    first = next(lines, None)
    if first is not None:
        yield from _reader(first[1], column)(source, lines, first, column)


class _Lines:
    """The numbered lines of a source, without what is empty or a remark."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._number = 0
        self._stream = _opened(source)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self

    def __next__(self) -> tuple[int, str]:
        while line := self._read():
            self._number += 1
            text = line.decode("utf-8", "replace").removeprefix("\ufeff")
            if text.strip() and not text.startswith("#"):
                return self._number, text
        self._stream.close()
        raise StopIteration

    def _read(self) -> bytes:
        place = place_of(self._source, self._number + 1)
        try:
            line = self._stream.readline(MAX_LINE + 1)
        except EOFError as error:
            raise BadUrlFile(f"{place}: the compressed data end early") from error
        except (*DAMAGED, OSError) as error:
            raise BadUrlFile(f"{place}: {error}") from error
        if len(line) > MAX_LINE:
            raise BadUrlFile(f"{place}: longer than {MAX_LINE} bytes")
        return line


def _opened(source: str) -> BinaryIO:
    try:
        return opened(_spooled() if source == STDIN else Path(source).open("rb"))
    except OSError as error:
        raise BadUrlFile(f"{source}: {error.strerror or error}") from error


def _spooled() -> BinaryIO:
    """Standard input as a file, by whose beginning its compression is told."""
    with tempfile.NamedTemporaryFile(delete=False) as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    stream = Path(file.name).open("rb")  # noqa: SIM115 - its reader closes it
    Path(file.name).unlink()
    return cast("BinaryIO", stream)


_Reader = Callable[[str, Iterator[tuple[int, str]], tuple[int, str], str | None], Iterator[Row]]


def _reader(first: str, column: str | None) -> _Reader:
    head = first.strip()
    if head.startswith("{"):
        return _json_rows
    is_head = head.casefold().strip('"') in COLUMNS or (
        "://" not in head and any(mark in head for mark in _DELIMITERS)
    )
    return _table_rows if column or is_head else _plain_rows


def _plain_rows(
    _: str, lines: Iterator[tuple[int, str]], first: tuple[int, str], __: str | None
) -> Iterator[Row]:
    yield first[0], first[1].strip()
    yield from ((number, text.strip()) for number, text in lines)


def _json_rows(
    source: str, lines: Iterator[tuple[int, str]], first: tuple[int, str], column: str | None
) -> Iterator[Row]:
    name = _column(source, list(_object(first[1]) or ()), column)
    for number, text in chain([first], lines):
        found = _object(text)
        value = found.get(name) if found is not None else None
        yield number, None if found is None else value.strip() if isinstance(value, str) else ""


def _object(text: str) -> dict[str, object] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _table_rows(
    source: str, lines: Iterator[tuple[int, str]], first: tuple[int, str], column: str | None
) -> Iterator[Row]:
    delimiter = max(_DELIMITERS, key=first[1].count)
    numbers = [first[0]]
    rows = csv.reader(_counted(lines, first, numbers), delimiter=delimiter)
    try:
        names = next(rows)
        place = names.index(_column(source, names, column))
        for row in rows:
            yield numbers[-1], row[place].strip() if place < len(row) else ""
    except csv.Error as error:
        raise BadUrlFile(f"{place_of(source, numbers[-1])}: {error}") from error


def _counted(lines: Iterator[tuple[int, str]], first: tuple[int, str], numbers: list[int]) -> Iterator[str]:
    """The lines of a table; `numbers` has that of the last one that was taken."""
    yield first[1]
    for number, text in lines:
        numbers[-1] = number
        yield text


def _column(source: str, names: list[str], column: str | None) -> str:
    known = {name.strip().casefold(): name for name in reversed(names)}
    wanted = (column.strip(),) if column else COLUMNS
    found = next((known[name.casefold()] for name in wanted if name.casefold() in known), None)
    if found is None:
        asked = f"no column {column!r}" if column else "which column has the addresses is not plain"
        there = ", ".join(name.strip() for name in names[:20]) or "none"
        raise BadUrlFile(f"{place_of(source, None)}: {asked}; there are: {there[:500]} (--column NAME)")
    return found
