"""Every form of every day reads back; no text at all raises."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.language.dates import find_mentions, parse_date, parse_machine

WORDS = tomllib.loads(files("newsbot.lexicon").joinpath("data", "calendar.toml").read_text("utf-8"))
ZONES = {"GMT+7": 420, "+08:00": 480, "+0900": 540, "UTC": 0, **WORDS["zones"]}
PASARAN_OF_1945_08_17 = datetime(1945, 8, 17)  # noqa: DTZ001  a Jumat Legi
MOMENTS = st.datetimes(min_value=datetime(1995, 1, 1), max_value=datetime(2068, 12, 31))  # noqa: DTZ001
CASES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from((str.strip, str.upper, str.lower, str.title))
GAPS = st.sampled_from(
    (
        " ",
        ", ",
        " | ",
        " - ",
        " \u2013 ",
        " / ",
        " \u2022 ",
        ",",
        "  ",
        "\u00a0",
        "-  ",
        " |",
        " \u2014 ",
        " \u00b7 ",
        "; ",
        " (",
        " \U0001f552 ",
        "_",
        "|",
        " - pada ",
    )
)
CLOCKS = st.sampled_from(
    ("%H:%M", "%H.%M", "%H:%M:%S", "%H.%M.%S", "pukul %H.%M", "pkl %H:%M", "Pkl. %H.%M", "%I:%M %p", "%I.%M%p",
     "jam %H:%M", "Pukul : %H:%M")
)  # fmt: skip
LABELS = st.sampled_from(
    ("", "Tayang: ", "Terbit ", "Diperbarui ", "Suara.com - ", "- ", ", Jurnalis-", "Rina | ", "Update terakhir: ",
     "Posted by Rina on ", "Hari/Tanggal: ", "Diterbitkan pada ", "Jakarta, ", "(", "Rina Kartika \u2022 ",
     "Terakhir diubah: ")
)  # fmt: skip
TAILS = st.sampled_from(
    (
        "",
        " | 1.229 Views",
        "_x0000_",
        " | Dibaca 12 kali",
        ")",
        "\n",
        " - 3 menit baca",
        ". Oleh: Rina",
        " | Nasional",
    )
)
HOSTILE = st.lists(
    st.sampled_from(
        ["Rabu", "Jum'at", " ", "7", "31", "2019", "/", "-", ".", ":", "(", ")", "Mei", "Maret", "WIB", "lalu",
         "kemarin", "jam", "T", "Z", "+07:00", "Kliwon", "Muharram", "H", "Tayang:", "24.00", "\u00a0", "\u0130",
         "June ", "Sept. ", "May 7-9, ", "on ", "tadi", "malam ", "Pon", "1st", "serta", "nanti",
         "hari ini, ", " s.d. ", "setengah ", "30/8-2/9/", "oleh ", "_", "\U0001f552",
         "\u0663", "\u200b", "\n", "\ud800", "sejam", "999", "hari ini", "akan",
         "9999-12-31", "0001-01-01"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), HOSTILE)
REFERENCES = st.sampled_from((None, "2024-05-20T12:00:00+07:00", "2024-02-29", "0001-01-01", "9999-12-31"))


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, datetime, bool]:
    """A printed date, the moment it means, and whether seconds stand in it."""
    moment = draw(MOMENTS)
    gap, case, clock = draw(GAPS), draw(CASES), draw(CLOCKS)
    zone = draw(st.sampled_from(sorted(ZONES)))
    weekday = draw(st.sampled_from(["", *WORDS["weekdays"][str(moment.weekday())]]))
    month = draw(st.sampled_from(WORDS["months"][str(moment.month)]))
    core = draw(
        st.sampled_from(
            (
                f"{moment.day} {month} {moment.year}",
                f"{moment.day:02} {month} {moment.year}",
                f"{moment.day}-{month}-{moment.year}",
                f"{month} {moment.day}, {moment.year}",
                f"{moment.day} {month}. {moment.year}",
                f"{moment.day} {month}, {moment.year}",
                f"{month}. {moment.day}, {moment.year}",
                f"({moment.day}/{moment.month}/{moment.year})",
                f"{moment:%d.%m.%Y}",
                f"{moment:%Y/%m/%d}",
                f"{moment:%d/%m/%Y}",
                f"{moment.day}/{moment.month}/{moment.year}",
                f"{moment:%d-%m-%Y}",
                f"{moment:%Y-%m-%d}",
            )
        )
    )
    if weekday:
        number = str((moment - PASARAN_OF_1945_08_17).days % 5)
        weekday += draw(st.sampled_from(["", *(f" {name}" for name in WORDS["pasaran"][number])]))
    head = f"{weekday}{draw(st.sampled_from((', ', ' ', '/', ',')))}" if weekday else ""
    written = case(f"{head}{core}{gap}{moment.strftime(clock)} {zone}")
    expected = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=ZONES[zone])))
    seconds = "%S" in clock
    return draw(LABELS) + written + draw(TAILS), expected if seconds else expected.replace(second=0), seconds


@settings(max_examples=600, deadline=None)
@given(printed())
def test_every_printed_form_reads_back(case: tuple[str, datetime, bool]) -> None:
    text, expected, seconds = case
    reading = parse_date(text, fallback=False)
    assert reading is not None
    assert (reading.value, reading.problems, reading.notes) == (expected.isoformat(), (), ())
    assert reading.precision == ("second" if seconds else "minute")
    assert reading.zone_source == "printed"


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.integers(1, 45), st.data())
def test_every_range_begins_with_its_first_day(moment: datetime, length: int, data: st.DataObject) -> None:
    first, last = moment, moment + timedelta(days=length)
    months = [data.draw(st.sampled_from(WORDS["months"][str(at.month)])) for at in (first, last)]
    joint = data.draw(
        st.sampled_from(("-", " - ", " \u2013 ", *(f" {word} " for word in WORDS["joints"]["words"])))
    )
    forms = [f"{first.day} {months[0]} {first.year}{joint}{last.day} {months[1]} {last.year}"]
    if last.year == first.year or last.month < first.month:
        forms.append(f"{first.day} {months[0]}{joint}{last.day} {months[1]} {last.year}")
        if "-" in joint or "\u2013" in joint:
            forms.append(f"{first.day}/{first.month}-{last.day}/{last.month}/{last.year}")
    if (first.year, first.month) == (last.year, last.month):
        forms.append(f"{first.day}{joint}{last.day} {months[1]} {last.year}")
    reading = parse_date(data.draw(st.sampled_from(forms)), fallback=False)
    assert reading is not None
    assert (reading.value, reading.problems) == (first.date().isoformat(), ("date_range",))


@settings(max_examples=300, deadline=None)
@given(TEXTS, REFERENCES, st.booleans())
def test_no_text_raises(text: str, reference: str | None, fallback: bool) -> None:
    reading = parse_date(text, reference=reference, fallback=fallback)
    assert reading is None or reading.value is not None or reading.problems
    if reading is not None and reading.value is not None:
        datetime.fromisoformat(reading.value)
        assert (reading.precision == "day") == (len(reading.value) == len("2019-05-07"))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_machine_text_raises(text: str) -> None:
    reading = parse_machine(text)
    assert reading is None or reading.local.tzinfo is None


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.sampled_from(("", "Z", "+07:00", "+0800")))
def test_iso_reads_back(moment: datetime, zone: str) -> None:
    moment = moment.replace(microsecond=0)
    reading = parse_machine(moment.isoformat() + zone)
    assert reading is not None
    assert reading.local == moment
    assert reading.defects == (() if zone else ("no_zone",))


@settings(max_examples=400, deadline=None)
@given(TEXTS, REFERENCES)
def test_mentions_are_slices_in_order(body: str, reference: str | None) -> None:
    end = 0
    for mention in find_mentions(body, reference):
        assert mention.start >= end
        assert mention.text == body[mention.start : mention.end] != ""
        end = mention.end
        json.dumps(mention.date)


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.data())
def test_every_body_form_is_found(moment: datetime, data: st.DataObject) -> None:
    weekday = data.draw(st.sampled_from(WORDS["body_weekdays"][str(moment.weekday())])).capitalize()
    month = data.draw(st.sampled_from(WORDS["body_months"][str(moment.month)])).capitalize()
    text = data.draw(
        st.sampled_from(
            (
                f"{weekday} ({moment.day}/{moment.month}/{moment.year})",
                f"{weekday} ({moment:%d/%m/%Y})",
                f"{weekday}, {moment.day} {month} {moment.year}",
                f"{moment.day} {month} {moment.year}",
                f"{weekday} ({moment.day}/{moment.month})",
                f"{moment.day} {month}",
            )
        )
    )
    (mention,) = find_mentions(f"Warga kota itu, {text}, berkumpul.", moment.isoformat())
    assert (mention.text, mention.date) == (text, moment.date().isoformat())
    assert mention.weekday_ok is not False


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.data())
def test_every_english_body_form_is_found(moment: datetime, data: st.DataObject) -> None:
    names = {**WORDS["body_months_shared"], **WORDS["body_months_english"]}
    month = data.draw(st.sampled_from(names[str(moment.month)])).capitalize()
    (weekday,) = WORDS["body_weekdays_english"][str(moment.weekday())]
    text = data.draw(
        st.sampled_from(
            (
                f"{weekday.capitalize()}, {month} {moment.day}, {moment.year}",
                f"{month} {moment.day}, {moment.year}",
                f"{month}. {moment.day}, {moment.year}",
                f"{month} {moment.day}",
                f"{month}. {moment.day}",
            )
        )
    )
    (mention,) = find_mentions(f"People gathered on {text} at the harbour.", moment.isoformat())
    assert (mention.text, mention.date) == (text, moment.date().isoformat())
    assert mention.weekday_ok is not False


@settings(max_examples=200, deadline=None)
@given(
    MOMENTS, st.sampled_from(sorted(word for words in WORDS["body_relative_days"].values() for word in words))
)
def test_every_relative_word_is_found(moment: datetime, word: str) -> None:
    (days,) = (int(number) for number, words in WORDS["body_relative_days"].items() if word in words)
    (mention,) = find_mentions(f"Warga berkumpul {word}, kata dia.", moment.isoformat())
    assert (mention.text, mention.date) == (word, (moment + timedelta(days=days)).date().isoformat())
