"""Pagers in print: that an article goes on is said, though no link leads there."""

import pytest

from newsbot.pages.pagers import Pager, printed_pager
from tests.invented import STORY, codes, kompas, page, record

OWN = "https://contoh.id/berita/2023/09/13/panen-garam"


def told(markup):
    return printed_pager(page(f"<body><article>{STORY}</article>{markup}", OWN))


@pytest.mark.parametrize(
    ("markup", "pager"),
    [
        ("<div>1 of 8 <a href='/x/2.html'>Next »</a></div>", Pager(1, 8, leads_on=True)),
        ("<div><b>1</b> dari <b>6</b></div>", Pager(1, 6)),
        ("<p>Halaman 1 dari 4</p>", Pager(1, 4)),
        ("<span>Halaman 1/4</span>", Pager(1, 4)),
        ("<p>Halaman: 1 2 3</p>", Pager(1, 3)),
        ("<div><p>Halaman</p><ul><li>1</li><li>2</li><li>3</li></ul></div>", Pager(1, 3)),
        ("<p>Halaman: <a href='#'>1</a> | <a href='#'>2</a> Selanjutnya</p>", Pager(1, 2, leads_on=True)),
        ("<p>1 dari 8 foto</p>", Pager(1, 8, of_pictures=True)),
        ("<p>Foto 1 dari 8</p>", Pager(1, 8, of_pictures=True)),
        ("<div><i class='ikon'></i>1 of 5</div>", Pager(1, 5)),
        ("<p>2 of 5 Next</p>", Pager(2, 5, leads_on=True)),
    ],
)
def test_pager_says_that_there_is_more(markup, pager):
    assert told(markup) == pager


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Pemerintah mencabut 4 dari 5 izin usaha pertambangan.</p>",
        "<p>1 dari 5 warga belum menerima bantuan</p>",
        "<p>5 dari 5</p>",
        "<p>1 dari 1</p>",
        "<p>3/8</p>",
        "<p>Halaman 4</p>",
        "<p>Halaman: 1 3 7</p>",
        "<p>2 dari 3 halaman</p>",
        "<p>1 dari 3 halaman</p><p>2 dari 3 halaman</p><p>3 dari 3 halaman</p>",
        "<div class='komentar'>1 of 8 <a href='#'>Next</a></div>",
        "<aside>1 dari 6</aside>",
        "<script>document.write('1 of 8')</script>",
    ],
)
def test_no_pager_says_so(markup):
    assert told(markup) is None


def test_article_that_goes_on_without_a_link_is_not_complete():
    article = record(f"<html><body><h1>Panen Garam Naik</h1>{STORY}<p>1 dari 6</p></body></html>", OWN)
    assert (article.is_complete, article.next_page_url) == (False, None)
    assert codes(article).count("missing_page") == 1
    assert "1 dari 6" not in article.article_body


def test_pictures_that_all_stand_in_the_document_are_all():
    photos = "".join(
        f"<figure><img src='/{n}.jpg'><figcaption>Garam {n}</figcaption></figure>" for n in range(3)
    )
    head = "<html><body><h1>Panen Garam di Teluk Biru</h1><article>"
    assert record(f"{head}{photos}{STORY}<p>1 dari 3 foto</p></article></body></html>", OWN).is_complete
    assert not record(f"{head}{STORY}<p>1 dari 3 foto</p></article></body></html>", OWN).is_complete


def test_whole_article_and_portals_with_all_pages_in_one_document_are_complete():
    counter = "<p>Halaman: 1 2 3</p>"
    whole = "https://regional.kompas.com/read/2023/09/13/140500278/panen-garam?page=all"
    assert record(kompas(f"{STORY}{counter}"), whole).is_complete


def test_a_page_with_endless_beginnings_is_looked_at_in_part():
    markup = "<div>" * 3 + "<b>1</b>" * 20_000 + "<i>1 of 8</i>"
    assert told(markup) is None
