"""Index pages and pages of unknown sites: rows, titles and dates as a reader sees them."""

import json
from datetime import date

import pytest

from newsbot.discovery import announced, article_links, looks_like_article, read_index, usual_places
from newsbot.portals import Portal, Source

URL = "https://www.contoh.example/indeks"
PORTAL = Portal(
    id="contoh",
    name="Contoh",
    domains=("*.contoh.example",),
    article=(r"contoh\.example/read/(?P<id>\d+)",),
    drop=(r"/tag/", r"^https://video\."),
)
SOURCE = Source(kind="index", url=URL, items=("ul.rows h3 a",), item_date=("li .when",))


def page(body):
    return f"<!DOCTYPE html><html><head><title>Indeks</title></head><body>{body}</body></html>".encode()


def codes(listing):
    return [problem.code for problem in listing.problems]


ROWS = page(
    """<nav><a href="/read/90/menu">Pilihan redaksi di menu</a></nav><ul class="rows">
    <li><a href="/read/1/panen"><img src="1.jpg" alt="Tambak"></a><h3><a href="/read/1/panen">Panen garam</a></h3>
     <span class="when">Rabu, 01/05/2024 08:00 WIB</span></li>
    <li><h3><a href="/read/2/pasar?utm_source=i">Pasar ikan</a></h3>
     <span class="when">Kamis, 02/05/2024 09:00 WITA</span></li>
    <li><h3><a href="/read/3/perahu">Perahu baru</a></h3></li>
    <li><h3><a href="https://tetangga.example/read/4/x">Iklan tetangga</a></h3></li></ul>"""
)


def test_rule_selects_the_rows_with_their_titles_and_dates():
    listing = read_index(ROWS, URL, SOURCE, PORTAL)
    assert [(entry.url[-8:], entry.title, entry.date) for entry in listing.entries] == [
        ("source=i", "Pasar ikan", "2024-05-02T09:00:00+08:00"),
        ("/1/panen", "Panen garam", "2024-05-01T08:00:00+07:00"),
        ("3/perahu", "Perahu baru", None),
        ("read/4/x", "Iklan tetangga", None),
    ]
    assert listing.problems == []


def test_day_of_the_index_dates_a_row_without_one():
    listing = read_index(ROWS, URL, SOURCE, PORTAL, day=date(2024, 5, 3))
    assert {entry.title: entry.date for entry in listing.entries}["Perahu baru"] == "2024-05-03"


def test_rule_that_finds_nothing_is_told_and_links_stand_in():
    source = Source(kind="index", url=URL, items=("ul.lama a",))
    listing = read_index(ROWS, URL, source, PORTAL)
    assert {entry.url.split("/")[4] for entry in listing.entries} == {"1", "2", "3", "90"}
    assert codes(listing) == ["items_unmatched"]


def test_dropped_addresses_are_left_out():
    body = page(
        '<a href="https://video.contoh.example/read/5">V</a><a href="/tag/read/6">T</a><a href="/read/7">B</a>'
    )
    assert [entry.url[-1] for entry in read_index(body, URL, None, PORTAL).entries] == ["7"]


@pytest.mark.parametrize(
    ("row", "stated"),
    [
        ('<time datetime="2024-05-01T08:00:00+07:00">baru saja</time>', "2024-05-01T08:00:00+07:00"),
        ('<span title="Rabu, 01 Mei 2024 08:00 WIB">7 menit yang lalu</span>', "2024-05-01T08:00:00+07:00"),
        ('<div class="post-date">1 Mei 2024</div>', "2024-05-01"),
        ("<p>01/05/2024, 08:00 WIB</p>", "2024-05-01T08:00:00+07:00"),
        ('<span class="waktu">2 jam lalu</span>', "2024-05-01T10:00:00+07:00"),
        ("<p>28 Oktober</p>", None),
        ("<p>Harga naik sejak rapat para petani di balai desa pada hari Rabu 24 April 2024 itu</p>", None),
        ("", None),
    ],
)
def test_date_beside_a_link(row, stated):
    body = page(
        f'<div><h2><a href="/read/1/panen">Panen garam</a></h2>{row}</div><div><a href="/read/2/b">B</a></div>'
    )
    listing = read_index(body, URL, None, PORTAL, fetched_at="2024-05-01T12:00:00+07:00")
    assert {entry.url[-1]: entry.date for entry in listing.entries}["n"] == stated


def test_relative_date_without_the_time_of_the_fetch_is_none():
    body = page('<div><a href="/read/1/a">Panen</a><span class="date">2 jam lalu</span></div>')
    assert read_index(body, URL, None, PORTAL).entries[0].date is None


def test_headline_that_ends_in_a_date_is_no_date():
    body = page('<div><a href="/read/1/a">Jadwal kapal 20 Oktober 2021</a></div>')
    assert read_index(body, URL, None, PORTAL).entries[0].date is None


def test_date_inside_the_link_is_no_part_of_the_title():
    body = page(
        '<a href="/read/1/a"><b>Ekonomi</b> <span class="date">Rabu, 1 Mei 2024 08:00</span>'
        " <p>Panen garam tiba</p></a>"
    )
    entry = read_index(body, URL, None, PORTAL).entries[0]
    assert (entry.title, entry.date) == ("Panen garam tiba", "2024-05-01T08:00:00+07:00")


def test_date_far_from_the_addresss_own_is_left_out():
    body = page('<div><a href="/2024/05/01/panen-garam-di-rembang">Panen</a><time>1 Mei 2020</time></div>')
    listing = article_links(body, URL)
    assert (listing.entries[0].date, codes(listing)) == (None, ["wrong_dates"])


def test_dates_of_neighbours_stay_theirs():
    body = page(
        '<div><p><a href="/read/1/a">A</a></p><p><a href="/read/2/b">B</a> <time>2 Mei 2024</time></p></div>'
    )
    assert {entry.title: entry.date for entry in read_index(body, URL, None, PORTAL).entries} == {
        "A": None,
        "B": "2024-05-02",
    }


def test_next_page_is_a_child():
    body = page('<a href="/read/1/a">A</a><a rel="next" href="?page=2">Lanjut</a>')
    assert [child.url for child in read_index(body, URL, None, PORTAL).children] == [URL + "?page=2"]


@pytest.mark.parametrize("href", ["https://lain.example/2", URL, "javascript:next()"])
def test_next_page_elsewhere_is_none(href):
    assert read_index(page(f'<a rel="next" href="{href}">2</a>'), URL, None, PORTAL).children == []


def test_links_behind_an_early_end_of_the_document():
    body = page('<a href="/read/1/a">A</a><div></body></html><html><body><a href="/read/2/b">B</a>')
    assert [entry.title for entry in read_index(body, URL, None, PORTAL).entries] == ["A", "B"]


def test_flat_payload_is_followed():
    payload = [
        {"data": 1},
        [2],
        {"title": 3, "link": 4, "published_at": 5},
        "Panen garam",
        "/read/1/panen",
        "2024-05-01 08:00:00",
    ]
    entry = read_index(json.dumps(payload).encode(), URL, None, PORTAL).entries[0]
    assert (entry.url, entry.title, entry.date) == (
        "https://www.contoh.example/read/1/panen",
        "Panen garam",
        "2024-05-01T08:00:00",
    )


def test_data_of_a_page_for_its_scripts():
    data = json.dumps({"props": {"articles": [{"url": "/read/1/panen", "title": "Panen"}]}})
    body = page(f'<script type="application/json">{data}</script>')
    assert [entry.title for entry in read_index(body, URL, None, PORTAL).entries] == ["Panen"]


@pytest.mark.parametrize(
    ("body", "code"), [(b"", "empty"), (page("<p>Kosong</p>"), "no_links"), (b"[1,", "no_links")]
)
def test_page_without_articles_is_told(body, code):
    listing = read_index(body, URL, None, PORTAL)
    assert (listing.entries, codes(listing)) == ([], [code])


@pytest.mark.parametrize(
    "path",
    [
        "/2024/05/01/panen",
        "/read/2024/05/01/112/334455/panen-garam",
        "/berita/panen-garam-di-rembang-mulai-naik",
        "/nasional/123456/panen-garam",
        "/ekonomi/akWw69qk-panen-garam-tiba",
        "/ekonomi/panen-garam-tiba-10f512.html",
        "/20240501/panen-garam-tiba",
    ],
)
def test_addresses_of_articles(path):
    assert looks_like_article("https://contoh.example" + path)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/nasional",
        "/tag/panen-garam-di-rembang-mulai-naik",
        "/penulis/123456/nama-penulis-berita",
        "/pedoman-pemberitaan-media-siber-kami",
        "/2024/05/01/",
        "/unduh/panen-garam-di-rembang-2024.pdf",
        "/kode-etik-jurnalistik-dewan-pers",
        "/?p=12",
    ],
)
def test_addresses_of_no_articles(path):
    assert not looks_like_article("https://contoh.example" + path)


def test_number_in_a_query_needs_a_headline():
    url = "https://contoh.example/?p=1234"
    assert looks_like_article(url, "Panen garam di Rembang mulai naik")
    assert not looks_like_article(url, "Masuk")


def test_links_of_an_unknown_site_stay_on_it_and_out_of_menus():
    body = page(
        """<nav><a href="/berita-daerah-dan-desa-kita">Berita daerah</a></nav>
        <a href="https://ekonomi.contoh.example/berita/panen-garam-di-rembang-naik">Panen garam di Rembang naik</a>
        <a href="https://lain.example/berita/panen-garam-di-rembang-naik">Luar</a>
        <div class="footer"><a href="/2024/05/01/kapal">Kapal</a></div>"""
    )
    listing = article_links(body, URL)
    assert [(entry.url.split("/")[-1], entry.kind) for entry in listing.entries] == [
        ("panen-garam-di-rembang-naik", "link"),
        ("kapal", "link"),
    ]


def test_a_menu_that_holds_everything_is_none():
    body = page('<div class="navbar"><a href="/berita/panen-garam-di-rembang-naik">Panen garam</a></div>')
    assert len(article_links(body, URL).entries) == 1


def test_feeds_and_sitemaps_that_a_page_announces():
    body = b"""<html><head><link rel="alternate" type="application/rss+xml" href="/feed/">
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
    <link rel="alternate" hreflang="en" href="/en"><link rel="sitemap" href="/peta.xml"></head>
    <body><a href="/rss">RSS</a><a href="/sitemap-news.xml.gz">Peta</a><a href="https://lain.example/rss">x</a></body></html>"""
    assert [
        (child.url.removeprefix("https://www.contoh.example"), child.kind) for child in announced(body, URL)
    ] == [
        ("/peta.xml", "sitemap"),
        ("/sitemap-news.xml.gz", "sitemap"),
        ("/feed/", "feed"),
        ("/rss", "feed"),
    ]


def test_usual_places_are_on_the_sites_own_host():
    assert {child.url.split("/")[2] for child in usual_places(URL)} == {"www.contoh.example"}
