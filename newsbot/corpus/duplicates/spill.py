"""What grows with the corpus, in files of a folder: columns of numbers, and rows of varying length."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_BUFFER = 2**18


class Column:
    """Numbers of one type, added in order and read as a whole."""

    def __init__(self, path: Path, kind: type[np.generic], stack: ExitStack) -> None:
        self._kind = kind
        self._path = path
        self._file = stack.enter_context(path.open("wb", buffering=_BUFFER))

    def add(self, numbers: npt.NDArray[Any]) -> None:
        """Put these behind those before."""
        self._file.write(numbers.astype(self._kind).tobytes())

    def whole(self) -> npt.NDArray[Any]:
        """All of them, in memory."""
        self._file.flush()
        return np.fromfile(self._path, self._kind)


class Rows:
    """Bytes of varying length, added in order and read one by one; where each ends is 8 bytes in memory."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self._ends = Column(path.with_suffix(".ends"), np.uint64, stack)
        self._file = stack.enter_context(path.open("w+b", buffering=_BUFFER))
        self._length = 0
        self._known: npt.NDArray[Any] = np.zeros(0, np.uint64)

    def add(self, rows: list[bytes]) -> None:
        """Put these behind those before."""
        self._file.write(b"".join(rows))
        self._ends.add(np.cumsum([len(row) for row in rows], dtype=np.uint64) + np.uint64(self._length))
        self._length += sum(map(len, rows))

    def ready(self) -> None:
        """Between the last `add` and the first `row`."""
        self._file.flush()
        self._known = self._ends.whole()

    def row(self, number: int) -> bytes:
        """That which was added as this, from 0."""
        start = int(self._known[number - 1]) if number else 0
        return os.pread(self._file.fileno(), int(self._known[number]) - start, start)


class Spill:
    """The files of one run until `close`; the folder is its maker's to remove."""

    def __init__(self, room: Path, bands: int) -> None:
        self._stack = ExitStack()
        self.ids, self.addresses, self.digests, self.near = (
            Column(room / name, np.uint64, self._stack) for name in ("ids", "addresses", "digests", "near")
        )
        self.bands = [Column(room / f"band-{number}", np.uint64, self._stack) for number in range(bands)]
        self.shingles = Rows(room / "shingles", self._stack)
        self.evidence = Rows(room / "evidence", self._stack)

    def close(self) -> None:
        """Let go of the files."""
        self._stack.close()
