"""The picture at the headline of a page that no rule knows, and its caption."""

import pytest

from tests.extractors.ruleless.unknown import page
from tests.invented import ONE, STORY, TWO, URL, record

IMG = "<img src='https://contoh.id/a.jpg'>"


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
            f"<div>{IMG}<p class='wp-caption-text'>Tambak saat panen. Foto: Istimewa</p></div>",
            "Tambak saat panen.",
            "Istimewa",
        ),
        (
            f"<div class='x'>{IMG}<p class='small'>Tambak saat panen/Net</p></div>",
            "Tambak saat panen",
            "Net",
        ),
        (
            f"<div class='x'>{IMG}<div class='kt'>Toni Lensa/CONTOH ID<br>Tambak dari udara saat panen.</div></div>",
            "Tambak dari udara saat panen.",
            "Toni Lensa/CONTOH ID",
        ),
        (
            f"<div class='x'>{IMG}<div class='kt'>Tambak dari udara, dok. pribadi</div></div>",
            "Tambak dari udara",
            "dok. pribadi",
        ),
        (
            f"{IMG}<b class='itemImageCaption'>Tambak dari udara</b><b class='itemImageCredits'>Toni Lensa</b>",
            "Tambak dari udara",
            "Toni Lensa",
        ),
        (f"<div class='x'>{IMG}<div class='kt'>Foto: Toni Lensa</div></div>", None, "Toni Lensa"),
        (f"{IMG}<p class='text-center'><em>Foto: Dok. Pemkab</em></p>", None, "Dok. Pemkab"),
        (
            f"<div class='k'><div class='captionImg'>Tambak saat panen. (Contoh/Toni)</div>{IMG}</div>",
            "Tambak saat panen.",
            "Contoh/Toni",
        ),
    ],
    ids=[
        "own box",
        "behind the buttons",
        "paragraph named a caption",
        "credited paragraph in the picture's box",
        "credit above the caption",
        "document behind a comma",
        "credit in an element of its own",
        "labelled credit alone",
        "labelled credit in a paragraph",
        "above the picture",
    ],
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


def test_slides_with_the_credit_before_the_caption_are_all_read():
    lines = "<div>seno prakoso/contoh.id</div><div>Tambak garam nomor {0} saat panen.</div>"
    slide = f"<div class='w'><img src='/{{0}}.jpg'>{lines}</div>"
    article = page(under=f"<div id='slides'>{slide.format(1)}{slide.format(2)}</div>")
    assert [(i.caption, i.credit) for i in article.images] == [
        ("Tambak garam nomor 1 saat panen.", "seno prakoso/contoh.id"),
        ("Tambak garam nomor 2 saat panen.", "seno prakoso/contoh.id"),
    ]


def test_a_credit_alone_below_the_picture():
    article = page(under=f"<div>{IMG}</div><div class='photo-credit'>Contoh / Seno Prakoso</div>")
    assert [(i.caption, i.credit) for i in article.images] == [(None, "Contoh / Seno Prakoso")]


def test_text_that_the_alternative_text_repeats_is_the_caption():
    caption = "Kios baru di pasar ikan Teluk Biru, 9 Februari 2025."
    img = f"<a href='/utama.jpg'><img src='/utama.jpg' alt='{caption}'></a>"
    article = page(under=f"<article><div>{img}</div><div class='text-sm'>{caption}</div></article>")
    assert [i.caption for i in article.images] == [caption]


def test_pictures_of_other_stories_cards_are_not_the_articles():
    title = "<figcaption><a href='/x/2'>Bupati Lantik Dua Belas Kepala Desa</a></figcaption>"
    card = f"<figure><a href='/x/2'><img src='/x2.jpg'></a>{title}</figure>"
    assert page(under=card, inside=f"<div>{card}</div>").images == []


def test_a_line_below_the_picture_that_begins_as_captions_do():
    below = f"<div class='pic'>{IMG}</div><div class='t'>Suasana panen garam di Teluk Biru</div>"
    assert [image.caption for image in page(under=below).images] == ["Suasana panen garam di Teluk Biru"]


@pytest.mark.parametrize(
    "line",
    ["<div>Garam dipanen tiga kali dalam setahun</div>", "<p>Suasana panen garam di Teluk Biru</p>",
     "<div><a href='/x'>Suasana panen garam di Teluk Biru</a></div>"],
    ids=["other words", "a paragraph", "a link"],
)  # fmt: skip
def test_other_lines_below_a_picture_are_no_caption(line):
    assert [
        image.caption for image in page(under=f"<div class='pic'>{IMG}</div>{line}").images if image.caption
    ] == []


def test_a_caption_of_the_text_has_the_credit_that_says_it_is_one():
    inside = f"<p>{IMG}</p><p><em>Suasana panen garam di Teluk Biru. (Foto: Wira)</em></p>"
    article = page(inside=inside)
    assert [(image.caption, image.credit) for image in article.images] == [
        ("Suasana panen garam di Teluk Biru.", "Wira")
    ]
    assert "Suasana" not in article.article_body


def test_a_box_that_is_called_a_picture_s_holds_its_caption():
    article = page(inside=f"<div class='FotoBerita'>{IMG}<span>Suasana panen garam kemarin</span></div>")
    assert [image.caption for image in article.images] == ["Suasana panen garam kemarin"]


def test_the_article_s_own_credit_below_a_picture_is_not_the_picture_s():
    under = f"<div>{IMG}</div><div class='credit'>Penulis Wira Teluk | Editor Laksmi Asih</div>"
    article = page(under=under)
    assert [image.credit for image in article.images if image.credit] == []
    assert [person.name for person in article.editors] == ["Laksmi Asih"]


@pytest.mark.parametrize(
    "inside",
    [
        f"<p>{IMG}</p><p>Sumber foto: Dinas Perikanan</p>",
        f"<p>{IMG}<br>Foto: Dinas Perikanan</p>",
    ],
)
def test_a_line_at_a_picture_that_begins_with_the_label_of_a_credit(inside):
    article = page(inside=inside)
    assert [image.credit for image in article.images] == ["Dinas Perikanan"]
    assert "Dinas Perikanan" not in article.article_body.split("Petani")[0]


@pytest.mark.parametrize(
    "icons",
    [
        "<img src='/ico.png'><img src='/b.gif'> Humas",
        "<img src='/a.gif'> Oleh Humas <img src='/b.gif'> Dibaca",
    ],
)
def test_a_credited_line_behind_another_picture_is_that_ones(icons):
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    line = "<p class='wp-caption-text'>Tambak di Teluk Biru (Foto: Wira)</p>"
    figure = f"<div class='wp-caption'><img src='/g.jpg'>{line}</div>"
    article = record(
        f"<html><head><title>{title}</title></head><body><h3>{title}</h3><div>{icons} 13 September 2023</div>"
        f"<div class='isi'>{figure}{STORY}</div></body></html>",
        URL,
    )
    assert [image.url for image in article.images if image.caption] == ["https://contoh.id/g.jpg"]


CREDITED = "<p class='imgc'>Panen perdana di tambak timur. (Contoh/Toni Lensa)</p>"


def test_a_line_with_a_credit_right_below_the_picture_is_its_caption():
    images = page(under=f"{IMG}{CREDITED}").images
    assert [(i.caption, i.credit) for i in images] == [
        ("Panen perdana di tambak timur.", "Contoh/Toni Lensa")
    ]


def test_the_line_below_another_picture_is_that_ones_caption():
    icon = "<img src='https://contoh.id/pinterest-share.png'>"
    images = page(under=f"{icon}{IMG}{CREDITED}").images
    assert [i.url for i in images if i.caption] == ["https://contoh.id/a.jpg"]


def test_sides_of_a_picture_that_fills_its_place_are_its_shape():
    amp = "<amp-img src='https://contoh.id/a.jpg' width=16 height=9 layout=responsive></amp-img>"
    images = page(under=f"<figure>{amp}<figcaption>Tambak saat panen</figcaption></figure>").images
    assert [i.caption for i in images] == ["Tambak saat panen"]


def test_a_portrait_that_states_its_width_alone_has_no_caption():
    portrait = "<div><img src='https://contoh.id/wira.jpg' width='60'><div>Wira Teluk Sosiolog</div></div>"
    assert not any(i.caption for i in page(under=portrait).images)


TOLD = "Warga melihat tambak pada Rabu (13/9/2023) pukul 13:00 WIB"


@pytest.mark.parametrize(
    ("alt", "box", "named"),
    [
        (TOLD, "x", True),
        ("Perahu Layar", "photo", True),
        ("Perahu Layar", "x", False),
        ("Ombak di utara", "photo", False),
    ],
)
def test_a_box_says_what_the_alternative_text_says_with_a_clock_or_in_few_words(alt, box, named):
    printed = alt if alt != "Ombak di utara" else "Perahu Layar"
    image = f"<img src='https://contoh.id/a.jpg' alt='{alt}'>"
    images = page(under=f"<div class='{box}'>{image}<span class='author'></span>{printed}</div>").images
    assert [one.caption for one in images] == ([printed] if named else [])


def test_a_card_whose_picture_says_its_headline_is_no_picture_of_the_story():
    image = "<img src='https://contoh.id/a.jpg' alt='Ombak besar menerjang pukul 13:00 WIB'>"
    card = f"<div class='x'>{image}<a href='/berita/ombak'>Ombak besar menerjang pukul 13:00 WIB</a></div>"
    assert page(under=card).images == []


@pytest.mark.parametrize(
    "box",
    [
        f"<figure>{IMG}<figcaption><i>Foto: Dok Contoh</i><b>Tambak dari udara saat panen.</b></figcaption></figure>",
        f"<div><div>Dok Contoh</div>{IMG}<div class='caption'>Tambak dari udara saat panen.</div></div>",
        f"<div><div>{IMG}</div><div>Dok Contoh</div><div>Tambak dari udara saat panen.</div></div>",
        "<div><img src='https://contoh.id/a.jpg' caption='Tambak dari udara saat panen. (Foto: Dok Contoh)'></div>",
    ],
)
def test_a_credit_without_a_mark_stands_before_or_below_the_caption(box):
    images = page(under=box).images
    assert [(i.caption, i.credit) for i in images] == [("Tambak dari udara saat panen.", "Dok Contoh")]


def test_a_page_of_pictures_keeps_its_one_paragraph():
    text = "Petani garam di Teluk Biru memanen hasil jemuran dua pekan, lalu menjualnya di tepi pantai."
    title = "Panen Garam di Teluk Biru"
    html = f"<title>{title} | Contoh</title><body><h1>{title}</h1>{IMG}<div><p>{text}</p></div></body>"
    assert record(f"<html>{html}</html>", URL).article_body == text


def test_the_source_in_a_caption_is_its_credit():
    told = "<span>Tambak dari udara saat panen.</span><span class='source'>Wira Teluk|LENSA</span>"
    images = page(under=f"<div>{IMG}<div class='photo-desc'>{told}</div></div>").images
    assert [(i.caption, i.credit) for i in images] == [("Tambak dari udara saat panen.", "Wira Teluk|LENSA")]


def test_a_portrait_beside_name_and_date_has_no_caption():
    head = f"<div class='author-img'>{IMG}</div><div><b>Wira Samudra</b> <i>Oct 17, 2017 @ 14:05</i></div>"
    assert not any(i.caption or i.credit for i in page(under=f"<div>{head}</div>").images)


def test_the_background_of_a_box_at_the_headline_has_the_caption_right_behind_it():
    box = "<div class='x' style=\"background: url('/a.jpg') center\"></div>"
    line = "<div class='foto-caption'>Tambak saat panen. Foto: Toni Lensa</div>"
    (image,) = page(under=box + line).images
    assert (image.url, image.caption, image.credit) == (
        "https://contoh.id/a.jpg",
        "Tambak saat panen.",
        "Toni Lensa",
    )
    assert not [one for one in page(under=box).images if one.caption]


def test_the_background_of_the_box_around_the_headline():
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    article = record(
        f"<html><head><title>{title} | Contoh</title></head><body><div class='k'>"
        f"<div style='background-image:url(/a.jpg)'><h1>{title}</h1></div>"
        f"<p class='foto-caption'>Tambak saat panen.</p></div><div class='isi'>{STORY * 2}</div></body></html>",
        URL,
    )
    assert [image.caption for image in article.images] == ["Tambak saat panen."]
