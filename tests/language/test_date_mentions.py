"""Where dates stand in running text, and what they mean beside the publication date."""

from __future__ import annotations

import time
from typing import SupportsIndex

import pytest

from newsbot.language.dates import DateMention, find_mentions
from newsbot.language.dates._cues import hits
from newsbot.language.dates._mentions import _Scan

MONDAY = "2024-05-20T12:00:00+07:00"


def days(body: str, reference: str | None = MONDAY) -> list[tuple[str, str | None]]:
    """The texts and days of all mentions."""
    return [(mention.text, mention.date) for mention in find_mentions(body, reference)]


def only(body: str, reference: str | None = MONDAY) -> DateMention:
    """The one mention of a body."""
    (mention,) = find_mentions(body, reference)
    return mention


@pytest.mark.parametrize(
    ("body", "text", "day"),
    [
        ("kata Rina, Selasa (7/5/2019).", "Selasa (7/5/2019)", "2019-05-07"),
        ("kata Rina, Selasa, (7/5/2019).", "Selasa, (7/5/2019)", "2019-05-07"),
        ("pada Jum\u2019at (3/5/2019) malam", "Jum\u2019at (3/5/2019)", "2019-05-03"),
        ("pada Selasa,\u00a07\u00a0Mei\u00a02019.", "Selasa,\u00a07\u00a0Mei\u00a02019", "2019-05-07"),
        ("pada Minggu 5 Mei 2019 di Bali", "Minggu 5 Mei 2019", "2019-05-05"),
        ("lahir 17 Nopember 1970.", "17 Nopember 1970", "1970-11-17"),
        ("Selasa (7/5/19)", "Selasa (7/5/19)", "2019-05-07"),
        ("per 2019-05-07 tercatat", "2019-05-07", "2019-05-07"),
        ("on Tuesday, May 7, 2019, in Solo", "Tuesday, May 7, 2019", "2019-05-07"),
        ("(May 7, 2019)", "May 7, 2019", "2019-05-07"),
        ("by 7 May 2019.", "7 May 2019", "2019-05-07"),
        ("dua minggu, 7 Mei 2019", "7 Mei 2019", "2019-05-07"),
        ("Selasa [7/5/2019]", "Selasa [7/5/2019]", "2019-05-07"),
        ("on the 7th of May 2019", "7th of May 2019", "2019-05-07"),
        (
            "hari Selasa tanggal 7 bulan Mei tahun 2019",
            "Selasa tanggal 7 bulan Mei tahun 2019",
            "2019-05-07",
        ),
    ],
)
def test_whole_dates_need_no_reference(body: str, text: str, day: str) -> None:
    mention = only(body, None)
    assert (mention.text, mention.date, mention.relative_to) == (text, day, None)
    assert mention.weekday_ok is not False


def test_offsets_are_exact_whatever_stands_before() -> None:
    body = "\u0130\u2019\U0001f600 \u201cya\u201d \u2014 Kamis (16/5) dan Jum\u2019at (17/5)\u2026"
    found = find_mentions(body, MONDAY)
    assert [body[m.start : m.end] for m in found] == [m.text for m in found]
    assert [m.text for m in found] == ["Kamis (16/5)", "Jum\u2019at (17/5)"]


def test_a_contradicting_weekday_is_kept_and_said() -> None:
    assert only("Rabu (7/5/2019)").weekday_ok is False
    assert only("Selasa (7/5/2019)").weekday_ok is True
    assert only("7 Mei 2019").weekday_ok is None


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("Kamis (16/5).", "2024-05-16"),
        ("Kamis (23/5) akan datang.", "2024-05-23"),
        ("pada 5 November.", "2024-11-05"),
        ("pada 5 Desember.", "2023-12-05"),
        ("pada 29 Oktober mendatang.", "2024-10-29"),
        ("pada 29 Juni lalu.", "2023-06-29"),
        ("Minggu (31/12)", "2023-12-31"),
    ],
)
def test_missing_years_come_from_the_reference(body: str, day: str) -> None:
    mention = only(body)
    assert (mention.date, mention.relative_to) == (day, "2024-05-20")
    assert only(body, None).date is None


@pytest.mark.parametrize(
    ("body", "text", "day"),
    [
        ("pada Rabu di Solo", "Rabu", "2024-05-15"),
        ("di Jakarta, Senin.", "Senin", "2024-05-20"),
        ("pada hari Sabtu malam, kata dia", "Sabtu malam", "2024-05-18"),
        ("Senin lalu ia datang", "Senin lalu", "2024-05-13"),
        ("Rapat digelar Kamis depan", "Kamis depan", "2024-05-23"),
        ("Rapat digelar Kamis pekan depan", "Kamis pekan depan", "2024-05-30"),
        ("Rapat digelar Senin pekan depan", "Senin pekan depan", "2024-05-27"),
        ("Rapat digelar Jumat pekan ini", "Jumat pekan ini", "2024-05-24"),
        ("Rapat digelar Sabtu pekan lalu", "Sabtu pekan lalu", "2024-05-18"),
        ("Rapat digelar Senin minggu lalu", "Senin minggu lalu", "2024-05-13"),
        ("kata dia kepada Kabar Contoh,\nMinggu.", "Minggu", "2024-05-19"),
        ("kata dia kepada Kabar Contoh\n, Minggu.", "Minggu", "2024-05-19"),
        ("Esok hari cerah.", "Esok hari", "2024-05-21"),
        ("Warga berkumpul (17/5).", "17/5", "2024-05-17"),
        ("Rapat akan digelar pada Kamis di Bali", "Kamis", "2024-05-23"),
        ("Ia pergi kemarin.", "kemarin", "2024-05-19"),
        ("Hari ini hujan.", "Hari ini", "2024-05-20"),
        ("Besok cerah.", "Besok", "2024-05-21"),
        ("Nanti babak delapan besar, pada hari Kamis di Solo", "Kamis", "2024-05-23"),
        ("Polisi datang Senin siang tadi.", "Senin siang tadi", "2024-05-20"),
        ("Polisi datang Sabtu siang tadi.", "Sabtu siang tadi", "2024-05-18"),
        ("Laga digelar Senin malam nanti.", "Senin malam nanti", "2024-05-20"),
        ("Laga digelar Rabu malam nanti.", "Rabu malam nanti", "2024-05-22"),
        ("Ia datang pada Minggu tadi malam.", "Minggu tadi malam", "2024-05-19"),
        ("khotbah Senin hari ini", "Senin hari ini", "2024-05-20"),
        ("Kebakaran tadi pagi padam.", "tadi pagi", "2024-05-20"),
        ("Hingga siang ini, warga menunggu.", "siang ini", "2024-05-20"),
        ("Piala Contoh 2024 malam ini", "malam ini", "2024-05-20"),
        ("Rapat nanti malam", "nanti malam", "2024-05-20"),
        ("padam malam tadi", "malam tadi", "2024-05-19"),
        ("kunjungan (Wira) kemarin", "kemarin", "2024-05-19"),
    ],
)
def test_words_count_from_the_reference(body: str, text: str, day: str) -> None:
    mention = only(body)
    assert (mention.text, mention.date, mention.relative_to) == (text, day, "2024-05-20")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("pada 10-12 Mei 2024", [("10", "2024-05-10"), ("12 Mei 2024", "2024-05-12")]),
        ("pada 30 mei \u2013 1 Juni 2024", [("30 mei", "2024-05-30"), ("1 Juni 2024", "2024-06-01")]),
        (
            "28 Desember hingga 3 Januari 2024",
            [("28 Desember", "2023-12-28"), ("3 Januari 2024", "2024-01-03")],
        ),
        ("7 s.d. 9 Mei 2024", [("7", "2024-05-07"), ("9 Mei 2024", "2024-05-09")]),
        ("Selasa-Kamis (30/4-2/5/2024)", [("30/4", "2024-04-30"), ("2/5/2024", "2024-05-02")]),
        (
            "tanggal 7, 8, dan 9 Mei 2024",
            [("7", "2024-05-07"), ("8", "2024-05-08"), ("9 Mei 2024", "2024-05-09")],
        ),
        ("May 7-9, 2024", [("May 7", "2024-05-07"), ("9, 2024", "2024-05-09")]),
        ("Sabtu-Minggu (18-19/5/2024)", [("18", "2024-05-18"), ("19/5/2024", "2024-05-19")]),
    ],
)
def test_a_range_is_two_mentions(body: str, expected: list[tuple[str, str]]) -> None:
    assert days(body) == expected


def test_a_time_belongs_to_the_mention() -> None:
    mention = only("Selasa (7/5/2019) sekitar pukul 09.15 WIB di rumahnya")
    assert (mention.text, mention.precision) == ("Selasa (7/5/2019) sekitar pukul 09.15 WIB", "minute")
    assert only("Selasa (7/5/2019). 12.30 orang").precision == "day"


@pytest.mark.parametrize(
    "body",
    [
        "menang 2-1 dan 3/4 gelas gula, 1/2 sendok", "Rp14.500 per kilogram, naik 2,5 persen",
        "minggu ini dan tiga minggu lalu", "selama seminggu kemarin",
        "di Pasar Minggu dan Jalan Sabtu", "setiap Senin dan Kamis, tiap hari Jumat", "buka Senin-Jumat pukul 08.00",
        "Mei dan Maret nanti", "pada 12 mei", "Jalan 17 Agustus nomor 3", "bagian (1/2)", "skor (2/1)", "dua hari ini",
        "17 Agustus '45", "lahir 5, 6 atau 7 kali", "Mario Maret, 12 tahun",
        "digelar pada hari Jumat dan Sabtu malam, serta hari Minggu pagi", "khotbah Jumat dibacakan",
        "pada April 15 orang datang", "di bulan November 20 kapal tiba", "mobil March 1.2 liter", "may 5",
        "ijazah yang kemarin ditahan", "5 hari ini", "tahun 2023 kemarin", "suatu hari nanti",
        "Senin sampai Jumat", "hari Rabu Abu", "tahun kemarin", "beberapa hari ini", "nomor 0812-3456-7890",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date(body: str) -> None:
    assert days(body) == []


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("opened June 3 in Solo", "2024-06-03"),
        ("on Sept. 13 he left", "2024-09-13"),
        ("since April 15 it rains", "2024-04-15"),
        ("until April 15th", "2024-04-15"),
        ("on May 5 he left", "2024-05-05"),
        ("by 3 March he left", "2024-03-03"),
        ("Monday, April 15", "2024-04-15"),
    ],
)
def test_english_dates_without_a_year_need_a_sign_of_english(body: str, day: str) -> None:
    mention = only(body)
    assert (mention.date, mention.relative_to) == (day, "2024-05-20")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hari ini, Sabtu 18 Mei 2024,", [("Hari ini", "2024-05-18"), ("Sabtu 18 Mei 2024", "2024-05-18")]),
        ("kemarin (17/5/2024)", [("kemarin", "2024-05-17"), ("17/5/2024", "2024-05-17")]),
        ("Januari lalu, kemarin (12/2)", [("kemarin", "2024-02-12"), ("12/2", "2024-02-12")]),
        ("besok, Rabu (22/5),", [("besok", "2024-05-22"), ("Rabu (22/5)", "2024-05-22")]),
        # a date that contradicts itself says nothing about "hari ini"
        ("hari ini, Senin (19/5/2024)", [("hari ini", "2024-05-20"), ("Senin (19/5/2024)", "2024-05-19")]),
    ],
)
def test_a_date_behind_the_word_says_which_day_it_is(body: str, expected: list[tuple[str, str]]) -> None:
    assert days(body) == expected


def test_an_impossible_day_is_listed_without_a_date() -> None:
    assert days("pada 30 Februari 2024") == [("30 Februari 2024", None)]


def test_kemarin_after_a_date_is_no_second_date() -> None:
    assert days("Jumat (17/5) kemarin") == [("Jumat (17/5)", "2024-05-17")]


@pytest.mark.parametrize(
    "unit", ["Rabu ", "7/", "7 Mei ", "10-", "Rabu, ", "akan pada Rabu ", "kemarin ", "1 Muharram 1446 H "]
)
def test_hostile_repetition_costs_linear_time(unit: str) -> None:
    begin = time.perf_counter()
    find_mentions((unit * 100_000)[:100_000], MONDAY)
    assert time.perf_counter() - begin < 10


class Watched(str):
    """A text that knows the longest part of itself that was asked for."""

    __slots__ = ("longest",)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        self.longest = max(self.longest, len(part))
        return part


def test_a_date_is_not_looked_at_beside_all_the_text_since_the_last_one() -> None:
    """Where few of many hits are dates, that is the square of the text."""
    text = Watched("rabu (13/9/2023) dan " + "1/2 kg pada 12.30, " * 500)
    text.longest = 0
    scan = _Scan(text, text, None)
    assert not any(scan.at(match.start(), 17) for match in hits().finditer(text, 17))
    assert text.longest < 200
