"""An address that leads elsewhere before its article, or instead of it: followed within bounds, never a success."""

import pytest

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.pages import page_of
from newsbot.loopback.reply import Reply

from .runs import crawl, key_of, records


def refreshing(to, seconds=0):
    return Reply(
        200,
        f'<html><head><meta http-equiv="refresh" content="{seconds}; url={to}"></head><body></body></html>',
    )


def moved(to):
    return Reply(302, "", headers={"Location": to})


def of(run):
    return run.report["by_portal"]["loopback"]


def news(server):
    return [{"kind": "news_sitemap", "url": f"{server.base}/sitemap-news.xml"}]


def test_meta_refresh_to_the_article_gives_the_article(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        for one in site.stories():
            site.instead[one.path] = [refreshing(f"{one.path}?tampil=1")]
            site.instead[f"{one.path}?tampil=1"] = [Reply(200, page_of(one, server.base, 1))]
        run = crawl(server.base, tmp_path, sources=news(server))
    assert (run.code, of(run)["records"]) == (0, {"article": 6})
    assert {record["id"] for record in records(tmp_path)} == {key_of(one) for one in site.stories()}


def test_page_that_reloads_itself_or_leads_on_after_minutes_is_what_it_is(tmp_path):
    site = Site(articles=2)
    with LoopbackServer(site) as server:
        first, second = site.stories()
        whole = site.answer(first.path, server.base, {}).data.decode()
        for one, sign in ((first, f"0; url={first.path}"), (second, "900; url=/")):
            page = site.answer(one.path, server.base, {}).data.decode()
            head = f'<head><meta http-equiv="refresh" content="{sign}">'
            site.instead[one.path] = [Reply(200, page.replace("<head>", head, 1))]
        run = crawl(server.base, tmp_path, sources=news(server))
    assert "<head>" in whole
    assert of(run)["records"] == {"article": 2}


def test_meta_refresh_to_another_host_is_refused_and_that_host_not_asked(tmp_path):
    site, other = Site(articles=4), Site(articles=1)
    with LoopbackServer(site) as server, LoopbackServer(other) as stranger:
        elsewhere = stranger.base.replace("127.0.0.1", "localhost")
        site.instead[site.story(0).path] = [refreshing(f"{elsewhere}/")]
        run = crawl(server.base, tmp_path, sources=news(server))
    assert (of(run)["refused"], of(run)["records"]) == ({"off_site": 1}, {"article": 3})
    assert other.requests == []


def test_meta_refreshes_without_end_fail(tmp_path):
    site = Site(articles=4)
    with LoopbackServer(site) as server:
        path = site.story(0).path
        site.instead[path] = [refreshing(f"{path}?a=1")]
        site.instead[f"{path}?a=1"] = [refreshing(path)]
        run = crawl(server.base, tmp_path, sources=news(server))
    assert (of(run)["failed"], of(run)["records"]) == ({"redirects": 1}, {"article": 3})


@pytest.mark.parametrize("wall", ["asks and never lets in", "asks on a page of its own"])
def test_wall_for_cookies_settles_nothing_and_is_no_success(tmp_path, wall):
    site = Site(articles=8)
    with LoopbackServer(site) as server:
        for one in site.stories():
            to = f"/cek-cookie?kembali={one.path}"
            site.instead[one.path] = [moved(to)]
            site.instead[to] = [moved(one.path) if "never" in wall else Reply(200, "<h1>Setuju?</h1>")]
        run = crawl(server.base, tmp_path, sources=news(server))
        site.instead.clear()
        again = crawl(server.base, tmp_path, sources=news(server))
    assert (run.code, of(run)["verdict"], of(run)["left_pending"]) == (1, "suspect", 8)
    assert (again.code, of(again)["records"]) == (0, {"article": 8})


def test_one_article_that_leads_to_a_section_is_gone(tmp_path):
    site = Site(articles=8)
    with LoopbackServer(site) as server:
        site.instead[site.story(0).path] = [moved("/daerah")]
        site.instead["/daerah"] = [Reply(200, "<h1>Daerah</h1>")]
        run = crawl(server.base, tmp_path, sources=news(server))
    assert (run.code, of(run)["records"], of(run)["doubtful"]) == (0, {"article": 7}, {"elsewhere": 1})


def test_pages_that_all_break_off_settle_nothing(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        for one in site.stories():
            site.instead[one.path] = [Reply(200, "<h1>Kabar</h1>" * 99, manner="cut")]
        options = ("--set", "RETRY_TIMES=0", "--set", "NEWSBOT_BREAKER=99")
        run = crawl(server.base, tmp_path, sources=news(server), options=options)
    assert (run.code, of(run)["verdict"], of(run)["left_pending"]) == (1, "suspect", 6)
    assert of(run)["suspect"] == {"failed": 6}
