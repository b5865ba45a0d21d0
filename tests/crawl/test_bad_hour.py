"""A portal's bad hour, redirects and records that are not whole: nothing of it is final, and each is said."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from benchmarks import hostile
from newsbot.crawl.outcomes import SECOND_LOOK
from newsbot.items import Discovery
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.pages import page_of
from newsbot.loopback.reply import Reply
from newsbot.state import Done, Found, State
from newsbot.state.wanted import GONE_TURNS, MAX_ATTEMPTS

from .runs import crawl, key_of, records

EACH = 8
DISCOVERY = Discovery("sitemap", "https://contoh.id/sitemap.xml")
SORRY = "<title>Pemeliharaan</title><h1>Situs dalam pemeliharaan</h1><p>Silakan kembali nanti.</p>"
BAD = {
    "hilang": Reply(404, "<h1>Tidak ada</h1>"),
    "salah": Reply(400, "<h1>Bad Request</h1>"),
    "tolak": Reply(406, "<h1>Not Acceptable</h1>"),
    "teko": Reply(418, "<h1>Teapot</h1>"),
    "rawat": Reply(200, SORRY),
    "pulang": Reply(302, "", headers={"Location": "/"}),
    "kosong": Reply(200, ""),
    "sama": None,  # the page of one article for all
}


def page(name, number):
    sentences = " ".join(
        f"Warga desa {name} nomor {number} menanam bakau di tepi teluk bagian {part} sejak pagi buta."
        for part in range(8)
    )
    head = (
        f"<!DOCTYPE html><html><title>Kabar {name} {number}</title><h1>Kabar Bakau {name} Nomor {number}</h1>"
    )
    return f"{head}<article><p>{sentences}</p></article></html>"


class Portals(Site):
    """Portals below one host, each with a sitemap of its own; in their bad hour each is out of order in its own way."""

    bad = True

    def answer(self, target, base, headers):
        self.requests.append(target)
        _, name, *rest = urlsplit(target).path.split("/")
        if name == "robots.txt":
            return Reply(404, "")
        if rest == ["sitemap.xml"]:
            return self.sitemap(name, base)
        if not rest:
            return Reply(200, "<title>Depan</title><p>Halaman depan</p>")
        if name in BAD and self.bad:
            return BAD[name] or Reply(200, page(name, 0))
        if name == "pindah":
            return self.moved(rest[1])
        return Reply(200, page(name, rest[-1]))

    @staticmethod
    def sitemap(name, base):
        items = "".join(f"<url><loc>{base}/{name}/read/{number}</loc></url>" for number in range(EACH))
        return Reply(200, f"<urlset>{items}</urlset>", content_type="application/xml")

    @staticmethod
    def moved(number):
        """Two lead to a third, two to one that nobody announces, one to another portal; the others are there."""
        places = {
            "0": "/pindah/read/3",
            "1": "/pindah/read/3",
            "2": "/pindah/read/99",
            "4": "/lain/read/1",
            "5": "/pindah/read/99",
        }
        return (
            Reply(301, "", headers={"Location": places[number]})
            if number in places
            else Reply(200, page("pindah", number))
        )


@pytest.fixture(scope="module")
def hours(tmp_path_factory):
    """What a bad hour left, and the run after it."""
    folder = tmp_path_factory.mktemp("hours")
    site = Portals()
    with LoopbackServer(site) as server:
        portals = {
            name: {
                "name": name.title(),
                "domains": [f"127.0.0.1/{name}"],
                "article": [f"/{name}/read/(?P<id>[0-9]+)"],
                "sources": [{"kind": "sitemap", "url": f"{server.base}/{name}/sitemap.xml"}],
            }
            for name in (*BAD, "sehat", "pindah")
        }
        targets = list(portals)
        settings = ("--set", "NEWSBOT_WORKERS=0")
        bad = hostile.crawl(folder, portals, targets, *settings)
        site.bad = False
        good = hostile.crawl(folder, portals, targets, *settings)
        asked = len(site.requests)
        hostile.crawl(folder, portals, targets, *settings)
        yield bad, good, records(folder), [path for path in site.requests[asked:] if "/read/" in path]


@pytest.mark.parametrize("name", BAD)
def test_bad_hour_settles_nothing_and_is_said(hours, name):
    figures = hours[0].report["by_portal"][name]
    assert hours[0].code == 1
    assert (figures["verdict"], sum(figures["suspect"].values())) == ("suspect", EACH)
    assert figures["left_pending"] == EACH


@pytest.mark.parametrize("name", BAD)
def test_next_run_asks_again_and_has_everything(hours, name):
    figures = hours[1].report["by_portal"][name]
    assert (figures["verdict"], figures["left_pending"]) == ("ok", 0)
    lines = [record for record in hours[2] if record["portal"] == name]
    assert {record["headline"] for record in lines} == {f"Kabar Bakau {name} Nomor {n}" for n in range(EACH)}


def test_other_portals_of_the_run_are_not_touched(hours):
    figures = hours[0].report["by_portal"]["sehat"]
    assert (figures["verdict"], figures["records"], figures["left_pending"]) == ("ok", {"article": EACH}, 0)


def test_addresses_that_lead_to_one_article_give_one_record(hours):
    figures = hours[0].report["by_portal"]["pindah"]
    ids = [record["id"] for record in hours[2] if record["portal"] == "pindah"]
    assert sorted(ids) == ["pindah:3", "pindah:6", "pindah:7", "pindah:99"]
    assert figures["moved"] == 4


def test_article_that_leads_to_another_site_is_refused_and_counted(hours):
    assert hours[0].report["by_portal"]["pindah"]["refused"] == {"off_site": 1}


def test_run_after_that_asks_for_what_was_refused_alone(hours):
    assert hours[3] in ([], ["/pindah/read/4", "/lain/read/1"])


def test_article_whose_second_page_failed_is_asked_for_again_and_is_whole(tmp_path):
    site = Site(articles=12)
    story = next(one for one in site.stories() if one.pages == 2)
    second = f"{story.path}?page=2"
    site.instead[second] = [Reply(500, "rusak"), None]
    with LoopbackServer(site) as server:
        options = ("--set", "RETRY_TIMES=0")
        first = crawl(server.base, tmp_path, options=options)
        (before,) = (record for record in records(tmp_path) if record["id"] == key_of(story))
        crawl(server.base, tmp_path, options=options)
        asked = len(site.requests)
        crawl(server.base, tmp_path, options=options)
        assert not [path for path in site.requests[asked:] if "/read/" in path]
    assert (before["is_complete"], first.report["incomplete"]) == (False, 1)
    lines = [record for record in records(tmp_path) if record["id"] == key_of(story)]
    assert [record["is_complete"] for record in lines] == [False, True]
    assert lines[1]["page_count"] == 2


def test_article_that_stays_incomplete_is_given_up_and_named(tmp_path):
    now = "2026-11-01T10:00:00+00:00"
    with State(tmp_path / "state.sqlite") as state:
        for attempts in range(1, MAX_ATTEMPTS + 1):
            state.begin({}, now)
            if attempts == 1:
                state.discovered([Found("a", "contoh", "https://contoh.id/a", DISCOVERY)], "new", now)
            assert state.left(["contoh"]) == ["a"]
            state.commit([Done("a", "incomplete", now, content_digest="x", is_revision=attempts == 1)], [])
        state.begin({}, now)
        assert state.left(["contoh"]) == []
        assert state.given_up("contoh") == ["https://contoh.id/a"]


def hour_of(site, stories, reply):
    """These answer so, once each."""
    for story in stories:
        site.instead[story.path] = [reply, None]


def test_bad_hour_that_begins_when_half_is_fetched_loses_nothing(tmp_path):
    site = Site(articles=50)
    with LoopbackServer(site) as server:
        hour_of(site, site.stories()[30:], Reply(404, ""))
        first, second = (crawl(server.base, tmp_path) for _ in range(2))
    own = first.report["by_portal"]["loopback"]
    assert (first.code, own["verdict"], own["suspect"], own["gone"]) == (1, "suspect", {"gone": 20}, 0)
    assert (second.code, len(records(tmp_path))) == (0, 50)


def test_hour_with_two_new_articles_that_are_both_out_of_order_loses_neither_and_alarms_nobody(tmp_path):
    site = Site(articles=5, fresh=2, changed=0)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path)
        site.edition = 1
        hour_of(site, site.stories()[:2], Reply(404, ""))
        first, second = (crawl(server.base, tmp_path) for _ in range(2))
    own = first.report["by_portal"]["loopback"]
    assert (first.code, own["verdict"], own["unsure"], own["left_pending"]) == (0, "ok", {"gone": 2}, 2)
    assert (second.code, len(records(tmp_path))) == (0, 7)


def three_days_pass(folder, sign):
    """Whatever is in doubt has been for so long."""
    with closing(sqlite3.connect(folder / "out/state.sqlite", isolation_level=None)) as state:
        ago = (datetime.now(UTC) - SECOND_LOOK).isoformat(timespec="seconds")
        start = f"in doubt: {sign}, since "
        state.execute("UPDATE articles SET reason = ? WHERE reason LIKE ?", (f"{start}{ago}", f"{start}%"))


def test_articles_that_are_gone_for_days_are_gone(tmp_path):
    site = Site(articles=20)
    with LoopbackServer(site) as server:
        for story in site.stories()[4:]:
            site.instead[story.path] = [Reply(404, "")]
        first, second = (crawl(server.base, tmp_path) for _ in range(2))
        three_days_pass(tmp_path, "gone")
        third, fourth = (crawl(server.base, tmp_path) for _ in range(2))
    assert [run.report["by_portal"]["loopback"]["verdict"] for run in (first, second)] == ["suspect"] * 2
    assert (third.code, third.report["gone"], third.report["left_pending"]) == (0, 16, 0)
    assert (fourth.code, fourth.report["fetched"]) == (0, 0)


def test_page_that_names_itself_an_article_which_the_run_has_with_the_same_text_gives_no_second_line(
    tmp_path,
):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        twin = page_of(site.story(4), server.base, 1)  # its canonical link is that of the article
        site.instead[site.story(1).path] = [Reply(200, twin)]
        run = crawl(server.base, tmp_path)
    assert (run.report["moved"], run.report["records"]) == (1, {"article": 5})
    assert len({record["id"] for record in records(tmp_path)}) == 5


@pytest.mark.parametrize(
    "reply",
    [Reply(403, "<h1>Forbidden</h1>"), Reply(200, "<title>Just a moment...</title><p>cf-chl-bypass</p>")],
    ids=["forbidden", "challenge"],
)
def test_hour_in_which_all_new_articles_are_blocked_loses_none_though_nobody_announces_them_again(
    tmp_path, reply
):
    site = Site(articles=12, fresh=3, changed=0)
    with LoopbackServer(site) as server:
        feed = [{"kind": "feed", "url": f"{server.base}/rss"}]
        crawl(server.base, tmp_path, sources=feed)
        site.edition = 1
        hour_of(site, site.stories()[:3], reply)
        first = crawl(server.base, tmp_path, sources=feed)
        site.instead["/rss"] = [only(site.story(5), server.base)]
        second = crawl(server.base, tmp_path, sources=feed)
    own = first.report["by_portal"]["loopback"]
    assert (first.code, own["verdict"], own["suspect"]) == (1, "suspect", {"blocked": 3})
    assert (second.code, len(records(tmp_path))) == (0, 15)


def only(story, base):
    """A feed of one article."""
    item = f"<item><title>{story.headline}</title><link>{base}{story.path}</link></item>"
    return Reply(
        200, f'<rss version="2.0"><channel>{item}</channel></rss>', content_type="application/rss+xml"
    )


def test_day_on_which_robots_txt_forbids_all_loses_nothing_though_nobody_announces_it_again(tmp_path):
    site = Site(articles=12, fresh=3, changed=0)
    with LoopbackServer(site) as server:
        feed = [{"kind": "feed", "url": f"{server.base}/rss"}]
        crawl(server.base, tmp_path, sources=feed)
        site.edition, site.robots = 1, "User-agent: *\nDisallow: /read/\n"
        first = crawl(server.base, tmp_path, sources=feed)
        site.robots = None
        site.instead["/rss"] = [only(site.story(5), server.base)]
        second = crawl(server.base, tmp_path, sources=feed)
    assert (first.code, first.report["refused"], first.report["left_pending"]) == (1, {"robots_txt": 3}, 3)
    assert (second.code, len(records(tmp_path))) == (0, 15)


AWAY = '<meta http-equiv="refresh" content="0; url=http://lain.example/iklan"><title>Iklan</title>'


@pytest.mark.parametrize(
    "reply",
    [Reply(200, AWAY), Reply(302, "", headers={"Location": "http://10.0.0.1/iklan"})],
    ids=["another_site", "private_address"],
)
def test_address_that_leads_astray_is_asked_for_some_times_and_then_named(tmp_path, reply):
    site = Site(articles=5, changed=0)
    away = site.story(1)
    with LoopbackServer(site) as server:
        site.instead[away.path] = [reply]
        runs = [crawl(server.base, tmp_path) for _ in range(MAX_ATTEMPTS + 1)]
    asked = sum(path == away.path for path in site.requests)
    assert asked == MAX_ATTEMPTS
    (named,) = runs[-2].report["given_up_articles"]
    assert (named.endswith(away.path), runs[-1].report["refused"]) == (True, {})


@pytest.mark.parametrize(("first", "later"), [(1, 4), (4, 1)], ids=["copy_comes_later", "copy_came_first"])
def test_copy_of_an_article_in_a_later_run_gives_no_second_line(tmp_path, first, later):
    """Story 1's page is that of story 4, whose canonical link it has: which of the two comes first is no matter."""
    site = Site(articles=6, changed=0)
    with LoopbackServer(site) as server:
        site.instead[site.story(1).path] = [Reply(200, page_of(site.story(4), server.base, 1))]
        feed = [{"kind": "feed", "url": f"{server.base}/rss"}]
        site.instead["/rss"] = [only(site.story(first), server.base), only(site.story(later), server.base)]
        runs = [
            crawl(server.base, tmp_path, sources=feed, options=("--set", "NEWSBOT_SUSPECT_SHARE=1"))
            for _ in range(2)
        ]
    assert [run.report["moved"] for run in runs] == [0, 1]
    assert [record["id"] for record in records(tmp_path)] == [key_of(site.story(4))]


def test_copy_that_says_something_else_is_a_further_line(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        feed = [{"kind": "feed", "url": f"{server.base}/rss"}]
        site.instead["/rss"] = [only(site.story(3), server.base), only(site.story(1), server.base)]
        crawl(server.base, tmp_path, sources=feed)
        site.edition = 1
        site.instead[site.story(1).path] = [Reply(200, page_of(site.story(3), server.base, 1))]
        crawl(server.base, tmp_path, sources=feed)
    lines = records(tmp_path)
    assert [line["id"] for line in lines] == [key_of(site.story(3))] * 2
    assert len({line["content_digest"] for line in lines}) == 2


def test_article_that_is_gone_once_among_others_is_had_when_it_is_announced_again(tmp_path):
    site = Site(articles=12, changed=0)
    with LoopbackServer(site) as server:
        hour_of(site, [site.story(3)], Reply(404, ""))
        first, second, third = (crawl(server.base, tmp_path) for _ in range(3))
    assert (first.code, first.report["gone"], len(records(tmp_path))) == (0, 1, 12)
    assert (second.report["records"], third.report["fetched"]) == ({"article": 1}, 0)


def test_article_that_stays_gone_is_asked_for_some_times_and_alarms_nobody(tmp_path):
    site = Site(articles=20, changed=0)
    with LoopbackServer(site) as server:
        for story in site.stories()[:4]:
            site.instead[story.path] = [Reply(404, "")]
        runs = [crawl(server.base, tmp_path) for _ in range(GONE_TURNS + 1)]
    assert [run.report["gone"] for run in runs] == [4] * GONE_TURNS + [0]
    assert [run.report["doubtful"] for run in runs] == [{"gone": 4}, *[{}] * GONE_TURNS]
    assert {run.code for run in runs} == {0}


NOT_FOUND = "<title>Oops</title><h1>Halaman tidak ditemukan</h1><p>Halaman yang Anda cari tidak ada.</p>"
IN_ITS_PLACE = {"maintenance": Reply(200, SORRY), "not_found": Reply(200, NOT_FOUND)}


@pytest.mark.parametrize("reply", IN_ITS_PLACE.values(), ids=IN_ITS_PLACE)
def test_article_in_whose_place_another_page_came_once_is_had_when_it_is_announced_again(tmp_path, reply):
    site = Site(articles=12, changed=0)
    story = site.story(3)
    with LoopbackServer(site) as server:
        hour_of(site, [story], reply)
        first, second, third = (crawl(server.base, tmp_path) for _ in range(3))
    assert (first.code, first.report["records"]) == (0, {"article": 11, "other": 1})
    assert (second.code, second.report["records"], second.report["changed"]) == (0, {"article": 1}, 1)
    assert third.report["fetched"] == 0
    lines = [line for line in records(tmp_path) if line["url"].endswith(story.path)]
    assert [line["kind"] for line in lines] == ["other", "article"]


def test_article_in_whose_place_another_page_stays_is_asked_for_some_times_and_alarms_nobody(tmp_path):
    site = Site(articles=20, changed=0)
    with LoopbackServer(site) as server:
        for story in site.stories()[:4]:
            site.instead[story.path] = [Reply(200, SORRY)]
        runs = [crawl(server.base, tmp_path) for _ in range(GONE_TURNS + 1)]
    assert [run.report["fetched"] for run in runs] == [20, *[4] * (GONE_TURNS - 1), 0]
    assert [run.report["unchanged"] for run in runs[1:-1]] == [{"other": 4}] * (GONE_TURNS - 1)
    assert [run.report["doubtful"] for run in runs] == [{"other": 4}, *[{}] * GONE_TURNS]
    assert {run.code for run in runs} == {0}
    assert len(records(tmp_path)) == 20


@pytest.mark.parametrize(("articles", "word"), [(5, "suspect"), (60, "refuses")])
def test_portal_that_refuses_everything_leaves_no_record_for_three_days_and_each_run_says_so(
    tmp_path, articles, word
):
    site = Site(articles=articles, changed=0)
    with LoopbackServer(site) as server:
        for story in site.stories():
            site.instead[story.path] = [Reply(403, "<h1>Forbidden</h1>")]
        runs = [crawl(server.base, tmp_path) for _ in range(2)]
        assert records(tmp_path) == []
        three_days_pass(tmp_path, "blocked")
        after = crawl(server.base, tmp_path)
    for run in runs:
        own = run.report["by_portal"]["loopback"]
        refused = own["suspect"]["blocked"]
        assert (run.code, own["verdict"], own["left_pending"], own["records"]) == (1, word, articles, {})
        assert min(articles, 8) <= refused == own["gate_refused"] <= articles
        assert re.search(rf"suspect: blocked\W+{refused}\b", run.said)
    if articles < 8:  # else others have their turn first
        assert after.report["records"] == {"blocked": articles}
