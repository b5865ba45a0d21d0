"""The state of a crawl in one SQLite file.

Writes are few and whole: what is found goes in at once, what is done only together with the length of the files that
hold its lines, and those are on the disk before. So a run that is killed at any moment leaves the truth: lines
beyond the committed length belong to articles that are still pending, and are cut off when the next run opens.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from newsbot.items import Discovery
from newsbot.state.records import Done, Found, Known, Mode, Part
from newsbot.state.wanted import MAX_ATTEMPTS, wanted

if sys.platform != "win32":
    import fcntl

_APPLICATION = 0x6E657773
_VERSION = 1
_TABLES = """
CREATE TABLE articles (
    key TEXT PRIMARY KEY, portal TEXT NOT NULL, url TEXT NOT NULL, status TEXT NOT NULL, newest TEXT NOT NULL,
    discovery TEXT NOT NULL, announced TEXT, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, fetched_at TEXT,
    etag TEXT, last_modified TEXT, payload_digest TEXT, content_digest TEXT, revision INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, reason TEXT
) WITHOUT ROWID;
CREATE INDEX articles_pending ON articles (portal, newest DESC) WHERE status = 'pending';
CREATE TABLE revisions (
    key TEXT NOT NULL, number INTEGER NOT NULL, fetched_at TEXT, payload_digest TEXT, content_digest TEXT,
    run INTEGER NOT NULL, PRIMARY KEY (key, number)
) WITHOUT ROWID;
CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, options TEXT NOT NULL, report TEXT);
CREATE TABLE parts (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT) WITHOUT ROWID;
"""
_KNOWN = (
    "key, portal, url, status, discovery, announced, etag, last_modified, content_digest, revision, attempts"
)


class Conflict(RuntimeError):
    """The state cannot be used as it is: another run holds it, or it is no state of newsbot. The message says so."""


class State:
    """The state of a crawl; one run at a time. `now` everywhere is ISO 8601 in UTC.

    Raises Conflict where another run holds the file or the file is something else, OSError where it cannot be
    written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(path)
        try:
            self._db = _opened(path)
        except BaseException:
            self._lock.close()
            raise
        self._run = 0

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
            self._run = int(cursor.lastrowid or 0)
            db.execute(
                "UPDATE articles SET status = 'pending' WHERE status = 'failed' AND attempts < ?",
                (MAX_ATTEMPTS,),
            )
        return self._run

    def end(self, report: dict[str, Any], now: str | None) -> None:
        """Note how the run ended; `now` is None where it ended early."""
        with self._transaction() as db:
            db.execute(
                "UPDATE runs SET ended = ?, report = ? WHERE id = ?", (now, json.dumps(report), self._run)
            )

    def latest_moment(self) -> str | None:
        """The latest moment in the state: a clock that is behind it has jumped."""
        row = self._db.execute("SELECT max(coalesce(ended, started)) FROM runs").fetchone()
        return row[0] if row else None

    def last_complete_start(self, portal: str, now: str) -> str | None:
        """When the last run began that came to its end and read all that the portal announces.

        A run that the clock puts behind `now` does not count: its time was false, or this one is.
        """
        rows = self._db.execute(
            "SELECT started, options, report FROM runs WHERE ended IS NOT NULL AND started <= ? ORDER BY id DESC",
            (now,),
        )
        return next(
            (
                started
                for started, options, report in rows
                if portal in json.loads(options).get("portals", ())
                and portal not in json.loads(report).get("gaps", ())
            ),
            None,
        )

    # articles

    def discovered(self, found: Iterable[Found], mode: Mode, now: str) -> tuple[int, int]:
        """Take announcements in; how many articles the run has to ask for by them, and how many were never seen."""
        asked = fresh = 0
        with self._transaction() as db:
            for one in found:
                known = self.known(one.key)
                fresh += known is None
                if known is None:
                    _insert(db, one, now)
                    asked += 1
                    continue
                again = wanted(known, one, mode)
                asked += again and known.status != "pending"
                db.execute(
                    "UPDATE articles SET last_seen = max(last_seen, ?), newest = max(newest, ?), "
                    "status = CASE WHEN ? THEN 'pending' ELSE status END WHERE key = ?",
                    (now, one.newest, again, one.key),
                )
                if again and (known.status != "pending" or _says_more(one.discovery, known.discovery)):
                    db.execute(
                        "UPDATE articles SET discovery = ? WHERE key = ?", (_json(one.discovery), one.key)
                    )
        return asked, fresh

    def known(self, key: str) -> Known | None:
        """What is known of an article."""
        row = self._db.execute(f"SELECT {_KNOWN} FROM articles WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return _known(row) if row else None

    def pending(self, portals: Iterable[str], limit: int) -> list[Known]:
        """The newest articles to ask for that nobody has taken in this run, and takes them."""
        names = list(portals)
        marks = ", ".join("?" * len(names))
        rows = self._db.execute(
            f"SELECT {_KNOWN} FROM articles WHERE status = 'pending' AND portal IN ({marks}) "  # noqa: S608
            "AND key NOT IN (SELECT key FROM taken) ORDER BY newest DESC, key LIMIT ?",
            (*names, limit),
        ).fetchall()
        with self._transaction() as db:
            db.executemany("INSERT OR IGNORE INTO taken VALUES (?)", [(row[0],) for row in rows])
        return [_known(row) for row in rows]

    def count_pending(self, portals: Iterable[str]) -> int:
        """How many articles are still to be asked for."""
        names = list(portals)
        marks = ", ".join("?" * len(names))
        sql = f"SELECT count(*) FROM articles WHERE status = 'pending' AND portal IN ({marks})"  # noqa: S608
        return int(self._db.execute(sql, names).fetchone()[0])

    def left(self, portals: Iterable[str]) -> list[str]:
        """Keys of the articles that are still to be asked for."""
        names = list(portals)
        marks = ", ".join("?" * len(names))
        sql = f"SELECT key FROM articles WHERE status = 'pending' AND portal IN ({marks})"  # noqa: S608
        return [row[0] for row in self._db.execute(sql, names)]

    def commit(self, done: Iterable[Done], parts: Iterable[Part]) -> None:
        """What is done, together with the files that hold its lines; their bytes must be on the disk already."""
        with self._transaction() as db:
            for one in done:
                self._finish(db, one)
                db.execute("DELETE FROM taken WHERE key = ?", (one.key,))
            db.executemany(
                "INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)",
                [(part.name, part.rows, part.bytes, part.sha256) for part in parts],
            )

    def _finish(self, db: sqlite3.Connection, one: Done) -> None:
        answered = one.status in ("done", "gone", "elsewhere")
        db.execute(
            "UPDATE articles SET status = ?, reason = ?, fetched_at = coalesce(?, fetched_at), "
            "etag = coalesce(?, etag), last_modified = coalesce(?, last_modified), "
            "payload_digest = coalesce(?, payload_digest), content_digest = coalesce(?, content_digest), "
            "revision = revision + ?, attempts = CASE WHEN ? THEN 0 ELSE attempts + 1 END, "
            "announced = json_extract(discovery, '$.lastmod') WHERE key = ?",
            (
                one.status, one.reason, one.fetched_at, one.etag, one.last_modified, one.payload_digest,
                one.content_digest, one.is_revision, answered, one.key,
            ),
        )  # fmt: skip
        if one.is_revision:
            db.execute(
                "INSERT INTO revisions SELECT key, revision, ?, ?, ?, ? FROM articles WHERE key = ?",
                (one.fetched_at, one.payload_digest, one.content_digest, self._run, one.key),
            )

    # files

    def parts(self) -> list[Part]:
        """The files of all runs, by name."""
        return [
            Part(*row)
            for row in self._db.execute("SELECT name, rows, bytes, sha256 FROM parts ORDER BY name")
        ]

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; raises OSError where the disk fails."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
            self._db.execute("COMMIT")
        except (
            sqlite3.OperationalError
        ) as error:  # a full or failing disk; SQLite may have rolled back itself
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise OSError(f"{self.path}: {error}") from error
        except BaseException:
            self._db.execute("ROLLBACK")
            raise


def _locked(path: Path) -> BinaryIO:
    """A lock that ends with the process, however it ends."""
    lock = path.with_name(path.name + ".lock")
    file = os.fdopen(os.open(lock, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    if sys.platform == "win32":
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = file.read(40).decode("ascii", "replace").strip() or "unknown"
        file.close()
        raise Conflict(f"{path} is in use by another run (process {holder})") from None
    file.truncate(0)
    file.write(str(os.getpid()).encode())
    file.flush()
    return file


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=True)
    try:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
        empty = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        db.close()
        raise Conflict(f"{path} is no state of a crawl: {error}") from error
    if not empty and (application, version) != (_APPLICATION, _VERSION):
        db.close()
        raise Conflict(
            f"{path} is no state of this version of newsbot (application {application}, version {version})"
        )
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")  # a commit that is said is on the disk
    db.execute("CREATE TEMP TABLE taken (key TEXT PRIMARY KEY) WITHOUT ROWID")
    if empty:
        db.executescript(
            f"BEGIN; {_TABLES} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION}; COMMIT;"
        )
    return db


def _says_more(one: Discovery, other: Discovery) -> bool:
    """Whether an announcement tells more than another of the same article: a news sitemap more than a bare link."""
    stated = [sum(map(bool, (d.lastmod, d.title, d.date))) for d in (one, other)]
    return stated[0] > stated[1]


def _insert(db: sqlite3.Connection, one: Found, now: str) -> None:
    db.execute(
        "INSERT INTO articles (key, portal, url, status, newest, discovery, first_seen, last_seen) "
        "VALUES (?, ?, ?, 'pending', ?, ?, ?, ?)",
        (one.key, one.portal, one.url, one.newest, _json(one.discovery), now, now),
    )


def _json(discovery: Discovery) -> str:
    return json.dumps(
        {
            "kind": discovery.kind,
            "url": discovery.url,
            "lastmod": discovery.lastmod,
            "title": discovery.title,
            "date": discovery.date,
        },
        ensure_ascii=False,
    )


def _known(row: tuple[Any, ...]) -> Known:
    key, portal, url, status, discovery, *rest = row
    return Known(key, portal, url, status, Discovery(**json.loads(discovery)), *rest)
