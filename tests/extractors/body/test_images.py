"""Pictures: which img is the article's, where its address, caption and credit stand."""

import pytest

from newsbot.extractors.body.caption import own_box
from newsbot.extractors.body.images import MAX_IMAGES, find_images
from newsbot.extractors.witnesses.lead import captioned_picture
from newsbot.pages.page import text_of
from newsbot.portals import ImageRule
from tests.invented import ONE, STORY, TWO, URL, kompas, page, read, record, texts

PHOTO = "https://img.contoh.id/2023/tambak.jpg"


def images(markup):
    return [(image.url, image.caption) for image in read(markup).images]


def typed(markup, **facts):
    return [(i.url, i.caption, i.credit, i.is_main) for i in record(kompas(markup, **facts)).images]


def test_figure_with_caption():
    assert images(
        f"<figure><img src='{PHOTO}'><figcaption>Tambak garam.</figcaption></figure><p>{ONE}</p>"
    ) == [(PHOTO, "Tambak garam.")]


def test_wordpress_caption():
    markup = f"<div class='wp-caption'><img src='{PHOTO}'><p class='wp-caption-text'>Tambak garam.</p></div>"
    assert images(f"{markup}<p>{ONE}</p>") == [(PHOTO, "Tambak garam.")]


def test_caption_is_no_text():
    raw = read(f"<figure><img src='{PHOTO}'><figcaption>Tambak garam.</figcaption></figure><p>{ONE}</p>")
    assert [block.text for block in raw.blocks] == [ONE]


@pytest.mark.parametrize(
    "attributes",
    [
        f"src='{PHOTO}'",
        f"data-src='{PHOTO}'",
        f"src='/img/blank.gif' data-src='{PHOTO}'",
        f"src='data:image/gif;base64,R0lG' data-original='{PHOTO}'",
        f"src='https://x.id/lazy.png' data-lazy-src='{PHOTO}'",
        f"data-srcset='https://img.contoh.id/kecil.jpg 300w, {PHOTO} 900w'",
        f"srcset='https://img.contoh.id/kecil.jpg, {PHOTO} 2x'",
        "src='//img.contoh.id/2023/tambak.jpg'",
    ],
)
def test_address_of_a_lazy_picture(attributes):
    assert images(f"<figure><img {attributes}></figure><p>{ONE}</p>") == [(PHOTO, None)]


def test_relative_address_is_resolved():
    assert images("<figure><img src='/2023/tambak.jpg'></figure>") == [
        ("https://contoh.id/2023/tambak.jpg", None)
    ]


@pytest.mark.parametrize("source", ["/img/logo.png", "/a/icon-zoom.png", "/spacer.gif", "/x.svg", "/1x1.png"])
def test_furniture_picture_is_none(source):
    assert images(f"<p>{ONE} <img src='{source}'></p>") == []


@pytest.mark.parametrize(
    "source",
    [
        "https://a.id/crops/LbdJ8diIcon98G=/0x0:1591x1061/750x500/data/photo/2023/02/08/63e3726552e80.jpeg",
        "/crops/bg_98zuxAN5kZbEV=/0x0:1280x853/6305e54eef56d.jpg",
        "/uploads/2023/02/logo-baru-timnas-diluncurkan-di-jakarta.jpg",
        "/foto/bgn-bagikan-susu.jpg",
        "/foto/tambak.jpg?ukuran=1x1",
    ],
)
def test_a_picture_is_one_whatever_its_crop_its_key_and_its_story_are_called(source):
    [(url, caption)] = images(
        f"<figure><img src='{source}'><figcaption>Tambak.</figcaption></figure><p>{ONE}</p>"
    )
    assert url
    assert url.endswith(source)
    assert caption == "Tambak."


def test_thumbnail_that_links_to_another_page_is_none():
    assert images(f"<p>{ONE}</p><a href='/berita/lain'><img src='{PHOTO}'></a>") == []


@pytest.mark.parametrize("href", [PHOTO, "#besar", "javascript:zoom()"])
def test_picture_that_links_to_itself_is_one(href):
    assert images(f"<p>{ONE}</p><a href='{href}'><img src='{PHOTO}'></a>") == [(PHOTO, None)]


def test_bare_picture_of_the_body():
    assert images(f"<p>{ONE}</p><img src='{PHOTO}' alt='Tambak garam dari udara'><p>{TWO}</p>") == [
        (PHOTO, None)
    ]


def test_alternative_text_with_a_credit_is_the_caption_of_a_bare_picture():
    assert images(f"<p>{ONE}</p><img src='{PHOTO}' alt='Tambak garam dari udara (Foto: Wira)'>") == [
        (PHOTO, "Tambak garam dari udara (Foto: Wira)")
    ]


def test_picture_inside_an_insert_is_none():
    assert images(f"<p>{ONE}</p><div class='artikel-terkait'><img src='{PHOTO}'>Gudang</div>") == []


def test_picture_stands_once():
    box = f"<figure><img src='{PHOTO}'><figcaption>Tambak.</figcaption></figure>"
    assert images(f"{box}{box}<p>{ONE} <img src='{PHOTO}'></p>") == [(PHOTO, "Tambak.")]


@pytest.mark.parametrize(
    "label", ["Perbesar", "Lihat Foto", "ADVERTISEMENT", "Klik gambar untuk memperbesar"]
)
def test_button_is_no_caption(label):
    assert images(f"<figure><img src='{PHOTO}'><figcaption>{label}</figcaption></figure>") == [(PHOTO, None)]


def test_pictures_come_in_page_order_whatever_the_rules_order():
    rules = (ImageRule(box=".kedua", caption=("i",)), ImageRule(box=".satu", caption=("i",)))
    parsed = page(
        "<body><div class=satu><img src='/a.jpg'><i>satu</i></div><div class=kedua><img src='/b.jpg'><i>dua</i></div>"
    )
    found = find_images(parsed, rules, []).images
    assert [image.caption for image in found] == ["satu", "dua"]


def test_box_inside_a_box_is_read_once():
    rules = (ImageRule(box=".luar, .dalam", caption=("i",)),)
    parsed = page("<body><div class=luar><div class=dalam><img src='/a.jpg'><i>satu</i></div></div>")
    found = find_images(parsed, rules, []).images
    assert [image.caption for image in found] == ["satu"]


def test_caption_in_an_attribute():
    rules = (ImageRule(box=".slide", caption_attr="data-caption"),)
    found = find_images(
        page("<body><a class=slide data-caption=' Tambak  garam '><img src='/a.jpg'></a>"), rules, []
    ).images
    assert [(image.url, image.caption) for image in found] == [("https://contoh.id/a.jpg", "Tambak garam")]


def test_credit_apart_is_taken_out_of_the_caption():
    caption = "Tambak garam dari udara.<span class='author'>(Wira/ANTARA)</span>"
    box = f"<div class='photo'><img src='{PHOTO}'>{caption}</div>"
    assert typed(box + STORY) == [(PHOTO, "Tambak garam dari udara.", "Wira/ANTARA", True)]


def test_credit_at_the_end_of_the_caption():
    box = f"<figure><img src='{PHOTO}'><figcaption>Tambak garam. (Foto: Wira/detikcom)</figcaption></figure>"
    assert typed(box + STORY) == [(PHOTO, "Tambak garam.", "Wira/detikcom", True)]


def test_first_picture_is_the_main_one():
    boxes = "".join(
        f"<figure><img src='/{n}.jpg'><figcaption>Foto nomor {n}</figcaption></figure>" for n in "abc"
    )
    assert [main for *_, main in typed(boxes + STORY)] == [True, False, False]


@pytest.mark.parametrize(
    ("written", "pixels"),
    [("640", 640), ("640px", 640), (" 640 ", 640), ("100%", None), ("auto", None), ("", None)],
)
def test_width_is_pixels_or_nothing(written, pixels):
    box = f"<figure><img src='{PHOTO}' width='{written}' height='{written}' alt='Tambak'></figure>"
    (image,) = record(kompas(box + STORY)).images
    assert (image.width, image.height, image.alt) == (pixels, pixels, "Tambak")


def test_picture_near_the_headline_has_its_caption_below():
    parsed = page(f"<body><h1>Judul</h1><img src='{PHOTO}'><div class='caption'>Tambak garam.</div>")
    image = captioned_picture(parsed, next(parsed.root.iter("img")))
    assert image is not None
    assert (image.url, image.caption) == (PHOTO, "Tambak garam.")


def test_picture_near_the_headline_without_caption_is_none():
    parsed = page(f"<body><h1>Judul</h1><img src='{PHOTO}'><div>Petani memanen garam.</div>")
    assert captioned_picture(parsed, next(parsed.root.iter("img"))) is None


def test_pictures_beyond_the_limit_are_counted():
    figures = "".join(f"<figure><img src='/{n}.jpg'></figure>" for n in range(MAX_IMAGES + 3))
    body = read(f"<p>{ONE}</p>{figures}")
    assert len(body.images) == MAX_IMAGES
    assert [(problem.code, problem.detail) for problem in body.problems] == [
        ("images_cut", f"3 pictures beyond the first {MAX_IMAGES} were left out")
    ]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        (
            "<img src='data:image/gif;base64,R0' data-srcset='/a-400.jpg 400w, /a-1200.jpg 1200w'>",
            "/a-1200.jpg",
        ),
        ("<img srcset='/a.jpg, /a2.jpg 2x'>", "/a2.jpg"),
        (
            "<picture><source srcset='/a-400.webp 400w, /a-900.webp 900w'><img alt='x'></picture>",
            "/a-900.webp",
        ),
        ("<img class=lazyload src='/img/placeholder.png' data-original='/a.jpg'>", "/a.jpg"),
        ("<div class=lazy></div><noscript><img src='/a.jpg'></noscript>", "/a.jpg"),
        ("<amp-img src='/a.jpg' width=8 height=4></amp-img>", "/a.jpg"),
    ],
)
def test_a_lazy_picture_has_its_address(markup, url):
    figure = f"<figure>{markup}<figcaption>Tambak garam saat panen.</figcaption></figure>"
    story = f"<h1>Panen Garam Naik</h1><article>{STORY}{figure}{STORY}</article>"
    article = record(f"<html><body>{story}</body></html>", URL)
    assert [image.url for image in article.images] == [f"https://contoh.id{url}"]


def test_a_table_in_a_figure_is_text_and_its_caption_nobodys_picture():
    table = "<table><tr><th>Kota</th><td>Luas</td></tr><tr><td>Lintang</td><td>412</td></tr></table>"
    markup = f"<figure class='wp-block-table'>{table}<figcaption>Sumber: dinas, diolah</figcaption></figure>"
    body = read(f"<p>{ONE}</p>{markup}<p>{TWO}</p>")
    assert [block.text for block in body.blocks] == [ONE, "Kota\tLuas", "Lintang\t412", TWO]
    assert body.images == ()


def test_the_bookmark_of_a_link_is_a_related_story():
    card = (
        "<figure class='kg-card kg-bookmark-card'><a href='/layar/'>"
        "<div class='kg-bookmark-title'>Layar di Musim Timur</div>"
        "<div class='kg-bookmark-description'>Tiga pekan bersama pelaut.</div></a></figure>"
    )
    body = read(f"<p>{ONE}</p>{card}<p>{TWO}</p>")
    assert [block.text for block in body.blocks] == [ONE, TWO]
    assert [link.text for link in body.related] == ["Layar di Musim Timur"]


@pytest.mark.parametrize(
    "inside",
    [
        (
            "<figcaption><span class='caption'>Bibit pohon di persemaian desa.</span>"
            " <span class='attribution'>CC BY-SA</span></figcaption>"
        ),
        "<figcaption>Bibit pohon di persemaian desa.</figcaption><span class='source'>CC BY-SA</span>",
    ],
)
def test_the_credit_of_a_figure_stands_in_an_element_of_its_own(inside):
    image = read(f"{STORY}<figure><img src='/a.jpg'>{inside}</figure>").images[0]
    assert (image.caption, image.credit) == ("Bibit pohon di persemaian desa.", "CC BY-SA")


@pytest.mark.parametrize("button", ["", "<div><i></i> Perbesar </div>"])
def test_buttons_at_a_picture_hide_no_caption_of_its_own_box(button):
    share = "".join(f"<a href='https://contoh.id/bagikan/{n}'><span></span></a>" for n in range(5))
    line = "<div><span>Tambak di Teluk Biru (Sumber: Wira)</span></div>"
    found = read(f"{STORY}<div><div><img src='/a.jpg'>{button}{share}</div>{line}</div>")
    assert [image.caption for image in found.images] == ["Tambak di Teluk Biru (Sumber: Wira)"]
    assert "Sumber: Wira" not in " ".join(block.text for block in found.blocks)


def test_a_quotation_in_a_figure_is_text_once():
    quote = "<figure class='wp-block-pullquote'><blockquote><p>Kami menunggu gudang itu.</p></blockquote></figure>"
    assert "Kami menunggu gudang itu." in texts(f"<p>{ONE}</p>{quote}<p>{TWO}</p>")
    said = f"<p>{ONE} Kami menunggu gudang itu.</p>{quote}<p>{TWO}</p>"
    assert "Kami menunggu gudang itu." not in texts(said)


def test_an_address_beside_a_picture_is_its_credit_and_no_furniture():
    box = "<div><img src='https://contoh.id/a.jpg'><span>www.kabar.de</span>Selip di jalan basah</div>"
    (img,) = page(f"<html><body>{box}</body></html>").select("img")
    assert text_of(own_box(img)) == "www.kabar.deSelip di jalan basah"


def test_a_date_line_in_small_print_is_no_caption():
    date = "<div class='text-caption'>Rabu, 13 September 2023 | 14:05 WIB</div>"
    shown = (
        f"<div><img src='{PHOTO}'></div>{date}<div class='text-caption'>Warga memanen garam di teluk</div>"
    )
    (img,) = page(f"<html><body>{shown}</body></html>").select("img")
    assert captioned_picture(page("<html></html>"), img).caption == "Warga memanen garam di teluk"


def test_a_credit_on_the_line_before_the_caption_in_one_element():
    lines = "Foto: Wira Teluk Samudra/Metro Lintang<br>Petugas menguji hidran di pasar."
    markup = (
        f"<div class='wp-caption'><img src='/a.jpg'><p class='wp-caption-text'>{lines}</p></div><p>{ONE}</p>"
    )
    ((_, caption, credit, _),) = typed(markup)
    assert caption == "Petugas menguji hidran di pasar."
    assert credit == "Wira Teluk Samudra/Metro Lintang"
