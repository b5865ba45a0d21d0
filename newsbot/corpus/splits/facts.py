"""What of each record decides where it goes: twelve bytes of it, and the names of the portals once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np
import numpy.typing as npt

from newsbot.corpus.dates import day
from newsbot.corpus.reading import Record
from newsbot.corpus.splits.plan import CannotSplit

UNKNOWN = "?"


class Facts:
    """The facts of records in the order of reading; `days` are those of the proleptic Gregorian calendar, 0 for none,
    `portals` indexes of `names`."""

    def __init__(self) -> None:
        self._days, self._portals = array("i"), array("i")
        self._known: dict[str, int] = {}

    def noted(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records as they come, their facts taken down."""
        for record in records:
            portal = record.fields.get("portal")
            name = portal if isinstance(portal, str) and portal else UNKNOWN
            self._portals.append(self._known.setdefault(name, len(self._known)))
            self._days.append(_ordinal(record.fields.get("date_published")))
            yield record

    @property
    def days(self) -> npt.NDArray[np.int32]:
        """Of each record."""
        return np.frombuffer(self._days, np.int32) if self._days else np.zeros(0, np.int32)

    @property
    def portals(self) -> npt.NDArray[np.int32]:
        """Of each record."""
        return np.frombuffer(self._portals, np.int32) if self._portals else np.zeros(0, np.int32)

    @property
    def names(self) -> list[str]:
        """The portals in the order in which they were met."""
        return list(self._known)


def ordinal(text: str) -> int:
    """The number of a day `YYYY-MM-DD`. Raises CannotSplit for what is none."""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError as error:
        raise CannotSplit(f"{text!r} is no day, as 2024-01-31") from error


def _ordinal(stated: object) -> int:
    try:
        found = day(stated) if isinstance(stated, str) else None
    except ValueError:
        return 0
    return found.toordinal() if found else 0
