"""Whose an element is: the article's own, another story's, or the site's."""

import pytest

from newsbot.extractors.whose import OwnArea
from tests.invented import ONE, STORY, THREE, TWO, URL, page

HEAD = "<h1>Panen Garam di Teluk Biru Naik</h1>"
ISI = f"<div class='isi'>{STORY}</div>"
CARD = "<a href='/berita/jembatan-gantung-rusak'>Jembatan Gantung Rusak Parah</a>"


def whose(markup):
    parsed = page(f"<html><body><main>{HEAD}{ISI}{markup}</main></body></html>")
    (mark,) = parsed.select(".mark")
    return OwnArea(parsed, [*parsed.select("h1"), *parsed.select(".isi")]).whose(mark)


@pytest.mark.parametrize(
    "markup",
    [
        "<p class=mark>13 September 2023</p>",
        "<div class=info><a href='/penulis/wira-teluk-biru'>Wira Teluk Biru Raya</a><i class=mark>x</i></div>",
        f"<div><a href='{URL}'>Panen Garam Naik Lagi<i class=mark>x</i></a></div>",
        "<div class=share><a href='#'>Bagikan ke semua teman</a><i class=mark>x</i></div>",
        "<div class=entry-header><i class=mark>x</i></div>",
        "<div class=related-info>Wira Teluk <i class=mark>x</i></div>",
        "<a href='/lain/judul'>Rabu, 13 September 2023<i class=mark>14:05 WIB</i></a>",
    ],
)
def test_what_nothing_gives_to_another_is_the_articles(markup):
    assert whose(markup) is None


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (f"<div><small class=mark>x</small><h4>{CARD}</h4></div>", "another story's title"),
        (f"<ul><li>{CARD}<time class=mark>x</time></li></ul>", "another story's title"),
        (f"<h4>{CARD}</h4><small class=mark>x</small>", "beside another story's title"),
        (
            "<a href='/berita/jembatan-rusak'>Jembatan Gantung Rusak <i class=mark>x</i></a>",
            "a link to another",
        ),
        (
            f"<div><h2>{CARD}</h2><i class=mark>x</i><p>{ONE} {TWO} {THREE}</p></div>",
            "below another story's title",
        ),  # a next story, begun
        ("<aside><i class=mark>x</i></aside>", "<aside>"),
        (f"<div class=berita-terkait>{CARD}<p>{ONE} {TWO}</p><i class=mark>x</i></div>", "terkait"),
        ("<div class=news-ticker><i class=mark>x</i></div>", "ticker"),
    ],
)
def test_what_stands_in_anothers_box_is_not(markup, reason):
    assert reason in whose(markup)


def test_inside_the_body_a_box_of_another_story_is_not_the_articles():
    parsed = page(
        f"<html><body>{HEAD}<div class=isi>{STORY}<div>{CARD}<i class=mark>x</i></div></div></body></html>"
    )
    (mark,) = parsed.select(".mark")
    assert OwnArea(parsed, parsed.select(".isi")).whose(mark)


def test_a_part_of_the_page_with_many_links_is_no_card():
    assert whose(f"<div>{CARD * 40}<i class=mark>x</i></div>") is None


def test_what_holds_the_body_is_no_card():
    parsed = page(f"<html><body><div class=box>{CARD}<div class=isi><p>{ONE}</p></div></div></body></html>")
    (box,) = parsed.select(".box")
    assert not OwnArea(parsed, parsed.select(".isi")).is_card(box)


def test_a_footer_is_the_articles_inside_its_own_element():
    date = "<footer class='entry-footer'><time class=mark>13 September 2023</time></footer>"
    parsed = page(f"<html><body><article>{HEAD}{ISI}{date}</article></body></html>")
    area = OwnArea(parsed, [*parsed.select("h1"), *parsed.select(".isi")])
    assert area.whose(parsed.select(".mark")[0]) is None
    assert whose(date) == "in <footer>"


@pytest.mark.parametrize(("beside", "is_own"), [("", True), (f"<p>{CARD}</p>", False)])
def test_an_aside_in_the_articles_element_is_its_own_without_other_stories(beside, is_own):
    aside = f"<aside><dl><dd><time class=mark>13 September 2023</time></dd></dl>{beside}</aside>"
    parsed = page(f"<html><body><article>{HEAD}{aside}{ISI}</article></body></html>")
    area = OwnArea(parsed, [*parsed.select("h1"), *parsed.select(".isi")])
    assert (area.whose(parsed.select(".mark")[0]) is None) is is_own
