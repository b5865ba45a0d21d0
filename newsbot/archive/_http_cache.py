"""An answer in Scrapy's file system cache: a folder with the body, the headers and what Scrapy noted."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsbot.archive._body import BodyError, read_body, undone
from newsbot.archive._page import shown
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot, has_page, header_map

_MAX_NOTE = 1_000_000
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class CachePage:
    """A cached HTML answer; `load` reads its body, `name` is as that of a page."""

    folder: Path
    url: str | None
    status: int | None
    fetched_at: str | None
    headers: tuple[tuple[str, str], ...]
    name: str | None = None

    @property
    def shown(self) -> str:
        return self.name or shown(self.folder)

    def load(self) -> Snapshot | Reject:
        """The page as a snapshot, or why it cannot be had."""
        from newsbot.durable.encodings import layers  # loads libraries that a page in a file does not need

        encodings = layers(value for name, value in self.headers if name.lower() == "content-encoding")
        try:
            body = undone(read_body(self.folder / "response_body"), encodings)
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
    status = note.get("status")
    status = status if isinstance(status, int) and not isinstance(status, bool) else None
    stated = header_map(headers).get("content-type") or "text/html"
    if stated.partition(";")[0].strip().lower() not in _HTML or not has_page(status):
        return None
    url = note.get("response_url") or note.get("url")
    return CachePage(folder, url if isinstance(url, str) else None, status, _moment(note), headers)


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
    return [
        (name.decode("latin-1").strip(), value.decode("utf-8", "replace").strip())
        for name, colon, value in pairs
        if colon
    ]


def _moment(note: dict[Any, Any]) -> str | None:
    stated = note.get("timestamp")
    if not isinstance(stated, int | float) or isinstance(stated, bool):
        return None
    try:
        return datetime.fromtimestamp(stated, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None
