"""The state of a crawl in one SQLite file.

Writes are few and whole: what is found goes in at once, what is done only together with the length of the files that
hold its lines, and those are on the disk before. So a run that is killed at any moment leaves the truth: lines
beyond the committed length belong to articles that are still pending, and are cut off when the next run opens.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from newsbot.durable.lock import locked
from newsbot.durable.parts import Part
from newsbot.items import Discovery
from newsbot.state._file import opened
from newsbot.state.accepted import AcceptedFigures
from newsbot.state.announcing import together
from newsbot.state.backups import back_up
from newsbot.state.files import StoredFiles
from newsbot.state.mending import Mending
from newsbot.state.older import OlderSitemaps
from newsbot.state.queues import COLUMNS, Queues, known_of
from newsbot.state.records import (
    JUDGED_BEFORE,
    NO_ARTICLE,
    Done,
    Doubted,
    Found,
    Known,
    Mode,
    discovery_json,
    doubted_since,
    finish_article,
    insert_article,
    note_doubt,
    told_by,
)
from newsbot.state.runs import Runs
from newsbot.state.salvage import Salvage
from newsbot.state.unread import UnreadDocuments
from newsbot.state.wanted import GIVEN_UP, IN_VAIN, MAX_ATTEMPTS, wanted

_LEFT = f"status IN {GIVEN_UP}"
"""As it stands in the index of those articles: SQLite knows it by its words."""


class State:
    """The state of a crawl; one run at a time. `now` everywhere is ISO 8601 in UTC.

    `folder` is where this run writes its files, beside the state unless named; each run may have its own. Raises
    Conflict where another run holds the file or the file is something else, OSError where it cannot be written.
    """

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = locked(path)
        try:
            self._db = opened(path)
        except BaseException:
            self._lock.close()
            raise
        self.mending = Mending(self._db, self._transaction)
        self.salvage = Salvage(self._db, self._transaction)
        self.unread = UnreadDocuments(self._db, self._transaction)
        self.older = OlderSitemaps(self._db, self._transaction)
        self.accepted = AcceptedFigures(self._transaction)
        self.queues = Queues(self._db, self._transaction)
        self.runs = Runs(self._db, self._transaction)
        self.files = StoredFiles(self._db, self._transaction, path, folder or path.parent)
        self.id = str(self._db.execute("SELECT id FROM identity").fetchone()[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the state to the next run."""
        with suppress(sqlite3.Error):
            self._db.close()
        self._lock.close()

    # runs

    def begin(self, options: dict[str, Any], now: str) -> int:
        """Note that a run begins; its number. Articles that failed in earlier runs get another turn."""
        with self._transaction() as db:
            cursor = db.execute(
                "INSERT INTO runs (started, options) VALUES (?, ?)", (now, json.dumps(options))
            )
            self.runs.current = int(cursor.lastrowid or 0)
            db.execute(
                f"UPDATE articles SET status = 'pending' WHERE {_LEFT} AND status IN {IN_VAIN} AND attempts < ?",  # noqa: S608
                (MAX_ATTEMPTS,),
            )
        return self.runs.current

    def back_up(self, keep: int) -> Path | None:
        """Copy the state as it is after this run, and keep the newest `keep` copies; the copy, None where none is kept.
        Raises OSError where it cannot be written."""
        return back_up(self._db, self.path, self.runs.current, keep)

    # articles

    def discovered(
        self, found: Iterable[Found], mode: Mode, now: str, tell: Callable[[Found, bool], None] | None = None
    ) -> tuple[int, int]:
        """Take announcements in; how many articles the run has to ask for by them, and how many were never seen. When
        they are noted, `tell` is told of each whether it is asked for by this run."""
        asked = fresh = 0
        told: list[tuple[Found, bool]] = []
        with self._transaction() as db:
            for one in found:
                known = self.known(one.key)
                fresh += known is None
                if known is None:
                    insert_article(db, one, now)
                    asked += 1
                    told.append((one, True))
                    continue
                again = wanted(known, one, mode) and (known.status == "pending" or not _is_taken(db, one.key))
                asked += again and known.status != "pending"
                told.append((one, again))
                db.execute(
                    "UPDATE articles SET last_seen = max(last_seen, ?), newest = max(newest, ?), "  # noqa: S608
                    f"reason = CASE WHEN ? AND status IN {NO_ARTICLE} THEN ? ELSE reason END, "
                    "status = CASE WHEN ? THEN 'pending' ELSE status END WHERE key = ?",
                    (now, one.newest, again, JUDGED_BEFORE, again, one.key),
                )
                if again:
                    is_new = known.status != "pending"
                    _announce(db, known, one.discovery if is_new else together(known, one))
        if tell is not None:
            for one, is_asked in told:
                tell(one, is_asked)
        return asked, fresh

    def claim(self, one: Found, now: str) -> bool:
        """Take an article that another's address led to; whether it is to be read now: it was not done, and nobody took
        it in this run. The address that led to it is kept with what announced it."""
        known = self.known(one.key)
        with self._transaction() as db:
            if known is None:
                insert_article(db, one, now)
            else:
                _announce(db, known, together(known, one))
            if known is not None and known.status not in ("pending", "failed", "refused"):
                return False
            return db.execute("INSERT OR IGNORE INTO taken VALUES (?)", (one.key,)).rowcount == 1

    def has_articles(self, portal: str) -> bool:
        """Whether an article of the portal is done."""
        sql = "SELECT 1 FROM articles WHERE portal = ? AND status = 'done' LIMIT 1"
        return self._db.execute(sql, (portal,)).fetchone() is not None

    def given_up(self, portal: str) -> list[str]:
        """The addresses of articles that were asked for too often in vain, or whose record stays incomplete."""
        sql = (
            f"SELECT url FROM articles WHERE portal = ? AND {_LEFT} AND attempts >= ? "  # noqa: S608
            "ORDER BY last_seen DESC"
        )
        return [row[0] for row in self._db.execute(sql, (portal, MAX_ATTEMPTS))]

    def given_up_articles(self) -> Iterator[dict[str, Any]]:
        """All such articles, the last first; `is_new` says whether it was in this run that they were asked for in vain
        the last time."""
        names = ("url", "portal", "status", "reason", "attempts", "last_seen", "is_new")
        sql = (
            "SELECT url, portal, status, reason, attempts, last_seen, "  # noqa: S608
            "EXISTS (SELECT 1 FROM taken WHERE taken.key = articles.key) FROM articles "
            f"WHERE {_LEFT} AND attempts >= ? ORDER BY last_seen DESC, url"
        )
        for row in self._db.execute(sql, (MAX_ATTEMPTS,)):
            yield dict(zip(names, row, strict=True))

    def known(self, key: str) -> Known | None:
        """What is known of an article."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM articles WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return known_of(row) if row else None

    def content_digest(self, key: str) -> str | None:
        """What the last record of an article said, as a digest; None where there is none."""
        row = self._db.execute("SELECT content_digest FROM articles WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def told_by(self, record_id: str, text: str) -> str | None:
        """The key of the article whose line is the last one with an id, where that has the same text; else None."""
        return told_by(self._db, record_id, text)

    def count_pending(self, portals: Iterable[str]) -> int:
        """How many articles are still to be asked for."""
        return int(self._pending("count(*)", portals).fetchone()[0])

    def count_to_ask(self, portals: Iterable[str]) -> int:
        """How many articles this run has to ask for: those that wait, and those that had their turn, of which some wait
        again."""
        names = list(portals)
        marks = ", ".join("?" * len(names))
        sql = (
            "SELECT count(*) FROM taken JOIN articles USING (key) "  # noqa: S608
            f"WHERE status != 'pending' AND portal IN ({marks})"
        )
        return int(self._db.execute(sql, names).fetchone()[0]) + self.count_pending(names)

    def left(self, portals: Iterable[str]) -> list[str]:
        """Keys of the articles that are still to be asked for."""
        return [row[0] for row in self._pending("key", portals)]

    def _pending(self, what: str, portals: Iterable[str]) -> sqlite3.Cursor:
        names = list(portals)
        marks = ", ".join("?" * len(names))
        sql = f"SELECT {what} FROM articles WHERE status = 'pending' AND portal IN ({marks})"  # noqa: S608
        return self._db.execute(sql, names)

    def doubted_since(self, key: str) -> str | None:
        """Since when an article that is pending is in doubt; None where it is not."""
        sql = "SELECT reason FROM articles WHERE key = ? AND status = 'pending'"
        row = self._db.execute(sql, (key,)).fetchone()
        return doubted_since(row[0]) if row else None

    def was_judged(self, key: str) -> bool:
        """Whether a pending article was gone, or none, and was announced again."""
        sql = "SELECT 1 FROM articles WHERE key = ? AND status = 'pending' AND reason = ?"
        return self._db.execute(sql, (key, JUDGED_BEFORE)).fetchone() is not None

    def commit(self, done: Iterable[Done], parts: Iterable[Part], doubted: Iterable[Doubted] = ()) -> None:
        """What is done, together with the files that hold its lines, whose bytes must be on the disk already; and what
        is in doubt, of which some was noted as done before."""
        with self._transaction() as db:
            for one in done:
                finish_article(db, one, self.runs.current)
            for doubtful in doubted:
                note_doubt(db, doubtful)
            self.files.note(db, parts)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; raises OSError where the disk fails, or somebody else writes for longer than patience."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            with suppress(sqlite3.Error):  # it may have rolled back itself
                self._db.execute("ROLLBACK")
            if isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
                raise
            raise OSError(
                f"{self.path}: {error}"
            ) from error  # the disk is full or fails, or lost a part of it
        except BaseException:
            self._db.execute("ROLLBACK")
            raise


def _is_taken(db: sqlite3.Connection, key: str) -> bool:
    """Whether the article had its turn in this run: the second document that announces it gives it no other."""
    return db.execute("SELECT 1 FROM taken WHERE key = ?", (key,)).fetchone() is not None


def _announce(db: sqlite3.Connection, known: Known, discovery: Discovery) -> None:
    if discovery != known.discovery:
        db.execute("UPDATE articles SET discovery = ? WHERE key = ?", (discovery_json(discovery), known.key))
