"""Pages of records that say "as before": the body is read where the record lies that they mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from newsbot.archive._answer import Head, body_of, head_of, http_of
from newsbot.archive._archive_file import ArchiveFile
from newsbot.archive._body import BodyError, reason_of
from newsbot.archive._members import Members
from newsbot.archive._named import Names, is_original, meant_by
from newsbot.archive._records import Record, record_at
from newsbot.archive._revisits import Where
from newsbot.archive._source import BROKEN, Source
from newsbot.durable.zstd import ZstdDict
from newsbot.items import Reject
from newsbot.snapshot import Snapshot

_NO_ORIGINAL = "revisit_without_original"
_NOWHERE = "what it refers to is in none of the files, or cannot be read again there"


@dataclass(frozen=True, slots=True)
class Revisit:
    """A record that says "as before", and which record it means."""

    head: Head
    meant: Names

    def orphan(self, detail: str = _NOWHERE) -> Reject:
        """It has no body, and why."""
        return self.head.reject(_NO_ORIGINAL, detail)


def revisit_of(source: Source, record: Record) -> Revisit:
    """The record as plain values: its file may be closed when its original comes."""
    return Revisit(head_of(source, record), meant_by(record))


@dataclass(frozen=True, slots=True)
class RevisitPage:
    """A revisit and where the record lies that it means; `load` reads that one again."""

    revisit: Revisit
    where: Where

    def load(self) -> Snapshot | Reject:
        """The page as it was found again, or why its body cannot be had."""
        head = self.revisit.head
        try:
            with self.where.found() as found:
                if found is None or not is_original(found, self.revisit.meant):
                    return self.revisit.orphan("what it refers to is not where it was")
                return head.snapshot(*body_of(found), http_of(found))
        except BodyError as error:
            return head.reject(error.reason, error.detail)
        except OSError as error:
            return head.reject(reason_of(error), error.strerror or str(error))
        except BROKEN as error:
            return self.revisit.orphan(f"{type(error).__name__}: {error}"[:200])


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place in another archive, which is opened for it: in the file of that number in it, at an offset."""

    path: Path
    number: int
    offset: int

    @contextmanager
    def found(self) -> Iterator[Record | None]:
        """See `Where`."""
        sources = (one for one in ArchiveFile(self.path).sources() if isinstance(one, Source))
        source = next(islice(sources, self.number, None), None)
        if source is None:
            yield None
            return
        with source.open() as file:
            yield record_at(file, self.offset, _dictionary(source))


@dataclass(frozen=True, slots=True)
class LatePage:
    """A revisit that waited until all archives were read: where its original lies, None where it lies in none."""

    revisit: Revisit
    where: Elsewhere | None

    def load(self) -> Snapshot | Reject:
        """See `RevisitPage`."""
        return RevisitPage(self.revisit, self.where).load() if self.where else self.revisit.orphan()


def _dictionary(source: Source) -> ZstdDict | None:
    """The dictionary at the beginning of a file, if it has one."""
    with source.open() as file:
        members = Members(file)
        members.next()
        return members.dictionary
