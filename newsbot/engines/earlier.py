"""The records and rejects of an earlier run, by the place of their page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from newsbot.archive import PageFile
from newsbot.corpus.compressed import DAMAGED, opened
from newsbot.corpus.diff.matching import Keys, by_place, place_key, shown_key
from newsbot.corpus.diff.shelf import Shelf
from newsbot.corpus.reading import Record, Records
from newsbot.corpus.sources import OnTrouble, Trouble
from newsbot.snapshot import Snapshot

Page = PageFile | Snapshot


class Earlier:
    """The records of a file, each given to the pages that it was read from.

    Pages and records are gone through side by side: a record whose page has not come yet waits, in memory up to a
    bound, above it as a place in its file. What reading the file raises (BadRecord, OSError) is raised by `take`.
    """

    def __init__(self, records: Path, rejects: Path, on_trouble: OnTrouble) -> None:
        self._records = iter(Records(records, on_trouble=on_trouble))
        self._shelf = Shelf()
        self._ours, self._theirs = Keys(), Keys()
        self._rejected = _rejected(rejects, on_trouble)

    def take(self, page: Page) -> Record | None:
        """The record of the page that lay where this one does, None where there is none."""
        path, offset, record_id = _place(page)
        wanted, _ = self._ours.key(place_key(path, offset, record_id))
        if found := self._shelf.take(wanted):
            return found
        for record in self._records:
            keys = [self._theirs.key(key)[0] for key in (by_place(record), *_further(record))]
            for key in keys:
                if key != wanted:
                    self._shelf.put(key, record)
            if wanted in keys:
                return record
        return None

    def has_rejected(self, page: Page) -> bool:
        """Whether the earlier run gave a reject for the page, as far as its rejects are at hand."""
        path, offset, _ = _place(page)
        return _short(path, offset) in self._rejected

    def rest(self) -> Iterator[str]:
        """The places of the records that no page was met for, in words; one of several documents is met by any."""
        for waiting in groupby(self._shelf.rest(), lambda record: (record.file, record.line)):
            left = [*waiting[1]]
            if len(left) == 1 + len(_further(left[0])):
                yield shown_key(left[0])
        yield from map(shown_key, self._records)

    def close(self) -> None:
        """Give the temporary file back."""
        self._shelf.close()


def _place(page: Page) -> tuple[str | None, int | None, str | None]:
    """Path, offset and record id, as the origin of the page's record has them."""
    if isinstance(page, PageFile):
        return page.shown, None, None
    return page.origin.path, page.origin.offset, page.origin.record_id


def _further(record: Record) -> list[str]:
    """The places of the documents that were joined beside the record's own."""
    origins = [page.get("origin") for page in record.fields["metadata"].get("pages") or ()]
    places = [(one.get("path"), one.get("offset"), one.get("record_id")) for one in origins if one]
    return [place_key(*place) for place in places if place[0]]


def _rejected(path: Path, on_trouble: OnTrouble) -> frozenset[bytes]:
    """The places of all rejects, sixteen bytes each; none where the file is not there or is no such file."""
    if not path.exists():
        on_trouble(Trouble(str(path), "not there: pages that were rejected before count as new"))
        return frozenset()
    found: set[bytes] = set()
    try:
        with path.open("rb") as raw:
            for line in opened(raw):
                reject = json.loads(line)
                found.add(_short(reject["path"], reject["offset"]))
    except (ValueError, KeyError, TypeError, EOFError, *DAMAGED) as error:
        on_trouble(Trouble(str(path), f"no file of rejects ({error}); what it lists counts as new"))
    return frozenset(found)


def _short(path: object, offset: object) -> bytes:
    return blake2b(f"{path}\0{offset}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
