"""What can still be read of a damaged state, row by row: what the files of a crawl do not tell.

A damaged page of the file costs the rows that stand on it. Each table is read from its beginning and from its end until
a page cannot be read, and between the two from each key that somebody else knows.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from newsbot.items import Discovery
from newsbot.state.records import Status

MAX_PLACES = 500
"""Keys from which the rows between two damaged pages are looked for."""
_STATUSES = frozenset(get_args(Status))
_ARTICLES = (
    "key, portal, url, status, newest, discovery, announced, first_seen, last_seen, fetched_at, etag, last_modified, "
    "payload_digest, content_digest, revision, attempts, reason"
)
_REVISIONS = "key, number, fetched_at, payload_digest, content_digest, run"
_RUNS = "id, started, ended, options, report"
_MEASURES = "run, portal, figures"
_UNREAD = "portal, url, kind, reason, day, depth, since, is_soft, failures, first, last"
_ACCEPTED = "portal, figure, since, noted"
_TEXTS = "id, key, text"
_LOOKS = "portal, url, run"
Row = tuple[Any, ...]


@dataclass(slots=True)
class Salvaged:
    """How many rows of each table were taken over, how many said nothing that a state says, and in how many places of
    the file nothing could be read."""

    taken: dict[str, int] = field(default_factory=dict)
    unlike: int = 0
    unreadable: int = 0

    @property
    def rows(self) -> int:
        """All that were taken over."""
        return sum(self.taken.values())


class Salvage:
    """Takes the rows of a damaged state over into another; `transaction` is that one's."""

    def __init__(
        self, db: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]
    ) -> None:
        self._db = db
        self._transaction = transaction
        self._found = Salvaged()

    def take(self, damaged: Path) -> Salvaged:
        """Take over what the state does not know; the damaged file is read and not changed. A run that is taken over
        moves no window on, for some of what it announced may be lost."""
        self._found = Salvaged()
        try:
            uri = f"{damaged.resolve().as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(uri, uri=True)) as old, self._transaction() as db:
                self._articles(old, db)
                self._revisions(old, db)
                self._others(old, db)
        except sqlite3.OperationalError as error:
            raise OSError(f"{damaged}: {error}") from error
        return self._found

    def _articles(self, old: sqlite3.Connection, db: sqlite3.Connection) -> None:
        known = [row[0] for row in self._db.execute("SELECT key FROM articles ORDER BY key")]
        names = _ARTICLES.split(", ")
        marks, kept = (
            ", ".join("?" * len(names)),
            ", ".join(f"{name} = excluded.{name}" for name in names[1:]),
        )
        # what is pending in an older copy may have had its answer since
        sql = (
            f"INSERT INTO articles ({_ARTICLES}) VALUES ({marks}) ON CONFLICT (key) DO UPDATE SET {kept} "  # noqa: S608
            "WHERE articles.status = 'pending' AND excluded.status != 'pending'"
        )
        self._taken("articles", db, sql, self._rows(old, "articles", _ARTICLES, "key", known), _is_article)

    def _revisions(self, old: sqlite3.Connection, db: sqlite3.Connection) -> None:
        """Those of articles that are known to have them: a file's line that has one is not taken in again."""
        known = {row[0]: row[1] for row in db.execute("SELECT key, revision FROM articles WHERE revision")}
        rows = self._rows(old, "revisions", _REVISIONS, "key", sorted(known))
        sql = f"INSERT OR IGNORE INTO revisions ({_REVISIONS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608
        self._taken(
            "revisions", db, sql, (row for row in rows if known.get(row[0], 0) >= row[1]), _is_revision
        )

    def _others(self, old: sqlite3.Connection, db: sqlite3.Connection) -> None:
        tables: tuple[tuple[str, str, str, Callable[[Row], bool]], ...] = (
            ("runs", _RUNS, "id", _is_run),
            ("measures", _MEASURES, "run", lambda row: _object(row[2]) is not None),
            ("unread", _UNREAD, "portal", lambda row: all(isinstance(one, str) for one in row[:4])),
            ("accepted", _ACCEPTED, "portal", lambda row: all(isinstance(one, str) for one in row)),
            ("looks", _LOOKS, "portal", lambda row: isinstance(row[1], str) and isinstance(row[2], int)),
            ("texts", _TEXTS, "id", lambda row: all(isinstance(one, str) for one in row)),
        )
        for table, columns, key, is_like in tables:
            marks = ", ".join("?" * len(columns.split(", ")))
            sql = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
            rows = self._rows(old, table, columns, key, [])
            self._taken(table, db, sql, map(_without_window, rows) if table == "runs" else rows, is_like)

    def _taken(
        self,
        table: str,
        db: sqlite3.Connection,
        sql: str,
        rows: Iterator[Row],
        is_like: Callable[[Row], bool],
    ) -> None:
        for row in rows:
            if not is_like(row):
                self._found.unlike += 1
            elif number := db.execute(sql, row).rowcount:
                self._found.taken[table] = self._found.taken.get(table, 0) + number

    def _rows(
        self, old: sqlite3.Connection, table: str, columns: str, key: str, known: Sequence[Any]
    ) -> Iterator[Row]:
        """All rows that can be read, some of them twice."""
        sql = f"SELECT {columns} FROM {table}"  # noqa: S608
        last = yield from self._until_damage(old, f"{sql} ORDER BY {key}", ())
        if last is _END:
            return
        first = yield from self._until_damage(old, f"{sql} ORDER BY {key} DESC", ())
        between = [one for one in known if (last is None or one > last) and (first is None or one < first)]
        step = max(1, len(between) // MAX_PLACES)
        at = 0
        while at < len(between):
            reached = yield from self._until_damage(
                old, f"{sql} WHERE {key} >= ? ORDER BY {key}", (between[at],)
            )
            if reached is _END:
                return
            at = max(at + step, bisect_right(between, reached) if reached is not None else 0)

    def _until_damage(self, old: sqlite3.Connection, sql: str, arguments: Row) -> Any:
        """Rows up to a page that cannot be read; returns the first value of the last one, None where there was none,
        and `_END` where there is no such page."""
        last = None
        try:
            for row in old.execute(sql, arguments):
                last = row[0]
                yield row
        except sqlite3.DatabaseError as error:
            if "no such table" not in str(error):
                self._found.unreadable += 1
                return last
        return _END


_END = object()


def _object(text: object) -> dict[str, Any] | None:
    try:
        value = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _is_article(row: Row) -> bool:
    told = dict(zip(_ARTICLES.split(", "), row, strict=True))
    texts = ("key", "portal", "url", "newest", "first_seen", "last_seen")
    if not all(isinstance(told[name], str) for name in texts) or told["status"] not in _STATUSES:
        return False
    if not isinstance(told["revision"], int) or not isinstance(told["attempts"], int):
        return False
    try:
        Discovery(**(_object(told["discovery"]) or {"": None}))
    except TypeError:
        return False
    return bool(told["url"].startswith(("http://", "https://")))


def _is_revision(row: Row) -> bool:
    key, number, _, _, digest, run = row
    return (
        isinstance(key, str) and isinstance(digest, str) and isinstance(number, int) and isinstance(run, int)
    )


def _is_run(row: Row) -> bool:
    number, started, _, options, report = row
    is_told = report is None or _object(report) is not None
    return isinstance(number, int) and isinstance(started, str) and _object(options) is not None and is_told


def _without_window(row: Row) -> Row:
    *rest, text = row
    if report := _object(text):
        report["look_back"] = sorted(report.get("by_portal", {}))
        text = json.dumps(report)
    return (*rest, text)
