"""Figures of a portal's health that somebody has looked at and taken for the new normal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, closing
from pathlib import Path

from newsbot.durable.lock import Conflict
from newsbot.state._file import read_only

Accepted = dict[str, dict[str, str]]
"""Of each portal: figure, and the moment of the run from which on its history counts."""


class AcceptedFigures:
    """Those of a state; `transaction` is the state's."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._transaction = transaction

    def accept(self, portal: str, since: Mapping[str, str], now: str) -> None:
        """Note since when figures are as they are; what was noted of them before is replaced."""
        rows = [(portal, figure, moment, now) for figure, moment in since.items()]
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO accepted VALUES (?, ?, ?, ?)", rows)


def accepted_of(path: Path) -> Accepted:
    """What is accepted in the state of a file; nothing is written and no lock is taken. Raises Conflict where the file
    cannot be read as a state."""
    try:
        with closing(read_only(path)) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'accepted'").fetchone():
                return {}  # of an earlier version
            found: Accepted = {}
            for portal, figure, since in db.execute("SELECT portal, figure, since FROM accepted"):
                found.setdefault(portal, {})[figure] = since
            return found
    except sqlite3.Error as error:
        raise Conflict(f"{path} cannot be read as the state of a crawl: {error}") from error
