"""Writers and editors of a page that no rule knows."""

import pytest

from tests.extractors.ruleless.unknown import TITLE, page
from tests.invented import STORY, URL, record

IMG = "<img src='https://contoh.id/a.jpg'>"


def names(people):
    return [person.name for person in people]


@pytest.mark.parametrize(
    "byline",
    [
        "<div class='nmreporter'>Wira Teluk</div>",
        "<span class='post-author'>Oleh: Wira Teluk</span>",
        "<author>Wira Teluk</author>",
        "<ul><li><span>Wira Teluk</span><span>Penulis</span></li></ul>",
        "<table><tr><td>Penulis</td><td>: Kontributor Teluk Biru, Wira Teluk</td></tr></table>",
        "<div class='reporter-line'>EKONOMI | 13 September 2023 14:05 Reporter : Wira Teluk</div>",
    ],
)
def test_author_by_class_tag_or_label(byline):
    assert names(page(under=byline).authors) == ["Wira Teluk"]


def test_editor_in_a_pop_up_far_from_the_text():
    popup = "<div><ul><li><span class='n'>Sari Ombak</span><span class='r'>Editor</span></li></ul></div>"
    article = page(above=popup)
    assert (names(article.editors), names(article.authors)) == (["Sari Ombak"], [])


def test_name_behind_its_label_in_a_list():
    people = "<ul><li>Reporter</li><li>Wira Teluk</li><li>Editor</li><li>Sari Ombak</li></ul>"
    article = page(under=people)
    assert (names(article.authors), names(article.editors)) == (["Wira Teluk"], ["Sari Ombak"])


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"<div class='photo'>{IMG}<span class='author'>Toni Lensa</span> Tambak dari udara.</div>",
        f"<figure>{IMG}<figcaption><span class='author'>Toni Lensa</span></figcaption></figure>",
        "<div class='comments'><b class='author'>Toni Lensa</b><p>Setuju sekali.</p></div>",
    ],
    ids=["picture", "figure", "comment"],
)
def test_name_in_a_picture_or_comment_is_no_author(elsewhere):
    assert "Toni Lensa" not in names(page(under=elsewhere).authors)


def test_link_to_a_writers_page_below_the_headline_names_the_writer():
    assert names(page(under="<a href='https://contoh.id/penulis/wira-16'>Wira Teluk</a>").authors) == [
        "Wira Teluk"
    ]
    assert names(page(under="<a href='https://contoh.id/tokoh/wira-16'>Wira Teluk</a>").authors) == []
    assert names(page(below="<a href='https://contoh.id/penulis/wira-16'>Wira Teluk</a>" * 2).authors) == []


@pytest.mark.parametrize(
    "line",
    [
        "<div class='penulis'><span>Wira Teluk</span><time>Diterbitkan 13 September 2023, 14:05 WIB</time></div>",
        "<div class='byline'><a class='reporter-name'>Wira Teluk</a><div>Terbit 13 Sep 2023 14:05 WIB</div></div>",
    ],
)
def test_label_of_a_date_beside_the_writer_is_no_name(line):
    assert names(page(under=line).authors) == ["Wira Teluk"]


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("<span class='author'>Redaktur: Sari Ombak</span>", [], ["Sari Ombak"]),
        ("<span class='author'>Market - Wira Teluk, CNBC Indonesia</span>", ["Wira Teluk"], []),
        ("<div class='author'><a rel='author'>Wira Teluk</a> <i>Jurnalis Senior</i></div>", ["Wira Teluk"], []),
        ("<div class='author'>Wira Teluk <a href='mailto:w@a.id'>Email penulis</a></div>", ["Wira Teluk"], []),
        ("<div class='author'><b>Wira Teluk</b><p>WIRA TELUK</p></div>", ["Wira Teluk"], []),
        ("<span class='author'>Contoh</span>", [], []),
        ("<span class='author'>PT Teluk Multi Media</span>", [], []),
    ],
)  # fmt: skip
def test_a_writers_element_holds_more_than_writers(line, authors, editors):
    article = page(under=line)
    assert (names(article.authors), names(article.editors)) == (authors, editors)


def test_the_name_in_a_writer_s_box_without_the_writer_s_post_and_life():
    box = (
        "<div class='author-box'><h4><a href='/wira'>Wira Teluk</a></h4><span>Guru</span>"
        "<p>Penikmat kopi dan pencinta laut yang menulis di sela mengajar.</p><a href='#'>Ikuti</a></div>"
    )
    assert names(page(under=box).authors) == ["Wira Teluk"]


def test_two_names_of_which_one_is_a_link_are_two():
    assert names(page(under="<div class='penulis'><a href='/p/1'>Wira Teluk</a>, Laksmi Asih</div>").authors) == [
        "Wira Teluk", "Laksmi Asih",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "account", ["admin radar", "Admin Kominfo", "kabarWarga", "lintang45News", "Community Writer"]
)
def test_an_account_or_a_post_is_nobody(account):
    assert page(under=f"<div class='author'><a href='/penulis/x'>{account}</a></div>").authors == []


def test_an_office_named_by_the_page_s_head_is_no_person():
    markup = "<meta name='author' content='Dinas Komunikasi dan Informatika Kabupaten Teluk Biru'>"
    assert page(above=markup).authors == []


def test_a_class_that_is_a_word_for_by():
    assert names(page(under="<div class='by'>Wira Teluk / WTL</div>").authors) == ["Wira Teluk"]


def test_the_line_of_the_writer_leaves_the_text():
    article = page(
        under="<p>Rabu, 13 September 2023</p>",
        inside="<span class='rpt penulis'>Wira Teluk - contoh.id</span><br>",
    )
    assert names(article.authors) == ["Wira Teluk"]
    assert "Wira" not in article.article_body


@pytest.mark.parametrize(
    "line",
    [
        "<div><span>23 November 2023, 14:20 WIB</span> | editor : <a href='/author/laksmi'>Laksmi Asih</a></div>",
        "<p>Penyunting: <a href='/penulis/laksmi'>Laksmi Asih</a></p>",
        "<div><b>Redaktur :</b> <a href='/author/laksmi'>Laksmi Asih</a></div>",
    ],
)
def test_the_label_before_a_link_says_who_its_name_is(line):
    article = record(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{line}<div>{STORY}</div></body></html>",
        URL,
    )
    assert [one.name for one in article.editors] == ["Laksmi Asih"]
    assert article.authors == []


@pytest.mark.parametrize("first", ["(contoh.id - wir/lak)", "[wir]", "Source : Wira Samudra"])
def test_labels_behind_a_mark_or_a_source_name_their_people(first):
    line = f"<div>{first}<br>Penulis: Wira Samudra<br>Editor: Laksmi Asih</div>"
    article = record(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{STORY}</div>{line}</body></html>",
        URL,
    )
    assert [one.name for one in article.authors] == ["Wira Samudra"]
    assert [one.name for one in article.editors] == ["Laksmi Asih"]


@pytest.mark.parametrize(
    "centre", ["Pusat Studi Air", "Lembaga Penelitian Garam Nusantara", "Balai Riset Pesisir"]
)
def test_a_centre_of_research_is_nobodys_name(centre):
    line = f"<ol class='authors'><li><a href='/profiles/wira'>Wira Samudra</a><p>Peneliti, {centre}</p></li></ol>"
    article = record(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{line}<div>{STORY}</div></body></html>",
        URL,
    )
    assert [one.name for one in article.authors] == ["Wira Samudra"]


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        (
            "<div class='info-author'><a href='#'>Wira Samudra</a> | Editor: Laksmi Asih</div>",
            ["Wira Samudra"],
            ["Laksmi Asih"],
        ),
        (
            "<div class='info-author'><a href='/kanal/pasar'>Pasar Ikan</a> | Editor: Laksmi Asih</div>",
            [],
            ["Laksmi Asih"],
        ),
        (
            "<div class='tim_editor'><a href='#'><b class='n'>Laksmi Asih</b><b class='job'>Editor</b></a></div>",
            [],
            ["Laksmi Asih"],
        ),
        (
            "<h6><i class='nameEditor'>Wira Samudra,</i></h6><div><b>Wira Samudra</b><b>Penulis</b></div>",
            ["Wira Samudra"],
            [],
        ),
        ("<div class='editor'>(zik)</div>", [], []),
        (
            "<ul><li><a href='/me/laksmi'><span>Laksmi Asih Ombak</span><span>Editor</span></a></li></ul>",
            [],
            ["Laksmi Asih Ombak"],
        ),
        (
            "<div><b class='my-author'>Wira Samudra</b><b class='my-authortitle'>Dosen Muda</b></div>",
            ["Wira Samudra"],
            [],
        ),
        (
            "<div><iframe src='https://www.youtube.com/embed/a1'></iframe><b class='author'>Toni Lensa</b></div>",
            [],
            [],
        ),
    ],
    ids=["linked", "channel", "glued", "labelled elsewhere", "initials", "entry", "life", "video"],
)
def test_who_a_box_at_the_headline_names(line, authors, editors):
    article = page(under=line)
    assert (names(article.authors), names(article.editors)) == (authors, editors)


def test_a_byline_before_the_first_paragraph_names_its_writers():
    article = page(inside="<p></p><p><strong>Oleh: Wira Samudra dan Laksmi Asih</strong></p>")
    assert names(article.authors) == ["Wira Samudra", "Laksmi Asih"]


def test_a_meta_that_the_site_names_after_itself_tells_the_writer():
    meta = "<meta name='contohcom_news_author' content='Wira Samudra'>"
    assert names(page(above=meta).authors) == ["Wira Samudra"]


@pytest.mark.parametrize(
    "stated",
    [
        "<div class='date-published' data-date='2026-01-07 08:36:24'></div>",
        "<meta name='publication_date' content='2026-01-07T08:36:24+07:00'>",
    ],
)
def test_a_date_that_no_text_prints(stated):
    markup = f"<html><body><h1>{TITLE}</h1>{stated}<div>{STORY * 2}</div></body></html>"
    assert record(markup, "https://contoh.id/berita/panen-garam").date_published.startswith(
        "2026-01-07T08:36:24"
    )


def test_both_names_of_a_label_are_writers():
    line = "<span>Penulis</span> <a href='/profile/1'>Wira Samudra</a>, <a href='/profile/2'>Laksmi Asih</a>"
    article = page(below=f"<div class='credit'><div class='credit__item' id='penulis'>{line}</div></div>")
    assert names(article.authors) == ["Wira Samudra", "Laksmi Asih"]


def test_a_label_before_a_name_says_more_than_what_its_element_is_called():
    said = "<p class='writer'>Artikel ini ditulis oleh:</p><p class='editor'>Wira Samudra</p>"
    article = page(below=said)
    assert (names(article.authors), names(article.editors)) == (["Wira Samudra"], [])


def test_a_heading_labels_the_name_below_it():
    box = "<h6>EDITOR</h6><p>Laksmi Asih</p><h6>PENULIS</h6><p>Wira Samudra</p>"
    article = page(below=f"<div class='kru'>{box}</div>")
    assert (names(article.authors), names(article.editors)) == (["Wira Samudra"], ["Laksmi Asih"])
