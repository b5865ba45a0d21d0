"""A second crawl fetches what is new or changed, and the old revision stays."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from newsbot.state import State

from .runs import crawl, key_of, records

STORIES = 12


@pytest.fixture
def served(tmp_path):
    site = Site(articles=STORIES, fresh=2, changed=4)
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path)
        assert run.code == 0, run.said
        yield site, server.base, tmp_path
    site.requests.clear()


def fetched(site, since):
    return [path for path in site.requests[since:] if "/read/" in path]


def test_second_run_fetches_nothing(served):
    site, base, folder = served
    before = len(site.requests)
    run = crawl(base, folder)
    assert fetched(site, before) == []
    assert (run.report["never_seen"], run.report["asked"], run.report["records"]) == (0, 0, {})
    assert len(records(folder)) == STORIES


def test_mode_new_takes_the_fresh_stories_only(served):
    site, base, folder = served
    before, site.edition = len(site.requests), 1
    run = crawl(base, folder)
    numbers = {path.split("/")[5] for path in fetched(site, before)}
    assert numbers == {"99999999", "99999998"}
    assert run.report["never_seen"] == 2
    assert len(records(folder)) == STORIES + 2


def test_mode_changed_asks_conditionally_and_keeps_both_revisions(served):
    site, base, folder = served
    site.edition = 1
    run = crawl(base, folder, options=("--mode", "changed", "--since", "2026-11-01"))
    edited = [number for number in range(STORIES) if number % 4 == 3]
    found = records(folder)
    revised = [record for record in found if sum(other["id"] == record["id"] for other in found) == 2]
    assert {record["id"] for record in revised} == {f"loopback:{number:08d}" for number in edited}
    assert run.report["changed"] == len(edited)
    for number in edited:
        old, new = (record for record in found if record["id"] == f"loopback:{number:08d}")
        assert old["content_digest"] != new["content_digest"]
        assert new["date_modified"]
    with State(folder / "out" / "state.sqlite") as state:
        assert state.known(f"loopback:{edited[0]:08d}").revision == 2


def test_revisions_of_a_crawl_are_told_with_what_states_them(served):
    site, base, folder = served
    site.edition = 1
    crawl(base, folder, options=("--mode", "changed", "--since", "2026-11-01"))
    result = CliRunner().invoke(main, ["revisions", str(folder / "out")])
    found = {one["id"]: one["revisions"] for one in map(json.loads, result.stdout.splitlines())}
    edited = [f"loopback:{number:08d}" for number in range(STORIES) if number % 4 == 3]
    assert sorted(found) == edited
    for revisions in found.values():
        assert [one["verdict"] for one in revisions] == ["stated"]
        assert [one["op"] for one in revisions[0]["changes"]["article_body"]] == ["same", "added"]


def test_mode_changed_counts_what_is_not_modified(served):
    site, base, folder = served
    with State(
        folder / "out" / "state.sqlite"
    ) as state:  # as if every announcement had stated another change
        state._db.execute("UPDATE articles SET announced = '2026-01-01T00:00:00+07:00'")
    run = crawl(base, folder, options=("--mode", "changed", "--since", "2026-11-01"))
    single = sum(story.pages == 1 for story in site.stories())
    assert run.report["not_modified"] == single
    assert len(records(folder)) == STORIES


def test_mode_all_fetches_everything_and_writes_only_what_changed(served):
    site, base, folder = served
    before = len(site.requests)
    run = crawl(base, folder, options=("--mode", "all"))
    assert len({path.split("?")[0] for path in fetched(site, before)}) == STORIES
    assert run.report["unchanged"] == {"article": STORIES}
    assert len(records(folder)) == STORIES


def test_window_cuts_before_the_download(tmp_path):
    site = Site(articles=100)
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, options=("--since", "2026-11-20", "--until", "2026-11-20"))
    days = {record["date_published"][:10] for record in records(tmp_path)}
    assert run.code == 0, run.said
    assert days == {"2026-11-20", "2026-11-19"}  # a day of slack: listings state UTC for local time
    assert {path[6:16] for path in fetched(site, 0)} == {"2026/11/20", "2026/11/19"}


def test_limit_leaves_the_rest_pending_and_the_next_run_takes_it(tmp_path):
    site = Site(articles=9)
    with LoopbackServer(site) as server:
        first = crawl(server.base, tmp_path, options=("--limit", "4"))
        newest = {record["id"] for record in records(tmp_path)}
        second = crawl(server.base, tmp_path)
    assert (first.report["left_pending"], second.report["left_pending"]) == (5, 0)
    assert newest == {f"loopback:{number:08d}" for number in range(4)}
    assert len(records(tmp_path)) == 9


def test_limit_counts_articles_of_the_window_alone(tmp_path):
    site = Site(articles=120)
    with LoopbackServer(site) as server:
        everything = [{"kind": "sitemap", "url": f"{server.base}/sitemap-semua.xml.gz"}]
        crawl(server.base, tmp_path, options=("--limit", "1"), sources=everything)
        site.routes_off.add("/sitemap-semua.xml.gz")
        run = crawl(
            server.base, tmp_path, options=("--until", "2026-11-17", "--limit", "3"), sources=everything
        )
    assert run.report["fetched"] == 3


@pytest.mark.parametrize("status", [500, 404])
def test_newest_articles_that_never_answer_do_not_take_each_turn_of_a_run_with_a_limit(tmp_path, status):
    site = Site(articles=6, changed=0)
    with LoopbackServer(site) as server:
        for story in site.stories()[:2]:
            site.instead[story.path] = [Reply(status, "rusak")]
        options = ("--limit", "2", "--set", "RETRY_TIMES=0")
        first, second, third = (crawl(server.base, tmp_path, options=options) for _ in range(3))
    assert [sum(run.report["records"].values()) for run in (first, second, third)] == [0, 2, 2]
    assert third.report["left_pending"] == 2


def test_run_in_which_several_articles_fail_and_none_comes_is_no_success(tmp_path):
    site = Site(articles=12, fresh=3, changed=0)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path)
        site.edition = 1
        for story in site.stories()[:3]:
            site.instead[story.path] = [Reply(500, "rusak"), None]
        first, second = (crawl(server.base, tmp_path, options=("--set", "RETRY_TIMES=0")) for _ in range(2))
    assert (first.code, first.report["by_portal"]["loopback"]["verdict"]) == (1, "left_alone")
    assert (second.code, second.report["records"]) == (0, {"article": 3})


def test_index_whose_dates_nobody_keeps_up_hides_nothing(tmp_path):
    site = Site(articles=6, fresh=3, changed=0)
    with LoopbackServer(site) as server:
        child = (
            f"<sitemap><loc>{server.base}/sitemap-semua.xml.gz</loc><lastmod>2020-01-05</lastmod></sitemap>"
        )
        site.instead["/sitemap.xml"] = [
            Reply(200, f"<sitemapindex>{child}</sitemapindex>", content_type="application/xml")
        ]
        sources = [{"kind": "sitemap", "url": f"{server.base}/sitemap.xml"}]
        crawl(server.base, tmp_path, sources=sources)
        site.edition = 1
        second = crawl(server.base, tmp_path, sources=sources)
    assert (second.code, second.report["records"]) == (0, {"article": 3})


@pytest.mark.parametrize(("edition", "told"), [(1, {}), (9, {"outrun": 1})], ids=["overlaps", "outran"])
def test_feed_that_went_on_further_than_it_is_long_is_told(tmp_path, edition, told):
    site = Site(articles=20, fresh=3, changed=0)  # the feed lists fifteen
    with LoopbackServer(site) as server:
        feed = [{"kind": "feed", "url": f"{server.base}/rss"}]
        first = crawl(server.base, tmp_path, sources=feed)
        site.edition = edition
        second = crawl(server.base, tmp_path, sources=feed)
    assert (first.report["discovery"], second.report["discovery"], second.code) == ({}, told, 0)
    assert any("run more often" in notice for notice in second.report["notices"]) == bool(told)


def index_of(base, *children):
    """An index of sitemaps by name and stated change."""
    told = "".join(
        f"<sitemap><loc>{base}/{name}</loc><lastmod>{changed}</lastmod></sitemap>"
        for name, changed in children
    )
    return Reply(200, f"<sitemapindex>{told}</sitemapindex>", content_type="application/xml")


def urlset_of(base, *stories):
    items = "".join(f"<url><loc>{base}{story.path}</loc></url>" for story in stories)
    return Reply(200, f"<urlset>{items}</urlset>", content_type="application/xml")


def test_sitemap_whose_date_alone_is_not_kept_up_is_looked_at_in_its_turn(tmp_path):
    """One sitemap states its changes, three do not; the third of those goes on all the same."""
    site = Site(articles=8, changed=0)
    stories = site.stories()
    with LoopbackServer(site) as server:
        kept_up, *others = names = [f"peta-{name}.xml" for name in "abcd"]
        today = datetime.now(UTC).date().isoformat()
        stated = [(kept_up, today), *((name, f"202{n}-01-05") for n, name in enumerate(others, 1))]
        site.instead["/sitemap.xml"] = [index_of(server.base, *stated)]
        for number, name in enumerate(names):
            site.instead[f"/{name}"] = [urlset_of(server.base, stories[number])]
        sources = [{"kind": "sitemap", "url": f"{server.base}/sitemap.xml"}]
        crawl(server.base, tmp_path, sources=sources)
        site.instead["/peta-b.xml"] = [urlset_of(server.base, stories[1], stories[5])]
        asked = []
        for _ in range(4):
            seen = len(site.requests)
            run = crawl(server.base, tmp_path, sources=sources)
            asked.append(sorted(path for path in site.requests[seen:] if path.startswith("/peta-")))
            assert (run.code, run.report["older_sitemaps"]) == (0, 2)
        seen = len(site.requests)
        narrow = crawl(server.base, tmp_path, sources=sources, options=("--since", today))
        asked_narrow = [path for path in site.requests[seen:] if path.startswith("/peta-")]
    assert asked == [["/peta-a.xml", f"/peta-{name}.xml"] for name in "dcbd"]
    assert key_of(stories[5]) in {record["id"] for record in records(tmp_path)}
    assert (asked_narrow, narrow.report["older_sitemaps"]) == (["/peta-a.xml"], 3)
