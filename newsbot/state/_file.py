"""The file of a state: told from other files, made where there is none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newsbot.durable.lock import Conflict
from newsbot.state.older import TABLE as _LOOKS
from newsbot.state.queues import HOSTS, IS_AGAIN
from newsbot.state.unread import TABLE as _UNREAD
from newsbot.state.wanted import GIVEN_UP

_APPLICATION = 0x6E657773
_VERSION = 9
_PATIENCE = 20.0
"""Seconds to wait for somebody who writes into a state from outside, as a person with SQLite's own shell may."""
_TABLES = """
CREATE TABLE identity (id TEXT NOT NULL);
INSERT INTO identity VALUES (lower(hex(randomblob(16))));
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
CREATE TABLE parts (
    folder TEXT NOT NULL, name TEXT NOT NULL, rows INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT,
    PRIMARY KEY (folder, name)
) WITHOUT ROWID;
"""
_FAILED = """
CREATE INDEX articles_failed ON articles (portal) WHERE status IN ('failed', 'incomplete');
"""
_MEASURES = """
CREATE TABLE measures (
    run INTEGER NOT NULL, portal TEXT NOT NULL, figures TEXT NOT NULL, PRIMARY KEY (run, portal)
) WITHOUT ROWID;
"""
_ACCEPTED = """
CREATE TABLE accepted (
    portal TEXT NOT NULL, figure TEXT NOT NULL, since TEXT NOT NULL, noted TEXT NOT NULL, PRIMARY KEY (portal, figure)
) WITHOUT ROWID;
"""
_TURNS = f"""
UPDATE articles SET attempts = 0 WHERE status = 'refused';
DROP INDEX articles_failed;
CREATE INDEX articles_left ON articles (portal) WHERE status IN {GIVEN_UP};
DROP INDEX articles_pending;
CREATE INDEX articles_pending ON articles (portal, host, {IS_AGAIN}, newest DESC) WHERE status = 'pending';
"""  # noqa: S608, its own words
"""Until then a refusal cost a turn whether anybody was asked or not."""
_TEXTS = """
CREATE TABLE texts (id TEXT PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;
"""
"""Of each record's id, what its last line says, and the article of which that is."""
_SINCE: dict[int, str] = {
    2: _UNREAD,
    3: _FAILED,
    4: _MEASURES,
    5: HOSTS,
    6: _ACCEPTED,
    7: _TURNS + _TEXTS,
    8: _LOOKS,
}
"""What makes a state of the version before the next one's."""


def opened(path: Path) -> sqlite3.Connection:
    """The database of a state, made where there is none. Raises Conflict where the file is something else, or damaged.

    Each opening looks at every page of the file: 2 s for a million articles, and no crawl begins on a damaged state.
    """
    db = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE)
    try:
        version = _version(db, path)
        if version and (fault := fault_in(db)):
            raise Conflict(
                f"{path} is damaged ({fault}): `newsbot repair` makes it anew, from its backup and the files"
            )
    except BaseException:
        db.close()
        raise
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")  # a commit that is said is on the disk
    db.execute("PRAGMA temp_store = MEMORY")  # what is asked for in this run is no news to the next
    db.execute("CREATE TEMP TABLE taken (key TEXT PRIMARY KEY) WITHOUT ROWID")
    missing = (
        _TABLES + "".join(_SINCE.values())
        if not version
        else "".join(_SINCE[old] for old in range(version, _VERSION))
    )
    if missing:
        db.executescript(
            f"BEGIN; {missing} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION}; COMMIT;"
        )
    return db


def read_only(path: Path, *, alone: bool = False) -> sqlite3.Connection:
    """The database of a state that is there, for reading, without any lock; `alone` says that nobody writes into it
    meanwhile, and then no file beside it is made either. Raises Conflict where it is none."""
    is_left = alone and not path.with_name(path.name + "-wal").exists()
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if is_left else ''}"
        db = sqlite3.connect(uri, uri=True, timeout=5.0)
    except sqlite3.Error as error:
        raise Conflict(f"{path} cannot be read as the state of a crawl: {error}") from error
    try:
        if not _version(db, path):
            raise Conflict(f"{path} is no state of a crawl: it is empty")
    except BaseException:
        db.close()
        raise
    return db


def fault_in(db: sqlite3.Connection, check: str = "quick_check") -> str | None:
    """What SQLite finds wrong with a database, in words; None where nothing is."""
    try:
        said = db.execute(f"PRAGMA {check}(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if said == "ok" else " ".join(str(said).split())


def _version(db: sqlite3.Connection, path: Path) -> int:
    """The version of a state, 0 of an empty file. Raises Conflict where it is none of this program."""
    try:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        empty = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise Conflict(
            f"{path} is no state of a crawl: {error}; where it was one, `newsbot repair` makes it anew"
        ) from error
    if not empty and (application != _APPLICATION or version not in (*_SINCE, _VERSION)):
        raise Conflict(
            f"{path} is no state of this version of newsbot (application {application}, version {version})"
        )
    return 0 if empty else version
