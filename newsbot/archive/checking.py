"""Whether the records of a WARC file can be read, which answers they are, and whether its index says the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsbot.archive._index import MAX_LINE, BadIndex, parsed
from newsbot.archive._records import Record, Trouble, read_records
from newsbot.archive.cdxj import NotAddressable, captures_among, line_of
from newsbot.durable.gzip import whole_bytes
from newsbot.durable.warc import NEEDS_EXTRA, WarcMissing
from newsbot.durable.warc_files import Capture, index_of

_FIELDS = ("url", "mime", "status", "digest", "length", "offset", "filename")
_MAX_DIGITS = 18


@dataclass(slots=True)
class Checked:
    """A file as it was found: its answers by address and WARC date, the places that cannot be read, and where its last
    whole member ends if nothing that can be read follows; `last` is where the last whole record begins, -1 where there
    is none. `captures` has the hash of each capture's line of the index by its place, None where no index can lead into
    the file."""

    answers: set[tuple[str, str]] = field(default_factory=set)
    troubles: list[tuple[int, str]] = field(default_factory=list)
    cut_at: int | None = None
    last: int = -1
    captures: dict[int, int] | None = field(default_factory=dict)


def check_warc(path: Path) -> Checked:
    """Read a packed WARC file to its end. Raises WarcMissing without the WARC library."""
    try:
        import warcio  # noqa: F401
    except ImportError as error:
        raise WarcMissing(NEEDS_EXTRA) from error
    checked = Checked()
    with path.open("rb") as file:
        whole, size = whole_bytes(file), path.stat().st_size
        records = _watched(read_records(file), checked)
        checked.captures = _captures(records, path)
        for _ in records:  # what is behind a record at which no index can begin
            pass
    if whole < size and checked.last < whole:
        checked.cut_at = whole
    return checked


def _watched(records: Iterable[Record | Trouble], checked: Checked) -> Iterator[Record | Trouble]:
    """The records, each noted in what is known of the file."""
    for item in records:
        if isinstance(item, Trouble):
            checked.troubles.append((item.offset, item.detail))
        elif fault := item.breach or item.mismatch:
            checked.troubles.append((item.offset, fault))
        else:
            checked.last = item.offset
            if item.inner.rec_type in ("response", "revisit"):
                checked.answers.add((item.field("WARC-Target-URI") or "", item.field("WARC-Date") or ""))
        yield item


def _captures(records: Iterable[Record | Trouble], path: Path) -> dict[int, int] | None:
    found: dict[int, int] = {}
    try:
        for capture in captures_among(records, path, path.name):
            if isinstance(capture, Capture):
                found[capture.offset] = hash(line_of(capture))
    except NotAddressable:
        return None
    return found


def check_index(path: Path, checked: Checked) -> Counter[str] | None:
    """In what the index beside a WARC file does not say what the file holds, with how often; None where there is no
    index. Of a file with places that cannot be read the index may know more."""
    faults: Counter[str] = Counter()
    left = dict(checked.captures or {})
    met: set[int] = set()
    last = b""
    try:
        with index_of(path).open("rb") as index:
            while line := index.readline(MAX_LINE + 1):
                faults["lines out of their order"] += line < last
                last = line
                faults[_fault(line, path.name, left, met) or ""] += 1
    except FileNotFoundError:
        return None
    if checked.troubles:
        del faults["lines that lead to no capture"]
    faults["captures to which no line leads"] += len(left)
    del faults[""]
    return +faults


def _fault(line: bytes, name: str, left: dict[int, int], met: set[int]) -> str | None:
    """What is wrong with a line. The capture to which it leads is no longer among those that are `left`."""
    try:
        row, _ = parsed(line)
    except BadIndex:
        return "lines that are none of an index"
    if row.get("filename") != name:
        return "lines of another file"
    stated = str(row.get("offset"))
    is_place = stated.isascii() and stated.isdecimal() and len(stated) <= _MAX_DIGITS
    place = int(stated) if is_place else -1
    if place in met:
        return "lines that lead to a capture again"
    if place not in left:
        return "lines that lead to no capture"
    met.add(place)
    start = line[: line.index(b"{")].decode("utf-8", "backslashreplace")
    said = f"{start}{json.dumps({key: row[key] for key in _FIELDS if key in row})}\n"
    return None if hash(said) == left.pop(place) else "lines that say other than their capture"
