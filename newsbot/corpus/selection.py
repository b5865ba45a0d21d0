"""Which records are wanted: by portal, day, kind, language, problem, confidence, completeness and reserved rights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsbot.corpus.added import language_of

OPT_OUT = "opt_out"
"""The problem code of a page on which the publisher reserves rights."""

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked of a record; what is left at its default asks nothing.

    `since` and `until` are days as `YYYY-MM-DD`, both included, held against the printed local day. `languages` are
    what `newsbot.corpus.added.language_of` tells: codes, or `mixed`. A record with no date, no language or no
    confidence is not within any bound on it.
    """

    portals: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    with_problems: frozenset[str] = frozenset()
    without_problems: frozenset[str] = frozenset()
    least_confidence: float | None = None
    complete_only: bool = False
    drop_opt_out: bool = False

    def against(self, record: Fields) -> str | None:
        """Why a record is not wanted, as a word of the option that says so; None where it is.

        >>> wanted = Selection(kinds=frozenset({"article"}), since="2023-09-01")
        >>> wanted.against({"kind": "video", "date_published": "2023-09-13"})
        'kind'
        >>> wanted.against({"kind": "article", "date_published": None})
        'date'
        """
        return next((name for name, refuses in _REFUSALS if refuses(self, record)), None)

    def as_object(self) -> dict[str, Any]:
        """What is asked, by the names of the options that ask it, as plain JSON types; what asks nothing is left out.

        >>> Selection(kinds=frozenset({"article"}), complete_only=True).as_object()
        {'kind': ['article'], 'complete': True}
        """
        asked: dict[str, Any] = {
            "portal": sorted(self.portals),
            "kind": sorted(self.kinds),
            "language": sorted(self.languages),
            "since": self.since,
            "until": self.until,
            "problem": sorted(self.with_problems),
            "without_problem": sorted(self.without_problems),
            "min_confidence": self.least_confidence,
            "complete": self.complete_only or None,
            "opt_out": "drop" if self.drop_opt_out else None,
        }
        return {name: value for name, value in asked.items() if value is not None and value != []}


@dataclass(slots=True)
class Choice:
    """A selection at work: how many records were asked about, and how many are left out by which option of it;
    `examples` has the id of the first of each."""

    wanted: Selection
    read: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def takes(self, record: Fields) -> bool:
        """Whether a record is wanted; it is counted."""
        self.read += 1
        reason = self.wanted.against(record)
        if reason is not None:
            self.left_out[reason] += 1
            self.examples.setdefault(reason, record["id"])
        return reason is None


def _other_than(value: Any, wanted: frozenset[str]) -> bool:
    return bool(wanted) and value not in wanted


def _is_outside(wanted: Selection, record: Fields) -> bool:
    if wanted.since is None and wanted.until is None:
        return False
    day = (record.get("date_published") or "")[:10]
    return not day or day < (wanted.since or "") or (wanted.until is not None and day > wanted.until)


def problem_codes(record: Fields) -> Iterator[str]:
    """The codes of a record's problems, in its order."""
    return (problem.get("code", "") for problem in record["metadata"].get("problems") or ())


def _has_wrong_problems(wanted: Selection, record: Fields) -> bool:
    if not wanted.with_problems and not wanted.without_problems:
        return False
    codes = set(problem_codes(record))
    return not wanted.with_problems <= codes or bool(wanted.without_problems & codes)


def _is_doubtful(wanted: Selection, record: Fields) -> bool:
    confidence = record["metadata"].get("confidence")
    return wanted.least_confidence is not None and (
        confidence is None or confidence < wanted.least_confidence
    )


_REFUSALS: tuple[tuple[str, Callable[[Selection, Fields], bool]], ...] = (
    ("portal", lambda wanted, record: _other_than(record.get("portal"), wanted.portals)),
    ("kind", lambda wanted, record: _other_than(record.get("kind"), wanted.kinds)),
    ("date", _is_outside),
    ("language", lambda wanted, record: _other_than(language_of(record), wanted.languages)),
    ("problem", _has_wrong_problems),
    ("confidence", _is_doubtful),
    ("incomplete", lambda wanted, record: wanted.complete_only and not record.get("is_complete")),
    (OPT_OUT, lambda wanted, record: wanted.drop_opt_out and OPT_OUT in problem_codes(record)),
)
"""Each reason for which a record is left out, in the order in which they are asked."""
