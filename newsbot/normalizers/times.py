"""The two times of a record, and the printed dates they are read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from newsbot.extractors.raw import Candidate
from newsbot.items import FieldSource, Precision, Problem, Severity
from newsbot.language.dates import DateReading, parse_date
from newsbot.lexicon import cached_to


@dataclass(slots=True)
class Times:
    """The two times of a record with their raw twins, sources and problems."""

    published: str | None = None
    published_raw: str | None = None
    precision: Precision | None = None
    modified: str | None = None
    modified_raw: str | None = None
    fields: dict[str, FieldSource] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(
        self, code: str, name: str, detail: str | None = None, severity: Severity = "warning"
    ) -> None:
        """Note a trouble with one of the two times, each code once a field."""
        if not any(p.code == code and p.field == name for p in self.problems):
            self.problems.append(Problem(code, name, severity, detail))

    def note(self, reading: DateReading, name: str, printed: str) -> None:
        """Note what the grammar found wrong or odd in a printed date."""
        for code in reading.problems:
            self.problem(code, name, printed[:120])
        for code in reading.notes:
            self.problem(code, name, printed[:120], "info")


@cached_to(2048)
def read_print(
    text: str, reference: str | None, zone: str, role: Literal["modified"] | None = None
) -> DateReading | None:
    """The reading of a printed date; `reference` is the time of the fetch, `zone` the portal's, `role` as there."""
    return parse_date(text, reference=reference, timezone=zone, role=role)


Printed = tuple[Candidate, DateReading]
"""A printed date with its reading, whose value is not None."""
