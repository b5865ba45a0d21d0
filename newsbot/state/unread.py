"""Discovery documents that were asked for and not read: kept until they are, and asked again after growing pauses.

A document is read when what it announces is known. A refusal, an empty or torn answer, a challenge page are none of
that, and what such a document holds may be announced nowhere else: so a run may look at less than the last one only
because what it does not look at any more was read, or stands here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

MAX_FAILURES = 12
"""Times that a document fails, each after its pause, before it is given up: some three weeks."""
NOT_ASKED = "host_left_alone"
"""The reason of a document that was not asked for at all, since its host is left alone: it costs it no turn."""
ALARM = timedelta(days=28)
"""How long after its last failure a document that was given up is an alarm: one that is still asked for, and fails, is
one for ever; another nobody can mend for ever, and the report names it still."""
_FIRST_PAUSE = timedelta(hours=1)
_LONGEST_PAUSE = timedelta(days=7)
TABLE = """
CREATE TABLE unread (
    portal TEXT NOT NULL, url TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, day TEXT, depth INTEGER NOT NULL,
    since TEXT, is_soft INTEGER NOT NULL, failures INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    PRIMARY KEY (portal, url)
) WITHOUT ROWID;
"""
_COLUMNS = "portal, url, kind, reason, day, depth, since, is_soft, failures, first, last"


@dataclass(frozen=True, slots=True)
class Unread:
    """One such document. `day` is that of a dated index; `since` the day from which what it names was to be followed,
    None for all. A soft one may be right as it is, as the index of a day without articles: it is no gap, and where
    others are given up it is forgotten. `first` and `last` are the
    moments of its failures, ISO 8601 in UTC."""

    portal: str
    url: str
    kind: str
    reason: str
    day: str | None = None
    depth: int = 1
    since: str | None = None
    is_soft: bool = False
    failures: int = 0
    first: str = ""
    last: str = ""

    @property
    def is_given_up(self) -> bool:
        """Whether it is asked for no more unless a run would ask for it anyway."""
        return self.failures >= MAX_FAILURES

    def is_lost(self, now: str) -> bool:
        """Whether it is given up and somebody has to be told: what it alone announced is missing."""
        return self.is_given_up and _passed(self.last, now) < ALARM

    def is_due(self, now: str) -> bool:
        """Whether its pause is over: none after the first failure, then an hour, doubled each time, a week at most.

        A last failure that lies in the future is one of a clock that was wrong.
        """
        passed = _passed(self.last, now)
        return passed >= _pause(self.failures) or passed < timedelta()


def _passed(since: str, now: str) -> timedelta:
    return datetime.fromisoformat(now) - datetime.fromisoformat(since)


def _pause(failures: int) -> timedelta:
    return min(_FIRST_PAUSE * 2 ** (failures - 2), _LONGEST_PAUSE) if failures > 1 else timedelta()


class UnreadDocuments:
    """Those of a state; `transaction` is the state's."""

    def __init__(
        self, db: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]
    ) -> None:
        self._db = db
        self._transaction = transaction

    def of(self, portal: str) -> list[Unread]:
        """Those of a portal, the oldest first, soft ones behind the others."""
        sql = f"SELECT {_COLUMNS} FROM unread WHERE portal = ? ORDER BY is_soft, first, url"  # noqa: S608
        return [_unread(row) for row in self._db.execute(sql, (portal,))]

    def failed(self, one: Unread, now: str) -> Unread:
        """Note that a document was not read this time; it as it stands now. A failure before its pause is over is part
        of the last one: runs may come every minute. One that was not asked for has not failed."""
        sql = f"SELECT {_COLUMNS} FROM unread WHERE portal = ? AND url = ?"  # noqa: S608
        row = self._db.execute(sql, (one.portal, one.url)).fetchone()
        known = _unread(row) if row else None
        if known is None:
            one = replace(one, failures=int(one.reason != NOT_ASKED), first=now, last=now)
        elif known.is_due(now) and one.reason != NOT_ASKED:
            one = replace(one, failures=known.failures + 1, first=known.first, last=now)
        else:
            one = replace(one, failures=known.failures, first=known.first, last=known.last)
        if one.is_soft and one.is_given_up:  # asked so often, it lists nothing because there is nothing
            self.read(one.portal, one.url)
            return one
        with self._transaction() as db:
            db.execute(
                f"INSERT OR REPLACE INTO unread ({_COLUMNS}) VALUES ({', '.join('?' * 11)})",  # noqa: S608
                tuple(getattr(one, name) for name in _COLUMNS.split(", ")),
            )
        return one

    def read(self, portal: str, url: str) -> None:
        """Note that a document was read, or is none any more."""
        with self._transaction() as db:
            db.execute("DELETE FROM unread WHERE portal = ? AND url = ?", (portal, url))


def _unread(row: tuple[object, ...]) -> Unread:
    known = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Unread(**{**known, "is_soft": bool(known["is_soft"])})  # type: ignore[arg-type]
