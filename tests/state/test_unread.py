"""Documents that were not read: their pauses, and when they are given up."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from newsbot.state import State, Unread
from newsbot.state.unread import ALARM, MAX_FAILURES

NOW = "2026-11-01T00:00:00+00:00"
ONE = Unread("contoh", "https://contoh.id/sitemap-1.xml", "sitemap", "status_403", since="2026-10-01")


def later(hours):
    return (datetime.fromisoformat(NOW) + timedelta(hours=hours)).isoformat()


@pytest.fixture
def state(tmp_path):
    with State(tmp_path / "state.sqlite") as opened:
        yield opened


@pytest.mark.parametrize(
    ("failures", "hours", "due"),
    [
        (1, 0, True),
        (2, 0.9, False),
        (2, 1, True),
        (4, 3, False),
        (4, 4, True),
        (11, 167, False),
        (11, 168, True),
    ],
)
def test_pauses_grow_to_a_week(failures, hours, due):
    one = Unread("contoh", "u", "sitemap", "empty", failures=failures, first=NOW, last=NOW)
    assert one.is_due(later(hours)) is due


def test_failure_that_lies_in_the_future_is_due():
    one = Unread("contoh", "u", "sitemap", "empty", failures=9, first=later(9_000), last=later(9_000))
    assert one.is_due(NOW)


def test_failures_before_the_pause_is_over_count_once(state):
    for hours in (0, 0.1, 0.2, 0.3):
        one = state.unread.failed(ONE, later(hours))
    assert (one.failures, one.first, one.last) == (2, NOW, later(0.1))


def test_document_is_given_up_after_weeks_and_not_before(state):
    for hour in range(0, 24 * 17, 6):
        one = state.unread.failed(ONE, later(hour))
    assert not one.is_given_up
    for day in range(17, 40):
        one = state.unread.failed(ONE, later(24 * day))
    assert one.is_given_up
    assert one.failures >= MAX_FAILURES


def test_document_that_is_given_up_is_an_alarm_for_some_weeks_after_its_last_failure():
    one = Unread("contoh", "u", "sitemap", "empty", failures=MAX_FAILURES, first=NOW, last=NOW)
    weeks = ALARM.days // 7
    assert [one.is_lost(later(24 * 7 * week)) for week in (0, weeks - 1, weeks)] == [True, True, False]
    assert not replace(one, failures=MAX_FAILURES - 1).is_lost(NOW)


def test_what_is_read_is_kept_no_longer(state):
    state.unread.failed(ONE, NOW)
    assert [one.url for one in state.unread.of("contoh")] == [ONE.url]
    assert state.unread.of("lain") == []
    state.unread.read("contoh", ONE.url)
    assert state.unread.of("contoh") == []


def test_state_of_the_version_before_is_taken_over(tmp_path):
    path = tmp_path / "state.sqlite"
    with State(path):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.executescript(
            "DROP TABLE unread; DROP TABLE measures; DROP INDEX articles_left; DROP INDEX articles_pending;"
            "ALTER TABLE articles DROP COLUMN host; DROP TABLE accepted; DROP TABLE texts;"
            "DROP TABLE looks; PRAGMA user_version = 2;"
            "CREATE INDEX articles_pending ON articles (portal, newest DESC) WHERE status = 'pending';"
        )
    with State(path) as state:
        assert state.unread.failed(ONE, NOW).failures == 1


def test_index_that_lists_nothing_for_weeks_is_forgotten(state):
    empty = Unread("contoh", "https://contoh.id/indeks?date=2026-10-04", "index", "no_links", is_soft=True)
    for hour in range(0, 24 * 17, 6):
        state.unread.failed(empty, later(hour))
    assert [one.url for one in state.unread.of("contoh")] == [empty.url]
    for day in range(17, 40):
        one = state.unread.failed(empty, later(24 * day))
        if one.is_given_up:
            break
    assert state.unread.of("contoh") == []


def test_what_should_have_been_read_stands_before_what_may_be_empty(state):
    empty = Unread("contoh", "https://contoh.id/indeks?date=2026-10-04", "index", "no_links", is_soft=True)
    state.unread.failed(empty, NOW)
    state.unread.failed(ONE, later(1))
    assert [one.url for one in state.unread.of("contoh")] == [ONE.url, empty.url]
