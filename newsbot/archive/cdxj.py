"""The captures of a WARC file as lines of a CDXJ index: where in the file a player finds which address of which time.

The form is that of https://specs.webrecorder.net/cdxj/0.1.0/: key, fourteen digits of UTC, and a JSON object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from newsbot.archive._answer import CAPTURES, moment_of, type_of
from newsbot.archive._records import Record, Trouble, read_records
from newsbot.archive.surt import key_of
from newsbot.durable.sorting import SortedLines
from newsbot.durable.warc_files import REVISIT_MIME, Capture, index_of, write_index

_TYPE_ENDS = re.compile(r"[;\s]")


class NotAddressable(ValueError):
    """Records of the file cannot be begun at; the message names the file and says what to do."""


def captures(path: Path, name: str) -> Iterator[str | Trouble]:
    """The lines of a file's captures in its order, under the `name` that the index is to call it; where nothing can
    be read, what is wrong.

    Raises NotAddressable where the file is packed whole, ImportError without warcio, OSError.
    """
    with path.open("rb") as file:
        for found in captures_among(read_records(file), path, name):
            yield line_of(found) if isinstance(found, Capture) else found


def captures_among(records: Iterable[Record | Trouble], path: Path, name: str) -> Iterator[Capture | Trouble]:
    """The captures among the records of a file, each when the next record is there: then its length is known. Raises
    as `captures` does."""
    waiting: Capture | None = None
    for item in records:
        if waiting:
            yield replace(waiting, length=item.offset - waiting.offset)
        found = _capture(item, path, name)
        waiting = found if isinstance(found, Capture) else None
        if isinstance(found, Trouble):
            yield found
    if waiting:
        yield replace(waiting, length=path.stat().st_size - waiting.offset)


def line_of(capture: Capture) -> str:
    """The line of one capture, with its end. Raises ValueError where its date is none."""
    said = {
        "url": capture.url,
        "mime": bare_type(capture.mime),
        "status": capture.status,
        "digest": capture.digest,
    }
    placed = {
        "length": str(capture.length),
        "offset": str(capture.offset),
        "filename": capture.filename,
    }
    fields = {name: value for name, value in said.items() if value} | placed
    moment = _digits(capture.date)
    if moment is None:
        raise ValueError(f"{capture.url}: no date of a WARC record: {capture.date}")
    return f"{key_of(capture.url)} {moment} {json.dumps(fields)}\n"


def index_file(path: Path, final: Path) -> None:
    """Write the index of a WARC file that is to have the name `final`, beside it. What cannot be read is left out:
    who checks or replays the file tells it. Raises as `captures` does."""
    with closing(SortedLines()) as lines:
        for item in captures(path, final.name):
            if not isinstance(item, Trouble):
                lines.add(item)
        write_index(index_of(final), lines)


def _capture(item: Record | Trouble, path: Path, name: str) -> Capture | Trouble | None:
    if isinstance(item, Trouble):
        return item
    if not item.is_addressable:
        raise NotAddressable(
            f"{path}: several records are packed as one, so no index can lead to them; "
            "pack each by itself, as `warcio recompress` does"
        )
    if item.inner.rec_type not in CAPTURES:
        return None
    url, date = item.field("WARC-Target-URI"), item.field("WARC-Date")
    if not url or not date or not _digits(date):
        return Trouble("a capture without its address or its time", item.offset)
    http = item.inner.http_headers
    status = (http.get_statuscode() or "") if http else ""
    digest = item.field("WARC-Payload-Digest") or ""
    return Capture(url, date, mime_of(item), status, digest, item.offset, 0, name)


def mime_of(record: Record) -> str:
    """The type of a capture without its parameters, as indexes call it; empty where none is stated."""
    return bare_type(_stated_type(record))


def bare_type(stated: str) -> str:
    """A stated type without its parameters."""
    return _TYPE_ENDS.split(stated.strip(), maxsplit=1)[0]


def _stated_type(record: Record) -> str:
    if record.inner.rec_type == "revisit":
        return REVISIT_MIME
    return type_of(record) or ""


def _digits(stated: str | None) -> str | None:
    moment = moment_of(stated)
    return datetime.fromisoformat(moment).strftime("%Y%m%d%H%M%S") if moment else None
