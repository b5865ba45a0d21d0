"""What a rule that has stopped fitting looks like from the page itself."""

import json

import pytest

from newsbot.extractors.extract import extract_raw
from newsbot.portals import Layout, Portal
from newsbot.stream import Options
from tests.invented import KOMPAS, ONE, STORY, THREE, TWO, codes, kompas, page, record

WORDS = len(f"{ONE} {TWO} {THREE}".split())
"""Words of `STORY`."""


def suspicions(article):
    return [(p.field, p.detail) for p in article.metadata.problems if p.code == "layout_suspect"]


def fields(article):
    return [field for field, _ in suspicions(article)]


def ld(**facts):
    item = {"@type": "NewsArticle", "headline": "Panen Garam di Teluk Biru Naik Tiga Kali Lipat", **facts}
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


def unknown(body=STORY * 2, title="Panen Garam di Teluk Biru Naik Tiga Kali Lipat"):
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>{body}</div></body></html>"


def test_article_address_that_no_layout_reads():
    article = record(unknown())
    assert [code for code in codes(article) if code.startswith("layout")] == [
        "layout_unknown",
        "layout_suspect",
    ]
    [(field, detail)] = suspicions(article)
    assert field is None
    assert "kompas" in detail


def test_address_that_the_page_states_will_do():
    markup = unknown().replace("<head>", f'<head><link rel="canonical" href="{KOMPAS}">')
    assert fields(record(markup, None)) == [None]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        (unknown(), "https://www.kompas.com/tentang-kami"),
        (unknown(), "https://contoh.id/berita/2023/09/13/panen-garam"),
        (unknown("<p>Halaman yang Anda cari sudah dipindahkan.</p>", "Halaman tidak ditemukan"), KOMPAS),
        (kompas(STORY * 2), KOMPAS),
    ],
    ids=["no article's address", "no portal", "error page", "a layout matches"],
)
def test_what_is_no_sign_of_an_unknown_template(markup, url):
    assert not suspicions(record(markup, url))


def test_rules_that_are_switched_off_are_not_suspected():
    assert not suspicions(record(unknown(), options=Options(generic=True)))


def test_portal_without_layouts_has_none_that_could_fail():
    bare = Portal(
        id="contoh", name="Contoh", domains=("contoh.id",), article=(r"^https://contoh\.id/berita/",)
    )
    raw, _ = extract_raw(page(unknown()), bare, None)
    assert [problem.code for problem in raw.problems] == ["layout_unknown"]


@pytest.mark.parametrize(("headline", "suspected"), [("h1.judul", ["headline"]), ("h1", [])])
def test_headline_rule_that_gives_nothing(headline, suspected):
    layout = Layout(name="2025", probe=".read__content", headline=(headline,), body=(".read__content",))
    portal = Portal(id="contoh", name="Contoh", domains=("contoh.id",), layouts=(layout,))
    raw, _ = extract_raw(page(kompas(STORY, head=ld())), portal, None)
    assert [problem.field for problem in raw.problems if problem.code == "layout_suspect"] == suspected


@pytest.mark.parametrize(
    ("head", "suspected"),
    [
        (ld(wordCount=400), True),
        (ld(wordCount="400"), True),
        (ld(wordCount=2 * WORDS), False),
        (ld(articleBody="garam " * 400), True),
        (ld(articleBody="<p>" + "garam " * WORDS + "<br>" * 400), False),
        (ld(wordCount=400) + ld(wordCount=90), False),
        (f'<meta name="description" content="{"garam laut " * WORDS}">', True),
        ('<meta name="description" content="Panen garam naik">', False),
    ],
    ids=[
        "count",
        "count as text",
        "count of all",
        "text",
        "text as markup",
        "counts of two",
        "description",
        "short",
    ],
)
def test_body_is_measured_by_what_the_page_says(head, suspected):
    assert fields(record(kompas(head=head))) == (["article_body"] if suspected else [])


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (
            ld(wordCount=400),
            f'<div class="paging__wrap"><a class="paging__link" href="{KOMPAS}?page=2">2</a></div>',
        ),
        (ld(wordCount=400, isAccessibleForFree=False), ""),
    ],
    ids=["page of several", "paywall"],
)
def test_part_of_an_article_is_shorter_by_right(head, below):
    article = record(kompas(head=head, below=below))
    assert article.next_page_url or article.is_accessible_for_free is False
    assert not suspicions(article)


def test_gallery_has_few_words_by_right():
    url = "https://foto.kompas.com/photo/read/2023/09/13/140500278/panen-garam"
    article = record(kompas(head=ld(wordCount=400)), url)
    assert article.kind == "gallery"
    assert not suspicions(article)


def test_rescued_body_is_told_once():
    markup = kompas("", below=f"<div class='entry-content'>{STORY * 3}</div>", head=ld(wordCount=2000))
    assert fields(record(markup)) == ["article_body"]
