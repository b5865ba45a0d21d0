from datetime import date, timedelta

import pytest

from newsbot.corpus.health.bands import FEW, LEAST, WEEKS, Point, band_of


def points(values, of=40):
    first = date(2026, 10, 5)  # a Monday
    return [Point(str(first + timedelta(days=at)), value, of) for at, value in enumerate(values)]


def band(values, value, kind, of=40):
    *known, last = points([*values, value], of)
    return band_of(known, last, kind)


@pytest.mark.parametrize("kind", ["share", "count", "seconds"])
def test_few_earlier_values_give_no_band(kind):
    assert band([5.0] * (LEAST - 1), 50.0, kind) is None
    assert band([5.0] * LEAST, 50.0, kind) is not None


@pytest.mark.parametrize("of", [10, 40, 400])
def test_one_record_is_no_alarm_after_a_history_that_never_moved(of):
    assert band([0.0] * 30, 0.0, "share", of).holds(1 / of)
    assert band([0.0] * 30, 0.0, "share", of).holds((FEW - 1) / of)


def test_a_share_that_jumps_is_outside():
    assert not band([0.02, 0.0, 0.03, 0.01] * 5, 0.0, "share").holds(0.5)


def test_a_share_that_falls_is_no_alarm():
    assert band([0.9] * 20, 0.0, "share").holds(0.0)


def test_one_bad_day_moves_no_band():
    assert not band([0.0] * 19 + [1.0], 0.0, "share").holds(0.9)


def test_silence_is_outside_however_wide_the_band():
    counts = [20, 200, 40, 150, 30, 180, 25] * 2
    assert not band(counts, 0, "count").holds(0)
    assert band(counts, 0, "count").holds(5)


def test_a_quiet_sunday_is_within_before_weekdays_are_known():
    assert band([100, 110, 95, 105, 100, 50, 100], 0, "count").holds(30)


def test_a_weekday_is_held_against_its_own():
    weeks = [100, 100, 100, 100, 100, 50, 20] * WEEKS
    monday = band(weeks, 0, "count")
    sunday = band([*weeks, 100, 100, 100, 100, 100, 50], 0, "count")
    assert (monday.centre, sunday.centre) == (100, 20)
    assert not monday.holds(40)
    assert sunday.holds(12)


def test_few_articles_a_day_may_be_none():
    assert band([3, 2, 4, 3, 2, 3, 4], 0, "count").holds(0)


def test_answers_may_be_slower_by_a_second():
    assert band([0.1] * 10, 0, "seconds").holds(1.0)
    assert not band([0.1] * 10, 0, "seconds").holds(1.5)
