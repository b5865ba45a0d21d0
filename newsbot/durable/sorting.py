"""Lines sorted in bounded memory: what is too much for it waits in temporary files."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

MAX_HELD = 64_000_000
"""Characters that are held before they go to a file: one such file for some 200,000 captures of an index."""


MAX_RUNS = 200
"""Such files that are open at a time: more are merged into one, for systems allow a process some thousand."""


class SortedLines:
    """Takes lines (each with its end) in any order, and gives them sorted by their code points, once.

    The temporary files lie in `room`, a folder, or where the system has its own. Nothing of them is left: they have no
    names.
    """

    def __init__(self, max_held: int = MAX_HELD, max_runs: int = MAX_RUNS, room: Path | None = None) -> None:
        self._max_held = max_held
        self._max_runs = max_runs
        self._room = room
        self._held: list[str] = []
        self._size = 0
        self._runs: list[IO[str]] = []

    def add(self, line: str) -> None:
        """Take one line."""
        self._held.append(line)
        self._size += len(line)
        if self._size > self._max_held:
            self._spill()

    def __iter__(self) -> Iterator[str]:
        self._held.sort()
        return heapq.merge(*self._runs, self._held)

    def close(self) -> None:
        """Let the temporary files go."""
        for run in self._runs:
            run.close()

    def _spill(self) -> None:
        self._runs.append(self._written(sorted(self._held)))
        self._held, self._size = [], 0
        if len(self._runs) >= self._max_runs:
            merged = self._written(heapq.merge(*self._runs))
            self.close()
            self._runs = [merged]

    def _written(self, lines: Iterable[str]) -> IO[str]:
        """A temporary file of the lines, to be read from its beginning."""
        run = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self._room)  # noqa: SIM115 - as long as the lines
        run.writelines(lines)
        run.seek(0)
        return run
