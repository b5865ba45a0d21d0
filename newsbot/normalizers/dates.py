"""Publication time: the printed date decides, machine dates agree, add seconds or are found false."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from newsbot.extractors.raw import Candidate, RawArticle
from newsbot.items import FieldSource
from newsbot.language.dates import parse_date
from newsbot.normalizers.machine_dates import (
    Machine,
    in_zone,
    instant_of,
    moment_of,
    read_machines,
    same_minute,
)
from newsbot.normalizers.modification import read_modification
from newsbot.normalizers.times import Printed, Times, read_print


def read_times(
    raw: RawArticle,
    zone: str,
    reference: str | None,
    url_date: str | None = None,
    stated_date: str | None = None,
    *,
    dateline: str | None = None,
) -> Times:
    """Publication and modification of a page.

    `zone` is the portal's IANA zone for times without one, `reference` the time of the fetch for relative
    printed times. `url_date` is the day the URL carries, the last witness of a publication day; `stated_date` that of
    the address which the page states as its own. They differ where a list of saved pages names another page's address,
    or the portal led on to another story. `dateline` is the text's own as printed: the day in it ("Jakarta, 14 Oktober
    2020 -", press offices) counts where no other date is told.
    """
    times = Times()
    reference = _checked_reference(reference, times)
    machines = read_machines(raw.all("date_published"), times)
    days = [day for day in (url_date, stated_date) if day]
    printed = raw.all("visible_date") or ([] if raw.all("date_published") else _of_dateline(dateline))
    visible = _visible(printed, zone, reference, times, days)
    created = read_machines(raw.all("date_created"), Times())
    if url_date and (visible is None or not _is_of(visible[1].value, [url_date])):
        visible, machines = _by_url(times, visible, machines, days, zone)
    if visible is not None:
        if visible[1].precision == "day":
            machines = [*machines, *_beside(raw)]
        _by_print(times, visible, machines, created, zone)
    elif machines := machines or read_machines(raw.all("date_beside"), times):
        _by_machine(times, machines, zone)
    elif url_date:
        times.published, times.precision, times.published_raw = url_date, "day", url_date
        times.fields["date_published"] = FieldSource("url", "date in the URL")
        times.problem("date_from_url", "date_published")
    else:
        times.problem("missing", "date_published", "no witness gives a date")
    read_modification(times, raw, zone, reference)
    return times


def _of_dateline(dateline: str | None) -> list[Candidate]:
    """The day that a dateline prints, as a date line."""
    reading = parse_date(dateline, fallback=False) if dateline else None
    return [Candidate(dateline or "", "body", "day in the dateline")] if reading and reading.value else []


def _checked_reference(reference: str | None, times: Times) -> str | None:
    try:
        datetime.fromisoformat(reference or "1970-01-01")
    except ValueError:
        times.problem("bad_fetched_at", "fetched_at", (reference or "")[:60])
        return None
    return reference


def _visible(
    candidates: list[Candidate], zone: str, reference: str | None, times: Times, days: Sequence[str]
) -> Printed | None:
    """The first printed date with a value, one of the day in an address of the page before others; one whose own label
    calls it an update is no publication."""
    first: Printed | None = None
    for candidate in candidates:
        reading = read_print(candidate.value, reference, zone)
        if reading is None or reading.role == "modified":
            continue
        if not reading.value:
            times.note(reading, "date_published", candidate.value)
        elif not days or _is_of(reading.value, days):
            first = (candidate, reading)
            break
        else:
            first = first or (candidate, reading)
    if first:
        times.note(first[1], "date_published", first[0].value)
    return first


_NEAR = timedelta(days=2)
"""How far a story's own date may lie from the day in its address: written one day, filed the next, in another zone."""


def _is_of(value: str | None, days: Sequence[str]) -> bool:
    """Whether a date is of one of the days or close to it."""
    if value is None:
        return False
    own = date.fromisoformat(value[:10])
    return any(abs(own - date.fromisoformat(day)) <= _NEAR for day in days)


def _by_url(
    times: Times, visible: Printed | None, machines: list[Machine], days: Sequence[str], zone: str
) -> tuple[Printed | None, list[Machine]]:
    """The witnesses that may speak where the URL's day, the first, contradicts the print, a checksum like the weekday.

    What a rule of the layout reads stays, with a problem, and so does what is of the day in the address that the page
    states. What was only found near is another story's: machine dates of the days come first, then the day itself.
    """
    day = days[0]
    near = [m for m in machines if _is_of(instant_of(m.reading, zone).isoformat(), days)]
    contradicting = (
        visible[1].value if visible else machines[0].candidate.value if machines and not near else None
    )
    if contradicting:
        times.problem(
            "date_contradicts_url", "date_published", f"{contradicting[:40]} at an address of {day}"
        )
    if visible and (_is_of(visible[1].value, days) or (visible[0].witness == "layout" and not near)):
        return visible, machines
    return None, near or ([] if visible else machines)


def _beside(raw: RawArticle) -> list[Machine]:
    """The `<time datetime>` of the printed day. Midnight is what a template makes of a day without a clock."""
    found = read_machines(raw.all("date_beside"), Times())
    return [m for m in found if m.reading.precision == "day" or m.reading.local.time() != time.min]


def _by_print(
    times: Times,
    visible: Printed,
    machines: list[Machine],
    created: list[Machine],
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
    times: Times, machines: list[Machine], zone: str, agrees: list[str], disagrees: list[str], count: int
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
    agreeing = frozenset(agrees)
    for machine in machines:
        for defect in machine.reading.defects:
            if (
                defect != "no_zone" or machine.name not in agreeing
            ):  # a bare local time that agrees harms nobody
                times.problem(f"machine_date_{defect}", "date_published", machine.candidate.value[:60])


def _agrees(times: Times, machine: Machine, printed: datetime, zone: str) -> bool:
    """Whether a machine date says the printed minute, as an instant or, its zone being false, by its clock."""
    clock = machine.reading.local
    if machine.reading.precision == "day":
        return clock.date() == printed.date()
    if not same_minute(instant_of(machine.reading, zone), printed):
        if not same_minute(clock, printed.replace(tzinfo=None)):
            return False
        detail = f"{machine.candidate.rule}: {machine.candidate.value[:60]}"
        times.problem("false_zone", "date_published", detail)
    _take_seconds(times, printed, clock.second, machine)
    return True


def _take_seconds(times: Times, printed: datetime, second: int, machine: Machine) -> None:
    if times.precision == "minute" and machine.reading.precision == "second":
        times.published = printed.replace(second=second).isoformat()
        times.precision = "second"


def _day_with_clock(
    times: Times, machines: list[Machine], zone: str, agrees: list[str], disagrees: list[str]
) -> None:
    """The page prints a day only: a machine date of that day gives the clock."""
    for machine in machines:
        instant = instant_of(machine.reading, zone)
        if (
            instant.date().isoformat() == times.published
            or machine.reading.local.date().isoformat() == times.published
        ):
            agrees.append(machine.name)
            if times.precision == "day" and machine.reading.precision != "day":
                same_day = instant.date().isoformat() == times.published
                moment = instant if same_day else in_zone(machine.reading.local, zone)
                times.published = moment.isoformat()
                times.precision = machine.reading.precision  # type: ignore[assignment]
        else:
            disagrees.append(machine.name)


def _by_machine(times: Times, machines: list[Machine], zone: str) -> None:
    """No printed date: the first machine date, its clock held against the others to find a false zone."""
    best = next((m for m in machines if m.reading.precision != "day"), machines[0])
    moment, problem = moment_of(best, machines, zone)
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
    same = [m.name for m in others if same_minute(moment_of(m, machines, zone)[0], moment)]
    agreeing = frozenset(same)
    times.fields["date_published"] = FieldSource(
        best.candidate.witness, best.candidate.rule, same, [m.name for m in others if m.name not in agreeing]
    )
