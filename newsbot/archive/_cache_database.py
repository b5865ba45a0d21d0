"""The answers in a database of Scrapy's dbm cache: two keys each, one of what was answered and one of when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsbot import snapshot
from newsbot.archive._body import BodyError, reason_of
from newsbot.archive._databases import BadDatabase, Database, Entry, files_of, opened
from newsbot.archive._http_cache import (
    Headers,
    header_of,
    is_answer_with_page,
    moment_of,
    status_of,
    unpacked,
    url_of,
)
from newsbot.archive._members import HEAD_ROOM
from newsbot.archive._names import shown
from newsbot.archive._plain_pickle import plain
from newsbot.archive._seen import Seen
from newsbot.archive._source import Source
from newsbot.archive.selection import day_of
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot, header_map

_DATA, _TIME = b"_data", b"_time"
_MAX_TIME = 100
_NO_PAGE = "response"
"""What is passed over is counted as that of a WARC file is."""


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """An answer in a database, its body as it was sent; `load` unpacks that."""

    origin: Origin
    url: str | None
    status: int | None
    fetched_at: str | None
    headers: Headers
    body: bytes

    def load(self) -> Snapshot | Reject:
        """The page as a snapshot, or why it cannot be had."""
        try:
            body = unpacked(self.body, self.headers)
        except BodyError as error:
            return Reject(self.origin.path, self.url, error.reason, error.detail, self.origin.offset)
        return Snapshot(body, self.url, self.status, header_map(self.headers), self.fetched_at, self.origin)


def read_database(path: Path, name: str | None, seen: Seen) -> Iterator[CachedAnswer | Reject]:
    """The HTML answers of a database by their fingerprint, which is the order of Scrapy's file system cache.

    Other answers, and keys that are none of the cache's, are counted in `seen`. What cannot be read is a reject
    `corrupt_record` where it is that of an answer, else `corrupt_archive`.
    """
    source = Source(lambda: path.open("rb"), name or shown(path), "cache", size_of(path))
    for item in answers(path, source):
        if isinstance(item, Reject):
            yield item
        elif item is None:
            seen.passed_over["other"] += 1
        elif not is_answer_with_page(item.status, item.headers):
            seen.passed_over[_NO_PAGE] += 1
        elif not seen.refuses(_refusal(item, seen)):
            yield item
    seen.left(source)


def size_of(path: Path) -> int:
    """The bytes of the files that a database is; what cannot be looked at has none."""
    try:
        return sum(file.stat().st_size for file in files_of(path))
    except OSError:
        return 0


def answers(path: Path, source: Source) -> Iterator[CachedAnswer | Reject | None]:
    """Every answer of a database, what cannot be read, and None for each key that is none of an answer."""
    try:
        with opened(path) as database:
            yield from _in(database, source)
    except OSError as error:
        yield source.reject(None, reason_of(error), error.strerror or str(error), None)
    except BadDatabase as error:
        yield source.reject(None, "corrupt_archive", str(error)[:200], None)


def _in(database: Database, source: Source) -> Iterator[CachedAnswer | Reject | None]:
    found: dict[bytes, Entry] = {}
    times: dict[bytes, Entry] = {}
    for entry in database.entries():
        if isinstance(entry, BadDatabase):
            yield source.reject(None, "corrupt_archive", str(entry)[:200], None)
        elif entry.key.endswith(_DATA):
            found[entry.key.removesuffix(_DATA)] = entry
        elif entry.key.endswith(_TIME):
            times[entry.key.removesuffix(_TIME)] = entry
        else:
            yield None
    yield from (None for key in times if key not in found)
    for key in sorted(found):
        yield _answer(database, source, key, found[key], times.get(key))


def _answer(
    database: Database, source: Source, key: bytes, data: Entry, time: Entry | None
) -> CachedAnswer | Reject:
    offset = database.offset(data)
    url = None
    try:
        noted = plain(database.value(data, snapshot.MAX_BODY + HEAD_ROOM))
        if not isinstance(noted, dict):
            raise ValueError("no dictionary")
        url = url_of(noted.get("url"))
        body, headers = noted.get("body"), tuple(_header_lines(noted.get("headers")))
        if not isinstance(body, bytes):
            raise ValueError("an answer without a body")
        moment = moment_of(float(database.value(time, _MAX_TIME))) if time else None
    except (ValueError, OSError) as error:
        return source.reject(url, "corrupt_record", f"{type(error).__name__}: {error}"[:200], offset)
    origin = Origin("cache", source.name, offset, key.decode("latin-1"))
    return CachedAnswer(origin, url, status_of(noted.get("status")), moment, headers, body)


def _header_lines(noted: Any) -> Iterator[tuple[str, str]]:
    """Scrapy notes a list of values for each name, all of bytes."""
    if not isinstance(noted, dict):
        raise ValueError("an answer without headers")
    for name, values in noted.items():
        for value in values if isinstance(values, list) else ():
            if isinstance(name, bytes) and isinstance(value, bytes):
                yield header_of(name, value)


def _refusal(item: CachedAnswer, seen: Seen) -> str | None:
    """Why an answer is not wanted, before its body is unpacked."""
    if seen.selection is None:
        return None
    stated = (header_map(item.headers).get("content-type") or "text/html").partition(";")[0].strip()
    return seen.selection.refusal(item.url or "", day_of(item.fetched_at), stated, str(item.status or ""))
