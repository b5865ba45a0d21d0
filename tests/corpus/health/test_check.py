"""Figures, alarms and causes of histories that are invented."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.corpus.health.check import check, checked
from newsbot.corpus.health.moments import Moment, Series, series_of_runs
from newsbot.state.history import Measures, PastRun
from tests.corpus.health.made import quiet

FROM_THE_FIRST = "2000-01-01"


DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@given(seed=st.integers(0, 10**9), rhythm=st.sampled_from([(60, DAY), (8, DAY), (300, DAY), (3, HOUR)]))
@settings(max_examples=25, deadline=None)
def test_thirty_quiet_runs_raise_no_alarm(seed, rhythm):
    articles, apart = rhythm
    assert check(quiet(seed, 30, articles=articles, apart=apart), FROM_THE_FIRST).alarms == []


def spoilt(**figures):
    """A quiet history whose last run has other figures, each as a share of its articles."""
    series = quiet(1, 29)
    last = series.moments[-1].measures
    last.examples = {}
    for name, share in figures.items():
        table, _, key = name.partition("_")
        if key:
            getattr(last, table)[key] = round(share * last.articles)
            last.show(f"{table}/{key}", "https://contoh.id/rusak")
        else:
            setattr(last, table, round(share * last.articles))
            last.show(table, "https://contoh.id/rusak")
    return series


@pytest.mark.parametrize(
    ("spoil", "figure"),
    [
        ({"missing_authors": 0.8}, "missing/authors"),
        ({"missing_date_published": 0.5}, "missing/date_published"),
        ({"thin": 0.5}, "thin"),
        ({"future": 0.3}, "future"),
        ({"duplicates": 0.4}, "duplicates"),
        ({"rejects_empty": 0.4}, "rejects/empty"),
        ({"kinds_other": 0.5}, "kinds/other"),
    ],
)
def test_each_figure_has_its_alarm(spoil, figure):
    series = spoilt(**spoil)
    if figure.startswith(("rejects", "kinds")):
        series.moments[-1].measures.pages *= 2
    (alarm,) = check(series, series.moments[-1].when).alarms
    assert alarm.figure == figure
    assert alarm.examples == ("https://contoh.id/rusak",)
    assert not alarm.band.holds(alarm.value)


def test_slow_answers_are_an_alarm():
    series = quiet(1)
    series.moments[-1].measures.latency["median"] = 9.0
    assert [one.figure for one in check(series, series.moments[-1].when).alarms] == ["latency"]


def test_a_portal_that_gives_nothing_is_an_alarm_with_what_came_instead():
    series = quiet(1)
    silent = Measures()
    silent.add("without_page", "gone", "https://contoh.id/hilang")
    series.moments[-1] = Moment(series.moments[-1].when, silent)
    (alarm,) = check(series, series.moments[-1].when).alarms
    assert alarm.figure == "articles"
    assert alarm.examples == ("https://contoh.id/hilang",)


def test_a_run_that_ended_early_is_not_judged_by_its_number():
    series = quiet(1)
    series.moments[-1] = Moment(series.moments[-1].when, Measures(), is_whole=False)
    assert check(series, series.moments[-1].when).alarms == []


def generic(measures, share):
    lost = round(share * measures.layouts["kompas-read"])
    measures.layouts["kompas-read"] -= lost
    measures.layouts["generic"] = measures.layouts.get("generic", 0) + lost


def test_a_layout_that_lost_its_pages_is_named_and_is_the_cause_of_the_rest():
    series = quiet(1, 29)
    last = series.moments[-1].measures
    generic(last, 0.94)
    last.missing["authors"] = last.articles
    alarms = {one.figure: one.cause for one in check(series, series.moments[-1].when).alarms}
    assert set(alarms) == {"layout/kompas-read", "missing/authors"}
    assert "kompas-read stopped matching" in alarms["missing/authors"]


def test_a_layout_that_another_one_follows_is_no_alarm():
    series = quiet(1, 29)
    last = series.moments[-1].measures
    last.layouts = {"kompas-2026": last.articles}
    assert check(series, series.moments[-1].when).alarms == []


def test_a_portal_of_an_article_an_hour_is_judged_by_its_last_few():
    moments = []
    for hour in range(120):
        measures = Measures(pages=1, kinds={"article": 1})
        is_new = hour >= 110
        measures.add_article(
            f"https://contoh.id/{hour}", empty=(), layout=None if is_new else "kompas-read", words=300,
            is_future=False, is_again=False,
        )  # fmt: skip
        moments.append(Moment(f"2026-11-{1 + hour // 24:02}T{hour % 24:02}:17:00+00:00", measures))
    (alarm,) = check(Series("data", "contoh", "run (new)", moments), moments[-1].when).alarms
    assert alarm.figure == "layout/kompas-read"
    assert len(alarm.examples) == 3


def run(number, mode="new", **options):
    report = {"by_portal": {"contoh": {}}}
    ended = f"2026-11-{number:02}T04:00:00+00:00"
    measures = {"contoh": Measures(pages=20, kinds={"article": 20})}
    return PastRun(number, ended, ended, {"mode": mode, **options}, report, measures)


def test_a_small_portal_has_its_alarm_with_the_first_run_too():
    series = quiet(1, 29, articles=8)
    last = series.moments[-1].measures
    last.layouts = {"generic": last.articles}
    assert [one.figure for one in check(series, series.moments[-1].when).alarms] == ["layout/kompas-read"]


def test_runs_of_several_kinds_are_kept_apart_and_the_last_one_is_judged():
    runs = [run(number, "changed" if number % 2 else "new") for number in range(1, 21)]
    (health,) = checked(series_of_runs("data", runs))
    assert (health.series.unit, health.earlier) == ("run (new)", 9)


def test_a_run_that_says_nothing_of_its_portal_gave_nothing():
    silent = replace(run(9), measures={})
    (series,) = series_of_runs("data", [*map(run, range(1, 9)), silent])
    assert series.moments[-1].measures == Measures()
    (health,) = checked([series])
    assert [alarm.figure for alarm in health.alarms] == ["articles"]
