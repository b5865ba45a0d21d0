"""Columns before the text, openings in boxes of their own, and cards of other stories in it, on pages without rules."""

import pytest

from tests.extractors.ruleless.unknown import TITLE, page
from tests.invented import ONE, STORY, THREE, TWO, URL, record

IMG = "<img src='https://contoh.id/a.jpg'>"
CREDITS = "<b class='itemImageCredits'>Toni Lensa</b>"
TEASERS = "".join(
    f"<h5><a href='https://contoh.id/kapal-{i}-tiba'>Kapal Nomor {i} Tiba di Pelabuhan Baru</a></h5>"
    f"<p>Kapal nomor {i} tiba di pelabuhan baru pada pagi hari dengan muatan {i} ton beras dari pulau seberang.</p>"
    for i in range(1, 9)
)
PAGE = (
    "<html><head><title>{title} - Contoh</title></head><body><div class='row'><div class='col-md-4'>{teasers}</div>"
    "<div class='col-md-8'><h2>{title}</h2>{text}</div></div></body></html>"
)


def test_a_column_of_teasers_before_the_article_is_no_text():
    body = record(PAGE.format(title=TITLE, teasers=TEASERS, text=STORY * 2), URL).article_body
    assert "pulau seberang" not in body
    assert ONE in body


def test_the_opening_in_a_box_of_its_own_is_text():
    opening = "Petani garam memanen lebih awal daripada tahun lalu karena kemarau datang cepat."
    boxes = f"<div class='itemIntroText'><p>{opening}</p></div><div class='itemFullText'>{STORY * 3}</div>"
    body = record(PAGE.format(title=TITLE, teasers="", text=f"<div>{boxes}</div>"), URL).article_body
    assert body.startswith(opening)


def test_cards_under_a_label_in_the_text_are_related_with_their_excerpts():
    card = (
        "<div><a href='https://contoh.id/kapal-{0}'>Kapal Nomor {0} Tiba di Pelabuhan Baru</a>"
        "<p>Kapal nomor {0} tiba pada pagi hari dengan muatan beras dari pulau seberang...</p></div>"
    )
    box = f"<div class='kotak'><div><h6>Berita Terkait</h6>{card.format(1)}{card.format(2)}</div></div>"
    article = page(inside=f"<p>{ONE}</p>{box}<p>{TWO}</p>")
    assert "pulau seberang" not in article.article_body
    assert any("Kapal Nomor 1" in link.text for link in article.related)


@pytest.mark.parametrize(
    ("box", "caption", "credit"),
    [
        (
            f"<table><tr><td>{IMG}</td></tr><tr><td class='k'>Tambak garam saat panen raya.</td></tr></table>",
            "Tambak garam saat panen raya.",
            None,
        ),
        (
            f"<p class='itemImageBlock'>{IMG}<b class='itemImageCaption'>Tambak garam saat panen</b>{CREDITS}</p>",
            "Tambak garam saat panen",
            "Toni Lensa",
        ),
    ],
    ids=["table", "box of K2"],
)
def test_caption_of_a_picture_in_the_text_leaves_it(box, caption, credit):
    article = page(inside=f"<p>{ONE}</p>{box}<p>{TWO}</p>")
    assert caption not in article.article_body
    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]


def test_a_table_of_figures_with_a_picture_stays():
    rows = f"<table><tr><td>{IMG}</td><td>Garam</td></tr><tr><td>Beras</td><td>12 ton</td></tr></table>"
    assert "Beras\t12 ton" in page(inside=f"<p>{ONE}</p>{rows}<p>{TWO}</p>").article_body


@pytest.mark.parametrize(
    "entry",
    [
        "<tr><td>20/05/2008 <a href='x'>{}</a></td></tr>",
        "<div><a href='/k/1'><span>{}</span></a><span>kabarNEWS</span><span>5 jam</span></div>",
        "<li><a href='/k/1'>{}</a> <small>3 hari lalu</small></li>",
    ],
)
def test_dated_titles_behind_the_label_of_a_list_belong_to_it(entry):
    titles = ("Perahu Hias Berlomba di Muara", "Pasar Ikan Teluk Biru Dibuka", "Gudang Garam Baru di Pesisir")
    entries = "".join(entry.format(title) for title in titles)
    box = f"<table>{entries}</table>" if entry.startswith("<tr") else f"<div>{entries}</div>"
    article = record(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
        f"<div>{STORY}<b>Berita Lainnya</b>{box}</div></body></html>",
        URL,
    )
    assert article.article_body == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert all(any(title in one.text for one in article.metadata.removed) for title in titles)


def test_a_linked_name_in_a_sentence_behind_a_label_is_text():
    sentence = "Menurut <a href='/tag/dinas'>Dinas Perikanan Teluk Biru</a>, gudang itu selesai tahun depan."
    article = record(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
        f"<div>{STORY}<p>Baca juga:</p><p>{sentence}</p></div></body></html>",
        URL,
    )
    assert "gudang itu selesai tahun depan." in article.article_body


@pytest.mark.parametrize(
    ("text", "side"), [("col-8", "col-4"), ("col-md-9 utama", "col-md-3"), ("span8", "span4")]
)
def test_a_column_of_the_same_grid_behind_the_text_is_no_text(text, side):
    links = "".join(f"<p><a href='/kabar/{n}'>Perahu Hias Nomor {n} Berlomba</a></p>" for n in range(4))
    agenda = "<h5>Agenda</h5><p>Kuliah umum tata kelola air bersama dosen tamu dari kota seberang</p>"
    line = "<p><small>13 September 2023 | Diposting oleh Humas Universitas Lintang Timur Raya di sini</small></p>"
    article = record(
        f"<html><head><title>{TITLE}</title></head><body><div class='row'><div class='{text}'><h1>{TITLE}</h1>{line}"
        f"<div>{STORY * 2}</div></div><div class='{side}'>{agenda}{links}</div></div></body></html>",
        URL,
    )
    assert "Kuliah umum" not in article.article_body
    assert THREE in article.article_body
