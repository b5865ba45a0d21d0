"""When sitemaps were looked at that their index calls older than the window: not every portal keeps up these dates."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

TABLE = """
CREATE TABLE looks (portal TEXT NOT NULL, url TEXT NOT NULL, run INTEGER NOT NULL, PRIMARY KEY (portal, url))
WITHOUT ROWID;
"""


class OlderSitemaps:
    """Those of a state; `transaction` is the state's."""

    def __init__(
        self, db: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]
    ) -> None:
        self._db = db
        self._transaction = transaction

    def take(self, portal: str, urls: Sequence[str], run: int) -> str | None:
        """The one of these that a run is to look at, noted as looked at: the first that no run has looked at, else the
        one that was looked at longest ago; None of none. Raises OSError where the state cannot be written."""
        looked = dict(self._db.execute("SELECT url, run FROM looks WHERE portal = ?", (portal,)))
        turn = min(urls, key=lambda url: looked.get(url, 0), default=None)
        if turn is not None:
            with self._transaction() as db:
                db.execute("INSERT OR REPLACE INTO looks VALUES (?, ?, ?)", (portal, turn, run))
        return turn
