"""What of a record counts when two captures of one article are held against each other."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newsbot.corpus.dates import moment
from newsbot.corpus.diff.blocks import as_blocks
from newsbot.corpus.reading import Record

NOT_SHOWN = frozenset(("blocked", "other", "index"))
"""Kinds of records of pages that do not show the article."""
TEXT = ("headline", "alternative_headline", "article_body")
"""Fields that are what an article says; `changes` of the others touch no text."""
_ABOVE = ("headline", "alternative_headline", "description", "dateline")
_BESIDE = (
    "date_published", "date_modified", "initials", "section", "keywords", "topic", "is_accessible_for_free",
)  # fmt: skip
_PEOPLE = ("authors", "editors", "contributors")
_DEEP = 50
"""Levels of a value; a record has four."""
_NO_WORDS = frozenset(("image", "embed"))
"""Blocks that are no text; what is changed in pictures and videos is told by those."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One record: `said` is what it says of the article, by the names of the record's fields, the rest where it comes
    from. White space and Unicode forms are no difference, nor are the addresses of people and the parameters of a
    picture's address."""

    said: dict[str, Any]
    id: str
    portal: str
    url: str | None
    moment: datetime
    fetched_at: str
    payload_digest: str
    content_digest: str | None
    is_complete: bool
    version: str
    rules: str | None
    layout: str | None
    file: str
    line: int

    @property
    def is_shown(self) -> bool:
        """Whether the page shows the article, and is no wall or list."""
        return self.said["kind"] not in NOT_SHOWN


def fields_of(record: Record) -> dict[str, Any]:
    """What a capture is made of, as plain JSON types.

    Raises ValueError, which says why, for a record that cannot be put in time.
    """
    fields, metadata = record.fields, record.fields["metadata"]
    stated, url = metadata.get("extraction"), fields.get("url")
    extraction = stated if isinstance(stated, dict) else {}
    return {
        "said": _said(fields),
        "id": fields["id"],
        "portal": str(fields.get("portal")),
        "url": url if isinstance(url, str) else None,
        "moment": moment_of(metadata.get("fetched_at")).isoformat(),
        "fetched_at": metadata["fetched_at"],
        "payload_digest": str(metadata.get("payload_digest")),
        "content_digest": fields.get("content_digest"),
        "is_complete": fields.get("is_complete") is not False,
        "version": str(extraction.get("version")),
        "rules": extraction.get("portal_rules_digest"),
        "layout": extraction.get("layout"),
        "file": record.file,
        "line": record.line,
    }


def capture_of(fields: dict[str, Any]) -> Capture:
    """The capture that `fields_of` gave the fields of."""
    return Capture(**{**fields, "moment": datetime.fromisoformat(fields["moment"])})


def moment_of(fetched_at: Any) -> datetime:
    """When a page was fetched, in UTC. Raises ValueError where that is not known."""
    try:
        found = moment(fetched_at) if isinstance(fetched_at, str) else None
    except ValueError:
        found = None
    if found is None:
        raise ValueError("no moment at which it was fetched")
    return found.astimezone(UTC)


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    listed = fields.get("blocks")
    blocks = listed if isinstance(listed, list) and listed else as_blocks(fields.get("article_body"))
    made = (_block(block) for block in _objects(blocks) if block.get("type") not in _NO_WORDS)
    worded = [block for block in made if block["text"]]
    return {
        **{name: plain(fields.get(name)) for name in _ABOVE},
        "article_body": "\n\n".join(block["text"] for block in worded),
        "blocks": worded,
        **{name: plain(fields.get(name)) for name in _BESIDE},
        "kind": str(fields.get("kind")),
        **{name: [_person(one) for one in _objects(fields.get(name))] for name in _PEOPLE},
        "images": [_picture(one) for one in _objects(fields.get("images"))],
        "videos": [plain(one) for one in _objects(fields.get("videos"))],
    }


def plain(value: Any, depth: int = 0) -> Any:
    """A value whose texts are in NFC with single spaces. Raises RecursionError for one that is nested too deep."""
    if depth > _DEEP:
        raise RecursionError
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    if isinstance(value, list):
        return [plain(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {key: plain(item, depth + 1) for key, item in value.items()}
    return value


def _block(block: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": str(block.get("type")),
        "text": plain(str(block.get("text") or "")),
        "level": block.get("level"),
    }


def _person(person: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(person.get(name)) for name in ("name", "role")}


def _picture(image: dict[str, Any]) -> dict[str, Any]:
    url = plain(image.get("url"))
    bare = url.partition("?")[0] if isinstance(url, str) else None
    return {**{name: plain(image.get(name)) for name in ("caption", "credit")}, "url": bare}


def _objects(items: Any) -> list[dict[str, Any]]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
