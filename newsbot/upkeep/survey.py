"""What lies in the folder of a crawl, what its manifest and its state say of it; nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from newsbot.durable.parts import KINDS, MANIFEST, Part, digest_of, is_name, read_manifest
from newsbot.state import fault_of, files_of


@dataclass
class Stored:
    """A file of lines as it lies there; `path` ends in `.part` where it is not finished."""

    name: str
    path: Path

    @property
    def is_open(self) -> bool:
        """Whether it has its temporary name."""
        return self.path.suffix == ".part"

    @property
    def bytes(self) -> int:
        """Its size."""
        return self.path.stat().st_size

    @cached_property
    def sha256(self) -> str:
        """Its digest."""
        return digest_of(self.path)

    @cached_property
    def rows(self) -> int:
        """Its line ends."""
        with self.path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))

    def is_as(self, part: Part) -> bool:
        """Whether it has the bytes of a whole file that is known."""
        return self.bytes == part.bytes and self.sha256 == part.sha256


@dataclass
class Survey:
    """A folder: its files by name, those of the manifest and those of the state; None where there is none that can be
    read, and then the fault says why."""

    folder: Path
    state: Path
    files: dict[str, Stored]
    manifest: dict[str, Part] | None = None
    manifest_fault: str = ""
    manifest_id: str = ""
    known: dict[str, Part] | None = None
    state_fault: str = ""
    state_id: str = ""
    written: dict[int, int] = field(default_factory=dict)
    """How many articles each run wrote a line of, by the state."""

    @property
    def has_manifest_file(self) -> bool:
        """Whether there is a file of the manifest's name."""
        return (self.folder / MANIFEST).exists()


def survey(folder: Path, state: Path) -> Survey:
    """Look at a folder and the state that wrote into it."""
    found = Survey(folder, state, _files(folder))
    try:
        found.manifest_id, listed = read_manifest(folder)
        found.manifest = {part.name: part for part in listed}
    except (OSError, ValueError) as error:
        found.manifest_fault = str(error)
    fault = fault_of(state)
    if fault is None:
        found.state_id, parts, found.written = files_of(state, folder)
        found.known = {part.name: part for part in parts}
        if found.files and not found.written and not parts and found.manifest_id not in ("", found.state_id):
            found.known, found.state_fault = (
                None,
                "it is new, and another than the one that wrote these files",
            )
    else:
        found.state_fault = fault
    return found


def _files(folder: Path) -> dict[str, Stored]:
    found: dict[str, Stored] = {}
    for kind in KINDS:
        for path in sorted((folder / kind).glob("*.jsonl")):
            found[f"{kind}/{path.name}"] = Stored(f"{kind}/{path.name}", path)
        for path in sorted((folder / kind).glob("*.jsonl.part")):
            name = f"{kind}/{path.stem}"
            found.setdefault(name, Stored(name, path))
    return found


def names_of(found: Survey) -> list[str]:
    """All files that lie there, or that the manifest or the state names."""
    return sorted({*found.files, *(found.manifest or ()), *(found.known or ())})


def is_crawls(name: str) -> bool:
    """Whether a file has a name that a crawl gives."""
    return is_name(name)
