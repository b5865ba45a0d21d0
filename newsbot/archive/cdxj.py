"""The captures of a WARC file as lines of a CDXJ index: where in the file a player finds which address of which time.

The form is that of https://specs.webrecorder.net/cdxj/0.1.0/: key, fourteen digits of UTC, and a JSON object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsbot.archive._records import Record, Trouble, read_records
from newsbot.archive._warc import moment_of
from newsbot.archive.surt import key_of

CAPTURES = frozenset(("response", "revisit", "resource"))
"""The records that are looked up by an address; the others belong to one of them, or to the file."""
_TYPE_ENDS = re.compile(r"[;\s]")


class NotAddressable(ValueError):
    """Records of the file cannot be begun at; the message names the file and says what to do."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A capture whose end is not known before the next record begins."""

    key: str
    fields: dict[str, str]
    offset: int

    def line(self, end: int, name: str) -> str:
        placed = {"length": str(end - self.offset), "offset": str(self.offset), "filename": name}
        return f"{self.key} {json.dumps(self.fields | placed)}\n"


def captures(path: Path, name: str) -> Iterator[str | Trouble]:
    """The lines of a file's captures in its order, under the `name` that the index is to call it; where nothing can
    be read, what is wrong.

    Raises NotAddressable where the file is packed whole, ImportError without warcio, OSError.
    """
    waiting: _Open | None = None
    with path.open("rb") as file:
        for item in read_records(file):
            if waiting:
                yield waiting.line(item.offset, name)
            found = _capture(item, path)
            waiting = found if isinstance(found, _Open) else None
            if isinstance(found, Trouble):
                yield found
    if waiting:
        yield waiting.line(path.stat().st_size, name)


def _capture(item: Record | Trouble, path: Path) -> _Open | Trouble | None:
    if isinstance(item, Trouble):
        return item
    if not item.is_addressable:
        raise NotAddressable(
            f"{path}: several records are packed as one, so no index can lead to them; "
            "pack each by itself, as `warcio recompress` does"
        )
    if item.inner.rec_type not in CAPTURES:
        return None
    url, moment = item.field("WARC-Target-URI"), _digits(item.field("WARC-Date"))
    if not url or not moment:
        return Trouble("a capture without its address or its time", item.offset)
    return _Open(f"{key_of(url)} {moment}", _fields(item, url), item.offset)


def _fields(record: Record, url: str) -> dict[str, str]:
    http = record.inner.http_headers
    found = {
        "url": url,
        "mime": mime_of(record),
        "status": http.get_statuscode() if http else "",
        "digest": record.field("WARC-Payload-Digest") or "",
    }
    return {name: value for name, value in found.items() if value}


def mime_of(record: Record) -> str:
    """The type of a capture without its parameters, as indexes call it; empty where none is stated."""
    return _TYPE_ENDS.split(_stated_type(record).strip(), maxsplit=1)[0]


def _stated_type(record: Record) -> str:
    if record.inner.rec_type == "revisit":
        return "warc/revisit"
    http = record.inner.http_headers
    return (http.get_header("Content-Type") if http else record.field("Content-Type")) or ""


def _digits(stated: str | None) -> str | None:
    moment = moment_of(stated)
    return datetime.fromisoformat(moment).strftime("%Y%m%d%H%M%S") if moment else None
