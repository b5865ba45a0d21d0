"""Folders of crawls as commands are given them: where the state lies."""

from __future__ import annotations

from pathlib import Path

from newsbot.cli._errors import InputError

STATE = "state.sqlite"


def state_of(folder: Path, state: Path | None) -> Path:
    """The file of the state that wrote into a folder: the one that is named, else the one in it. Raises InputError
    where there is none."""
    path = state or folder / STATE
    if not path.is_file():
        hint = "" if state else "; name it with --state where it lies elsewhere"
        raise InputError(f"{path}: there is no state of a crawl{hint}")
    return path
