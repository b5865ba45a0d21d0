"""What printed date lines mean: one fact a row."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsbot.cli.dates import command
from newsbot.language.dates import DateReading, parse_date, zone_of
from newsbot.language.dates._zones import printed_zone

SHARED = Path(__file__).resolve().parents[3] / "shared" / "language"
NOON = "2024-05-20T12:00:00+07:00"  # a Monday


def read(text: str, reference: str | None = None) -> DateReading:
    """Parse a text that is known to hold a date."""
    reading = parse_date(text, reference=reference)
    assert reading is not None, text
    return reading


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Selasa, 7 Mei 2019 06:42 WIB", "2019-05-07T06:42:00+07:00"),
        ("SELASA, 7 MEI 2019 - 06:42 WIB", "2019-05-07T06:42:00+07:00"),
        ("Selasa 7 Mei 2019 | 06.42 wita", "2019-05-07T06:42:00+08:00"),
        ("Selasa,07 Mei 2019,06:42 WIT", "2019-05-07T06:42:00+09:00"),
        ("Selasa   7  Mei 2019   06:42 WIB", "2019-05-07T06:42:00+07:00"),
        ("Selasa,\u00a07\u00a0Mei\u00a02019 06:42\u00a0WIB", "2019-05-07T06:42:00+07:00"),
        ("Selasa / 7 Mei 2019 / 06:42 WIB", "2019-05-07T06:42:00+07:00"),
        ("Selasa \u2022 7 Mei 2019 \u2022 06.42", "2019-05-07T06:42:00+07:00"),
        ("Selasa \u2013 7 Mei 2019 \u2013 06:42:09 WIB", "2019-05-07T06:42:09+07:00"),
        ("07/05/2019, 06:42 WIB", "2019-05-07T06:42:00+07:00"),
        ("7-5-2019 06:42", "2019-05-07T06:42:00+07:00"),
        ("07.05.2019", "2019-05-07"),
        ("2019-05-07 06:42:09", "2019-05-07T06:42:09+07:00"),
        ("2019-05-07T06:42+08:00", "2019-05-07T06:42:00+08:00"),
        ("May 7, 2019", "2019-05-07"),
        ("May 7th, 2019 at 6:42 am", "2019-05-07T06:42:00+07:00"),
        ("7 May 2019, 06:42", "2019-05-07T06:42:00+07:00"),
        ("7Mei2019", "2019-05-07"),
        ("7-Mei-2019", "2019-05-07"),
        ("06:42 WIB, Selasa 7 Mei 2019", "2019-05-07T06:42:00+07:00"),
        ("Selasa Kliwon, 7 Mei 2019", "2019-05-07"),
        ("Selasa (7/5/2019)", "2019-05-07"),
        ("Selasa malam (7/5/2019) pukul 21.10 WIB", "2019-05-07T21:10:00+07:00"),
        ("hari Selasa tanggal 7 Mei 2019", "2019-05-07"),
        ("Hari / Tanggal : Selasa, 7 Mei 2019 Pukul : 06.42 WIB", "2019-05-07T06:42:00+07:00"),
        ("Selasa, 7 Mei 2019 \u22c5 06:42", "2019-05-07T06:42:00+07:00"),
        ("Selasa, 7 Mei 2019 \u2192 06:42", "2019-05-07T06:42:00+07:00"),
        ("\U0001f4c5 7 Mei 2019 \U0001f552 06:42", "2019-05-07T06:42:00+07:00"),
        ("Selasa (7/5/2019) pagi pukul 06.42 WIB", "2019-05-07T06:42:00+07:00"),
        ("7 Mei 2019_06:42", "2019-05-07T06:42:00+07:00"),
        ("7 May 2019 & 06:42", "2019-05-07T06:42:00+07:00"),
        ("07/05/2019-06:42", "2019-05-07T06:42:00+07:00"),
        ("7 Mei 2019, Selasa, 06:42", "2019-05-07T06:42:00+07:00"),
        ("7 Mei 2019, Selasa 06:42", "2019-05-07T06:42:00+07:00"),
        ("Selasa\uff0c7 Mei 2019 06\uff1a42", "2019-05-07T06:42:00+07:00"),
        ("7 Mei 06:42 2019", "2019-05-07T06:42:00+07:00"),
        ("May 7 06:42 2019", "2019-05-07T06:42:00+07:00"),
        ("Selasa, 7 Mei 201906:42 WIB", "2019-05-07T06:42:00+07:00"),
    ],
)
def test_a_day_is_read_in_every_form(text: str, value: str) -> None:
    reading = read(text)
    assert (reading.value, reading.problems) == (value, ())


@pytest.mark.parametrize(
    "friday", ["Jumat", "Jum'at", "Jum\u2019at", "Jum`at", "Jum at", "JUM'AT", "Jum", "Fri"]
)
def test_friday_has_many_spellings(friday: str) -> None:
    assert read(f"{friday}, 3 Mei 2019").problems == ()
    assert read(f"{friday}, 2 Mei 2019").problems == ("weekday_mismatch",)


@pytest.mark.parametrize(
    ("month", "number"),
    [
        ("Pebruari", 2), ("Peb", 2), ("Mrt", 3), ("Mar", 3), ("Agt", 8), ("Agst", 8), ("Ags", 8), ("Agus", 8),
        ("Agust.", 8), ("Agu", 8), ("Aug", 8), ("Sept", 9), ("Okt", 10), ("Oct.", 10), ("Nop", 11), ("Nopember", 11),
        ("Des", 12), ("Dec", 12), ("DESEMBER", 12),
    ],
)  # fmt: skip
def test_old_short_and_english_months(month: str, number: int) -> None:
    assert read(f"9 {month} 2018").value == f"2018-{number:02}-09"


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        ("pukul 14.05 WIB", "14:05"), ("pkl. 9.30", "09:30"), ("jam 2 siang", "14:00"), ("jam 7 malam", "19:00"),
        ("jam 10 pagi", "10:00"), ("jam 5 sore", "17:00"), ("jam 12 siang", "12:00"), ("2:05 PM", "14:05"),
        ("12:30 AM", "00:30"), ("12.15 p.m.", "12:15"), ("jam 3 dini hari", "03:00"), ("00:00", "00:00"),
        ("09.00-11.00 WIB", "09:00"), ("(14:05 WIB)", "14:05"), ("pukul: 9.30", "09:30"), ("1405 WIB", "14:05"),
        ("14,05 WIB", "14:05"), ("14 05 WIB", "14:05"), ("14:5 WIB", "14:05"), ("jam setengah 3 siang", "14:30"),
        ("jam setengah 1 siang", "12:30"), ("jam setengah 12 siang", "11:30"), ("pukul 19 WIB", "19:00"),
        ("14-05 WIB", "14:05"), ("pukul 14-05", "14:05"), ("14h05", "14:05"), ("14H05 WIB", "14:05"),
        ("14. 05 WIB", "14:05"), ("pukul 09-11 WIB", "09:00"), ("pukul 09-11.30 WIB", "09:00"),
    ],
)  # fmt: skip
def test_clock_times(clock: str, shown: str) -> None:
    reading = read(f"7 Mei 2019 {clock}")
    assert (reading.value, reading.precision) == (f"2019-05-07T{shown}:00+07:00", "minute")


@pytest.mark.parametrize(
    ("zone", "offset", "source"),
    [
        ("WIB", "+07:00", "printed"), ("wita", "+08:00", "printed"), ("Wit", "+09:00", "printed"),
        ("GMT+7", "+07:00", "printed"), ("UTC", "+00:00", "printed"), ("UTC+08:00", "+08:00", "printed"),
        ("+0900", "+09:00", "printed"), ("WIBPenulis", "+07:00", "printed"), ("", "+08:00", "portal"),
    ],
)  # fmt: skip
def test_zones(zone: str, offset: str, source: str) -> None:
    reading = parse_date(f"7 Mei 2019 06:42:00 {zone}", timezone="Asia/Makassar")
    assert reading is not None
    assert (reading.value, reading.zone_source) == (f"2019-05-07T06:42:00{offset}", source)


def test_twenty_four_is_the_midnight_that_ends_the_day() -> None:
    assert read("31 Desember 2019 pukul 24.00 WIB").value == "2020-01-01T00:00:00+07:00"


def test_a_day_alone_has_no_midnight_and_no_zone() -> None:
    reading = read("7 Mei 2019 WIB")
    assert (reading.value, reading.precision, reading.zone_source) == ("2019-05-07", "day", None)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Jumat Legi, 17 Agustus 1945", ()),
        ("Rabu Pahing, 13 September 2023", ()),
        ("Rabu (Paing), 13 September 2023", ()),
        ("Minggu Legi 1 September 2024", ()),
        ("Jumat Wage, 1 Mei 1931", ()),
        ("Rabu Kliwon, 13 September 2023", ("pasaran_mismatch",)),
        ("Rabu, 13 September 2023", ()),
    ],
)
def test_the_five_day_week_is_a_checksum_that_harms_nothing(text: str, notes: tuple[str, ...]) -> None:
    reading = read(text)
    assert (reading.notes, reading.problems) == (notes, ())
    assert reading.value is not None


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("Rabu (7/5/2019)", "2019-05-07", "weekday_mismatch"),
        ("13 September 1023", "1023-09-13", "improbable_year"),
        ("13/9/2203", "2203-09-13", "improbable_year"),
        ("30 Februari 2019", None, "impossible_day"),
        ("31/04/2019 10:00 WIB", None, "impossible_day"),
        ("05/27/2019", None, "impossible_day"),
        ("7 Mei 2019 25:10 WIB", "2019-05-07", "impossible_time"),
        ("7 Mei 2019 24.30 WIB", "2019-05-07", "impossible_time"),
        ("7/5/19", "2019-05-07", "two_digit_year"),
        ("7-9 Mei 2019", "2019-05-07", "date_range"),
        ("May 7-9, 2019", "2019-05-07", "date_range"),
        ("28 Desember - 3 Januari 2019", "2018-12-28", "date_range"),
        ("Selasa-Kamis (7-9/5/2019)", "2019-05-07", "date_range"),
        ("Selasa-Kamis, 7-9 Mei 2019", "2019-05-07", "date_range"),
        ("7 s.d. 9 Mei 2019", "2019-05-07", "date_range"),
        ("7 sd 9 Mei 2019", "2019-05-07", "date_range"),
        ("7 & 9 Mei 2019", "2019-05-07", "date_range"),
        ("7 Mei - 19 Mei 2019", "2019-05-07", "date_range"),
        ("7 Mei 2019 - 9 Mei 2019", "2019-05-07", "date_range"),
        ("Selasa (7/5/2019) hingga Kamis (9/5/2019)", "2019-05-07", "date_range"),
        ("7 Mei sampai dengan 9 Mei 2019", "2019-05-07", "date_range"),
        ("30/4-2/5/2019", "2019-04-30", "date_range"),
        ("Selasa-Kamis (30/4-2/5/2019)", "2019-04-30", "date_range"),
        ("28/12-3/1/2019", "2018-12-28", "date_range"),
        ("May 7 to 9, 2019", "2019-05-07", "date_range"),
        ("April 30 - May 2, 2019", "2019-04-30", "date_range"),
        ("7-9 Mei 2019 14:05", "2019-05-07T14:05:00+07:00", "date_range"),
        ("Ahad, 7 Mei 2019", "2019-05-07", "weekday_mismatch"),
        ("Senen, 7 Mei 2019", "2019-05-07", "weekday_mismatch"),
        ("Kemis, 7 Mei 2019", "2019-05-07", "weekday_mismatch"),
        ("Saptu, 7 Mei 2019", "2019-05-07", "weekday_mismatch"),
        ("Selasa-Kamis (7 s/d 9/5/2019)", "2019-05-07", "date_range"),
        ("Selasa dan Rabu (7 dan 8/5/2019)", "2019-05-07", "date_range"),
        ("Selasa-Kamis (7/5/2019-9/5/2019)", "2019-05-07", "date_range"),
        ("9-7 Mei 2019", "2019-05-07", "ambiguous"),
        ("7 Mei 2019, Rabu", "2019-05-07", "weekday_mismatch"),
        ("7 Mei 2019 8 Mei 2019", "2019-05-07", "several_dates"),
        ("7 Mei 2019, Rabu 8 Mei 2019", "2019-05-07", "several_dates"),
        ("7 Mei 2019 09-11 WIB", "2019-05-07T09:11:00+07:00", "ambiguous"),  # or a span of hours
        ("7 Mei 2019 jam 12 malam", "2019-05-08T00:00:00+07:00", "ambiguous"),
    ],
)
def test_what_is_doubtful_is_said(text: str, value: str | None, problem: str) -> None:
    reading = read(text)
    assert (reading.value, reading.problems) == (value, (problem,))


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("Tayang: 7 Mei 2019 06:42", "2019-05-07T06:42:00+07:00", "published"),
        ("Terbit 7 Mei 2019", "2019-05-07", "published"),
        ("Published on May 7, 2019", "2019-05-07", "published"),
        ("Dipublikasikan pada hari Selasa, 7 Mei 2019", "2019-05-07", "published"),
        ("Diperbarui 7 Mei 2019", "2019-05-07", "modified"),
        ("Update: 7 Mei 2019", "2019-05-07", "modified"),
        ("Terbit: 7 Mei 2019 06:42 | Diperbarui: 8 Mei 2019 07:00", "2019-05-07T06:42:00+07:00", "published"),
        ("Diperbarui: 8 Mei 2019 | Terbit: 7 Mei 2019", "2019-05-07", "published"),
        (
            "Selasa, 7 Mei 2019 06:42 WIB | Update: Rabu, 8 Mei 2019 08:00 WIB",
            "2019-05-07T06:42:00+07:00",
            None,
        ),
        ("7 Mei 2019, 06:42 WIBDiperbarui 8 Mei 2019", "2019-05-07T06:42:00+07:00", None),
        ("Suara.com - 7 Mei 2019", "2019-05-07", None),
        ("Diterbitkan pertama kali 7 Mei 2019", "2019-05-07", "published"),
        ("Publication date: May 7, 2019", "2019-05-07", "published"),
        ("Diposting oleh Wira Teluk pada 7 Mei 2019", "2019-05-07", "published"),
        ("Posted by Wira Teluk on 7 May 2019", "2019-05-07", "published"),
        ("Perubahan terakhir: 7 Mei 2019", "2019-05-07", "modified"),
        ("Dikoreksi 7 Mei 2019", "2019-05-07", "modified"),
        ("Sunting terakhir: 7 Mei 2019", "2019-05-07", "modified"),
        ("Disunting oleh Wira Teluk, 7 Mei 2019", "2019-05-07", None),
    ],
)
def test_labels_give_the_role_and_publication_wins(text: str, value: str, role: str | None) -> None:
    reading = read(text)
    assert (reading.value, reading.role, reading.problems) == (value, role, ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Terbit: 12/9/2023 14.05 WIB | Diperbarui: 13/9/2023 09.00 WIB", "2023-09-13T09:00:00+07:00"),
        ("Diperbarui 13/9/2023 09.00 WIB, tayang 12/9/2023 14.05 WIB", "2023-09-13T09:00:00+07:00"),
        ("Update: 2 jam lalu", "2023-09-13T10:00:00+07:00"),
        ("Terbit: 12/9/2023 14.05 WIB", None),
        ("12/9/2023 14.05 WIB | 13/9/2023 09.00 WIB", None),
        ("2 jam lalu", None),
        ("Diperbarui 31/2/2023 09.00 WIB", None),
    ],
)
def test_an_update_is_read_by_its_label_alone(text: str, value: str | None) -> None:
    reading = parse_date(text, role="modified", reference="2023-09-13T12:00:00+07:00")
    assert (reading.value if reading else None) == value


@pytest.mark.parametrize(
    "text",
    [
        "Suara.com - {}", ", Jurnalis-{}", "- {}", "Rina Kartika | {}", "Jakarta, {}", "{} | 2.318 Views",
        "Oleh Redaksi - {} | Dibaca 120 kali", "{} | 14 Komentar", "Waktu baca 3 menit | {}", "{}_x0000_", "({})",
    ],
)  # fmt: skip
def test_what_stands_around_a_date_does_no_harm(text: str) -> None:
    reading = read(text.format("Selasa, 7 Mei 2019 06:42 WIB"))
    assert (reading.value, reading.problems) == ("2019-05-07T06:42:00+07:00", ())


@pytest.mark.parametrize(
    "text",
    [
        "Minggu, 7 Juli 2024 / 1 Muharram 1446 H",
        "Minggu, 1 Muharram 1446 H / 7 Juli 2024",
        "1 Muharram 1446 H | 7 Juli 2024 M",
    ],
)
def test_of_two_calendars_the_gregorian_is_read(text: str) -> None:
    assert (read(text).value, read(text).problems) == ("2024-07-07", ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("baru saja", "2024-05-20T12:00:00+07:00"),
        ("sejam lalu", "2024-05-20T11:00:00+07:00"),
        ("3 jam yang lalu", "2024-05-20T09:00:00+07:00"),
        ("dua jam lalu", "2024-05-20T10:00:00+07:00"),
        ("1 jam 20 menit lalu", "2024-05-20T10:40:00+07:00"),
        ("45 detik lalu", "2024-05-20T11:59:15+07:00"),
        ("Rina Kartika | 5 menit lalu", "2024-05-20T11:55:00+07:00"),
        ("setengah jam yang lalu", "2024-05-20T11:30:00+07:00"),
        ("beberapa detik yang lalu", "2024-05-20T12:00:00+07:00"),
        ("2 jam, 20 menit yang lalu", "2024-05-20T09:40:00+07:00"),
        ("lima belas menit lalu", "2024-05-20T11:45:00+07:00"),
        ("5 min ago", "2024-05-20T11:55:00+07:00"),
        ("sekitar 3 jam lalu", "2024-05-20T09:00:00+07:00"),
        ("\u00b1 3 jam lalu", "2024-05-20T09:00:00+07:00"),
        ("tadi pagi 07:30", "2024-05-20T07:30:00+07:00"),
        ("tadi malam", "2024-05-19"),
        ("pagi ini", "2024-05-20"),
        ("Senin, May 20", "2024-05-20"),
        ("3 hari lalu", "2024-05-17"),
        ("2 minggu lalu", "2024-05-06"),
        ("3 hr lalu", "2024-05-17"),
        ("3 hr ago", "2024-05-20T09:00:00+07:00"),
        ("5 mnt lalu", "2024-05-20T11:55:00+07:00"),
        ("2 jm lalu", "2024-05-20T10:00:00+07:00"),
        ("0 menit lalu", "2024-05-20T12:00:00+07:00"),
        ("Nasional 3 jam lalu", "2024-05-20T09:00:00+07:00"),
        ("Jawa Tengah 15 menit yang lalu", "2024-05-20T11:45:00+07:00"),
        ("tirto.id 3 hari lalu", "2024-05-17"),
        ("Nasional kemarin, 14:05", "2024-05-19T14:05:00+07:00"),
        ("kemarin", "2024-05-19"),
        ("Kemarin, 14:05", "2024-05-19T14:05:00+07:00"),
        ("hari ini 08.15 WITA", "2024-05-20T08:15:00+08:00"),
        ("Minggu (19/5)", "2024-05-19"),
        ("(19/5)", "2024-05-19"),
        ("21 Mei", "2023-05-21"),
        ("Kamis, 28 Desember 09:15 WIB", "2023-12-28T09:15:00+07:00"),
    ],
)
def test_what_needs_a_reference(text: str, value: str) -> None:
    assert read(text, NOON).value == value
    assert parse_date(text) is None


def test_the_reference_is_seen_from_the_portals_zone() -> None:
    late = datetime(2024, 5, 20, 20, 0, tzinfo=UTC)  # already the 21st in Jakarta
    reading = parse_date("kemarin", reference=late)
    assert reading is not None
    assert reading.value == "2024-05-20"


def test_a_reference_without_a_zone_is_of_the_portals_clock() -> None:
    reading = parse_date("3 jam lalu", reference="2024-05-20T12:00:00", timezone="Asia/Jayapura")
    assert reading.value == "2024-05-20T09:00:00+09:00"


@pytest.mark.parametrize(("zone", "known"), [("gmt+14", True), ("gmt+15", False), ("-14:30", False)])
def test_no_place_is_farther_from_greenwich_than_fourteen_hours(zone: str, known: bool) -> None:
    assert (printed_zone(zone) is not None) is known


def test_a_reference_day_cannot_tell_hours() -> None:
    assert parse_date("3 jam lalu", reference="2024-05-20") is None
    assert read("kemarin", "2024-05-20").value == "2024-05-19"


def test_months_ago_name_no_day() -> None:
    assert read("2 bulan lalu", NOON).problems == ("approximate",)


@pytest.mark.parametrize(
    "text",
    [
        "", "Mei", "Selasa", "7", "2019", "Mei 2019", "1699999999", "1699999999000", "20190507", "06:42 WIB",
        "7/5", "1/2", "2-1", "0812-3456-7890", "Rp12.500.000", "Pasal 7 ayat 5 tahun 2019", "Piala Dunia 2022",
        "7 orang 2019", "12 10 2019 wib", "3 jam", "Gempa kemarin siang mengguncang kota", "1 Muharram 1446 H",
        "2019-05-07T06-42-09Z", "99/99/9999", "Mei 13", "September 13 14:05",
        "5 min read", "3 jam lagi", "RT 13/RW 09",
        "Halaman 12-13", "4-3-3", "QS 2:183", "13/PUU-XXI/2023", "Skor 7-6 (7-4)", "+62 812 3456 7890", "IP 13.9.20.23",
        "Pelaku ditangkap 3 jam lalu", "Sejak 3 hari lalu", "Kisah 3 tahun lalu", "Nasional kemarin",
        "Diperbarui Wira 3 jam lalu", "Nasional 3 jam", "021-12-11-2023",
        "7 Mei 2019 " + "x" * 400,
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text, reference=NOON) is None


def test_a_form_beyond_the_grammar_is_left_to_the_fallback_and_flagged() -> None:
    reading = read("7 Ogos 2019 06:42")  # Malay
    assert (reading.value, reading.problems) == ("2019-08-07T06:42:00+07:00", ("date_fallback",))
    assert read("7 Ogos 2019").value == "2019-08-07"
    assert parse_date("7 Ogos 2019", fallback=False) is None
    assert read("2019 Mei 7").problems == ("date_fallback",)


def test_the_grammar_runs_without_dateparser() -> None:
    program = (
        "import sys; from newsbot.language.dates import parse_date; parse_date('7 Mei 2019');"
        "print('dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_unknown_zones_and_bad_references_are_programmer_errors() -> None:
    with pytest.raises(ValueError, match="Mars/Phobos"):
        parse_date("7 Mei 2019", timezone="Mars/Phobos")
    with pytest.raises(ValueError, match="soon"):
        parse_date("7 Mei 2019", reference="soon")
    with pytest.raises(ValueError, match="XYZ"):
        zone_of("XYZ")


@pytest.mark.parametrize(
    "unit", ["7 ", "7/", "1-", "Rabu ", "12:", "7 Mei ", "(", "1 Muharram 1446 H ", "sejam ", "tayang:"]
)
def test_hostile_repetition_is_read_in_a_moment(unit: str) -> None:
    begin = time.perf_counter()
    for length in (290, 3000, 100_000):
        parse_date((unit * length)[:length], reference=NOON)
    assert time.perf_counter() - begin < 1


def run(*arguments: str, lines: str | None = None) -> list[dict[str, object]]:
    """The objects that ``newsbot dates --json`` prints."""
    result = CliRunner().invoke(command, [*arguments, "--json"], input=lines)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_command_prints_one_object_a_line() -> None:
    rows = run("-", "--reference", NOON, lines="Rabu (7/5/2019)\n\nMei\n")
    assert rows == [
        {"text": "Rabu (7/5/2019)", "value": "2019-05-07", "precision": "day", "zone_source": None, "role": None,
         "problems": ["weekday_mismatch"], "rule": "figures"},
        *({"text": text, "value": None, "precision": None, "zone_source": None, "role": None,
           "problems": ["unread"], "rule": None} for text in ("", "Mei")),
    ]  # fmt: skip


def test_the_table_shows_every_text_and_no_control_character() -> None:
    result = CliRunner().invoke(command, ["7 Mei 2019", "\x1b[2J[red]7 Mei 2020"])
    assert result.exit_code == 0
    assert "2019-05-07" in result.stdout
    assert "[red]" in result.stdout
    assert "\x1b[2J" not in result.stdout


@pytest.mark.parametrize("option", [["--timezone", "Mars/Phobos"], ["--reference", "soon"]])
def test_a_wrong_option_is_wrong_usage(option: list[str]) -> None:
    result = CliRunner().invoke(command, ["7 Mei 2019", *option])
    assert result.exit_code == 2
    assert option[1] in result.stderr


def shared_rows(name: str) -> list[dict[str, str]]:
    """The rows of a shared table, or a skip where the folder is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the shared table {name} is not beside this checkout")
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_published_date_of_2025() -> None:
    rows = shared_rows("published_dates.tsv")
    wrong = [row for row in rows if getattr(parse_date(row["printed"]), "value", None) != row["expected"]]
    assert not wrong


def test_every_hard_date() -> None:
    wrong = []
    for row in shared_rows("hard_dates.tsv"):
        reading = parse_date(row["text"], reference=row["reference"] or None)
        value = reading.value if reading else None
        shown = re.sub(r"(T\d\d:\d\d):00", r"\1", value) if value else "-"
        flag = "!" if reading and value and reading.problems else ""
        if shown + flag != row["expected"]:
            wrong.append((row, reading))
    assert not wrong


def test_invisible_character_inside_a_word_is_none():
    reading = parse_date("Rabu, 13 Sep\u00adtember 2023")
    assert reading is not None
    assert reading.value == "2023-09-13"


@pytest.mark.parametrize("text", ["Rp13.9.2023", "Rp 1-2-2023", "Rp. 1/2/2023"])
def test_money_is_no_date(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sel, 06/30/2015 - 11:28", "2015-06-30T11:28:00+07:00"),
        ("Sen, 07/06/2015 - 11:28", "2015-07-06T11:28:00+07:00"),
    ],
    ids=["no such day with the day first", "another weekday with the day first"],
)
def test_a_weekday_tells_that_the_month_stands_first(text: str, value: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert (found.value, found.problems) == (value, ("ambiguous",))


def test_without_its_weekday_s_word_the_day_stands_first() -> None:
    for text, value in (
        ("05/13/2023", None),
        ("Sel, 05/12/2023", "2023-12-05"),
        ("Senin (13/9/2023)", "2023-09-13"),
    ):
        found = parse_date(text, fallback=False)
        assert (found.value if found else None) == value


def test_a_second_date_glued_to_the_first_leaves_that_whole():
    reading = parse_date("2 September 20193 September 2019", fallback=False)
    assert (reading.value, reading.rule) == ("2019-09-02", "day_month_year")


def test_a_label_stands_before_the_time_that_stands_before_its_date() -> None:
    assert read("Updated 4:11 PM, October 23, 2017").role == "modified"
    both = "Published 2:05 PM, October 23, 2017 Updated 4:11 PM, October 24, 2017"
    assert read(both).value == "2017-10-23T14:05:00+07:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4/12/2022 08:00:00 PM", "2022-04-12T20:00:00+07:00"),
        ("4/12/2022 20:00:00", "2022-12-04T20:00:00+07:00"),
        ("4/12/2022 8:00 PM", "2022-12-04T20:00:00+07:00"),
        ("22/4/2022 08:00:00 PM", "2022-04-22T20:00:00+07:00"),
    ],
)
def test_the_month_comes_first_where_a_program_prints_an_english_time(text: str, value: str) -> None:
    assert read(text).value == value
