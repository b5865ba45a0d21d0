"""The Arrow schema of the record, made from the classes in `newsbot.items` so that it cannot disagree with them.

A column is a field of the record, of the same name and nesting. Beside each date, which stays the text of the record,
stand the moment in UTC (`date_published_utc`) and the printed local day (`date_published_day`): a date of which only
the day is known has no moment. `metadata.fields`, an object whose keys are names of fields, is a list whose entries
have the name as `field`: pandas, polars and datasets have no maps. The keys that commands add to records are the last
columns, null where none was added.
"""

from __future__ import annotations

import dataclasses
import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from newsbot.corpus.added import ADDED
from newsbot.corpus.dates import DATES
from newsbot.corpus.projection import Projection
from newsbot.items import SCHEMA, Article, Metadata

NAMED_BY = "field"
"""Under which the key of an object stands in the list that is made of it."""

_MOMENT = pa.timestamp("ms", tz="UTC")
_SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
}


def arrow_schema(projection: Projection) -> pa.Schema:
    """The columns of the kept fields; the name of the record's schema stands in the metadata of the file."""
    hints = {**get_type_hints(Article), **ADDED}
    columns = [column for name in projection.fields for column in _columns(name, hints[name], projection)]
    return pa.schema(columns, metadata={"newsbot.schema": SCHEMA})


def _columns(name: str, hint: Any, projection: Projection) -> list[pa.Field]:
    if name == "metadata":
        parts = get_type_hints(Metadata)
        return [pa.field(name, pa.struct([(part, arrow_type(parts[part])) for part in projection.metadata]))]
    column = pa.field(name, arrow_type(hint))
    if name not in DATES:
        return [column]
    return [column, pa.field(f"{name}_utc", _MOMENT), pa.field(f"{name}_day", pa.date32())]


@cache
def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a field's type hint."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return pa.struct(_members(hint))
    return _generic(get_origin(hint), get_args(hint))


def _members(cls: type) -> list[tuple[str, pa.DataType]]:
    hints = get_type_hints(cls)
    return [(field.name, arrow_type(hints[field.name])) for field in dataclasses.fields(cls)]


def _generic(origin: Any, args: tuple[Any, ...]) -> pa.DataType:
    if origin is Literal:
        return pa.string()
    if origin is list:
        return pa.list_(arrow_type(args[0]))
    if origin is dict:
        return pa.list_(pa.struct([(NAMED_BY, pa.string()), *_members(args[1])]))
    if origin in (Union, types.UnionType):
        return arrow_type(next(arg for arg in args if arg is not types.NoneType))
    raise TypeError(f"no Arrow type for {origin} of {args}")
