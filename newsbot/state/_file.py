"""The file of a state: locked for one run, told from other files, made where there is none."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_APPLICATION = 0x6E657773
_VERSION = 2
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


class Conflict(RuntimeError):
    """State or folder cannot be used as they are: another run holds them, or they are not what they should be. The
    message says which and what to do."""


def locked(path: Path) -> BinaryIO:
    """A lock beside a file or folder that ends with the process, however it ends.

    Raises Conflict where another run holds it.
    """
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


def opened(path: Path) -> sqlite3.Connection:
    """The database of a state, made where there is none. Raises Conflict where the file is something else."""
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
    db.execute("PRAGMA temp_store = MEMORY")  # what is asked for in this run is no news to the next
    db.execute("CREATE TEMP TABLE taken (key TEXT PRIMARY KEY) WITHOUT ROWID")
    if empty:
        db.executescript(
            f"BEGIN; {_TABLES} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION}; COMMIT;"
        )
    return db
