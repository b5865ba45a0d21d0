"""The pages of a WARC or ARC file: its HTML responses, one at a time, decoded within the bounds of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from newsbot.archive._answer import CAPTURES, body_of, head_of, moment_of, status_of, type_of
from newsbot.archive._body import BodyError, reason_of
from newsbot.archive._extent import extent_of
from newsbot.archive._index import PAGE_MIMES
from newsbot.archive._named import MAX_WAITING, may_be_page
from newsbot.archive._placed import PlacedPage, Proof
from newsbot.archive._records import Record, Trouble, read_records, record_at
from newsbot.archive._revisited import RevisitPage, revisit_of
from newsbot.archive._seen import Seen, kind_of
from newsbot.archive._source import Source
from newsbot.archive.selection import day_of
from newsbot.durable.warc import DISCOVERY, NEEDS_EXTRA, PURPOSE
from newsbot.items import Reject
from newsbot.snapshot import Snapshot, has_page


@dataclass(frozen=True, slots=True)
class WarcPage:
    """A response in an archive file; `load` reads it, and must be called before the next one is looked for."""

    source: Source
    record: Record

    def load(self) -> Snapshot | Reject:
        """The page as a snapshot, or why it cannot be had."""
        head = head_of(self.source, self.record)
        try:
            return head.snapshot(*body_of(self.record))
        except BodyError as error:
            return head.reject(error.reason, error.detail)


def read_placed(page: PlacedPage) -> tuple[Snapshot | Reject, Proof]:
    """A page that was found by its head alone, and what reading it showed of its record."""
    source = Source(page.extent.open, page.name, page.kind)
    try:
        with source.open() as file:
            record = record_at(file, page.offset, None)
            if record is None:
                gone = source.reject(page.url, "corrupt_record", "no record can be read here", page.offset)
                return gone, Proof(holds=False)
            found = WarcPage(source, record).load()
            return found, Proof(record.ends_at == page.end, record.mismatch)
    except OSError as error:
        told = source.reject(page.url, reason_of(error), error.strerror or str(error), page.offset)
        return told, Proof(holds=False)


def read_archive(source: Source, seen: Seen) -> Iterator[WarcPage | PlacedPage | RevisitPage | Reject]:
    """The HTML responses of a WARC or ARC file in their order: plain, gzip or zstd, packed by record or whole.

    Requests, metadata, what is no HTML by its content type, redirects and other answers without a page (see
    `has_page`), and what a crawl marked as fetched for discovery, are no inputs and are counted in `seen`. A revisit
    is one where no page of its address came before it, in this file or in another that was read: with the body that
    it refers to. If that did not come yet the revisit waits (see `still_waiting`). Where `seen` asks for no
    more than heads, a page whose record seems to end at a known place is given as that, and not unpacked. Where a
    record cannot be read there is one reject that says where, and reading goes on at the next record that can.
    """
    try:
        seen.begun(source)
        with source.open() as file:
            yield from _pages(source, file, seen)
    except ImportError:
        yield source.reject(None, "unsupported_source", NEEDS_EXTRA, None)
    except OSError as error:
        yield source.reject(None, reason_of(error), error.strerror or str(error), None)
    except source.damage as error:
        yield source.reject(None, "corrupt_archive", f"{type(error).__name__}: {error}"[:200], None)
    seen.left(source)


def still_waiting(seen: Seen) -> Iterator[RevisitPage | Reject]:
    """The revisits that waited for their original, when all files were read: with its body, or a reject
    `revisit_without_original`."""
    for revisit in seen.waiting:
        place = seen.originals.place_of(revisit.meant)
        if seen.originals.has_url(revisit.head.url):
            seen.passed_over["revisit"] += 1
        else:
            yield RevisitPage(revisit, place) if place is not None else revisit.orphan()
    seen.waiting.clear()


def _pages(
    source: Source, file: BinaryIO, seen: Seen
) -> Iterator[WarcPage | PlacedPage | RevisitPage | Reject]:
    for record in _records(source, file, seen):
        seen.reached(source, file.tell())
        if isinstance(record, Trouble):
            yield source.reject(None, "corrupt_archive", record.detail, record.offset)
            continue
        if seen.refuses(_refusal(record, seen)):
            if _is_page(record):
                seen.remember(source, record, is_given=False)
            continue
        if _is_page(record):
            seen.remember(source, record)
            placed = _placed(source, file, record, seen) if seen.by_heads else None
            yield placed or WarcPage(source, record)
        elif record.inner.rec_type == "revisit":
            yield from _revisited(source, record, seen)
        else:
            seen.passed_over[kind_of(record)] += 1
            if breach := record.breach:
                yield source.reject(None, "corrupt_archive", breach, record.offset)
        seen.check(source, record)


def _placed(source: Source, file: BinaryIO, record: Record, seen: Seen) -> PlacedPage | None:
    """The page as its place, where another process can open it and the end of its record can be told."""
    extent = extent_of(file)
    end = record.pass_by() if extent is not None else None
    if extent is None or end is None:
        return None
    url, order = record.field("WARC-Target-URI"), seen.order_of(record)
    return PlacedPage(extent, record.offset, end, source.name, source.kind, url, order)


def _records(source: Source, file: BinaryIO, seen: Seen) -> Iterator[Record | Trouble]:
    """The records of a file, all of them or those that its index names as wanted."""
    chosen = seen.chosen(source)
    if chosen is None:
        yield from read_records(file)
        return
    for offset, names in chosen.places():
        if names is not None:
            seen.note(source, offset, names)
            continue
        record = record_at(file, offset, None) if offset < source.size else None
        if record is None or record.inner.rec_type not in CAPTURES:
            yield Trouble("the index leads to no capture", offset)
        else:
            yield record


def _refusal(record: Record, seen: Seen) -> str | None:
    """Why a capture is not wanted, by what it says of itself; other records are counted as ever."""
    if seen.selection is None or record.inner.rec_type not in CAPTURES:
        return None
    return seen.selection.refusal(
        record.field("WARC-Target-URI") or "",
        day_of(moment_of(record.field("WARC-Date"))),
        (type_of(record) or "").partition(";")[0].strip(),
        str(status_of(record) or ""),
    )


def _revisited(source: Source, record: Record, seen: Seen) -> Iterator[RevisitPage | Reject]:
    """A revisit of what was read adds nothing; of what was not it is the only trace of a page."""
    if seen.originals.has_url(record.field("WARC-Target-URI")) or not _may_be_page(record):
        seen.passed_over["revisit"] += 1
        return
    revisit = revisit_of(source, record)
    place = seen.originals.place_of(revisit.meant)
    if seen.ledger is not None:
        yield from seen.ledger.revisited(revisit, place, seen.passed_over)
    elif place is not None:
        yield RevisitPage(revisit, place)
    elif len(seen.waiting) < MAX_WAITING:
        seen.waiting.append(revisit)
    else:
        yield revisit.orphan(f"{MAX_WAITING} others wait for what they refer to")


def _may_be_page(revisit: Record) -> bool:
    if revisit.field(PURPOSE) == DISCOVERY:
        return False
    stated = type_of(revisit) if revisit.inner.http_headers else None
    status = status_of(revisit)
    if status not in (None, 304) and not has_page(status):
        return False
    url = revisit.field("WARC-Target-URI")
    return _is_html(stated) if stated else may_be_page(url)


def _is_page(record: Record) -> bool:
    kind = record.inner.rec_type
    if kind not in ("response", "resource") or record.field(PURPOSE) == DISCOVERY:
        return False
    if kind == "response" and record.inner.http_headers is None:
        return False
    return _is_html(type_of(record)) and has_page(status_of(record)) and _is_of_the_web(record)


def _is_of_the_web(record: Record) -> bool:
    """Browsertrix keeps what it made of a page (its text, its picture) as resources named `urn:` and the page."""
    return not (record.field("WARC-Target-URI") or "").lower().startswith("urn:")


def _is_html(stated: str | None) -> bool:
    return (stated or "text/html").partition(";")[0].strip().lower() in PAGE_MIMES
