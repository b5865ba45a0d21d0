"""Problems of a listing, counted: one problem a code, however many entries share it."""

from __future__ import annotations

from dataclasses import dataclass

from newsbot.discovery import _model
from newsbot.items import Problem, Severity

TOO_MANY = "too_many"
"""The code for more entries than the sitemap protocol allows: an error where they are not read."""


@dataclass(frozen=True, slots=True)
class Span:
    """Which entries of a document are read: those behind the first `start`, `LOT` at most."""

    start: int = 0

    @classmethod
    def of(cls, lot: int) -> Span:
        """The lot of a number, the first one being 0."""
        return cls(lot * _model.LOT)

    @property
    def end(self) -> int:
        """The number of the first entry that is not read."""
        return self.start + _model.LOT


class Tally:
    """Counts what is wrong by code and says each code once, with its number and first example."""

    def __init__(self) -> None:
        self.has_more = False
        """Whether there are entries behind those that were read, which can be read."""
        self._counts: dict[str, int] = {}
        self._first: dict[str, tuple[str, Severity]] = {}

    def count(self, code: str, detail: str = "", severity: Severity = "warning") -> None:
        """Note one more case of the code."""
        self._counts[code] = self._counts.get(code, 0) + 1
        self._first.setdefault(code, (detail[:200], severity))

    @property
    def has_errors(self) -> bool:
        """Whether a case was noted for which the document cannot be taken for read."""
        return any(severity == "error" for _, severity in self._first.values())

    def more(self, span: Span) -> None:
        """Note that there are entries behind a span."""
        self.has_more = span.end < _model.MAX_ENTRIES
        if span.end >= _model.ALLOWED:
            self.count(TOO_MANY, f"more than {span.end}", "warning" if self.has_more else "error")

    def problems(self) -> list[Problem]:
        """One problem a code, in the order in which the codes first appeared."""
        return [
            Problem(code, None, self._first[code][1], _told(self._first[code][0], number))
            for code, number in self._counts.items()
        ]


def _told(detail: str, number: int) -> str | None:
    if number == 1:
        return detail or None
    return f"{number} times" + (f", first: {detail}" if detail else "")
