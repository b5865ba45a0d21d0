"""How many changes are too many: what `--fail-on` asks, and whether it holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from newsbot.corpus.diff.fields import lies_under
from newsbot.corpus.diff.matching import Pair

ANY = "any"
"""A record that differs in any field that is compared, or that only one side has."""
RECORDS = "records"
"""A record that only one side has."""

_RATE = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(%?)")


@dataclass(slots=True)
class Limit:
    """The share of records in which a field, or anything under it, may differ; `found` are those in which it does."""

    field: str
    rate: float = 0.0
    found: int = 0

    @classmethod
    def of(cls, text: str) -> Limit:
        """`FIELD`, `FIELD:0.02` or `FIELD:2%`. Raises ValueError where the rate is no share.

        >>> Limit.of("headline:2%").rate
        0.02
        """
        name, colon, rate = text.partition(":")
        return cls(name, _share(rate) if colon else 0.0)

    def count(self, pair: Pair, changes: Collection[str]) -> None:
        """Count a pair in which the field differs."""
        is_lone = pair.a is None or pair.b is None
        if self.field == RECORDS:
            self.found += is_lone
        elif self.field == ANY:
            self.found += is_lone or bool(changes)
        else:
            self.found += any(lies_under(name, self.field) for name in changes)

    def is_broken(self, records: int) -> bool:
        """Whether it differs in more of so many records than may be; of no records at all nothing can be said."""
        return not records or self.found / records > self.rate


def _share(text: str) -> float:
    match = _RATE.fullmatch(text.strip())
    value = float(match[1]) / (100 if match[2] else 1) if match else -1.0
    if not 0 <= value <= 1:
        raise ValueError(f"{text!r} is no share: 0 to 1, or a percentage as 2%")
    return value
