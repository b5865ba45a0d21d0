"""Date line and byline found by position, where no rule of the layout found them."""

import pytest

from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.witnesses.nearby import fill_gaps, printing
from newsbot.pages.page import text_of
from tests.invented import KOMPAS, ONE, STORY, kompas, page, record

TITLE = "Panen Garam di Teluk Biru Naik"


def filled(markup, *, title=TITLE, **known):
    parsed = page(f"<html><body>{markup}</body></html>")
    raw = RawArticle()
    raw.add("headline", title, "layout", "h1")
    for name, value in known.items():
        raw.add(name, value, "layout", "x")
    fill_gaps(parsed, raw, Body(), parsed.select(".isi"))
    return raw


def near(raw, name):
    return [c.value for c in raw.all(name) if c.witness == "printed"]


HEAD = f"<h1>{TITLE}</h1>"
ISI = f"<div class='isi'>{STORY}</div>"
DATE = "Rabu, 13 September 2023 14:05 WIB"


@pytest.mark.parametrize(
    "markup",
    [
        f"{HEAD}<p>{DATE}</p>{ISI}",
        f"<p>{DATE}</p>{HEAD}{ISI}",
        f"{HEAD}<div><span>Ekonomi</span> <span>{DATE}</span></div>{ISI}",
        f"{HEAD}<ul><li>Beranda</li></ul><b>{DATE}</b>{ISI}",
        f"<b>{TITLE}</b><br><i>{DATE}</i>{ISI}",
        f"{HEAD}<p>13 September 2023</p><p>{DATE}</p>{ISI}",
    ],
)
def test_date_line_at_the_headline(markup):
    (found,) = near(filled(markup), "visible_date")
    assert found.endswith(DATE)


def test_day_alone_where_no_clock_is_printed():
    assert near(filled(f"{HEAD}<p>Rabu, 13 September 2023</p>{ISI}"), "visible_date") == [
        "Rabu, 13 September 2023"
    ]


def test_date_that_a_rule_read_is_not_looked_for():
    assert (
        near(filled(f"{HEAD}<p>{DATE}</p>{ISI}", visible_date="13/09/2023 10:00 WIB"), "visible_date") == []
    )


@pytest.mark.parametrize("tag", ["script", "option", "button", "nav"])
def test_date_in_a_control_is_none(tag):
    assert near(filled(f"{HEAD}<{tag}>{DATE}</{tag}>{ISI}"), "visible_date") == []


@pytest.mark.parametrize(
    "line", ["Penulis: Wira Teluk | Editor: Laksmi", "Editor: Laksmi", "Rep: Wira/ Red: Laksmi"]
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_labelled_byline_at_headline_or_below_the_text(line, place):
    markup = f"{HEAD}<p>{line}</p>{ISI}" if place == "above" else f"{HEAD}{ISI}<p>{line}</p>"
    assert set(near(filled(markup), "printed_byline")) == {line}


def test_byline_below_another_storys_title_is_that_storys():
    title = "<h3><a href='/berita/7/jembatan-gantung-rusak'>Jembatan Gantung Rusak Parah</a></h3>"
    card = f"<section><div>{title}<i>Oleh Umar Dani</i></div></section>"
    assert near(filled(f"{HEAD}{ISI}{card}"), "printed_byline") == []


@pytest.mark.parametrize(
    "line", ["Wira Teluk", "Editor Pilihan Pekan Ini", "Penulis novel itu datang ke desa."]
)
def test_name_without_a_label_is_nobodys(line):
    assert near(filled(f"{HEAD}<p>{line}</p>{ISI}"), "printed_byline") == []


def test_editor_that_a_rule_read_is_not_looked_for():
    raw = filled(f"{HEAD}{ISI}<p>Editor: Orang Lain</p>", printed_editors="Laksmi")
    assert near(raw, "printed_byline") == []


def test_sign_off_right_behind_the_body():
    assert filled(f"{HEAD}{ISI}<p>(vyp)</p><p>(zzz)</p>").first("initials") == "vyp"


def test_far_away_is_not_near():
    far = "<p>x</p>" * 120
    raw = filled(f"{HEAD}{far}<p>{DATE}</p>")
    assert near(raw, "visible_date") == []


def test_page_without_the_headline_gives_nothing():
    assert near(filled(f"<h1>Lain Sekali Judulnya</h1><p>{DATE}</p>{ISI}"), "visible_date") == []


def test_captioned_picture_between_headline_and_body():
    raw = filled(f"{HEAD}<img src='/tambak.jpg'><div class='caption'>Tambak garam dari udara.</div>{ISI}")
    assert [(i.url, i.caption) for i in raw.leads] == [
        ("https://contoh.id/tambak.jpg", "Tambak garam dari udara.")
    ]


TITLE_LINK = "<a href='/read/2023/09/12/100000278/jembatan-gantung-rusak'>Jembatan Gantung Rusak Parah</a>"


@pytest.mark.parametrize(
    "below",
    [
        f"{TITLE_LINK}<p>Oleh: Joko Lain</p>",
        f"<div>{TITLE_LINK}</div><div>Oleh: Joko Lain</div>",
        f"<h3>{TITLE_LINK}</h3><p>Oleh : Joko Lain | 12 September 2023</p>",
        f"<ul><li>{TITLE_LINK} <span>Penulis: Joko Lain</span></li></ul>",
    ],
)
def test_a_labelled_name_at_another_story_s_title_is_that_story_s(below):
    for url in (KOMPAS, "https://contoh.id/berita/panen-garam-di-teluk-biru"):
        assert record(kompas(below=below), url).authors == []


def test_a_label_behind_a_list_of_stories_signs_the_article():
    below = f"<div><ul><li>{TITLE_LINK}</li><li>{TITLE_LINK}</li></ul><p>Penulis: Wira Teluk</p></div>"
    assert [person.name for person in record(kompas(below=below)).authors] == ["Wira Teluk"]


def test_headings_in_one_another_are_not_read_each_to_its_end(monkeypatch):
    """Found by `benchmarks.fuzz`: 300 of them that nobody closes took 3 s."""
    read = []
    monkeypatch.setattr("newsbot.pages.page.text_of", lambda node: read.append(node) or text_of(node))
    lines = "".join(f"<h2>Kabar {number} <div>{ONE}</div>" for number in range(50))
    parsed = page(f"<html><body>{lines}<h2>Panen Garam</h2></body></html>")
    assert text_of(printing(parsed, {"panen garam"})) == "Panen Garam"
    assert len(read) < 5
