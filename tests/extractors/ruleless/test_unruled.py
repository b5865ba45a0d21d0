"""Byline, trail, channel, tags and lead caption of a page that no rule knows."""

import pytest

from tests.invented import ONE, STORY, TWO, URL, record

IMG = "<img src='https://contoh.id/a.jpg'>"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"


def page(*, above="", under="", inside="", below=""):
    return record(
        f"<html><head><title>{TITLE} | Contoh</title></head><body>{above}<h1>{TITLE}</h1>{under}"
        f"<div class='isi'>{inside}{STORY * 2}</div>{below}</body></html>",
        URL,
    )


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


@pytest.mark.parametrize(
    "trail",
    [
        "<div><a href='/'>Beranda</a> » <a href='/ekonomi'>Ekonomi</a></div>",
        "<ul><li><a href='/'>Home</a></li><li><a href='/ekonomi'>Ekonomi</a></li></ul>",
        "<ol class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/ekonomi'>Ekonomi</a></li></ol>",
    ],
    ids=["arrows", "right above the headline", "class"],
)
def test_section_from_the_trail(trail):
    assert page(above=trail).section == "Ekonomi"


@pytest.mark.parametrize("names", [["Daerah", "Ekonomi"], ["Daerah", "Ekonomi", "Ragam", "Video"]])
def test_a_short_menu_above_the_headline_is_no_trail(names):
    links = "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in names)
    article = page(above=f"<ul class='menu'><li><a href='/'>Beranda</a></li>{links}</ul>")
    assert (article.breadcrumbs, article.section) == ([], None)


def test_a_trail_may_lead_over_hosts():
    links = "<li><a href='https://uang.contoh.id/'>Uang</a></li><li><a href='https://uang.contoh.id/pasar'>Pasar</a></li>"
    article = page(above=f"<ul><li><a href='https://contoh.id/'>Home</a></li>{links}</ul>")
    assert (article.breadcrumbs, article.section) == (["Home", "Uang", "Pasar"], "Pasar")


def test_section_highlighted_in_the_menu():
    menu = "".join(f"<li><a href='/k{n}'>Kanal {n}</a></li>" for n in range(12))
    active = "<li class='active'><a href='/ekonomi'>Ekonomi</a></li>"
    assert page(above=f"<ul><li><a href='/'>Home</a></li>{menu}{active}</ul>").section == "Ekonomi"


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


@pytest.mark.parametrize(
    ("box", "caption", "credit"),
    [
        (
            f"<div class='x'>{IMG}<span class='author'>Toni Lensa</span> Tambak dari udara saat panen</div>",
            "Tambak dari udara saat panen",
            "Toni Lensa",
        ),
        (
            f"<div>{IMG}</div><button>Bagikan</button><div class='photodesc'>Tambak saat panen. (ANTARA/Toni)</div>",
            "Tambak saat panen.",
            "ANTARA/Toni",
        ),
        (
            f"<div class='k'><div class='captionImg'>Tambak saat panen. (Contoh/Toni)</div>{IMG}</div>",
            "Tambak saat panen.",
            "Contoh/Toni",
        ),
    ],
    ids=["own box", "behind the buttons", "above the picture"],
)
def test_caption_of_the_lead_picture(box, caption, credit):
    image = page(under=box).images[0]
    assert (image.caption, image.credit) == (caption, credit)


def test_portrait_of_the_writer_has_no_caption():
    portrait = (
        "<div class='w'><img class='avatar' src='https://contoh.id/w.jpg'> Wira Teluk menulis soal laut</div>"
    )
    assert page(under=portrait).images == []


def test_credited_line_in_a_picture_box_leaves_the_text():
    line = "Tambak dari udara saat panen raya. (Foto: Toni Lensa/Contoh)"
    box = f"<div class='q'>{IMG}<div>{line}</div></div>"
    article = page(inside=f"<p>{ONE}</p>{box}<p>{TWO}</p>")
    assert "Tambak dari udara" not in article.article_body
    captions = [(image.caption, image.credit) for image in article.images]
    assert ("Tambak dari udara saat panen raya.", "Toni Lensa/Contoh") in captions


def test_paragraph_beside_a_picture_stays():
    article = page(inside=f"<div><img src='https://contoh.id/a.jpg'><p>{ONE}</p></div>")
    assert article.article_body.startswith(ONE)


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
