"""Modification time: only where the page states one, and only one later than the publication.

Portals print times of update before the publication (liputan6, fimela), or print nothing but an update. A date
labelled so is never taken for the publication, nor a machine's publication date for an update.
"""

from __future__ import annotations

from datetime import date, datetime

from newsbot.extractors.raw import Candidate, RawArticle
from newsbot.items import FieldSource
from newsbot.normalizers.machine_dates import (
    Machine,
    instant_of,
    moment_of,
    read_machines,
    same_minute,
)
from newsbot.normalizers.times import Printed, Times, read_print

_DAY = len("2023-09-13")


def read_modification(times: Times, raw: RawArticle, zone: str, reference: str | None) -> None:
    """Fill the modification of `times`, whose publication is known as far as it will be.

    Against a publication of which only the day is known, an update of that day counts where it is printed as
    such; a machine date counts from the next day on, for many portals write the publication into both.
    """
    machines = read_machines(raw.all("date_modified"), Times())
    printed = _printed(raw, zone, reference, times)
    if printed is not None and (printed[1].precision != "day" or not machines):
        _take_print(times, printed, machines)
    elif machines and times.published is not None and machines[0].reading.precision != "day":
        _take_machine(times, raw, machines, zone)


def _printed(raw: RawArticle, zone: str, reference: str | None, times: Times) -> Printed | None:
    """The first date printed as an update: in the place of updates, or by its own label at the date line."""
    for candidate in raw.all("visible_modified"):
        reading = read_print(candidate.value, reference, zone)
        if reading is not None:
            times.note(reading, "date_modified", candidate.value)
            if reading.value:
                return candidate, reading
    for candidate in raw.all("visible_date"):
        reading = read_print(candidate.value, reference, zone, "modified")
        if reading is not None and reading.value:
            return candidate, reading
    return None


def _take_print(times: Times, printed: Printed, machines: list[Machine]) -> None:
    """Take a printed update, with the seconds of a machine date that agrees."""
    candidate, reading = printed
    value = reading.value or ""
    if reading.precision == "day":
        _set_day(times, value, candidate)
    else:
        _set_modified(times, _with_seconds(datetime.fromisoformat(value), machines), candidate)


def _set_day(times: Times, value: str, candidate: Candidate) -> None:
    """An update of which only the day is printed: later than the publication only on a later day."""
    published = (times.published or "")[:_DAY]
    if published and value < published:
        times.problem("modified_before_published", "date_modified", candidate.value[:80])
    elif not published or value > published:
        _set(times, value, candidate)


def _take_machine(times: Times, raw: RawArticle, machines: list[Machine], zone: str) -> None:
    """Take the first machine date; beside a publication of which only the day is known, one of a later day."""
    best, published = machines[0], times.published or ""
    if len(published) > _DAY:
        _set_modified(times, _modified_moment(best, raw, times, zone, machines), best.candidate)
        return
    moment, _ = moment_of(best, machines, zone)
    if moment.date() > date.fromisoformat(published):
        _set(times, moment.isoformat(), best.candidate)


def _with_seconds(printed: datetime, machines: list[Machine]) -> datetime:
    """The printed minute with the seconds of a machine date whose clock agrees."""
    for machine in machines:
        if machine.reading.precision == "second" and same_minute(
            machine.reading.local, printed.replace(tzinfo=None)
        ):
            return printed.replace(second=machine.reading.local.second)
    return printed


def _modified_moment(
    machine: Machine, raw: RawArticle, times: Times, zone: str, machines: list[Machine]
) -> datetime:
    """A modification time is read with the defect found in its sister, the publication time of the same witness."""
    sisters = [
        m
        for m in read_machines(raw.all("date_published"), Times())
        if m.candidate.witness == machine.candidate.witness
    ]
    published = datetime.fromisoformat(times.published or "")
    for sister in sisters:
        if sister.reading.offset == machine.reading.offset and machine.reading.offset is not None:
            false = same_minute(sister.reading.local, published.replace(tzinfo=None)) and not same_minute(
                instant_of(sister.reading, zone), published
            )
            if false:
                return machine.reading.local.replace(tzinfo=published.tzinfo)
            break
    return moment_of(machine, machines, zone)[0]


def _set_modified(times: Times, modified: datetime, candidate: Candidate) -> None:
    """Take an update unless it is the publication itself or earlier."""
    if times.published is None or len(times.published) == _DAY:
        if times.published and modified.date() < date.fromisoformat(times.published):
            times.problem("modified_before_published", "date_modified", candidate.value[:80])
        else:
            _set(times, modified.isoformat(), candidate)
        return
    published = datetime.fromisoformat(times.published)
    if same_minute(modified, published) or modified == published:
        return
    if modified < published:
        times.problem("modified_before_published", "date_modified", candidate.value[:80])
    else:
        _set(times, modified.astimezone(published.tzinfo).isoformat(), candidate)


def _set(times: Times, value: str, candidate: Candidate) -> None:
    times.modified = value
    times.modified_raw = candidate.value
    times.fields["date_modified"] = FieldSource(candidate.witness, candidate.rule)
