"""The ways to a body give the same of what stands in it: players, and a headline that the text repeats."""

import json

import pytest

from newsbot.extractors.extract import extract_raw
from newsbot.extractors.plaintext import read_text
from newsbot.portals import Embedded, Layout, Portal
from tests.invented import ONE, STORY, TWO, page, record

TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
PLAYER = "https://www.youtube.com/embed/garam"
BODY = f'<p>{TITLE}</p>{STORY}<iframe src="{PLAYER}"></iframe>'
LAYOUTS = {
    "rules": Layout(name="rules", probe="html", body=(".isi",)),
    "embedded": Layout(
        name="embedded",
        probe="html",
        embedded=Embedded(script="script#data", headline=("title",), body=("content",)),
    ),
}

WITNESS = {"rules": "layout", "embedded": "structured", "generic": "generic"}


def body_of(way):
    script = json.dumps({"title": TITLE, "content": BODY}).replace("</", "<\\/")
    isi = "" if way == "embedded" else f'<div class="isi">{BODY}</div>'
    markup = (
        f"<html><head><title>{TITLE} | Contoh</title></head><body><h1>{TITLE}</h1>{isi}"
        f'<script id="data" type="application/json">{script}</script></body></html>'
    )
    layout = LAYOUTS.get(way)
    portal = Portal(id="contoh", name="Contoh", domains=("contoh.id",), layouts=(layout,)) if layout else None
    return extract_raw(page(markup), portal, None)[0].body


@pytest.mark.parametrize("way", ["rules", "embedded", "generic"])
def test_player_in_the_body_is_a_video(way):
    assert [video.url for video in body_of(way).videos] == [PLAYER]


@pytest.mark.parametrize("way", ["rules", "embedded", "generic"])
def test_headline_that_the_text_repeats_leaves_it_by_name(way):
    body = body_of(way)
    assert body.witness[0] == WITNESS[way]
    assert body.blocks[0].text == ONE
    assert [item.text for item in body.removed if item.rule == "repeated headline"] == [TITLE]


def test_dump_whose_text_begins_with_the_headline_has_it_as_headline_only():
    lines = [TITLE, "Rabu, 13 September 2023 14:05 WIB", TITLE, ONE, TWO]
    body = read_text("\n".join(lines).encode(), None)[0].body
    assert [block.text for block in body.blocks] == [ONE, TWO]
    assert ("repeated headline", TITLE) in [(item.rule, item.text) for item in body.removed]


def test_without_a_layout_nothing_says_that_a_layout_read_it():
    head = (
        f'<title>{TITLE} | Contoh</title><link rel="canonical" href="https://contoh.id/berita/panen-garam">'
    )
    markup = (
        f"<html><head>{head}</head><body>"
        '<div class="breadcrumb"><a href="/">Home</a> » <a href="/ekonomi">Ekonomi</a></div>'
        f'<h1>{TITLE}</h1><div class="author">Penulis: Wira Teluk</div><span>Laksmi Asih</span><span>Editor</span>'
        '<div class="tanggal">Rabu, 13 September 2023 14:05 WIB</div>'
        '<img src="/tambak.jpg"><div class="caption">Tambak garam dari udara.</div>'
        f'<div class="isi">{STORY}<figure><img src="/b.jpg"><figcaption>Gudang.</figcaption></figure></div>'
        '<div class="tags"><a href="/tag/garam">garam</a> <a href="/tag/laut">laut</a></div></body></html>'
    )
    article = record(markup, "https://contoh.id/berita/panen-garam")
    named = {name: source.witness for name, source in article.metadata.fields.items()}
    assert article.metadata.extraction.layout is None
    assert {"headline", "authors", "editors", "keywords", "breadcrumbs", "section", "images"} <= set(named)
    assert "layout" not in named.values()
