"""One page file that was found but not yet read, and what is known of it from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newsbot.archive._body import BodyError, read_body, reason_of
from newsbot.archive._databases import files_of, is_database
from newsbot.archive._names import is_mhtml, is_wacz, origin_kind, shown
from newsbot.archive._saved import SavedPage, saved_from
from newsbot.items import Origin, Reject
from newsbot.snapshot import MAX_BODY, Snapshot

if TYPE_CHECKING:
    from newsbot.archive._cache_database import CachedAnswer
    from newsbot.archive._placed import PlacedPage
    from newsbot.archive._revisited import RevisitPage
    from newsbot.archive._seen import Seen
    from newsbot.archive._source import Source
    from newsbot.archive._warc import WarcPage

MAX_FILE = 3 * MAX_BODY
"""Bytes of a file of one page: in an MHTML file the pictures are as well."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What a manifest line or a sibling JSON file says of a page."""

    url: str | None = None
    fetched_at: str | None = None
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageFile:
    """The place of a page; `load` reads it, `shown` is its path as a snapshot or a reject of it names it: `name`, where
    the file lies elsewhere than where it is read."""

    path: Path
    info: PageInfo = field(default_factory=PageInfo)
    name: str | None = None

    @property
    def shown(self) -> str:
        return self.name or shown(self.path)

    def load(self) -> Snapshot | Reject:
        """The page as a snapshot, or why it cannot be had."""
        try:
            page = self._mhtml() if is_mhtml(self.path) else self._plain()
        except BodyError as error:
            return Reject(self.shown, self.info.url, error.reason, error.detail)
        info = self.info
        return Snapshot(
            page.body,
            info.url or page.url,
            info.status,
            page.headers | info.headers,
            info.fetched_at or page.fetched_at,
            Origin(kind=origin_kind(self.path), path=self.shown),
        )

    def _mhtml(self) -> SavedPage:
        from newsbot.archive._mhtml import open_mhtml

        return open_mhtml(read_body(self.path, MAX_FILE))

    def _plain(self) -> SavedPage:
        body = read_body(self.path)
        is_html = origin_kind(self.path) == "html"
        url, moment = saved_from(body) if is_html and self.info.url is None else (None, None)
        return SavedPage(body, url, moment, {})


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file that holds many pages, found and not opened; `name` as that of a page."""

    path: Path
    name: str | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it is on a disk: a database of a cache may be two."""
        return files_of(self.path)

    def pages(self, seen: Seen) -> Iterator[WarcPage | PlacedPage | RevisitPage | CachedAnswer | Reject]:
        """Its pages; the readers load much that a single page does not need."""
        if is_database(self.path):
            from newsbot.archive._cache_database import read_database

            yield from read_database(self.path, self.name, seen)
            return
        from newsbot.archive._warc import read_archive

        for source in self.sources():
            if isinstance(source, Reject):
                yield source
            else:
                yield from read_archive(source, seen)

    def sources(self) -> Iterator[Source | Reject]:
        """The files of records that it is, or that lie in it."""
        from newsbot.archive._source import source_of
        from newsbot.archive._wacz import sources_in

        if is_wacz(self.path):
            yield from sources_in(self.path, self.name)
            return
        try:
            yield source_of(self.path, self.name)
        except OSError as error:
            yield Reject(self.name or shown(self.path), None, reason_of(error), error.strerror or str(error))
