"""Articles in the JSON of a page's script: fields and body come out, and broken data are named."""

import json

import pytest

from newsbot.extractors.body.read import MAX_MARKUP as MAX_BODY
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.witnesses.embedded import read_embedded
from newsbot.portals import Embedded, Layout
from tests.invented import page

RULES = Embedded(
    script="script#__NEXT_DATA__",
    path="props.article",
    headline=("title",),
    body=("content",),
    date=("published_at",),
    authors=("authors.name", "writer"),
    keywords=("tags.name",),
    image=("cover.url",),
    caption=("cover.caption",),
)
LAYOUT = Layout(name="contoh-next", probe="script#__NEXT_DATA__", embedded=RULES)
ARTICLE = {
    "title": "Panen Garam Tiba Lebih Awal",
    "content": "<p>Petani di Jeneponto mulai memanen garam.</p><p>Harga naik dua ribu rupiah.</p>",
    "published_at": "2026-05-01T08:00:00+07:00",
    "authors": [{"name": "Rahma Lestari"}, {"name": "Yosef Wanggai"}],
    "tags": [{"name": "garam"}, {"name": "jeneponto"}],
}


def read(script, layout=LAYOUT):
    markup = f'<html><body><script id="__NEXT_DATA__" type="application/json">{script}</script></body></html>'
    raw = RawArticle()
    return read_embedded(page(markup), layout, raw), raw


def read_article(**changes):
    return read(json.dumps({"props": {"article": ARTICLE | changes}}).replace("</", "<\\/"))


def values(raw, name):
    return [(candidate.value, candidate.witness) for candidate in raw.all(name)]


def text_of(body):
    return [block.text for block in body.blocks]


def codes(raw):
    return [problem.code for problem in raw.problems]


def test_fields_come_out_with_their_witness_and_path():
    body, raw = read_article()
    assert body
    assert values(raw, "headline") == [("Panen Garam Tiba Lebih Awal", "structured")]
    assert values(raw, "date_published") == [("2026-05-01T08:00:00+07:00", "structured")]
    assert values(raw, "printed_authors") == [
        ("Rahma Lestari", "structured"),
        ("Yosef Wanggai", "structured"),
    ]
    assert raw.all("headline")[0].rule == "script#__NEXT_DATA__ props.article.title"


def test_body_is_split_as_markup():
    assert text_of(read_article()[0]) == [
        "Petani di Jeneponto mulai memanen garam.",
        "Harga naik dua ribu rupiah.",
    ]


def test_body_without_markup_gives_a_paragraph_a_line():
    assert text_of(read_article(content="Baris satu di sini.\nBaris dua menyusul.")[0]) == [
        "Baris satu di sini.",
        "Baris dua menyusul.",
    ]


def test_first_path_that_gives_anything_is_taken():
    assert values(read_article(authors=[], writer="Sari Dewi")[1], "printed_authors") == [
        ("Sari Dewi", "structured")
    ]


def test_lead_picture_comes_with_its_caption():
    body = read_article(cover={"url": "https://contoh.example/1.jpg", "caption": "Tambak di pagi hari"})[0]
    assert [(image.url, image.caption) for image in body.images] == [
        ("https://contoh.example/1.jpg", "Tambak di pagi hari")
    ]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "bukan json",
        "[]",
        '{"props": 3}',
        '{"props": {"article": null}}',
        "[" * 20_000,
        '{"props": ["article"]}',
    ],
)
def test_data_of_another_shape_are_named(script):
    body, raw = read(script)
    assert body is None
    assert codes(raw) == ["embedded_unreadable"]


@pytest.mark.parametrize("content", [None, "", "  ", 7, ["<p>x</p>"], "<p>a</p>" + "x" * MAX_BODY])
def test_body_that_is_no_text_or_too_large_gives_none(content):
    assert read_article(content=content)[0] is None


def test_layout_without_such_a_rule_reads_nothing():
    found, raw = read("{}", Layout(name="polos", probe="body"))
    assert (found, codes(raw)) == (None, [])
