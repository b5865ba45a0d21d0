"""A corpus in Python: records of many files as a stream, or as an Arrow, pandas or polars table."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsbot.corpus.projection import projection
from newsbot.corpus.reading import Record, Records
from newsbot.corpus.selection import Selection
from newsbot.corpus.sources import Trouble

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


@contextmanager
def _needing(extra: str, *more: str) -> Iterator[None]:
    """Say with which command that is installed which an import has not found."""
    try:
        yield
    except ModuleNotFoundError as error:
        wanted = " ".join((f"'newsbot[{extra}]'", *more))
        raise ModuleNotFoundError(
            f"{error.name} is not installed: pip install {wanted}", name=error.name
        ) from error


class Corpus:
    """Records of files, folders, crawls' folders and globs; nothing is read before it is iterated or loaded.

    Each iteration reads anew, with one record in memory at a time. `batches` gives Arrow batches of bounded size;
    `to_arrow`, `to_pandas` and `to_polars` hold the whole table, so say which fields are needed. These four need the
    extra `arrow`, the last two pandas and polars as well, and raise ModuleNotFoundError with the command that installs
    what is missing. `passed_over` is what the last reading could not read:
    each is warned of too.
    """

    def __init__(
        self,
        *sources: str | Path,
        fields: Iterable[str] = (),
        lean: bool = False,
        body_free: bool = False,
        selection: Selection | None = None,
    ) -> None:
        self._sources = sources
        self._projection = projection(fields, lean=lean, body_free=body_free)
        self._selection = selection or Selection()
        self.passed_over: list[Trouble] = []
        self._records()  # a source that does not exist is said at once

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The kept fields of each wanted record, as plain JSON types. Raises BadRecord, which names file and line."""
        return (self._projection.of(record.fields) for record in self._wanted())

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The same as Arrow batches; docs/exporting.md lists the columns."""
        with _needing("arrow"):
            from newsbot.corpus.arrow.batches import batches

        return batches(self._wanted(), self._projection)

    def to_arrow(self) -> pa.Table:
        """All of it as one Arrow table."""
        with _needing("arrow"):
            import pyarrow as pa

            from newsbot.corpus.arrow.schema import arrow_schema

        return pa.Table.from_batches(self.batches(), arrow_schema(self._projection))

    def to_pandas(self) -> pd.DataFrame:
        """All of it as a pandas table."""
        with _needing("arrow", "pandas"):
            import pandas as pd  # noqa: F401 - pyarrow asks for it only when all has been read

        return self.to_arrow().to_pandas()

    def to_polars(self) -> pl.DataFrame:
        """All of it as a polars table."""
        with _needing("arrow", "polars"):
            import polars as pl

        table = pl.from_arrow(self.to_arrow())
        assert isinstance(table, pl.DataFrame)
        return table

    def _wanted(self) -> Iterator[Record]:
        return (record for record in self._records() if self._selection.against(record.fields) is None)

    def _records(self) -> Records:
        self.passed_over = []
        return Records(*self._sources, on_trouble=self._pass_over)

    def _pass_over(self, trouble: Trouble) -> None:
        self.passed_over.append(trouble)
        warnings.warn(str(trouble), stacklevel=2)


def read(*sources: str | Path, **choices: Any) -> Corpus:
    """The records of the sources as a Corpus, whose arguments are taken.

    Raises FileNotFoundError for a source that does not exist, ValueError for a field that no record has.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.jsonl").write_text('{"schema":"newsbot.article/1","id":"contoh:1","metadata":{}}')
    ...     list(read(folder, fields=["id"]))
    [{'id': 'contoh:1'}]
    """
    return Corpus(*sources, **choices)
