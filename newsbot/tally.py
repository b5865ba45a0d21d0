"""What the figures of a run take of one record, cheap to hand from one process to another."""

from __future__ import annotations

from typing import Any, NamedTuple

from newsbot.items import Article

WANTED = (
    "headline",
    "article_body",
    "date_published",
    "authors",
    "section",
    "keywords",
    "images",
    "canonical_url",
)
"""The fields whose absence is counted, in records of the kind `article`."""


class Tally(NamedTuple):
    """The kind of a record, the codes of its problems, its confidence, and which of the wanted fields it lacks."""

    kind: str
    problems: tuple[str, ...]
    confidence: float | None
    missing: tuple[str, ...]

    @classmethod
    def of(cls, article: Article) -> Tally:
        """What is counted of an article."""
        metadata = article.metadata
        return cls(
            article.kind,
            tuple(problem.code for problem in metadata.problems),
            metadata.confidence,
            tuple(name for name in WANTED if not getattr(article, name)),
        )

    @classmethod
    def in_record(cls, record: dict[str, Any]) -> Tally:
        """What is counted of a record that was written, as plain JSON types."""
        metadata = record["metadata"]
        return cls(
            record["kind"],
            tuple(problem["code"] for problem in metadata["problems"]),
            metadata["confidence"],
            tuple(name for name in WANTED if not record[name]),
        )
