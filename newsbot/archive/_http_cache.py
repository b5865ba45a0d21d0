"""An answer in Scrapy's file system cache: a folder with the body, the headers and what Scrapy noted."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from newsbot.archive._body import BodyError, read_body, undone
from newsbot.archive._names import shown
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot, has_page, header_map, header_text

_MAX_NOTE = 1_000_000
Headers: TypeAlias = tuple[tuple[str, str], ...]
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class CachePage:
    """A cached HTML answer; `load` reads its body, `name` is as that of a page."""

    folder: Path
    url: str | None
    status: int | None
    fetched_at: str | None
    headers: Headers
    name: str | None = None

    @property
    def shown(self) -> str:
        return self.name or shown(self.folder)

    def load(self) -> Snapshot | Reject:
        """The page as a snapshot, or why it cannot be had."""
        try:
            body = unpacked(read_body(self.folder / "response_body"), self.headers)
        except BodyError as error:
            return Reject(self.shown, self.url, error.reason, error.detail)
        origin = Origin("cache", self.shown)
        return Snapshot(body, self.url, self.status, header_map(self.headers), self.fetched_at, origin)


def is_http_cache(names: set[str]) -> bool:
    """Whether a folder with these files is one answer of Scrapy's cache."""
    return {"pickled_meta", "response_body"} <= names


def find_cached(folder: Path) -> CachePage | Reject | None:
    """The cached answer, None where it is no page: no HTML, a redirect, an error.

    What Scrapy noted is read as text: the pickle beside it could run anything, and is left alone.
    """
    try:
        note = _note(folder / "meta")
        headers = tuple(_header_lines(read_body(folder / "response_headers")))
    except (BodyError, ValueError, SyntaxError, MemoryError, RecursionError) as error:
        return Reject(shown(folder), None, "corrupt_record", f"{type(error).__name__}: {error}"[:200])
    status = status_of(note.get("status"))
    if not is_answer_with_page(status, headers):
        return None
    url = url_of(note.get("response_url") or note.get("url"))
    return CachePage(folder, url, status, moment_of(note.get("timestamp")), headers)


def url_of(noted: object) -> str | None:
    """An address as it was noted, None where it is none. What Python spells may hold half a surrogate pair, which no
    output can."""
    return noted.encode("utf-8", "replace").decode("utf-8") if isinstance(noted, str) else None


def status_of(noted: object) -> int | None:
    """A status as it was noted; None where it is none."""
    return noted if isinstance(noted, int) and not isinstance(noted, bool) else None


def is_answer_with_page(status: int | None, headers: Headers) -> bool:
    """Whether a cached answer is a page: no redirect and no error, and HTML where it states a type."""
    stated = header_map(headers).get("content-type") or "text/html"
    return stated.partition(";")[0].strip().lower() in _HTML and has_page(status)


def header_of(name: bytes, value: bytes) -> tuple[str, str]:
    """A header as it was received, as text."""
    return name.decode("latin-1").strip(), header_text(value)


def moment_of(stated: object) -> str | None:
    """Seconds since 1970 as the record writes moments; None where they are none."""
    if not isinstance(stated, int | float) or isinstance(stated, bool):
        return None
    try:
        return datetime.fromtimestamp(stated, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def unpacked(body: bytes, headers: Headers) -> bytes:
    """A cached body without the encodings that its headers name. Raises BodyError."""
    from newsbot.durable.encodings import layers  # loads libraries that a page in a file does not need

    return undone(body, layers(value for name, value in headers if name.lower() == "content-encoding"))


def _note(path: Path) -> dict[Any, Any]:
    data = read_body(path)
    if len(data) > _MAX_NOTE:
        raise ValueError(f"a note of more than {_MAX_NOTE} bytes")
    note = ast.literal_eval(data.decode("utf-8"))
    if not isinstance(note, dict):
        raise ValueError("the note is no dictionary")
    return note


def _header_lines(data: bytes) -> list[tuple[str, str]]:
    pairs = (line.partition(b":") for line in data.split(b"\n"))
    return [header_of(name, value) for name, colon, value in pairs if colon]
