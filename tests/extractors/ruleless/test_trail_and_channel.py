"""Trail and channel of a page that no rule knows."""

import pytest

from tests.extractors.ruleless.unknown import TITLE, page
from tests.invented import STORY, URL, record

IMG = "<img src='https://contoh.id/a.jpg'>"


@pytest.mark.parametrize(
    "trail",
    [
        "<div><a href='/'>Beranda</a> » <a href='/ekonomi'>Ekonomi</a></div>",
        "<ul><li><a href='/'>Home</a></li><li><a href='/ekonomi'>Ekonomi</a></li></ul>",
        "<div><a href='/'>contohNews</a> / <a href='/berita'>Berita</a> / <a href='/ekonomi'>Ekonomi</a></div>",
        "<div>Home » <h4><a href='/topik/ekonomi'>Ekonomi</a></h4></div>",
        "<div class='breadcrumb'><a href='/'>Home</a> / <a href='/e'>Ekonomi</a> / <a>Detail Berita</a></div>",
        "<ol class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/ekonomi'>Ekonomi</a></li></ol>",
    ],
    ids=[
        "arrows",
        "right above the headline",
        "the site's name for home",
        "home is no link",
        "page type",
        "class",
    ],
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


@pytest.mark.parametrize(
    "trail",
    [
        "<h4 class='breadcrump'><a href='https://uang.contoh.id'>Uang</a> / <a href='/pasar'>Pasar</a></h4>",
        "<div><a class='breadcrumb-step' href='/'>Contoh</a><a class='breadcrumb-step' href='/u/pasar'>Pasar</a></div>",
        "<div class='bread-crumb'><a href='/pasar'>Pasar</a></div>",
    ],
    ids=["misspelt, no home", "the links bear the class", "one channel"],
)
def test_trail_by_its_class(trail):
    assert page(above=trail).section == "Pasar"


@pytest.mark.parametrize(
    "no_trail",
    [
        "<div class='breadcrump'><a href='https://contoh.id/'>Contoh Kabar</a></div>",
        "<div class='breadcrump'>" + "".join(f"<a href='/k{n}'>Kanal {n}</a>" for n in "abcdef") + "</div>",
    ],
    ids=["the home page alone", "a menu"],
)
def test_no_trail_by_its_class(no_trail):
    assert page(above=no_trail).section is None


@pytest.mark.parametrize(
    ("above", "under"),
    [
        ("<div class='upperdeck-kanal'>Pasar</div>", ""),
        ("<div class='article-category'><a href='/pasar'>Pasar</a></div>", ""),
        ("", "<span itemprop='articleSection'>Pasar</span>"),
        ("", "<span class='kategori'>Kategori: <a rel='category tag' href='/pasar'>Pasar</a></span>"),
        ("", "<div class='kategori-date'><a href='/pasar'>Pasar</a> <span>2 jam lalu</span></div>"),
    ],
)
def test_channel_printed_at_the_headline(above, under):
    assert page(above=above, under=under).section == "Pasar"


@pytest.mark.parametrize(
    ("above", "under"),
    [
        ("", "<div class='category'><a href='/pasar'>Pasar</a> <a href='/tambak'>Tambak</a></div>"),
        ("<nav><span class='kanal'>Pasar</span></nav>", ""),
        ("", "<div class='wa-channel'><a href='/wa'>Ikuti kami di kanal</a></div>"),
        ("", "<div class='whatsapp-channel'>Contoh Kabar</div>"),
        ("<div class='kanal'>Pasar</div>" + "<i></i>" * 30, ""),
        ("<article class='post category-uang'><a href='/redaksi'>Redaksi</a>", ""),
    ],
    ids=["two", "menu", "invitation", "channel of another kind", "far", "whole story"],
)
def test_what_is_no_channel_of_the_story(above, under):
    assert page(above=above, under=under).section is None


def test_channel_in_the_element_that_holds_headline_and_text():
    label = "<div class='category'><a href='/pasar'>Pasar</a></div>"
    html = f"<title>{TITLE}</title><article>{label}<div><h1>{TITLE}</h1></div>{STORY * 2}</article>"
    assert record(html, URL).section == "Pasar"


MENU = "".join(f"<a href='/{name}'>{name.title()}</a>" for name in ("", "berita", "daerah", "ekonomi"))


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("daerah/2023/panen-garam-naik", "Daerah"),
        ("berita/2023/panen-garam-naik", None),
        ("ragam/panen-garam-naik", None),
    ],
)
def test_the_channel_of_the_address_counts_where_the_menu_has_it(path, section):
    html = f"<html><head><title>{TITLE}</title></head><body>{MENU}<h1>{TITLE}</h1><div>{STORY * 2}</div></body></html>"
    assert record(html, f"https://contoh.id/{path}").section == section


def test_a_row_of_links_about_the_outlet_is_no_trail():
    links = "<a href='/'>Home</a> / <a href='/redaksi'>Redaksi</a> / <a href='/kontak'>Kontak</a>"
    assert page(above=f"<div>{links}</div>").section is None


@pytest.mark.parametrize(
    ("trail", "section"),
    [
        ("<ol class='breadcrumb'><li><a href='/'>Home</a></li><li>News</li></ol>", "News"),
        ("<ul class='breadcrumb'><li><a href='/berita'>Berita</a></li></ul>", "Berita"),
    ],
)
def test_a_lone_step_is_the_section_though_it_is_called_news(trail, section):
    assert page(above=trail).section == section


def test_links_to_the_steps_of_the_address_are_a_trail():
    above = "<p><a href='/berita'>Berita</a> / <a href='/berita/2023'>Pesisir</a></p>"
    assert page(above=above).breadcrumbs == ["Berita", "Pesisir"]
    beside = "<p><a href='/berita'>Berita</a> / <a href='/ekonomi'>Ekonomi</a></p>"
    assert page(above=beside).breadcrumbs == []


CHANNELS = (
    "<div><a href='/a'>Ekonomi</a> <a href='/b'>Daerah</a> <a href='/c'>Ragam</a> <a href='/d'>Bola</a></div>"
)


def test_a_link_below_the_headline_that_the_menu_holds_is_the_channel():
    assert page(above=CHANNELS, under="<i><a href='/b'>Daerah</a></i>").section == "Daerah"
    assert page(above=CHANNELS, under="<i><a href='/b'>Daerah</a> <a href='/c'>Ragam</a></i>").section is None
    assert page(above=CHANNELS, under="<i><a href='/x'>Daerah</a></i>").section is None


def test_a_link_alone_right_above_the_headline_that_the_menu_holds_is_the_channel():
    assert page(above=f"{CHANNELS}<p>x</p><div><a href='/b'>Daerah</a></div>").section == "Daerah"
    assert page(above=CHANNELS).section is None


def test_the_channel_of_the_title_is_that_of_the_menu():
    markup = (
        f"<html><head><title>{TITLE} - Daerah - Contoh</title></head><body>{CHANNELS}<h1>{TITLE}</h1>"
        f"<div class='isi'>{STORY}</div>"
    )
    assert record(markup, URL).section == "Daerah"
    assert record(markup.replace("- Daerah -", "- Pesisir -"), URL).section is None


def test_a_menu_that_leads_to_its_own_steps_is_no_trail():
    names = {"/kategori/laut/": "Laut", "/donasi/": "Donasi"}
    links = "".join(f"<li><a href='{url}'>{name}</a></li>" for url, name in names.items())
    article = page(above=f"<ul id='top-menu' class='nav'><li><a href='/'>Beranda</a></li>{links}</ul>")
    assert (article.breadcrumbs, article.section) == ([], None)


def test_links_below_each_other_are_no_trail():
    rows = "<a href='/'>Beranda</a><br><a href='/p?t=3'>Kota</a><br><a href='/p?n=tautan'>Tautan</a><br>"
    assert page(above=f"<font>{rows}</font>").breadcrumbs == []


def test_the_class_of_the_whole_page_names_no_trail():
    links = "<p><a href='/garam'>Kabar Garam</a></p><p><a href='/w'>Wawancara</a></p>"
    story = f"<h1>{TITLE}</h1><div>{STORY * 2}</div>{links}"
    head = f"<head><title>{TITLE}</title></head>"
    markup = f"<html>{head}<body class='breadcrumbs-hidden'>{story}</body></html>"
    assert record(markup, URL).breadcrumbs == []


def test_category_linked_behind_the_text():
    filed = "<footer>Filed Under: <a href='/wawancara' rel='category tag'>Wawancara</a></footer>"
    assert page(below=filed).section == "Wawancara"


@pytest.mark.parametrize(
    ("menu", "section"),
    [
        ("<ul><li><a href='/kategori/bisnis'>BISNIS</a></li></ul>", "Bisnis"),
        ("<a href='/kategori/bisnis'>BISNIS</a><hr>", None),
        ("<ul><li><a href='/kategori/laut'>LAUT</a></li></ul>", None),
    ],
)
def test_an_entry_of_the_menu_in_the_date_line_is_the_channel(menu, section):
    line = "<small>Kamis, 31 Mei 2018 - 22:04:31 WIB <i></i> Bisnis <i></i> 1432 kali</small>"
    assert page(above=menu, under=line).section == section


ENTRIES = "".join(
    f"<li><a href='/{step}'>{name}</a></li>"
    for step, name in (
        ("", "Beranda"),
        ("rilis", "Siaran Pers"),
        ("profil", "Profil"),
        ("unduh", "Unduhan"),
        ("ppid", "PPID"),
    )
)
TOP = (
    f"<html><head><title>{{t}}</title></head><body><ul>{ENTRIES}</ul>{{line}}<h1>{{t}}</h1>"
    "<p>Rabu, 13 September 2023 14:05 WIB</p><div>{text}</div></body></html>"
)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("<div><a href='/'>Home</a> / <a href='/industri'>Industri</a> / Agribisnis</div>", "Agribisnis"),
        ("<div><a href='/'>Home</a> / <a href='/industri'>Industri</a> / Berita</div>", "Industri"),
        (
            "<ul class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/s'>Sumut</a></li><li>Baca</li></ul>",
            "Sumut",
        ),
        ("<div><span id='lblKanal'>Siaran Pers</span></div>", "Siaran Pers"),
        ("<div><span id='lblKanal'>Menteri Pangan</span></div>", None),
    ],
)
def test_the_last_step_without_a_link_and_the_line_that_the_menu_holds(line, section):
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    assert record(TOP.format(t=title, line=line, text=STORY), URL).section == section


@pytest.mark.parametrize(
    "menu",
    [
        "<a href='/'>Home</a> <a href='/news'>News</a> <a href='/news/griya'>Griya</a> <a href='/resep'>Resep</a>",
        "<a href='/'>Home</a> | <a href='/?k=4'>Griya</a> | <a href='/?k=5'>Resep</a>",
    ],
)
def test_a_row_of_links_whose_last_leads_elsewhere_is_a_menu(menu):
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    article = record(
        f"<html><head><title>{title}</title></head><body><div>{menu}</div><div>Griya</div><h1>{title}</h1>"
        f"<div>{STORY}</div></body></html>",
        "https://contoh.id/news/griya/panen-garam-di-teluk-biru-naik",
    )
    assert article.breadcrumbs == []
    assert article.section == "Griya"


MENU = (
    "<ul><li><a href='/'>Beranda</a></li><li><a href='/ekonomi'>Ekonomi</a></li>"
    "<li><a href='/daerah'>Daerah</a></li></ul>"
)
WRITER = "<a href='/author/wira-teluk'>Wira Teluk</a>"


@pytest.mark.parametrize(
    "places",
    [
        {
            "under": f"<p><i>x</i><b>y</b>{WRITER}<i>z</i><i>z</i><i>z</i>"
            "<span class='cat-links'><a href='/k'>Ekonomi</a></span></p>"
        },
        {"under": "<p class='entry-meta-categories'><a href='/k'>Ekonomi</a></p>"},
        {
            "under": "<dl><dt>Detail</dt><dd class='category-name'>Kategori: <a href='/k'>Ekonomi</a></dd></dl>"
        },
        {"below": "<div class='itemCategory'><span>Diterbitkan di</span> <a href='/k'>Ekonomi</a></div>"},
        {"above": MENU, "under": "<div><span>13 September 2023</span><span>Ekonomi</span></div>"},
    ],
    ids=["behind writer and date", "plural", "list of details", "behind the text", "a menu's word alone"],
)
def test_section_that_a_theme_prints_beside_date_and_writer(places):
    assert page(**places).section == "Ekonomi"


def test_a_writer_who_is_linked_above_and_below_the_headline_is_no_channel():
    assert page(above=f"<div>{WRITER}</div>", under=f"<div>{WRITER}</div>").section is None


def test_what_all_channels_are_called_is_the_section_where_nothing_else_is():
    trail = "<div class='breadcrumb'><a href='/'>Home</a> / <a href='/berita'>Semua Berita</a></div>"
    banner = "<h2>Ekonomi</h2>"
    assert page(above=MENU + banner + trail).section == "Ekonomi"
    assert page(above=trail).section == "Semua Berita"


@pytest.mark.parametrize(
    "places",
    [
        {"above": "<div><a href='/kategori/ekonomi-daerah'>Ekonomi Daerah</a></div>"},
        {"below": "<div class='taxonomy-category'><a href='/k' rel='tag'>Ekonomi Daerah</a></div>"},
    ],
    ids=["by its address", "by its box behind the text"],
)
def test_section_of_a_category_that_no_menu_holds(places):
    assert page(**places).section == "Ekonomi Daerah"


@pytest.mark.parametrize(
    "link",
    ["<a href='/kategori/pasar'>Ekonomi</a>", "<ul><li><a href='/kategori/ekonomi'>Ekonomi</a></li></ul>"],
)
def test_a_category_of_a_menu_or_of_another_name_is_not_the_pages(link):
    assert page(above=f"<div>{link}</div>").section is None


def test_the_site_that_the_title_names_is_no_channel():
    logo = "<a href='index.php'>Contoh</a>"
    assert page(above=logo).section is None


def test_section_from_the_one_entry_below_the_headline_that_leads_to_a_category():
    entries = "<li><a href='#'>admin</a></li><li><a href='/kategori/kesiapsiagaan'>Kesiapsiagaan</a></li>"
    trail = "<div class='breadcrumb'><a href='/'>Home</a> / <a href='/berita'>Semua Berita</a></div>"
    assert page(above=trail, under=f"<ul>{entries}</ul>").section == "Kesiapsiagaan"


def test_section_from_the_tag_above_the_headline_that_the_menu_calls_a_channel():
    menu = "<ul><li><a href='/esai'>Esai</a></li><li><a href='/arsip'>Arsip</a></li></ul>"
    tag = "<section class='atas'><a href='/tag/esai/'>Esai</a></section>"
    assert page(above=menu + "<p>x</p>" * 40 + tag).section == "Esai"


def test_section_behind_the_label_of_a_category_below_the_headline():
    line = "Dipublikasikan oleh Wira Teluk pada Rabu, 13 September 2023 dalam kategori <a href='/k?id=2'>Warta</a>"
    article = page(under=f"<p>{line}</p>")
    assert (article.section, [person.name for person in article.authors]) == ("Warta", ["Wira Teluk"])


@pytest.mark.parametrize(
    ("line", "section"),
    [("13 September 2023 | 14:05 wib | Daerah", "Daerah"), ("13-09-2023 / KOMISI IV", "KOMISI IV")],
)
def test_section_at_the_end_of_the_date_line(line, section):
    assert page(under=f"<div>{line}</div>").section == section
