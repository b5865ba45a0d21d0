"""A budget of requests that is spent: what its operator asked for, and no failure."""

from newsbot.loopback import LoopbackServer, Site
from newsbot.state import State
from newsbot.state.unread import NOT_ASKED

from .runs import crawl, key_of, records

SOURCES = ("sitemap-news.xml", "rss")


def budgeted(server, folder, requests):
    sources = [
        {"kind": "news_sitemap", "url": f"{server.base}/sitemap-news.xml"},
        {"kind": "feed", "url": f"{server.base}/rss"},
    ]
    options = ("--set", f"NEWSBOT_HOST_BUDGET={requests}", "--set", "CONCURRENT_REQUESTS_PER_DOMAIN=1")
    return crawl(server.base, folder, options=options, sources=sources)


def test_runs_with_a_budget_end_well_and_have_everything_in_the_end(tmp_path):
    site = Site(articles=12)
    runs = []
    with LoopbackServer(site) as server:
        while not runs or runs[-1].report["left_pending"]:
            before = len(site.requests)
            runs.append(budgeted(server, tmp_path, 9))
            assert len(site.requests) - before <= 9
            assert len(runs) < 9
    verdicts = [run.report["by_portal"]["loopback"]["verdict"] for run in runs]
    assert (verdicts[0], verdicts[-1]) == ("budget_spent", "ok")
    assert {run.code for run in runs} == {0}
    assert {run.report["reason"] for run in runs} == {"finished"}
    assert runs[0].report["hosts"][0]["left_alone"] == "budget of 9 requests is spent"
    assert {record["id"] for record in records(tmp_path)} == {key_of(story) for story in site.stories()}


def test_budget_that_does_not_reach_for_all_documents_leaves_gaps_and_costs_them_no_turn(tmp_path):
    site = Site(articles=3)
    with LoopbackServer(site) as server:
        for _ in range(3):
            run = budgeted(server, tmp_path, 2)  # robots.txt, and one of two
            assert (run.code, run.report["by_portal"]["loopback"]["verdict"]) == (1, "incomplete")
            assert run.report["discovery"] == {NOT_ASKED: 1}
        with State(tmp_path / "out/state.sqlite") as state:
            assert [(one.reason, one.failures) for one in state.unread.of("loopback")] == [(NOT_ASKED, 0)]
        last = budgeted(server, tmp_path, 90)
    assert (last.code, last.report["unread"]) == (0, [])
    assert len(records(tmp_path)) == 3
