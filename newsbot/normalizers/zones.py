"""The time zone of an outlet that no portal declares, told by what its pages tell machines beside what they print."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsbot.extractors.raw import RawArticle
from newsbot.normalizers.machine_dates import Machine, read_machines, same_minute
from newsbot.normalizers.times import Times, read_print

_DEFAULT = "Asia/Jakarta"
_EASTERN = {timedelta(hours=8): "Asia/Makassar", timedelta(hours=9): "Asia/Jayapura"}
_MOST = 3
"""Printed dates that are held against the machine dates."""


def zone_told(raw: RawArticle) -> str:
    """The IANA zone of times that are printed without one: that of the offset which all machine dates with one of their
    own state, or by which the printed minute differs from a machine's in UTC; else that of Jakarta.
    """
    told = [*raw.all("date_published"), *raw.all("date_beside"), *raw.all("date_modified")]
    machines = [m for m in read_machines(told, Times()) if m.reading.precision != "day"]
    offsets = {m.reading.offset for m in machines if m.reading.offset is not None} - {timedelta(0)}
    if len(offsets) == 1:
        return _EASTERN.get(offsets.pop(), _DEFAULT)
    return _DEFAULT if offsets else _by_print(raw, machines)


def _by_print(raw: RawArticle, machines: list[Machine]) -> str:
    universal = [m.reading.local for m in machines if m.reading.offset == timedelta(0)]
    for candidate in raw.all("visible_date")[:_MOST] if universal else ():
        reading = read_print(candidate.value, None, _DEFAULT)
        if (
            reading is None
            or not reading.value
            or reading.precision == "day"
            or reading.zone_source == "printed"
        ):
            continue
        shown = datetime.fromisoformat(reading.value).replace(tzinfo=None)
        for ahead, zone in _EASTERN.items():
            if any(same_minute(clock + ahead, shown) for clock in universal):
                return zone
    return _DEFAULT
