"""Which fields of a record hold something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

FIELDS = {
    "headline": "headline", "article_body": "text", "date_published": "date", "authors": "authors",
    "editors": "editors", "dateline": "place", "section": "section", "keywords": "tags", "images": "images",
    "description": "summary",
}  # fmt: skip
"""What a reader of a corpus asks for first: the record's own name, and a short one for the head of a column."""


def held(record: Mapping[str, Any]) -> Iterator[str]:
    """The fields of FIELDS that are neither null nor empty.

    >>> list(held({"headline": "Panen raya", "authors": [], "section": None}))
    ['headline']
    """
    return (name for name in FIELDS if record.get(name))


class Coverage:
    """How many records there are, and how many of them hold each field."""

    def __init__(self) -> None:
        self.records = 0
        self.held: Counter[str] = Counter()

    def add(self, record: Mapping[str, Any]) -> None:
        """Count it."""
        self.records += 1
        self.held.update(held(record))

    def share(self, field: str) -> float:
        """The share of records that hold it, 0 to 1."""
        return self.held[field] / self.records if self.records else 0.0
