"""The date line that is the article's own, by its place on the page."""

import pytest

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.date_line import note_date_line, note_named_date, note_update_line
from newsbot.language.dates import parse_date
from tests.invented import STORY, page

HEAD = "<h1>Panen Garam di Teluk Biru Naik</h1>"
ISI = f"<div class='isi'>{STORY}</div>"
DAY = "Rabu, 13 September 2023"
DATE = f"{DAY} 14:05 WIB"
CARD = (
    "<div><small>Sabtu, 16 September 2023 09:43</small><a href='/x/1'>Jembatan Gantung Rusak Parah</a></div>"
)


def noted(markup, *, named=False):
    parsed = page(f"<html><body>{markup}</body></html>")
    heading, containers = parsed.select("h1")[0], parsed.select(".isi")
    raw = RawArticle()
    area = OwnArea(parsed, (heading, *containers))
    if named:
        note_named_date(raw, parsed, area)
    else:
        note_date_line(raw, heading, area, containers)
    return [candidate.value for candidate in raw.all("visible_date")]


@pytest.mark.parametrize(
    "markup",
    [
        f"{HEAD}<p>{DATE}</p>{ISI}{CARD}",
        f"<p>{DATE}</p>{HEAD}{ISI}{CARD}",
        f"<p>{DATE}</p>{HEAD}{CARD}{ISI}",
        f"{HEAD}{CARD}{ISI}<p>{DATE}</p>",
        f"<p>1 Januari 2020 08:00 WIB</p>{HEAD}<p>{DATE}</p>{ISI}",
        f"{HEAD}<div><span>{DAY}</span><span>14:05 WIB</span></div>{ISI}",
        f"{HEAD}<b>{DAY}</b> <i>14:05 WIB</i>{ISI}",
    ],
)
def test_the_own_date_line_is_taken_wherever_it_stands(markup):
    (found,) = noted(markup)
    assert " ".join(found.replace("202314", "2023 14").split()) == DATE


def test_a_day_near_the_headline_beats_another_days_clock_farther_away():
    assert noted(f"<p>1 Januari 2020 08:00 WIB</p>{HEAD}<p>{DAY}</p>{ISI}") == [DAY]


def test_the_same_days_clock_farther_away_beats_the_day():
    assert noted(f"<p>{DATE}</p>{HEAD}<p>{DAY}</p>{ISI}") == [DATE]


def test_a_date_of_several_inline_elements_is_one():
    markup = f"{HEAD}<div><span>Rabu,</span><span>13</span><span>September</span><span>2023</span></div>{ISI}"
    (found,) = noted(markup)
    assert parse_date(found).value == "2023-09-13"


def test_a_relative_time_is_a_date_line():
    assert noted(f"{HEAD}<span>3 jam yang lalu</span>{ISI}") == ["3 jam yang lalu"]


@pytest.mark.parametrize("named", [False, True])
def test_dates_of_other_stories_are_none(named):
    aside = "<aside><div class=date>Sabtu, 2 September 2023 10:00 WIB</div></aside>"
    assert noted(f"{HEAD}{ISI}{CARD}{aside}", named=named) == []


def test_an_element_named_like_a_date_anywhere_on_the_page():
    assert noted(f"{HEAD}{'<p>x</p>' * 120}<div class=tgl>{DATE}</div>", named=True) == [DATE]


@pytest.mark.parametrize(
    "told",
    [
        "<p>Hasil pengukuran pada 12 Desember 2022 memperlihatkan perubahan yang kecil.</p>",
        '<p>"Kami menghitung ulang," kata Udin, Senin (5/12/2022).</p>',
        "<p>“Habis,” kata Udin, Senin (5/12/2022).</p>",
        "<ul><li>5 Desember 2022: Pompa pertama dipasang</li></ul>",
        "<h3>Kejadian 5 Desember 2022</h3>",
    ],
)
def test_a_day_of_which_the_text_tells_is_no_date_line(told):
    assert noted(f"{HEAD}<div class=isi><p>Tambak garam.</p>{told}{STORY}</div>") == []


def test_the_date_line_may_be_a_short_sentence():
    assert noted(f"{HEAD}<p>Jakarta, 13 September 2023.</p>{ISI}") == ["Jakarta, 13 September 2023."]


UPDATE = "Terakhir Diperbaharui ( Jumat, 15 September 2023 10:02 )"


def updates(below, *, known=None):
    parsed = page(f"<html><body>{HEAD}<p>{DATE}</p>{ISI}{below}</body></html>")
    heading, containers = parsed.select("h1")[0], parsed.select(".isi")
    raw = RawArticle()
    raw.hear("date_modified", known, "structured", "x")
    note_update_line(raw, heading, OwnArea(parsed, (heading, *containers)), containers)
    return [candidate.value for candidate in raw.all("visible_modified")]


def test_a_line_below_the_text_that_is_labelled_as_an_update():
    assert updates(f"<table><tr><td>{UPDATE}</td></tr></table>") == [UPDATE]


def test_an_update_that_machines_are_told_of_is_not_looked_for():
    assert updates(f"<p>{UPDATE}</p>", known="2023-09-15T10:02:00+07:00") == []


def test_the_update_of_another_story_s_card_is_none():
    assert updates(CARD.replace("Sabtu", "Diperbarui Sabtu")) == []


def test_the_day_above_the_menu_is_the_pages_clock():
    menu = "<ul>" + "".join(f"<li><a href='/{n}'>Kanal {n}</a></li>" for n in range(8)) + "</ul>"
    clock, own = "<div>Jumat, 15 September 2023</div>", f"<p>Editor: Wira Teluk - {DATE}</p>"
    assert noted(f"{clock}{menu}{HEAD}{ISI}{own}") == [f"Editor: Wira Teluk - {DATE}"]
    assert noted(f"{clock}{HEAD}{ISI}") == ["Jumat, 15 September 2023"]
