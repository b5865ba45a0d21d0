"""An archive file as it can be opened, and what its reading says of where things lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from newsbot.archive._page import shown
from newsbot.items import Reject


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be opened again and again; `size` is in bytes as it lies there, `damage` what reading it may
    raise where what it lies in is broken."""

    open: Callable[[], BinaryIO]
    name: str
    kind: Any = "warc"
    size: int = 0
    damage: tuple[type[Exception], ...] = ()

    def reject(self, url: str | None, reason: str, detail: str, offset: int | None) -> Reject:
        """What is wrong in the place of a page."""
        return Reject(self.name, url, reason, detail, offset)


def source_of(path: Path, name: str | None = None) -> Source:
    """A file of its own, under its path or another name. Raises OSError where it cannot be looked at."""
    return Source(lambda: path.open("rb"), name or shown(path), size=path.stat().st_size)
