"""What the reading of a shard cost: time, work of processors, memory."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

if sys.platform != "win32":
    import resource

_KIB = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, seconds of processors (of this process and of those that it had begun and that have ended),
    and the most memory that this process and the largest of those ever had together, in bytes. 0 where the system does
    not tell."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_bytes: int = 0


def now() -> Cost:
    """What was spent until now."""
    if sys.platform == "win32":
        return Cost(time.perf_counter(), time.process_time())
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    return Cost(time.perf_counter(), spent, (own.ru_maxrss + others.ru_maxrss) * _KIB)


def since(before: Cost) -> Cost:
    """What was spent since another moment."""
    after = now()
    return Cost(
        round(after.seconds - before.seconds, 3),
        round(after.cpu_seconds - before.cpu_seconds, 3),
        after.peak_bytes,
    )
