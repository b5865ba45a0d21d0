"""Records as Arrow batches, a bounded number of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyarrow as pa

from newsbot.corpus.arrow.schema import NAMED_BY, arrow_schema
from newsbot.corpus.dates import DATES, day, moment
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import BadRecord, Record

ROWS = 1024
"""Rows of a batch: at 20 kB a record some 20 MB, which is what is in memory at a time."""


Row = dict[str, Any]


def row(record: Record, projection: Projection) -> Row:
    """The values of the columns that `arrow_schema` gives. Raises ValueError for a date that is none."""
    kept = projection.of(record.fields)
    for name in DATES:
        if name in kept:
            kept[f"{name}_utc"] = moment(kept[name])
            kept[f"{name}_day"] = day(kept[name])
    stated = kept.get("metadata", {})
    if sources := stated.get("fields"):
        stated["fields"] = [{NAMED_BY: name, **source} for name, source in sources.items()]
    elif "fields" in stated:
        stated["fields"] = []
    return kept


def batches(
    records: Iterable[Record], projection: Projection, schema: pa.Schema | None = None
) -> Iterator[pa.RecordBatch]:
    """The kept fields of the records in batches of at most ROWS rows.

    `schema` may have fewer columns. Raises BadRecord, which names file and line, for a value
    that is not of its field's type. Half a surrogate pair, which no Arrow text can hold, becomes U+FFFD.
    """
    wanted = schema or arrow_schema(projection)
    rest = iter(records)
    while group := list(islice(rest, ROWS)):
        try:
            yield _batch([row(record, projection) for record in group], wanted)
        except _UNFIT:
            yield from (_alone(record, projection, wanted) for record in group)


_UNFIT = (pa.ArrowException, TypeError, ValueError, AttributeError)
"""What a value raises that is not of its field's type; UnicodeEncodeError is a ValueError."""


def _batch(rows: list[Row], schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(rows, schema)


def _alone(record: Record, projection: Projection, schema: pa.Schema) -> pa.RecordBatch:
    """One record of a batch in which one was unfit."""
    try:
        values = row(record, projection)
        try:
            return _batch([values], schema)
        except UnicodeEncodeError:
            return _batch([_without_surrogates(values)], schema)
    except _UNFIT as error:
        raise BadRecord(record.file, record.line, f"a value is not of its field's type ({error})") from error


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    return value
