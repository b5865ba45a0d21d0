"""One page file that was found but not yet read, and what is known of it from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from newsbot.archive._body import BodyError, read_body
from newsbot.archive._names import is_mhtml, origin_kind, shown
from newsbot.archive._saved import SavedPage, saved_from
from newsbot.items import Origin, Reject
from newsbot.snapshot import MAX_BODY, Snapshot

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
