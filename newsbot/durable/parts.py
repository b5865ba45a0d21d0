"""The files of a crawl: JSON Lines parts that only grow by what the state has committed.

A part is written as `NAME.part`. `sync` brings it to the disk and says how long it is; the caller commits that length
together with what the lines are about. A file that is full gets its name, a digest and a line in `manifest.json`.
What a killed run left behind the committed length is cut off when the next run opens the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from newsbot.durable.lines import PartFile, part_of, publish, write_whole

MAX_ROWS = 20_000
"""Rows of one part."""
MANIFEST = "manifest.json"
KINDS = ("parts", "rejects")
"""The folders of a crawl's files."""
_NAME = re.compile(rf"(?:{'|'.join(KINDS)})/\d{{6,}}-\d{{5,}}\.jsonl")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of lines: how many of its bytes and rows are safe, and its digest once it is closed."""

    name: str
    rows: int
    bytes: int
    sha256: str | None = None


class LostLines(RuntimeError):
    """A file is shorter than what was committed of it: it was changed from outside, or the disk lost it."""


class PartWriter:
    """Writes one kind of line (`parts` or `rejects`) of one run under `folder`.

    Names are `KIND/RUN-NUMBER.jsonl`. Raises OSError where the disk is full or not writable: what was synced before
    stays safe.
    """

    def __init__(self, folder: Path, kind: str, run: int, *, max_rows: int = MAX_ROWS) -> None:
        self._folder = folder
        self._kind = kind
        self._run = run
        self._max_rows = max_rows
        self._number = 0
        self._file: PartFile | None = None
        self._rows = 0

    def write(self, line: str) -> None:
        """One line, safe after the next `sync`."""
        if self._file is None:
            self._number += 1
            path = self._folder / f"{self._kind}/{self._run:06d}-{self._number:05d}.jsonl"
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file, self._rows = PartFile(path), 0
        self._file.write(line)
        self._rows += 1

    def sync(self, *, close: bool = False) -> Part | None:
        """Bring the lines to the disk; the length to commit, or None where nothing is open.

        A part that is full, or with `close` any, comes back with its digest: commit it, then `publish` it.
        """
        if self._file is None:
            return None
        self._file.sync()
        length = Part(self._name(self._file.path), self._rows, self._file.length)
        if not close and self._rows < self._max_rows:
            return length
        length = replace(length, sha256=digest_of(self._file.part))
        self._file.close()
        self._file = None
        return length

    def _name(self, path: Path) -> str:
        return path.relative_to(Path(os.path.realpath(self._folder))).as_posix()


def settle(folder: Path, lengths: Iterable[Part]) -> list[Part]:
    """Bring a folder to what was committed of it, after whatever end; the lengths as they are now, all closed.

    Tails beyond the committed length are cut, files that nothing was committed of are removed, whole files get
    their names. Raises LostLines where a file is shorter than committed, or gone before it was whole.
    """
    known = {length.name: length for length in lengths}
    for part in sorted(folder.glob("*/*.jsonl.part")):
        name = part.with_suffix("").relative_to(folder).as_posix()
        if name not in known:
            part.unlink()
    return [_settled(folder, length) for length in known.values()]


def _settled(folder: Path, length: Part) -> Part:
    path = folder / length.name
    part = part_of(path)
    if part.exists():
        if part.stat().st_size < length.bytes:
            raise LostLines(f"{part} has {part.stat().st_size} bytes, {length.bytes} were written")
        os.truncate(part, length.bytes)
        if length.sha256 is None:
            length = replace(length, sha256=digest_of(part))
        publish(path)
    if not path.exists() or path.stat().st_size != length.bytes:
        found = path.stat().st_size if path.exists() else "no"
        raise LostLines(f"{path} has {found} bytes, {length.bytes} were written")
    return length if length.sha256 else replace(length, sha256=digest_of(path))


def torn(folder: Path, lengths: Iterable[Part]) -> int:
    """How many bytes `settle` would cut: the tails of a run that was killed."""
    known = {length.name: length.bytes for length in lengths}
    parts = [
        (part, part.with_suffix("").relative_to(folder).as_posix()) for part in folder.glob("*/*.jsonl.part")
    ]
    return sum(max(0, part.stat().st_size - known.get(name, 0)) for part, name in parts)


def is_taken_away(folder: Path, length: Part) -> bool:
    """Whether a file that was whole is no longer there."""
    path = folder / length.name
    return length.sha256 is not None and not path.exists() and not part_of(path).exists()


def finish_elsewhere(folder: Path, lengths: Iterable[Part]) -> tuple[list[Part], list[str]]:
    """Close the files that a killed run left open in a folder of its own: those, and what is lost of them in words.

    Nothing else of the folder is looked at: its other files are whole, and may have been taken away since.
    """
    closed, lost = [], []
    for length in lengths:
        if length.sha256 is None:
            try:
                closed.append(_settled(folder, length))
            except LostLines as error:
                lost.append(str(error))
    return closed, lost


def owner_of(folder: Path) -> str | None:
    """The id of the state whose files a folder holds, by its manifest: empty where that names none or cannot be read,
    None where there is no file of a crawl."""
    if not any(folder.glob("*/*.jsonl")) and not any(folder.glob("*/*.jsonl.part")):
        return None
    try:
        return read_manifest(folder)[0]
    except (OSError, ValueError):
        return ""


def read_manifest(folder: Path) -> tuple[str, list[Part]]:
    """The id of the state that a folder's manifest names, and the files that it lists. Raises OSError where there is no
    manifest, ValueError where it is none."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    try:
        files = [Part(one["file"], one["rows"], one["bytes"], one["sha256"]) for one in manifest["files"]]
        state = manifest["state"]
    except (KeyError, TypeError) as error:
        raise ValueError(f"no manifest of a crawl ({type(error).__name__}: {error})") from error
    if not isinstance(state, str) or not all(is_name(part.name) for part in files):
        raise ValueError("no manifest of a crawl: it names files that no crawl writes")
    return state, files


def is_name(name: object) -> bool:
    """Whether something is the name of a file that a crawl writes: nothing outside of its folders.

    >>> is_name("parts/000001-00001.jsonl"), is_name("../parts/000001-00001.jsonl")
    (True, False)
    """
    return isinstance(name, str) and bool(_NAME.fullmatch(name))


def run_of(name: str) -> int:
    """The run that wrote a file, by its name.

    >>> run_of("parts/000012-00001.jsonl")
    12
    """
    return int(name.partition("/")[2].partition("-")[0])


def write_manifest(folder: Path, lengths: Iterable[Part], state: str) -> None:
    """`manifest.json`: the closed files with rows, bytes and digests, by name, and the id of their state."""
    files = [
        {"file": length.name, "rows": length.rows, "bytes": length.bytes, "sha256": length.sha256}
        for length in sorted(lengths, key=lambda length: length.name)
        if length.sha256
    ]
    manifest = {"schema": "newsbot.manifest/1", "state": state, "files": files}
    write_whole(folder / MANIFEST, json.dumps(manifest, indent=1) + "\n")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
