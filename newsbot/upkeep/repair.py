"""What a crawl left, brought together again: a manifest from state or files, a state from a backup and the files.

Nothing is deleted. What is damaged or does not belong is moved into `aside/MOMENT` of the crawl's folder, and what is
whole of it is written anew. An article whose line is lost is pending again, so that the next run asks for it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newsbot.durable.lines import part_of, publish
from newsbot.durable.lock import Conflict
from newsbot.durable.parts import MANIFEST, Part, digest_of, read_manifest, run_of, write_manifest
from newsbot.durable.warc import whole_bytes
from newsbot.state import State, fault_of, folder_name
from newsbot.state.backups import backups_of
from newsbot.upkeep.aside import Aside
from newsbot.upkeep.evidence import warc_files
from newsbot.upkeep.findings import Finding
from newsbot.upkeep.lines import Line, lines_of, written_of
from newsbot.upkeep.survey import Stored, Survey, is_crawls, names_of


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done: what, to which file, with which result."""

    what: str
    where: str
    detail: str = ""


def repair(found: Survey, findings: Iterable[Finding], warc: Iterable[Path] = ()) -> list[Step]:
    """Mend what can be mended of `findings`; what was done. The caller holds the lock of the folder.

    Raises Conflict where the folder is another state's, or the state in use; OSError where nothing can be written,
    UnknownPortal where a state is to be made of records of portals that nobody declares here.
    """
    codes = {finding.code for finding in findings if finding.is_fault}
    if "manifest_of_another_state" in codes:
        raise Conflict(
            f"{found.folder} holds files of another state than {found.state}: name theirs with --state"
        )
    aside = Aside(found.folder)
    steps = _mended_evidence(list(warc), aside) if "warc_cut" in codes else []
    if not codes - {"warc_cut", "warc_damaged", "evidence_missing"}:
        return steps
    is_anew = found.known is None
    if is_anew:
        steps += _state_anew(found, aside)
    with State(found.state, found.folder) as state:
        if is_anew and found.manifest_id and not state.parts():
            state.mending.take_id(found.manifest_id)
            state.id = found.manifest_id
        steps += _Files(found, state, aside, is_anew=is_anew).steps()
        steps += _manifest(found, state, aside)
    return steps


def _state_anew(found: Survey, aside: Aside) -> list[Step]:
    """The newest backup that is whole in the place of a state that is not; without one the files alone tell."""
    steps = []
    for end in ("", "-wal", "-shm"):
        path = found.state.with_name(found.state.name + end)
        if path.exists():
            steps.append(Step("moved aside", path.name, f"{found.state_fault}; now {aside.move(path)}"))
    backup = next((path for path in backups_of(found.state) if fault_of(path) is None), None)
    if backup is None:
        return [*steps, Step("state made anew", found.state.name, "from the files: there is no backup of it")]
    part = part_of(found.state)
    shutil.copyfile(backup, part)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    publish(found.state)
    return [
        *steps,
        Step("state made anew", found.state.name, f"from its backup {backup.name}, and the files since"),
    ]


def _manifest(found: Survey, state: State, aside: Aside) -> list[Step]:
    parts = [part for part in state.parts() if part.sha256]
    try:
        if read_manifest(found.folder) == (state.id, sorted(parts, key=lambda part: part.name)):
            return []
    except (OSError, ValueError):
        pass
    detail = f"{len(parts)} files"
    if found.has_manifest_file:
        detail += f"; the former is {aside.copy(found.folder / MANIFEST)}"
    write_manifest(found.folder, parts, state.id)
    return [Step("manifest written", MANIFEST, detail)]


def _mended_evidence(folders: list[Path], aside: Aside) -> list[Step]:
    steps = []
    for path in warc_files(folders):
        with path.open("rb") as file:
            whole = whole_bytes(file)
        if whole == path.stat().st_size:
            continue
        former = aside.move(path)
        _write(path, _bytes_of(former, whole))
        steps.append(Step("WARC cut behind its last whole record", path.name, f"the former is {former}"))
    return steps


def _bytes_of(path: Path, count: int) -> Iterable[bytes]:
    with path.open("rb") as file:
        while count and (data := file.read(min(count, 1 << 20))):
            count -= len(data)
            yield data


def _write(path: Path, chunks: Iterable[bytes]) -> None:
    with part_of(path).open("wb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())
    publish(path)


class _Files:
    """The files of one folder on their way to what its state says of them; with `is_anew` the state is what is left of
    it, and learns from the files what it does not know."""

    def __init__(self, found: Survey, state: State, aside: Aside, *, is_anew: bool) -> None:
        self._found = found
        self._state = state
        self._aside = aside
        self._is_anew = is_anew
        self._known = {part.name: part for part in state.parts()}
        self._listed = found.manifest or {}
        self._now = datetime.now(UTC).replace(microsecond=0).isoformat()
        self._kept: list[Part] = []
        self._lost: dict[int, int] = {}
        """Lines that are no longer there, by run."""
        self._steps: list[Step] = []

    def steps(self) -> list[Step]:
        """Bring each file to its place; what was done."""
        for name in filter(is_crawls, names_of(self._found)):
            self._one(name)
        self._state.mending.have_parts(folder_name(self._found.folder, self._found.state), self._kept)
        for run, lines in sorted(self._lost.items()):
            self._ask_again(run, lines)
        return self._steps

    def _one(self, name: str) -> None:
        stored, known = self._found.files.get(name), self._known.get(name)
        if stored is None:
            if known is not None:
                self._forgotten(known)
        elif known is not None:
            self._keep(stored, known)
        elif name in self._listed or self._is_anew:
            self._adopt(stored)
        elif not stored.is_open:  # the next run removes what nothing was committed of
            self._step(
                "moved aside",
                name,
                f"nobody knows its {stored.rows} lines; now {self._aside.move(stored.path)}",
            )

    def _step(self, what: str, where: str, detail: str) -> None:
        self._steps.append(Step(what, where, detail))

    def _forgotten(self, known: Part) -> None:
        self._step(
            "forgotten", known.name, f"it is not here; the articles of its {known.rows} lines stay done"
        )

    def _keep(self, stored: Stored, known: Part) -> None:
        """A file that the state knows: as it is, or what is whole of it."""
        is_whole = (
            stored.bytes >= known.bytes if stored.is_open else (not known.sha256 or stored.is_as(known))
        )
        if is_whole and not (stored.is_open and self._is_anew):
            self._kept.append(known)
            if self._rows(run_of(known.name)) > self._found.written.get(run_of(known.name), 0):
                self._learn(known.name, lines_of(stored.path))
            return
        self._mend(stored, known.rows)

    def _rows(self, run: int) -> int:
        """The records of a run by the state's files."""
        names = (name for name in self._known if name.startswith("parts/") and is_crawls(name))
        return sum(self._known[name].rows for name in names if run_of(name) == run)

    def _adopt(self, stored: Stored) -> None:
        """A file that the state does not know, and that is the crawl's."""
        listed = self._listed.get(stored.name)
        if listed is None or not stored.is_as(listed):
            self._mend(stored, listed.rows if listed else None)
            return
        self._kept.append(listed)
        self._learn(stored.name, lines_of(stored.path))

    def _mend(self, stored: Stored, rows: int | None) -> None:
        """Keep the whole lines of a file in a new one; `rows` is how many it had, where that is known."""
        good = self._is_good(stored.name)
        kept = sum(good(line) for line in lines_of(stored.path))
        if kept == stored.rows and not stored.is_open and rows is None:
            self._take_in(stored, kept)
            return
        former = self._aside.move(stored.path)
        path = self._found.folder / stored.name
        if kept:
            _write(path, (line.data for line in lines_of(former) if good(line)))
            self._kept.append(Part(stored.name, kept, path.stat().st_size, digest_of(path)))
            self._learn(stored.name, lines_of(path))
        lost = max(0, rows - kept) if rows is not None else 0
        if lost and stored.name.startswith("parts/"):
            run = run_of(stored.name)
            self._lost[run] = self._lost.get(run, 0) + lost
        told = f"{kept} of {rows} lines" if rows is not None else f"{kept} lines"
        self._step("written anew", stored.name, f"{told} are whole; the former is {former}")

    def _take_in(self, stored: Stored, rows: int) -> None:
        """A whole file that no manifest lists: the crawl's, unless it only repeats others."""
        fresh = self._learn(stored.name, lines_of(stored.path))
        if not fresh and stored.name.startswith("parts/"):
            self._step(
                "moved aside",
                stored.name,
                f"all its lines are in other files; now {self._aside.move(stored.path)}",
            )
            return
        self._kept.append(Part(stored.name, rows, stored.bytes, stored.sha256))
        self._step("taken in", stored.name, f"{rows} lines")

    def _is_good(self, name: str) -> Callable[[Line], bool]:
        """Whether a line is as it was written: by the state where that has its digest, else by its own."""
        if name.startswith("rejects/"):
            return lambda line: line.value is not None
        written = {} if self._is_anew else self._state.mending.written(run_of(name))
        if not written:
            return lambda line: line.is_sound
        return lambda line: line.digest in written

    def _learn(self, name: str, lines: Iterable[Line]) -> int:
        """Have the state know the articles of lines; of how many it did not know."""
        said = [one for line in lines if (one := written_of(line, name))]
        fresh = self._state.mending.adopt(said, self._now)
        moments = sorted(one.fetched_at for one in said if one.fetched_at)
        portals = sorted({one.portal for one in said})
        self._state.mending.note_run(run_of(name), moments[0] if moments else self._now, portals)
        if fresh:
            self._step("articles noted as done", name, str(fresh))
        return fresh

    def _ask_again(self, run: int, lines: int) -> None:
        """Make the articles of lost lines pending again."""
        here = {
            line.digest
            for part in self._kept
            if part.name.startswith("parts/") and run_of(part.name) == run
            for line in lines_of(self._path(part.name))
        }
        written = self._state.mending.written(run)
        keys = [key for digest, keys in written.items() if digest not in here for key in keys]
        asked, older = self._state.mending.ask_again(run, keys)
        detail = f"{asked} of {lines} lost lines"
        if asked > lines:
            detail = f"{asked}: {lines} lines are lost, and files of this run were taken away"
        if older:
            detail += f"; {older} said what later lines say anew"
        self._step("articles asked for again", f"run {run}", detail)

    def _path(self, name: str) -> Path:
        path = self._found.folder / name
        return path if path.exists() else part_of(path)
