"""The runs of a crawl as the state keeps them: when each began and ended, and what it said of itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from newsbot.state.history import Measures


class Runs:
    """Those of a state; `transaction` is the state's."""

    def __init__(
        self, db: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]
    ) -> None:
        self._db = db
        self._transaction = transaction
        self.current = 0
        """The number of the run that has begun; 0 before."""

    def end(
        self, report: dict[str, Any], now: str | None, measures: Mapping[str, Measures] | None = None
    ) -> None:
        """Note how the run ended, with what each portal's pages were like; `now` is None where it ended early."""
        with self._transaction() as db:
            db.execute(
                "UPDATE runs SET ended = ?, report = ? WHERE id = ?", (now, json.dumps(report), self.current)
            )
            db.executemany(
                "INSERT OR REPLACE INTO measures VALUES (?, ?, ?)",
                [(self.current, portal, one.to_json()) for portal, one in (measures or {}).items()],
            )

    def latest_moment(self) -> str | None:
        """The latest moment in the state: a clock that is behind it has jumped."""
        row = self._db.execute("SELECT max(coalesce(ended, started)) FROM runs").fetchone()
        return row[0] if row else None

    def last_complete_start(self, portal: str, now: str) -> str | None:
        """When the last run began that came to its end and moved the portal's window on: what it did not read of what
        it had to look at is noted as unread.

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
                and portal not in _kept(json.loads(report))
            ),
            None,
        )

    def reports(self, limit: int) -> list[dict[str, Any]]:
        """The reports of the last runs that came to their end, the newest first."""
        sql = "SELECT report FROM runs WHERE ended IS NOT NULL AND id < ? ORDER BY id DESC LIMIT ?"
        return [json.loads(row[0]) for row in self._db.execute(sql, (self.current, limit))]


def _kept(report: dict[str, Any]) -> list[str]:
    """The portals whose window a run left where it was; earlier versions said so by `gaps`."""
    kept: list[str] = report.get("look_back", report.get("gaps", []))
    return kept
