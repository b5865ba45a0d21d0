"""The lines of a crawl's file: which are whole records, and what the state would have noted of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from newsbot.discovery import article_key
from newsbot.durable.parts import run_of
from newsbot.items import Discovery
from newsbot.normalizers.derive import content_digest
from newsbot.portals import host_of, registry
from newsbot.state import Done, Found, newest_of, status_of
from newsbot.state.mending import Written
from newsbot.upkeep.survey import Stored
from newsbot.workers.reading import digest_of_record

MAX_LINE = 200_000_000
"""Bytes of a line that is looked at; a record of the largest page has a tenth of it."""
_KNOWN = frozenset(one.name for one in fields(Discovery))


class UnknownPortal(ValueError):
    """A record is of a portal that nobody declares here, so that its article cannot be named."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands there, its end included; `value` is None where it is no whole JSON object."""

    data: bytes
    value: dict[str, Any] | None

    @property
    def digest(self) -> str | None:
        """What the record says of its article (`workers.reading.digest_of_record`)."""
        return digest_of_record(self.value) if self.value is not None else None

    @property
    def is_sound(self) -> bool:
        """Whether it is a record that agrees with itself: its text has the digest that it states."""
        record = self.value
        if record is None or not all(
            isinstance(record.get(key), str) for key in ("id", "portal", "article_body")
        ):
            return False
        return content_digest(record["article_body"]) == record.get("content_digest")


def lines_of(path: Path) -> Iterator[Line]:
    """The lines of a file, the last also where its end is missing."""
    with path.open("rb") as file:
        while data := file.readline(MAX_LINE):
            yield Line(data, _object(data))


def _object(data: bytes) -> dict[str, Any] | None:
    if not data.endswith(b"\n"):
        return None
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def written_of(line: Line, name: str) -> Written | None:
    """What the state notes of a line in a file of that name; None of what is neither record nor reject of a page.

    Raises UnknownPortal where the portal of a record is declared nowhere.
    """
    value = line.value
    if value is None or not isinstance(value.get("url"), str):
        return None
    if name.startswith("rejects/"):
        return _of_reject(value, run_of(name))
    return _of_record(value, run_of(name), line.digest) if line.is_sound else None


def require_portals(files: Iterable[Stored]) -> None:
    """Raise UnknownPortal where a record is of a portal that is declared nowhere: before anything is changed."""
    for stored in files:
        for line in lines_of(stored.path) if stored.name.startswith("parts/") else ():
            if line.is_sound:
                written_of(line, stored.name)


def _of_reject(value: dict[str, Any], run: int) -> Written:
    url = value["url"]
    portal = registry().match(url)
    key = article_key(url, portal)
    found = Found(key, portal.id if portal else host_of(url), url, Discovery("link", url))
    return Written(found, Done(key, "rejected", reason=str(value.get("reason"))), run)


def _of_record(record: dict[str, Any], run: int, digest: str | None) -> Written:
    url, name = record["url"], record["portal"]
    portal = registry().get(name)
    if portal is None and "." not in name:
        raise UnknownPortal(
            f"no portal has the id {name!r}, and records of it are here: name the folder that declares it "
            "with --portals-from"
        )
    meta = record.get("metadata") or {}
    http = meta.get("http") or {}
    is_whole = record.get("page_count") == 1 and bool(record.get("is_complete"))
    told = {key: value for key, value in (meta.get("discovery") or {}).items() if key in _KNOWN}
    discovery = Discovery(**told) if told.get("kind") else Discovery("link", url)
    key = article_key(url, portal)
    done = Done(
        key=key,
        status=status_of(str(record.get("kind")), is_complete=bool(record.get("is_complete"))),
        fetched_at=meta.get("fetched_at"),
        etag=http.get("etag") if is_whole else None,
        last_modified=http.get("last_modified") if is_whole else None,
        payload_digest=meta.get("payload_digest"),
        content_digest=digest,
        is_revision=True,
        record_id=record["id"],
        text=record["content_digest"] if record.get("kind") == "article" else None,
    )
    return Written(Found(key, name, url, discovery, newest_of(discovery)), done, run)
