"""Publication and modification time: the printed date decides, machine dates agree, add seconds or are found false.

Portals publish local time marked Z (detik), offsets with the sign flipped (merdeka: -07:00), two zones at once
("+07:00Z", merdeka 2015) and modification times before the publication (liputan6, fimela). Each is a class, read
from how the machine date stands to the printed one, not a list of strings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from newsbot.extractors.raw import Candidate, RawArticle
from newsbot.items import FieldSource, Precision, Problem
from newsbot.language.dates import DateReading, MachineReading, parse_date, parse_machine

_FIXED = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}
_EARLIEST = 1995
"""No Indonesian portal was online before; an earlier machine date is a template constant."""


@lru_cache(maxsize=2048)
def _read(text: str, reference: str | None, zone: str) -> DateReading | None:
    return parse_date(text, reference=reference, timezone=zone)


_read_machine = lru_cache(maxsize=2048)(parse_machine)
"""A page is asked for its machine dates three times over: as publication, as witness, as sister of a modification."""


@dataclass(slots=True)
class Times:
    """The two times of a record with their raw twins, sources and problems."""

    published: str | None = None
    published_raw: str | None = None
    precision: Precision | None = None
    modified: str | None = None
    modified_raw: str | None = None
    fields: dict[str, FieldSource] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, code: str, name: str, detail: str | None = None) -> None:
        """Note a trouble with one of the two times."""
        if not any(p.code == code and p.field == name for p in self.problems):
            self.problems.append(Problem(code, name, "warning", detail))


@dataclass(frozen=True, slots=True)
class _Machine:
    """A machine date with its witness: what it claims as an instant, and the clock it shows."""

    candidate: Candidate
    reading: MachineReading

    @property
    def name(self) -> str:
        return f"{self.candidate.witness}:{self.candidate.rule}"


def read_times(raw: RawArticle, zone: str, reference: str | None, url_date: str | None = None) -> Times:
    """Publication and modification of a page.

    `zone` is the portal's IANA zone for times without one, `reference` the time of the fetch for relative
    printed times. `url_date` is the day the URL carries, the last witness of a publication day.
    """
    times = Times()
    reference = _moment_or_none(reference, times)
    visible = _visible(raw.all("visible_date"), zone, reference, times, "date_published")
    machines = _machines(raw.all("date_published"), times)
    created = _machines(raw.all("date_created"), Times())
    if visible is not None and visible[1].value:
        _by_print(times, visible, machines, created, zone)
    elif machines:
        _by_machine(times, machines, zone)
    elif url_date:
        times.published, times.precision, times.published_raw = url_date, "day", url_date
        times.fields["date_published"] = FieldSource("url", "date in the URL")
        times.problem("date_from_url", "date_published")
    else:
        times.problem("missing", "date_published", "no witness gives a date")
    _modification(times, raw, zone, reference)
    return times


def _moment_or_none(reference: str | None, times: Times) -> str | None:
    try:
        datetime.fromisoformat(reference or "1970-01-01")
    except ValueError:
        times.problem("bad_fetched_at", "fetched_at", (reference or "")[:60])
        return None
    return reference


def _visible(
    candidates: list[Candidate], zone: str, reference: str | None, times: Times, name: str
) -> tuple[Candidate, DateReading] | None:
    """The first printed date with a value; a reading that is a modification by its own label does not count here."""
    for candidate in candidates:
        reading = _read(candidate.value, reference, zone)
        if reading is None or (name == "date_published" and reading.role == "modified"):
            continue
        for code in reading.problems:
            times.problem(code, name, candidate.value[:120])
        if reading.value:
            return candidate, reading
    return None


def _machines(candidates: list[Candidate], times: Times) -> list[_Machine]:
    found = []
    for candidate in candidates:
        reading = _read_machine(candidate.value)
        if reading is None or reading.local.year < _EARLIEST:
            times.problem(
                "machine_date_unreadable", "date_published", f"{candidate.rule}: {candidate.value[:60]}"
            )
            continue
        found.append(_Machine(candidate, reading))
    return found


@lru_cache(maxsize=64)
def _zone(zone: str) -> timezone | ZoneInfo:
    return timezone(timedelta(hours=_FIXED[zone])) if zone in _FIXED else ZoneInfo(zone)


def _in_zone(local: datetime, zone: str) -> datetime:
    return local.replace(tzinfo=_zone(zone))


def _by_print(
    times: Times,
    visible: tuple[Candidate, DateReading],
    machines: list[_Machine],
    created: list[_Machine],
    zone: str,
) -> None:
    candidate, reading = visible
    times.published_raw = candidate.value
    times.published = reading.value
    times.precision = reading.precision  # type: ignore[assignment]
    agrees: list[str] = []
    disagrees: list[str] = []
    if reading.precision == "day":
        _day_with_clock(times, machines, zone, agrees, disagrees)
        if disagrees and not agrees:
            times.problem("machine_date_disagrees", "date_published", ", ".join(disagrees)[:200])
    else:
        _seconds(times, [*machines, *created], zone, agrees, disagrees, len(machines))
    times.fields["date_published"] = FieldSource(candidate.witness, candidate.rule, agrees, disagrees)


def _seconds(
    times: Times, machines: list[_Machine], zone: str, agrees: list[str], disagrees: list[str], count: int
) -> None:
    """Compare each machine date with the printed minute; one that agrees on the clock adds the seconds.

    The first `count` are publication times; the rest are creation times, whose disagreement says nothing.
    """
    printed = datetime.fromisoformat(times.published or "")
    for position, machine in enumerate(machines):
        if _agrees(times, machine, printed, zone):
            agrees.append(machine.name)
        elif position < count:
            disagrees.append(machine.name)
    if disagrees and not agrees:
        times.problem("machine_date_disagrees", "date_published", ", ".join(disagrees)[:200])
    for machine in machines:
        for defect in machine.reading.defects:
            if (
                defect != "no_zone" or machine.name not in agrees
            ):  # a bare local time that agrees harms nobody
                times.problem(f"machine_date_{defect}", "date_published", machine.candidate.value[:60])


def _agrees(times: Times, machine: _Machine, printed: datetime, zone: str) -> bool:
    """Whether a machine date says the printed minute, as an instant or, its zone being false, by its clock."""
    clock = machine.reading.local
    if machine.reading.precision == "day":
        return clock.date() == printed.date()
    if not _same_minute(_instant(machine.reading, zone), printed):
        if not _same_minute(clock, printed.replace(tzinfo=None)):
            return False
        detail = f"{machine.candidate.rule}: {machine.candidate.value[:60]}"
        times.problem("false_zone", "date_published", detail)
    _take_seconds(times, printed, clock.second, machine)
    return True


def _take_seconds(times: Times, printed: datetime, second: int, machine: _Machine) -> None:
    if times.precision == "minute" and machine.reading.precision == "second":
        times.published = printed.replace(second=second).isoformat()
        times.precision = "second"


def _same_minute(a: datetime, b: datetime) -> bool:
    if (a.tzinfo is None) != (b.tzinfo is None):
        return False
    return abs((a - b).total_seconds()) < 60 and a.minute == b.minute


def _instant(reading: MachineReading, zone: str) -> datetime:
    """The moment a machine date claims, in the portal's zone; two zones at once mean the one that is no Z."""
    if reading.offset is None:
        return _in_zone(reading.local, zone)
    return reading.local.replace(tzinfo=timezone(reading.offset)).astimezone(_zone(zone))


def _day_with_clock(
    times: Times, machines: list[_Machine], zone: str, agrees: list[str], disagrees: list[str]
) -> None:
    """The page prints a day only: a machine date of that day gives the clock."""
    for machine in machines:
        instant = _instant(machine.reading, zone)
        if (
            instant.date().isoformat() == times.published
            or machine.reading.local.date().isoformat() == times.published
        ):
            agrees.append(machine.name)
            if times.precision == "day" and machine.reading.precision != "day":
                same_day = instant.date().isoformat() == times.published
                moment = instant if same_day else _in_zone(machine.reading.local, zone)
                times.published = moment.isoformat()
                times.precision = machine.reading.precision  # type: ignore[assignment]
        else:
            disagrees.append(machine.name)


def _by_machine(times: Times, machines: list[_Machine], zone: str) -> None:
    """No printed date: the first machine date, its clock held against the others to find a false zone."""
    best = next((m for m in machines if m.reading.precision != "day"), machines[0])
    moment, problem = _moment(best, machines, zone)
    times.published_raw = best.candidate.value
    if best.reading.precision == "day":
        times.published, times.precision = best.reading.local.date().isoformat(), "day"
    else:
        times.published = moment.isoformat()
        times.precision = best.reading.precision  # type: ignore[assignment]
    for code in (problem, *(f"machine_date_{d}" for d in best.reading.defects)):
        if code:
            times.problem(code, "date_published", best.candidate.value[:60])
    others = [m for m in machines if m is not best]
    same = [m.name for m in others if _same_minute(_moment(m, machines, zone)[0], moment)]
    times.fields["date_published"] = FieldSource(
        best.candidate.witness, best.candidate.rule, same, [m.name for m in others if m.name not in same]
    )


def _moment(machine: _Machine, others: list[_Machine], zone: str) -> tuple[datetime, str | None]:
    """The instant of a machine date and the defect found: an offset west of Greenwich is no Indonesian clock, and a Z
    beside another witness with the same clock in the local zone is local time."""
    reading = machine.reading
    offset = reading.offset
    local = _in_zone(reading.local, zone)
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
                and _same_minute(theirs.local, reading.local)
            ):
                return local, "false_zone"
    return _instant(reading, zone), None


def _modification(times: Times, raw: RawArticle, zone: str, reference: str | None) -> None:
    """A modification only where the page states one that is later than the publication."""
    if times.published is None or times.precision == "day":
        return
    published = datetime.fromisoformat(times.published)
    machines = _machines(raw.all("date_modified"), Times())
    labelled = raw.all("visible_modified")
    visible = _visible(labelled, zone, reference, times, "date_modified") or _labelled_modified(
        raw, zone, reference
    )
    if visible is not None and visible[1].value and visible[1].precision != "day":
        printed = datetime.fromisoformat(visible[1].value)
        _set_modified(times, published, _with_seconds(printed, machines), visible[0])
        return
    if machines:
        best = machines[0]
        moment = _modified_moment(best, raw, times, zone, machines)
        if best.reading.precision != "day":
            _set_modified(times, published, moment, best.candidate)


def _with_seconds(printed: datetime, machines: list[_Machine]) -> datetime:
    """The printed minute with the seconds of a machine date whose clock agrees."""
    for machine in machines:
        if machine.reading.precision == "second" and _same_minute(
            machine.reading.local, printed.replace(tzinfo=None)
        ):
            return printed.replace(second=machine.reading.local.second)
    return printed


def _labelled_modified(
    raw: RawArticle, zone: str, reference: str | None
) -> tuple[Candidate, DateReading] | None:
    for candidate in raw.all("visible_date"):
        reading = _read(candidate.value, reference, zone)
        if reading and reading.role == "modified" and reading.value:
            return candidate, reading
    return None


def _modified_moment(
    machine: _Machine, raw: RawArticle, times: Times, zone: str, machines: list[_Machine]
) -> datetime:
    """A modification time is read with the defect found in its sister, the publication time of the same witness."""
    sisters = [
        m
        for m in _machines(raw.all("date_published"), Times())
        if m.candidate.witness == machine.candidate.witness
    ]
    printed = datetime.fromisoformat(times.published or "").replace(tzinfo=None)
    for sister in sisters:
        if sister.reading.offset == machine.reading.offset and machine.reading.offset is not None:
            false = _same_minute(sister.reading.local, printed) and not _same_minute(
                _instant(sister.reading, zone), _in_zone(printed, zone)
            )
            if false:
                return _in_zone(machine.reading.local, zone)
            break
    return _moment(machine, machines, zone)[0]


def _set_modified(times: Times, published: datetime, modified: datetime, candidate: Candidate) -> None:
    if _same_minute(modified, published) or modified == published:
        return
    if modified < published:
        times.problem("modified_before_published", "date_modified", candidate.value[:80])
        return
    times.modified = modified.astimezone(published.tzinfo).isoformat()
    times.modified_raw = candidate.value
    times.fields["date_modified"] = FieldSource(candidate.witness, candidate.rule)
