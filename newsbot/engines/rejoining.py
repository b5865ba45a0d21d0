"""Records that others may be joined with, taken over from an earlier run only where the same documents meet again.

Which pages become one record is known when the last of them has come. Until then something stands in for a page whose
bytes are the same: by the id and the address that the record has of it, it is joined as the page would be. Where those
that meet are all that the record is of, it is taken over as it was written; where one lacks, is another, or a new one
has come, the others are read after all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakValueDictionary

from newsbot.corpus.reading import Record
from newsbot.engines.same_page import documents, reserved, reserved_now
from newsbot.items import Article, Outcome, Publisher, line_of
from newsbot.snapshot import Snapshot
from newsbot.stitching import Result, is_one_of_several
from newsbot.tally import Tally

_SAID = ("id", "portal", "url", "canonical_url", "kind", "next_page_url", "is_complete", "page_count")
_SOME_PAGE = ""
"""The next page of a page that stands in: that there is one is all that is asked of it."""


def may_be_joined(record: dict[str, Any]) -> bool:
    """Whether the record is of several documents, or others beside its own may belong to it."""
    said = Article(publisher=Publisher("", ""), **{name: record[name] for name in _SAID})
    return bool(record["metadata"]["pages"]) or is_one_of_several(said)


@dataclass(eq=False)
class _Written:
    """A record of an earlier run whose documents are met one by one, and what their servers say of rights."""

    record: dict[str, Any]
    reserved: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class StandIn:
    """Stands for a page of a record (see `newsbot.stitching.Unread`); `read` reads it after all."""

    written: _Written
    read: Callable[[], Outcome]

    def joined(self, pages: list[Result]) -> Result | None:
        """The record as it was written, where the pages are what it was made of."""
        record = self.written.record
        theirs = [page.unread.written for page in pages if isinstance(page.unread, StandIn)]
        are_all = len(theirs) == len(pages) == len(documents(record))
        if not are_all or any(one is not self.written for one in theirs):
            return None
        if self.written.reserved != reserved(record):
            return None
        return Result(
            Outcome(), tuple(page.inputs[0] for page in pages), line_of(record), Tally.in_record(record)
        )


class Rejoining:
    """The records of which a document was met, as long as one that stands in is held."""

    def __init__(self) -> None:
        self._met: WeakValueDictionary[tuple[str, int], _Written] = WeakValueDictionary()

    def page(
        self,
        number: int,
        record: Record,
        told: dict[str, Any],
        snapshot: Snapshot,
        read: Callable[[], Outcome],
    ) -> Result:
        """What stands under its number for a page that is the same as it was; `told` is what the record tells of it."""
        written = self._met.setdefault((record.file, record.line), _Written(record.fields))
        written.reserved |= reserved_now(snapshot)
        said = written.record
        article = Article(said["id"], said["portal"], Publisher("", ""), told["url"], None, said["kind"])
        article.next_page_url = _SOME_PAGE
        return Result(Outcome(article=article), (number,), unread=StandIn(written, read))
