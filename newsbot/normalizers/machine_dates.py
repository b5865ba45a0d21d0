"""Machine-written dates of a page: what each claims as an instant, and the clock it shows.

Portals publish local time marked Z (detik), offsets with the sign flipped (merdeka: -07:00), two zones at once
("+07:00Z", merdeka 2015). Each is a class, read from how one date stands to the others, not a list of strings.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from newsbot.extractors.raw import Candidate
from newsbot.language.dates import MachineReading, parse_machine
from newsbot.lexicon import cached_to
from newsbot.normalizers.times import Times

_FIXED = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}
_EARLIEST = 1995
"""No Indonesian portal was online before; an earlier machine date is a template constant."""

_read = cached_to(2048)(parse_machine)
"""A page is asked for its machine dates three times over: as publication, as witness, as sister of a modification."""


class Machine(NamedTuple):
    """A machine date with its witness: what it claims as an instant, and the clock it shows."""

    candidate: Candidate
    reading: MachineReading

    @property
    def name(self) -> str:
        """The witness and its rule, as fields name them."""
        return f"{self.candidate.witness}:{self.candidate.rule}"


def read_machines(candidates: list[Candidate], times: Times) -> list[Machine]:
    """The readable machine dates among *candidates*, in order; what is none is noted as a problem."""
    found = []
    for candidate in candidates:
        reading = _read(candidate.value)
        if reading is None or reading.local.year < _EARLIEST:
            times.problem(
                "machine_date_unreadable", "date_published", f"{candidate.rule}: {candidate.value[:60]}"
            )
            continue
        found.append(Machine(candidate, reading))
    return found


@lru_cache(maxsize=64)
def zone_named(zone: str) -> timezone | ZoneInfo:
    """The zone of an IANA name; the three of Indonesia without the zone database."""
    return timezone(timedelta(hours=_FIXED[zone])) if zone in _FIXED else ZoneInfo(zone)


def in_zone(local: datetime, zone: str) -> datetime:
    """What a clock in *zone* shows, as the moment it is."""
    return local.replace(tzinfo=zone_named(zone))


def same_minute(a: datetime, b: datetime) -> bool:
    """Whether two readings are of one minute; a reading without a zone is not compared with a moment."""
    if (a.tzinfo is None) != (b.tzinfo is None):
        return False
    return abs((a - b).total_seconds()) < 60 and a.minute == b.minute


def instant_of(reading: MachineReading, zone: str) -> datetime:
    """The moment a machine date claims, in the portal's zone; two zones at once mean the one that is no Z."""
    if reading.offset is None:
        return in_zone(reading.local, zone)
    return reading.local.replace(tzinfo=timezone(reading.offset)).astimezone(zone_named(zone))


def moment_of(machine: Machine, others: list[Machine], zone: str) -> tuple[datetime, str | None]:
    """The instant of a machine date and the defect found: an offset west of Greenwich is no Indonesian clock, and a Z
    beside another witness with the same clock in the local zone is local time."""
    reading = machine.reading
    offset = reading.offset
    local = in_zone(reading.local, zone)
    if offset is None:
        return local, None
    if offset < timedelta(0):
        return local, "false_zone"
    if offset == timedelta(0):
        for other in others:
            theirs = other.reading
            if (
                other is not machine
                and theirs.offset != timedelta(0)
                and same_minute(theirs.local, reading.local)
            ):
                return local, "false_zone"
    return instant_of(reading, zone), None
