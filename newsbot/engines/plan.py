"""What is to be run, and by what it is known for the same run again."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsbot import lexicon
from newsbot.archive import Selection
from newsbot.options import Options
from newsbot.portals import folders_in_use, registry
from newsbot.version import VERSION
from newsbot.workers import PAGE_TIME

BATCH = 200
"""Results between two checkpoints: a kill costs at most so many pages read again."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be run: sources in order, where records and rejects go, how the stream reads."""

    sources: tuple[Path, ...]
    out: Path
    rejects: Path | None = None
    workers: int = 0
    options: Options = field(default_factory=Options)
    page_time: float = PAGE_TIME
    batch: int = BATCH
    changed_since: Path | None = None
    """Records of an earlier run, taken over where reading the page again would give the same."""
    selection: Selection | None = None
    """Which captures and pages are read at all; all where there is none."""

    @property
    def rejects_file(self) -> Path:
        """`OUT.rejects.jsonl` beside OUT unless it was named: `articles.rejects.jsonl` for `articles.jsonl.gz`."""
        return self.rejects or rejects_beside(self.out)

    @property
    def checkpoint_file(self) -> Path:
        """Lies beside OUT: how far the run has come, and of one that is complete that it is."""
        return self.out.with_name(self.out.name + ".checkpoint")

    def identity(self) -> dict[str, Any]:
        """What must be the same for one run to go on where another ended. Workers and page time are free."""
        return {
            "sources": [os.fspath(source) for source in self.sources],
            "rejects": os.fspath(self.rejects_file),
            "changed_since": _state_of(self.changed_since),
            "selection": words_of(self.selection),
            **how_read(self.options),
        }


def how_read(options: Options) -> dict[str, Any]:
    """What comes of a page depends on this beside the page: version, options, the rules and words in use."""
    return {
        "version": VERSION,
        "options": repr(options),
        "portals": list(folders_in_use()),
        "lexicon": lexicon.digest(),
        "rules": registry().digest,
        "names": registry().names_digest,
    }


def rejects_beside(out: Path) -> Path:
    """Where the rejects of a file of records are unless they were named."""
    bare = out.name.removesuffix(".gz").removesuffix(".zst").removesuffix(".jsonl")
    return out.with_name(bare + ".rejects.jsonl")


def words_of(selection: Selection | None) -> list[str] | None:
    """A selection as plain JSON types, None where there is none."""
    if selection is None:
        return None
    sets = (selection.hosts, selection.portals, selection.mimes, selection.statuses)
    return [*(",".join(sorted(one)) for one in sets), str(selection.since), str(selection.until)]


def _state_of(records: Path | None) -> list[str | int] | None:
    """By what it is noticed that a file is another one than it was."""
    if records is None:
        return None
    told = records.stat()
    return [os.fspath(records), told.st_size, told.st_mtime_ns]
