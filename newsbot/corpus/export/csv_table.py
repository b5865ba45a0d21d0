"""CSV (RFC 4180) that a spreadsheet opens rightly: UTF-8 with a byte order mark, and no cell that is a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from newsbot.corpus.export.flat import Value, columns, flat_row, unplaced
from newsbot.corpus.export.lines import lines_to
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record
from newsbot.durable.lines import PartFile

__all__ = ["unplaced", "write"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With one of these a cell begins that a spreadsheet would compute; the full-width ones are read as the others.
Source: OWASP, CSV injection."""
_NO_FORMULA = "'"
"""What such a cell begins with instead, as OWASP advises."""
_BOM = "\ufeff"
_BOOLEANS = {True: "true", False: "false"}


class _Rows:
    """What a csv writer writes to: rows that end as RFC 4180 has it, of which the file of lines adds the last byte."""

    def __init__(self, file: PartFile) -> None:
        self._file = file

    def write(self, row: str) -> None:
        """One row with its end."""
        self._file.write(row.removesuffix("\n"))


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """A header and a row a record, in the columns of `flat`; a missing value is an empty cell."""
    with lines_to(path) as file:
        names = columns(projection)
        file.write(f"{_BOM}{','.join(names)}\r")
        table = csv.writer(_Rows(file), lineterminator="\r\n")
        for record in records:
            row = flat_row(record.fields, projection)
            table.writerow([_cell(row[name]) for name in names])


def _cell(value: Value) -> Value:
    if isinstance(value, str):
        return _NO_FORMULA + value if value.startswith(_FORMULA) else value
    return _BOOLEANS[value] if isinstance(value, bool) else value
