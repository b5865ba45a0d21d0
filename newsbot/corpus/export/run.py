"""One export: records are chosen and counted, and the output appears under its name when it is whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsbot.corpus.export.formats import Format
from newsbot.corpus.export.publishing import published
from newsbot.corpus.projection import Projection, unknown_keys
from newsbot.corpus.reading import Record
from newsbot.corpus.selection import Choice, Selection

_MOST_KEYS = 100
OTHERS = "(others)"


@dataclass(slots=True)
class Sums(Choice):
    """What became of the records that were read: how many are written, beside what the choice counts.
    `unknown` counts records by their keys that no format knows and that are not written, up to a hundred keys."""

    written: int = 0
    unknown: Counter[str] = field(default_factory=Counter)

    def note_unknown(self, record: Mapping[str, Any]) -> None:
        """Count the keys of a record that go nowhere."""
        for name in unknown_keys(record):
            self.unknown[name if name in self.unknown or len(self.unknown) < _MOST_KEYS else OTHERS] += 1


def export(
    records: Iterable[Record], selection: Selection, projection: Projection, to: Format, path: Path
) -> Sums:
    """Write the wanted records to `path`, a file that is replaced or a folder that is made.

    Raises FileExistsError for a folder that holds something, ModuleNotFoundError where the format's extra is
    missing, ValueError for a name that is not of the format. Whatever is raised, nothing is left under the name.
    """
    write = to.write()
    sums = Sums(selection)
    wanted = _wanted(records, sums)
    if not (to.gives_records and projection.is_whole):
        wanted = _known(wanted, sums)
    with published(path, is_folder=to.is_folder(path)) as made:
        write(wanted, projection, made)
        if describe := to.describe():
            describe(made, sums)
    return sums


def _known(records: Iterator[Record], sums: Sums) -> Iterator[Record]:
    for record in records:
        sums.note_unknown(record.fields)
        yield record


def _wanted(records: Iterable[Record], sums: Sums) -> Iterator[Record]:
    for record in records:
        if sums.takes(record.fields):
            sums.written += 1
            yield record
