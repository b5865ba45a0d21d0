"""What stands inside the article area and is not the article: each piece into its bin, sentences stay."""

import pytest

from tests.invented import ONE, THREE, TWO, bins, kept, kompas, read, record, texts

ARTICLE = "https://contoh.id/berita/2023/09/12/gudang-garam-baru-di-pesisir-timur"
LINK = f'<a href="{ARTICLE}">Gudang Garam Baru di Pesisir Timur Dibuka</a>'
TITLE = "Gudang Garam Baru di Pesisir Timur Dibuka"


def related(markup):
    return [(item.text, item.url) for item in read(markup).related]


@pytest.mark.parametrize(
    "insert",
    [
        f"<p>Baca juga: {LINK}</p>",
        f"<p><strong>Baca Juga : {LINK}</strong></p>",
        f"<p>BACA JUGA {LINK}</p>",
        f"<div>Baca Juga- {LINK}</div>",
        f"<p>Lihat juga: {LINK}</p>",
        f"<p>Simak Juga: {LINK}</p>",
        f"<p>Tonton juga: {LINK}</p>",
        f"<p>Artikel Terkait: {LINK}</p>",
        f"<p>Pilihan Editor: {LINK}</p>",
        f'<div class="inject-baca-juga">{LINK}</div>',
        f'<ul class="artikel-terkait"><li>{LINK}</li></ul>',
        f"<p>Baca juga:</p><ul><li>{LINK}</li></ul>",
        f"<h4>Berita Terkait</h4><p>{LINK}</p>",
        f"<p>{LINK}</p>",
        f"<p>• {LINK}</p>",
        f'<p><a href="{ARTICLE}">Baca Juga: {TITLE}</a></p>',
        f'<div class="baca-juga"><a href="{ARTICLE}">Baca juga : {TITLE}</a></div>',
    ],
)
def test_link_insert_goes_to_related(insert):
    markup = f"<p>{ONE}</p>{insert}<p>{TWO}</p>"
    assert texts(markup) == [ONE, TWO]
    assert related(markup) == [(TITLE, ARTICLE)]
    assert {kind for kind, _ in bins(markup)} == {"related"}


def test_every_link_of_an_insert_is_kept_once():
    other = '<a href="/berita/2023/09/11/harga-garam-di-pasar-lama">Harga Garam di Pasar Lama Turun</a>'
    markup = (
        f"<p>{ONE}</p><p>Baca juga:</p><ul><li>{LINK}</li><li>{other}</li><li>{LINK}</li></ul><p>{TWO}</p>"
    )
    assert related(markup) == [
        (TITLE, ARTICLE),
        ("Harga Garam di Pasar Lama Turun", "https://contoh.id/berita/2023/09/11/harga-garam-di-pasar-lama"),
    ]


def test_label_without_links_opens_nothing_for_the_paragraph_behind():
    assert texts(f"<p>{ONE}</p><p>Baca juga:</p><p>{TWO}</p>") == [ONE, TWO]


def test_insert_glued_to_the_end_of_a_paragraph():
    markup = f"<p>{ONE} Baca juga: {LINK}</p><p>{TWO}</p>"
    assert texts(markup) == [ONE, TWO]
    assert related(markup) == [(TITLE, ARTICLE)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Kata Wira, gudang itu <a href='{ARTICLE}'>sudah lama ditunggu warga</a> sejak dua tahun lalu.",
        "<a href='/tag/garam-laut-biru-murni-asli'>Garam laut biru murni asli pesisir</a>",
        "<a href='https://kementerian.example/'>Situs resmi kementerian kelautan</a>",
        f"<a href='{ARTICLE}'>Warga sudah lama menunggu gudang itu dibuka kembali.</a>",
        f"<a href='{ARTICLE}'>Gudang baru</a>",
    ],
)
def test_link_that_is_part_of_the_text_stays(sentence):
    assert len(texts(f"<p>{ONE}</p><p>{sentence}</p><p>{TWO}</p>")) == 3


@pytest.mark.parametrize(
    ("piece", "bin_"),
    [
        ("<p>ADVERTISEMENT</p>", "ad"),
        ("<p>SCROLL TO CONTINUE WITH CONTENT</p>", "ad"),
        ("<div class='parallax'>Beli sekarang</div>", "ad"),
        ("<p>[Gambas:Video 20detik]</p>", "widget"),
        ("<div class='share-box'>Bagikan</div>", "widget"),
        ("<form>Berlangganan <input></form>", "navigation"),
        ("<nav>Beranda Ekonomi</nav>", "navigation"),
        ("<div class='tags'>garam laut</div>", "navigation"),
        ("<p>Halaman: 1 2 3</p>", "paging"),
        ("<div class='pagination'>1 2 3 Selanjutnya</div>", "paging"),
        ("<p>Penulis: Wira Teluk</p>", "byline"),
        ("<div class='author-box'>Wira Teluk</div>", "byline"),
        ("<p>Copyright © 2023 Contoh</p>", "legal"),
        ("<p>Dilarang keras mengambil konten tanpa izin tertulis.</p>", "legal"),
        ("<p>Ikuti berita kami di Google News</p>", "promo"),
        ("<p>Tulis komentar Anda di sini</p>", "comments"),
        ("<div class='komentar'>Bagus sekali</div>", "comments"),
        ("<div class='wp-caption-text'>Tambak garam dari udara.</div>", "caption"),
    ],
)
def test_bins(piece, bin_):
    markup = f"<p>{ONE}</p>{piece}<p>{TWO}</p><p>{THREE}</p>"
    assert texts(markup) == [ONE, TWO, THREE]
    assert [kind for kind, _ in bins(markup)] == [bin_]


@pytest.mark.parametrize(
    "name", ["caption", "author", "related", "share", "ads", "widget-follow", "tag-list", "promo", "modal"]
)
def test_class_word_never_drops_a_container_with_the_article_in_it(name):
    prose = "".join(f"<p>{text} {text} {text}</p>" for text in (ONE, TWO, THREE) * 2)
    assert len(texts(f"<div class='{name}'>{prose}</div>")) == 6


@pytest.mark.parametrize("tag", ["a", "em", "i", "u", "span", "strong", "b"])
def test_inline_element_with_a_class_word_keeps_its_text(tag):
    assert texts(f"<p>Kata <{tag} class='author'>Wira</{tag}> kemarin, panen garam naik tajam.</p>") == [
        "Kata Wira kemarin, panen garam naik tajam."
    ]


def test_heading_with_a_paging_class_stays():
    assert kept(f"<h2 class='title-dt-paging'>Gudang Baru</h2><p>{ONE}</p>")[0] == ("heading", "Gudang Baru")


@pytest.mark.parametrize(
    "teaser",
    [
        "<h5>Halaman Selanjutnya</h5><a href='?page=2'>Selanjutnya</a>",
        "<h3>Baca Selanjutnya: Gudang Baru Dibuka</h3>",
        "<h2>Simak gudang baru itu di halaman selanjutnya.</h2>",
    ],
)
def test_next_page_teaser_that_looks_like_a_heading(teaser):
    assert texts(f"<p>{ONE}</p><p>{TWO}</p>{teaser}") == [ONE, TWO]


def test_what_the_layout_calls_noise():
    layout_noise = '<div class="liftdown_v2_tanda">Lihat peta garam nasional terbaru</div>'
    article = record(kompas(f"<p>{ONE}</p>{layout_noise}<p>{TWO}</p>"))
    assert article.article_body == f"{ONE}\n\n{TWO}"
    assert [(r.kind, r.text) for r in article.metadata.removed] == [
        ("widget", "Lihat peta garam nasional terbaru")
    ]


def test_same_piece_removed_twice_is_counted():
    raw = read(f"<p>{ONE}</p><p>ADVERTISEMENT</p><p>{TWO}</p><p>ADVERTISEMENT</p><p>{THREE}</p>")
    assert [(r.text, r.count) for r in raw.removed] == [("ADVERTISEMENT", 2)]


@pytest.mark.parametrize(
    ("last", "rest", "initials"),
    [
        ("Panen berlanjut esok hari. (vyp/kna)", "Panen berlanjut esok hari.", "vyp/kna"),
        ("Panen berlanjut esok hari. (zik)", "Panen berlanjut esok hari.", "zik"),
        ("Panen berlanjut esok hari. (H-2)", "Panen berlanjut esok hari.", "H-2"),
        ("Panen berlanjut esok hari. [kpl/khs]", "Panen berlanjut esok hari.", "kpl/khs"),
        ("Panen berlanjut esok hari. (*)", "Panen berlanjut esok hari.", None),
        (
            "Panen dijaga Tentara Nasional Indonesia (TNI)",
            "Panen dijaga Tentara Nasional Indonesia (TNI)",
            None,
        ),
        ("Panen dijaga warga (23/9)", "Panen dijaga warga (23/9)", None),
    ],
)
def test_sign_off_at_the_end_of_the_last_paragraph(last, rest, initials):
    raw = read(f"<p>{ONE}</p><p>{TWO}</p><p>{last}</p>")
    assert (raw.blocks[-1].text, raw.initials) == (rest, initials)


def test_sign_off_in_the_first_half_stays():
    raw = read(f"<p>{ONE} (vyp/kna)</p><p>{TWO}</p><p>{THREE}</p>")
    assert (raw.blocks[0].text, raw.initials) == (f"{ONE} (vyp/kna)", None)


def test_sign_off_in_a_block_of_its_own():
    raw = read(f"<p>{ONE}</p><p>{TWO}</p><p>(vyp/kna)</p>")
    assert ([b.text for b in raw.blocks], raw.initials) == ([ONE, TWO], "vyp/kna")


def test_sign_off_in_a_box_of_the_editor():
    raw = read(f'<p>{ONE}</p><p>{TWO}</p><div class="editor">(zik)</div>')
    assert ([b.text for b in raw.blocks], raw.initials) == ([ONE, TWO], "zik")


def test_box_of_the_editor_with_a_name_is_a_byline():
    raw = read(f'<p>{ONE}</p><p>{TWO}</p><div class="editor">Editor: Wira</div>')
    assert (raw.initials, [c.value for c in raw.bylines]) == (None, ["Editor: Wira"])


def test_agency_in_brackets_is_what_the_text_is_based_on():
    article = record(f"<p>{ONE}</p><p>{TWO} (Antara)</p>")
    assert (article.article_body, article.is_based_on, article.authors) == (f"{ONE}\n\n{TWO}", "Antara", [])


def test_reporter_credit_in_brackets_is_a_byline():
    raw = read(f"<p>{ONE}</p><p>{TWO} (Wira Teluk)</p>")
    assert raw.blocks[-1].text == TWO
    assert [c.value for c in raw.bylines] == ["Kontributor: Wira Teluk"]


def test_tag_list_that_ends_the_body():
    tags = "<p><a href='/tag/garam'>garam</a> <a href='/tag/laut'>laut</a></p>"
    markup = f"<p>{ONE}</p><p>{TWO}</p>{tags}"
    assert texts(markup) == [ONE, TWO]
    assert bins(markup) == [("navigation", "garam laut")]


def test_tag_row_within_the_text_goes_and_a_heading_of_linked_words_stays():
    tags = "<a href='/tag/garam'>Panen garam</a> <a href='/tag/laut'>laut</a>"
    assert texts(f"<p>{ONE}</p><p>{tags}</p><p>{TWO}</p>") == [ONE, TWO]
    for heading in (f"<h2>{tags}</h2>", f"<p><strong>{tags}</strong></p>"):
        assert texts(f"<p>{ONE}</p>{heading}<p>{TWO}</p>") == [ONE, "Panen garam laut", TWO]


def test_headline_repeated_above_the_text_goes():
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    assert record(kompas(f"<h2>{title}</h2><p>{ONE}</p><p>{TWO}</p>")).article_body == f"{ONE}\n\n{TWO}"


def test_headline_alone_is_not_taken_from_an_article_of_one_line():
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    assert record(kompas(f"<p>{title}</p>")).article_body == title


def test_box_around_a_form_leaves_with_its_invitation():
    box = (
        "<div class='kotak'><h4>Berita Pilihan di Surel Anda</h4><p>Dengan mendaftar Anda setuju.</p>"
        "<form><input><button>Daftar</button></form></div>"
    )
    markup = f"<p>{ONE}</p>{box}<p>{TWO}</p>"
    assert texts(markup) == [ONE, TWO]
    assert [kind for kind, _ in bins(markup)] == ["widget"]


def test_form_around_the_whole_text_stays():
    assert texts(f"<form><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{ONE}</p></form>") == [ONE, TWO, THREE, ONE]


@pytest.mark.parametrize("label", ["<span>Baca Juga</span>", "<b>BACA JUGA</b>", "Lihat juga"])
def test_label_glued_to_its_link(label):
    markup = f"<p>{ONE}</p><div>{label}<a href='{ARTICLE}'>{TITLE}</a></div><p>{TWO}</p>"
    assert texts(markup) == [ONE, TWO]
    assert related(markup) == [(TITLE, ARTICLE)]


@pytest.mark.parametrize("length", [8, 800, 8000])
def test_advertisement_leaves_the_body_however_long_its_script_is(length):
    ad = f'<div class="ads-box iklan"><script>{"x" * length}</script>Beli sepatu sekarang juga</div>'
    markup = f"<p>{ONE}</p>{ad}<p>{TWO}</p>"
    assert texts(markup) == [ONE, TWO]
    assert bins(markup) == [("ad", "Beli sepatu sekarang juga")]


@pytest.mark.parametrize("tag", ["button", "select", "textarea"])
def test_control_inside_the_text_leaves_it_by_name(tag):
    markup = f"<p>{ONE} <{tag}>Bagikan</{tag}></p><p>{TWO}</p>"
    assert texts(markup) == [ONE, TWO]
    assert [(item.rule, item.text) for item in read(markup).removed] == [(f"<{tag}>", "Bagikan")]


@pytest.mark.parametrize(
    "address",
    [
        "https://twitter.com/wira/status/1472?ref_src=twsrc",
        "https://x.com/wira/status/1472",
        "https://www.instagram.com/p/CX1/",
        "https://www.tiktok.com/@wira.teluk/video/7",
        "https://www.facebook.com/wira/posts/12",
    ],
)
def test_a_quotation_that_ends_in_the_address_of_a_post_is_one_whatever_its_class(address):
    post = (
        f"<p>Panen garam hari ini banyak sekali.</p>— Wira (@wira) <a href='{address}'>13 September 2023</a>"
    )
    blocks = kept(f"<p>{ONE}</p><blockquote class='q'>{post}</blockquote><p>{TWO}</p>")
    assert [text for kind, text in blocks if kind != "embed"] == [ONE, TWO]


@pytest.mark.parametrize(
    "address", ["https://twitter.com/wira", "https://contoh.id/kabar/1", "https://x.com/search?q=garam"]
)
def test_a_quotation_with_another_link_is_text(address):
    blocks = kept(f"<p>{ONE}</p><blockquote><p>{TWO} <a href='{address}'>Wira</a></p></blockquote>")
    assert blocks[-1][1].startswith(TWO)
