"""A shard: a piece of the input that is read by itself, and the digest by which it is known again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsbot.archive import ArchiveFile, CachePage, Located, PageFile
from newsbot.archive.ledger import Answer, Elsewhere, LatePage
from newsbot.items import Reject

HEX = 32
"""Digits of a SHA-256 that name a shard: 128 bits."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file that is fetched before its shard is read: its address, and where in the shard's own folder it is put."""

    address: str
    local: str


@dataclass(frozen=True, slots=True)
class Shard:
    """Places in input order, `bytes` of them as they lie there.

    `name` is the digest of what the shard is: the names, sizes and states (time of change, or what a store says in its
    stead) of its files. Files of an address are in `remote`, and the paths of places relative then. `answers` say what
    is done with revisits that its archive does not decide (see `newsbot.archive.ledger`).
    """

    name: str
    places: tuple[Located | LatePage, ...]
    bytes: int
    remote: tuple[RemoteFile, ...] = ()
    answers: tuple[tuple[int, Elsewhere | Answer], ...] = ()

    @property
    def shown(self) -> str:
        """Its first place, and how many more there are."""
        more = len(self.places) - 1
        return shown_of(self.places[0]) + (f" and {more} more" if more else "")


@dataclass(frozen=True, slots=True)
class Sized:
    """A place with the bytes of its files and what is known of their state; `remote` are files to be fetched for it."""

    place: Located
    bytes: int
    state: tuple[Any, ...]
    remote: tuple[RemoteFile, ...] = ()


def shard_of(places: list[Sized], again: int = 0) -> Shard:
    """The shard of these places; of a source that is given more than once, `again` tells them apart."""
    said = [[type(one.place).__name__, *_said(one.place), one.bytes, *one.state] for one in places]
    said += [[again]] if again else []
    digest = hashlib.sha256(json.dumps(said, default=str).encode("utf-8", "surrogatepass"))
    return Shard(
        name=digest.hexdigest()[:HEX],
        places=tuple(one.place for one in places),
        bytes=sum(one.bytes for one in places),
        remote=tuple({file.local: file for one in places for file in one.remote}.values()),
    )


def shown_of(place: Located | LatePage) -> str:
    """The name of a place as records and rejects have it."""
    if isinstance(place, LatePage):
        return f"revisits of {place.revisit.head.source}"
    if isinstance(place, Reject):
        return place.path or "an input without a name"
    if isinstance(place, ArchiveFile):
        return place.name or str(place.path)
    return place.shown


def path_of(place: Located) -> Path | None:
    """The file or folder of a place; of what is wrong there is none."""
    if isinstance(place, Reject):
        return None
    return place.folder if isinstance(place, CachePage) else place.path


def _said(place: Located) -> tuple[Any, ...]:
    """What of a place beside its bytes goes into its records."""
    if isinstance(place, Reject):
        return (place.path, place.url, place.reason, place.detail, place.offset)
    if isinstance(place, PageFile):
        info = place.info
        return (place.shown, info.url, info.fetched_at, info.status, sorted(info.headers.items()))
    if isinstance(place, CachePage):
        return (place.shown, place.url, place.status, place.fetched_at, list(place.headers))
    return (shown_of(place),)
