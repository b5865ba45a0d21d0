"""Pages of an article at every portal that has them, from the declarations: one record, none lost, none doubled."""

import itertools
import json
from pathlib import Path

import pytest

from newsbot.archive import read_sources
from newsbot.discovery.keys import article_key
from newsbot.pages.paging import is_whole_article, page_number
from newsbot.portals import Portal, registry
from newsbot.stitching import number, stitch
from newsbot.stream import process
from tests.invented import ONE, THREE, TWO, snapshot

FIXTURES = Path(__file__).parents[2] / "fixtures"
FACTS = Path(__file__).parents[2] / ".." / "shared" / "portals" / "portals.json"
PAGED = [portal for portal in registry().portals if portal.paging and "N" in portal.paging]
WHOLE = [
    portal
    for portal in registry().portals
    if portal.paging and ("for all" in portal.paging or "=all" in portal.paging)
]
STEP = {"sindonews": 5, "disway": 15}
TEXTS = (ONE, TWO, THREE)
MEETINGS = [
    (f"balai desa {name}", f"pada pertemuan yang {count}")
    for name, count in (("Wates", "kedua"), ("Sawo", "ketiga"), ("Loano", "keempat"))
]
UNSEEN = {
    "idntimes": "an older layout; pages are single in 2026",
    "merdeka": "all pages stand in the document",
}  # fmt: skip


def address(portal: Portal) -> str:
    return portal.examples[0].removesuffix("/15") if portal.examples else ""


def behind(url: str, form: str) -> str:
    return url.rstrip("/") + (form if form.startswith("/") else ("&" if "?" in url else "?") + form[1:])


def form_of(portal: Portal, count: int) -> str:
    value = (count - 1) * STEP[portal.id] if portal.pages_by_offset else count
    return portal.paging.partition(";")[0].removesuffix(" by offset").replace("N", str(value))


def whole_form(portal: Portal) -> str:
    return portal.paging.rpartition("; ")[2].removesuffix(" for all")


def urls_of(portal: Portal) -> list[str]:
    url = address(portal)
    return [url, *(behind(url, form_of(portal, count)) for count in (2, 3))]


def markup(text: str, pager: str) -> str:
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    others = "</p><p>".join(f"{text} Hal itu dikatakannya di {place}, {day}." for place, day in MEETINGS)
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><article><p>{text}</p><p>{others}</p></article>"
        f"<ul class='pagination'>{pager}</ul></body></html>"
    )


def pages_of(portal: Portal):
    urls = urls_of(portal)
    for own, text in zip(urls, TEXTS, strict=True):
        links = "".join(f"<li><a href='{url}'>{n}</a></li>" for n, url in enumerate(urls, 1) if url != own)
        yield process(snapshot(markup(text, links), own))


def ids(portal):
    return portal.id


def test_portals_with_pages_have_an_example():
    assert [portal.id for portal in (*PAGED, *WHOLE) if not address(portal)] == []


@pytest.mark.parametrize("portal", [portal for portal in PAGED if not portal.hidden_pages], ids=ids)
def test_pages_of_an_article_are_one_record_in_any_order(portal):
    outcomes = list(pages_of(portal))
    for order in itertools.permutations(outcomes):
        [result] = stitch(number(order))
        article = result.outcome.article
        assert (article.page_count, article.is_complete, article.next_page_url) == (3, True, None)
        texts = article.article_body.split("\n\n")
        assert [texts.count(text) for text in TEXTS] == [1, 1, 1]
        assert (
            article.article_body.index(ONE)
            < article.article_body.index(TWO)
            < article.article_body.index(THREE)
        )


@pytest.mark.parametrize("portal", [portal for portal in PAGED if not portal.hidden_pages], ids=ids)
@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_lost_page_is_said(portal, lost):
    outcomes = list(pages_of(portal))
    del outcomes[lost]
    [result] = stitch(number(outcomes))
    article = result.outcome.article
    assert not article.is_complete
    assert [problem.code for problem in article.metadata.problems].count("missing_page") == 1
    assert article.next_page_url == (None if lost == 0 else urls_of(portal)[lost])


@pytest.mark.parametrize("portal", PAGED, ids=ids)
def test_pages_share_a_key(portal):
    assert len({article_key(url, portal) for url in urls_of(portal)}) == 1


@pytest.mark.parametrize("portal", WHOLE, ids=ids)
def test_whole_article_is_known_and_wins(portal):
    first, whole = address(portal), behind(address(portal), whole_form(portal))
    assert is_whole_article(whole)
    assert article_key(first, portal) == article_key(whole, portal)
    if portal.hidden_pages:
        return
    pages = [
        process(snapshot(markup(ONE, f"<li><a href='{whole}'>Tampilkan Semua</a></li>"), first)),
        process(snapshot(markup(f"{ONE}</p><p>{TWO}</p><p>{THREE}", ""), whole)),
    ]
    assert pages[0].article.next_page_url == whole
    [result] = stitch(number(pages))
    assert result.outcome.article.is_complete
    assert all(text in result.outcome.article.article_body for text in TEXTS)


@pytest.mark.parametrize("portal", [portal for portal in registry().portals if portal.examples], ids=ids)
def test_an_example_is_no_page_of_another_article(portal):
    for example in portal.examples:
        assert page_number(example) is None or portal.pages_in_path
        assert not is_whole_article(example)


@pytest.mark.skipif(not FACTS.is_file(), reason="no ../shared: the facts are not part of the project")
def test_every_documented_mechanism_is_declared():
    undeclared = []
    for fact in json.loads(FACTS.read_text(encoding="utf-8"))["portals"]:
        said = fact["multipage"]["mechanism"]
        portal = registry().get(fact["id"])
        forms = [form for form in ("?page=all", "?showpage=all", "?single=1", "/all") if form in said]
        if fact["id"] in UNSEEN or portal.hidden_pages:
            continue
        if forms and not any(form in (portal.paging or "") for form in forms):
            undeclared.append((fact["id"], said, portal.paging))
        if any(form in said for form in ("?page=N", "?page=2", "/2", "?page_num", "offset")) and "N" not in (
            portal.paging or ""
        ):
            undeclared.append((fact["id"], said, portal.paging))
    assert undeclared == []


@pytest.mark.parametrize(("cases", "count"), [("sindonews/*-by-offset", 3), ("disway/*-by-offset", 2)])
def test_fixtures_by_offset_are_one_record(cases, count):
    sources = [next(iter(read_sources(page))) for page in sorted(FIXTURES.glob(f"{cases}/page.html"))]
    outcomes = [process(source) for source in sources]
    for order in itertools.permutations(outcomes):
        [result] = stitch(number(order))
        article = result.outcome.article
        assert (article.page_count, article.is_complete) == (count, True)
        bodies = [outcome.article.article_body for outcome in outcomes]
        assert article.article_body == "\n\n".join(bodies)
