"""Signs for and against a record: each speaks of one thing the page says, and is silent without it."""

import pytest
from lxml import html

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import Body, RawArticle
from newsbot.items import Problem
from newsbot.normalizers.article import build_article
from newsbot.normalizers.signals import read_signals
from newsbot.pages.page import Page
from newsbot.snapshot import Snapshot
from newsbot.stream import process

URL = "https://contoh.id/berita/2023/09/13/petani-garam-panen-lebih-awal"
HEAD = "Petani Garam Panen Lebih Awal"
TEXT = (
    "Petani garam di pesisir utara panen lebih awal tahun ini.",
    "Panen dimulai Rabu (13/9/2023) dan berlangsung dua pekan.",
)


def said(texts=TEXT, url=URL, problems=(), links=0, **named):
    """The signs of a raw article with a headline, a printed date, and what else is named."""
    raw = RawArticle()
    given = {
        "headline": [("layout", HEAD)],
        "visible_date": [("layout", "Rabu, 13/9/2023 10:00 WIB")],
    } | named
    for name, readings in given.items():
        for witness, value in readings:
            (raw.hear if witness in ("meta", "structured") else raw.add)(name, value, witness, name)
    blocks = tuple(TextBlock("paragraph", text, length=len(text), link_length=links) for text in texts)
    raw.body = Body(blocks, witness=("layout", ".isi"))
    article = build_article(raw, portal=None, url=url, fetched_at=None, payload_digest="sha256:" + "0" * 64)
    article.metadata.problems += [Problem(code) for code in problems]
    return read_signals(raw, article)


def test_every_sign_is_a_share():
    assert all(0 <= value <= 1 for value in said().values())


@pytest.mark.parametrize(
    ("sign", "change"),
    [
        ("headline missing", {"headline": []}),
        ("headline contradicted", {"headline": [("layout", HEAD), ("meta", "Harga Cabai Naik Tajam")]}),
        ("address of another headline", {"url": "https://contoh.id/berita/harga-cabai-naik-tajam-di-solo"}),
        ("summary untold", {"description": [("meta", "Harga cabai melonjak menjelang lebaran")]}),
        ("date missing", {"visible_date": [], "url": "https://contoh.id/berita/petani-garam-panen"}),
        ("date in address alone", {"visible_date": []}),
        ("date without clock", {"visible_date": [("layout", "13 September 2023")]}),
        ("date contradicted", {"date_published": [("meta", "2023-09-20T10:00:00+07:00")]}),
        ("date doubted", {"visible_date": [("layout", "Senin, 13/9/2023 10:00 WIB")]}),
        ("address of another day", {"visible_date": [("layout", "Sabtu, 1/7/2023 10:00 WIB")]}),
        ("date far from told", {"visible_date": [("layout", "Sabtu, 1/7/2023 10:00 WIB")]}),
        ("layout doubted", {"problems": ("layout_suspect",)}),
        (
            "another text stated",
            {"article_body": [("structured", "Harga cabai melonjak menjelang lebaran.")]},
        ),
        ("linked", {"links": 30}),
        ("title in text", {"texts": (*TEXT, "Harga Cabai Naik Tajam Jelang Lebaran")}),
        ("open paragraph", {"texts": (*TEXT, "Harga cabai naik tajam jelang lebaran tahun ini")}),
        ("scraps", {"texts": (*TEXT, "Nasional")}),
    ],
)
def test_sign_against_the_record_speaks_where_its_trouble_is(sign, change):
    assert said()[sign] == 0
    assert said(**change)[sign] > 0


@pytest.mark.parametrize(
    ("sign", "change"),
    [
        ("headline in address", {"url": None}),
        ("date told", {"texts": TEXT[:1]}),
        ("text by layout", {}),
    ],
)
def test_sign_for_the_record_speaks_where_a_witness_agrees(sign, change):
    assert said()[sign] == 1
    assert not change or said(**change)[sign] == 0


def test_machine_date_of_the_same_minute_agrees():
    assert said(date_published=[("meta", "2023-09-13T10:00:00+07:00")])["date agreed"] == 1


def test_site_name_behind_a_title_contradicts_nothing():
    assert said(headline=[("layout", HEAD), ("meta", f"{HEAD} - Contoh Kita")])["headline contradicted"] == 0


def test_headline_of_another_story_is_untold():
    other = said(headline=[("layout", "Harga Cabai Melonjak Tajam")])
    assert (other["headline untold"], said()["headline untold"]) == (1, 0)


def boxes(markup):
    """The signs of a body whose blocks stand in the boxes of the markup."""
    page = Page.parse(Snapshot(markup.encode(), URL))
    raw = RawArticle(
        body=Body(tuple(TextBlock(text=node.text, box=node) for node in page.root.iter("p", "li")))
    )
    return read_signals(raw, process(Snapshot(markup.encode(), URL)).article)


def test_paragraphs_in_a_box_of_their_own_are_told():
    signs = boxes(
        "<html><body><div><p>Satu.</p><p>Dua.</p><div><p>Tiga.</p></div><p>Empat.</p></div></body></html>"
    )
    assert (signs["another box"], signs["changes of box"]) == (1, 0.5)


def test_items_of_a_list_are_in_no_other_box():
    signs = boxes("<html><body><div><p>Satu.</p><ul><li>Dua.</li><li>Tiga.</li></ul></div></body></html>")
    assert (signs["another box"], signs["changes of box"]) == (0, 0)


@pytest.mark.parametrize(
    "lines",
    [
        ("Berikut daftar hasil panen garam per desa:", "Desa Teluk Biru Sebelah Utara", "Desa Tanjung"),
        ("Garam Krosok Kualitas Satu Rp 1.500", "Garam Krosok Kualitas Dua Rp 1.200", "Garam Halus Rp 4.000"),
    ],
    ids=["behind a colon", "rows of figures"],
)
def test_a_list_is_neither_titles_nor_scraps(lines):
    signs = said((*TEXT, *lines))
    assert [signs[name] for name in ("title in text", "open paragraph", "open paragraphs", "scraps")] == [
        0,
        0,
        0,
        0,
    ]


def test_lines_of_a_menu_are_no_list():
    signs = said((*TEXT, "Nasional", "Ekonomi", "Liga 1", "Otomotif"))
    assert signs["scraps"] > 0
    assert signs["open paragraph"] == 1


def test_a_list_may_stand_in_a_box_of_its_own():
    rows = ("Garam krosok Rp 1.500", "Garam halus Rp 4.000", "Garam kasar Rp 900")
    told = "".join(f"<p>{text}</p>" for text in TEXT)
    markup = f"<div>{told}<div>{''.join(f'<p>{row}</p>' for row in rows)}</div></div>"
    boxed = tuple(TextBlock(text=node.text, box=node) for node in html.fromstring(markup).iter("p"))
    raw = RawArticle(body=Body(boxed))
    article = build_article(raw, portal=None, url=URL, fetched_at=None, payload_digest="sha256:" + "0" * 64)
    assert read_signals(raw, article)["another box"] == 0


@pytest.mark.parametrize(
    "markup",
    [
        "<div><main class='s'><p>Satu.</p><p>Dua.</p></main><main class='s'><p>Tiga.</p><p>Empat.</p></main></div>",
        "<div><p>Satu.</p><div><p>Dua.</p><p>Tiga.</p></div></div>",
        "<div><div class='intro-text'><p>Satu.</p></div><div><p>Dua.</p><p>Tiga.</p></div></div>",
    ],
    ids=["sections of one class", "the opening around the text's box", "the opening in its own"],
)
def test_sections_and_an_opening_are_no_other_box(markup):
    assert boxes(f"<html><body>{markup}</body></html>")["another box"] == 0


@pytest.mark.parametrize(
    "lines",
    [
        ("Pelatih: Joko Susetyo", "Wasit: Wira Teluk", "Stadion: Teluk Biru"),
        ("15.20 WIB", "11.05 WIB", "06.10"),
    ],
    ids=["labels with what they announce", "times of entries"],
)
def test_rows_and_times_are_neither_open_nor_scraps(lines):
    signs = said((TEXT[0], *lines, TEXT[1]))
    assert [signs[name] for name in ("open paragraph", "open paragraphs", "scraps")] == [0, 0, 0]
