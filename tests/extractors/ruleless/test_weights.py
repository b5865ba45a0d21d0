"""How much running text the elements of a page hold, and whose it is."""

import pytest

from newsbot.extractors.ruleless.weights import weigh
from tests.invented import ONE, STORY, THREE, TWO, page

SIZE = len(ONE) + len(TWO) + len(THREE)


def weighed(markup):
    parsed = page(f"<html><body>{markup}</body></html>")
    return parsed, weigh(parsed)


def held(markup, selector=".isi"):
    parsed, weights = weighed(markup)
    return weights.held.get(parsed.select(selector)[0], 0)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.replace("<p>", "<div>").replace("</p>", "</div>"),
        STORY.replace("<p>", "").replace("</p>", "<br><br>"),
        STORY.replace("Petani", "<b>Petani</b>").replace("<b>Petani</b>", "Petani"),
    ],
)
def test_paragraphs_count_for_the_element_around_them_whatever_their_tags(text):
    parsed, weights = weighed(f"<div class='isi'>{text}</div>")
    assert weights.densest() is parsed.select(".isi")[0]
    assert weights.own[weights.densest()] == SIZE


def test_text_in_one_paragraph_with_line_breaks_is_a_text_of_its_own():
    lines = "<br>".join([ONE, TWO, THREE] * 4)
    _, weights = weighed(f"<div class='isi'><p>{lines}</p><p>Wira Samudra</p></div>")
    assert weights.densest().tag == "p"


@pytest.mark.parametrize(
    "theirs",
    [
        f"<aside><p>{ONE}</p></aside>",
        f"<div class='komentar'><p>{ONE}</p></div>",
        f"<div class='related'><p>{ONE}</p></div>",
        "".join(
            f"<div class='kartu'><h3><a href='/kabar/{n}'>Perahu Hias Berlomba di Muara</a></h3><p>{ONE}</p></div>"
            for n in range(2)
        ),
    ],
)
def test_text_in_boxes_of_others_is_theirs(theirs):
    parsed, weights = weighed(f"<div class='isi'>{theirs}</div>")
    assert not weights.held
    assert weights.theirs[parsed.select(".isi")[0]] >= len(ONE)


@pytest.mark.parametrize(
    "unread",
    [
        f"<a href='/kabar'>{ONE}</a>",
        f"<script>{ONE}</script>",
        f"<h2>{ONE}</h2>",
        f"<figure><figcaption>{ONE}</figcaption></figure>",
        "<p>Label pendek</p>" * 20,
    ],
)
def test_links_titles_scripts_and_labels_are_no_running_text(unread):
    assert held(f"<div class='isi'>{unread}</div>") == 0


def test_text_behind_a_script_counts():
    assert held(f"<div class='isi'><script>var a</script>{ONE}</div>") == len(ONE)


def test_rival_is_the_weightiest_element_outside():
    parsed, weights = weighed(
        f"<div class='isi'>{STORY}</div><div><p>{ONE}</p><p>{TWO}</p></div><div>{THREE}</div>"
    )
    assert weights.rival(parsed.select(".isi")[0]) == len(ONE) + len(TWO)


def test_little_text_is_no_article():
    _, weights = weighed(f"<div class='isi'><p>{ONE}</p></div>")
    assert weights.densest() is None


def test_blanks_within_a_text_weigh_nothing():
    blanks = f"<div class='lain'><div><p>Indeks berita {' ' * 4000} hari ini dan kemarin di sini saja</p></div></div>"
    assert held(f"<div class='isi'>{STORY}</div>{blanks}", ".lain") < 80


def test_a_form_around_the_whole_page_is_no_box_of_its_own():
    assert held(f"<form><div class='isi'>{STORY}</div></form>") == SIZE
    assert held(f"<div><form><div class='isi'>{STORY}</div></form></div>") == 0
