"""The formats that records are exported to, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record
from newsbot.corpus.selection import Choice


class Write(Protocol):
    """Writes all records, or what is kept of them, to a path that nothing else uses."""

    def __call__(self, records: Iterator[Record], projection: Projection, path: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class Format:
    """`module` has `write`; `suffixes` are the names of its files. A format without any gives a folder, and one
    that `may_fill` a folder does so where the name has none of them."""

    module: str
    suffixes: tuple[str, ...] = ()
    may_fill: bool = False
    needs: str | None = None
    """The extra without which it cannot be written."""
    gives_records: bool = False
    """Whether it gives records again, in which keys that newsbot does not know go on where no fields are chosen."""

    def is_folder(self, path: Path) -> bool:
        """Whether the output of this name is a folder. Raises ValueError for a name that says something else."""
        if not self.suffixes or (self.may_fill and not path.suffix):
            if path.name.lower().endswith(_FILES):
                raise ValueError(f"{path}: this format fills a folder, and the name is a file's")
            return True
        if not path.name.lower().endswith(self.suffixes):
            folder = ", or have no ending for a folder" if self.may_fill else ""
            raise ValueError(f"{path}: the name should end in {' or '.join(self.suffixes)}{folder}")
        return False

    def unplaced(self, projection: Projection) -> list[str]:
        """The kept fields for which it has no place, those of `metadata` dotted. Raises ModuleNotFoundError where its
        extra is not installed."""
        module = import_module(f"newsbot.corpus.export.{self.module}")
        return cast("list[str]", module.unplaced(projection)) if hasattr(module, "unplaced") else []

    def describe(self) -> Callable[[Path, Choice], None] | None:
        """What adds to the output by what its records were chosen, None where it has no place for that."""
        module = import_module(f"newsbot.corpus.export.{self.module}")
        return cast("Callable[[Path, Choice], None] | None", getattr(module, "describe", None))

    def write(self) -> Write:
        """What writes it. Raises ModuleNotFoundError where its extra is not installed."""
        return cast("Write", import_module(f"newsbot.corpus.export.{self.module}").write)


FORMATS = {
    "parquet": Format("parquet", (".parquet",), may_fill=True, needs="arrow"),
    "csv": Format("csv_table", (".csv", ".csv.gz", ".csv.zst")),
    "hf": Format("hugging_face", needs="arrow"),
    "jsonld": Format("jsonld", (".jsonld", ".jsonl", ".jsonl.gz", ".jsonl.zst")),
    "text": Format("text_files"),
    "sqlite": Format("sqlite", (".sqlite", ".sqlite3", ".db")),
    "jsonl": Format("json_lines", (".jsonl", ".jsonl.gz", ".jsonl.zst"), gives_records=True),
}
"""By the word after `--to`."""
_FILES = tuple({suffix for format_ in FORMATS.values() for suffix in format_.suffixes})
