"""By what names a record that says "as before" means a page."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from newsbot.archive._records import Record

MAX_REMEMBERED = 2_000_000
"""Pages that revisits are led to: some 500 MB at this bound."""
MAX_WAITING = 10_000
"""Revisits whose original was not met yet; more of them are rejects at once."""
_BY_NAME = mimetypes.MimeTypes(filenames=())

KINDS = ("id", "capture", "digest")
"""What the names of a page begin with."""
Names = tuple[tuple[str, ...], ...]
"""By what a page may be meant: its record, its address and time, its digest; each begins with which of them it is."""


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
