"""Records that say "as before": which page of the files that were read they mean."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from newsbot.archive._records import Record, record_at
from newsbot.archive._source import Source
from newsbot.durable.zstd import ZstdDict

MAX_REMEMBERED = 2_000_000
"""Pages that revisits are led to: some 500 MB at this bound."""
_OFFSET = 48
"""Bits of a place in a file; those above them number the file."""
_BY_NAME = mimetypes.MimeTypes(filenames=())

KINDS = ("id", "capture", "digest")
"""What the names of a page begin with."""
Names = tuple[tuple[str, ...], ...]
"""By what a page may be meant: its record, its address and time, its digest; each begins with which of them it is."""


class Where(Protocol):
    """Where the record that a revisit means can be read again."""

    def found(self) -> AbstractContextManager[Record | None]:
        """That record, if one is there, as long as the context lasts."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that was read, and the dictionary that its file needs."""

    source: Source
    offset: int
    dictionary: ZstdDict | None

    @contextmanager
    def found(self) -> Iterator[Record | None]:
        """See `Where`."""
        with self.source.open() as file:
            yield record_at(file, self.offset, self.dictionary)


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
        if max(len(self._urls), len(self._places) // len(KINDS)) >= MAX_REMEMBERED:
            return
        if is_given:
            self._urls.add(hash(record.field("WARC-Target-URI")))
        if record.is_addressable:
            place = self._number(source, record) << _OFFSET | record.offset
            for name in names_of(record):
                self._places.setdefault(hash(name), place)

    def has_url(self, url: str | None) -> bool:
        """Whether a page of this address was met."""
        return hash(url) in self._urls

    def place_of(self, meant: Names) -> Place | None:
        """Where the page lies that a revisit means, if it was met and can be read again."""
        places = (self._places.get(hash(name)) for name in meant)
        found = next((place for place in places if place is not None), None)
        if found is None:
            return None
        source, dictionary = self._files[found >> _OFFSET]
        return Place(source, found & ((1 << _OFFSET) - 1), dictionary)

    def _number(self, source: Source, record: Record) -> int:
        if not self._files or self._files[-1][0] is not source:
            self._files.append((source, record.members.dictionary))
        return len(self._files) - 1


def is_original(record: Record, meant: Names) -> bool:
    """Whether the record is what a revisit means."""
    return not set(names_of(record)).isdisjoint(meant)


def may_be_page(url: str | None) -> bool:
    """Whether an address does not look like that of a picture, script or style: revisits often state no type."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return True
    kind = _BY_NAME.guess_type(path)[0]
    return kind is None or kind in ("text/html", "application/xhtml+xml")


def names_of(record: Record) -> Names:
    """By what a revisit may mean the page."""
    return _stated(
        (record.field("WARC-Record-ID"),),
        (record.field("WARC-Target-URI"), record.field("WARC-Date")),
        (record.field("WARC-Payload-Digest"),),
    )


def meant_by(revisit: Record) -> Names:
    """Which page a revisit means, the surest first."""
    return _stated(
        (revisit.field("WARC-Refers-To"),),
        (_bare(revisit.field("WARC-Refers-To-Target-URI")), revisit.field("WARC-Refers-To-Date")),
        (revisit.field("WARC-Payload-Digest"),),
    )


def _stated(*values: tuple[str | None, ...]) -> Names:
    named = zip(KINDS, values, strict=True)
    return tuple((kind, *(one or "" for one in value)) for kind, value in named if None not in value)


def _bare(url: str | None) -> str | None:
    """An address without the brackets that old tools put round it."""
    return url[1:-1] if url and url.startswith("<") and url.endswith(">") else url
