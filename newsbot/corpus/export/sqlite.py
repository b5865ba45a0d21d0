"""SQLite with full-text search: a file that sqlite3, DB Browser and Datasette open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsbot.corpus.export.flat import columns, flat_row, unplaced
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record

__all__ = ["unplaced", "write"]

_COMMIT = 5000
"""Records of a transaction."""
_TYPES = {
    "word_count": "INTEGER", "page_count": "INTEGER", "image_count": "INTEGER", "related_count": "INTEGER",
    "is_complete": "INTEGER", "is_accessible_for_free": "INTEGER", "language_score": "REAL", "confidence": "REAL",
    "identified_language_score": "REAL", "is_mixed_language": "INTEGER",
}  # fmt: skip
"""Of columns that are no text; booleans are 0 and 1."""
_SEARCHED = ("headline", "description", "article_body")
_INDEXED = (
    "id",
    "url",
    "portal",
    "date_published_utc",
    "date_published_day",
    "kind",
    "section",
    "cluster_id",
)
_WORDS = "unicode61 remove_diacritics 2"
_CONTENT = 'content="articles"'
"""Written so, and not in single quotes, Datasette knows the search by it and shows a box."""
_UNREADABLE = "utf-8", "backslashreplace"


@dataclass(frozen=True, slots=True)
class _Child:
    """A table of the members of list fields: one row a member, with the article's number."""

    columns: tuple[str, ...]
    fields: tuple[str, ...]
    """Of the record, whose members are its rows."""


_CHILDREN = {
    "people": _Child(("role", "name", "url"), ("authors", "editors", "contributors")),
    "images": _Child(("url", "caption", "credit", "alt", "width", "height", "is_main"), ("images",)),
    "related": _Child(("text", "url"), ("related",)),
    "keywords": _Child(("keyword",), ("keywords",)),
}


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """`articles` with the columns of `flat` and a number, a table each for people, images, related links and keywords
    (`article` is that number), and `articles_fts` over headline, description and text."""
    names = columns(projection)
    children = {
        name: child
        for name, child in _CHILDREN.items()
        if any(part in projection.fields for part in child.fields)
    }
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # the file has no name yet: a crash leaves nothing that anyone would open
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        _make(database, names, children)
        _fill(database, records, projection, children)
        _finish(database, names, children)


def _make(database: sqlite3.Connection, names: list[str], children: Mapping[str, _Child]) -> None:
    typed = ", ".join(f'"{name}" {_TYPES.get(name, "TEXT")}' for name in names)
    database.execute(f"CREATE TABLE articles (number INTEGER PRIMARY KEY, {typed})")
    for table, child in children.items():
        parts = ", ".join(f'"{column}"' for column in child.columns)
        database.execute(
            f"CREATE TABLE {table} (article INTEGER NOT NULL REFERENCES articles(number), {parts})"
        )


def _fill(
    database: sqlite3.Connection,
    records: Iterator[Record],
    projection: Projection,
    children: Mapping[str, _Child],
) -> None:
    database.execute("BEGIN")
    for number, record in enumerate(records, 1):
        row = [_storable(value) for value in flat_row(record.fields, projection).values()]
        database.execute(_insert("articles", len(row) + 1), (number, *row))
        for table, child in children.items():
            rows = _members(record.fields, child, projection)
            database.executemany(
                _insert(table, len(child.columns) + 1), [(number, *values) for values in rows]
            )
        if number % _COMMIT == 0:
            database.execute("COMMIT")
            database.execute("BEGIN")
    database.execute("COMMIT")


def _insert(table: str, width: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * width)})"  # noqa: S608, the tables are those above


def _members(record: Mapping[str, Any], child: _Child, projection: Projection) -> Iterable[list[Any]]:
    for field in child.fields:
        for member in (record.get(field) or ()) if field in projection.fields else ():
            values = member if isinstance(member, dict) else {child.columns[0]: member}
            yield [_storable(values.get(column)) for column in child.columns]


def _storable(value: Any) -> Any:
    """Half a surrogate pair is no UTF-8: it is stored as its escape."""
    return value.encode(*_UNREADABLE).decode() if isinstance(value, str) else value


def _finish(database: sqlite3.Connection, names: list[str], children: Iterable[str]) -> None:
    for table in children:
        database.execute(f"CREATE INDEX {table}_article ON {table} (article)")
    for name in _INDEXED:
        if name in names:
            database.execute(f"CREATE INDEX articles_{name} ON articles ({name})")
    searched = [name for name in _SEARCHED if name in names]
    if searched:
        database.execute(
            f"CREATE VIRTUAL TABLE articles_fts USING fts5"
            f"({', '.join(searched)}, {_CONTENT}, content_rowid='number', tokenize='{_WORDS}')"
        )
        database.execute("INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')")
    database.execute("ANALYZE")
