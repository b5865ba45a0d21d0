"""What is asked of a split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

By = Literal["chance", "time", "portal"]
SPLITS = ("train", "dev", "test")
"""In this order: what two of them would share stays in the first."""
SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst")


class CannotSplit(ValueError):
    """The records cannot be cut as asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`shares` of train, dev and test, which sum to 1. By time, `dev_from` and `test_from` are the first days of dev
    and test as `YYYY-MM-DD`; by portal, `dev_portals` and `test_portals` are held out; where one of these is given, the
    shares say nothing."""

    by: By = "chance"
    shares: tuple[float, float, float] = (0.8, 0.1, 0.1)
    seed: int = 1
    dev_from: str | None = None
    test_from: str | None = None
    dev_portals: frozenset[str] = frozenset()
    test_portals: frozenset[str] = frozenset()

    @property
    def has_days(self) -> bool:
        """Whether days part the splits, and not shares."""
        return self.dev_from is not None or self.test_from is not None

    @property
    def has_portals(self) -> bool:
        """Whether the held-out portals are named."""
        return bool(self.dev_portals or self.test_portals)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The splits that are to hold something."""
        if self.has_days:
            asked: tuple[bool, ...] = (True, self.dev_from is not None, self.test_from is not None)
        elif self.has_portals:
            asked = (True, bool(self.dev_portals), bool(self.test_portals))
        else:
            asked = tuple(share > 0 for share in self.shares)
        return tuple(name for name, is_asked in zip(SPLITS, asked, strict=True) if is_asked)

    def as_object(self) -> dict[str, Any]:
        """As plain JSON types, what was not asked for left out."""
        asked: dict[str, Any] = {"by": self.by}
        if self.has_days:
            asked |= {"dev_from": self.dev_from, "test_from": self.test_from}
        elif self.has_portals:
            asked |= {"dev_portals": sorted(self.dev_portals), "test_portals": sorted(self.test_portals)}
        else:
            asked |= {"shares": dict(zip(SPLITS, (round(share, 4) for share in self.shares), strict=True))}
            asked |= {"seed": self.seed} if self.by != "time" else {}
        return asked


def shares_of(text: str) -> tuple[float, float, float]:
    """Three numbers as shares that sum to 1. Raises ValueError for what is not three numbers, none below 0.

    >>> shares_of("80,10,10")
    (0.8, 0.1, 0.1)
    """
    parts = [float(part) for part in text.split(",")]
    total = sum(parts)
    if len(parts) != len(SPLITS) or not 0 < total < float("inf") or not all(part >= 0 for part in parts):
        raise ValueError(f"{text!r} is not three numbers, as 80,10,10")
    train, dev, test = (part / total for part in parts)
    return train, dev, test
