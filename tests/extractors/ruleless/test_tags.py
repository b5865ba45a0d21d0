"""Tags of a page that no rule knows."""

import pytest

from tests.extractors.ruleless.unknown import page
from tests.invented import STORY, URL, record

IMG = "<img src='https://contoh.id/a.jpg'>"


def test_tags_behind_the_text_and_not_the_trends():
    tags = "<div class='tagging'><a href='/tag/garam'>#garam</a> <a href='/tag/laut'>#laut</a></div>"
    links = "<a href='/tag/banjir'>Banjir</a><a href='/tag/haji'>Haji</a>"
    trends = f"<div><h3>Topik Pilihan</h3><div class='tags'>{links}</div></div>"
    assert page(above=trends, below=trends + tags).keywords == ["garam", "laut"]
    assert page(above=trends, below=trends).keywords == []


def test_tags_of_a_box_named_as_related_where_it_holds_tags_only():
    tags = "<div class='topik-terkait'>Kumpulan: <a href='/tag/garam'>garam</a> <a href='/tag/laut'>laut</a></div>"
    story = "<p><a href='/berita/1'>Nelayan Teluk Biru Membangun Gudang Es Bersama Koperasi</a></p>"
    assert page(below=tags).keywords == ["garam", "laut"]
    assert page(below=f"<div class='related'>{story}{tags}</div>").keywords == []


def test_labelled_tags_in_the_body_go_before_those_of_the_site():
    tags = "<div><h4>TAG:</h4></div><div><a href='/tag/garam'>garam</a> <a href='/tag/laut'>laut</a></div>"
    site = "<div><a href='/tag/banjir'># Banjir</a> <a href='/tag/haji'># Haji</a></div>"
    assert page(inside=STORY * 2 + tags, below="<hr>" * 40 + site).keywords == ["garam", "laut"]


def test_links_in_the_text_are_no_tags():
    prose = (
        "<p>Petani <a href='/tag/garam'>garam</a> dan nelayan <a href='/tag/laut'>laut</a> bertemu di balai desa "
        "kemarin.</p>"
    )
    assert page(inside=prose).keywords == []


def test_links_behind_a_label_are_tags_wherever_they_lead():
    for label in ("Kata Kunci /", "<b>Tag:</b>"):
        below = f"<p>{label} <a href='/search?q=garam'>garam</a> / <a href='/search?q=teluk'>teluk</a></p>"
        assert page(below=below).keywords == ["garam", "teluk"]


@pytest.mark.parametrize("box", ["<div class='tg'>{}</div>", "<p>{}</p>", "<div><span>{}</span></div>"])
def test_hashtags_side_by_side_below_the_text_are_tags(box):
    links = "".join(f"<a href='/q/{word}'>#{word}</a>" for word in ("garam", "pesisir"))
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    article = record(
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='isi'>{STORY}</div>"
        f"{box.format(links)}</body></html>",
        URL,
    )
    assert article.keywords == ["garam", "pesisir"]


def test_a_section_of_the_page_that_is_named_for_its_topic_holds_no_tags():
    links = "".join(f"<li><a href='/berita/{n}'>Jembatan Gantung Nomor {n} Rusak</a></li>" for n in range(3))
    found = page(
        above="<section class='sec-topic'><div>", below=f"<h4>Terkait</h4><ul>{links}</ul></div></section>"
    )
    assert found.keywords == []


def test_tags_in_the_text_behind_a_heading_that_no_list_of_labels_knows():
    tags = "<a rel='tag' href='/tag/garam'>garam</a>, <a rel='tag' href='/tag/laut'>laut</a>"
    box = f"<div class='post-tags'><span>Related Items</span>{tags}</div>"
    assert page(inside=STORY + box).keywords == ["garam", "laut"]


def test_the_cloud_of_tags_in_a_sidebar_is_the_sites():
    cloud = (
        "<ul class='tag-cloud'><li><a href='/tag/a'>banjir</a></li><li><a href='/tag/b'>haji</a></li></ul>"
    )
    assert page(below=f"<div class='blog_right_sidebar'><h4>Tag</h4>{cloud}</div>").keywords == []
    assert page(below=f"<div class='kaki'>{cloud}</div>").keywords == ["banjir", "haji"]
