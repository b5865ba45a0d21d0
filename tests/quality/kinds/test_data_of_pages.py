"""Texts and facts that a page carries as data, in the forms of more systems, and as broken as templates print them."""

import html
import json

import pytest

from tests.quality.kinds.pages import STAMP, STORY, TITLE, data, names, page, read, script, story, texts, told

POST = {"title": TITLE, "date": STAMP, "content": told()}
FLIGHT_TEXT = told()
SIZE = f"{len(FLIGHT_TEXT.encode()):x}"


def state(inner):
    return f"<div id='app'></div><script>{inner}</script>"


def next_data(article):
    props = {"pageProps": {"article": {"title": TITLE, "published_at": STAMP, **article}}}
    return (
        "<div id='__next'></div><script id='__NEXT_DATA__' type='application/json'>"
        f"{json.dumps({'props': props})}</script>"
    )


def pushed(rows):
    return f"self.__next_f.push([1,{json.dumps(rows)}])"


PRINTED_BY_SCRIPT = {
    "parsed string": state(f"window.__DATA__=JSON.parse({json.dumps(json.dumps({'post': POST}))})"),
    "parsed string in single marks": state(
        "window.__DATA__ = JSON.parse('" + json.dumps({"post": POST}).replace("\\", "\\\\") + "');"
    ),
    "streamed rows": state(pushed(f'5:["$","div",null,{json.dumps({"post": POST})}]\n')),
    "streamed rows with a text of its own": (
        f"<div id='app'></div><script>{pushed(f'2:T{SIZE},{FLIGHT_TEXT}')}</script><script>"
        + pushed("5:" + json.dumps({"post": {**POST, "content": "$2"}}) + "\n")
        + "</script>"
    ),
    "runs of Quill": next_data({"content": {"ops": [{"insert": "\n".join(STORY) + "\n"}]}}),
    "pieces of ProseMirror": next_data(
        {
            "content": {
                "type": "doc",
                "content": [
                    {
                        "type": "paragraph",
                        "content": [{"type": "text", "text": text[:20]}, {"text": text[20:]}],
                    }
                    for text in STORY
                ],
            }
        }
    ),
    "markup that is escaped": next_data({"content": html.escape(told())}),
    "attribute of an element of its own": (
        f'<article-detail :article="{html.escape(json.dumps(POST), quote=True)}"></article-detail>'
    ),
    "date under a short name": state(
        "var dataArtikel = " + json.dumps({"judul": TITLE, "isi": told(), "tgl": STAMP}) + ";"
    ),
}


@pytest.mark.parametrize("body", PRINTED_BY_SCRIPT.values(), ids=PRINTED_BY_SCRIPT)
def test_text_that_only_a_script_prints(body):
    article = read(page(body))
    assert (texts(article), article.date_published[:16]) == (list(STORY), STAMP[:16])


def test_entries_of_a_live_report_that_only_data_hold():
    updates = [{"@type": "BlogPosting", "articleBody": text, "datePublished": STAMP} for text in STORY]
    head = script(data(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}))
    article = read(page("<div id='root'></div>", head=head))
    assert (article.kind, texts(article)) == ("live", list(STORY))


WHOLE = data(author={"@type": "Person", "name": "Bagas Prakoso"})
BROKEN = {
    "single marks": WHOLE.replace('"', "'"),
    "forgotten comma": WHOLE.replace('", "datePublished"', '" "datePublished"'),
    "escaped marks": html.escape(WHOLE, quote=True),
    "marks within a text, and a comma behind them": WHOLE.replace("Warga Rawa", 'Warga "Rawa", yang'),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_data_that_are_broken_are_read_as_far_as_can_be(text):
    article = read(story(above="", head=script(text)))
    assert (names(article.authors), article.date_published[:16]) == (["Bagas Prakoso"], STAMP[:16])
