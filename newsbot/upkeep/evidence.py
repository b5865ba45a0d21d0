"""The WARC files of a crawl: whether they can be read, and whether they have the answers that records are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsbot.archive.checking import Checked, check_index, check_warc
from newsbot.durable.parts import run_of
from newsbot.durable.warc import warc_date
from newsbot.durable.warc_files import SUFFIX, index_of
from newsbot.upkeep.findings import Finding
from newsbot.upkeep.lines import lines_of
from newsbot.upkeep.survey import Survey, is_crawls

_SHOWN = 3
"""Addresses that are named."""


@dataclass
class _Run:
    """The records of one run, and those of them whose answer is in no file."""

    records: int = 0
    without: list[str] = field(default_factory=list)


def warc_files(folders: list[Path], suffix: str = SUFFIX) -> list[Path]:
    """The WARC files of some folders."""
    return sorted(path for folder in folders for path in folder.glob(f"*{suffix}"))


def check_evidence(found: Survey, folders: list[Path]) -> Iterator[Finding]:
    """What is wrong with WARC folders; nothing where there is none. Raises WarcMissing without the WARC library."""
    answers: set[tuple[str, str]] = set()
    for path in warc_files(folders):
        checked = check_warc(path)
        answers |= checked.answers
        yield from _of_file(path, checked)
        yield from _of_index(path, checked)
    for path in warc_files(folders, f"{SUFFIX}.part"):
        yield Finding("warc_unfinished", path.name)
        answers |= check_warc(path).answers
    if answers:
        yield from _of_records(found, answers)


def _of_file(path: Path, checked: Checked) -> Iterator[Finding]:
    if checked.cut_at is not None:
        yield Finding(
            "warc_cut",
            path.name,
            f"{path.stat().st_size - checked.cut_at} bytes behind the last whole record",
        )
    elif checked.troubles:
        places = ", ".join(f"{detail} at byte {offset}" for offset, detail in checked.troubles[:_SHOWN])
        yield Finding("warc_damaged", path.name, f"{len(checked.troubles)}: {places}")


def _of_index(path: Path, checked: Checked) -> Iterator[Finding]:
    """What is wrong with the index beside a file. Of a file that is cut, or that none can lead into, nothing is."""
    if checked.captures is None or checked.cut_at is not None:
        return
    faults = check_index(path, checked)
    if faults is None:
        yield Finding("index_missing", index_of(path).name)
    elif faults:
        told = ", ".join(f"{count} {fault}" for fault, count in faults.most_common())
        yield Finding("index_differs", index_of(path).name, told)


def _of_records(found: Survey, answers: set[tuple[str, str]]) -> Iterator[Finding]:
    runs: dict[int, _Run] = {}
    for name, stored in found.files.items():
        if name.startswith("parts/") and is_crawls(name):
            run = runs.setdefault(run_of(name), _Run())
            for line in lines_of(stored.path):
                url, moment = _fetched(line.value)
                if moment:
                    run.records += 1
                    if (url, warc_date(moment)) not in answers:
                        run.without.append(url)
    for number, run in sorted(runs.items()):
        if 0 < len(run.without) < run.records:  # a run without any was one without --warc
            shown = ", ".join(run.without[:_SHOWN])
            detail = f"{len(run.without)} of {run.records} records: {shown}"
            yield Finding("evidence_missing", f"parts/{number:06d}-*.jsonl", detail)


def _fetched(record: object) -> tuple[str, str]:
    """Address and moment of the answer that a record is of; empty where it does not say so."""
    if not isinstance(record, dict) or not isinstance(record.get("metadata"), dict):
        return "", ""
    return str(record.get("url") or ""), str(record["metadata"].get("fetched_at") or "")
