"""What kind of page it is."""

import pytest

from tests.invented import KOMPAS, ONE, STORY, THREE, TWO, URL, codes, kompas, record

LONG = STORY * 8


def kind(body, url=KOMPAS, **facts):
    return record(body, url, **facts).kind


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("Panen Garam di Teluk Biru", KOMPAS, "article"),
        ("Foto: Panen Garam di Teluk Biru", KOMPAS, "gallery"),
        ("[FOTO] Panen Garam di Teluk Biru", KOMPAS, "gallery"),
        ("VIDEO: Panen Garam di Teluk Biru", KOMPAS, "video"),
        ("LIVE REPORT: Panen Garam di Teluk Biru", KOMPAS, "live"),
        ("Laporan Langsung: Panen Garam di Teluk Biru", KOMPAS, "live"),
        ("Panen Garam di Teluk Biru", "https://contoh.id/foto/2023/panen-garam-di-teluk-biru", "gallery"),
        ("Panen Garam di Teluk Biru", "https://contoh.id/video/2023/panen-garam-di-teluk-biru", "video"),
        ("Foto Panen Garam Viral, Ini Kata Petani", KOMPAS, "article"),
        ("Live di Televisi, Petani Garam Mengeluh", KOMPAS, "article"),
    ],
)
def test_kind_by_headline_and_path(title, url, expected):
    assert kind(kompas(STORY, title=title), url) == expected


@pytest.mark.parametrize("path", ["foto", "video"])
def test_long_text_in_a_gallery_channel_is_an_article(path):
    assert kind(kompas(LONG), f"https://contoh.id/{path}/2023/panen-garam-di-teluk-biru") == "article"


def test_a_large_page_is_no_challenge_whatever_its_title():
    """The scripts of a challenge are small; a portal's page with its furniture is not."""
    page = f"<title>Just a moment...</title><h1>Panen Garam di Teluk Biru</h1><p>{ONE}</p>"
    assert kind(page) == "blocked"
    assert kind(page + f"<script>{'x' * 100_000}</script>") != "blocked"


@pytest.mark.parametrize(
    "title", ["Just a moment...", "Attention Required! | Cloudflare", "403 Forbidden", "Access Denied"]
)
def test_challenge_page_with_status_200(title):
    article = record(f"<html><head><title>{title}</title></head><body><p>Checking</p></body></html>")
    assert article.kind == "blocked"
    assert "blocked" in codes(article)


def test_challenge_script_on_a_small_page():
    assert (
        kind("<html><body><script src='/cdn-cgi/challenge-platform/x.js'></script><p>Tunggu</p>") == "blocked"
    )


@pytest.mark.parametrize("status", [401, 403, 429, 503])
def test_refused_request(status):
    assert kind("<html><body><p>Tidak boleh</p></body></html>", status=status) == "blocked"


def test_article_about_blocking_is_an_article():
    title = "Situs Penjual Garam Kena Access Denied, Ini Sebabnya"
    assert kind(kompas(STORY, title=title)) == "article"


def test_word_of_the_trade_in_a_generic_headline_is_an_article():
    body = f"<title>Captcha Kini Dipakai di Loket Garam</title><h1>Captcha Kini Dipakai di Loket Garam</h1>{LONG}"
    assert kind(f"<html><body>{body}</body></html>", "https://contoh.id/captcha-loket-garam") == "article"


@pytest.mark.parametrize(
    "title", ["404 Not Found", "Halaman Tidak Ditemukan", "Page not found - Contoh", "502 Bad Gateway"]
)
def test_error_page_with_status_200(title):
    assert kind(f"<html><head><title>{title}</title></head><body><p>Maaf</p></body></html>") == "other"


def test_error_status():
    assert kind("<html><body><p>Maaf, terjadi kesalahan.</p></body></html>", status=404) == "other"


def test_article_about_what_was_not_found_is_an_article():
    assert kind(kompas(STORY, title="Kapal Garam yang Hilang Belum Ditemukan")) == "article"


def test_article_whose_title_ends_in_not_found_is_an_article():
    body = kompas(LONG, title="Dua Nelayan Hilang di Teluk Biru Tidak Ditemukan").replace(" - Kompas.com", "")
    assert kind(body) == "article"


def test_index_is_full_of_links_and_has_no_text():
    links = "".join(f"<li><a href='/berita/{n}'>Judul berita {n}</a></li>" for n in range(40))
    assert kind(f"<html><body><ul>{links}</ul></body></html>", "https://regional.kompas.com/") == "index"


@pytest.mark.parametrize(
    "url",
    [
        "https://regional.kompas.com/",
        "https://contoh.id/indeks",
        "https://contoh.id/indeks-berita",
        "https://contoh.id/tag/garam",
    ],
)
def test_list_by_its_address_is_an_index_whatever_text_its_teasers_have(url):
    assert kind(f"<html><body><h1>Panen Garam</h1>{LONG}</body></html>", url) == "index"


@pytest.mark.parametrize(
    "url", ["https://contoh.id/?p=1234", "https://contoh.id/indeks-harga-garam-naik", None]
)
def test_address_that_is_no_list_leaves_the_article(url):
    assert kind(f"<html><body><h1>Panen Garam</h1>{LONG}</body></html>", url) == "article"


@pytest.mark.parametrize(
    "title", ["Persetujuan Cookie", "Kami Menghargai Privasi Anda", "Sebelum Anda Melanjutkan"]
)
def test_consent_wall(title):
    wall = f"<title>{title}</title><h1>{title}</h1><p>Situs ini memakai cookie.</p>"
    assert kind(f"<html><body>{wall}<form><button>Setuju</button></form></body></html>") == "blocked"
    assert kind(f"<html><body>{wall}</body></html>") == "other"


def test_article_about_consent_is_an_article():
    page = kompas(LONG, title="Sebelum Melanjutkan Panen, Petani Minta Persetujuan Privasi")
    assert kind(page.replace("</body>", "<form><button>Cari</button></form></body>")) == "article"


def test_page_without_text_and_links_is_other():
    assert kind("<html><body><div></div></body></html>") == "other"


@pytest.mark.parametrize("free", ["false", "False"])
def test_short_text_that_is_not_free_is_a_paywall(free):
    ld = f'<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":"{free}"}}</script>'
    article = record(kompas(STORY, head=ld))
    assert (article.kind, article.is_accessible_for_free) == ("paywall", False)


def test_long_text_that_is_not_free_is_an_article():
    ld = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    article = record(kompas(LONG, head=ld))
    assert (article.kind, article.is_accessible_for_free) == ("article", False)


def test_free_is_unknown_where_the_page_says_nothing():
    assert record(kompas(STORY)).is_accessible_for_free is None


WALLS = {
    "consent": "<h2>Kami menghargai privasi Anda</h2>",
    "dialog": "<h1>Sebelum melanjutkan ke Kabar Contoh</h1>",
    "login": "<h1>Masuk untuk melanjutkan</h1>",
    "register": "<h2>Silakan login atau daftar</h2>",
    "cookies": "<h3>Kami menggunakan cookie</h3>",
}
WALL_TEXT = (
    "<p>Kami dan mitra kami menyimpan informasi pada perangkat untuk layanan yang lebih baik bagi semua.</p>"
    * 9
)


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_of_many_words_is_blocked(name):
    wall = f"<div role=dialog>{WALLS[name]}{WALL_TEXT}<form><button>Setuju</button></form></div>"
    article = record(f"<html><head><title>Kabar Contoh</title></head><body>{wall}</body></html>", URL)
    assert (article.kind, codes(article)[-1]) == ("blocked", "blocked")


def test_a_page_under_maintenance_needs_no_button():
    text = "<h1>Situs sedang dalam pemeliharaan</h1>" + WALL_TEXT
    assert record(f"<html><body>{text}</body></html>", URL).kind == "blocked"


@pytest.mark.parametrize(
    "own",
    [
        "<div class=date>Rabu, 13 September 2023 14:05 WIB</div>",
        "<meta property='og:type' content='article'>",
    ],
)
def test_a_wall_over_an_article_blocks_nothing(own):
    story = f"<article><h1>Panen Garam di Teluk Biru</h1>{STORY}</article>"
    wall = "<title>Panen</title></head><body><h2>Kami menggunakan cookie</h2><button>Ya</button>"
    assert record(f"<html><head>{wall}{own}{story}</body></html>", URL).kind == "article"


def test_a_live_report_is_live_by_its_structured_data():
    data = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Panen Garam"}</script>'
    )
    stories = (ONE, TWO, THREE)
    entries = "".join(
        f"<div class=post><time>0{n}.00 WIB</time><p>{text}</p></div>" for n, text in enumerate(stories)
    )
    body = f"<body><h1>Panen Garam</h1><article>{entries}</article></body>"
    article = record(f"<html><head>{data}</head>{body}</html>", URL)
    assert article.kind == "live"
    assert tuple(block.text for block in article.blocks if len(block.text) > 20) == stories


@pytest.mark.parametrize(
    "wall",
    [
        "<div class=paywall><h3>Artikel ini khusus pelanggan</h3><p>Dapatkan akses penuh sekarang.</p></div>",
        "<p>Silakan berlangganan untuk membaca artikel selengkapnya.</p>",
        "<p>Anda telah mencapai batas baca gratis bulan ini.</p>",
    ],
)
def test_a_wall_in_the_text_is_no_text_and_says_that_it_is_not_free(wall):
    story = f"<h1>Panen Garam di Teluk Biru Naik</h1><article>{STORY}{wall}</article>"
    article = record(
        f"<html><head><title>Panen Garam di Teluk Biru Naik</title></head><body>{story}</body></html>", URL
    )
    assert article.is_accessible_for_free is False
    assert [block.text for block in article.blocks] == [ONE, TWO, THREE]


def test_a_page_that_calls_itself_free_has_an_offer_and_no_wall():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>'
    offer = "<p>Berlangganan untuk membaca artikel tanpa iklan.</p>"
    body = f"<h1>Panen Garam</h1><article>{STORY}{offer}</article>"
    assert record(f"<html><head>{data}</head><body>{body}</body></html>", URL).is_accessible_for_free is True
