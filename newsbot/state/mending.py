"""A state brought to what the files of a crawl hold: lines that it does not know, and lines that are lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from newsbot.durable.parts import Part
from newsbot.state.records import Done, Found, insert_article, note_revision, note_text


@dataclass(frozen=True, slots=True)
class Written:
    """A record or a reject as it stands in a file of a run: the article, and what the state would have noted of it. A
    reject is no revision."""

    found: Found
    done: Done
    run: int


class Mending:
    """Of one state; `transaction` is the state's."""

    def __init__(
        self, db: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]
    ) -> None:
        self._db = db
        self._transaction = transaction

    def written(self, run: int) -> dict[str, list[str]]:
        """The articles of which a run wrote a line, by the digest of what that says."""
        found: dict[str, list[str]] = {}
        self._db.execute("CREATE INDEX IF NOT EXISTS revisions_of_run ON revisions (run)")
        sql = "SELECT content_digest, key FROM revisions WHERE run = ?"
        for digest, key in self._db.execute(sql, (run,)):
            found.setdefault(digest, []).append(key)
        return found

    def lines_by_run(self) -> dict[int, int]:
        """Of how many articles each run wrote a line."""
        return dict(self._db.execute("SELECT run, count(*) FROM revisions GROUP BY run").fetchall())

    def adopt(self, lines: Iterable[Written], now: str) -> int:
        """Note lines that are in files, in the order in which they were written; how many the state did not know."""
        found = list(lines)
        known = {run: self.written(run) for run in {one.run for one in found}}
        with self._transaction() as db:
            return sum(
                _adopted(db, one, now) for one in found if one.done.content_digest not in known[one.run]
            )

    def ask_again(self, run: int, keys: Iterable[str]) -> tuple[int, int]:
        """Of articles whose line of a run is lost: how many are pending again, and of how many a later line is there,
        so that only what they once said is lost."""
        asked = older = 0
        with self._transaction() as db:
            for key in keys:
                number, latest = db.execute(
                    "SELECT r.number, a.revision FROM revisions r JOIN articles a USING (key) "
                    "WHERE r.key = ? AND r.run = ?",
                    (key, run),
                ).fetchone()
                if number < latest:
                    older += 1
                    continue
                asked += 1
                db.execute("DELETE FROM revisions WHERE key = ? AND number = ?", (key, number))
                db.execute(
                    "UPDATE articles SET status = 'pending', content_digest = NULL, etag = NULL, last_modified = NULL, "
                    "attempts = 0, revision = revision - 1 WHERE key = ?",
                    (key,),
                )
        return asked, older

    def note_run(self, run: int, started: str, portals: list[str]) -> None:
        """Have a run of which only files are left, so that no other gets its number; it moves no window on."""
        options = json.dumps({"portals": portals, "mode": "new", "is_rebuilt": True})
        with self._transaction() as db:
            db.execute(
                "INSERT OR IGNORE INTO runs (id, started, options) VALUES (?, ?, ?)", (run, started, options)
            )

    def take_id(self, name: str) -> None:
        """Take the id that a folder's manifest names, in the place of a state that is lost."""
        with self._transaction() as db:
            db.execute("UPDATE identity SET id = ?", (name,))

    def have_parts(self, folder: str, parts: Iterable[Part]) -> None:
        """Know these files of a folder and no others."""
        with self._transaction() as db:
            db.execute("DELETE FROM parts WHERE folder = ?", (folder,))
            rows = [(folder, part.name, part.rows, part.bytes, part.sha256) for part in parts]
            db.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?)", rows)


def _adopted(db: sqlite3.Connection, one: Written, now: str) -> bool:
    key, done = one.found.key, one.done
    row = db.execute("SELECT status FROM articles WHERE key = ?", (key,)).fetchone()
    if row is not None and not done.is_revision and row[0] != "pending":  # a reject that has its answer
        return False
    if row is None:
        insert_article(db, one.found, done.fetched_at or now)
    db.execute(
        "UPDATE articles SET status = ?, reason = ?, fetched_at = ?, etag = ?, last_modified = ?, payload_digest = ?, "
        "content_digest = ?, revision = revision + ?, announced = json_extract(discovery, '$.lastmod') WHERE key = ?",
        (
            done.status, done.reason, done.fetched_at, done.etag, done.last_modified, done.payload_digest,
            done.content_digest, done.is_revision, key,
        ),
    )  # fmt: skip
    if done.is_revision:
        note_revision(db, done, one.run)
        note_text(db, done)
    return True
