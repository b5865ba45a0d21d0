"""Players of videos in the text and at the headline, and their captions."""

import pytest

from tests.extractors.ruleless.unknown import page
from tests.invented import kompas, read, record

PLAYER = "https://www.youtube.com/embed/a1"
FRAME = f"<iframe src='{PLAYER}'></iframe>"
CAPTION = "Petani memanen garam di Teluk Biru."


def videos(article):
    return [(video.url, video.caption) for video in article.videos]


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure><div>{FRAME}</div><figcaption>{CAPTION}</figcaption></figure>",
        f"<div>{FRAME}</div><div class='video-caption'>{CAPTION}</div>",
        f"<div>{FRAME}<p class='caption'>{CAPTION}</p></div>",
    ],
    ids=["figure", "behind its box", "behind it"],
)
def test_the_caption_of_a_player_is_the_video_s_and_no_picture_s(markup):
    for article in (record(kompas(f"{markup}<p>{CAPTION * 3}</p>")), page(inside=markup)):
        assert videos(article) == [(PLAYER, CAPTION)]
        assert article.images == []
        assert CAPTION not in article.article_body.split("\n\n")


def test_a_player_without_one_has_none():
    assert read(FRAME).videos[0].caption is None


def test_a_player_of_amp_leads_where_its_number_says():
    assert [video.url for video in read("<amp-youtube data-videoid='a1'></amp-youtube>").videos] == [PLAYER]


def test_the_player_between_headline_and_text_is_the_article_s():
    assert videos(page(under=f"<div>{FRAME}</div>")) == [(PLAYER, None)]


def test_the_player_of_another_story_s_card_is_not():
    card = f"<div class='terkait'>{FRAME}<a href='/lain'>Harga Ikan Turun di Pasar Induk</a></div>"
    assert videos(page(under=card)) == []


def test_a_player_that_is_embedded_twice_is_one_video_with_its_caption():
    markup = f"{FRAME}<figure>{FRAME}<figcaption>{CAPTION}</figcaption></figure>"
    assert videos(record(kompas(f"{markup}<p>{CAPTION * 3}</p>"))) == [(PLAYER, CAPTION)]
