"""The records of a WARC or ARC file in their order, however it is packed, and where there are none that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

from newsbot import snapshot
from newsbot.archive._members import HEAD_ROOM, Members
from newsbot.durable.zstd import ZstdDict

_CHUNK = 65_536
_WARC = re.compile(rb"WARC/\d")
_ARC = re.compile(rb"(?:filedesc|https?|ftp|dns|whois)://?\S* \S+ \d{8,14}(?: [^\n]*)? \d+\r?\n\Z")
_BEHIND = b"\r\n\r\n"
"""What ends a record."""
_ARC_FILE = b"filedesc:"
_ARC_TORN = re.compile(rb"https?://[^\n]*\Z")


@dataclass(frozen=True, slots=True)
class Record:
    """One record as warcio parses it, at `offset`; its content must be read before the next one is looked for.

    `is_addressable` says that reading can begin at `offset` again, `is_mended` that its address had blanks, which are
    read as %20.
    """

    inner: Any
    offset: int
    is_addressable: bool
    is_arc: bool
    members: Members
    is_mended: bool = False

    def field(self, name: str) -> str | None:
        """A field of the record's own head."""
        value = self.inner.rec_headers.get_header(name)
        return None if value is None else str(value)

    def pass_by(self) -> int | None:
        """Take the record for read, where it is alone in its packed member: where that seems to end. None where it
        cannot be told: it must be read then."""
        left = getattr(self.inner.raw_stream, "limit", None)
        if self.is_arc or not self.is_addressable or not left or left > snapshot.MAX_BODY + HEAD_ROOM:
            return None
        return self.members.pass_by(left + len(_BEHIND))

    @property
    def ends_at(self) -> int | None:
        """Where its packed member ends, after reading what is left of it; None where it is not whole, or not alone in
        it."""
        if self.fault is not None:
            return None
        rest = self.members.peek() and self.members.read(len(_BEHIND) + 1)
        return self.members.end() if rest == _BEHIND else None

    @property
    def breach(self) -> str | None:
        """Why the record is not whole, if so, after reading what is left of it."""
        _drain(self.inner.raw_stream)
        if missing := int(getattr(self.inner.raw_stream, "limit", 0)):
            return f"the record breaks off {missing} bytes before its end"
        self.members.peek()
        return self.members.damage

    @property
    def mismatch(self) -> str | None:
        """Which of its digests the record is not what they say, if so, after reading what is left of it.

        That of a payload in chunks says nothing: some tools state it of the chunks as sent, others of them joined.
        """
        _drain(self.inner.raw_stream)
        http = self.inner.http_headers
        is_chunked = http is not None and http.get_header("Transfer-Encoding")
        found = getattr(self.inner.raw_stream, "mismatches", [])
        told = [name for name in found if name == "block" or not is_chunked]
        return f"not what its {' and '.join(told)} digest says" if told else None

    @property
    def fault(self) -> str | None:
        """The same, and whether it is longer than it states."""
        return (
            self.breach or (_is_torn(self.members.peek()) and "the record is longer than it states") or None
        )


@dataclass(frozen=True, slots=True)
class Trouble:
    """A place at which no record can be read."""

    detail: str
    offset: int


def read_records(file: BinaryIO) -> Iterator[Record | Trouble]:
    """Every record; a run of places that cannot be read is told once. Raises ImportError without warcio."""
    from newsbot.archive._digests import CheckingLoader

    loader = CheckingLoader(verify_http=False, arc2warc=True)
    members = Members(file)
    told = False
    while members.next():
        if members.gap is not None and not told:
            told = True
            yield Trouble("no record can be read here", members.gap)
        for item in _in_member(members, loader):
            if isinstance(item, Record) or not told:
                yield item
            told = isinstance(item, Trouble)
    if members.gap is not None and not told:
        yield Trouble("no record can be read here", members.gap)


def record_at(file: BinaryIO, offset: int, dictionary: ZstdDict | None) -> Record | None:
    """The record that begins at a place of the file, if one does."""
    from newsbot.archive._digests import CheckingLoader

    members = Members(file, offset, dictionary)
    if not members.next():
        return None
    found = next(_in_member(members, CheckingLoader(verify_http=False, arc2warc=True)), None)
    return found if isinstance(found, Record) else None


def _in_member(members: Members, loader: Any) -> Iterator[Record | Trouble]:
    """Most archives pack each record by itself, some all of them in one, and plain ones are one member."""
    found = 0
    line = _first_line(members)
    while line:
        item = _parsed(members, loader, line, is_first=not found)
        found += isinstance(item, Record)
        if isinstance(item, Record) and line.startswith(_ARC_FILE):
            line, lost = _behind_arc_head(members)
            if lost is not None:
                yield Trouble("no record can be read here: an answer without its line", lost)
            continue
        yield item
        if isinstance(item, Record):
            _drain(item.inner.raw_stream)
            line = _first_line(members)
        else:
            line = _next_head(members)
    if members.damage and found != 1:  # of one record its reader tells
        yield Trouble(members.damage, members.place)
    elif not found and members.tell():
        members.give_up()


def _parsed(members: Members, loader: Any, line: bytes, *, is_first: bool) -> Record | Trouble:
    offset = members.offset(len(line))
    form = _form(line)
    if form is None:
        return Trouble("no record can be read here: no record begins so", offset)
    members.head_left = HEAD_ROOM
    try:
        inner = loader.parse_record_stream(members, line, form, check_digests=True)
    except Exception as error:  # noqa: BLE001 - parsers of damaged files raise what they like
        detail = " ".join(str(error).split())[:160] or type(error).__name__
        return Trouble(f"no record can be read here: {detail}", offset)
    finally:
        members.head_left = None
    length = inner.rec_headers.get_header("Content-Length") or ""
    if inner.rec_type is None or not (length.isascii() and length.isdecimal()):
        return Trouble("a record without its type or its length", offset)
    is_addressable = is_first or not members.is_packed
    return Record(inner, offset, is_addressable, form == "arc", members, loader.mended)


def _form(line: bytes) -> Literal["warc", "arc"] | None:
    if _WARC.match(line):
        return "warc"
    return "arc" if _ARC.match(line) else None


def _first_line(members: Members) -> bytes:
    """The first line that is not empty; an empty one ends a record."""
    while (line := members.readline()) and not line.strip(b"\r\n"):
        pass
    return line


def _next_head(members: Members) -> bytes:
    """The line with which a record may begin again, behind an empty one; for ARC the line itself is telling."""
    before = b""
    while line := members.readline():
        if (_WARC.match(line) and not before.strip(b"\r\n")) or _ARC.match(line) or _ARC_TORN.match(line):
            return line
        before = line
    return b""


def _behind_arc_head(members: Members) -> tuple[bytes, int | None]:
    """The first record's line, and where before it an answer lies that has none.

    The length that an ARC file states of what it says of itself is often wrong, so it is passed over by its lines.
    """
    lost = None
    while (line := members.readline()) and not (_ARC.match(line) or _ARC_TORN.match(line)):
        if lost is None and line.startswith(b"HTTP/1."):
            lost = members.offset(len(line))
    return line, lost


def _drain(stream: Any) -> None:
    while stream.read(_CHUNK):
        pass


def _is_torn(following: bytes) -> bool:
    """Whether what follows a record is neither the empty line that ends it nor another record, nor the end."""
    return not following.startswith((b"\r", b"\n", b"WARC/")) and bool(following)
