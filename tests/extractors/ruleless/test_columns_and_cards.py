"""Columns before the text, openings in boxes of their own, and cards of other stories in it, on pages without rules."""

import pytest

from tests.extractors.ruleless.unknown import TITLE, page
from tests.invented import ONE, STORY, TWO, URL, record

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
