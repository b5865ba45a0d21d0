"""One answer in an archive: what its record says of it, and its body, decoded within the bounds of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newsbot import snapshot
from newsbot.archive._body import BodyError, undone
from newsbot.archive._chunks import Joined
from newsbot.archive._members import HEAD_ROOM
from newsbot.archive._records import Record
from newsbot.archive._source import Source
from newsbot.durable.encodings import layers
from newsbot.items import Origin, Problem, Reject
from newsbot.snapshot import Snapshot, header_map

CAPTURES = frozenset(("response", "revisit", "resource"))
"""The records that are looked up by an address; the others belong to one of them, or to the file."""
_CUT = ("WARC-Truncated", "WARC-Segment-Number")
"""Fields of a record that holds the beginning of its answer: it was cut, or goes on in `continuation` records."""
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Http:
    """Status and header lines of an answer."""

    status: int | None
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What a record says of an answer, as plain values; `http` is None where it holds no header block."""

    source: str
    kind: Any
    offset: int
    record_id: str | None
    url: str | None
    date: str | None
    content_type: str | None
    http: Http | None

    def snapshot(self, body: bytes, problems: tuple[Problem, ...], http: Http | None = None) -> Snapshot:
        """The answer with its body; `http` is of the record that the body is of, where this one states none."""
        told = self.http or http
        return Snapshot(
            body,
            self.url,
            told.status if told else None,
            header_map(told.lines if told else [("content-type", self.content_type or "")]),
            moment_of(self.date),
            Origin(self.kind, self.source, self.offset, self.record_id),
            problems=problems,
        )

    def reject(self, reason: str, detail: str) -> Reject:
        """What is wrong in the place of the page."""
        return Reject(self.source, self.url, reason, detail, self.offset)


def head_of(source: Source, record: Record) -> Head:
    """What the record says. ARC has no ids; the one that warcio makes up would differ with every reading."""
    return Head(
        source.name,
        source.kind,
        record.offset,
        None if record.is_arc else record.field("WARC-Record-ID"),
        record.field("WARC-Target-URI"),
        record.field("WARC-Date"),
        record.field("Content-Type"),
        http_of(record),
    )


def http_of(record: Record) -> Http | None:
    """Status and header lines, None where the record has none."""
    http = record.inner.http_headers
    return None if http is None else Http(status_of(record), tuple((str(a), str(b)) for a, b in http.headers))


def status_of(record: Record) -> int | None:
    """The status of the answer, None where it states none."""
    http = record.inner.http_headers
    code = http.get_statuscode() if http else ""
    return int(code) if code and code.isdecimal() and len(code) == 3 else None


def type_of(record: Record) -> str | None:
    """The content type of the answer, of several lines the last as everywhere; the record's own where it has no header
    block."""
    if record.inner.http_headers is None:
        return record.field("Content-Type")
    return header_map(record.inner.http_headers.headers).get("content-type")


def body_of(record: Record) -> tuple[bytes, tuple[Problem, ...]]:
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


def _doubts(record: Record, torn: str | None) -> tuple[Problem, ...]:
    """What the record says of its body, or its body of itself, after reading it."""
    cuts = (f"{name}: {cut[:100]}" for name in _CUT if (cut := record.field(name)))
    told = (("digest_mismatch", record.mismatch), ("truncated", torn or next(cuts, None)))
    return tuple(Problem(code, None, "warning", detail) for code, detail in told if detail)


def moment_of(stated: str | None) -> str | None:
    """A WARC-Date as the record writes moments: ISO 8601 in UTC; None where it is none, or states no zone."""
    try:
        moment = datetime.fromisoformat(stated or "")
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else None
    except (ValueError, OverflowError):  # the latter where its zone leads out of the calendar
        return None
