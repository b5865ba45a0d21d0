"""What a run has seen of each server that it asks, and how long one wants to be left in peace."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy.exceptions import IgnoreRequest


class HostResting(IgnoreRequest):
    """The host is not asked any more in this run; the message says why. What was not asked stays pending."""


@dataclass(slots=True)
class Pace:
    """How often one host may be asked: http and https of a name are asked as one. Times are of a monotonic clock, in
    seconds."""

    requests: int = 0
    waits: int = 0
    wait_until: float = 0.0
    busy_at: float = 0.0
    """When it last said that it was busy to what was asked after its last pause."""
    closed: str | None = None
    """Why it is asked nothing more: it wants a longer pause than is worth waiting, or its budget is spent."""
    is_spent: bool = False
    """Whether that is its budget."""


@dataclass(slots=True)
class Host:
    """What a run has seen of one server: a host at one port, `name` being the host's as its queue has it. http and
    https of one name are two: the one may be broken, or lead astray, where the other is not."""

    name: str
    pace: Pace
    failures: int = 0
    refusals: int = 0
    broken: str | None = None
    """Why this server is asked nothing more."""
    is_unwilling: bool = False
    """Whether that is because it refuses this crawler."""
    sites: set[str] = field(default_factory=set)
    """Ids of the portals whose pages were asked for here."""

    @property
    def closed(self) -> str | None:
        """Why it is asked nothing more, by itself or with its host; None where it is."""
        return self.broken or self.pace.closed


_NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?", re.IGNORECASE)
_ABSURD = 1e9
"""Seconds, some thirty years, from which a pause is none that anybody means."""


def seconds_to_wait(header: str | None, now: datetime) -> float | None:
    """The seconds a Retry-After header asks for, from a number or an HTTP date; None where it says nothing readable.

    A number that nobody means, below zero or beyond all measure, is infinity: that host is best left alone.

    >>> seconds_to_wait("120", datetime(2026, 11, 1, tzinfo=UTC))
    120.0
    >>> seconds_to_wait("Sun, 01 Nov 2026 00:01:00 GMT", datetime(2026, 11, 1, tzinfo=UTC))
    60.0
    """
    value = (header or "").strip()
    if _NUMBER.fullmatch(value):
        return number if 0 <= (number := float(value)) < _ABSURD else math.inf
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
