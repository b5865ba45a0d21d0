"""What a reading of sources came past, beside the pages that it gave."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsbot.archive._source import Source

if TYPE_CHECKING:
    from newsbot.archive._records import Record
    from newsbot.archive._revisits import Originals

KINDS = ("response", "resource", "request", "revisit", "metadata", "conversion", "warcinfo", "continuation")
"""The kinds of record that the standard knows (ISO 28500:2017, 5.5); others are `other`."""
MAX_WAITING = 10_000
"""Revisits whose original was not met yet; more of them are rejects at once."""


@dataclass(slots=True)
class Seen:
    """One reading: `passed_over` are records of archives that are no inputs, by kind; `mismatches` are records whose
    bytes are not what their digest says, `mismatch` names one. `waiting` are revisits whose original may still come.
    `bytes_done` is how much of the archive files was read, as they lie there.
    """

    passed_over: Counter[str] = field(default_factory=Counter)
    mismatches: int = 0
    mismatch: str | None = None
    waiting: list[tuple[Source, Record]] = field(default_factory=list)
    bytes_done: int = 0
    _bytes_before: int = 0
    _originals: Originals | None = None

    @property
    def originals(self) -> Originals:
        """The pages of all archive files so far."""
        if self._originals is None:
            from newsbot.archive._revisits import Originals

            self._originals = Originals()
        return self._originals

    def check(self, source: Source, record: Record) -> None:
        """Count a record that was read to its end and is not what its digest says."""
        if fault := record.mismatch:
            self.mismatches += 1
            self.mismatch = self.mismatch or f"{source.name} at byte {record.offset}: {fault}"

    def reached(self, source: Source, place: int) -> None:
        """Reading has come to a place of a file."""
        self.bytes_done = self._bytes_before + min(place, source.size)

    def left(self, source: Source) -> None:
        """Reading is done with a file, whole or not."""
        self._bytes_before = self.bytes_done = self._bytes_before + source.size


def kind_of(record: Record) -> str:
    """The kind of a record by one of the known names."""
    kind = str(record.inner.rec_type).lower()
    return kind if kind in KINDS else "other"
