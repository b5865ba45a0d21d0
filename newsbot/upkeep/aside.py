"""Moving aside: what is damaged or does not belong is kept, in a folder of its own, under its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from newsbot.durable.lines import sync_folder

ASIDE = "aside"


class Aside:
    """The folder `aside/MOMENT` of a crawl's own, made when the first thing is moved there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / ASIDE / datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")

    def move(self, path: Path) -> Path:
        """Move a file; where it is now."""
        target = self._place(path)
        shutil.move(path, target)  # another folder than the crawl's may lie on another disk
        sync_folder(path.parent)
        return target

    def copy(self, path: Path) -> Path:
        """Copy a file that is to be replaced in one step; where the copy is."""
        target = self._place(path)
        replace_file(target, bytes_of(path))
        return target

    def _place(self, path: Path) -> Path:
        inside = path.is_relative_to(self._folder)
        target = self.path / (path.relative_to(self._folder) if inside else Path(path.parent.name, path.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        number = 0
        while os.path.lexists(free := target.with_name(f"{number}-{target.name}") if number else target):
            number += 1
        return free


def replace_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Put bytes into a file in one step: whoever looks sees the former file or the new one."""
    new = path.with_name(path.name + ".new")
    with new.open("wb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    sync_folder(path.parent)


def bytes_of(path: Path, count: int | None = None) -> Iterator[bytes]:
    """The bytes of a file, or the first `count` of them, some at a time."""
    left = path.stat().st_size if count is None else count
    with path.open("rb") as file:
        while left and (data := file.read(min(left, 1 << 20))):
            left -= len(data)
            yield data
