"""What commands share that read records twice and compare them: standard input is kept, the extra is asked for."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsbot.cli._errors import InputError

if TYPE_CHECKING:
    from newsbot.corpus.duplicates.run import Duplicates

THRESHOLD = 0.5
"""Written here too, so that --help starts fast; a test holds it against the one that is measured."""
_STDIN = "-"


def kept(sources: tuple[str, ...], room: Path) -> list[str]:
    """The sources as what can be read twice: standard input goes into a file of the folder."""
    if _STDIN not in sources:
        return list(sources)
    copy = room / "standard input"
    with copy.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return [str(copy) if source == _STDIN else source for source in sources]


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
