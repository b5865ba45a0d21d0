"""Articles that a page carries as JSON only, in whatever shape its framework gives them."""

import json
from html import escape

import pytest

from newsbot.extractors.witnesses.page_data import find_page_data
from tests.invented import ONE, THREE, TWO, URL, page, record

TITLE = "Panen Garam di Teluk Biru Naik"
MARKUP = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
HEAD = f"<title>{TITLE} - Kabar Contoh</title>"


def found(markup):
    return find_page_data(page(f"<html><head>{HEAD}</head><body>{markup}</body></html>"))


def script(data, *, kind="application/json", before=""):
    return f"<script type='{kind}'>{before}{json.dumps(data)}</script>"


STORY = {
    "title": TITLE,
    "publishedAt": "2023-09-13T07:05:00Z",
    "author": {"name": "Wira Teluk"},
    "content": MARKUP,
}


@pytest.mark.parametrize(
    "markup",
    [
        script({"props": {"pageProps": {"article": STORY}}}),
        script(STORY, kind="text/javascript", before="window.__INITIAL_STATE__ = "),
        script(STORY, kind="", before="var artikel="),
        f"<div id=app data-page='{escape(json.dumps({'props': STORY}))}'></div>",
        script(
            {"@type": "NewsArticle", "headline": TITLE, "articleBody": f"{ONE}\n{TWO}\n{THREE}"},
            kind="application/ld+json",
        ),
        script({"judul": TITLE, "isi": {"rendered": MARKUP}}),
        script({"title": {"rendered": TITLE}, "body": [ONE, TWO, THREE]}),
        script(
            {
                "headline": TITLE,
                "content_elements": [{"type": "text", "content": t} for t in (ONE, TWO, THREE)],
            }
        ),
        script({"title": TITLE, "body": {"blocks": [{"data": {"text": t}} for t in (ONE, TWO, THREE)]}}),
        "<script type='application/json' id='__NUXT_DATA__'>"
        + json.dumps([{"a": 1}, {"title": 2, "content": 3}, TITLE, MARKUP])
        + "</script>",
    ],
)
def test_the_text_is_found_in_any_shape(markup):
    data = found(markup)
    assert data.headline == TITLE
    assert all(sentence in data.body for sentence in (ONE, TWO, THREE))


def test_dates_and_writers_stand_beside_the_text():
    data = found(script(STORY))
    assert (data.published, data.authors) == ("2023-09-13T07:05:00Z", ("Wira Teluk",))


@pytest.mark.parametrize(
    "data",
    [
        {"title": "Jembatan Gantung Rusak Parah", "content": MARKUP},
        {"title": TITLE, "content": "Pendek saja."},
        {"title": TITLE, "description": ONE + TWO + THREE},
        {"content": MARKUP},
    ],
)
def test_another_story_a_teaser_and_a_summary_are_no_article(data):
    assert found(script(data)) is None


def test_the_longest_of_several_texts_is_the_article():
    short = {**STORY, "content": MARKUP[: len(MARKUP) * 2 // 3]}
    assert found(script([short, STORY])).body == MARKUP


def read(markup):
    return record(f"<html><head>{HEAD}</head><body>{markup}</body></html>", URL)


def test_a_page_that_a_script_fills_gives_its_article():
    article = read(f"<div id=__next></div>{script(STORY)}")
    assert [block.text for block in article.blocks] == [ONE, TWO, THREE]
    assert article.metadata.fields["article_body"].witness == "structured"


def test_a_teaser_before_a_wall_gives_way_to_the_whole_text():
    teaser = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "isAccessibleForFree": False,
        "articleBody": f"{ONE}\n{TWO}\n{THREE}",
    }
    article = read(
        f"<h1>{TITLE}</h1><article><p>{ONE}</p></article>{script(teaser, kind='application/ld+json')}"
    )
    assert [block.text for block in article.blocks] == [ONE, TWO, THREE]
    assert (article.kind, article.is_accessible_for_free) == ("article", False)


def test_a_text_that_the_page_prints_whole_stays_as_printed():
    article = read(f"<h1>{TITLE}</h1><article>{MARKUP * 3}</article>{script(STORY)}")
    assert article.metadata.fields["article_body"].witness == "generic"
