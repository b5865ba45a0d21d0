"""Structured data: JSON-LD and meta tags as publishers write them, valid or not."""

import json

import pytest

from newsbot.extractors.raw import CandidateList, RawArticle
from newsbot.extractors.witnesses.json_ld import json_ld
from newsbot.extractors.witnesses.structured import witness_structured
from tests.invented import page

ARTICLE = {"@type": "NewsArticle", "headline": "Panen Garam", "datePublished": "2023-09-13T14:05:00+07:00"}


LONG_TYPE = "ReportageNewsArticle"


def witnessed(*scripts, head=""):
    """What a page with these scripts (text or objects) says."""
    texts = [s if isinstance(s, str) else json.dumps(s) for s in scripts]
    markup = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    raw = RawArticle()
    witness_structured(page(f"<html><head>{head}{markup}</head><body>x"), raw)
    return raw


def values(raw, name):
    return [candidate.value for candidate in raw.all(name)]


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([ARTICLE]),
        json.dumps({"@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps([[ARTICLE]]),
        "<!--" + json.dumps(ARTICLE) + "-->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE).replace("Panen Garam", "Panen\tGaram"),
        "\n\n" + json.dumps(ARTICLE, indent=2) + "\n",
    ],
)
def test_shapes_of_a_script(script):
    assert values(witnessed(script), "headline") == ["Panen Garam"]


@pytest.mark.parametrize(
    "script", ["", "null", "[]", "1", '"x"', "{", "{'a': 1}", "[" * 20_000, "var a = {};"]
)
def test_broken_script_says_nothing(script):
    raw = witnessed(script)
    assert (raw.candidates, raw.lists) == ({}, {})


def test_broken_script_does_not_hide_the_next():
    assert values(witnessed('{"headline": ', ARTICLE), "headline") == ["Panen Garam"]


@pytest.mark.parametrize(
    "kind", ["Article", "NewsArticle", LONG_TYPE, "BlogPosting", ["Thing", "NewsArticle"]]
)
def test_article_types(kind):
    assert values(witnessed({**ARTICLE, "@type": kind}), "headline") == ["Panen Garam"]


@pytest.mark.parametrize("kind", ["WebPage", "Organization", "VideoObject", None, 7])
def test_other_types_give_no_headline(kind):
    assert values(witnessed({**ARTICLE, "@type": kind}), "headline") == []


def test_date_of_another_type_is_a_witness_where_no_article_is():
    raw = witnessed({"@type": "WebPage", "datePublished": "2023-09-13"})
    assert [(c.value, c.rule) for c in raw.all("date_published")] == [("2023-09-13", "WebPage.datePublished")]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Wira Teluk", ["Wira Teluk"]),
        ({"@type": "Person", "name": "Wira Teluk"}, ["Wira Teluk"]),
        ([{"name": "Wira Teluk"}, {"name": "Laksmi"}], ["Wira Teluk", "Laksmi"]),
        (["Wira Teluk", "Laksmi"], ["Wira Teluk", "Laksmi"]),
        ({"name": ["Wira Teluk"]}, ["Wira Teluk"]),
        ({"name": "  Wira &amp; Laksmi "}, ["Wira & Laksmi"]),
        ({"@type": "Person"}, []),
        (None, []),
        ("", []),
        ([], []),
        (7, []),
    ],
)
def test_author_shapes(author, names):
    assert values(witnessed({**ARTICLE, "author": author}), "structured_author") == names


@pytest.mark.parametrize(
    ("keywords", "words"),
    [
        ("garam, laut , ", ["garam", "laut"]),
        (["garam", "laut"], ["garam", "laut"]),
        ([["garam"], "laut"], ["garam", "laut"]),
        ([{"name": "garam"}], ["garam"]),
    ],
)
def test_keyword_shapes(keywords, words):
    assert witnessed({**ARTICLE, "keywords": keywords}).lists["keywords"] == [
        CandidateList(tuple(words), "structured", "NewsArticle.keywords", printed=False)
    ]


def test_breadcrumbs():
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"position": 1, "name": "Beranda"},
            {"position": 2, "item": {"@id": "https://contoh.id/ekonomi", "name": "Ekonomi"}},
            {"position": 3, "item": {"@id": "https://contoh.id/x"}},
            "rusak",
        ],
    }
    assert [found.values for found in witnessed(crumbs).lists["breadcrumbs"]] == [("Beranda", "Ekonomi")]


def test_breadcrumbs_of_the_wrong_shape():
    assert "breadcrumbs" not in witnessed({"@type": "BreadcrumbList", "itemListElement": "Ekonomi"}).lists


@pytest.mark.parametrize("free", [False, "False", "false"])
def test_free_access(free):
    assert values(witnessed({**ARTICLE, "isAccessibleForFree": free}), "is_accessible_for_free") == ["false"]


@pytest.mark.parametrize(
    ("tag", "name", "value"),
    [
        ('property="article:published_time" content="2023-09-13"', "date_published", "2023-09-13"),
        ('name="content_PublishedDate" content="2023-09-13"', "date_published", "2023-09-13"),
        ('itemprop="datePublished" content="2023-09-13"', "date_published", "2023-09-13"),
        ('property="article:modified_time" content="2023-09-14"', "date_modified", "2023-09-14"),
        ('name="content_editor" content="Laksmi"', "structured_editor", "Laksmi"),
        ('name="content_author" content="Wira"', "structured_author", "Wira"),
        ('property="og:title" content=" Panen  Garam "', "headline", "Panen Garam"),
        ('property="og:url" content="https://contoh.id/x"', "url", "https://contoh.id/x"),
        ('property="og:site_name" content="Contoh"', "site_name", "Contoh"),
    ],
)
def test_meta_tags(tag, name, value):
    assert values(witnessed(head=f"<meta {tag}>"), name) == [value]


def test_empty_meta_is_no_reading():
    assert witnessed(head='<meta property="og:title" content=" ">').candidates == {}


def test_huge_script_is_not_read():
    big = json.dumps({**ARTICLE, "x": "y" * 2_000_001})
    assert json_ld(page(f'<body><script type="application/ld+json">{big}</script>')) == []
