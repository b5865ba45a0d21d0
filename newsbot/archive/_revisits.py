"""Records that say "as before": which page of the files that were read they mean."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from newsbot.archive._records import Record
from newsbot.archive._source import Source
from newsbot.durable.zstd import ZstdDict

MAX_REMEMBERED = 2_000_000
"""Pages that revisits are led to: some 500 MB at this bound."""
_OFFSET = 48
"""Bits of a place in a file; those above them number the file."""
_NAMES = ("id", "capture", "digest")
_BY_NAME = mimetypes.MimeTypes(filenames=())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record can be read again, and the dictionary that its file needs."""

    source: Source
    offset: int
    dictionary: ZstdDict | None


class Originals:
    """Where the pages lie that were met so far, in whatever file, by what a revisit may name them by.

    Names are kept as their hashes; who reads an original checks with `is_original` that it is the one.
    """

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._urls: set[int] = set()
        self._files: list[tuple[Source, ZstdDict | None]] = []

    def remember(self, record: Record, source: Source, *, is_given: bool = True) -> None:
        """Keep where a page lies, and with `is_given` that there is one of its address."""
        if max(len(self._urls), len(self._places) // len(_NAMES)) >= MAX_REMEMBERED:
            return
        if is_given:
            self._urls.add(hash(record.field("WARC-Target-URI")))
        if record.is_addressable:
            place = self._number(source, record) << _OFFSET | record.offset
            for name in _names(record):
                self._places.setdefault(hash(name), place)

    def has_url(self, url: str | None) -> bool:
        """Whether a page of this address was met."""
        return hash(url) in self._urls

    def place_of(self, revisit: Record) -> Place | None:
        """Where the page lies that a revisit means, if it was met and can be read again."""
        places = (self._places.get(hash(name)) for name in _meant(revisit))
        found = next((place for place in places if place is not None), None)
        if found is None:
            return None
        source, dictionary = self._files[found >> _OFFSET]
        return Place(source, found & ((1 << _OFFSET) - 1), dictionary)

    def _number(self, source: Source, record: Record) -> int:
        if not self._files or self._files[-1][0] is not source:
            self._files.append((source, record.members.dictionary))
        return len(self._files) - 1


def is_original(record: Record, revisit: Record) -> bool:
    """Whether the record is what the revisit means."""
    return not set(_names(record)).isdisjoint(_meant(revisit))


def may_be_page(url: str | None) -> bool:
    """Whether an address does not look like that of a picture, script or style: revisits often state no type."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return True
    kind = _BY_NAME.guess_type(path)[0]
    return kind is None or kind in ("text/html", "application/xhtml+xml")


def _names(record: Record) -> list[tuple[Any, ...]]:
    """By what a page may be meant: its record, its address and time, its digest."""
    found = (
        ("id", record.field("WARC-Record-ID")),
        ("capture", record.field("WARC-Target-URI"), record.field("WARC-Date")),
        ("digest", record.field("WARC-Payload-Digest")),
    )
    return [name for name in found if None not in name]


def _bare(url: str | None) -> str | None:
    """An address without the brackets that old tools put round it."""
    return url[1:-1] if url and url.startswith("<") and url.endswith(">") else url


def _meant(revisit: Record) -> list[tuple[Any, ...]]:
    found = (
        ("id", revisit.field("WARC-Refers-To")),
        ("capture", _bare(revisit.field("WARC-Refers-To-Target-URI")), revisit.field("WARC-Refers-To-Date")),
        ("digest", revisit.field("WARC-Payload-Digest")),
    )
    return [name for name in found if None not in name]
