"""What commands share that read records twice and compare them: standard input is kept, the extra is asked for."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from newsbot.cli._errors import InputError

if TYPE_CHECKING:
    from newsbot.corpus.duplicates.run import Duplicates

THRESHOLD = 0.5
"""Written here too, so that --help starts fast; a test holds it against the one that is measured."""
_STDIN = "-"


def kept(sources: tuple[str, ...], room: Path) -> list[str]:
    """The sources as what can be read twice: standard input and pipes go into files of the folder."""
    return [_copied(source, room / _name(source)) if _is_read_once(source) else source for source in sources]


def _is_read_once(source: str) -> bool:
    """Whether nobody can read it again: standard input, and a pipe that has a name (`<(zcat a.gz)`)."""
    return source == _STDIN or (
        os.path.exists(source) and not os.path.isfile(source) and not os.path.isdir(source)
    )


def _copied(source: str, copy: Path) -> str:
    with (
        nullcontext(sys.stdin.buffer) if source == _STDIN else Path(source).open("rb") as read,
        copy.open("wb") as file,
    ):
        shutil.copyfileobj(read, file)
    return str(copy)


def _name(source: str) -> str:
    return "standard input" if source == _STDIN else source.strip("/").replace("/", " ")


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
