"""The files of a crawl's evidence: their names, the index beside each, and the mending of what a killed run left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from newsbot.durable.gzip import whole_bytes
from newsbot.durable.lines import PartFile, publish
from newsbot.durable.lock import hold

SUFFIX = ".warc.gz"
INDEX_SUFFIX = ".cdxj"
REVISIT_MIME = "warc/revisit"
"""What an index calls the type of a capture whose payload is another's."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A capture as an index names it: `date` as WARC files state it, `mime` as the answer does, and where it lies."""

    url: str
    date: str
    mime: str
    status: str
    digest: str
    offset: int
    length: int
    filename: str


def index_of(path: Path) -> Path:
    """Where the index of a WARC file lies."""
    return path.with_name(path.name.removesuffix(SUFFIX) + INDEX_SUFFIX)


def write_index(path: Path, lines: Iterable[str]) -> None:
    """An index from its sorted lines, each with its end; under its name when it is whole."""
    part = PartFile(path)
    try:
        for line in lines:
            part.write(line.removesuffix("\n"))
        part.finish()
    except BaseException:
        part.close()
        part.part.unlink(missing_ok=True)
        raise


def mend(folder: Path, index: Callable[[Path, Path], None] | None = None) -> list[str]:
    """Cut the files of runs that were killed behind their last whole record and give them their names.

    `index` makes the index of each before that, and may raise ValueError for a file that can have none. A file that
    another run is writing is left alone. Returns what was done, in plain words.
    """
    notices = []
    for part in sorted(folder.glob(f"*{SUFFIX}.part")):
        with part.open("r+b") as file:
            if not hold(file):
                continue
            whole, size = whole_bytes(file), part.stat().st_size
            file.truncate(whole)
            os.fsync(file.fileno())
            if whole:
                notices += _indexed(part, index) if index else []
                publish(part.with_suffix(""))
            else:
                index_of(part.with_suffix("")).unlink(missing_ok=True)
                part.unlink()
        if whole < size:
            notices.append(
                f"an earlier run ended early: cut {size - whole} bytes of a record from {part.stem}"
            )
    return notices


def _indexed(part: Path, index: Callable[[Path, Path], None]) -> list[str]:
    try:
        index(part, part.with_suffix(""))
    except ValueError as error:
        return [f"{part.stem} has no index: {error}"]
    return []
