"""What is to be asked for, in a queue a host: the newest of each first, then what was asked for before in vain; each
article once in a run."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from newsbot.items import Discovery
from newsbot.state.records import Known

HOSTS = """
ALTER TABLE articles ADD COLUMN host TEXT GENERATED ALWAYS AS (
    substr(substr(url, instr(url, '://') + 3), 1, instr(substr(url, instr(url, '://') + 3) || '/', '/') - 1)
) VIRTUAL;
DROP INDEX articles_pending;
CREATE INDEX articles_pending ON articles (portal, host, newest DESC) WHERE status = 'pending';
"""
"""The host of an article is what stands between the scheme and the next slash of its address."""
IS_AGAIN = "reason IS NOT NULL"
"""Whether an article that is pending was asked for before, in vain: it stands behind all that were not, or a few that
never answer would have each turn of a crawl that asks for a few."""
COLUMNS = (
    "key, portal, url, status, discovery, announced, etag, last_modified, content_digest, revision, attempts, "
    f"newest, {IS_AGAIN}"
)
Queue = tuple[str, str]
"""Portal and host of the articles in it."""


class Queues:
    """Those of a state; `transaction` is the state's."""

    def __init__(
        self, db: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]
    ) -> None:
        self._db = db
        self._transaction = transaction

    def of(self, portals: Iterable[str]) -> Iterator[Queue]:
        """Those in which something waits, by portal and host. Each costs a step in an index, however much waits."""
        for portal in portals:
            host = self._after(portal, "")
            while host:
                yield portal, host
                host = self._after(portal, host)

    def _after(self, portal: str, host: str) -> str | None:
        sql = "SELECT min(host) FROM articles WHERE status = 'pending' AND portal = ? AND host > ?"
        found: str | None = self._db.execute(sql, (portal, host)).fetchone()[0]
        return found

    def newest(self, queue: Queue, limit: int) -> list[Known]:
        """The first articles of a queue that nobody has taken in this run."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM articles WHERE status = 'pending' AND portal = ? AND host = ? "  # noqa: S608
            f"AND key NOT IN (SELECT key FROM taken) ORDER BY {IS_AGAIN}, newest DESC, key LIMIT ?",
            (*queue, limit),
        )
        return [known_of(row) for row in rows]

    def take(self, known: Iterable[Known]) -> None:
        """Take articles for this run. Raises OSError where the state cannot be written."""
        with self._transaction() as db:
            db.executemany("INSERT OR IGNORE INTO taken VALUES (?)", [(one.key,) for one in known])


def queue_of(known: Known) -> Queue:
    """The queue in which an article stands."""
    return known.portal, known.url.partition("://")[2].partition("/")[0]


def known_of(row: tuple[Any, ...]) -> Known:
    """An article from a row of `COLUMNS`."""
    key, portal, url, status, discovery, *rest = row
    return Known(key, portal, url, status, Discovery(**json.loads(discovery)), *rest)
