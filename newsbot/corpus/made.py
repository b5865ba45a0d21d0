"""Which files of records newsbot has made of others: read together with those, they would count everything twice.

Beside such a file stands a note, `.NAME.made`, of how it was made, of what, and of how many bytes it was then. Without
the note, or once the file has other bytes, it is a file of records like any other.
"""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from newsbot.durable.lines import write_whole

_MOST = 1 << 20
"""Bytes of a note."""


@dataclass(frozen=True, slots=True)
class Made:
    """`command` has made the file; `sources` are the files and folders it was made of, as seen from its own folder."""

    command: str
    sources: tuple[str, ...]
    bytes: int


def note_made(path: Path, command: str, sources: Iterable[str | Path]) -> None:
    """Leave the note of a file that a command of newsbot has written just now of these files, folders or globs. Raises
    OSError."""
    folder = path.resolve().parent
    named = [name for source in sources for name in _named(source)]
    seen = tuple(os.path.relpath(Path(name).resolve(), folder) for name in named)
    made = Made(command, seen, path.stat().st_size)
    write_whole(_note_of(path), json.dumps(asdict(made), ensure_ascii=True))


def _named(source: str | Path) -> list[str]:
    name = os.fspath(source)
    return [name] if os.path.exists(name) else sorted(glob.glob(name, recursive=True))


def made_of(path: Path) -> Made | None:
    """How a file was made, None where it has no note, or was changed since."""
    note = _note_of(path)
    try:
        if note.stat().st_size > _MOST:
            return None
        said = json.loads(note.read_text("utf-8"))
        made = Made(str(said["command"]), tuple(map(str, said["sources"])), int(said["bytes"]))
        return made if made.bytes == path.stat().st_size else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def source_among(path: Path, made: Made, files: Iterable[str]) -> str | None:
    """One of these files that the file was made of, None where it was made of none of them."""
    sources = {os.path.normpath(path.resolve().parent / source) for source in made.sources}
    own = path.resolve()
    for file in files:
        place = Path(file).resolve()
        if place != own and not sources.isdisjoint(map(str, (place, *place.parents))):
            return file
    return None


def _note_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.made")
