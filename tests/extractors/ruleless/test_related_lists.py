"""Lists of related stories right before and behind the text, in elements of their own."""

import pytest

from tests.extractors.ruleless.unknown import page
from tests.invented import STORY, URL, record

TITLES = ["Jembatan Gantung Rusak Parah", "Lomba Perahu Hias Digelar"]
LIST = "".join(f"<li><a href='/{n}'>{title}</a></li>" for n, title in enumerate(TITLES))


@pytest.mark.parametrize(
    "label",
    [
        "<h3>Baca juga</h3>",
        "<div>BACA JUGA :</div>",
        "<h4>Berita Terkait</h4>",
        "<b>Related Articles</b>",
        "<h4>BERKAITAN</h4>",
    ],
)
@pytest.mark.parametrize("place", ["under", "below"])
def test_a_labelled_list_beside_the_text_is_related(label, place):
    article = page(**{place: f"<div class='x'>{label}{LIST}</div>"})
    assert [link.text for link in article.related] == TITLES


def test_the_list_may_stand_beside_the_box_of_its_label():
    article = page(below=f"<div class='x'><h3>Baca juga</h3></div><div>{LIST}</div>")
    assert [link.text for link in article.related] == TITLES


@pytest.mark.parametrize("label", ["Terpopuler", "Berita Terkini", "Pilihan Redaksi"])
def test_what_is_new_or_most_read_is_the_sites(label):
    assert page(below=f"<div><h3>{label}</h3>{LIST}</div>").related == []


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/2023/09/12/harga-cabai-turun'>Harga Cabai Turun di Pasar <b>Baca selengkapnya</b></a>",
        "<a href='/2023/09/12/harga-cabai-turun'>Harga Cabai Turun di Pasar Selengkapnya »</a>",
    ],
)
def test_a_button_in_the_link_is_no_part_of_its_title(link):
    for article in (
        page(inside=f"<p>Baca juga:</p><ul><li>{link}</li></ul>"),
        page(below=f"<h3>Baca Juga</h3>{link}"),
    ):
        assert [one.text for one in article.related] == ["Harga Cabai Turun di Pasar"]


def test_a_button_alone_leads_to_no_story():
    assert page(inside="<p><a href='/2023/09/12/harga-cabai-turun'>Baca selengkapnya</a></p>").related == []


def test_the_stories_of_a_box_that_begins_with_the_label_are_related():
    box = "<aside><p>Baca juga</p><a href='/2023/09/12/harga-cabai-turun'>Harga Cabai Turun di Pasar</a></aside>"
    assert [one.text for one in page(inside=box).related] == ["Harga Cabai Turun di Pasar"]


def test_what_is_read_most_is_an_insert_in_brackets():
    link = "<a href='/2023/09/12/harga-cabai-turun'>Harga Cabai Turun di Pasar</a>"
    for inside in (
        f"<p>(BERITA TERPOPULER: {link})</p>",
        f"<p>Panen garam naik lagi di sana. (BERITA TERPOPULER: {link})</p>",
    ):
        article = page(inside=inside)
        assert [one.text for one in article.related] == ["Harga Cabai Turun di Pasar"]
        assert "TERPOPULER" not in article.article_body


def test_a_bare_word_before_a_link_that_is_the_rest_of_the_line_is_an_insert():
    link = "<a href='/2023/09/12/harga-cabai-turun'>Harga Cabai Turun di Pasar</a>"
    article = page(inside=f"<p>Simak : {link}</p><p>Simak dulu {link}, kata dia.</p>")
    assert [one.text for one in article.related] == ["Harga Cabai Turun di Pasar"]
    assert "Simak dulu" in article.article_body


@pytest.mark.parametrize(
    "label",
    [
        "<b>Berita terkait</b>",
        "<h3>Berita Terkait: Banjir Rob</h3>",
        "<span>TERKAIT</span>",
        "<h3>Rekomendasi Berita</h3>",
    ],
)
def test_labels_of_other_forms_head_the_articles_own_list(label):
    links = "".join(
        f"<p><a href='/kabar/{n}-{t.lower().replace(' ', '-')}'>{t}</a></p>"
        for n, t in enumerate(("Gudang Garam Baru di Pesisir", "Perahu Hias Berlomba di Muara"))
    )
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    article = record(
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='isi'>{STORY}</div>"
        f"<div>{label}{links}</div></body></html>",
        URL,
    )
    assert [one.text for one in article.related] == [
        "Gudang Garam Baru di Pesisir",
        "Perahu Hias Berlomba di Muara",
    ]
