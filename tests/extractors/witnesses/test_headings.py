"""Which heading is the story's: title, og:title, structured data and address agree on it."""

import pytest

from newsbot.extractors.witnesses.headings import Stated, other_heading, slug_words, story_heading
from tests.invented import page

TITLE = "Panen Garam di Teluk Biru Naik"
SITE = "Kabar dari Tepi Laut Selatan"
URL = "https://contoh.id/2023/09/13/panen-garam-di-teluk-biru-naik.html"


def chosen(body, *, title=f"{TITLE} | {SITE}", og=TITLE, structured=(), url=URL):
    meta = f"<meta property='og:title' content='{og}'>" if og else ""
    parsed = page(f"<html><head><title>{title}</title>{meta}</head><body>{body}</body></html>", url)
    found = story_heading(parsed, Stated.by(parsed, structured))
    return found and found[0]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1><a href='/'>{SITE}</a></h1><h2>{TITLE}</h2>",
        f"<h1>{SITE}</h1><h2><a href='{URL}'>{TITLE}</a></h2>",
        f"<h1>Berita Hari Ini dari Selatan</h1><h3>{TITLE}</h3>",
        f"<h2>Jembatan Gantung Rusak Parah</h2><h2>{TITLE}</h2>",
        f"<h1>{TITLE}</h1><h2>{TITLE}</h2>",
    ],
)
def test_the_heading_on_which_the_page_agrees(body):
    assert chosen(body) == TITLE


def test_the_address_decides_where_the_titles_are_the_sites():
    body = f"<h1>{SITE}</h1><h2>{TITLE}</h2>"
    assert chosen(body, title=SITE, og=SITE) == TITLE


def test_structured_data_agree_where_the_page_has_no_title():
    assert (
        chosen(
            f"<h2>Lain Sekali Judulnya</h2><h2>{TITLE}</h2>", title="", og="", structured=[TITLE], url=None
        )
        == TITLE
    )


def test_no_heading_is_chosen_where_nothing_agrees():
    assert chosen("<h1>Lain Sekali Judulnya</h1>") is None


def test_a_headline_that_no_title_repeats_is_the_longest_that_is_not_the_sites():
    parsed = page(
        f"<html><head><title>Garam - {SITE}</title></head><h1>{SITE}</h1><h1>Judul Yang Dicetak Saja</h1></html>"
    )
    assert other_heading(parsed, Stated.by(parsed)) == "Judul Yang Dicetak Saja"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (URL, {"panen", "garam", "teluk", "biru", "naik"}),
        ("https://contoh.id/read/pasar_ikan_dibuka/1042", {"pasar", "ikan", "dibuka"}),
        ("https://contoh.id/", set()),
        (None, set()),
    ],
)
def test_words_of_an_address(url, words):
    assert slug_words(url) == words
