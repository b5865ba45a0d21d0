"""The same crawl for those who live in Scrapy: its command ends as newsbot's, its parts go beside ours or do not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsbot.loopback import LoopbackServer, Site, declare

from .runs import SWIFT, crawl, records

ROOT = Path(__file__).parents[2]


def scrapy(folder, *arguments, settings=()):
    """Run `scrapy crawl portal` in newsbot's project; its exit code and what it said."""
    places = (f"NEWSBOT_OUTPUT={folder / 'out'}", f"NEWSBOT_PORTALS_FROM={folder / 'portals'}")
    options = [part for one in (*SWIFT, *places, *settings) for part in ("-s", one)]
    line = [sys.executable, "-m", "scrapy", "crawl", "portal", *arguments, *options]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stderr


def news(server):
    return [{"kind": "news_sitemap", "url": f"{server.base}/sitemap-news.xml"}]


def test_run_that_went_well_ends_with_0(tmp_path):
    with LoopbackServer(Site(articles=4)) as server:
        declare(server.base, tmp_path / "portals", news(server))
        code, said = scrapy(tmp_path, "-a", "portal=loopback")
    assert code == 0, said
    assert len(records(tmp_path)) == 4


def test_verdict_that_is_not_ok_ends_with_1(tmp_path):
    with LoopbackServer(Site(articles=4, routes_off={"/sitemap-news.xml"})) as server:
        declare(server.base, tmp_path / "portals", news(server))
        code, _ = scrapy(tmp_path, "-a", "portal=loopback")
    assert code == 1
    assert json.loads((tmp_path / "out/report.json").read_text())["exit_code"] == 1


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        (("-a", "portal=loopbak"), (), "did you mean loopback?"),
        (("-a", "portal=loopback"), ("JOBDIR=x",), "JOBDIR=x: what is not done lies in newsbot's own state"),
        (
            ("-a", "portal=loopback", "-o", "x.jsonl"),
            (),
            "records are written to the parts of the output folder",
        ),
    ],
)
def test_run_that_cannot_begin_ends_with_2_and_says_why(tmp_path, arguments, settings, said):
    declare("http://127.0.0.1:1", tmp_path / "portals")
    code, told = scrapy(tmp_path, *arguments, settings=settings)
    assert code == 2
    assert said in told
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def cached(tmp_path_factory):
    """Two crawls into folders of their own with one HTTP cache."""
    folder = tmp_path_factory.mktemp("cache")
    site = Site(articles=5)
    options = ("--set", "HTTPCACHE_ENABLED=1", "--set", f"HTTPCACHE_DIR={folder / 'cache'}")
    with LoopbackServer(site) as server:
        runs = [crawl(server.base, folder / name, sources=news(server), options=options) for name in "ab"]
    return folder, site, runs


def test_http_cache_spares_the_server_and_gives_the_same_records(cached):
    folder, site, (first, second) = cached
    assert [run.code for run in (first, second)] == [0, 0]
    assert len([path for path in site.requests if path.startswith("/read/")]) == 5 + sum(
        story.pages - 1 for story in site.stories()
    )
    one, other = (
        {record["id"]: record["content_digest"] for record in records(folder / name)} for name in "ab"
    )
    assert one == other


def test_http_cache_is_noted_and_its_answers_have_no_moment(cached):
    folder, _, (_, second) = cached
    assert any(notice.startswith("HTTPCACHE_ENABLED") for notice in second.report["notices"])
    assert {record["metadata"]["fetched_at"] for record in records(folder / "b")} == {None}


def test_http_cache_is_no_evidence(tmp_path):
    options = ("--set", "HTTPCACHE_ENABLED=1", "--warc", str(tmp_path / "warc"))
    run = crawl("http://127.0.0.1:1", tmp_path, options=options)
    assert run.code == 2
    assert "no evidence of what a server says" in run.said
