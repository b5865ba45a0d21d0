"""Evidence of a crawl: requests and responses in WARC files, each safe on the disk before the state says "done".

A file is written as `NAME.warc.gz.part`, every record its own gzip member, and gets its name when it is full, old
enough, or the run ends; its index `NAME.cdxj` is there before it. What a killed run left is cut behind its last whole
record by the next run, indexed and kept.
"""

from __future__ import annotations

import base64
import hashlib
import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from newsbot.durable.lines import PartFile
from newsbot.durable.sorting import SortedLines
from newsbot.durable.warc_files import REVISIT_MIME, SUFFIX, Capture, index_of, mend, write_index

PURPOSE = "Newsbot-Purpose"
"""The WARC field by which a crawl marks what it fetched to find articles: robots.txt, sitemaps, feeds, indexes."""
DISCOVERY = "discovery"
NEEDS_EXTRA = "WARC needs the extra: pip install 'newsbot[warc]'"
MAX_BYTES = 1_000_000_000
"""Bytes of one file, as the WARC guidelines advise."""
MAX_AGE = 86_400.0
"""Seconds after which a file gets its name: a crawl that goes on for weeks hands out a file a day."""
_FIELDS = "application/warc-fields"
_MAX_VALUE = 2_000
"""Characters of one value of a metadata record."""
_MAX_PAYLOADS = 100_000
"""Payloads of one file that are known again: some 50 MB; a file of 1 GB seldom has more."""


class WarcMissing(ImportError):
    """The WARC library is not installed; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response. `body` is as it was sent, content-encoded; header values are as received,
    their bytes as Latin-1.

    `known` is what the crawl knew of the address when it asked: name and value, for the metadata record.
    """

    url: str
    moment: str
    method: str
    request_headers: list[tuple[str, str]]
    status: str
    response_headers: list[tuple[str, str]]
    body: bytes
    protocol: str = "HTTP/1.1"
    ip_address: str | None = None
    is_discovery: bool = False
    known: list[tuple[str, str]] = field(default_factory=list)


class _Stored(NamedTuple):
    """An answer that is in the file with its payload."""

    url: str
    date: str
    record: str


@dataclass(slots=True)
class _File:
    """The file that is being written: its warcinfo record, its index, and the payloads that are in it."""

    part: PartFile
    warcinfo: str
    begun: float
    index: SortedLines = field(default_factory=SortedLines)
    payloads: dict[tuple[Any, ...], _Stored] = field(default_factory=dict)


@dataclass(slots=True)
class WarcWriter:
    """Writes exchanges under `folder`, with `info` in each file's warcinfo record.

    A payload that the same file holds already, under the same status and type, is stored as a revisit of that answer:
    each file can be read alone. `line_of` makes the lines of the index beside each file, and `index` that of a file
    which a killed run left (its path, and the name that it is to have): without them there is none.
    `notices` say what was mended at the start. Raises WarcMissing without warcio, OSError where the disk fails.
    """

    folder: Path
    info: dict[str, str]
    max_bytes: float = MAX_BYTES
    max_age: float = MAX_AGE
    line_of: Callable[[Capture], str] | None = None
    index: Callable[[Path, Path], None] | None = None
    notices: list[str] = field(default_factory=list)
    revisits: int = 0
    _file: _File | None = None
    _number: int = 0
    _begun: str = ""

    def __post_init__(self) -> None:
        try:
            import warcio  # noqa: F401
        except ImportError as error:
            raise WarcMissing(NEEDS_EXTRA) from error
        self.folder.mkdir(parents=True, exist_ok=True)
        self._begun = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
        self.notices += mend(self.folder, self.index)

    def write(self, exchange: Exchange) -> str:
        """Store one exchange: safe after the next `sync`. Gives the id of the answer's record."""
        file = self._opened()
        writer = _writer(file)
        date = warc_date(exchange.moment)
        response = self._answer(file, writer, exchange, date)
        record: str = response.rec_headers.get_header("WARC-Record-ID")
        start = file.part.file.tell()
        writer.write_record(response)
        self._indexed(file, exchange, response, start)
        request = writer.create_warc_record(
            exchange.url,
            "request",
            http_headers=_as_received(
                f"{exchange.method} {_path(exchange.url)} HTTP/1.1",
                exchange.request_headers,
                is_http_request=True,
            ),
            warc_headers_dict=_fields(file, date) | {"WARC-Concurrent-To": record},
        )
        writer.write_record(request)
        if exchange.known:
            self._tell(file, exchange.url, date, exchange.known, {"WARC-Concurrent-To": record})
        return record

    def tell(self, url: str, moment: str, known: list[tuple[str, str]], record: str | None = None) -> None:
        """Store what is known of an address, or of the record of an answer that was stored: safe after `sync`."""
        meant = {"WARC-Refers-To": record} if record else {}
        self._tell(self._opened(), url, warc_date(moment), known, meant)

    def sync(self) -> None:
        """Bring what was written to the disk; a file that is full, or old enough, gets its name."""
        if self._file is None:
            return
        self._file.part.sync()
        age = time.monotonic() - self._file.begun
        if self._file.part.file.tell() >= self.max_bytes or age >= self.max_age:
            self.close()

    def close(self) -> None:
        """Bring everything to the disk; the file gets its name when its index is there. One that cannot be is left to
        the next run."""
        file, self._file = self._file, None
        if file is not None:
            with closing(file.index) as lines:
                file.part.sync()
                if self.line_of:
                    write_index(index_of(file.part.path), lines)
                file.part.finish()

    def _opened(self) -> _File:
        if self._file is None:
            self._number += 1
            name = f"newsbot-{self._begun}-{os.getpid()}-{self._number:05d}{SUFFIX}"
            file = _File(PartFile(self.folder / name), "", time.monotonic())
            writer = _writer(file)
            record = writer.create_warcinfo_record(name, self.info)
            file.warcinfo = record.rec_headers.get_header("WARC-Record-ID")
            writer.write_record(record)
            self._file = file
        return self._file

    def _answer(self, file: _File, writer: Any, exchange: Exchange, date: str) -> Any:
        """The record of an answer, a revisit where its payload is in the file.

        What else decides how a payload is read is part of what makes it the same: status, type, encoding, purpose.
        """
        http = _as_received(exchange.status, exchange.response_headers, protocol=exchange.protocol)
        sha1 = hashlib.sha1(exchange.body, usedforsecurity=False).digest()
        digest = f"sha1:{base64.b32encode(sha1).decode()}"
        fields = _fields(file, date)
        if exchange.ip_address:
            fields["WARC-IP-Address"] = exchange.ip_address
        if exchange.is_discovery:
            fields[PURPOSE] = DISCOVERY
        said = tuple(http.get_header(name) for name in ("Content-Type", "Content-Encoding"))
        key = (sha1, exchange.status, exchange.is_discovery, *said)
        if exchange.body and (before := file.payloads.get(key)):
            self.revisits += 1
            fields["WARC-Refers-To"] = before.record
            return writer.create_revisit_record(
                exchange.url, digest, before.url, before.date, http, warc_headers_dict=fields
            )
        response = writer.create_warc_record(
            exchange.url,
            "response",
            payload=BytesIO(exchange.body),
            http_headers=http,
            warc_headers_dict=fields | {"WARC-Payload-Digest": digest},
        )
        if len(file.payloads) < _MAX_PAYLOADS:
            record = response.rec_headers.get_header("WARC-Record-ID")
            file.payloads[key] = _Stored(exchange.url, date, record)
        return response

    def _indexed(self, file: _File, exchange: Exchange, record: Any, start: int) -> None:
        if self.line_of is None:
            return
        stated = record.http_headers.get_header("Content-Type") or ""
        capture = Capture(
            url=exchange.url,
            date=record.rec_headers.get_header("WARC-Date"),
            mime=stated if record.rec_type == "response" else REVISIT_MIME,
            status=record.http_headers.get_statuscode(),
            digest=record.rec_headers.get_header("WARC-Payload-Digest"),
            offset=start,
            length=file.part.file.tell() - start,
            filename=file.part.path.name,
        )
        file.index.add(self.line_of(capture))

    @staticmethod
    def _tell(file: _File, url: str, date: str, known: list[tuple[str, str]], meant: dict[str, str]) -> None:
        writer = _writer(file)
        block = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in known if value)
        data = block.encode("utf-8", "backslashreplace")
        record = writer.create_warc_record(
            url,
            "metadata",
            payload=BytesIO(data),
            length=len(data),
            warc_content_type=_FIELDS,
            warc_headers_dict=_fields(file, date) | meant,
        )
        writer.write_record(record)


def _writer(file: _File) -> Any:
    from warcio.warcwriter import WARCWriter

    return WARCWriter(file.part.file, gzip=True, warc_version="1.1")


def _as_received(line: str, headers: list[tuple[str, str]], **more: Any) -> Any:
    """A header block that is stored as it came."""
    return _block_class()(line, headers, **more)


@cache
def _block_class() -> Any:
    """The one of warcio spells a block in which a value has other signs than ASCII anew, and then neither the charset
    nor what robots are told is read in it."""
    from warcio.statusandheaders import StatusAndHeaders

    class AsReceived(StatusAndHeaders):  # type: ignore[misc] # warcio is not typed
        def to_ascii_bytes(self, filter_func: Any = None) -> bytes:
            block: str = self.to_str(filter_func)
            return block.encode("latin-1", "backslashreplace") + b"\r\n"

    return AsReceived


def _fields(file: _File, date: str) -> dict[str, str]:
    return {"WARC-Date": date, "WARC-Warcinfo-ID": file.warcinfo}


def _one_line(value: str) -> str:
    """A value that ends no line and opens no record, whoever wrote it."""
    plain = "".join(char if char.isprintable() else " " for char in value[:_MAX_VALUE])
    return " ".join(plain.split())


def _path(url: str) -> str:
    rest = url.partition("://")[2]
    slash = rest.find("/")
    return rest[slash:] if slash >= 0 else "/"


def warc_date(moment: str) -> str:
    """A moment as WARC files state it."""
    return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
