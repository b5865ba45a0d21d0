from datetime import date

from newsbot.corpus.health.days import MOST_DAYS, DaysOfRecords
from tests.corpus.records import article

TODAY = date(2026, 11, 29)


def days_of(*records):
    days = DaysOfRecords(TODAY)
    for record in records:
        days.add(record)
    return days


def test_days_without_a_record_are_days_of_none():
    made = [article("1", date_published="2026-11-01"), article("2", date_published="2026-11-04")]
    (series,) = days_of(*made).series("a")
    assert [moment.measures.articles for moment in series.moments] == [1, 0, 0, 1]
    assert [moment.is_whole for moment in series.moments] == [False, True, True, False]


def test_a_portal_that_fell_silent_has_the_days_of_the_others():
    made = [
        article("1", date_published="2026-11-01"),
        article("2", portal="lain", date_published="2026-11-03"),
    ]
    assert [len(one.moments) for one in days_of(*made).series("a")] == [3, 1]


def test_many_days_of_fetching_are_the_history():
    made = [article(str(at), _fetched_at=f"2026-11-{at:02}T04:00:00+00:00") for at in range(1, 10)]
    days = days_of(*made)
    assert days.is_by_fetching
    assert len(days.series("a")[0].moments) == 9


def test_dates_to_come_make_no_days():
    days = days_of(article("1", date_published="2026-11-01"), article("2", date_published="2099-01-01"))
    assert days.ahead == 1
    assert [len(one.moments) for one in days.series("a")] == [1]


def test_dates_of_long_ago_make_no_endless_history():
    made = [article("1", date_published="0001-01-01"), article("2", date_published="2026-11-01")]
    assert len(days_of(*made).series("a")[0].moments) == MOST_DAYS + 1


def test_what_is_no_date_is_none():
    days = days_of(article("1", date_published="kemarin"), article("2", _fetched_at="2026-13-41T00:00:00"))
    assert days.undated == 2
    assert days.series("a") == []


def test_a_text_of_two_articles_is_a_duplicate():
    made = [
        article(number, date_published="2026-11-01", content_digest="sha256:1") for number in ("1", "2", "1")
    ]
    (series,) = days_of(*made).series("a")
    assert series.moments[0].measures.duplicates == 1


def test_what_a_record_lacks_is_counted_with_its_address():
    (series,) = days_of(article("1", date_published="2026-11-01", layout=None)).series("a")
    measures = series.moments[0].measures
    assert measures.missing["authors"] == measures.layouts["generic"] == measures.thin == 1
    assert measures.examples["missing/authors"] == ["https://contoh.id/1"]
