"""Parquet: typed nested columns, zstd, dictionaries; one file, or a folder by portal and month."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from newsbot.corpus.arrow.batches import ROWS, batches
from newsbot.corpus.arrow.schema import arrow_schema
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record
from newsbot.durable.sorting import SortedLines

COMPRESSION = "zstd"
_GROUP = 4 * ROWS
"""Rows of a row group: some 80 MB as JSON Lines."""
_PORTAL = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_MONTH = re.compile(r"\d{4}-\d{2}")
UNKNOWN = "unknown"
_PARTITIONS = ("portal", "month")


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """A file, or in a folder `portal=.../month=.../part-0.parquet` by the printed day of publication."""
    if path.is_dir():
        write_partitions(records, projection, path)
    else:
        write_file(records, projection, path)


def write_file(records: Iterator[Record], projection: Projection, path: Path) -> int:
    """All rows in one file; gives their number."""
    return _write(records, projection, arrow_schema(projection), path)


def _write(records: Iterator[Record], projection: Projection, schema: pa.Schema, path: Path) -> int:
    written = 0
    with pq.ParquetWriter(path, schema, compression=COMPRESSION) as file:
        for group in _groups(batches(records, projection, schema), schema):
            file.write_table(group, row_group_size=_GROUP)
            written += group.num_rows
    return written


def _groups(parts: Iterator[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    held: list[pa.RecordBatch] = []
    for part in parts:
        held.append(part)
        if len(held) * ROWS >= _GROUP:
            yield pa.Table.from_batches(held, schema)
            held = []
    if held:
        yield pa.Table.from_batches(held, schema)


def write_partitions(records: Iterator[Record], projection: Projection, folder: Path) -> None:
    """Hive partitions, whose readers give `portal` and `month` as columns again; each is one file, in the order of the
    records.

    A portal that is no plain name (see _PORTAL) and a month that is not known are `unknown`: what a page says makes no
    other name of a folder, and of null beside values pandas reads no column.
    """
    schema = arrow_schema(projection)
    kept = pa.schema([column for column in schema if column.name not in _PARTITIONS], schema.metadata)
    with closing(SortedLines(room=folder.parent)) as lines:
        for number, record in enumerate(records):
            lines.add(_line(number, record))
        for place, part in groupby(lines, lambda line: line.split("\t", 2)[:2]):
            room = folder.joinpath(
                *(f"{name}={value}" for name, value in zip(_PARTITIONS, place, strict=True))
            )
            room.mkdir(parents=True)
            _write(map(_record, part), projection, kept, room / "part-0.parquet")


def _line(number: int, record: Record) -> str:
    """A record as a line that sorts by partition and then by number; the signs of none break a line."""
    place = *_partition(record), f"{number:015}"
    return (
        "\t".join((*place, json.dumps([record.file, record.line, record.fields], separators=(",", ":"))))
        + "\n"
    )


def _record(line: str) -> Record:
    file, number, fields = json.loads(line.split("\t", 3)[3])
    return Record(fields, file, number, None, len(line))


def _partition(record: Record) -> tuple[str, str]:
    portal, published = record.fields.get("portal") or "", record.fields.get("date_published") or ""
    month = _MONTH.match(published)
    return portal if _PORTAL.fullmatch(portal) else UNKNOWN, month[0] if month else UNKNOWN
