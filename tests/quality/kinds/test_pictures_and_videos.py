"""Pictures, captions, credits and videos, however a template sets them."""

import pytest

from tests.quality.kinds.pages import DATE, HEADING, HOST, STORY, page, read, story, texts, told

CAPTION = "Warga memanen eceng gondok di danau"
LAZY = {
    "data-lazy": ("<img src='/ph.gif' data-lazy='/f/a.jpg'>", "/f/a.jpg"),
    "data-cfsrc": ("<img data-cfsrc='/f/a.jpg' style='display:none'>", "/f/a.jpg"),
    "data-td-src": ("<img src='https://i.example/1x1.png' data-td-src='/f/a.jpg'>", "/f/a.jpg"),
    "drawing before": ("<img src='/img/loading.svg' data-srcset='/f/a.jpg 1x, /f/b.jpg 2x'>", "/f/b.jpg"),
    "data-lazy-srcset": ("<img src='/ph.gif' data-bgsrcset='/f/a.jpg 300w, /f/b.jpg 900w'>", "/f/b.jpg"),
}


@pytest.mark.parametrize(("markup", "path"), LAZY.values(), ids=LAZY)
def test_address_that_an_attribute_of_any_name_keeps(markup, path):
    article = read(story(f"<figure>{markup}<figcaption>{CAPTION}</figcaption></figure>{told()}"))
    assert [(image.url, image.caption) for image in article.images] == [(HOST + path, CAPTION)]


def test_drawing_that_is_put_in_by_a_script_is_no_picture():
    assert read(story("<img src='/i/load.svg' data-src='/i/bell.svg'>" + told())).images == []


CAPTIONED = {
    "paragraph behind a bare picture": f"<img src='/f/a.jpg'><p>{CAPTION}. Foto : SR.id/Bagas</p>",
    "box behind the picture's": f"<div><img src='/f/a.jpg' width=600></div><div>{CAPTION}. Foto: SR.id/Bagas</div>",
    "figure of WordPress without its class": (
        f"<div class='wp-caption'><a href='/f/a.jpg'><img src='/f/a.jpg'></a><p>{CAPTION}. FOTO: SR.id/Bagas</p></div>"
    ),
    "small print behind a line break": f"<p><img src='/f/a.jpg'><br><em>{CAPTION}. (SR.id/Bagas)</em></p>",
    "paragraph behind the picture's": f"<p><img src='/f/a.jpg'></p><p>{CAPTION}. Foto: SR.id/Bagas</p>",
}


@pytest.mark.parametrize("before", [0, 3], ids=["above the text", "among it"])
@pytest.mark.parametrize("markup", CAPTIONED.values(), ids=CAPTIONED)
def test_caption_with_its_credit(markup, before):
    article = read(story(told(0, before) + markup + told(before)))
    assert texts(article) == list(STORY)
    assert [(image.caption, image.credit) for image in article.images] == [(f"{CAPTION}.", "SR.id/Bagas")]


@pytest.mark.parametrize("before", [0, 3], ids=["above the text", "among it"])
def test_line_that_says_it_is_a_caption(before):
    line = f"<div><img src='/f/a.jpg' width=600></div><div>Keterangan foto: {CAPTION}. (Ist)</div>"
    article = read(story(told(0, before) + line + told(before)))
    assert (texts(article), [image.caption for image in article.images]) == (list(STORY), [f"{CAPTION}."])


def test_paragraph_behind_a_picture_stays_without_a_credit():
    article = read(story(f"<img src='/f/a.jpg'>{told()}"))
    assert (texts(article), [image.caption for image in article.images]) == (list(STORY), [None])


def test_credit_beside_the_caption():
    figure = f"<figure><img src='/f/a.jpg'><small>ANTARA FOTO/Bagas</small><figcaption>{CAPTION}</figcaption></figure>"
    (image,) = read(story(above=DATE + figure)).images
    assert (image.caption, image.credit) == (CAPTION, "ANTARA FOTO/Bagas")


def test_credit_under_the_headline():
    above = f"<div class='fc'>Foto: Bagas Prakoso</div>{DATE}<img src='/f/utama.jpg' width='700'>"
    (image,) = read(story(above=above)).images
    assert (image.url, image.credit) == (f"{HOST}/f/utama.jpg", "Bagas Prakoso")


def test_caption_that_only_its_short_class_tells_beside_a_picture():
    above = f"{DATE}<div class='ph'><img src='/f/1.jpg' width=800><p class='cap'>{CAPTION}.</p></div>"
    assert [image.caption for image in read(story(above=above)).images] == [f"{CAPTION}."]


def test_day_in_a_caption_is_not_the_articles():
    line = (
        f"<p><img src='/f/a.jpg'></p><p>{CAPTION}, Minggu (13/8/2023). Foto: Bagas</p><p>14 Agustus 2023</p>"
    )
    article = read(page(f"{HEADING}<div class='c'>{line}{told()}</div>"))
    assert (article.date_published[:10], texts(article)) == ("2023-08-14", list(STORY))


PLAYERS = {
    "video": ("<video controls poster='/f/p.jpg'><source src='/v/a.mp4'></video>", f"{HOST}/v/a.mp4"),
    "video without a source": ("<video src='/v/a.mp4'></video>", f"{HOST}/v/a.mp4"),
    "amp-video": ("<amp-video src='/v/a.mp4' width=400 height=300></amp-video>", f"{HOST}/v/a.mp4"),
    "lite-youtube": (
        "<lite-youtube videoid='abc123'></lite-youtube>",
        "https://www.youtube.com/embed/abc123",
    ),
    "object": (
        "<object><embed src='https://www.youtube.com/v/abc123'></object>",
        "https://www.youtube.com/v/abc123",
    ),
    "vimeo": (
        "<iframe src='https://player.vimeo.com/video/1234567'></iframe>",
        "https://player.vimeo.com/video/1234567",
    ),
}


@pytest.mark.parametrize(("markup", "url"), PLAYERS.values(), ids=PLAYERS)
def test_video_of_a_player(markup, url):
    article = read(story(told(0, 3) + markup + told(3)))
    assert (texts(article), [(video.url, video.caption) for video in article.videos]) == (
        list(STORY),
        [(url, None)],
    )


def test_video_whose_address_is_of_the_browser_alone_is_none():
    article = read(story(told(0, 3) + "<video src='blob:https://a.example/1'></video>" + told(3)))
    assert article.videos == []


def test_line_in_small_print_below_a_player_is_its_caption():
    player = "<p><iframe src='https://www.youtube.com/embed/abc123'></iframe></p>"
    article = read(story(f"{told(0, 3)}{player}<p><em>{CAPTION}. (SR.id/Bagas)</em></p>{told(3)}"))
    assert texts(article) == list(STORY)
    assert [video.caption for video in article.videos] == [f"{CAPTION}. (SR.id/Bagas)"]


def test_bare_text_in_a_players_box_is_its_caption():
    box = "<div class='v'><iframe src='https://www.youtube.com/embed/a1'></iframe><b>Bagas</b> Panen di danau</div>"
    article = read(story(told(0, 3) + box + told(3)))
    assert texts(article) == list(STORY)
    assert [(video.url, video.caption) for video in article.videos] == [
        ("https://www.youtube.com/embed/a1", "Bagas Panen di danau")
    ]


def test_credit_around_a_slash_beside_the_caption():
    above = f"{DATE}<img src='/f/a.jpg' width=640><div class='caption'><i>{CAPTION}</i> <b>Bagas/SR</b></div>"
    (image,) = read(story(above=above)).images
    assert (image.caption, image.credit) == (CAPTION, "Bagas/SR")


def test_line_below_the_text_that_tells_of_the_cover():
    article = read(story(told() + f"<p>Foto utama: {CAPTION}. Foto: Bagas</p>"))
    assert texts(article) == list(STORY)
    assert [(image.caption, image.credit) for image in article.images] == [(f"{CAPTION}.", "Bagas")]


def test_age_beside_a_portrait_is_no_caption():
    said = "<div><a href='/u/bagas'>Bagas Wira</a> <i>2 jam yang lalu</i></div>"
    article = read(story(above=f"<div class='u'><img src='/f/w.png' width=300>{said}</div>"))
    assert [image.caption for image in article.images if image.caption] == []
