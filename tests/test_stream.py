"""The stream is pure: the same bytes give the same record, whichever way they came in."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from newsbot import __version__
from newsbot.archive import read_sources
from newsbot.engines.pool import replay
from newsbot.items import Discovery, Origin
from newsbot.snapshot import MAX_BODY, Snapshot
from newsbot.stream import Options, process
from tests.invented import KOMPAS, STORY, URL, codes, kompas, record, reject, snapshot
from tests.places import without_place

FIXTURES = Path(__file__).parent.parent / "fixtures"


def line(outcome):
    """One outcome as one line of JSON."""
    return (outcome.article or outcome.reject).to_json()


def bare(outcome):
    """One outcome as JSON, without what may differ between two ways in."""
    if outcome.reject is not None:
        return outcome.reject.reason
    return json.dumps(without_place(outcome.article.to_dict()), ensure_ascii=False)


@pytest.fixture(scope="module")
def snapshots():
    found = [item for item in read_sources(FIXTURES) if isinstance(item, Snapshot)]
    assert len(found) > 20
    return found


@pytest.fixture(scope="module")
def expected(snapshots):
    return [line(process(page)) for page in snapshots]


def test_same_bytes_give_the_same_json_in_any_order(snapshots, expected):
    order = list(range(len(snapshots)))
    random.Random(7).shuffle(order)
    again = {place: line(process(snapshots[place])) for place in order}
    assert [again[place] for place in range(len(snapshots))] == expected


def test_files_give_what_the_process_gives(expected):
    assert [line(out) for out in replay(FIXTURES, stitched=False)] == expected


def test_pool_of_two_gives_what_the_process_gives(expected):
    assert [line(out) for out in replay(FIXTURES, workers=2, stitched=False)] == expected


def test_only_origin_and_discovery_tell_the_way_in(snapshots):
    for page in snapshots:
        if page.origin.kind == "text" or process(page).reject:
            continue
        other = replace(
            page,
            origin=Origin("warc", "a.warc.gz", 812, "urn:x"),
            discovery=Discovery("sitemap", "https://contoh.id/s.xml", title="Lain", date="2001-01-01"),
        )
        one, two = process(page), process(other)
        assert bare(one) == bare(two)
        assert two.article.metadata.origin == other.origin
        assert two.article.metadata.discovery == other.discovery


def test_header_names_have_no_case():
    one = process(snapshot(kompas(), headers={"Content-Type": "text/html", "ETag": "a"}))
    two = process(snapshot(kompas(), headers={"content-type": "text/html", "etag": "a"}))
    assert one.article.to_json() == two.article.to_json()
    assert one.article.metadata.http.etag == "a"


def test_outcome_is_an_article_or_a_reject():
    good, bad = process(snapshot(kompas())), process(snapshot(b""))
    assert (good.article is not None, good.reject) == (True, None)
    assert (bad.article, bad.reject is not None) == (None, True)


def test_what_the_record_knows_of_its_making():
    meta = record(kompas(), fetched_at="2023-09-14T08:00:00+07:00", headers={"Last-Modified": "x"}).metadata
    assert meta.fetched_at == "2023-09-14T08:00:00+07:00"
    assert (meta.http.status, meta.http.charset, meta.http.last_modified) == (200, "utf-8", "x")
    assert meta.payload_digest == snapshot(kompas()).digest
    assert (meta.extraction.version, meta.extraction.layout) == (__version__, "kompas-read")
    assert meta.extraction.portal_rules_digest.startswith("sha256:")


DATED = (
    '<meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2023-09-13T14:05:00Z">'
)


@pytest.mark.parametrize(
    ("markup", "missing"),
    [
        (kompas(), ("missing", "date_published")),
        (f'<html><body><div class="read__content">{STORY}</div></body></html>', ("missing", "headline")),
        (kompas("", head=DATED), ("missing", "article_body")),
    ],
)
def test_missing_field_is_null_with_a_problem(markup, missing):
    article = record(markup, "https://regional.kompas.com/contoh")
    assert missing in [(problem.code, problem.field) for problem in article.metadata.problems]
    assert not getattr(article, missing[1])


def test_problems_stand_once():
    article = record(kompas(), KOMPAS + "?page=2")
    found = [(p.code, p.field, p.detail) for p in article.metadata.problems]
    assert len(found) == len(set(found))


def test_canonical_link_decides_the_portal_of_a_page_without_url():
    article = record(kompas(head=f'<link rel="canonical" href="{KOMPAS}">'), None)
    assert (article.portal, article.url, article.id) == ("kompas", KOMPAS, "kompas:2023/09/13/140500278")


def test_named_portal_wins_over_the_host():
    assert record(kompas(), URL, options=Options(portal="kompas")).metadata.extraction.layout == "kompas-read"


@pytest.mark.parametrize("url", ["http://[rusak/x", "https://[::1/2023/09/13/x"])
def test_malformed_address_of_the_page(url):
    assert record(kompas(), url).kind == "article"


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="http://[rusak">',
        '<meta property="og:url" content="http://[x">',
        '<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":"http://[x"}</script>',
    ],
)
def test_malformed_address_in_the_page(head):
    assert record(kompas(head=head)).canonical_url is None


@pytest.mark.parametrize("link", ["http://[rusak", "//[x", "javascript:void(0)", "?page=\u0662", "#", " "])
def test_malformed_links_in_the_body(link):
    insert = f'<p>Baca juga: <a href="{link}">Gudang Garam Baru Dibuka</a></p>'
    extra = f'{insert}<img src="{link}"><iframe src="{link}"></iframe>'
    assert record(kompas(STORY + extra)).article_body == record(kompas()).article_body


def test_fetch_time_that_is_no_moment():
    article = record(kompas(above='<div class="read__time">3 jam lalu</div>'), fetched_at="kemarin")
    assert (article.date_published, article.date_published_precision) == (
        "2023-09-13",
        "day",
    )  # of the address
    assert {"bad_fetched_at", "date_from_url"} <= set(codes(article))


@pytest.mark.parametrize(
    ("body", "reason"),
    [(b"", "empty"), (b"%PDF-1.4", "binary"), (b"garam", "not_html"), (b" " * (MAX_BODY + 1), "empty")],
)
def test_reject_names_the_input(body, reason):
    found = reject(body, origin=Origin("warc", "a.warc.gz", 9, "urn:x"))
    assert (found.reason, found.path, found.url, found.offset) == (reason, "a.warc.gz", URL, 9)
    assert json.loads(found.to_json())["reason"] == reason


def test_text_is_read_as_text():
    text = "Petani garam di Teluk Biru memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok tani.\n\n"
    article = record(text * 3, URL, origin=Origin("text", "a.txt"))
    assert "plain_text" in codes(article)
    assert article.article_body.count("Teluk Biru") == 3
