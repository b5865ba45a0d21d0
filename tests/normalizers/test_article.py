"""RawArticle to Article: each value with its source, nothing guessed."""

import pytest

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import Body, Candidate, RawArticle
from newsbot.normalizers.article import build_article, without_site
from newsbot.portals import Portal
from tests.invented import ONE, TWO

URL = "https://bali.contoh.id/read/77/panen-garam?utm_source=x"
PORTAL = Portal(
    id="contoh",
    name="Contoh",
    domains=("*.contoh.id",),
    names={"bali.contoh.id": "Contoh Bali"},
    zones={"bali.contoh.id": "Asia/Makassar"},
    article=(r"/read/(?P<id>\d+)",),
    brands=("CONTOH.ID",),
)


def built(portal=PORTAL, url=URL, body=(ONE, TWO), bylines=(), **named):
    raw = RawArticle()
    for name, readings in named.items():
        for witness, value in readings:
            note = raw.hear if witness in ("meta", "structured") else raw.add
            note(name, value, witness, f"{name}-rule")
    raw.body = Body(
        blocks=tuple(TextBlock("paragraph", text, length=len(text)) for text in body),
        bylines=tuple(Candidate(text, "body", rule) for text, rule in bylines),
    )
    return build_article(raw, portal=portal, url=url, fetched_at=None, payload_digest="sha256:" + "0" * 64)


def codes(article):
    return [(problem.code, problem.field) for problem in article.metadata.problems]


def test_identity():
    article = built()
    assert (article.id, article.portal, article.publisher.name, article.publisher.domain) == (
        "contoh:77",
        "contoh",
        "Contoh Bali",
        "bali.contoh.id",
    )
    assert article.url == "https://bali.contoh.id/read/77/panen-garam"


def test_page_of_no_portal_is_its_hosts():
    article = built(None, site_name=[("meta", "Contoh Kita")])
    assert (article.portal, article.publisher.name) == ("bali.contoh.id", "Contoh Kita")


@pytest.mark.parametrize(
    ("signed", "name", "codes"),
    [
        ("Kompas.com", "bali.contoh.id", ["foreign_site_name"]),
        ("KOMPAS.COM", "bali.contoh.id", ["foreign_site_name"]),
        ("Kompas Kita", "Kompas Kita", []),
    ],
)
def test_site_name_of_an_outlet_that_is_known_by_other_hosts_names_nobody(signed, name, codes):
    article = built(None, site_name=[("meta", signed)])
    assert (article.publisher.name, article.publisher.domain) == (name, "bali.contoh.id")
    told = [one for one in article.metadata.problems if one.field == "publisher"]
    assert [one.code for one in told] == codes
    assert [one.detail for one in told] == [signed] * len(codes)


def test_undeclared_host_of_an_outlet_may_sign_with_its_name():
    article = built(None, "https://arsip-lama.kompas.com/panen-garam", site_name=[("meta", "Kompas.com")])
    assert article.publisher.name == "Kompas.com"


def test_page_without_any_url():
    article = built(None, None)
    assert (article.url, article.canonical_url, article.portal, article.id) == (
        None,
        None,
        "unknown",
        "unknown:" + "0" * 16,
    )


@pytest.mark.parametrize(
    ("links", "canonical"),
    [
        (["https://bali.contoh.id/read/77/panen-garam?page=2"], "https://bali.contoh.id/read/77/panen-garam"),
        (["/read/77/panen-garam"], "https://bali.contoh.id/read/77/panen-garam"),
        (["https://bali.contoh.id/", "https://bali.contoh.id/read/77"], "https://bali.contoh.id/read/77"),
        (["7712345"], None),
        (["https://bali.contoh.id"], None),
    ],
)
def test_canonical_leads_into_a_page(links, canonical):
    assert built(canonical=[("layout", link) for link in links]).canonical_url == canonical


def test_headline_of_the_page_wins_and_the_source_names_the_others():
    article = built(
        headline=[("meta", "Garam Naik"), ("layout", "GARAM NAIK"), ("structured", "Harga Garam")]
    )
    source = article.metadata.fields["headline"]
    assert article.headline == "GARAM NAIK"
    assert (source.witness, source.agrees, source.disagrees) == (
        "layout",
        ["meta:headline-rule"],
        ["structured:headline-rule"],
    )


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Garam Naik - Contoh", "Garam Naik"),
        ("Garam Naik | Contoh Bali", "Garam Naik"),
        ("Garam Naik » Contoh", "Garam Naik"),
        ("Garam-Garam Naik", "Garam-Garam Naik"),
        ("Garam Naik", "Garam Naik"),
    ],
)
def test_site_suffix(title, bare):
    assert without_site(title) == bare
    assert built(headline=[("meta", title)]).headline == bare


def test_site_suffix_is_left_on_a_printed_headline():
    assert built(headline=[("layout", "Garam Naik - Contoh")]).headline == "Garam Naik - Contoh"


def test_missing_headline_is_a_problem():
    assert ("missing", "headline") in codes(built())


def test_alternative_headline_that_repeats_the_headline_is_none():
    both = {"headline": [("layout", "Garam Naik")], "alternative_headline": [("layout", "GARAM  naik")]}
    assert built(**both).alternative_headline is None


def test_topic_loses_its_mark():
    assert built(topic=[("layout", "#Panen Raya")]).topic == "Panen Raya"


def test_dateline_is_cut_and_kept():
    article = built(body=(f"CONTOH.ID, TELUK BIRU - {ONE}", TWO))
    assert (article.dateline, article.dateline_raw) == ("TELUK BIRU", "CONTOH.ID, TELUK BIRU -")
    assert article.article_body == f"{ONE}\n\n{TWO}"


def test_zone_of_the_host():
    article = built(visible_date=[("layout", "Rabu, 13 September 2023 14:05")])
    assert article.date_published == "2023-09-13T14:05:00+08:00"


def test_day_of_the_url_is_the_last_witness():
    assert built(url="https://bali.contoh.id/2023/09/13/garam").date_published == "2023-09-13"


@pytest.mark.parametrize(
    ("text", "rule", "name"),
    [
        ("Sumber: Antara", "source", "Antara"),
        ("(Sumber: Antara)", "source", "Antara"),
        ("Artikel ini telah tayang di Kompas.com dengan judul Garam Naik", "syndicated", "Kompas.com"),
        ("Artikel ini telah tayang di Tribun Bali, Rabu.", "syndicated", "Tribun Bali"),
        ("Berita ini sudah terbit di TribunBali.com", "syndicated", "TribunBali.com"),
        ("Penulis: Wira Teluk", "byline", None),
    ],
)
def test_credited_source(text, rule, name):
    assert built(bylines=[(text, rule)]).is_based_on == name


def test_reads_what_the_layout_calls_the_source():
    assert built(source=[("layout", "Reuters")]).is_based_on == "Reuters"


@pytest.mark.parametrize(
    ("named", "free"),
    [
        ({}, None),
        ({"is_accessible_for_free": [("structured", "true")]}, True),
        ({"is_accessible_for_free": [("structured", "false")]}, False),
        ({"paywall": [("layout", ".kunci")]}, False),
        ({"paywall": [("layout", ".kunci")], "is_accessible_for_free": [("structured", "true")]}, False),
    ],
)
def test_free_access(named, free):
    assert built(**named).is_accessible_for_free is free
