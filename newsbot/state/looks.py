"""When a crawl last looked at its articles: one that says what it said gives no record, nor does one that is gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsbot.durable.lock import Conflict
from newsbot.state._file import read_only


@dataclass(frozen=True, slots=True)
class Look:
    """The last answer for an address: the article as its last record has it, or nothing any more."""

    url: str
    fetched_at: str
    is_gone: bool


def last_looks(path: Path) -> Iterator[Look]:
    """The last look at each article of which a record was written. Raises Conflict where the file is no state."""
    sql = (
        "SELECT url, fetched_at, status = 'gone' FROM articles "
        "WHERE status IN ('done', 'gone') AND revision > 0 AND fetched_at IS NOT NULL"
    )
    try:
        with closing(read_only(path)) as db:
            for url, fetched_at, is_gone in db.execute(sql):
                yield Look(url, fetched_at, bool(is_gone))
    except sqlite3.Error as error:
        raise Conflict(f"{path} cannot be read as the state of a crawl: {error}") from error
