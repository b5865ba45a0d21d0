"""Which files hold the records that somebody names: a file, a folder, a crawl's folder, a glob, or standard input."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsbot.corpus.made import made_of, source_among

STDIN = "-"
SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst")
"""By these names records are found in a folder; a file that is named is read whatever its name is."""

PARTS = "parts"
"""The folder of a crawl's records."""
_MANIFEST = "manifest.json"
_UNFINISHED = ".part"
_ALIKE = tuple(
    name + packed
    for name in (".jsonl", ".ndjson")
    for packed in ("", ".gz", ".zst", ".bz2", ".xz")
    if name + packed not in SUFFIXES
)
"""How names end that say JSON Lines too, but are not taken from a folder unasked."""
_HIDDEN = "."
_NO_RECORDS = (".rejects", "manifest")
"""How the names of JSON Lines end that hold no records: a run's rejects, and the list of a folder of pages."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was passed over, and where: nothing is left out without its being told."""

    file: str
    detail: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{place_of(self.file, self.line)}: {self.detail}"


OnTrouble = Callable[[Trouble], None]


def place_of(file: str, line: int | None) -> str:
    """A file, and a line of it where one is meant, in words."""
    name = "standard input" if file == STDIN else file
    return name if line is None else f"{name} line {line}"


def record_files(source: str | Path, on_trouble: OnTrouble) -> list[str]:
    """The files of one source, in a stable order.

    A folder is searched in name order for `.jsonl`, `.jsonl.gz` and `.jsonl.zst`, in letters of either case, but not
    in hidden folders; of a crawl's folder its `parts/` are taken. A name that is no file is tried as a glob.
    `on_trouble` hears of what is passed over: parts that a crawl's manifest lists otherwise or that were never
    finished, hidden files, files whose name says JSON Lines in another way, folders that a glob has met and that hold
    nothing, and what newsbot has made of other files of the same folder or glob. Raises FileNotFoundError where
    nothing is found.
    """
    name = os.fspath(source)
    if name == STDIN or (os.path.exists(name) and not os.path.isdir(name)):
        return [name]
    if os.path.isdir(name):
        found = _without_made(list(_in_folder(Path(name), on_trouble)), on_trouble)
        return found or _nothing(name, f"{_EMPTY} in this folder")
    return _globbed(name, on_trouble)


_EMPTY = "no file of records (.jsonl, .jsonl.gz, .jsonl.zst)"


def _nothing(name: str, why: str) -> list[str]:
    raise FileNotFoundError(2, why, name)


def _globbed(pattern: str, on_trouble: OnTrouble) -> list[str]:
    matches = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []
    files = _each_once(file for match in _each_once(matches) for file in _matched(match, on_trouble))
    found = _without_made(files, on_trouble)
    return found or _nothing(pattern, _EMPTY if matches else "no such file or folder")


def _each_once(names: Iterable[str]) -> list[str]:
    """The names without those that lead where one before them does: `**` gives folders and their files too, and runs
    through rings of links."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(os.path.realpath(name), name)
    return list(found.values())


def _matched(name: str, on_trouble: OnTrouble) -> list[str]:
    """The files of what a glob has met: one folder without any among them is no reason to end."""
    if not os.path.isdir(name):
        return [name]
    found = list(_in_folder(Path(name), on_trouble))
    if not found:
        on_trouble(Trouble(name, f"{_EMPTY} in this folder"))
    return found


def _without_made(found: list[str], on_trouble: OnTrouble) -> list[str]:
    """The files without those that were made of others among them, whose records would be read twice."""
    kept: list[str] = []
    for file in found:
        made = made_of(Path(file))
        source = source_among(Path(file), made, found) if made else None
        if made and source:
            on_trouble(
                Trouble(
                    file, f"made of {source} by newsbot {made.command}, and not read beside it; name it alone"
                )
            )
        else:
            kept.append(file)
    return kept


def _in_folder(folder: Path, on_trouble: OnTrouble) -> Iterator[str]:
    """Depth first, on a stack of its own; links to folders are not followed, so that no ring is run."""
    stack = [folder]
    while stack:
        here = stack.pop()
        if (here / PARTS).is_dir():
            _check_manifest(here, on_trouble)
            yield from _here(here / PARTS, on_trouble)
        else:
            yield from _here(here, on_trouble)
            stack.extend(sorted((entry for entry in here.iterdir() if _is_walked(entry)), reverse=True))


def _here(folder: Path, on_trouble: OnTrouble) -> Iterator[str]:
    for entry in sorted(folder.iterdir()):
        if _holds_records(entry.name) and entry.is_file():
            yield str(entry)
        elif (why := _why_not(entry.name.lower())) and entry.is_file():
            on_trouble(Trouble(str(entry), f"{why}; not read"))


def _holds_records(name: str) -> bool:
    lower = name.lower()
    suffix = next((suffix for suffix in SUFFIXES if lower.endswith(suffix)), None)
    return (
        suffix is not None
        and not lower.removesuffix(suffix).endswith(_NO_RECORDS)
        and not name.startswith(_HIDDEN)
    )


def _why_not(name: str) -> str | None:
    """Why a file is passed over whose name says that it may hold records."""
    if name.endswith(tuple(suffix + _UNFINISHED for suffix in SUFFIXES)):
        return "of a run that has not ended"
    if name.startswith(_HIDDEN) and name.endswith(SUFFIXES):
        return "hidden"
    return f"records of a folder are in {', '.join(SUFFIXES)}" if name.endswith(_ALIKE) else None


def _is_walked(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not path.name.startswith(_HIDDEN)


def _check_manifest(folder: Path, on_trouble: OnTrouble) -> None:
    """Say which parts are not there, or not as long, as the crawl that wrote them has listed."""
    for row in _listed(folder / _MANIFEST):
        path = folder / str(row.get("file"))
        if path.parent.name != PARTS:
            continue
        sizes = [os.path.getsize(path)] if path.exists() else []
        if not sizes and not any(path.with_name(path.name + packed).exists() for packed in (".gz", ".zst")):
            on_trouble(Trouble(str(path), f"listed in {_MANIFEST}, but not there"))
        elif sizes and sizes != [row.get("bytes")]:
            on_trouble(Trouble(str(path), f"{sizes[0]} bytes, where {_MANIFEST} lists {row.get('bytes')}"))


def _listed(manifest: Path) -> list[dict[str, Any]]:
    try:
        files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    return [row for row in files if isinstance(row, dict)] if isinstance(files, list) else []
