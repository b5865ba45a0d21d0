"""Problems of a listing, counted: one problem a code, however many entries share it."""

from __future__ import annotations

from newsbot.items import Problem, Severity


class Tally:
    """Counts what is wrong by code and says each code once, with its number and first example."""

    def __init__(self) -> None:
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
