from datetime import date, timedelta

from newsbot.corpus.health.bands import Point
from newsbot.corpus.health.judging import SETTLED, judge


def judged(values):
    first = date(2026, 10, 5)
    return judge(
        [Point(str(first + timedelta(days=at)), value, 40) for at, value in enumerate(values)], "share"
    )


def test_an_alarm_says_since_when():
    assert [one.since for one in judged([0.0] * 10 + [0.9] * 2)][-2:] == ["2026-10-15", "2026-10-15"]


def test_what_was_an_alarm_widens_no_band():
    assert judged([0.0] * 10 + [0.9] * SETTLED)[-1].since == "2026-10-15"


def test_what_lasts_is_how_the_portal_is():
    after = judged([0.0] * 10 + [0.9] * (SETTLED + 1))
    assert after[-1].since is None
    assert after[-1].band.centre == 0.9


def test_an_alarm_ends_with_the_first_value_within():
    assert judged([0.0] * 10 + [0.9, 0.0, 0.9])[-1].since == "2026-10-17"
