"""The pages of a WARC or ARC file: its HTML responses, one at a time, decoded within the bounds of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, BinaryIO

from newsbot import snapshot
from newsbot.archive._body import BodyError, reason_of, undone
from newsbot.archive._chunks import Joined
from newsbot.archive._members import HEAD_ROOM
from newsbot.archive._records import Record, Trouble, read_records, record_at
from newsbot.archive._revisits import Place, is_original, may_be_page
from newsbot.archive._seen import MAX_WAITING, Seen, kind_of
from newsbot.archive._source import Source
from newsbot.archive.selection import day_of
from newsbot.durable.encodings import layers
from newsbot.durable.warc import DISCOVERY, NEEDS_EXTRA, PURPOSE
from newsbot.items import Origin, Problem, Reject
from newsbot.snapshot import Snapshot, has_page, header_map

CAPTURES = frozenset(("response", "revisit", "resource"))
"""The records that are looked up by an address; the others belong to one of them, or to the file."""
_CHUNK = 65_536
_HTML = ("text/html", "application/xhtml+xml")
_NO_ORIGINAL = "revisit_without_original"


@dataclass(frozen=True, slots=True)
class WarcPage:
    """A response in an archive file; `load` reads it, and must be called before the next one is looked for."""

    source: Source
    record: Record

    def load(self) -> Snapshot | Reject:
        """The page as a snapshot, or why it cannot be had."""
        record = self.record
        try:
            body, problems = _body(record)
        except BodyError as error:
            url = record.field("WARC-Target-URI")
            return self.source.reject(url, error.reason, error.detail, record.offset)
        found = _snapshot(self.source, record, body, record.inner.http_headers)
        return replace(found, problems=problems)


@dataclass(frozen=True, slots=True)
class RevisitPage:
    """A record whose body is that of another one; `load` reads that one again."""

    source: Source
    record: Record
    place: Place

    def load(self) -> Snapshot | Reject:
        """The page as it was found again, or why its body cannot be had."""
        record, place = self.record, self.place
        url = record.field("WARC-Target-URI")
        try:
            with place.source.open() as file:
                original = record_at(file, place.offset, place.dictionary)
                if original is None or not is_original(original, record):
                    detail = "what it refers to is not where it was"
                    return self.source.reject(url, _NO_ORIGINAL, detail, record.offset)
                body, problems = _body(original)
        except BodyError as error:
            return self.source.reject(url, error.reason, error.detail, record.offset)
        except OSError as error:
            return self.source.reject(url, reason_of(error), error.strerror or str(error), record.offset)
        except place.source.damage as error:
            return self.source.reject(
                url, _NO_ORIGINAL, f"{type(error).__name__}: {error}"[:200], record.offset
            )
        http = record.inner.http_headers or original.inner.http_headers
        return replace(_snapshot(self.source, record, body, http), problems=problems)


def read_archive(source: Source, seen: Seen) -> Iterator[WarcPage | RevisitPage | Reject]:
    """The HTML responses of a WARC or ARC file in their order: plain, gzip or zstd, packed by record or whole.

    Requests, metadata, what is no HTML by its content type, redirects and other answers without a page (see
    `has_page`), and what a crawl marked as fetched for discovery, are no inputs and are counted in `seen`. A revisit
    is one where no page of its address came before it, in this file or in another that was read: with the body that
    it refers to. If that did not come yet the revisit waits (see `still_waiting`). Where a record cannot be read there
    is one reject that says where, and reading goes on at the next record that can.
    """
    try:
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
    for source, record in seen.waiting:
        place = seen.originals.place_of(record)
        if seen.originals.has_url(record.field("WARC-Target-URI")):
            seen.passed_over["revisit"] += 1
        elif place is not None:
            yield RevisitPage(source, record, place)
        else:
            detail = "what it refers to is in none of the files, or cannot be read again there"
            yield _orphan(source, record, detail)
    seen.waiting.clear()


def _pages(source: Source, file: BinaryIO, seen: Seen) -> Iterator[WarcPage | RevisitPage | Reject]:
    for record, is_wanted in _records(source, file, seen):
        seen.reached(source, file.tell())
        if isinstance(record, Trouble):
            yield source.reject(None, "corrupt_archive", record.detail, record.offset)
            continue
        if not is_wanted or seen.refuses(_refusal(record, seen)):
            if _is_page(record):
                seen.originals.remember(record, source, is_given=False)
            continue
        if _is_page(record):
            seen.originals.remember(record, source)
            yield WarcPage(source, record)
        elif record.inner.rec_type == "revisit":
            yield from _revisited(source, record, seen)
        else:
            seen.passed_over[kind_of(record)] += 1
            if breach := record.breach:
                yield source.reject(None, "corrupt_archive", breach, record.offset)
        seen.check(source, record)


def _records(source: Source, file: BinaryIO, seen: Seen) -> Iterator[tuple[Record | Trouble, bool]]:
    """The records of a file, all of them or those that its index names as wanted, or as what a wanted one means."""
    chosen = seen.chosen(source)
    if chosen is None:
        yield from ((record, True) for record in read_records(file))
        return
    for offset, is_wanted in chosen.places():
        record = record_at(file, offset, None) if offset < source.size else None
        if record is None or record.inner.rec_type not in CAPTURES:
            yield Trouble("the index leads to no capture", offset), True
        else:
            yield record, is_wanted


def _refusal(record: Record, seen: Seen) -> str | None:
    """Why a capture is not wanted, by what it says of itself; other records are counted as ever."""
    if seen.selection is None or record.inner.rec_type not in CAPTURES:
        return None
    http = record.inner.http_headers
    stated = http.get_header("Content-Type") if http else record.field("Content-Type")
    return seen.selection.refusal(
        record.field("WARC-Target-URI") or "",
        day_of(moment_of(record.field("WARC-Date"))),
        (stated or "").partition(";")[0].strip(),
        str(_status(http) or ""),
    )


def _revisited(source: Source, record: Record, seen: Seen) -> Iterator[RevisitPage | Reject]:
    """A revisit of what was read adds nothing; of what was not it is the only trace of a page."""
    if seen.originals.has_url(record.field("WARC-Target-URI")) or not _may_be_page(record):
        seen.passed_over["revisit"] += 1
        return
    place = seen.originals.place_of(record)
    if place is not None:
        yield RevisitPage(source, record, place)
    elif len(seen.waiting) < MAX_WAITING:
        seen.waiting.append((source, record))
    else:
        yield _orphan(source, record, f"{MAX_WAITING} others wait for what they refer to")


def _orphan(source: Source, record: Record, detail: str) -> Reject:
    return source.reject(record.field("WARC-Target-URI"), _NO_ORIGINAL, detail, record.offset)


def _may_be_page(revisit: Record) -> bool:
    if revisit.field(PURPOSE) == DISCOVERY:
        return False
    http = revisit.inner.http_headers
    stated = http.get_header("Content-Type") if http else None
    status = _status(http)
    if status not in (None, 304) and not has_page(status):
        return False
    url = revisit.field("WARC-Target-URI")
    return _is_html(stated) if stated else may_be_page(url)


def _is_page(record: Record) -> bool:
    kind = record.inner.rec_type
    if kind not in ("response", "resource") or record.field(PURPOSE) == DISCOVERY:
        return False
    http = record.inner.http_headers
    if kind == "response" and http is None:
        return False
    stated = http.get_header("Content-Type") if http else record.field("Content-Type")
    return _is_html(stated) and has_page(_status(http)) and _is_of_the_web(record)


def _is_of_the_web(record: Record) -> bool:
    """Browsertrix keeps what it made of a page (its text, its picture) as resources named `urn:` and the page."""
    return not (record.field("WARC-Target-URI") or "").lower().startswith("urn:")


def _is_html(stated: str | None) -> bool:
    return (stated or "text/html").partition(";")[0].strip().lower() in _HTML


def _snapshot(source: Source, record: Record, body: bytes, http: Any) -> Snapshot:
    return Snapshot(
        body,
        record.field("WARC-Target-URI"),
        _status(http),
        header_map(http.headers if http else [("content-type", record.field("Content-Type") or "")]),
        moment_of(record.field("WARC-Date")),
        Origin(source.kind, source.name, record.offset, _record_id(record)),
    )


def _doubts(record: Record, torn: str | None) -> tuple[Problem, ...]:
    """What the record says of its body, or its body of itself, after reading it."""
    cut = record.field("WARC-Truncated")
    told = (
        ("digest_mismatch", record.mismatch),
        ("truncated", torn or (f"WARC-Truncated: {cut[:100]}" if cut else None)),
    )
    return tuple(Problem(code, None, "warning", detail) for code, detail in told if detail)


def _record_id(record: Record) -> str | None:
    """ARC has none; the one that warcio makes up would differ with every reading."""
    return None if record.is_arc else record.field("WARC-Record-ID")


def _status(http: Any) -> int | None:
    code = http.get_statuscode() if http else ""
    return int(code) if code and code.isdecimal() and len(code) == 3 else None


def moment_of(stated: str | None) -> str | None:
    """A WARC-Date as the record writes moments: ISO 8601 in UTC; None where it is none, or states no zone."""
    try:
        moment = datetime.fromisoformat(stated or "")
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else None
    except (ValueError, OverflowError):  # the latter where its zone leads out of the calendar
        return None


def _body(record: Record) -> tuple[bytes, tuple[Problem, ...]]:
    """The body without chunks and encodings, and what is to be said of it. Raises BodyError."""
    http, stream = record.inner.http_headers, record.inner.raw_stream
    if record.inner.length > snapshot.MAX_BODY + HEAD_ROOM:
        raise BodyError("too_large", f"a record of {record.inner.length} bytes")
    transfer = layers(_values(http, "transfer-encoding"))
    joined = Joined(stream) if "chunked" in transfer else None
    try:
        packed = _bounded(joined or stream)
    except BodyError:
        raise
    except Exception as error:
        raise BodyError("corrupt_record", f"{type(error).__name__}: {error}"[:200]) from error
    if fault := record.fault:
        raise BodyError("corrupt_record", fault)
    names = layers(_values(http, "content-encoding")) + [name for name in transfer if name != "chunked"]
    return undone(packed, names), _doubts(record, joined.fault if joined else None)


def _values(http: Any, name: str) -> list[str]:
    return [value for key, value in http.headers if key.lower() == name] if http else []


def _bounded(stream: Any) -> bytes:
    """The whole body; never more than a chunk above the bound of a page is read."""
    data = bytearray()
    while chunk := stream.read(_CHUNK):
        data += chunk
        if len(data) > snapshot.MAX_BODY:
            raise BodyError("too_large", f"more than {snapshot.MAX_BODY} bytes")
    return bytes(data)
