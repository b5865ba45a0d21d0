"""A part as Parquet as well: the same records in typed columns, named by the shard and by the part that it is of."""

from __future__ import annotations

from pathlib import Path

from newsbot.corpus.arrow import NEEDS_EXTRA
from newsbot.corpus.projection import WHOLE
from newsbot.corpus.reading import Records
from newsbot.durable.parts import Part
from newsbot.engines.shards import ShardError

_HEX = 8


def name_of(part: Part) -> str:
    """The name of a part's table: another part of the same shard, joined with others, has another.

    >>> name_of(Part("parts/ab12.jsonl", 1, 10, "c0ffee0123"))
    'ab12-c0ffee01'
    """
    return f"{Path(part.name).stem}-{(part.sha256 or '')[:_HEX]}"


def require_arrow() -> None:
    """Raises ShardError without the extra."""
    try:
        import pyarrow as pa  # noqa: F401
    except ImportError as error:
        raise ShardError(NEEDS_EXTRA) from error


def write_table(part: Path, target: Path) -> None:
    """Write the records of a part, which is a file of JSON Lines whatever its name is, as Parquet."""
    from newsbot.corpus.export.parquet import write_file

    write_file(iter(Records(part, on_trouble=_fail)), WHOLE, target)


def _fail(trouble: object) -> None:
    raise ShardError(f"a part that was just written cannot be read: {trouble}")
