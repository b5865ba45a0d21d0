"""A crawl of the invented portal gives a record for each story, and each says what the story says."""

import hashlib
import json

import pytest

from newsbot.loopback import LoopbackServer, Site

from .runs import crawl, key_of, records

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
    assert report["hosts"][0]["host"] == "127.0.0.1"
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
