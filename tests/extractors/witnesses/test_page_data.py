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


FULL = {
    **STORY,
    "editor": {"name": "Rina Editor"},
    "category": {"name": "Daerah", "slug": "daerah"},
    "tags": [{"name": "garam"}, {"name": "Teluk Biru"}],
    "image": {"url": "https://contoh.id/a.jpg", "caption": "Petani garam", "credit": "Toni Lensa"},
}


def test_people_channel_tags_and_picture_stand_beside_the_text():
    article = record(f"<html><head>{HEAD}</head><body>{script(FULL)}</body></html>")
    assert [p.name for p in article.authors] == ["Wira Teluk"]
    assert [p.name for p in article.editors] == ["Rina Editor"]
    assert (article.section, article.keywords) == ("Daerah", ["garam", "Teluk Biru"])
    assert [(i.caption, i.credit) for i in article.images] == [("Petani garam", "Toni Lensa")]


@pytest.mark.parametrize("category", [7, "7", "daerah", {"id": 3}, "Berita yang dibaca oleh banyak orang"])
def test_what_is_no_name_is_no_channel(category):
    assert found(script({**STORY, "category": category})).section is None


def test_objects_of_a_store_are_put_in_the_places_of_their_references():
    store = {
        "ROOT_QUERY": {"__typename": "Query", "post": {"__ref": "Post:1"}},
        "Post:1": {
            "__typename": "Post",
            "title": TITLE,
            "writers": [{"__ref": "User:4"}],
            "category": {"__ref": "Category:8"},
            "contents": [{"__ref": f"Block:{n}"} for n in range(3)],
        },
        "User:4": {"__typename": "User", "name": "Wira Teluk"},
        "Category:8": {"__typename": "Category", "name": "Daerah"},
        **{f"Block:{n}": {"__typename": "Text", "text": text} for n, text in enumerate((ONE, TWO, THREE))},
    }
    data = found(script(store, kind="", before="window.__APOLLO_STATE__="))
    assert (data.authors, data.section) == (("Wira Teluk",), "Daerah")
    assert all(sentence in data.body for sentence in (ONE, TWO, THREE))


def test_references_that_lead_round_and_round_end():
    store = {
        f"A:{n}": {"__typename": "A", "title": TITLE, "all": [{"__ref": f"A:{m}"} for m in range(300)]}
        for n in range(300)
    }
    assert found(script(store, kind="", before="window.__APOLLO_STATE__=")) is None


def test_the_values_that_a_function_is_called_with_stand_in_the_places_of_its_parameters():
    called = (
        '<script>window.__NUXT__=(function(a,b,c,d){return {layout:"default",data:[{article:{id:7,title:a,'
        'content:b,author:{name:c},category:{name:d},isOpen:!0,video:void 0,slug:"a"}}],error:null}}'
        f'({json.dumps(TITLE)},{json.dumps(MARKUP)},"Wira Teluk","Daerah"));</script>'
    )
    data = found(called)
    assert (data.headline, data.authors, data.section) == (TITLE, ("Wira Teluk",), "Daerah")
    assert all(sentence in data.body for sentence in (ONE, TWO, THREE))
