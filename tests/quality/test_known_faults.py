"""Faults of pages that no rule knows, in this and other extractors, each as a small page with its right value."""

import json

import pytest

from newsbot import extract

HOST = "https://www.kabardermaga.id"
URL = f"{HOST}/daerah/2024/06/20/nelayan-muara-jati-rakit-perahu-surya"
UNDATED = f"{HOST}/daerah/nelayan-muara-jati-rakit-perahu-surya"
FETCHED = "2024-06-21T09:00:00+07:00"
TITLE = "Nelayan Muara Jati Rakit Perahu Surya"
DAY = "Kamis, 20 Juni 2024 10:15 WIB"
STAMP = "2024-06-20T10:15:00+07:00"
STORY = (
    "Kelompok nelayan Muara Jati merakit tiga perahu bertenaga surya di halaman balai desa sejak awal bulan ini.",
    "Ketua kelompok, Sarwo Lumbung, menyebut biaya satu perahu mencapai Rp 37 juta dan ditanggung bersama.",
    "Menurut dia, perahu itu mampu melaut delapan jam tanpa solar ketika langit sedang cerah sepanjang hari.",
    "Panel dipasang di atap kabin agar geladak tetap lapang untuk jaring, bubu, dan kotak penyimpan ikan segar.",
    "Dinas perikanan setempat berjanji membantu uji kelayakan mesin sebelum musim angin barat tiba di pesisir.",
    "Pemilik galangan mengaku sudah menerima pesanan serupa dari empat desa tetangga sepanjang dua pekan terakhir.",
    "Guru sekolah kejuruan ikut melatih anak muda merawat baterai supaya umur pakainya lebih panjang lagi.",
)
BYLINE = "<div class='byline'>Penulis: Mira Laksana</div>"
DATE = f"<div class='date'>{DAY}</div>"


def told(paragraphs=STORY):
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def site(*, head="", title=TITLE, above=BYLINE + DATE, body=None, below="", heading=None):
    """A page of an invented portal that no rule knows."""
    heading = f"<h1>{title}</h1>" if heading is None else heading
    article = f"<article>{told() if body is None else body}</article>" if body != "" else ""
    return (
        f"<html lang='id'><head><title>{title} - Kabar Dermaga</title>{head}</head><body><nav><ul><li><a href='/'>"
        f"Beranda</a></li><li><a href='/daerah'>Daerah</a></li></ul></nav>{heading}{above}{article}{below}"
        "<footer><p>Hak cipta Kabar Dermaga.</p><a href='/tentang'>Tentang kami</a></footer></body></html>"
    )


def data(**facts):
    known = {"@type": "NewsArticle", "headline": TITLE, "datePublished": STAMP, **facts}
    return f'<script type="application/ld+json">{json.dumps(known)}</script>'


def script(text):
    return f'<script type="application/ld+json">{text}</script>'


def read(page, url=URL):
    return extract(page, url=url, fetched_at=FETCHED)


def texts(article):
    return [block.text for block in article.blocks if block.text]


def names(people):
    return [person.name for person in people]


MARKUP = told()
DATA_ONLY = {
    "articleBody of JSON-LD": site(
        head=data(articleBody="\n\n".join(STORY)), heading="", above="", body="", below="<div id='app'></div>"
    ),
    "articleBody behind a teaser": site(
        head=data(articleBody="\n\n".join(STORY), isAccessibleForFree=False),
        body=f"<p>{STORY[0]}</p><p>Langganan untuk membaca selengkapnya.</p>",
    ),
    "data of a script": site(
        heading="",
        above="",
        body="",
        below="<div id='__next'></div><script id='__NEXT_DATA__' type='application/json'>"
        + json.dumps({"props": {"pageProps": {"post": {"title": TITLE, "content": MARKUP}}}})
        + "</script>",
    ),
    "data of an attribute": site(
        heading="",
        above="",
        body="",
        below="<div data-page='"
        + json.dumps({"props": {"post": {"title": TITLE, "body": MARKUP}}})
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        + "'></div>",
    ),
}


@pytest.mark.parametrize("page", DATA_ONLY.values(), ids=DATA_ONLY)
def test_text_that_only_data_hold_is_read_from_them(page):
    article = read(page)
    assert (texts(article), article.metadata.fields["article_body"].witness) == (list(STORY), "structured")


LAZY = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


@pytest.mark.parametrize(
    ("markup", "path"),
    [
        (f"<img src='{LAZY}' data-src='/f/dua.jpg' alt='Perahu'>", "/f/dua.jpg"),
        (f"<img src='{LAZY}' data-srcset='/f/kecil.jpg 320w, /f/besar.jpg 1280w'>", "/f/besar.jpg"),
        (
            "<picture><source srcset='/f/a-320.webp 320w, /f/a-1280.webp 1280w'><img></picture>",
            "/f/a-1280.webp",
        ),
        ("<img class='lazy' src='/i/placeholder.png' data-original='/f/asli.jpg'>", "/f/asli.jpg"),
        ("<div class='lazy'></div><noscript><img src='/f/tanpa.jpg'></noscript>", "/f/tanpa.jpg"),
        (f"<img src='{LAZY}' data-lazy-src='/f/malas.jpg?w=640'>", "/f/malas.jpg?w=640"),
        ("<amp-img src='/f/amp.jpg' width='800' height='450'></amp-img>", "/f/amp.jpg"),
    ],
    ids=["data-src", "data-srcset", "source", "data-original", "noscript", "data-lazy-src", "amp-img"],
)
def test_picture_that_a_script_loads_has_its_address(markup, path):
    figure = f"<figure>{markup}<figcaption>Perahu di halaman balai</figcaption></figure>"
    article = read(site(body=told(STORY[:3]) + figure + told(STORY[3:])))
    assert [(image.url, image.caption) for image in article.images] == [
        (HOST + path, "Perahu di halaman balai")
    ]


def test_relative_links_start_where_the_base_says():
    picture = (
        "<p><img src='f/a.jpg' width='640' height='400'> Perahu itu diberi nama oleh anak-anak desa.</p>"
    )
    head = (
        f"<base href='https://arsip.kabardermaga.id/lama/'><link rel='canonical' href='{URL}?utm_source=rss'>"
    )
    article = read(site(head=head, body=told() + picture))
    assert [image.url for image in article.images] == ["https://arsip.kabardermaga.id/lama/f/a.jpg"]
    assert article.canonical_url == URL


def test_large_amp_picture_at_the_headline_is_the_articles():
    page = site(
        above=f"{BYLINE}{DATE}<amp-img src='/f/utama.jpg' width='800' height='450' alt='Perahu'></amp-img>"
    )
    assert [(image.url, image.alt, image.is_main) for image in read(page).images] == [
        (f"{HOST}/f/utama.jpg", "Perahu", True)
    ]


def test_small_amp_picture_at_the_headline_is_none():
    page = site(above=f"{BYLINE}{DATE}<amp-img src='/f/logo.jpg' width='48' height='48'></amp-img>")
    assert read(page).images == []


def test_amp_advertisement_has_no_text():
    ad = "<amp-ad width='300' height='250'><div placeholder>Iklan sedang dimuat</div></amp-ad>"
    assert texts(read(site(body=told(STORY[:4]) + ad + told(STORY[4:])))) == list(STORY)


def test_player_without_a_rule_is_a_video():
    player = "<div class='video'><iframe src='https://www.youtube.com/embed/ZyXwVuTs'></iframe></div>"
    article = read(site(body=told() + player))
    assert [video.url for video in article.videos] == ["https://www.youtube.com/embed/ZyXwVuTs"]


def test_line_with_a_credit_in_the_pictures_paragraph_is_its_caption():
    line = "<p><img src='/f/a.jpg' width='800'><br><em>Perahu diuji (Foto: Tejo Layar/Kabar Dermaga)</em></p>"
    article = read(site(body=line + told()))
    assert texts(article) == list(STORY)
    assert [(image.caption, image.credit) for image in article.images] == [
        ("Perahu diuji", "Tejo Layar/Kabar Dermaga")
    ]


NAME = "<span class='name'>Mira Laksana</span>"
POST = "<span class='author-title'>Wartawan Muda</span>"
MAIL = "<a href='mailto:mira@kabardermaga.id'>Surel</a>"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            f"<div class='author'><a href='/penulis/mira'>{NAME}</a>{POST}{MAIL}</div>",
            ["Mira Laksana"],
        ),
        ("<span class='author'>Mira Laksana</span>", ["Mira Laksana"]),
    ],
    ids=["job title and mail", "cards of other stories below"],
)
def test_author_is_the_name_alone(printed, expected):
    cards = "".join(
        f"<div class='item'><a href='/x/{i}'>Kabar lain nomor {i} soal pelabuhan</a><span class='author'>Orang {name}"
        "</span><span class='date'>2 jam lalu</span></div>"
        for i, name in enumerate(("Satu", "Dua", "Tiga"))
    )
    assert names(read(site(above=printed + DATE, below=f"<aside>{cards}</aside>")).authors) == expected


def test_author_may_be_a_reference_inside_the_data():
    key = f"{HOST}/#/person/4"
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "headline": TITLE, "datePublished": STAMP, "author": {"@id": key}},
            {"@type": "Person", "@id": key, "name": "Mira Laksana"},
        ]
    }
    assert names(read(site(head=script(json.dumps(graph)), above=DATE)).authors) == ["Mira Laksana"]


def test_outlet_in_the_data_is_no_author():
    head = data(author={"@type": "Organization", "name": "Kabar Dermaga"})
    assert read(site(head=head, above=DATE)).authors == []


BROKEN = {
    "hexadecimal escape": (r'"description":"Jum\x27at sore"', "Jum'at sore"),
    "escaped apostrophe": (r'"description":"Jum\'at sore"', "Jum'at sore"),
    "bare quotes": (
        '"description":"Kata "gotong royong" dipakai warga"',
        'Kata "gotong royong" dipakai warga',
    ),
    "two objects": ('"description":"Sore"}\n{"@type":"WebSite","name":"Kabar Dermaga"', "Sore"),
    "comment": ('/* isi */ "description":"Sore"', "Sore"),
}


@pytest.mark.parametrize(("broken", "description"), BROKEN.values(), ids=BROKEN)
def test_broken_data_are_read_as_far_as_they_go(broken, description):
    begun = f'"@type":"NewsArticle","headline":"{TITLE}","datePublished":"{STAMP}"'
    text = f'{{{begun},"author":{{"@type":"Person","name":"Mira Laksana"}},{broken}}}'
    article = read(site(head=script(text), above=""))
    assert (article.date_published, names(article.authors)) == (STAMP, ["Mira Laksana"])
    assert article.description == description
    assert "jsonld_repaired" in [problem.code for problem in article.metadata.problems]


ENTITIES = {
    "one layer": "Lurah &#8220;Jati&#8221; Buka Galangan &#8211; Warga Antre&hellip;",
    "two layers": "Lurah &amp;#8220;Jati&amp;#8221; Buka Galangan &amp;#8211; Warga Antre&amp;hellip;",
}


@pytest.mark.parametrize("headline", ENTITIES.values(), ids=ENTITIES)
def test_entities_in_data_are_undone_in_the_headline(headline):
    head = data(headline=headline, author={"@type": "Person", "name": "Mira &#8216;Mimi&#8217; Laksana"})
    article = read(site(head=head, title="", heading="<h1></h1>", above=DATE))
    assert article.headline == "Lurah “Jati” Buka Galangan – Warga Antre…"
    assert names(article.authors) == ["Mira ‘Mimi’ Laksana"]


def test_entities_in_data_are_undone_in_section_trail_and_description():
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Beranda"},
            {"@type": "ListItem", "position": 2, "name": "Niaga &#038; Laut"},
        ],
    }
    head = data(articleSection="Niaga &#038; Laut", description="Ramai&hellip;") + script(json.dumps(trail))
    article = read(site(head=head))
    assert (article.section, article.breadcrumbs) == ("Niaga & Laut", ["Beranda", "Niaga & Laut"])
    assert article.description == "Ramai…"


def test_age_at_the_headline_is_counted_from_the_time_of_fetching():
    page = site(above=f"{BYLINE}<span class='date'>5 jam yang lalu</span>")
    assert read(page, UNDATED).date_published == "2024-06-21T04:00:00+07:00"


OTHERS_DATES = {
    "list of stories": "<aside><h3>Terpopuler</h3><ul><li><a href='/p/1'>Kabar lain soal pelabuhan baru</a> "
    "<time datetime='2024-06-02T10:00:00+07:00'>2 Juni 2024</time></li></ul></aside>",
    "teaser beside": "<aside><div class='date'>Minggu, 02 Juni 2024 10:00 WIB</div><a href='/x'>Kabar lain dari "
    "rubrik olahraga</a></aside>",
}


@pytest.mark.parametrize("below", OTHERS_DATES.values(), ids=OTHERS_DATES)
def test_date_of_another_story_is_not_the_articles(below):
    article = read(site(above=BYLINE, below=below), UNDATED)
    assert article.date_published is None
    assert "missing" in [p.code for p in article.metadata.problems if p.field == "date_published"]


def test_live_report_has_its_entries_in_order():
    entries = [
        {"@type": "BlogPosting", "headline": f"Kabar {i}", "articleBody": text}
        for i, text in enumerate(STORY)
    ]
    head = data(**{"@type": "LiveBlogPosting", "liveBlogUpdate": entries})
    posts = "".join(
        f"<div class='post'><time>{9 + i:02}.00 WIB</time><h3>Kabar {i}</h3><p>{text}</p></div>"
        for i, text in enumerate(STORY)
    )
    article = read(site(head=head, above=BYLINE, body=posts))
    assert article.kind == "live"
    assert [text for text in texts(article) if text in STORY] == list(STORY)
    assert [block.text for block in article.blocks if block.type == "heading"] == [
        f"Kabar {i}" for i in range(7)
    ]


def test_text_folded_away_behind_a_link_is_text():
    fold = "<p><a href='#' onclick='buka()'>Baca selengkapnya</a></p></section><section style='display:none'>"
    article = read(site(body=f"<section>{told(STORY[:3])}{fold}{told(STORY[3:])}</section>"))
    assert texts(article) == list(STORY)


def test_box_of_a_paywall_is_no_text():
    box = "<div class='paywall'><h3>Khusus pelanggan</h3><p>Akses penuh mulai Rp 20.000 per bulan.</p></div>"
    article = read(site(body=told(STORY[:2]) + box))
    assert (article.is_accessible_for_free, article.is_complete, texts(article)) == (
        False,
        False,
        list(STORY[:2]),
    )


def test_invisible_characters_are_in_no_text_and_cost_none():
    lines = (
        "Ne\u00adla\u200byan me\u2060rakit pe\u200drahu\ufeff di ba\u180elai de\u2066sa\u2069 itu.",
        *STORY[1:],
    )
    article = read(site(title="Ne\u00adlayan Ra\u200bkit Pe\u200crahu Surya", body=told(lines)))
    assert article.headline == "Nelayan Rakit Perahu Surya"
    assert texts(article) == ["Nelayan merakit perahu di balai desa itu.", *STORY[1:]]


WALLS = {
    "consent": "<div class='consent'><h2>Kami menghargai privasi Anda</h2><p>Kami dan 640 mitra kami menyimpan serta "
    "mengakses informasi pada perangkat, seperti cookie, dan memproses data pribadi untuk iklan yang dipersonalisasi, "
    "pengukuran konten, dan riset pembaca di seluruh layanan.</p><p>Dengan izin Anda, kami dan mitra dapat memakai "
    "data lokasi yang akurat. Anda dapat menolak atau menyetujui pemrosesan itu kapan saja lewat tombol di bawah "
    "halaman, dan pilihan Anda hanya berlaku di situs ini.</p><button>Setuju</button></div>",
    "login": "<div class='login'><h1>Masuk untuk melanjutkan</h1><p>Silakan masuk dengan akun untuk membaca tulisan "
    "ini secara lengkap dan tanpa iklan pada semua gawai yang Anda pakai.</p><p>Belum punya akun? Daftar sekarang, "
    "gratis, hanya butuh satu menit untuk mengisi formulir pendaftaran pembaca kami.</p><p>Dengan mendaftar, Anda "
    "menyetujui syarat dan ketentuan serta kebijakan privasi yang berlaku di seluruh layanan kami.</p>"
    "<form><input type='password'></form></div>",
}


@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS)
def test_wall_of_many_words_is_no_article(wall):
    article = read(site(title="", heading="", above="", body="", below=wall))
    assert (article.kind, article.is_complete) == ("blocked", False)


def test_consent_layer_over_an_article_blocks_nothing():
    article = read(site(below=WALLS["consent"]))
    assert (article.kind, texts(article)) == ("article", list(STORY))


def test_figures_of_tables_and_lists_are_text():
    table = "<table><tr><td>Desa A</td><td>Desa B</td></tr><tr><td>14</td><td>9</td></tr></table>"
    numbers = "<ul><li>11</li><li>34</li></ul><p>2024</p>"
    article = read(site(body=told(STORY[:3]) + table + numbers + told(STORY[3:])))
    assert texts(article) == [*STORY[:3], "Desa A\tDesa B", "14\t9", "11", "34", "2024", *STORY[3:]]
