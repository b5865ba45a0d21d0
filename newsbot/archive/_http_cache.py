"""An answer in Scrapy's file system cache: a folder with the body, the headers and what Scrapy noted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from newsbot.archive._body import BodyError, read_body, undone
from newsbot.archive._names import shown
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot, has_page, header_map

_MAX_NOTE = 1_000_000
_DBM_SUFFIXES = (".db", ".dbm", ".gdbm")
_DUMB = ".dir"
"""Of the keys in dbm.dumb, which Python takes where it has no other; the values lie in `.dat` beside it."""
_GNU = frozenset((0x13579ACD, 0x13579ACE, 0x13579ACF, 0x13579AD0, 0x13579AD1))
"""Of gdbm's header (gdbmdefs.h), at the beginning."""
_BERKELEY = 0x00061561
"""Of a hash database (db_page.h, DB_HASHMAGIC), at byte 12."""
DBM_TOLD = (
    "a database of Scrapy's dbm cache, which is not read: HTTPCACHE_STORAGE = "
    "'scrapy.extensions.httpcache.FilesystemCacheStorage' keeps one that is"
)
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


def is_dbm(path: Path) -> bool:
    """Whether a file is a database of GNU dbm, of Berkeley DB or of Python's own in its place, as Scrapy's dbm cache
    keeps its answers in.

    It is told and not read. Each answer in it is a pickle; one could be read within bounds, for it holds plain values
    alone, but the databases are read by libraries in C that promise nothing of damaged files, and by those only that
    the machine which wrote the file happened to have.
    """
    if path.suffix.lower() not in (*_DBM_SUFFIXES, _DUMB):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return False  # reading it as what it may be will say what is wrong
    if path.suffix.lower() == _DUMB:
        return head.startswith((b"'", b'"')) and path.with_suffix(".dat").is_file()
    return any(number in _GNU or other == _BERKELEY for number, other in _numbers(head))


def _numbers(head: bytes) -> Iterator[tuple[int, int]]:
    """The numbers by which such files are known, in either order of bytes."""
    order: Literal["little", "big"]
    for order in ("little", "big"):
        yield int.from_bytes(head[:4], order), int.from_bytes(head[12:16], order)


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
