"""Pages that no rule knows, and layouts whose body rule fails."""

import pytest

from newsbot.stream import Options
from tests.invented import KOMPAS, ONE, STORY, THREE, TWO, URL, codes, kompas, record

BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
MENU = "<ul>" + "".join(f"<li><a href='/k{n}'>Kanal {n}</a></li>" for n in range(12)) + "</ul>"
FOOT = "<footer><p>Tentang Kami | Redaksi | Pedoman Media Siber</p></footer>"


def around(body, *, head="", title=TITLE):
    return (
        f"<html><head><title>{title} | Contoh</title>{head}</head><body>{MENU}<h1>{title}</h1>"
        f"<div class='meta'>Rabu, 13 September 2023 14:05 WIB</div>{body}{FOOT}</body></html>"
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='entry-content'>{STORY}</div>",
        f"<article>{STORY}</article>",
        f"<div><div>{STORY}</div></div>",
        f"<div id='x'>{ONE}<br><br>{TWO}<br><br>{THREE}</div>",
        f"<table><tr><td>{STORY}</td></tr></table>",
        f"<div itemprop='articleBody'><div>{ONE}</div><div>{TWO}</div><div>{THREE}</div></div>",
    ],
)
def test_body_in_any_container(body):
    article = record(around(body), URL)
    assert article.article_body == BODY
    assert (article.kind, article.portal, article.headline) == ("article", "contoh.id", TITLE)


def test_inserts_are_cut_without_any_rule():
    insert = (
        "<p>Baca juga: <a href='/berita/gudang-garam-baru-di-pesisir'>Gudang Garam Baru di Pesisir</a></p>"
    )
    article = record(
        around(f"<div class='post-content'><p>{ONE}</p>{insert}<p>{TWO}</p><p>{THREE}</p></div>"), URL
    )
    assert article.article_body == BODY
    assert [item.text for item in article.related] == ["Gudang Garam Baru di Pesisir"]


def test_date_near_the_headline():
    article = record(around(STORY), URL)
    assert (article.date_published, article.date_published_precision) == (
        "2023-09-13T14:05:00+07:00",
        "minute",
    )


def test_fields_that_templates_share():
    head = "<meta property='og:site_name' content='Contoh Kita'>"
    body = (
        "<div class='breadcrumb'><a>Beranda</a><a>Ekonomi</a></div><div class='byline'>Penulis: Wira Teluk</div>"
        f"{STORY}<div class='tags'><a href='/tag/garam'>garam</a></div>"
    )
    article = record(around(body, head=head), URL)
    assert article.publisher.name == "Contoh Kita"
    assert [person.name for person in article.authors] == ["Wira Teluk"]
    assert (article.section, article.keywords) == ("Ekonomi", ["garam"])


def test_heading_that_the_title_repeats_is_the_headline():
    markup = (
        around(STORY)
        .replace("<h1>", "<h1>Contoh Kita Portal Berita</h1><h2>")
        .replace("</h1><div", "</h2><div")
    )
    assert record(markup, URL).headline == TITLE


def test_title_alone_gives_the_headline_without_the_site():
    assert record(f"<html><head><title>{TITLE} | Contoh</title></head><body>{STORY}", URL).headline == TITLE


def test_page_of_a_known_portal_without_a_layout_says_so():
    article = record(around(STORY), KOMPAS)
    assert article.portal == "kompas"
    assert "layout_unknown" in codes(article)
    assert article.article_body == BODY
    assert article.metadata.extraction.layout is None


def test_noise_of_the_portal_is_known_where_its_layouts_are_not():
    insert = "<div class='kcm-read-copy'>Gudang Garam Baru di Pesisir Utara Mulai Dipakai Bersama.</div>"
    page = around(f"<div class='new-template'><p>{ONE}</p>{insert}<p>{TWO}</p><p>{THREE}</p></div>")
    assert record(page, KOMPAS).article_body == BODY
    assert record(page, URL).article_body != BODY


def test_noise_of_the_portal_that_would_be_all_the_text_is_none():
    page = around(f"<main><div class='kcm-read-copy'>{STORY}</div></main>")
    assert record(page, KOMPAS).article_body == BODY


def test_page_of_no_portal_does_not_say_so():
    assert "layout_unknown" not in codes(record(around(STORY), URL))


def test_layout_with_an_empty_body_is_rescued():
    article = record(kompas("", below=f"<div class='entry-content'>{STORY * 3}</div>"))
    assert article.article_body.startswith(BODY)
    assert "layout_suspect" in codes(article)


def test_layout_with_a_body_is_not_suspect():
    assert "layout_suspect" not in codes(record(kompas(STORY)))


def test_generic_switch_leaves_the_layout_out():
    article = record(kompas(STORY), options=Options(generic=True))
    assert article.metadata.extraction.layout is None
    assert article.article_body == BODY
    assert "layout_unknown" not in codes(article)


def test_verify_is_silent_where_both_agree():
    article = record(kompas(STORY * 2), options=Options(verify=True))
    assert "body_disagrees" not in codes(article)


def test_verify_notes_another_body():
    other = "".join(
        f"<p>Sidang keluarga nelayan nomor {n} membahas perahu, jala, ombak, serta cuaca buruk dan layar sobek.</p>"
        for n in range(30)
    )
    article = record(kompas(STORY, below=f"<article>{other}</article>"), options=Options(verify=True))
    assert "body_disagrees" in codes(article)


def test_deep_page_of_no_rule():
    deep = "<div>" * 2000 + STORY + "</div>" * 2000
    assert ONE in record(around(deep), URL).article_body


ARTICLE = "<meta property='og:type' content='article'>"
SHORT = "<div class='isi'><p>Perahu garam terakhir sandar di Teluk Biru malam ini.</p><p>{}</p></div>"
LAST = "Muatannya dibongkar esok pagi oleh para kuli angkut."


def test_short_text_of_a_page_that_calls_itself_an_article():
    article = record(around(SHORT.format(LAST), head=ARTICLE), URL)
    assert article.article_body == f"Perahu garam terakhir sandar di Teluk Biru malam ini.\n\n{LAST}"


@pytest.mark.parametrize(
    ("head", "last"),
    [("", LAST), (ARTICLE, "Muatannya dibongkar esok pagi oleh para kuli angkut setempat")],
    ids=["no article", "no sentences"],
)
def test_short_text_without_evidence_is_no_body(head, last):
    assert not record(around(SHORT.format(last), head=head), URL).article_body


def test_short_text_above_the_headline_is_no_body():
    banner = SHORT.format(LAST)
    markup = around("<p>Foto</p>", head=ARTICLE).replace("<h1>", f"{banner}<h1>")
    assert not record(markup, URL).article_body
