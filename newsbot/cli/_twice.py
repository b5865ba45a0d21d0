"""What commands share that read records twice and compare them: standard input is kept, the extra is asked for."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsbot.cli._errors import InputError

if TYPE_CHECKING:
    from newsbot.corpus.duplicates.run import Duplicates

THRESHOLD = 0.5
"""Written here too, so that --help starts fast; a test holds it against the one that is measured."""
_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Kept:
    """What can be read twice: files, folders and globs, and by the names of copies what these are of."""

    sources: list[str]
    names: dict[str, str]


def kept(sources: tuple[str, ...], room: Path) -> Kept:
    """The sources as what can be read twice: standard input and pipes go into files of the folder."""
    copies = {source: str(room / str(at)) for at, source in enumerate(sources) if _is_read_once(source)}
    for source, copy in copies.items():
        _copy(source, Path(copy))
    return Kept(
        [copies.get(source, source) for source in sources],
        {copy: source for source, copy in copies.items()},
    )


def _is_read_once(source: str) -> bool:
    """Whether nobody can read it again: standard input, and a pipe that has a name (`<(zcat a.gz)`)."""
    return source == _STDIN or (
        os.path.exists(source) and not os.path.isfile(source) and not os.path.isdir(source)
    )


def _copy(source: str, copy: Path) -> None:
    with (
        nullcontext(sys.stdin.buffer) if source == _STDIN else Path(source).open("rb") as read,
        copy.open("wb") as file,
    ):
        shutil.copyfileobj(read, file)


def told_before(_: object) -> None:
    """What is passed over is told when the records are read first."""


def duplicates() -> type[Duplicates]:
    """What finds duplicates. Raises InputError, with the command to run, where the extra is missing."""
    from newsbot.corpus.duplicates import NEEDS_EXTRA

    try:
        from newsbot.corpus.duplicates.run import Duplicates
    except ModuleNotFoundError as error:
        raise InputError(NEEDS_EXTRA) from error
    return Duplicates
