"""The page of a record, found again by what the record says of its origin, or by address and moment in WARC files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from newsbot.archive import load, read_sources
from newsbot.archive._http_cache import find_cached
from newsbot.archive._info import sibling_info
from newsbot.archive._named import meant_by
from newsbot.archive._names import shown
from newsbot.archive._page import PageFile
from newsbot.archive._records import Record, Trouble, read_records, record_at
from newsbot.archive._revisited import RevisitPage, revisit_of
from newsbot.archive._revisits import Originals
from newsbot.archive._source import Source, source_of
from newsbot.archive._warc import WarcPage
from newsbot.durable.warc import NEEDS_EXTRA, warc_date
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot


def read_again(origin: Origin) -> Snapshot | Reject:
    """The page that an origin names: a file, a folder of a cache, or a place in an archive, which is looked up where
    it can be and else come to by reading. What is there now may be other bytes: ask the digest."""
    if origin.path is None:
        return Reject(None, None, "no_origin", "the record does not say where its page lies")
    path = Path(origin.path)
    if origin.kind in ("html", "text"):
        return _file(path)
    if origin.kind == "cache":
        if path.is_file():
            return _by_reading(path, origin)
        cached = find_cached(path)
        return cached.load() if cached and not isinstance(cached, Reject) else _lost(origin)
    if origin.kind == "warc" and path.is_file():
        return _at(source_of(path), origin.offset, origin.record_id) or _by_reading(path, origin)
    return _by_reading(_container(path), origin)


def _file(path: Path) -> Snapshot | Reject:
    if not path.is_file():
        return Reject(shown(path), None, "unreadable_file", "there is no such file")
    info, _ = sibling_info(path)
    return load(PageFile(path, info))


def _at(source: Source, offset: int | None, record_id: str | None) -> Snapshot | Reject | None:
    """The page that begins at a place; None where none can be read there by itself."""
    if offset is None:
        return None
    try:
        with source.open() as file:
            record = record_at(file, offset, None)
            if record is None or not _is_same(record, record_id):
                return None
            return WarcPage(source, record).load()
    except (ImportError, OSError):
        return None


def _is_same(record: Record, record_id: str | None) -> bool:
    is_answer = record.inner.rec_type in ("response", "resource")
    return is_answer and (record_id is None or record.field("WARC-Record-ID") == record_id)


def _by_reading(path: Path, origin: Origin) -> Snapshot | Reject:
    """The page met on a reading of the whole: of archives packed as one, of revisits, and of what lies in a WACZ."""
    if not path.is_file():
        return _lost(origin)
    wanted = (origin.path, origin.offset, origin.record_id)
    for item in read_sources(path):
        if isinstance(item, Snapshot):
            found = item.origin
            if (found.path, found.offset, found.record_id) == wanted:
                return item
    return _lost(origin)


def _container(path: Path) -> Path:
    """The file that a path inside of it begins with: `pages.wacz/archive/data.warc.gz`."""
    return next((above for above in (path, *path.parents) if above.is_file()), path)


def _lost(origin: Origin) -> Reject:
    return Reject(origin.path, None, "page_not_found", "the page is not where the record says it lay")


@dataclass(slots=True)
class Answers:
    """The answers in some WARC files by address and moment, as a live crawl's records know them: where each begins, and
    where the answer lies whose body it has, if that is another."""

    places: dict[tuple[str, str], tuple[Path, int]] = field(default_factory=dict)
    revisits: dict[tuple[str, str], RevisitPage] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, files: Iterable[Path]) -> Answers:
        """Go through the files once; what cannot be read is among `troubles`."""
        found, originals = cls(), Originals()
        for path in files:
            try:
                source = source_of(path)
                with path.open("rb") as file:
                    for item in read_records(file):
                        found._take(path, source, item, originals)
            except ImportError:
                found.troubles.append(NEEDS_EXTRA)
            except OSError as error:
                found.troubles.append(f"{shown(path)}: {error.strerror or error}")
        return found

    def _take(self, path: Path, source: Source, item: Record | Trouble, originals: Originals) -> None:
        if isinstance(item, Trouble):
            self.troubles.append(f"{shown(path)}: {item}")
            return
        key = (item.field("WARC-Target-URI") or "", item.field("WARC-Date") or "")
        if item.inner.rec_type == "response":
            originals.remember(item, source)
            self.places.setdefault(key, (path, item.offset))
        elif item.inner.rec_type == "revisit" and (original := originals.place_of(meant_by(item))):
            self.revisits.setdefault(key, RevisitPage(revisit_of(source, item), original))

    def page(self, url: str, fetched_at: str) -> Snapshot | Reject:
        """The answer of an address at a moment (ISO 8601 with an offset)."""
        key = (url, warc_date(fetched_at))
        if key not in self.places and key in self.revisits:
            return self.revisits[key].load()
        place = self.places.get(key)
        if place is None:
            return Reject(None, url, "page_not_found", "no WARC file has its answer")
        return _at(source_of(place[0]), place[1], None) or Reject(
            shown(place[0]), url, "page_not_found", "its answer cannot be read by itself"
        )
