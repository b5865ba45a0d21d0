"""Records that say "as before": which page of the same file they mean."""

from __future__ import annotations

import mimetypes
from typing import Any
from urllib.parse import urlsplit

from newsbot.archive._records import Record

MAX_REMEMBERED = 2_000_000
"""Pages of one file that revisits are led to: some 500 MB at this bound."""
_BY_NAME = mimetypes.MimeTypes(filenames=())


class Originals:
    """Where the pages of a file lie that were met so far, by what a revisit may name them by.

    Names are kept as their hashes; who reads an original checks with `is_original` that it is the one.
    """

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._urls: set[int] = set()

    def remember(self, record: Record) -> None:
        """Keep where a page lies."""
        if len(self._urls) >= MAX_REMEMBERED:
            return
        self._urls.add(hash(record.field("WARC-Target-URI")))
        if record.is_addressable:
            for name in _names(record):
                self._places.setdefault(hash(name), record.offset)

    def has_url(self, url: str | None) -> bool:
        """Whether a page of this address was met."""
        return hash(url) in self._urls

    def place_of(self, revisit: Record) -> int | None:
        """Where the page lies that a revisit means, if it was met and can be read again."""
        places = (self._places.get(hash(name)) for name in _meant(revisit))
        return next((place for place in places if place is not None), None)


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


def _meant(revisit: Record) -> list[tuple[Any, ...]]:
    found = (
        ("id", revisit.field("WARC-Refers-To")),
        ("capture", revisit.field("WARC-Refers-To-Target-URI"), revisit.field("WARC-Refers-To-Date")),
        ("digest", revisit.field("WARC-Payload-Digest")),
    )
    return [name for name in found if None not in name]
