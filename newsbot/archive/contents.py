"""What files hold before anything of it is read as a page: records by kind, hosts, types, time and bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsbot.archive import find_places
from newsbot.archive._answer import CAPTURES, moment_of
from newsbot.archive._archive_file import ArchiveFile
from newsbot.archive._cache_database import answers, size_of
from newsbot.archive._databases import is_database
from newsbot.archive._http_cache import CachePage
from newsbot.archive._names import bare_suffix, shown
from newsbot.archive._page import PageFile
from newsbot.archive._records import Record, Trouble, read_records
from newsbot.archive._seen import kind_of
from newsbot.archive._source import Source, source_of
from newsbot.archive.cdxj import bare_type, mime_of
from newsbot.durable.warc import NEEDS_EXTRA
from newsbot.items import Reject
from newsbot.portals import host_of
from newsbot.snapshot import header_map

PAGES = "pages by themselves"
"""The name under which files of one page each are told together."""
_MAX_NAMES = 100_000
"""Hosts or types that are told apart in one container; the rest is `_OTHERS`."""
_OTHERS = "(others)"
_ENTRY = "cache entry"


@dataclass(slots=True)
class Contents:
    """What one container holds: `size` in bytes as it lies there, `block_bytes` those of its records unpacked.

    Hosts and types are those of captures (responses, resources, revisits), `first` and `last` their times in UTC.
    `troubles` are places that cannot be read, by what is wrong, each with an example.
    """

    name: str
    size: int = 0
    block_bytes: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    mimes: Counter[str] = field(default_factory=Counter)
    first: str | None = None
    last: str | None = None
    troubles: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def as_object(self) -> dict[str, Any]:
        """The same as plain JSON types, counts with the largest first."""
        counted = {
            name: dict(_ordered(getattr(self, name))) for name in ("kinds", "hosts", "mimes", "troubles")
        }
        plain = {"name": self.name, "size": self.size, "block_bytes": self.block_bytes}
        return plain | {"first": self.first, "last": self.last} | counted | {"examples": self.examples}

    def take(self, record: Record) -> None:
        """Count one record."""
        self.kinds[kind_of(record)] += 1
        self.block_bytes += max(int(record.inner.length or 0), 0)
        if record.inner.rec_type in CAPTURES:
            _count(self.hosts, host_of(record.field("WARC-Target-URI")) or "-")
            _count(self.mimes, mime_of(record).lower() or "-")
            self.at(record.field("WARC-Date"))

    def at(self, stated: str | None) -> None:
        """Widen the period to a moment, if one with its zone is stated."""
        moment = moment_of(stated)
        if moment:
            self.first = min(self.first or moment, moment)
            self.last = max(self.last or moment, moment)

    def tell(self, detail: str, example: str) -> None:
        """Count a place that cannot be read."""
        self.troubles[detail] += 1
        self.examples.setdefault(detail, example)


def contents(*sources: str | Path) -> Iterator[Contents]:
    """What each archive file in the sources holds, one behind the other; of a WACZ each of its WARC files. Last comes
    what is no archive: pages in files of their own, by suffix.

    Archives are read to their end, but no page of them is. Raises FileNotFoundError for a source that does not exist.
    """
    alone = Contents(PAGES)
    for place in find_places(*sources):
        if isinstance(place, ArchiveFile):
            yield from _of_archive(place)
        else:
            _take_page(alone, place)
    if alone.kinds or alone.troubles:
        yield alone


def _of_archive(place: ArchiveFile) -> Iterator[Contents]:
    if is_database(place.path):
        yield _of_database(place)
        return
    for source in place.sources():
        if isinstance(source, Reject):
            found = Contents(source.path or str(place.path))
            found.tell(source.detail or source.reason, found.name)
            yield found
        else:
            yield _of_source(source)


def _of_database(place: ArchiveFile) -> Contents:
    found = Contents(place.name or shown(place.path), size_of(place.path))
    for item in answers(place.path, source_of(place.path, place.name)):
        if isinstance(item, Reject):
            found.tell(item.detail or item.reason, found.name)
        elif item is None:
            found.kinds["other"] += 1
        else:
            found.kinds[_ENTRY] += 1
            found.block_bytes += len(item.body)
            stated = header_map(item.headers).get("content-type") or ""
            _count(found.mimes, bare_type(stated).lower() or "-")
            _count(found.hosts, host_of(item.url) or "-")
            found.at(item.fetched_at)
    return found


def _of_source(source: Source) -> Contents:
    found = Contents(source.name, source.size)
    try:
        with source.open() as file:
            for item in read_records(file):
                _take(found, item)
    except ImportError:
        found.tell(NEEDS_EXTRA, source.name)
    except OSError as error:
        found.tell(error.strerror or str(error), source.name)
    except source.damage as error:
        found.tell(f"{type(error).__name__}: {error}"[:200], source.name)
    return found


def _take(found: Contents, item: Record | Trouble) -> None:
    if isinstance(item, Trouble):
        found.tell(item.detail, f"byte {item.offset}")
        return
    found.take(item)
    for fault in (item.breach, item.mismatch):
        if fault:
            found.tell(fault, f"byte {item.offset}")


def _take_page(found: Contents, place: PageFile | CachePage | Reject) -> None:
    if isinstance(place, Reject):
        found.tell(place.reason, place.path or "-")
        return
    if isinstance(place, PageFile):
        path, url, moment = place.path, place.info.url, place.info.fetched_at
        found.kinds[bare_suffix(path) or "-"] += 1
    else:
        path, url, moment = place.folder / "response_body", place.url, place.fetched_at
        found.kinds[_ENTRY] += 1
    if url:
        _count(found.hosts, host_of(url) or "-")
    found.at(moment)
    try:
        found.size += path.stat().st_size
    except OSError as error:
        found.tell(error.strerror or str(error), place.shown if isinstance(place, PageFile) else "-")


def _count(counter: Counter[str], name: str) -> None:
    counter[name if name in counter or len(counter) < _MAX_NAMES else _OTHERS] += 1


def _ordered(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))
