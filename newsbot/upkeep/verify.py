"""Whether parts, manifest, digests, state and WARC of a crawl agree: what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsbot.durable.parts import MANIFEST, Part, run_of
from newsbot.upkeep.evidence import check_evidence
from newsbot.upkeep.findings import Finding
from newsbot.upkeep.survey import Stored, Survey, is_crawls, names_of


def verify(found: Survey, warc: Iterable[Path] = (), *, taken_away: bool = False) -> list[Finding]:
    """What of a folder does not agree, with its state and with its WARC folders; nothing is changed.

    With `taken_away`, whole files that are not there are no fault: somebody ships and removes them.
    """
    return [
        *_of_manifest(found),
        *_of_state(found),
        *(finding for name in names_of(found) for finding in _of_file(found, name, taken_away=taken_away)),
        *_of_runs(found),
        *check_evidence(found, list(warc)),
    ]


def _of_manifest(found: Survey) -> Iterator[Finding]:
    if found.manifest is None:
        if found.has_manifest_file:
            yield Finding("manifest_unreadable", MANIFEST, found.manifest_fault)
        elif found.files:
            yield Finding("manifest_lost", MANIFEST)
    elif found.known is not None and found.manifest_id != found.state_id:
        yield Finding("manifest_of_another_state", MANIFEST, f"it names {found.manifest_id}")


def _of_state(found: Survey) -> Iterator[Finding]:
    if found.known is None:
        is_there = found.state.exists()
        if is_there or found.files or found.manifest:
            code = "state_damaged" if is_there else "state_lost"
            yield Finding(code, found.state.name, found.state_fault if is_there else str(found.state))


def _of_file(found: Survey, name: str, *, taken_away: bool) -> Iterator[Finding]:
    stored = found.files.get(name)
    known = (found.known or {}).get(name)
    listed = (found.manifest or {}).get(name)
    if known is not None:
        yield from _known_file(known, stored, taken_away=taken_away)
        if known.sha256 and found.manifest is not None:
            yield from _against_manifest(known, listed)
    elif listed is not None:
        yield from _listed_file(found, listed, stored)
    elif stored is not None:
        yield from _nobodys_file(found, stored)


def _known_file(known: Part, stored: Stored | None, *, taken_away: bool) -> Iterator[Finding]:
    if stored is None:
        code = "file_missing" if known.sha256 else "file_short"
        yield Finding(
            code, known.name, f"{known.rows} lines", is_expected=taken_away and code == "file_missing"
        )
    elif stored.bytes < known.bytes:
        yield Finding("file_short", known.name, f"{stored.bytes} bytes of {known.bytes}")
    elif stored.is_open:
        yield Finding("file_unfinished", known.name, f"{stored.bytes - known.bytes} bytes are not committed")
    elif known.sha256 and not stored.is_as(known):
        detail = f"sha256 {stored.sha256[:12]} where {known.sha256[:12]} was written"
        yield Finding("file_damaged", known.name, detail)


def _against_manifest(known: Part, listed: Part | None) -> Iterator[Finding]:
    if listed is None:
        yield Finding("not_in_manifest", known.name)
    elif listed != known:
        yield Finding("manifest_differs", known.name)


def _listed_file(found: Survey, listed: Part, stored: Stored | None) -> Iterator[Finding]:
    if stored is None:
        yield Finding("only_in_manifest", listed.name, f"{listed.rows} lines")
    elif not stored.is_as(listed):
        yield Finding("file_damaged", listed.name, "its digest is not that of the manifest")
    elif found.known is not None:
        yield Finding("file_unknown_to_state", listed.name, f"{listed.rows} lines")


def _nobodys_file(found: Survey, stored: Stored) -> Iterator[Finding]:
    if stored.is_open and is_crawls(stored.name):
        yield Finding("file_unfinished", stored.name, "nothing of it was committed")
    elif found.known is not None:
        yield Finding("file_unlisted", stored.name, f"{stored.rows} lines")


def _of_runs(found: Survey) -> Iterator[Finding]:
    """Records of each run in the files that the state knows, against the articles that it says they are of."""
    rows: Counter[int] = Counter()
    for part in (found.known or {}).values():
        if part.name.startswith("parts/") and is_crawls(part.name):
            rows[run_of(part.name)] += part.rows
    for run, count in sorted(rows.items()):
        if count > found.written.get(run, 0):
            detail = f"{count} records, {found.written.get(run, 0)} articles"
            yield Finding("lines_unknown_to_state", f"parts/{run:06d}-*.jsonl", detail)
