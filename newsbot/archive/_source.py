"""An archive file as it can be opened, and what its reading says of where things lie."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile

from newsbot.archive._index import Chosen, choose
from newsbot.archive._names import shown
from newsbot.archive.selection import Selection
from newsbot.durable.warc_files import index_of
from newsbot.items import Reject

BROKEN: tuple[type[Exception], ...] = (OSError, ValueError, EOFError, RuntimeError, BadZipFile, zlib.error)
"""What opening, unpacking and reading an index raises, in a file or a zip."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be opened again and again; `size` is in bytes as it lies there, `damage` what reading it may
    raise where what it lies in is broken. `chosen` says by an index, where there is one, which records are to be read:
    None where it does not name the file."""

    open: Callable[[], BinaryIO]
    name: str
    kind: Any = "warc"
    size: int = 0
    damage: tuple[type[Exception], ...] = ()
    chosen: Callable[[Selection], Chosen | None] | None = None

    def reject(self, url: str | None, reason: str, detail: str, offset: int | None) -> Reject:
        """What is wrong in the place of a page."""
        return Reject(self.name, url, reason, detail, offset)


def source_of(path: Path, name: str | None = None) -> Source:
    """A file of its own, under its path or another name. Raises OSError where it cannot be looked at."""
    index = index_of(path)
    has_index = index != path and index.is_file()
    return Source(
        lambda: path.open("rb"),
        name or shown(path),
        size=path.stat().st_size,
        chosen=partial(_chosen, path, index) if has_index else None,
    )


def _chosen(path: Path, index: Path, selection: Selection) -> Chosen | None:
    return choose([lambda: index.open("rb")], selection).get(path.name)
