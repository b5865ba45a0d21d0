"""A crawl that no longer runs is an alarm by the rhythm of its own runs."""

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.corpus.health.check import checked
from newsbot.corpus.health.moments import series_of_runs
from newsbot.corpus.health.rhythm import SILENCE, rhythm_of
from newsbot.state import Measures, PastRun

MONDAY = datetime(2026, 9, 7, 3, 41, tzinfo=UTC)


def starts(weeks, *, days=7, hours=(0,)):
    """The first runs of a schedule, at some hours of the first days of each week."""
    return [
        MONDAY + timedelta(weeks=week, days=day, hours=hour)
        for week in range(weeks)
        for day in range(days)
        for hour in hours
    ]


def is_outside(times, pause):
    rhythm = rhythm_of([(time.isoformat(), True) for time in times], (times[-1] + pause).isoformat())
    return rhythm.judged()[-1].since is not None


@pytest.mark.parametrize(
    ("times", "well", "alarm"),
    [
        (starts(2), timedelta(hours=30), timedelta(hours=37)),
        (starts(1, hours=range(24)), timedelta(hours=1.9), timedelta(hours=2.1)),
        (starts(3, days=5), timedelta(hours=85), timedelta(hours=95)),
        (starts(2, days=5, hours=range(10)), timedelta(hours=70), timedelta(hours=80)),
    ],
    ids=["daily", "hourly", "working_days", "working_hours"],
)
def test_pause_is_outside_when_it_is_longer_than_the_schedule_has_any(times, well, alarm):
    assert not is_outside(times, well)
    assert is_outside(times, alarm)


def test_one_week_off_is_no_measure_of_the_next():
    times = [*starts(3), *(time + timedelta(weeks=4) for time in starts(2))]
    assert not is_outside(times, timedelta(hours=30))
    assert is_outside(times, timedelta(hours=40))


def test_clock_that_is_behind_and_few_runs_tell_nothing():
    assert not is_outside(starts(1)[:4], timedelta(days=30))
    rhythm = rhythm_of([(MONDAY.isoformat(), True)], (MONDAY - timedelta(days=400)).isoformat())
    assert rhythm.judged() == []


def run(number, start, *, report=True, mode="new"):
    told = {"by_portal": {"contoh": {}}} if report else None
    measures = {"contoh": Measures(pages=20, kinds={"article": 20}, layouts={"satu": 20})} if report else {}
    options = {"mode": mode, "portals": ["contoh"]}
    return PastRun(number, start.isoformat(), start.isoformat() if report else None, options, told, measures)


def alarms(runs, now, accepted=None):
    found = checked(series_of_runs("data", runs, accepted, now.isoformat()))
    return [alarm for health in found for alarm in health.alarms if alarm.figure == SILENCE]


def test_silence_is_an_alarm_that_says_since_when():
    times = starts(2)
    runs = [run(number, time) for number, time in enumerate(times)]
    assert alarms(runs, times[-1] + timedelta(hours=25)) == []
    (alarm,) = alarms(runs, times[-1] + timedelta(days=3))
    assert (alarm.since, alarm.value) == (times[-1].isoformat(), 3 * 86_400)
    assert "no run has begun since 2026-09-20 03:41" in alarm.cause


def test_runs_that_are_all_killed_are_none():
    times = starts(2)
    runs = [run(number, time, report=number < 10) for number, time in enumerate(times)]
    (alarm,) = alarms(runs, times[-1] + timedelta(hours=1))
    assert (alarm.since, "was killed or is at work" in alarm.cause) == (times[9].isoformat(), True)


def test_runs_of_another_kind_are_runs():
    times = starts(2)
    runs = [run(number, time, mode="changed" if number == 13 else "new") for number, time in enumerate(times)]
    assert alarms(runs, times[-1] + timedelta(hours=25)) == []
    assert len(alarms(runs, times[-1] + timedelta(days=3))) == 1


def test_silence_that_was_accepted_is_none():
    times = starts(2)
    runs = [run(number, time) for number, time in enumerate(times)]
    accepted = {"contoh": {SILENCE: times[-1].isoformat()}}
    assert alarms(runs, times[-1] + timedelta(days=3), accepted) == []
