"""A crawl of the invented portal gives a record for each story, and each says what the story says."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsbot.loopback import LoopbackServer, Site, declare
from newsbot.loopback.reply import Reply

from .runs import SWIFT, crawl, key_of, records

ROOT = Path(__file__).parents[2]
STORIES = 24


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crawl")
    site = Site(articles=STORIES, words=1)
    with LoopbackServer(site) as server:
        run = crawl(server.base, folder)
        yield site, run, folder, {record["id"]: record for record in records(folder)}


def stories(site):
    return {key_of(story): story for story in site.stories()}


def test_every_story_has_one_record(crawled):
    site, run, folder, found = crawled
    assert run.code == 0, run.said
    assert set(found) == set(stories(site))
    assert len(records(folder)) == STORIES


def test_records_say_what_the_stories_say(crawled):
    site, _, _, found = crawled
    for key, story in stories(site).items():
        record = found[key]
        assert record["headline"] == story.headline
        assert record["date_published"].startswith(story.published.isoformat()[:16])
        assert record["article_body"].split("\n\n") == [
            text for n in range(story.pages) for text in story.page(n + 1)
        ]
        assert [person["name"] for person in record["authors"]] == [story.author]
        assert [person["name"] for person in record["editors"]] in ([], [story.editor])
        assert record["dateline"].casefold() == story.place.casefold()
        assert (record["page_count"], record["is_complete"]) == (story.pages, True)


def test_what_announced_an_article_is_its_witness(crawled):
    _, _, _, found = crawled
    kinds = {record["metadata"]["discovery"]["kind"] for record in found.values()}
    assert kinds <= {"news_sitemap", "sitemap", "feed", "index", "link"}
    newest = found["loopback:00000000"]["metadata"]["discovery"]
    assert newest["url"].startswith("http://127.0.0.1:")
    assert newest["date"] or newest["lastmod"]


def test_address_that_was_announced_is_on_the_record_where_the_page_has_another(tmp_path):
    site = Site(articles=3)
    with LoopbackServer(site) as server:
        path = site.story(0).path
        old = f"{server.base}/read/2001/01/01/00000777/alamat-lama-sekali"
        listed = f"<urlset><url><loc>{old}</loc></url></urlset>"
        site.instead["/lama.xml"] = [Reply(200, listed, content_type="application/xml")]
        site.instead["/read/2001/01/01/00000777/alamat-lama-sekali"] = [
            Reply(301, "", headers={"Location": path})
        ]
        crawl(server.base, tmp_path, sources=[{"kind": "sitemap", "url": f"{server.base}/lama.xml"}])
    (record,) = records(tmp_path)
    assert record["url"] == f"{server.base}{path}"
    assert record["metadata"]["discovery"]["announced_url"] == old


def test_all_documents_that_announced_an_article_are_on_its_record(tmp_path):
    site = Site(articles=3)
    with LoopbackServer(site) as server:
        sources = [
            {"kind": "news_sitemap", "url": f"{server.base}/sitemap-news.xml"},
            {"kind": "feed", "url": f"{server.base}/rss"},
        ]
        for story in site.stories():
            site.instead[story.path] = [Reply(500, "rusak"), None]
        crawl(server.base, tmp_path, sources=sources, options=("--set", "RETRY_TIMES=0"))
        crawl(server.base, tmp_path, sources=sources)
        told = [record["metadata"]["discovery"] for record in records(tmp_path)]
    assert [{one["kind"], *(other["kind"] for other in one["others"])} for one in told] == [
        {"news_sitemap", "feed"}
    ] * 3


def test_no_address_of_an_article_is_asked_for_twice(crawled):
    site = crawled[0]
    asked = [path for path in site.requests if "/read/" in path]
    assert len(asked) == len(set(asked))
    assert not [path for path in asked if path.startswith("/amp/") or "utm_" in path]


def test_manifest_tells_rows_and_digests_of_whole_files(crawled):
    folder = crawled[2] / "out"
    manifest = json.loads((folder / "manifest.json").read_text())
    assert [file["file"] for file in manifest["files"]] == ["parts/000001-00001.jsonl"]
    for file in manifest["files"]:
        data = (folder / file["file"]).read_bytes()
        assert (file["bytes"], file["rows"]) == (len(data), data.count(b"\n"))
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
    assert not list(folder.glob("*/*.part"))


def test_report_counts_what_happened(crawled):
    site, run, _, _ = crawled
    report = run.report
    pages = sum(story.pages for story in site.stories())
    assert report["records"] == report["by_portal"]["loopback"]["records"] == {"article": STORIES}
    assert report["next_pages"] == pages - STORIES > 0
    assert (report["reason"], report["left_pending"], report["rejects"], report["gaps"]) == (
        "finished",
        0,
        {},
        [],
    )
    assert report["hosts"][0]["host"].startswith("127.0.0.1:")
    assert report["by_portal"]["loopback"]["verdict"] == "ok"


def test_site_that_no_portal_declares_is_crawled_by_what_it_offers(tmp_path):
    site = Site(articles=8)
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, f"{server.base}/", declared=False)
    assert run.code == 0, run.said
    found = records(tmp_path)
    assert {record["headline"] for record in found} == {story.headline for story in site.stories()}
    assert {record["portal"] for record in found} == {"127.0.0.1"}
    assert {"/robots.txt", "/sitemap.xml", "/"} <= set(site.requests)


def test_index_of_many_pages_is_followed_to_its_end(tmp_path):
    site = Site(articles=300, index_pages=15)
    site.routes_off.update(("/sitemap.xml", "/sitemap-news.xml", "/rss"))
    with LoopbackServer(site) as server:
        index = {"kind": "index", "url": f"{server.base}/indeks?page={{page}}", "items": ["ul.lsi > li h3 a"]}
        declare(server.base, tmp_path / "portals", [index])
        options = ("--portals-from", str(tmp_path / "portals"), "--limit", "1")
        run = crawl(server.base, tmp_path, "loopback", declared=False, options=options)
    assert run.code == 0, run.said
    assert run.report["never_seen"] == 300
    assert run.report["discovery"] == {"page_repeats": 1}


def test_answers_of_a_mirror_amp_pages_and_tracking_are_one_article(tmp_path):
    site = Site(articles=4, fresh=0)
    story = site.story(0)
    with LoopbackServer(site) as server:
        port = server.base.rpartition(":")[2]
        forms = [
            f"{server.base}{story.path}",
            f"{server.base}/amp{story.path}",
            f"http://localhost:{port}{story.path}",
            f"{server.base}{story.path}?page=2",
            f"{server.base}{story.path}?utm_source=contoh&fbclid=abc",
            f"{server.base}{story.path}#komentar",
        ]
        run = crawl(server.base, tmp_path, *forms)
    assert run.report["discovered"] == len(forms)
    assert run.report["never_seen"] == 1
    assert len(records(tmp_path)) == len([path for path in site.requests if "/read/" in path]) == 1


def test_scrapy_crawl_is_the_same_crawl(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path)
        options = {
            **dict(setting.split("=") for setting in SWIFT),
            "NEWSBOT_OUTPUT": tmp_path / "scrapy/out",
            "NEWSBOT_PORTALS_FROM": tmp_path / "portals",
        }
        settings = [part for name, value in options.items() for part in ("-s", f"{name}={value}")]
        line = [sys.executable, "-m", "scrapy", "crawl", "portal", "-a", "portal=loopback", *settings]
        subprocess.run(line, cwd=ROOT, check=True, capture_output=True, timeout=60)

    def bare(record):
        return {**record, "metadata": {**record["metadata"], "fetched_at": None, "discovery": None}}

    def by_id(found):
        return sorted((bare(record) for record in found), key=lambda record: record["id"])

    assert by_id(records(tmp_path / "scrapy")) == by_id(records(tmp_path))


def test_scrapy_lists_the_spider():
    line = [sys.executable, "-m", "scrapy", "list"]
    done = subprocess.run(line, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60)
    assert "portal" in done.stdout.split()


@pytest.mark.parametrize(
    ("off", "asked", "count"),
    [
        (("/sitemap.xml",), "/rss", 10),  # a feed named in the front page
        (("/sitemap.xml", "/sitemap-news.xml", "/rss"), "/", 10),  # ten links on the front page
    ],
)
def test_site_without_sitemaps_is_crawled_by_its_feed_and_its_links(tmp_path, off, asked, count):
    site = Site(articles=10, robots="User-agent: *\nAllow: /\n", routes_off=set(off))
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, f"{server.base}/", declared=False)
    assert asked in site.requests
    assert run.report["records"] == {"article": count}
