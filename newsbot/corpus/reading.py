"""Records out of files, one at a time: what every command that reads records reads them with."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from newsbot.corpus.compressed import DAMAGED, opened
from newsbot.corpus.sources import STDIN, OnTrouble, Trouble, place_of, record_files
from newsbot.corpus.values import require_types
from newsbot.items import SCHEMA

MAX_LINE = 2**26
"""Bytes of one record: more than a page of the largest size that is read can give."""

_BOM = b"\xef\xbb\xbf"
_TORN_STARTS = (b"{", b"\0")
"""A last line that is whole in no way: the begin of a record, or zeros where a machine that lost its power had not
written yet."""
_TORN = "the last line is torn and was passed over"


class BadRecord(ValueError):
    """A line that is no record, or a file that cannot be read on; the message names the file and the line."""

    def __init__(self, file: str, line: int | None, detail: str) -> None:
        super().__init__(f"{place_of(file, line)}: {detail}")
        self._said = file, line, detail

    def __reduce__(self) -> tuple[type[BadRecord], tuple[str, int | None, str]]:
        return BadRecord, self._said


@dataclass(frozen=True, slots=True)
class Record:
    """One record as plain JSON types, and where it was read.

    `offset` and `size` (bytes) are where its line lies in `file`, by which it can be read again; `offset` is
    None where that cannot be: in a compressed file or a pipe.
    """

    fields: dict[str, Any]
    file: str
    line: int
    offset: int | None
    size: int

    @property
    def place(self) -> str:
        """File and line, in words."""
        return place_of(self.file, self.line)


class Records:
    """The records of files, folders, globs and `-` (standard input), in a stable order, one in memory at a time.

    Files may be gzip or zstd, told by content. `on_trouble` hears of what is passed over: the torn last line of a
    run that was killed, parts that are missing or unfinished. `size` is the sum of the files' bytes, where they are
    files, and `position` how many of these are read: what a progress bar wants. `names` has by file what it is called,
    where that is another: of a copy what it is of.

    Raises FileNotFoundError, at the call, for a source that does not exist; while it is read, BadRecord for a line
    that is no record and OSError for a file that cannot be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.jsonl").write_text('{"schema":"newsbot.article/1","id":"contoh:1","metadata":{}}')
    ...     [(record.fields["id"], record.line) for record in Records(folder, on_trouble=print)]
    [('contoh:1', 1)]
    """

    def __init__(
        self, *sources: str | Path, on_trouble: OnTrouble, names: Mapping[str, str] | None = None
    ) -> None:
        self._on_trouble = on_trouble
        self._names = names or {}
        self.files = [file for source in sources for file in record_files(source, on_trouble)]
        self.size = sum(os.path.getsize(file) for file in self.files if file != STDIN)
        self.position = 0

    def __iter__(self) -> Iterator[Record]:
        before = 0
        for file in self.files:
            with ExitStack() as stack:
                raw = _stdin() if file == STDIN else stack.enter_context(Path(file).open("rb"))
                for record in self._records(self._names.get(file, file), raw):
                    self.position = before + (_told(raw) or 0)
                    yield record
            before += 0 if file == STDIN else os.path.getsize(file)
            self.position = before

    def _records(self, file: str, raw: BinaryIO) -> Iterator[Record]:
        lines = opened(raw)
        can_seek = lines is raw and file != STDIN and stat.S_ISREG(os.fstat(raw.fileno()).st_mode)
        number = offset = 0
        while line := self._next(file, lines, number + 1):
            number += 1
            fields = self._read(file, number, line)
            if fields is not None:
                yield Record(fields, file, number, offset if can_seek else None, len(line))
            offset += len(line)

    def _next(self, file: str, lines: BinaryIO, number: int) -> bytes:
        """The next line, and nothing at the end, where that is torn too."""
        try:
            line = lines.readline(MAX_LINE + 1)
        except EOFError:
            self._on_trouble(Trouble(file, "the compressed data end early; " + _TORN, number))
            return b""
        except DAMAGED as error:
            raise BadRecord(file, number, f"damaged compressed data ({error})") from error
        if len(line) > MAX_LINE:
            raise BadRecord(file, number, f"longer than {MAX_LINE} bytes")
        return line

    def _read(self, file: str, number: int, line: bytes) -> dict[str, Any] | None:
        if not line.strip():
            return None
        try:
            return parse(line)
        except Broken as error:
            if not line.endswith(b"\n") and line.lstrip().startswith(_TORN_STARTS):
                self._on_trouble(Trouble(file, _TORN, number))
                return None
            raise BadRecord(file, number, str(error)) from error
        except ValueError as error:
            raise BadRecord(file, number, str(error)) from error


class Broken(ValueError):
    """Bytes that are no JSON."""


def parse(line: bytes) -> dict[str, Any]:
    """The record that a line holds; of a key that stands twice the last counts. Raises Broken where it is no JSON,
    ValueError where that is no record or has a value that is not of its field's type."""
    try:
        value = json.loads(line.removeprefix(_BOM).decode("utf-8"), parse_constant=_refused)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    except ValueError as error:
        raise Broken(f"no JSON ({error}); records are read as newsbot writes them, as JSON Lines") from error
    schema = value.get("schema") if isinstance(value, dict) else None
    if schema != SCHEMA:
        raise ValueError(f"no {SCHEMA} record" + (f" but {schema[:60]!r}" if isinstance(schema, str) else ""))
    if not isinstance(value.get("id"), str) or not isinstance(value.get("metadata"), dict):
        raise ValueError(f"no {SCHEMA} record: id or metadata is missing")
    require_types(value)
    return cast("dict[str, Any]", value)


def _refused(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _told(raw: BinaryIO) -> int | None:
    try:
        return raw.tell()
    except (OSError, ValueError):
        return None  # a pipe


def _stdin() -> BinaryIO:
    raw = sys.stdin.buffer
    return (
        raw if isinstance(raw, io.BufferedReader) else cast("BinaryIO", io.BufferedReader(cast("Any", raw)))
    )
