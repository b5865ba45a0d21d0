"""Which template reads a page, and what its rules read."""

import pytest

from newsbot.extractors.raw import CandidateList, RawArticle
from newsbot.extractors.witnesses.layout import body_containers, choose_layout, read_fields
from newsbot.portals import Layout, Portal
from tests.invented import page

OLD = Layout(name="lama", probe=".isi", until="2018")
NEW = Layout(name="baru", probe=".isi", since="2018-06")
TAILWIND = Layout(name="tailwind", probe=".itp", since="2023")
PORTAL = Portal(id="contoh", name="Contoh", domains=("contoh.id",), layouts=(OLD, NEW, TAILWIND))
MARKUP = "<body><div class=isi>Garam</div>"


def chosen(markup, url=None, fetched_at=None, portal=PORTAL):
    layout = choose_layout(page(markup, url), portal, fetched_at)
    return layout and layout.name


def raw_of(markup, **rules):
    raw = RawArticle()
    read_fields(page(markup), Layout(name="x", probe="body", **{"headline": (), **rules}), raw)
    return raw


@pytest.mark.parametrize(
    ("url", "fetched_at", "name"),
    [
        (None, "2015-03-01T00:00:00+07:00", "lama"),
        (None, "2018-03-01T00:00:00+07:00", "lama"),
        (None, "2018-12-31T00:00:00+07:00", "lama"),
        (None, "2019-01-01T00:00:00+07:00", "baru"),
        ("https://contoh.id/2015/3/1/garam", None, "lama"),
        ("https://contoh.id/2020/03/01/garam", None, "baru"),
        ("https://contoh.id/2015/03/01/garam", "2020-01-01T00:00:00+07:00", "baru"),
        ("https://contoh.id/garam", None, "lama"),
        (None, "1999-01-01T00:00:00+07:00", "lama"),
    ],
)
def test_date_decides_where_two_probes_match(url, fetched_at, name):
    assert chosen(MARKUP, url, fetched_at) == name


def test_probe_decides_before_the_date():
    assert chosen("<body><div class=itp>x</div>", None, "2015-01-01T00:00:00+07:00") == "tailwind"


def test_no_probe_matches():
    assert chosen("<body><p>x</p>") is None


def test_first_text_of_a_single_field_wins():
    raw = raw_of("<body><b class=a> </b><b class=b>dua</b><b class=b>tiga</b>", headline=(".a", ".b"))
    assert [(c.value, c.rule) for c in raw.all("headline")] == [("dua", ".b")]


def test_dates_are_read_from_all_selectors():
    raw = raw_of("<body><i class=a>Ekonomi</i><i class=b>13/9/2023</i>", date=(".a", ".b"))
    assert [c.value for c in raw.all("visible_date")] == ["Ekonomi", "13/9/2023"]


def test_byline_parts_may_stand_in_several_places():
    raw = raw_of("<body><p id=penulis>Wira</p><p id=editor>Laksmi</p>", byline=("#penulis", "#editor"))
    assert [c.value for c in raw.all("printed_byline")] == ["Wira", "Laksmi"]


def test_names_come_from_the_first_selector_that_matches():
    raw = raw_of("<body><p class=a>Wira</p><p class=b>Laksmi</p>", authors=(".x", ".a", ".b"))
    assert [c.value for c in raw.all("printed_authors")] == ["Wira"]


def test_names_that_only_markup_keeps_apart_stay_apart():
    raw = raw_of("<body><ul class=a><li>Wira</li><li>Laksmi</li></ul>", authors=(".a",))
    assert [c.value for c in raw.all("printed_authors")] == ["Wira | Laksmi"]


@pytest.mark.parametrize(
    "markup", ["<a class=a href='/wira'>Wira</a>", "<p class=a><a href='/wira'>Wira</a></p>"]
)
def test_name_has_its_link(markup):
    assert (
        raw_of(f"<body>{markup}", authors=(".a",)).all("printed_authors")[0].url == "https://contoh.id/wira"
    )


def test_list_is_the_first_selector_that_gives_any():
    raw = raw_of("<body><i class=b>garam</i><i class=b>laut</i><i class=c>x</i>", keywords=(".a", ".b", ".c"))
    assert raw.lists["keywords"] == [CandidateList(("garam", "laut"), "layout", ".b")]


def test_paywall_marker():
    assert raw_of("<body><div class=kunci>", paywall=(".kunci",)).all("paywall")
    assert not raw_of("<body><div class=buka>", paywall=(".kunci",)).all("paywall")


def test_containers_are_never_inside_one_another():
    parsed = page("<body><div class=isi id=a><div class=isi id=b></div></div><div class=isi id=c></div>")
    found, rule = body_containers(parsed, Layout(name="x", probe="body", body=(".kosong", ".isi", "body")))
    assert ([node.get("id") for node in found], rule) == (["a", "c"], ".isi")


def test_no_container():
    assert body_containers(page("<body>"), Layout(name="x", probe="body", body=(".isi",))) == ([], "")


def test_words_of_the_text_that_link_to_tags_are_no_tags():
    text = "<p>Petani memanen <a href=/tag/garam>garam</a> sejak pagi sampai sore hari.</p>"
    tags = "<p>Tag: <a href=/tag/tambak>tambak</a> <a href=/tag/pesisir>pesisir</a></p>"
    (found,) = raw_of(f"<body>{text}{tags}", keywords=("a[href*='/tag/']",)).lists["keywords"]
    assert found.values == ("tambak", "pesisir")


def test_writers_on_the_cards_of_other_stories_are_not_the_article_s():
    card = (
        "<div class='kartu'><a href='/lain/jembatan-gantung-rusak'>Jembatan Gantung Rusak Parah</a>"
        "<span class='penulis'>Joko Lain</span></div>"
    )
    body = f"{card}<h1>Panen Garam</h1><p class='penulis'>Wira Teluk</p><div class='isi'>Garam</div>{card}"
    layout = Layout(name="contoh", probe=".isi", byline=(".penulis",))
    raw = RawArticle()
    read_fields(page(f"<html><body>{body}</body></html>"), layout, raw)
    assert [candidate.value for candidate in raw.all("printed_byline")] == ["Wira Teluk"]
