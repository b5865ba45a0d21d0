"""When records were published: days summed to months and years, over all portals and for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

NO_DATE = "no date"
PERIODS = {"day": len("2023-09-13"), "month": len("2023-09"), "year": len("2023")}
"""Each kind of period, the shortest first, with how much of a day names it."""
_MOST_PAIRS = 100_000


def by_period(days: Mapping[str, int], period: str) -> list[tuple[str, int]]:
    """The counts of days summed by period (a key of PERIODS), in order.

    >>> by_period({"2023-09-30": 2, "2023-10-01": 1, "no date": 4}, "month")
    [('2023-09', 2), ('2023-10', 1)]
    """
    sums: Counter[str] = Counter()
    for day, count in days.items():
        if day != NO_DATE:
            sums[day[: PERIODS[period]]] += count
    return sorted(sums.items())


def period_of(first: str, last: str, most: int) -> str:
    """The shortest period of which there are no more than `most` from one day to another, else a year; a day of no
    calendar (`2023-02-31`) counts too.

    >>> period_of("2023-09-13", "2023-11-02", 60), period_of("2023-09-13", "2023-11-02", 40)
    ('day', 'month')
    """
    year, month, day = (int(a) - int(b) for a, b in zip(last.split("-"), first.split("-"), strict=True))
    months = 12 * year + month
    return "day" if 31 * months + day < most else "month" if months < most else "year"


def without_gaps(found: Iterable[str], period: str, most: int) -> list[str]:
    """The periods that were found with all that lie between them, in order; no more than `most` are put between them.

    >>> without_gaps(["2023-02", "2022-11"], "month", 40)
    ['2022-11', '2022-12', '2023-01', '2023-02']
    """
    known = sorted(found)
    if not known:
        return []
    last, between = known[-1], [known[0]]
    while len(between) <= most and (following := _after(between[-1], period)) and following < last:
        between.append(following)
    return sorted({*known, *between}) if len(between) <= most else known


def _after(name: str, period: str) -> str | None:
    """The period behind another one; None of a day of no calendar, and behind the last."""
    if period == "year":
        return f"{int(name) + 1:04}"
    if period == "month":
        year, month = divmod(12 * int(name[:4]) + int(name[5:]), 12)
        return f"{year:04}-{month + 1:02}"
    try:
        return (date.fromisoformat(name) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


class PortalPeriods:
    """How many records of each portal are of each period: days, while there are no more than `most` pairs of portal
    and day, then months, then years. Pairs of portal and year beyond that are not told apart: `untold` counts their
    records.

    >>> periods = PortalPeriods(most=2)
    >>> for day in ("2023-09-13", "2023-09-14", "2023-10-01"):
    ...     periods.add("contoh", day)
    >>> periods.unit, periods.of("contoh", "month")
    ('month', {'2023-09': 2, '2023-10': 1})
    """

    def __init__(self, most: int = _MOST_PAIRS) -> None:
        self._most = most
        self._units = [*PERIODS]
        self._counts: dict[str, Counter[str]] = {}
        self._pairs = 0
        self.untold = 0

    @property
    def unit(self) -> str:
        """The shortest period that is still told apart."""
        return self._units[0]

    def add(self, portal: str, day: str) -> None:
        """Count a record."""
        counts = self._counts.setdefault(portal, Counter())
        period = day[: PERIODS[self.unit]]
        if period in counts:
            counts[period] += 1
        elif self._pairs < self._most:
            counts[period] = 1
            self._pairs += 1
        elif len(self._units) > 1:
            self._coarsen()
            self.add(portal, day)
        else:
            self.untold += 1

    def of(self, portal: str, period: str) -> dict[str, int]:
        """The records of a portal by period, which is `unit` or a longer one."""
        return dict(by_period(self._counts.get(portal, {}), period))

    def _coarsen(self) -> None:
        del self._units[0]
        self._counts = {name: Counter(self.of(name, self.unit)) for name in self._counts}
        self._pairs = sum(map(len, self._counts.values()))
