"""Servers that are busy, broken, unwilling or hostile: each has its outcome, and none stops the others."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.hostile import (
    AT_ONCE,
    ENDLESS,
    HONESTS,
    LEAVES_THE_HOST,
    TOO_SLOW,
    crawl_at_once,
    crawl_documents,
    crawl_endless_index,
    crawl_pages,
    crawl_robots,
    crawl_slow_pages,
    document_outcome,
    page_outcome,
    robots_outcome,
)
from newsbot.discovery.planning import MAX_PAGES
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.hostile import DOCUMENTS, HONEST, PAGES, ROBOTS
from newsbot.state.wanted import MAX_ATTEMPTS

from .runs import crawl, records

TABLES = (Path(__file__).parents[2] / "docs/security.md").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The crawl of the answers that come, its server and its folder."""
    with LoopbackServer(Site(articles=1)) as server:
        folder = tmp_path_factory.mktemp("hostile")
        yield crawl_at_once(server.base, folder), server, folder


@pytest.fixture(scope="module")
def slow(tmp_path_factory):
    """The crawl of the answers that do not."""
    with LoopbackServer(Site(articles=1)) as server:
        return crawl_slow_pages(server.base, tmp_path_factory.mktemp("slow"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documents")
    with LoopbackServer(Site(articles=1)) as server:
        yield crawl_documents(server.base, folder), server


@pytest.fixture(scope="module")
def endless(tmp_path_factory):
    """The crawl of the index that has no end, and its server."""
    with LoopbackServer(Site(articles=1)) as server:
        return crawl_endless_index(server.base, tmp_path_factory.mktemp("endless")), server


@pytest.fixture(scope="module")
def robots(tmp_path_factory):
    """The crawl of sites with a hostile robots.txt, and their names."""
    return crawl_robots(tmp_path_factory.mktemp("robots"))


@pytest.mark.parametrize("name", AT_ONCE)
def test_page_has_the_outcome_that_the_table_says(hostile, name):
    assert f"| {PAGES[name]} | {page_outcome(name, hostile[0])} |" in TABLES


@pytest.mark.parametrize("name", TOO_SLOW)
def test_page_that_does_not_come_has_the_outcome_that_the_table_says(slow, name):
    assert f"| {PAGES[name]} | {page_outcome(name, slow)} |" in TABLES


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != ENDLESS])
def test_document_has_the_outcome_that_the_table_says(documents, name):
    assert f"| {DOCUMENTS[name]} | {document_outcome(name, documents[0])} |" in TABLES


def test_endless_index_has_the_outcome_that_the_table_says(endless):
    assert f"| {DOCUMENTS[ENDLESS]} | {document_outcome(ENDLESS, endless[0])} |" in TABLES


@pytest.mark.parametrize("name", ROBOTS)
def test_robots_txt_has_the_outcome_that_the_table_says(robots, name):
    assert f"| {ROBOTS[name]} | {robots_outcome(name, *robots)} |" in TABLES


def test_the_tables_have_no_row_that_is_not_served():
    told = {*PAGES.values(), *DOCUMENTS.values(), *ROBOTS.values()}
    start, end = (TABLES.index(f"## What a hostile {what} gets") for what in ("server", "page"))
    first = {line[2:].partition(" | ")[0] for line in TABLES[start:end] if line.startswith("| ")}
    assert first - {"a page that is", "a document that is", "a robots.txt that is"} == told
    assert len(PAGES) + len(DOCUMENTS) + len(ROBOTS) >= 54


def test_honest_pages_beside_them_are_records(hostile, documents):
    found = hostile[0].records
    assert {found[name]["kind"] for name in HONESTS} == {"article"}
    honest = [record for record in documents[0].every if record["url"].endswith(f"/t/{HONEST}")]
    assert len(honest) == len(DOCUMENTS) - 1


def test_verdict_of_a_crawl_of_hostile_pages_is_that_of_its_portal(hostile):
    assert (hostile[0].report["by_portal"]["bermusuhan"]["verdict"], hostile[0].code) == ("ok", 0)


def test_documents_cost_bounded_memory_and_no_endless_asking(documents, endless):
    crawled, server = documents
    assert crawled.report["peak_megabytes"] < 1_000
    asked = set(server.site.requests)  # what came too late is asked for again
    chains = Counter(urlsplit(path).path.rpartition("/")[2] for path in asked)
    assert chains["sitemap-berputar"] == 3  # nested so deep, and no deeper
    (_, server) = endless
    asked = {path for path in server.site.requests if "/t/" not in path}
    further = sum(ENDLESS in path for path in asked) - MAX_PAGES
    assert 0 <= further <= 3  # at most the three articles of the limit


def test_articles_among_them_are_records(hostile):
    found = hostile[0].records
    for name in ("429-lalu-baik", "salah-charset", "melarang"):
        assert found[name]["headline"].startswith("Kabar Pasar Kecil di Tepi K"), name
        assert len(found[name]["blocks"]) == 5
    assert "Kôta" in found["salah-charset"]["headline"]
    assert (found["403"]["kind"], found["tantangan"]["kind"]) == ("blocked", "blocked")
    codes = [problem["code"] for problem in found["gzip-terpotong"]["metadata"]["problems"]]
    assert ("truncated" in codes, found["gzip-terpotong"]["is_complete"]) == (True, False)


def test_reserved_rights_are_on_the_record(hostile):
    record = hostile[0].records["melarang"]
    signs = [problem["detail"] for problem in record["metadata"]["problems"] if problem["code"] == "opt_out"]
    assert signs == ["header x-robots-tag: noindex", "header x-robots-tag: noai", "header tdm-reservation: 1"]


def test_every_answer_is_counted_once(hostile, slow):
    for crawled, count in ((hostile[0], len(AT_ONCE) + len(HONESTS)), (slow, len(TOO_SLOW) + 1)):
        report = crawled.report
        told = sum(sum(report[name].values()) for name in ("records", "rejects", "failed", "refused"))
        told += report["gone"] + report["moved"]
        assert told == report["discovered"] == count


def test_failed_ones_get_another_turn_and_rejected_ones_do_not(hostile):
    _, server, folder = hostile
    crawl_pages(server.base, folder, ["kosong"])
    with closing(sqlite3.connect(folder / "out/state.sqlite")) as db:
        attempts = dict(db.execute("SELECT key, attempts FROM articles"))
    assert attempts["bermusuhan:500-terus"] == attempts["bermusuhan:403"] == 2
    assert attempts["bermusuhan:biner"] == 1


def test_host_that_asks_for_an_hour_is_left_alone_and_stays_pending(tmp_path):
    site = Site(articles=1)
    with LoopbackServer(site) as server:
        run = crawl_pages(server.base, tmp_path, [LEAVES_THE_HOST, "biner"], "--strict")
    assert run.code == 1
    left = f"| {PAGES[LEAVES_THE_HOST]} | pending; {run.report['hosts'][0]['left_alone']} |"
    assert left in TABLES
    assert run.report["hosts"][0]["left_alone"] == "asks to come back in 3600 s (status 429)"
    assert "asks to come back in 3600 s" in run.said
    assert site.requests.count(f"/bermusuhan/{LEAVES_THE_HOST}") == 1
    assert run.rows[LEAVES_THE_HOST][0] == "pending"


def test_host_that_refuses_again_and_again_is_left_alone_and_named(tmp_path):
    site = Site(articles=1)
    with LoopbackServer(site) as server:
        names = [f"403?n={number}" for number in range(6)]
        targets = ["403", "tantangan", *names]
        options = ("--set", "NEWSBOT_BREAKER=2", "--set", "CONCURRENT_REQUESTS_PER_DOMAIN=1")
        run = crawl_pages(server.base, tmp_path, targets, *options)
    assert "refuses this crawler" in run.report["hosts"][0]["left_alone"]
    assert sum("/bermusuhan/" in path for path in site.requests) <= 3


def test_robots_txt_is_obeyed_and_its_delay_kept(tmp_path):
    site = Site(articles=1, crawl_delay=0.3)
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path)
    assert site.requests[0] == "/robots.txt"
    assert run.report["seconds"] >= 0.3 * (len(site.requests) - 2)  # between any two, after the first


def test_private_address_is_refused_by_number_and_by_name(tmp_path):
    site = Site(articles=1)
    with LoopbackServer(site) as server:
        port = server.base.rpartition(":")[2]
        for host in ("127.0.0.1", "localhost", "0x7f.1"):
            folder = tmp_path / host
            run = crawl(
                server.base,
                folder,
                f"http://{host}:{port}/",
                declared=False,
                options=("--set", "NEWSBOT_ALLOW_PRIVATE=0", "--set", "RETRY_TIMES=0"),
            )
            assert (run.code, run.report.get("records", {})) == (1 if host == "localhost" else 2, {})
            assert "private address" in run.said or "not a public address" in run.said
    assert site.requests == []


def test_host_that_is_down_costs_no_article_its_turns(tmp_path):
    site = Site(articles=3)
    with LoopbackServer(site) as server:
        base = server.base
        crawl(base, tmp_path, options=("--limit", "1"))
    for _ in range(MAX_ATTEMPTS + 1):
        run = crawl(base, tmp_path, options=("--set", "RETRY_TIMES=0", "--strict"))
        assert run.code == 1
        assert run.report["by_portal"]["loopback"]["verdict"] == "left_alone"
        assert "its robots.txt cannot be read" in run.said
    with LoopbackServer(site, int(base.rpartition(":")[2])) as server:
        assert crawl(base, tmp_path).code == 0
    assert len(records(tmp_path)) == 3


def test_articles_of_a_server_that_gives_none_stay_pending(tmp_path):
    names = ["500-terus", "503-terus"]
    with LoopbackServer(Site(articles=1)) as server:
        run = crawl_pages(server.base, tmp_path, names)
    assert run.rows == {"500-terus": ("pending", "status_500"), "503-terus": ("pending", "status_503")}


def test_portal_that_forbids_by_robots_txt_is_told_and_judged_again(tmp_path):
    site = Site(articles=3, robots="User-agent: *\nDisallow: /\n")
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, options=("--strict",))
        assert run.code == 1
        assert run.report["by_portal"]["loopback"]["verdict"] == "refuses"
        assert site.requests == ["/robots.txt"]
        site.robots = "User-agent: *\nDisallow: /read/\n"
        run = crawl(server.base, tmp_path)
        assert run.report["by_portal"]["loopback"]["verdict"] == "refuses"
        assert run.report["refused"] == {"robots_txt": 3}
        site.robots = None
        assert crawl(server.base, tmp_path).report["records"] == {"article": 3}


def test_robots_txt_that_answers_with_an_error_closes_the_host(tmp_path):
    site = Site(articles=3, robots=500)
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, options=("--set", "RETRY_TIMES=1"))
    assert site.requests == ["/robots.txt"] * 2
    assert run.report["by_portal"]["loopback"]["left_alone"] == {
        server.base.removeprefix("http://"): "its robots.txt cannot be read: status 500"
    }


def test_huge_robots_txt_is_read_to_its_bound(tmp_path):
    rules = "User-agent: *\nDisallow: /rss\n" + "Disallow: /jalan-yang-tidak-ada/\n" * 300_000
    site = Site(articles=2, robots=rules)
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path)
    assert "/rss" not in site.requests
    assert run.report["records"] == {"article": 2}


def test_pending_articles_outside_the_window_do_not_hide_those_inside(tmp_path):
    site = Site(articles=150)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path, options=("--limit", "1"))
        site.routes_off.update(("/sitemap.xml", "/sitemap-news.xml", "/rss", "/indeks"))
        options = ("--since", "2026-11-16", "--until", "2026-11-17")  # older than the 64 newest that wait
        run = crawl(server.base, tmp_path, options=options)
    days = {record["date_published"][:10] for record in records(tmp_path)} - {"2026-11-20"}
    assert run.report["discovered"] == 0
    assert {"2026-11-16", "2026-11-17"} <= days


def test_window_without_a_day_is_wrong_usage(tmp_path):
    run = crawl("http://127.0.0.1:1", tmp_path, options=("--since", "2026-11-02", "--until", "2026-11-01"))
    assert run.code == 2
    assert "since 2026-11-02 is after until 2026-11-01" in run.said
