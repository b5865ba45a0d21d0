"""A file that holds many pages, and the files of records that it is or that lie in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsbot.archive._body import reason_of
from newsbot.archive._databases import files_of
from newsbot.archive._names import is_wacz, shown
from newsbot.archive._source import Source, source_of
from newsbot.items import Reject


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file that holds many pages, found and not opened; `name` as that of a page."""

    path: Path
    name: str | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it is on a disk: a database of a cache may be two."""
        return files_of(self.path)

    def sources(self) -> Iterator[Source | Reject]:
        """The files of records that it is, or that lie in it."""
        if is_wacz(self.path):
            from newsbot.archive._wacz import sources_in

            yield from sources_in(self.path, self.name)
            return
        try:
            yield source_of(self.path, self.name)
        except OSError as error:
            yield Reject(self.name or shown(self.path), None, reason_of(error), error.strerror or str(error))
