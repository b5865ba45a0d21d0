"""Folders of crawls as commands are given them: where the state lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TypeVar

import click

from newsbot.cli._errors import InputError

STATE = "state.sqlite"

_Command = TypeVar("_Command", bound=Callable[..., object])
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def with_folder(command: _Command) -> _Command:
    """Add DIR, the folder of a crawl (`folder`), and `--state`, for a state that lies elsewhere (`state`)."""
    state = click.option(
        "--state", metavar="FILE", type=click.Path(path_type=Path), help=f"Default: {STATE} in DIR."
    )
    return click.argument("folder", metavar="DIR", type=_FOLDER)(state(command))


def with_warc(command: _Command) -> _Command:
    """Add `--warc`: the folders of its WARC files (`warc`), for `warc_of`."""
    help_ = "A folder of its WARC files. Default: warc in DIR, where there is one."
    return click.option("--warc", metavar="DIR", multiple=True, type=_FOLDER, help=help_)(command)


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
