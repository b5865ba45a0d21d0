"""Evidence of a crawl: requests and responses in WARC files, each safe on the disk before the state says "done".

A file is written as `NAME.warc.gz.part`, every record its own gzip member, and gets its name when it is full or the
run ends. What a killed run left is cut behind its last whole record by the next run and kept.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from newsbot.durable.gzip import whole_bytes
from newsbot.durable.lines import PartFile, publish
from newsbot.durable.lock import hold

PURPOSE = "Newsbot-Purpose"
"""The WARC field by which a crawl marks what it fetched to find articles: robots.txt, sitemaps, feeds, indexes."""
DISCOVERY = "discovery"
NEEDS_EXTRA = "WARC needs the extra: pip install 'newsbot[warc]'"
MAX_BYTES = 1_000_000_000
"""Bytes of one file, as the WARC guidelines advise."""
SUFFIX = ".warc.gz"


class WarcMissing(ImportError):
    """The WARC library is not installed; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response. `body` is as it was sent, content-encoded; header values are as received."""

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


@dataclass(slots=True)
class WarcWriter:
    """Writes exchanges under `folder`, with `info` in each file's warcinfo record.

    `notices` say what was mended at the start. Raises WarcMissing without warcio, OSError where the disk fails.
    """

    folder: Path
    info: dict[str, str]
    max_bytes: int = MAX_BYTES
    notices: list[str] = field(default_factory=list)
    _file: PartFile | None = None
    _number: int = 0
    _begun: str = ""

    def __post_init__(self) -> None:
        try:
            import warcio  # noqa: F401
        except ImportError as error:
            raise WarcMissing(NEEDS_EXTRA) from error
        self.folder.mkdir(parents=True, exist_ok=True)
        self._begun = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
        self.notices += mend(self.folder)

    def write(self, exchange: Exchange) -> None:
        """Store one exchange: safe after the next `sync`."""
        from warcio.statusandheaders import StatusAndHeaders

        writer = self._writer()
        fields = {"WARC-Date": warc_date(exchange.moment)}
        if exchange.ip_address:
            fields["WARC-IP-Address"] = exchange.ip_address
        if exchange.is_discovery:
            fields[PURPOSE] = DISCOVERY
        response = writer.create_warc_record(
            exchange.url,
            "response",
            payload=BytesIO(exchange.body),
            http_headers=StatusAndHeaders(
                exchange.status, exchange.response_headers, protocol=exchange.protocol
            ),
            warc_headers_dict=fields,
        )
        request = writer.create_warc_record(
            exchange.url,
            "request",
            http_headers=StatusAndHeaders(
                f"{exchange.method} {_path(exchange.url)} HTTP/1.1",
                exchange.request_headers,
                is_http_request=True,
            ),
            warc_headers_dict={"WARC-Date": fields["WARC-Date"]},
        )
        writer.write_request_response_pair(request, response)

    def sync(self) -> None:
        """Bring what was written to the disk; a file that is full gets its name."""
        if self._file is None:
            return
        self._file.sync()
        if self._file.file.tell() >= self.max_bytes:
            self.close()

    def close(self) -> None:
        """Bring everything to the disk and give the file its name."""
        if self._file is not None:
            self._file.finish()
            self._file = None

    def _writer(self) -> Any:
        from warcio.warcwriter import WARCWriter

        if self._file is None:
            self._number += 1
            name = f"newsbot-{self._begun}-{os.getpid()}-{self._number:05d}{SUFFIX}"
            self._file = PartFile(self.folder / name)
            writer = WARCWriter(self._file.file, gzip=True, warc_version="1.1")
            writer.write_record(writer.create_warcinfo_record(name, self.info))
            return writer
        return WARCWriter(self._file.file, gzip=True, warc_version="1.1")


def mend(folder: Path) -> list[str]:
    """Cut the files of runs that were killed behind their last whole record and give them their names.

    A file that another run is writing is left alone. Returns what was done, in plain words.
    """
    notices = []
    for part in sorted(folder.glob(f"*{SUFFIX}.part")):
        with part.open("r+b") as file:
            if not hold(file):
                continue
            whole, size = whole_bytes(file), part.stat().st_size
            file.truncate(whole)
            os.fsync(file.fileno())
        if whole:
            publish(part.with_suffix(""))
        else:
            part.unlink()
        if whole < size:
            notices.append(
                f"an earlier run ended early: cut {size - whole} bytes of a record from {part.stem}"
            )
    return notices


def _path(url: str) -> str:
    rest = url.partition("://")[2]
    slash = rest.find("/")
    return rest[slash:] if slash >= 0 else "/"


def warc_date(moment: str) -> str:
    """A moment as WARC files state it."""
    return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
