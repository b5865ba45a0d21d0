"""Folders of crawls as commands are given them: where the state lies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
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


def warc_of(folder: Path, named: tuple[Path, ...]) -> list[Path]:
    """The folders of a crawl's WARC files: those that are named, else `warc` in its own, where there is one."""
    return list(named) or [path for path in (folder / "warc",) if path.is_dir()]


@contextmanager
def held(folder: Path, state: Path | None = None) -> Iterator[None]:
    """Hold a folder, and a state, against crawls. Raises InputError where a run is at work."""
    from newsbot.durable.lock import Conflict, locked
    from newsbot.durable.parts import MANIFEST

    with ExitStack() as stack:
        try:
            for path in (folder / MANIFEST, *([state] if state else [])):
                stack.enter_context(closing(locked(path)))
        except Conflict as error:
            raise InputError(str(error)) from error
        yield
