"""What a reading of sources came past, beside the pages that it gave."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsbot.archive._source import BROKEN, Source
from newsbot.archive.selection import Selection

if TYPE_CHECKING:
    from newsbot.archive._index import Chosen
    from newsbot.archive._named import Names
    from newsbot.archive._records import Record
    from newsbot.archive._revisited import Revisit
    from newsbot.archive._revisits import Originals
    from newsbot.archive.ledger import Ledger

KINDS = ("response", "resource", "request", "revisit", "metadata", "conversion", "warcinfo", "continuation")
"""The kinds of record that the standard knows (ISO 28500:2017, 5.5); others are `other`."""


@dataclass(slots=True)
class Seen:
    """One reading: `passed_over` are records of archives that are no inputs, by kind; `mismatches` are records whose
    bytes are not what their digest says, `mismatch` names one. `waiting` are revisits whose original may still come.
    `bytes_done` is how much of the archive files was read, as they lie there. `mended` are records whose address had
    blanks, `mended_at` names one. A `ledger` notes what the readings of other archives may ask of this one.
    With `by_heads`, pages of archives may be given as their places (`PlacedPage`); what reads them tells the rest.

    With a `selection`, `unselected` are captures and pages that are not wanted, by why; `by_index` are files of which
    an index said which records are to be read, `index_troubles` why others could not be used, each with an example.
    """

    passed_over: Counter[str] = field(default_factory=Counter)
    mismatches: int = 0
    mismatch: str | None = None
    waiting: list[Revisit] = field(default_factory=list)
    bytes_done: int = 0
    mended: int = 0
    mended_at: str | None = None
    selection: Selection | None = None
    unselected: Counter[str] = field(default_factory=Counter)
    by_index: int = 0
    index_troubles: dict[str, str] = field(default_factory=dict)
    ledger: Ledger | None = None
    by_heads: bool = False
    _bytes_before: int = 0
    _mismatch_order: int | None = None
    _originals: Originals | None = None

    @property
    def originals(self) -> Originals:
        """The pages of all archive files so far."""
        if self._originals is None:
            from newsbot.archive._revisits import Originals

            self._originals = Originals()
        return self._originals

    def begun(self, source: Source) -> None:
        """The reading of a file begins."""
        if self.ledger is not None:
            self.ledger.begun()

    def remember(self, source: Source, record: Record, *, is_given: bool = True) -> None:
        """Keep where a page lies, and with `is_given` that there is one of its address."""
        self.originals.remember(record, source, is_given=is_given)
        if self.ledger is not None:
            self.ledger.remember(record, is_given=is_given)

    def note(self, source: Source, offset: int, names: Names) -> None:
        """Keep where a page lies that only an index told of and nobody wants, for what a revisit may mean."""
        self.originals.note(names, source, offset)
        if self.ledger is not None:
            self.ledger.note(names, offset)

    def check(self, source: Source, record: Record) -> None:
        """Count a record that was read to its end and is not what its digest says, or whose address was mended."""
        self.check_head(source, record)
        if fault := record.mismatch:
            self.mismatched(self.order_of(record), source.name, record.offset, fault)

    def check_head(self, source: Source, record: Record) -> None:
        """Count a record whose address was mended."""
        if record.is_mended:
            self.mended += 1
            self.mended_at = self.mended_at or f"{source.name} at byte {record.offset}"

    def order_of(self, record: Record) -> int:
        """Where a record of the file that is being read stands among all that the reading comes past."""
        return self._bytes_before + record.offset

    def mismatched(self, order: int, name: str, offset: int, fault: str) -> None:
        """Count a record that is not what its digest says; the first of all is the one that is named."""
        self.mismatches += 1
        if self._mismatch_order is None or order < self._mismatch_order:
            self._mismatch_order, self.mismatch = order, f"{name} at byte {offset}: {fault}"

    def refuses(self, reason: str | None) -> bool:
        """Count what is not wanted, if there is a reason why."""
        if reason:
            self.unselected[reason] += 1
        return reason is not None

    def chosen(self, source: Source) -> Chosen | None:
        """What an index says is to be read of a file; None where nothing is asked, or no index says it."""
        if self.selection is None or source.chosen is None:
            return None
        try:
            found = source.chosen(self.selection)
        except BROKEN as error:
            self.index_troubles.setdefault(f"{error}"[:200] or type(error).__name__, source.name)
            return None
        if found is not None:
            self.by_index += 1
            self.unselected += found.unselected
        return found

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
