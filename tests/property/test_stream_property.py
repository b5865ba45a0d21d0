"""Whatever the bytes, the stream gives an article or a reject, and the article keeps the contract."""

from __future__ import annotations

import hashlib
import json
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsbot.items import Article, Origin
from newsbot.schema import article_schema
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

VALIDATOR = Draft202012Validator(article_schema())
URLS = st.sampled_from(
    (
        None,
        "https://regional.kompas.com/read/2023/09/13/140500278/panen-garam",
        "https://regional.kompas.com/read/2023/09/13/140500278/panen-garam?page=2",
        "https://news.detik.com/berita/d-6900011/panen-garam",
        "https://www.liputan6.com/news/read/4541831/panen-garam",
        "https://solo.tribunnews.com/2020/10/09/panen-garam",
        "http://www.antaranews.com/berita/527615/panen-garam",
        "https://contoh.id/2023/09/13/x",
        "//",
        "garam",
    )
)
CLASSES = st.sampled_from(
    (
        "read__content",
        "detail__body-text",
        "txt-article",
        "side-article txt-article",
        "post-content",
        "article-content-body__item-page",
        "baca-juga",
        "ads",
        "share",
        "paging",
        "caption",
        "author",
        "photo",
        "read__time",
        "detail__date",
        "tag__article__link",
        "xyz",
        "",
    )
)
TAGS = st.sampled_from(
    "p div span b strong a br h1 h2 h5 ul ol li table tr td th blockquote figure figcaption img iframe script style "
    "title meta link form nav aside article section html body head svg template noscript textarea font center".split()
)
LINKS = st.sampled_from(
    (
        "?page=2",
        "/tag/garam",
        "https://contoh.id/berita/2023/09/12/gudang-garam-baru-di-pesisir",
        "#",
        "x.jpg",
        "",
        "https://youtu.be/x",
    )
)
PROSE = st.sampled_from(
    (
        "Petani garam di Teluk Biru memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok tani.",
        "TELUK BIRU, KOMPAS.com - Harga garam naik sejak Rabu (13/9/2023) dan Kamis (14/9).",
        "Baca juga:",
        "Baca juga: Gudang Garam Baru",
        "Halaman Selanjutnya",
        "ADVERTISEMENT",
        "(vyp/kna)",
        "Penulis: Wira | Editor: Laksmi",
        "Rabu, 13 September 2023 14:05 WIB",
        "3 jam lalu",
        "Tambak garam. (Foto: Wira/detikcom)",
        "Editor: Laksmi Asih",
        "31 Februari 2023",
        " ",
        "\u00a0",
        "\u200b",
        "\x00",
        "\x0b",
        "&nbsp;",
        "&#0;",
        "&#xD800;",
        "&amp",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?php x ?>",
        "<",
        ">",
        '{"@type":"NewsArticle","headline":"Garam","datePublished":"2023-09-13T14:05:00Z","author":[{"name":"Wira"}]}',
        "[",
        "cafe\u0301",
        "\ufeff",
    )
)


@st.composite
def tags(draw: st.DrawFn) -> str:
    """An opening or a closing tag with what real pages have in it."""
    tag = draw(TAGS)
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return f"</{tag}>"
    extra = draw(
        st.sampled_from(
            (
                "",
                ' id="penulis"',
                ' style="display:none"',
                ' type="application/ld+json"',
                ' property="og:title" content="Garam"',
                ' property="article:published_time" content="2023-09-13T14:05:00Z"',
                ' rel="canonical"',
                ' itemprop="articleBody"',
                " width=640",
            )
        )
    )
    link = draw(LINKS)
    return f'<{tag} class="{draw(CLASSES)}" href="{link}" src="{link}"{extra}>'


SOUP = st.lists(st.one_of(tags(), PROSE), max_size=60).map("".join)
HEAD = st.sampled_from(
    (
        "",
        "<html><body>",
        "<!DOCTYPE html><html><head><title>Panen Garam</title></head><body><h1>Panen Garam</h1>",
    )
)
BODIES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(HEAD, SOUP).map("".join).map(lambda text: text.encode("utf-8", "replace")),
    st.tuples(SOUP, st.binary(max_size=20), SOUP).map(
        lambda parts: parts[0].encode() + parts[1] + parts[2].encode()
    ),
)
FETCHED = st.sampled_from((None, "2023-09-14T08:00:00+07:00", "2015-01-01T00:00:00Z"))
SNAPSHOTS = st.builds(
    lambda body, url, fetched_at, kind, status: Snapshot(body, url, status, {}, fetched_at, Origin(kind)),
    BODIES,
    URLS,
    FETCHED,
    st.sampled_from(("html", "html", "html", "text")),
    st.sampled_from((None, 200, 404)),
)
OPTIONS = st.sampled_from(
    (Options(), Options(), Options(generic=True), Options(verify=True), Options(portal="kompas"))
)


@settings(max_examples=600, deadline=None)
@given(SNAPSHOTS, OPTIONS)
@example(Snapshot(b"<html>"), Options())
@example(Snapshot(b"<p>" + b"\xff" * 50), Options(generic=True))
def test_any_bytes_give_an_article_or_a_reject(snapshot: Snapshot, options: Options) -> None:
    outcome = process(snapshot, options=options)
    assert (outcome.article is None) != (outcome.reject is None)
    if outcome.article is not None:
        keeps_the_contract(outcome.article)
        assert process(snapshot, options=options).article.to_json() == outcome.article.to_json()
    else:
        assert outcome.reject.reason


def keeps_the_contract(article: Article) -> None:
    record = json.loads(article.to_json())
    VALIDATOR.validate(record)
    body = record["article_body"]
    texts = [
        block["text"]
        for block in record["blocks"]
        if block["type"] not in ("image", "embed") and block["text"]
    ]
    assert body == "\n\n".join(texts)
    assert record["word_count"] == sum(any(c.isalnum() for c in token) for token in body.split())
    flat = " ".join(unicodedata.normalize("NFC", body).split())
    digest = "sha256:" + hashlib.sha256(flat.encode()).hexdigest() if flat else None
    assert record["content_digest"] == digest
    for mention in record["date_mentions"]:
        assert body[mention["start"] : mention["end"]] == mention["text"] != ""
    assert sum(image["is_main"] for image in record["images"]) == bool(record["images"])
    assert (record["date_published"] is None) == (record["date_published_precision"] is None)
    assert record["is_complete"] or record["metadata"]["problems"]


def test_the_soup_reaches_the_body() -> None:
    """The strategy is worth something only while its pages have text, dates and noise in them."""
    body = (
        "<div class='read__content'><p>"
        + "Harga garam naik sejak Rabu (13/9/2023). " * 5
        + "</p><p>Baca juga: x</p></div>"
    )
    article = process(
        Snapshot(f"<html><body><h1>Panen Garam</h1>{body}".encode(), "https://a.kompas.com/")
    ).article
    assert article is not None
    assert article.date_mentions
    assert article.metadata.removed
    keeps_the_contract(article)


@pytest.mark.parametrize("count", [1, 200, 5000])
def test_depth_and_width(count: int) -> None:
    for markup in (
        "<div>" * count + "garam",
        "<p>garam" * count,
        "<table><tr><td>" * min(count, 1000) + "garam",
        "<b>" * count + "x",
    ):
        outcome = process(Snapshot(f"<html><body><h1>Panen Garam</h1>{markup}".encode()))
        assert outcome.article is not None
        keeps_the_contract(outcome.article)
