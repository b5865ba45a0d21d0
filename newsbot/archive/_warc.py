"""The pages of a WARC file: its HTML responses, one at a time, decoded within the bounds of a page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from newsbot import snapshot
from newsbot.archive._body import reason_of
from newsbot.archive._page import shown
from newsbot.durable.warc import DISCOVERY, NEEDS_EXTRA, PURPOSE
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot, has_page, header_map

_HEAD_ROOM = 1_000_000
"""Bytes of a record beside its body: WARC and HTTP headers, chunk marks."""
_CHUNK = 65_536
_BEGINS = re.compile(rb"\x1f\x8b\x08|\r?\n\r?\nWARC/1\.")
_OVERLAP = 16
"""Bytes of a beginning that may lie across two chunks."""
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class WarcPage:
    """A response in a WARC file; `load` reads it, and must be called before the next one is looked for."""

    path: Path
    record: Any
    offset: int

    def load(self) -> Snapshot | Reject:
        """The page as a snapshot, or why it cannot be had."""
        fields, http = self.record.rec_headers, self.record.http_headers
        url = fields.get_header("WARC-Target-URI")
        length = fields.get_header("Content-Length") or "0"
        if length.isdecimal() and int(length) > snapshot.MAX_BODY + _HEAD_ROOM:
            return self._reject(url, "too_large", f"a record of {length} bytes")
        try:
            body = _bounded(self.record.content_stream())
        except Exception as error:  # noqa: BLE001 - decoders raise what they like on damaged data
            return self._reject(url, "corrupt_record", f"{type(error).__name__}: {error}"[:200])
        if body is None:
            return self._reject(url, "too_large", f"more than {snapshot.MAX_BODY} bytes")
        if missing := _missing(self.record.raw_stream):
            return self._reject(
                url, "corrupt_record", f"the record breaks off {missing} bytes before its end"
            )
        return Snapshot(
            body,
            url,
            _status(http),
            header_map(http.headers if http else [("content-type", fields.get_header("Content-Type") or "")]),
            _moment(fields.get_header("WARC-Date")),
            Origin("warc", shown(self.path), self.offset, fields.get_header("WARC-Record-ID")),
        )

    def _reject(self, url: str | None, reason: str, detail: str) -> Reject:
        return Reject(shown(self.path), url, reason, detail, self.offset)


def read_warc(path: Path) -> Iterator[WarcPage | Reject]:
    """The HTML responses of a WARC file, plain or gzipped by record, in their order.

    Requests, revisits, metadata, what is no HTML by its content type, redirects and other answers without a page
    (see `has_page`), and what a crawl marked as fetched for discovery, are no inputs. Where a record cannot be read
    there is one reject that says where, and reading goes on at the next record that can.
    """
    try:
        from warcio.archiveiterator import WARCIterator
    except ImportError:
        yield Reject(shown(path), None, "unsupported_source", NEEDS_EXTRA)
        return
    try:
        with path.open("rb") as file:
            yield from _pages(path, file, WARCIterator)
    except OSError as error:
        yield Reject(shown(path), None, reason_of(error), error.strerror or str(error))


def _pages(path: Path, file: BinaryIO, iterator: Any) -> Iterator[WarcPage | Reject]:
    start: int | None = 0
    told = False
    while start is not None:
        file.seek(start)
        records = iterator(file)
        try:
            for record in records:
                told = False
                if found := _met(path, record, records.offset):
                    yield found
            start = None
            # a head that broke off ends the iteration without an error
            if records.offset < os.fstat(file.fileno()).st_size:
                yield _corrupt(path, "the file breaks off in the head of a record", records.offset)
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - parsers of damaged files raise what they like
            place = max(start, records.offset)
            if not told:
                detail = " ".join(str(error).split())[:160] or type(error).__name__
                yield _corrupt(path, f"no record can be read here: {detail}", place)
            told = True
            start = _next_record(file, place + 1)


def _met(path: Path, record: Any, offset: int) -> WarcPage | Reject | None:
    """What a record is: a page that can be loaded, no input, or a record that is not whole."""
    if record.rec_type is None or not (record.rec_headers.get_header("Content-Length") or "").isdecimal():
        return _corrupt(path, "a record without its type or its length", offset)
    if _is_page(record):
        return WarcPage(path, record, offset)
    if missing := _missing(record.raw_stream):
        return _corrupt(path, f"a record breaks off {missing} bytes before its end", offset)
    return None


def _corrupt(path: Path, detail: str, place: int) -> Reject:
    return Reject(shown(path), None, "corrupt_archive", detail, place)


def _next_record(file: BinaryIO, start: int) -> int | None:
    """Where behind `start` a record may begin again: a gzip member, or a version line behind an empty one."""
    file.seek(start)
    kept = b""
    place = start
    while chunk := file.read(_CHUNK):
        window = kept + chunk
        if match := _BEGINS.search(window):
            return place - len(kept) + match.end() - len(match.group().lstrip(b"\r\n"))
        kept = window[-_OVERLAP:]
        place += len(chunk)
    return None


def _is_page(record: Any) -> bool:
    fields = record.rec_headers
    if record.rec_type not in ("response", "resource") or fields.get_header(PURPOSE) == DISCOVERY:
        return False
    http = record.http_headers
    if record.rec_type == "response" and http is None:
        return False
    stated = http.get_header("Content-Type") if http else fields.get_header("Content-Type")
    kind = (stated or "text/html").partition(";")[0].strip().lower()
    return kind in _HTML and has_page(_status(http))


def _status(http: Any) -> int | None:
    code = http.get_statuscode() if http else ""
    return int(code) if code and code.isdecimal() and len(code) == 3 else None


def _moment(stated: str | None) -> str | None:
    """A WARC-Date as the record writes moments: ISO 8601 in UTC."""
    try:
        moment = datetime.fromisoformat(stated or "")
    except ValueError:
        return None
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else None


def _missing(stream: Any) -> int:
    """The bytes that a record states and the file does not hold. What a decoder left behind its end is passed over."""
    while stream.read(_CHUNK):
        pass
    return int(getattr(stream, "limit", 0))


def _bounded(stream: Any) -> bytes | None:
    """The whole body, or None above the bound; never more than a chunk above it is unpacked."""
    data = bytearray()
    while chunk := stream.read(_CHUNK):
        data += chunk
        if len(data) > snapshot.MAX_BODY:
            return None
    return bytes(data)
