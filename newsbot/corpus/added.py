"""The keys that commands add to records that are written already, at their end: no page has them, a corpus has.

A record without them is as good a record; a table has a column for each, null where no command has added it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Relation = Literal["same_article", "network_copy", "wire_copy", "rewrite", "boilerplate_twin"]
"""What a record is to the head of its cluster; docs/duplicates.md tells them apart."""


@dataclass(frozen=True, slots=True)
class LanguageShare:
    """A language by its ISO 639 code, and the share of a text's words that are in it, 0 to 1."""

    code: str
    share: float


@dataclass(frozen=True, slots=True)
class IdentifiedLanguage:
    """The language of a text with how sure it is (0 to 1), and the other languages of its sentences, the most first.

    `is_mixed` where these make up so much of it that it is no text of one language; docs/languages.md has the bounds.
    """

    code: str
    score: float
    others: list[LanguageShare]
    is_mixed: bool


DUPLICATES: dict[str, Any] = {
    "cluster_id": str | None,
    "duplicate_of": str | None,
    "relation": Relation | None,
}
"""The keys of `newsbot dedupe`, in order, the type of each."""

LANGUAGE = "identified_language"
"""The key of `newsbot language`."""

ADDED: dict[str, Any] = {**DUPLICATES, LANGUAGE: IdentifiedLanguage | None}
"""All of them by name, in the order in which they stand in a record, the type of each."""

MIXED = "mixed"
"""What stands in the place of a code for texts of several languages."""


def with_added(record: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """A record with these values of ADDED; those that it has already and that are not among them stay.

    >>> with_added({"relation": None, "id": "contoh:1"}, {"cluster_id": "contoh:1"})
    {'id': 'contoh:1', 'cluster_id': 'contoh:1', 'relation': None}
    """
    known = {**record, **values}
    own = {name: value for name, value in record.items() if name not in ADDED}
    return {**own, **{name: known[name] for name in ADDED if name in known}}


def language_of(record: Mapping[str, Any]) -> str | None:
    """The code of a record's language: what `newsbot language` has identified (MIXED for a text of several), else what
    was told by function words when the page was read; None where neither is known.

    >>> language_of({"in_language": {"code": "id", "score": 0.9}})
    'id'
    """
    found = record.get(LANGUAGE)
    if found and found.get("is_mixed"):
        return MIXED
    return next(iter(languages_of(record)), None)


def languages_of(record: Mapping[str, Any]) -> list[str]:
    """The codes of the languages that a record's text is in, known as there, the most of it first: of a text of several
    languages each.

    >>> languages_of({"identified_language": {"code": "id", "is_mixed": True, "others": [{"code": "jv"}]}})
    ['id', 'jv']
    """
    found = record.get(LANGUAGE) or record.get("in_language") or {}
    others = found.get("others") or () if found.get("is_mixed") else ()
    return [code for code in (found.get("code"), *(other.get("code") for other in others)) if code]
