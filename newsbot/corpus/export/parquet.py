"""Parquet: typed nested columns, zstd, dictionaries; one file, or a folder by portal and month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newsbot.corpus.arrow.batches import ROWS, Row, batches, row
from newsbot.corpus.arrow.schema import arrow_schema
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record

COMPRESSION = "zstd"
_GROUP = 4 * ROWS
"""Rows of a row group: some 80 MB as JSON Lines."""
_OPEN_FILES = 256
"""Partitions written at a time; beyond it one is closed and, if more of it comes, a second file is begun."""
_PORTAL = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_MONTH = re.compile(r"\d{4}-\d{2}")
UNKNOWN = "unknown"
_PARTITIONS = pa.schema([("portal", pa.string()), ("month", pa.string())])


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """A file, or in a folder `portal=.../month=.../part-0.parquet` by the printed day of publication."""
    if path.is_dir():
        write_partitions(records, projection, path)
    else:
        write_file(records, projection, path)


def write_file(records: Iterator[Record], projection: Projection, path: Path) -> int:
    """All rows in one file; gives their number."""
    schema = arrow_schema(projection)
    written = 0
    with pq.ParquetWriter(path, schema, compression=COMPRESSION) as file:
        for group in _groups(batches(records, projection), schema):
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
    """Hive partitions, whose readers give `portal` and `month` as columns again.

    A portal that is no plain name (see _PORTAL) and a month that is not known are `unknown`: what a page says makes no
    other name of a folder, and of null beside values pandas reads no column.
    """
    schema = arrow_schema(projection)
    for column in _PARTITIONS:
        schema = schema if column.name in schema.names else schema.append(column)
    made = batches(records, projection, schema, _placed)
    ds.write_dataset(
        pa.RecordBatchReader.from_batches(schema, made),
        folder,
        format="parquet",
        file_options=ds.ParquetFileFormat().make_write_options(compression=COMPRESSION),
        partitioning=ds.partitioning(_PARTITIONS, flavor="hive"),
        basename_template="part-{i}.parquet",
        existing_data_behavior="overwrite_or_ignore",
        max_open_files=_OPEN_FILES,
        max_rows_per_group=_GROUP,
        use_threads=False,  # so that rows stay in the order of the records
    )


def _placed(record: Record, projection: Projection) -> Row:
    portal, published = record.fields.get("portal") or "", record.fields.get("date_published") or ""
    month = _MONTH.match(published)
    return {
        **row(record, projection),
        "portal": portal if _PORTAL.fullmatch(portal) else UNKNOWN,
        "month": month[0] if month else UNKNOWN,
    }
