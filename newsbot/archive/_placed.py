"""A page of an archive as its place: whoever is to have its bytes reads them there, in whatever process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newsbot.archive._extent import Extent


@dataclass(frozen=True, slots=True)
class Proof:
    """What reading a page showed of its record: whether it ends where it seemed to and nothing is wrong with it, and
    which of its digests it is not."""

    holds: bool
    mismatch: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """The packed record at `offset`, which seems to end at `end`; `name` and `kind` are its archive's, as a snapshot or
    a reject names it."""

    extent: Extent
    offset: int
    end: int
    name: str
    kind: Any
    url: str | None
    order: int
    """Where it stands among all that the reading of its sources comes past."""
