"""A state as it looks from outside, without a change: whether it is whole, what it says of files. Nobody may write into
it meanwhile."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from newsbot.durable.lock import Conflict
from newsbot.durable.parts import Part
from newsbot.state._file import fault_in, read_only


def fault_of(path: Path) -> str | None:
    """What is wrong with the file of a state, in words, after a look at all of it; None where nothing is."""
    if not path.is_file():
        return "there is none"
    try:
        with closing(read_only(path, alone=True)) as db:
            return fault_in(db, "integrity_check")
    except Conflict as error:
        return str(error)


def folder_name(folder: Path, state: Path) -> str:
    """A folder as a state names it: below the state's own by its way there, so that both can be moved."""
    full, base = Path(os.path.realpath(folder)), Path(os.path.realpath(state.parent))
    return full.relative_to(base).as_posix() if full.is_relative_to(base) else full.as_posix()


def files_of(path: Path, folder: Path) -> tuple[str, list[Part], dict[int, int]]:
    """What a state says of a folder: the state's id, the files, and how many
    articles each run wrote a line of. Raises Conflict where the state cannot be read."""
    try:
        with closing(read_only(path, alone=True)) as db:
            name = (folder_name(folder, path),)
            parts = db.execute(
                "SELECT name, rows, bytes, sha256 FROM parts WHERE folder = ? ORDER BY name", name
            )
            counts = db.execute("SELECT run, count(*) FROM revisions GROUP BY run")
            identity = db.execute("SELECT id FROM identity").fetchone()[0]
            return str(identity), [Part(*row) for row in parts], dict(counts.fetchall())
    except sqlite3.Error as error:
        raise Conflict(f"{path} cannot be read as the state of a crawl: {error}") from error
