"""Which fields of a record are kept: all, some by name, the lean ones, or all that is not the publisher's text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsbot.corpus.added import ADDED
from newsbot.corpus.diff.fields import nearest
from newsbot.items import Article, Metadata

LEAN = (
    "id", "portal", "url", "kind", "headline", "article_body", "date_published", "date_published_precision",
    "date_modified", "authors", "editors", "contributors",
)  # fmt: skip
"""What most studies load: a whole record is some five times as long as its text."""

TEXTS = (
    "description", "article_body", "blocks", "images", "videos", "related", "date_mentions", "metadata.removed",
)  # fmt: skip
"""The fields that repeat more of a page than its headline: what cannot be passed on where rights are limited."""

RECORD = tuple(one.name for one in dataclasses.fields(Article))
METADATA = tuple(one.name for one in dataclasses.fields(Metadata))
_PREFIX = "metadata."
_BEHIND_FOLDERS = "/\\"
KNOWN = (*RECORD, *(_PREFIX + name for name in METADATA), *ADDED)
"""Every name that can be asked for."""


_OF_RECORD = frozenset(("schema", *RECORD, *ADDED))
_OF_METADATA = frozenset(METADATA)


def unknown_keys(record: Mapping[str, Any]) -> list[str]:
    """The keys of a record that this newsbot does not know, those of `metadata` dotted, in the order of letters.

    >>> unknown_keys({"id": "contoh:1", "catatan": "", "metadata": {"nilai": 1}})
    ['catatan', 'metadata.nilai']
    """
    own = sorted(record.keys() - _OF_RECORD)
    return [*own, *(_PREFIX + name for name in sorted((record.get("metadata") or {}).keys() - _OF_METADATA))]


@dataclass(frozen=True, slots=True)
class Projection:
    """The fields that are kept, in the record's order; `metadata` holds those of its own keys that are kept. Where
    folders are not, of the paths from which pages were read the names of the files alone are kept."""

    fields: tuple[str, ...] = (*RECORD, *ADDED)
    metadata: tuple[str, ...] = METADATA
    has_folders: bool = field(default=True, repr=False)

    def of(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """The kept part of a record; a key that it does not have is null, and one of ADDED is not there.

        >>> Projection(("id", "metadata"), ("confidence",)).of({"id": "contoh:1", "url": None, "metadata": {}})
        {'id': 'contoh:1', 'metadata': {'confidence': None}}
        """
        kept = {name: record.get(name) for name in self.fields if name in record or name not in ADDED}
        if "metadata" in kept:
            stated = record.get("metadata") or {}
            kept["metadata"] = {name: self._told(stated.get(name)) for name in self.metadata}
        return kept

    def _told(self, value: Any) -> Any:
        """A value of `metadata`, and of the places in it what is kept of them."""
        if self.has_folders:
            return value
        if isinstance(value, list):
            return [self._told(item) for item in value]
        if not isinstance(value, dict):
            return value
        if isinstance(path := value.get("path"), str):
            return {**value, "path": path[max(map(path.rfind, _BEHIND_FOLDERS)) + 1 :]}
        return {**value, "origin": self._told(value["origin"])} if "origin" in value else value

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self == WHOLE


WHOLE = Projection()


def named(kept: Projection) -> list[str]:
    """The names of the kept fields, those of `metadata` dotted where not all of these are kept.

    >>> named(Projection(("id", "metadata"), ("confidence",)))
    ['id', 'metadata.confidence']
    """
    own = [name for name in kept.fields if name != "metadata" or kept.metadata == METADATA]
    return own if "metadata" in own else [*own, *(_PREFIX + name for name in kept.metadata)]


def projection(named: Iterable[str] = (), *, lean: bool = False, body_free: bool = False) -> Projection:
    """The projection to these names (all where none is named), those of `metadata` dotted.

    `lean` stands for the names of LEAN, beside any that are named; `body_free` leaves out those of TEXTS, and the
    folders of paths, which tell of whose machine the pages were on. Raises ValueError for an unknown name, with the
    nearest ones, and where nothing is left.

    >>> projection(["url", "metadata.confidence"])
    Projection(fields=('url', 'metadata'), metadata=('confidence',))
    """
    asked = {*(LEAN if lean else ()), *named}
    for name in asked:
        _require_known(name)
    kept = [name for name in KNOWN if _is_asked(name, asked) and not (body_free and name in TEXTS)]
    metadata = tuple(name.removeprefix(_PREFIX) for name in kept if name.startswith(_PREFIX))
    fields = tuple(name for name in (*RECORD, *ADDED) if (metadata if name == "metadata" else name in kept))
    if not fields:
        raise ValueError(f"nothing is left of {', '.join(sorted(asked))} without the publisher's text")
    return Projection(fields, metadata, has_folders=not body_free)


def _is_asked(name: str, asked: set[str]) -> bool:
    return not asked or name in asked or (name.startswith(_PREFIX) and "metadata" in asked)


def _require_known(name: str) -> None:
    if name not in KNOWN:
        near = nearest(name, KNOWN)
        raise ValueError(f"no field {name!r}" + (f"; is it {' or '.join(near)}?" if near else ""))
