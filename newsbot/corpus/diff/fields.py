"""The fields of a record by name, those of `metadata` dotted, and which of them tell something of the extraction."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable
from typing import Any

from newsbot.items import Article, Extraction, Http, Metadata

FETCHED = (
    "metadata.fetched_at", "metadata.http.status", "metadata.http.content_type", "metadata.http.etag",
    "metadata.http.last_modified", "metadata.origin", "metadata.discovery", "metadata.extraction.version",
    "metadata.extraction.portal_rules_digest", "metadata.pages",
)  # fmt: skip
"""Not compared unless they are asked for: when and how a page was fetched, where it lies, and which program with
which rules read it. The last two differ in every record of a portal whose rules were touched."""

FOLLOWING = {"blocks": "article_body", "word_count": "article_body", "content_digest": "article_body"}
"""Fields that cannot but change with another one: they are counted, and not shown a second time in an example."""

LAYOUT = "metadata.extraction.layout"
WITNESSES = "metadata.fields."
"""What the names of the fields' witnesses begin with."""

_MOST_MEANT = 3
_OPENED = frozenset(("metadata", "metadata.http", "metadata.extraction", "metadata.fields"))
"""Objects whose keys are fields of their own."""

MISSING = type("Missing", (), {"__repr__": lambda _: "(no such key)", "__bool__": lambda _: False})()
"""What a record has at a key that it does not have; an absent key is not null."""

Change = tuple[Any, Any]


def changes(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Change]:
    """The values that two records do not have alike, by field, in the record's order."""
    if a == b:
        return {}
    before, after = flat(a), flat(b)
    names = dict.fromkeys([*before, *after])
    pairs = {name: (before.get(name, MISSING), after.get(name, MISSING)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def flat(record: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """The record with the keys of `metadata` as names of their own.

    >>> flat({"id": "a", "metadata": {"fields": {"headline": {"witness": "layout"}}, "problems": []}})
    {'id': 'a', 'metadata.fields.headline': {'witness': 'layout'}, 'metadata.problems': []}
    """
    found: dict[str, Any] = {}
    for key, value in record.items():
        name = prefix + key
        if name in _OPENED and isinstance(value, dict):
            found.update(flat(value, name + "."))
        else:
            found[name] = value
    return found


class Choice:
    """Which fields are compared: all but the fetch's, or those that are named; and in any case those of `also`. A
    name stands for all that lies under it."""

    def __init__(self, named: Iterable[str] = (), also: Iterable[str] = ()) -> None:
        self._named = tuple(named)
        self._also = tuple(also)

    def __contains__(self, name: str) -> bool:
        if any(lies_under(name, chosen) for chosen in (*self._named, *self._also)):
            return True
        return not self._named and name not in FETCHED


def lies_under(name: str, chosen: str) -> bool:
    """Whether a field is the chosen one or a part of it: `metadata.fields.headline` is of `metadata.fields`."""
    return name == chosen or name.startswith(chosen + ".")


def known_fields() -> list[str]:
    """Every name that may be asked for, in the record's order."""
    article = [field.name for field in dataclasses.fields(Article)]
    names = [name for name in article if name != "metadata"]
    metadata = ["metadata", *(f"metadata.{field.name}" for field in dataclasses.fields(Metadata))]
    parts = [f"metadata.http.{field.name}" for field in dataclasses.fields(Http)]
    parts += [f"metadata.extraction.{field.name}" for field in dataclasses.fields(Extraction)]
    return [*names, *metadata, *parts, *(f"metadata.fields.{name}" for name in names)]


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """The names that somebody may have meant, else those that it is a part of; the end of a dotted one counts too.

    >>> nearest("autors", ["authors", "editors", "url"])
    ['authors', 'editors']
    >>> nearest("body", ["article_body", "url"])
    ['article_body']
    """
    by_end = {known.rpartition(".")[2]: known for known in reversed(list(names))}
    asked = name.rpartition(".")[2]
    ends = difflib.get_close_matches(asked, by_end, n=_MOST_MEANT, cutoff=0.6)
    ends = ends or [end for end in by_end if asked and asked in end][:_MOST_MEANT]
    return [by_end[end] for end in ends]
