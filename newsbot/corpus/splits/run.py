"""One split: records are read to compare them, read again to write them, and what was written is read to check it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from newsbot.corpus.duplicates.comparing import THRESHOLD, key_of
from newsbot.corpus.duplicates.run import Duplicates
from newsbot.corpus.export.lines import lines_to
from newsbot.corpus.figures.periods import NO_DATE, by_period
from newsbot.corpus.figures.sums import Sums
from newsbot.corpus.figures.told import extent
from newsbot.corpus.reading import BadRecord, Record
from newsbot.corpus.selection import Selection
from newsbot.corpus.splits.assigning import COPY, LEFT_OUT, Assigned, assign, crossing, refuse_empty
from newsbot.corpus.splits.facts import Facts
from newsbot.corpus.splits.plan import SPLITS, CannotSplit, Plan
from newsbot.version import VERSION

REPORT = "split.json"
_ROUNDS = 4
"""How often what was written is checked and mended; the second finds nothing, or very little."""
_EXAMPLES = 5

Numbers = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]


class Read(Protocol):
    """Gives the records from their start, for a step of this name; those of the named files, where any are."""

    def __call__(self, step: str, *files: str) -> Iterable[Record]:
        """The records, one at a time."""


@dataclass(slots=True)
class Found:
    """What became of the records: sums of each split, records left out by reason with the ids of the first, and the
    last check of what was written: groups of copies, and copies of an earlier split that stand in a later one. `late`
    are copies that only a check had found, and that are left out since."""

    plan: Plan
    wanted: Selection = Selection()  # noqa: RUF009 - it cannot be changed
    threshold: float = THRESHOLD
    read: int = 0
    splits: dict[str, Sums] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    groups: int = 0
    across: int = 0
    late: int = 0

    def leave_out(self, reason: str, name: str) -> None:
        """Count a record, by its id, that goes into no split."""
        self.left_out[reason] += 1
        if self.left_out[reason] <= _EXAMPLES:
            self.examples.setdefault(reason, []).append(name)

    def as_object(self) -> dict[str, Any]:
        """As plain JSON types: what stands in `split.json`. No clock and no path is in it."""
        return {
            "newsbot": VERSION,
            "asked": {**self.plan.as_object(), "threshold": self.threshold, **_chosen(self.wanted)},
            "records": self.read,
            "splits": {name: _told(sums) for name, sums in self.splits.items()},
            "left_out": {
                reason: {"records": count, "examples": self.examples[reason]}
                for reason, count in sorted(self.left_out.items())
            },
            "check": {
                "records": sum(sums.records for sums in self.splits.values()),
                "groups_of_copies": self.groups,
                "copies_across_splits": self.across,
                "left_out_by_it": self.late,
            },
        }


def split(
    read: Read,
    plan: Plan,
    folder: Path,
    *,
    wanted: Selection = Selection(),  # noqa: B008 - it cannot be changed
    suffix: str = ".jsonl",
    threshold: float = THRESHOLD,
) -> Found:
    """Write `train`, `dev` and `test` with this suffix and `split.json` into a folder that is there; temporary files
    stand beside it while it runs.

    `read` gives the same records at each call. Raises CannotSplit where they cannot be cut as asked, BadRecord where
    they are not those that were read at first.
    """
    facts, room = Facts(), folder.parent
    asked = (record for record in read("reading") if wanted.against(record.fields) is None)
    groups, keys = _compared(facts.noted(asked), room, threshold)
    assigned = assign(plan, facts, groups, keys)
    late = 0
    for _ in range(_ROUNDS):
        found = _written(read("writing"), _Decided(plan, wanted, assigned, keys), folder, suffix)
        written = [folder / f"{name}{suffix}" for name in plan.wanted]
        again, found.groups = _checked(read, written, assigned, room, threshold)
        found.threshold, found.across, found.late = threshold, len(again), late
        if not found.across:
            text = json.dumps(found.as_object(), ensure_ascii=False, indent=2)
            (folder / REPORT).write_text(f"{text}\n", "utf-8", errors="backslashreplace")
            return found
        assigned[again] = COPY
        refuse_empty(assigned, plan, "; copies of earlier splits are left out")
        late += len(again)
    raise CannotSplit(f"copies across the splits are still found after {_ROUNDS} checks")


def _compared(records: Iterable[Record], room: Path, threshold: float) -> tuple[Numbers, Keys]:
    """The group and the key of each record; what is compared lies in files of a folder that goes at the end."""
    with TemporaryDirectory(dir=room) as files, Duplicates(Path(files), threshold) as duplicates:
        duplicates.read(records)
        return duplicates.grouped(), duplicates.keys


def _written(records: Iterable[Record], decided: _Decided, folder: Path, suffix: str) -> Found:
    found = Found(decided.plan, decided.wanted, splits={name: Sums() for name in decided.plan.wanted})
    with ExitStack() as stack:
        files = {name: stack.enter_context(lines_to(folder / f"{name}{suffix}")) for name in found.splits}
        for record, name, reason in decided.about(records):
            found.read += 1
            if reason:
                found.leave_out(reason, record.fields["id"])
            else:
                found.splits[name].add(record.fields)
                files[name].write(json.dumps(record.fields, ensure_ascii=False, separators=(",", ":")))
    return found


@dataclass(frozen=True, slots=True)
class _Decided:
    """Where each record goes, and the key by which it is known again."""

    plan: Plan
    wanted: Selection
    assigned: Assigned
    keys: Keys

    def about(self, records: Iterable[Record]) -> Iterator[tuple[Record, str, str | None]]:
        """Each record with its split, or why it goes into none."""
        number = 0
        for record in records:
            reason = self.wanted.against(record.fields)
            if reason is not None:
                yield record, "", reason
                continue
            if number >= len(self.keys) or self.keys[number] != key_of(record.fields["id"]):
                raise BadRecord(record.file, record.line, "not the record that was read here at first")
            into = int(self.assigned[number])
            yield (record, SPLITS[into], None) if into >= 0 else (record, "", LEFT_OUT[into])
            number += 1
        if number != len(self.keys):
            raise CannotSplit(f"{len(self.keys)} records were chosen at first, and now {number}")


def _checked(
    read: Read, written: list[Path], assigned: Assigned, room: Path, threshold: float
) -> tuple[Numbers, int]:
    """Compare what was written once more, as if nothing were known of it: the numbers of records that have a copy in
    an earlier split, and how many groups of copies there are."""
    groups, _ = _compared(read("checking", *map(str, written)), room, threshold)
    numbers = np.concatenate([np.flatnonzero(assigned == into) for into in range(len(SPLITS))])
    sizes = np.bincount(groups, minlength=1)
    return numbers[crossing(assigned[numbers], groups)], int(np.count_nonzero(sizes > 1))


def _chosen(wanted: Selection) -> dict[str, Any]:
    return {"records": asked} if (asked := wanted.as_object()) else {}


def _told(sums: Sums) -> dict[str, Any]:
    """What the report says of a split."""
    return {
        **extent(sums),
        "portals": {name: coverage.records for name, coverage in sums.by_size()},
        "months": dict(by_period(sums.days, "month")),
        NO_DATE.replace(" ", "_"): sums.days[NO_DATE],
        "languages": dict(sums.languages.most_common()),
    }
