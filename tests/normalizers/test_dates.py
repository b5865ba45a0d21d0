"""Publication and modification: the machine defects as classes, read from how a machine date stands to the print."""

import pytest

from newsbot.extractors.raw import RawArticle
from newsbot.normalizers.dates import read_times

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
PRINT = "Rabu, 13 September 2023 14:05 WIB"
TRUE = "2023-09-13T14:05:33+07:00"


def times(
    *,
    visible=(),
    published=(),
    modified=(),
    created=(),
    visible_modified=(),
    zone=WIB,
    reference=None,
    url=None,
    stated=None,
    shown_by="layout",
    beside=(),
):
    raw = RawArticle()
    named = {
        "visible_date": (visible, shown_by),
        "date_published": (published, "meta"),
        "date_modified": (modified, "meta"),
        "date_created": (created, "meta"),
        "visible_modified": (visible_modified, "layout"),
        "date_beside": (beside, "time"),
    }
    for name, (values, witness) in named.items():
        for number, value in enumerate([values] if isinstance(values, str) else values):
            raw.add(name, value, witness, f"{name}-{number}")
    return read_times(raw, zone, reference, url, stated)


def codes(found):
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("machine", "problems"),
    [
        pytest.param("2023-09-13T14:05:33+07:00", [], id="true"),
        pytest.param("2023-09-13T07:05:33Z", [], id="true UTC"),
        pytest.param("2023-09-13T07:05:33+00:00", [], id="true UTC as an offset"),
        pytest.param("2023-09-13T15:05:33+08:00", [], id="true in another zone"),
        pytest.param("2023-09-13T14:05:33Z", ["false_zone"], id="local time marked Z"),
        pytest.param("2023-09-13T14:05:33+00:00", ["false_zone"], id="local time marked +00:00"),
        pytest.param("2023-09-13T14:05:33-07:00", ["false_zone"], id="offset with the sign flipped"),
        pytest.param("2023-09-13T14:05:33+07:00Z", ["machine_date_two_zones"], id="two zones"),
        pytest.param(
            "2023-09-13T14-05-33Z", ["false_zone", "machine_date_dashes_in_time"], id="dashes in the time"
        ),
        pytest.param("2023-09-13 T14:05:33+07:00", ["machine_date_space_before_t"], id="space before T"),
        pytest.param("2023/09/13 14:05:33", ["machine_date_not_iso"], id="slashes"),
        pytest.param("2023-09-13 14:05:33", [], id="no zone that agrees"),
    ],
)
def test_machine_date_of_the_printed_minute_gives_the_seconds(machine, problems):
    found = times(visible=PRINT, published=machine)
    assert (found.published, found.precision, found.published_raw) == (TRUE, "second", PRINT)
    assert sorted(codes(found)) == sorted(problems)
    assert found.fields["date_published"].agrees == ["meta:date_published-0"]


@pytest.mark.parametrize(
    "machine",
    ["2023-09-13T09:00:00+07:00", "2023-09-14T14:05:33+07:00", "2021-01-01 00:00:00", "2023-09-13T14:06:33Z"],
)
def test_print_wins_over_a_machine_date_that_disagrees(machine):
    found = times(visible=PRINT, published=machine)
    assert (found.published, found.precision) == ("2023-09-13T14:05:00+07:00", "minute")
    assert "machine_date_disagrees" in codes(found)
    assert found.fields["date_published"].disagrees == ["meta:date_published-0"]


@pytest.mark.parametrize(
    "constant",
    ["1970-01-01T00:00:00+00:00", "0000-00-00 00:00:00", "-0001-11-30T00:00:00+07:00", "1601-01-01", "x"],
)
def test_template_constant_is_no_date(constant):
    found = times(published=constant)
    assert (found.published, sorted(codes(found))) == (None, ["machine_date_unreadable", "missing"])


def test_template_constant_beside_a_print_harms_nobody():
    found = times(visible=PRINT, published="1970-01-01T00:00:00+00:00")
    assert found.published == "2023-09-13T14:05:00+07:00"
    assert codes(found) == ["machine_date_unreadable"]


def test_one_of_two_machine_dates_agrees():
    found = times(visible=PRINT, published=["2023-09-13T09:00:00+07:00", "2023-09-13T14:05:33+07:00"])
    assert found.published == TRUE
    assert codes(found) == []
    assert found.fields["date_published"].disagrees == ["meta:date_published-0"]


def test_creation_time_adds_seconds_and_never_disagrees():
    assert times(visible=PRINT, created="2023-09-13T14:05:33+07:00").published == TRUE
    assert codes(times(visible=PRINT, created="2023-09-12T09:00:00+07:00")) == []


@pytest.mark.parametrize(
    ("zone", "text", "value"),
    [
        (WITA, "Rabu, 13 September 2023 14:05 WITA", "2023-09-13T14:05:00+08:00"),
        (WITA, "Rabu, 13 September 2023 14:05", "2023-09-13T14:05:00+08:00"),
        (WIT, "Rabu, 13 September 2023 14:05", "2023-09-13T14:05:00+09:00"),
        (WITA, "Rabu, 13 September 2023 14:05 WIB", "2023-09-13T14:05:00+07:00"),
        (WIB, "Rabu, 13 September 2023 14:05 WIT", "2023-09-13T14:05:00+09:00"),
        ("Australia/Sydney", "13 September 2023 14:05", "2023-09-13T14:05:00+10:00"),
    ],
)
def test_printed_zone_wins_else_the_hosts(zone, text, value):
    assert times(visible=text, zone=zone).published == value


def test_machine_date_of_a_wita_host():
    assert times(published="2023-09-13T06:05:33Z", zone=WITA).published == "2023-09-13T14:05:33+08:00"
    assert times(published="2023-09-13 14:05:33", zone=WITA).published == "2023-09-13T14:05:33+08:00"


def test_wita_print_with_the_head_offices_machine_date():
    found = times(
        visible="Rabu, 13 September 2023 14:05 WITA", published="2023-09-13T13:05:33+07:00", zone=WITA
    )
    assert (found.published, codes(found)) == ("2023-09-13T14:05:33+08:00", [])


def test_day_only_print_takes_the_clock_of_a_machine_date():
    found = times(visible="Rabu, 13 September 2023", published="2023-09-13T14:05:33+07:00")
    assert (found.published, found.precision) == (TRUE, "second")


def test_day_only_print_and_true_utc_over_midnight():
    found = times(visible="Kamis, 14 September 2023", published="2023-09-13T18:05:33Z")
    assert found.published == "2023-09-14T01:05:33+07:00"


def test_day_only_print_and_local_time_marked_z():
    found = times(visible="Rabu, 13 September 2023", published="2023-09-13T21:05:33Z")
    assert found.published == "2023-09-13T21:05:33+07:00"


def test_day_only_print_without_a_machine_date_is_a_day():
    found = times(visible="Rabu, 13 September 2023")
    assert (found.published, found.precision) == ("2023-09-13", "day")


def test_day_only_print_takes_the_clock_of_the_time_element_beside_it():
    found = times(visible="Rabu, 13 September 2023", beside="2023-09-13T14:05:33+07:00")
    assert (found.published, found.precision) == (TRUE, "second")


@pytest.mark.parametrize("beside", ["2023-09-13T00:00:00+07:00", "2023-09-13T00:00:00Z", "2023-09-13"])
def test_midnight_beside_a_printed_day_is_no_clock(beside):
    found = times(visible="Rabu, 13 September 2023", beside=beside)
    assert (found.published, found.precision) == ("2023-09-13", "day")


def test_day_only_print_and_another_day_stays_a_day():
    found = times(visible="Rabu, 13 September 2023", published="2023-09-20T14:05:33+07:00")
    assert (found.published, found.precision) == ("2023-09-13", "day")
    assert found.fields["date_published"].disagrees == ["meta:date_published-0"]


def test_day_only_print_and_another_day_is_a_problem():
    found = times(visible="Rabu, 13 September 2023", published="2023-09-20T14:05:33+07:00")
    assert codes(found) == ["machine_date_disagrees"]


def test_weekday_is_a_checksum():
    found = times(visible="Senin, 13 September 2023 14:05 WIB")
    assert found.published == "2023-09-13T14:05:00+07:00"
    assert codes(found) == ["weekday_mismatch"]


def test_machine_date_alone():
    found = times(published="2023-09-13T07:05:33Z")
    assert (found.published, found.precision, found.published_raw) == (TRUE, "second", "2023-09-13T07:05:33Z")


def test_machine_date_alone_with_its_sign_flipped():
    found = times(published="2023-09-13T14:05:33-07:00")
    assert (found.published, codes(found)) == (TRUE, ["false_zone"])


def test_z_is_false_where_another_witness_shows_the_same_clock_in_the_local_zone():
    found = times(published=["2023-09-13T14:05:33Z", "2023-09-13T14:05:33+07:00"])
    assert (found.published, codes(found)) == (TRUE, ["false_zone"])
    assert found.fields["date_published"].agrees == ["meta:date_published-1"]


def test_machine_day_alone_is_a_day_never_a_false_midnight():
    found = times(published="2023-09-13")
    assert (found.published, found.precision) == ("2023-09-13", "day")


def test_machine_clock_is_better_than_a_machine_day():
    assert times(published=["2023-09-13", "2023-09-13T14:05:33+07:00"]).published == TRUE


def test_day_of_the_url_is_the_last_witness():
    found = times(url="2023-09-13")
    assert (found.published, found.precision, codes(found)) == ("2023-09-13", "day", ["date_from_url"])


def test_print_that_the_urls_day_agrees_with_wins_over_one_before_it():
    found = times(visible=("1 Mei 2024 10:00 WIB", PRINT), url="2023-09-13")
    assert (found.published, codes(found)) == ("2023-09-13T14:05:00+07:00", [])


def test_machine_date_of_the_urls_day_wins_over_a_print_that_contradicts_it():
    found = times(visible="1 Mei 2024 10:00 WIB", published=TRUE, url="2023-09-14")
    assert (found.published, codes(found)) == (TRUE, ["date_contradicts_url"])


def test_print_found_near_that_contradicts_the_url_is_another_storys():
    found = times(visible="1 Mei 2024 10:00 WIB", url="2023-09-13", shown_by="printed")
    assert (found.published, found.precision) == ("2023-09-13", "day")
    assert codes(found) == ["date_contradicts_url", "date_from_url"]


def test_print_by_rule_that_contradicts_the_url_stays_with_a_problem():
    found = times(visible="1 Mei 2024 10:00 WIB", url="2023-09-13")
    assert (found.published, codes(found)) == ("2024-05-01T10:00:00+07:00", ["date_contradicts_url"])


@pytest.mark.parametrize("shown_by", ["layout", "printed"])
def test_a_page_that_states_an_address_of_its_prints_day_was_saved_under_anothers(shown_by):
    found = times(visible=PRINT, url="2024-05-01", stated="2023-09-13", shown_by=shown_by)
    assert (found.published, codes(found)) == ("2023-09-13T14:05:00+07:00", ["date_contradicts_url"])


def test_a_stated_address_of_another_day_does_not_take_the_print_away():
    found = times(visible=PRINT, url="2023-09-13", stated="2024-05-01", shown_by="printed")
    assert (found.published, codes(found)) == ("2023-09-13T14:05:00+07:00", [])


def test_two_days_beside_the_url_is_no_contradiction():
    assert codes(times(visible=PRINT, url="2023-09-15")) == []


def test_no_date_at_all():
    found = times()
    assert (found.published, found.precision, found.published_raw, codes(found)) == (
        None,
        None,
        None,
        ["missing"],
    )


def test_text_that_is_no_date():
    assert times(visible="Ekonomi").published is None


def test_impossible_print_leaves_the_machine_date():
    found = times(visible="Rabu, 31 September 2023 14:05 WIB", published="2023-09-13T14:05:33+07:00")
    assert found.published == TRUE
    assert "impossible_day" in codes(found)


@pytest.mark.parametrize(
    ("text", "reference", "value"),
    [
        ("3 jam lalu", "2023-09-13T17:05:00+07:00", "2023-09-13T14:05:00+07:00"),
        ("Kemarin", "2023-09-14T08:00:00+07:00", "2023-09-13"),
        ("3 jam lalu", None, None),
        ("Hari ini", None, None),
        ("Rabu (13/9)", None, None),
        ("Rabu (13/9)", "2023-09-14T08:00:00+07:00", "2023-09-13"),
    ],
)
def test_relative_print_needs_the_time_of_the_fetch(text, reference, value):
    assert times(visible=text, reference=reference).published == value


def test_one_line_prints_publication_and_update():
    found = times(visible="Terbit 13 September 2023 14:05 WIB | Diperbarui 14 September 2023 09:00 WIB")
    assert (found.published, found.modified) == ("2023-09-13T14:05:00+07:00", "2023-09-14T09:00:00+07:00")


@pytest.mark.parametrize(
    ("published", "modified"),
    [
        ("2023-09-13T14:05:33+07:00", "2023-09-13T16:20:10+07:00"),
        ("2023-09-13T07:05:33Z", "2023-09-13T09:20:10Z"),
        ("2023-09-13T14:05:33Z", "2023-09-13T16:20:10Z"),
        ("2023-09-13T14:05:33-07:00", "2023-09-13T16:20:10-07:00"),
        ("2023-09-13 14:05:33", "2023-09-13 16:20:10"),
    ],
)
def test_modification_has_the_defect_of_its_sister(published, modified):
    found = times(visible=PRINT, published=published, modified=modified)
    assert (found.modified, found.modified_raw) == ("2023-09-13T16:20:10+07:00", modified)


@pytest.mark.parametrize(
    "modified", ["2023-09-13T14:05:33+07:00", "2023-09-13T14:05:59+07:00", "1970-01-01T00:00:00Z"]
)
def test_modification_in_the_minute_of_publication_is_none(modified):
    found = times(visible=PRINT, published="2023-09-13T14:05:33+07:00", modified=modified)
    assert (found.modified, codes(found)) == (None, [])


def test_modification_before_the_publication_is_a_problem():
    found = times(visible=PRINT, modified="2023-09-13T09:20:10+07:00")
    assert (found.modified, codes(found)) == (None, ["modified_before_published"])


def test_printed_modification_decides():
    found = times(
        visible=PRINT,
        visible_modified="Diperbarui 13 September 2023 16:20 WIB",
        modified="2023-09-13T16:20:10+07:00",
    )
    assert (found.modified, found.modified_raw) == (
        "2023-09-13T16:20:10+07:00",
        "Diperbarui 13 September 2023 16:20 WIB",
    )


def test_date_line_labelled_as_an_update_is_no_publication():
    found = times(visible=["Diperbarui 13 September 2023 16:20 WIB", PRINT])
    assert (found.published, found.modified) == ("2023-09-13T14:05:00+07:00", "2023-09-13T16:20:00+07:00")


@pytest.mark.parametrize(
    ("witness", "published", "precision"),
    [
        ({"url": "2023-09-13"}, "2023-09-13", "day"),
        ({"published": "2023-09-13T14:05:33+07:00"}, TRUE, "second"),
        ({"published": "2023-09-13"}, "2023-09-13", "day"),
        ({}, None, None),
    ],
)
def test_a_page_that_prints_only_an_update_keeps_it(witness, published, precision):
    found = times(visible="Diperbarui 14 September 2023 16:20 WIB", **witness)
    assert (found.published, found.precision) == (published, precision)
    assert (found.modified, found.modified_raw) == (
        "2023-09-14T16:20:00+07:00",
        "Diperbarui 14 September 2023 16:20 WIB",
    )


def test_an_update_printed_on_the_day_of_the_url_counts():
    found = times(visible="Diperbarui 13 September 2023 16:20 WIB", url="2023-09-13")
    assert (found.published, found.modified) == ("2023-09-13", "2023-09-13T16:20:00+07:00")


def test_an_update_printed_for_a_day_before_the_urls_is_a_problem():
    found = times(visible="Diperbarui 12 September 2023 16:20 WIB", url="2023-09-13")
    assert found.modified is None
    assert "modified_before_published" in codes(found)


@pytest.mark.parametrize(
    ("day", "modified"), [("14 September 2023", "2023-09-14"), ("13 September 2023", None)]
)
def test_an_update_printed_as_a_day_counts_from_the_next_day_on(day, modified):
    assert times(visible=f"Diperbarui {day}", url="2023-09-13").modified == modified


@pytest.mark.parametrize(
    ("machine", "modified"),
    [
        ("2023-09-14T16:20:10+07:00", "2023-09-14T16:20:10+07:00"),
        ("2023-09-13T16:20:10+07:00", None),  # as likely the publication itself
        ("2023-09-12T16:20:10+07:00", None),
        ("2023-09-14", None),
    ],
)
def test_a_machine_update_beside_a_day_counts_from_the_next_day_on(machine, modified):
    assert times(visible="Rabu, 13 September 2023", modified=machine).modified == modified


def test_a_wrong_day_of_the_five_day_week_is_an_information():
    found = times(visible="Rabu Kliwon, 13 September 2023 14:05 WIB")
    assert found.published == "2023-09-13T14:05:00+07:00"
    assert [(p.code, p.severity) for p in found.problems] == [("pasaran_mismatch", "info")]


def test_modification_is_in_the_zone_of_the_publication():
    found = times(visible="Rabu, 13 September 2023 14:05 WITA", modified="2023-09-13T09:20:10Z", zone=WITA)
    assert found.modified == "2023-09-13T17:20:10+08:00"


def test_modification_of_a_page_without_a_publication_is_none():
    assert times(modified="2023-09-13T09:20:10Z").modified is None


def test_modification_has_the_defect_of_its_sister_in_the_printed_zone():
    stated = "2023-09-13T14:05:00+07:00"
    found = times(visible="Rabu, 13 September 2023 14:05 WIT", published=stated, modified=stated)
    assert (found.published, found.modified) == ("2023-09-13T14:05:00+09:00", None)
