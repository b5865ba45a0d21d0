"""Okezone: the probe of the photo pages."""

from tests.invented import STORY, codes, record

ARTICLE = "http://news.okezone.com/read/2016/05/03/1/1380123/panen-garam-di-teluk-biru-naik"


def page(body):
    return f"<html><body><h1>Panen Garam di Teluk Biru Naik</h1>{body}</body></html>"


def test_an_article_with_its_time_at_the_left_is_no_photo_story():
    article = record(
        page(
            f"<div class='news-fl'>Selasa, 3 Mei 2016 - 14:02 wib</div><div class='detail-isi'>{STORY}</div>"
        ),
        ARTICLE,
    )
    assert article.kind == "article"
    assert article.metadata.extraction.layout is None


def test_a_picture_that_says_something_and_has_no_address_is_said_to_lack_it():
    figure = "<figure><figcaption>Petani mengeruk garam (Foto: Ratri Sudrajat)</figcaption></figure>"
    article = record(
        page(f"<div class='title-article'></div><div class='c-detail read'>{figure}{STORY}</div>"), ARTICLE
    )
    assert [(image.url, image.caption) for image in article.images] == [(None, "Petani mengeruk garam")]
    assert codes(article).count("missing_url") == 1


def test_a_picture_without_address_and_words_is_none():
    article = record(
        page(
            f"<div class='title-article'></div><div class='c-detail read'><figure><img></figure>{STORY}</div>"
        ),
        ARTICLE,
    )
    assert article.images == []
    assert "missing_url" not in codes(article)
