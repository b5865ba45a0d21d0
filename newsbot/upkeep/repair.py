"""What a crawl left, brought together again: a manifest from state or files, a state from a backup and the files.

Nothing is deleted. What is damaged or does not belong is moved into `aside/MOMENT` of the crawl's folder, and what is
whole of it is written anew. An article whose line is lost is pending again, so that the next run asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newsbot.archive.cdxj import NotAddressable, index_file
from newsbot.durable.gzip import whole_bytes
from newsbot.durable.lines import sync_folder
from newsbot.durable.lock import Conflict
from newsbot.durable.parts import MANIFEST, read_manifest, write_manifest
from newsbot.durable.warc_files import index_of
from newsbot.state import State, fault_of
from newsbot.state.backups import backups_of
from newsbot.upkeep.aside import Aside, bytes_of, replace_file
from newsbot.upkeep.evidence import warc_files
from newsbot.upkeep.files import Files
from newsbot.upkeep.findings import Finding, Step
from newsbot.upkeep.lines import require_portals
from newsbot.upkeep.survey import Survey, is_crawls

_INDEX = ("index_missing", "index_differs")


def repair(found: Survey, findings: Iterable[Finding], warc: Iterable[Path] = ()) -> list[Step]:
    """Mend what can be mended of `findings`; what was done. The caller holds the lock of the folder.

    Raises Conflict where the folder is another state's, or the state in use; OSError where nothing can be written,
    UnknownPortal where a state is to be made of records of portals that nobody declares here.
    """
    faults = [finding for finding in findings if finding.is_fault]
    codes = {finding.code for finding in faults}
    indexes = {finding.where for finding in faults if finding.code in _INDEX}
    if "manifest_of_another_state" in codes:
        raise Conflict(
            f"{found.folder} holds files of another state than {found.state}: name theirs with --state"
        )
    if found.known is None or "file_unknown_to_state" in codes or "lines_unknown_to_state" in codes:
        require_portals(stored for name, stored in found.files.items() if is_crawls(name))
    aside = Aside(found.folder)
    folders = list(warc)
    steps = _indexed(folders, indexes, aside) + _steps(found, codes, folders, aside)
    if aside.path.exists():
        names = [path for path in aside.path.rglob("*") if path.is_file()]
        steps.append(
            Step("kept aside", aside.path.relative_to(found.folder).as_posix(), f"{len(names)} files")
        )
    return steps


def _steps(found: Survey, codes: set[str], warc: list[Path], aside: Aside) -> list[Step]:
    steps = _mended_evidence(warc, aside) if "warc_cut" in codes else []
    if not codes - {"warc_cut", "warc_damaged", "evidence_missing", *_INDEX}:
        return steps
    is_anew = found.known is None
    path = found.state.with_name(found.state.name + ".anew") if is_anew else found.state
    if is_anew:
        steps.append(_begun_anew(found, path))
    with State(path, found.folder) as state:
        if is_anew and found.manifest_id and not state.files.parts():
            state.mending.take_id(found.manifest_id)
            state.id = found.manifest_id
        known = set(state.mending.lines_by_run())
        if is_anew:
            steps += _salvaged(found, state)
        salvaged = set(state.mending.lines_by_run()) - known
        steps += Files(found, state, aside, is_anew=is_anew, salvaged=salvaged).steps()
        steps += _manifest(found, state, aside)
    if is_anew:
        steps += _put_in_place(found, path, aside)
    return steps


_ENDS = ("", "-wal", "-shm")
"""What follows the name of a state in the names of its files."""


def _begun_anew(found: Survey, path: Path) -> Step:
    """A state to build on under another name: the newest backup that is whole, else an empty one."""
    for end in _ENDS:  # of a repair that was killed
        path.with_name(path.name + end).unlink(missing_ok=True)
    backup = next((copy for copy in backups_of(found.state) if fault_of(copy) is None), None)
    if backup is None:
        return Step("state made anew", found.state.name, "from the files: there is no backup of it")
    replace_file(path, bytes_of(backup))
    return Step("state made anew", found.state.name, f"from its backup {backup.name}, and the files since")


def _salvaged(found: Survey, state: State) -> list[Step]:
    """What can be read of the damaged state, and the files do not tell."""
    if not found.state.is_file():
        return []
    taken = state.salvage.take(found.state)
    told = [f"{number} {table}" for table, number in taken.taken.items()] or ["no row"]
    if taken.unlike:
        told.append(f"{taken.unlike} rows are none of a state")
    if taken.unreadable:
        told.append(f"in {taken.unreadable} places it cannot be read")
    return [Step("rows taken over", found.state.name, ", ".join(told))]


def _put_in_place(found: Survey, path: Path, aside: Aside) -> list[Step]:
    """The new state under its name; what is left of the former is moved aside."""
    steps = []
    for end in _ENDS:
        former = found.state.with_name(found.state.name + end)
        if former.exists():
            aside.move(former)
            steps.append(Step("moved aside", former.name, found.state_fault))
    path.replace(found.state)
    sync_folder(path.parent)
    path.with_name(path.name + ".lock").unlink(missing_ok=True)
    return steps


def _manifest(found: Survey, state: State, aside: Aside) -> list[Step]:
    parts = [part for part in state.files.parts() if part.sha256]
    try:
        if read_manifest(found.folder) == (state.id, sorted(parts, key=lambda part: part.name)):
            return []
    except (OSError, ValueError):
        pass
    detail = f"{len(parts)} files"
    if found.has_manifest_file:
        aside.copy(found.folder / MANIFEST)
    write_manifest(found.folder, parts, state.id)
    return [Step("manifest written", MANIFEST, detail)]


def _mended_evidence(folders: list[Path], aside: Aside) -> list[Step]:
    steps = []
    for path in warc_files(folders):
        with path.open("rb") as file:
            whole = whole_bytes(file)
        if whole == path.stat().st_size:
            continue
        former = aside.copy(path)
        replace_file(path, bytes_of(former, whole))
        steps.append(
            Step("cut", path.name, f"{former.stat().st_size - whole} bytes behind its last whole record")
        )
        if index_of(path).exists():
            steps.append(_indexed_anew(path))
    return steps


def _indexed(folders: list[Path], names: set[str], aside: Aside) -> list[Step]:
    """The indexes of these names written anew from their files."""
    steps = []
    for path in warc_files(folders):
        index = index_of(path)
        if index.name in names:
            if index.exists():
                aside.copy(index)
            steps.append(_indexed_anew(path, "it did not say what its file holds, or was not there"))
    return steps


def _indexed_anew(path: Path, why: str = "its file was cut") -> Step:
    try:
        index_file(path, path)
    except NotAddressable as error:
        index_of(path).unlink(missing_ok=True)
        return Step("index removed", index_of(path).name, str(error))
    return Step("indexed anew", index_of(path).name, why)
