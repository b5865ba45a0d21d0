"""What was asked for and not read is no news that was read: it is kept, named, and asked for again."""

import gzip
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from newsbot.state import State
from newsbot.state.unread import ALARM, MAX_FAILURES

from .runs import crawl, key_of, records

EACH = 5


def urlset(base, stories):
    items = "".join(f"<url><loc>{base}{one.path}</loc></url>" for one in stories)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</urlset>'


def spoiled(text):
    """The answers in place of a sitemap that are none, by name."""
    packed = gzip.compress(text.encode())
    return {
        "403": Reply(403, "<h1>Forbidden</h1>"),
        "404": Reply(404, "<h1>Tidak ada</h1>"),
        "500": Reply(500, "rusak"),
        "kosong": Reply(200, ""),
        "terpotong": Reply(200, text[: len(text) // 2], content_type="application/xml"),
        "gzip": Reply(200, packed[: len(packed) // 2], content_type="application/gzip"),
        "tantangan": Reply(200, "<html><title>Just a moment...</title><p>Checking your browser</p></html>"),
        "pulang": Reply(302, "", headers={"Location": "/"}),
    }


@pytest.fixture(scope="module")
def spoiled_once(tmp_path_factory):
    """Three crawls of a portal whose older sitemaps are each spoiled in a way of its own, the first time."""
    folder = tmp_path_factory.mktemp("gaps")
    names = list(spoiled(""))
    site = Site(articles=EACH * (len(names) + 1))
    with LoopbackServer(site) as server:
        stories, base = site.stories(), server.base
        files = ["baik", *names]
        for place, name in enumerate(files):
            text = urlset(base, stories[place * EACH : (place + 1) * EACH])
            good = Reply(200, text, content_type="application/xml")
            site.instead[f"/{name}.xml"] = [good] if name == "baik" else [spoiled(text)[name], good]
        items = "".join(
            f"<sitemap><loc>{base}/{name}.xml</loc><lastmod>2026-01-0{1 + place}</lastmod></sitemap>"
            for place, name in enumerate(files)
        )
        site.instead["/sitemap.xml"] = [
            Reply(200, f"<sitemapindex>{items}</sitemapindex>", content_type="application/xml")
        ]
        runs = []
        for _ in range(3):
            asked = len(site.requests)
            run = crawl(
                base,
                folder,
                options=("--set", "RETRY_TIMES=0"),
                sources=[{"kind": "sitemap", "url": f"{base}/sitemap.xml"}],
            )
            runs.append(
                (run, [path for path in site.requests[asked:] if path.endswith(".xml")], records(folder))
            )
        yield site, runs


def test_answers_that_are_no_sitemap_are_named_and_tell_the_exit_code(spoiled_once):
    run, _, found = spoiled_once[1][0]
    names = list(spoiled(""))
    assert (run.code, run.report["by_portal"]["loopback"]["verdict"]) == (1, "incomplete")
    assert run.report["gaps"] == ["loopback"]
    assert {one["url"].rpartition("/")[2] for one in run.report["unread"]} == {
        f"{name}.xml" for name in names
    }
    reasons = {one["url"].rpartition("/")[2]: one["reason"] for one in run.report["unread"]}
    assert (reasons["403.xml"], reasons["terpotong.xml"]) == ("status_403", "torn_xml")
    assert (reasons["gzip.xml"], reasons["pulang.xml"]) == ("bad_gzip", "leads_home")
    assert EACH <= len(found) < EACH * 4  # what a torn one held is taken


def test_next_run_asks_for_them_alone_and_gets_everything(spoiled_once):
    site, runs = spoiled_once
    run, asked, found = runs[1]
    older = "/baik.xml"  # looked at in its turn
    assert set(asked) == {"/sitemap.xml", older, *(f"/{name}.xml" for name in spoiled(""))}
    assert {record["id"] for record in found} == {key_of(story) for story in site.stories()}
    assert (run.code, run.report["gaps"], run.report["unread"]) == (0, [], [])


def test_run_after_that_asks_for_the_last_changed_of_them_and_one_in_its_turn(spoiled_once):
    run, asked, _ = spoiled_once[1][2]
    assert (asked[0], "/pulang.xml" in asked, len(asked)) == ("/sitemap.xml", True, 3)
    assert "/baik.xml" not in asked
    assert run.code == 0


def test_day_of_an_index_that_refused_for_days_is_asked_for_when_it_answers(tmp_path):
    site = Site(articles=40)
    with LoopbackServer(site) as server:
        index = {
            "kind": "index",
            "url": f"{server.base}/indeks?date={{date}}&page={{page}}",
            "date_format": "YYYY-MM-DD",
            "items": ["ul.lsi > li h3 a"],
        }
        day = (datetime.now(UTC) + timedelta(hours=7) - timedelta(days=1)).date().isoformat()
        links = "".join(
            f'<li><h3><a href="{one.path}">{one.headline}</a></h3></li>' for one in site.stories()[:9]
        )
        page = Reply(200, f'<html><body><ul class="lsi">{links}</ul></body></html>')
        path = f"/indeks?date={day}&page=1"
        site.instead[path] = [Reply(403, "<h1>Forbidden</h1>")] * 3 + [page]
        assert crawl(server.base, tmp_path, sources=[index]).code == 1
        for _ in range(3):  # a day passes, and the runs of that day say nothing of the day before yesterday
            with closing(sqlite3.connect(tmp_path / "out/state.sqlite", isolation_level=None)) as db:
                for table, column in (("runs", "started"), ("runs", "ended"), ("unread", "last")):
                    db.execute(
                        f"UPDATE {table} SET {column} = strftime('%Y-%m-%dT%H:%M:%S+00:00', {column}, '-4 days')"
                    )
            run = crawl(server.base, tmp_path, sources=[index])
    assert site.requests.count(path) == 4
    assert len(records(tmp_path)) == 9
    assert run.report["gaps"] == []


def test_run_for_some_days_or_one_article_does_not_move_the_window(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path)
        with State(tmp_path / "out/state.sqlite") as state:
            before = state.runs.last_complete_start("loopback", "2100-01-01T00:00:00+00:00")
            state._db.execute("UPDATE runs SET started = '2026-11-01T00:00:00+00:00'")
        article = f"{server.base}{site.story(0).path}"
        for targets, options in (
            ((), ("--until", "2026-11-20")),
            ((), ("--since", "2026-11-28")),
            ((article,), ()),
        ):
            crawl(server.base, tmp_path, *targets, options=options)
    with State(tmp_path / "out/state.sqlite") as state:
        assert before
        assert (
            state.runs.last_complete_start("loopback", "2100-01-01T00:00:00+00:00")
            == "2026-11-01T00:00:00+00:00"
        )


def test_portal_that_announces_nothing_does_not_move_the_window(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        source = [{"kind": "sitemap", "url": f"{server.base}/sitemap.xml"}]
        site.instead["/sitemap.xml"] = [Reply(200, "<urlset></urlset>", content_type="application/xml")]
        run = crawl(server.base, tmp_path, sources=source)
    assert (run.code, run.report["by_portal"]["loopback"]["verdict"]) == (1, "empty")
    assert run.report["look_back"] == ["loopback"]


def test_document_that_is_declared_no_longer_is_no_gap_for_ever(tmp_path):
    site = Site(articles=3)
    with LoopbackServer(site) as server:
        index = {
            "kind": "index",
            "url": f"{server.base}/lama?date={{date}}",
            "date_format": "YYYY-MM-DD",
            "items": ["ul.lsi > li h3 a"],
        }
        feed = {"kind": "feed", "url": f"{server.base}/rss"}
        first = crawl(server.base, tmp_path, sources=[index, feed])
        second = crawl(server.base, tmp_path, sources=[feed])
        third = crawl(server.base, tmp_path, sources=[feed])
    assert (first.code, first.report["gaps"]) == (1, ["loopback"])
    assert (second.code, second.report["discovery"]) == (0, {"no_longer_declared": 2})
    assert (third.code, third.report["discovery"]) == (0, {})


def test_document_that_robots_txt_forbids_is_named_and_no_gap_and_is_read_when_it_may_be(tmp_path):
    site = Site(articles=12)
    with LoopbackServer(site) as server:
        base, stories = server.base, site.stories()
        for name, some in (("terbuka", stories[:6]), ("rahasia/lama", stories[6:])):
            text = urlset(base, some)
            site.instead[f"/{name}.xml"] = [Reply(200, text, content_type="application/xml")]
        items = "".join(
            f"<sitemap><loc>{base}/{name}.xml</loc><lastmod>2026-01-01</lastmod></sitemap>"
            for name in ("terbuka", "rahasia/lama")
        )
        index = Reply(200, f"<sitemapindex>{items}</sitemapindex>", content_type="application/xml")
        site.instead["/sitemap.xml"] = [index]
        source = [{"kind": "sitemap", "url": f"{base}/sitemap.xml"}]
        first, again = (crawl(base, tmp_path, sources=source) for _ in range(2))
        assert len(records(tmp_path)) == 6
        with closing(sqlite3.connect(tmp_path / "out/state.sqlite", isolation_level=None)) as db:
            db.execute("UPDATE unread SET last = '2026-11-01T00:00:00+00:00'")
        site.robots = "User-agent: *\nAllow: /\n"
        last = crawl(base, tmp_path, sources=source)
    for run in (first, again):
        assert (run.code, run.report["gaps"], run.report["discovery"]) == (0, [], {"robots_txt": 1})
        assert [(one["url"], one["reason"]) for one in run.report["unread"]] == [
            (f"{base}/rahasia/lama.xml", "robots_txt")
        ]
    assert (last.code, last.report["unread"], len(records(tmp_path))) == (0, [], 12)


def test_sitemap_that_came_once_without_entries_is_named_and_asked_for_again(tmp_path):
    site = Site(articles=10)
    with LoopbackServer(site) as server:
        base, stories = server.base, site.stories()
        full, empty = (
            Reply(200, urlset(base, some), content_type="application/xml") for some in (stories, [])
        )
        site.instead["/lama.xml"] = [empty, full]
        items = f"<sitemap><loc>{base}/lama.xml</loc><lastmod>2026-01-01</lastmod></sitemap>"
        index = Reply(200, f"<sitemapindex>{items}</sitemapindex>", content_type="application/xml")
        site.instead["/sitemap.xml"] = [index]
        sources = [{"kind": "sitemap", "url": f"{base}/sitemap.xml"}, {"kind": "feed", "url": f"{base}/rss"}]
        site.instead["/rss"] = [Reply(200, "<rss><channel></channel></rss>")]
        first, second = (crawl(base, tmp_path, sources=sources) for _ in range(2))
    assert {one["url"]: one["reason"] for one in first.report["unread"]} == {
        f"{base}/lama.xml": "no_entries",
        f"{base}/rss": "no_entries",
    }
    assert (first.report["gaps"], second.report["by_portal"]["loopback"]["verdict"]) == ([], "ok")
    assert len(records(tmp_path)) == 10


FEW_AT_ONCE = (
    "from newsbot.discovery import _model; _model.LOT, _model.ALLOWED, _model.MAX_ENTRIES = 5, 10, 15"
)


def test_sitemap_of_more_entries_than_are_read_at_once_is_read_to_its_end(tmp_path):
    site = Site(articles=13)
    with LoopbackServer(site) as server:
        text = urlset(server.base, site.stories())
        site.instead["/sitemap.xml"] = [Reply(200, text, content_type="application/xml")]
        source = [{"kind": "sitemap", "url": f"{server.base}/sitemap.xml"}]
        run = crawl(server.base, tmp_path, sources=source, before=FEW_AT_ONCE)
    assert {record["id"] for record in records(tmp_path)} == {key_of(story) for story in site.stories()}
    assert (run.code, run.report["discovered"], run.report["discovery"]) == (0, 13, {"too_many": 1})


def test_sitemap_of_more_entries_than_are_read_at_all_is_a_gap_and_on_the_screen(tmp_path):
    site = Site(articles=16)
    with LoopbackServer(site) as server:
        text = urlset(server.base, site.stories())
        site.instead["/sitemap.xml"] = [Reply(200, text, content_type="application/xml")]
        source = [{"kind": "sitemap", "url": f"{server.base}/sitemap.xml"}]
        run = crawl(server.base, tmp_path, sources=source, before=FEW_AT_ONCE)
    assert (run.code, run.report["by_portal"]["loopback"]["verdict"]) == (1, "incomplete")
    assert [one["reason"] for one in run.report["unread"]] == ["too_many"]
    assert len(records(tmp_path)) == 15
    assert f"not read: {server.base}/sitemap.xml (too_many)" in run.said


def test_portal_whose_every_document_robots_txt_forbids_refuses(tmp_path):
    with LoopbackServer(Site(articles=3, robots="User-agent: *\nDisallow: /\n")) as server:
        run = crawl(server.base, tmp_path)
    assert (run.code, run.report["by_portal"]["loopback"]["verdict"]) == (1, "refuses")
    assert run.report["gaps"] == []


def age_of_unread(folder, days):
    """All documents that were not read have failed for the last time so many days ago, once too often."""
    with closing(sqlite3.connect(folder / "out/state.sqlite", isolation_level=None)) as db:
        ago = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
        db.execute("UPDATE unread SET failures = ?, last = ?", (MAX_FAILURES, ago))


def test_document_that_is_given_up_tells_verdict_exit_code_and_screen_and_no_longer_when_it_is_read(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        sources = [
            {"kind": "sitemap", "url": f"{server.base}/{name}"} for name in ("sitemap.xml", "lama.xml")
        ]
        crawl(server.base, tmp_path, sources=sources)
        age_of_unread(tmp_path, 8)
        given_up = crawl(server.base, tmp_path, sources=sources)
        old = crawl(server.base, tmp_path, sources=sources[:1])
        age_of_unread(tmp_path, ALARM.days + 1)
        passed = crawl(server.base, tmp_path, sources=sources[:1])
        age_of_unread(tmp_path, ALARM.days + 1)
        asked_again = crawl(server.base, tmp_path, sources=sources)
        links = f"<url><loc>{server.base}{site.story(0).path}</loc></url>"
        site.instead["/lama.xml"] = [Reply(200, f"<urlset>{links}</urlset>", content_type="application/xml")]
        read = crawl(server.base, tmp_path, sources=sources)
    runs = (given_up, old, passed, asked_again, read)
    verdicts = [run.report["by_portal"]["loopback"]["verdict"] for run in runs]
    assert verdicts == ["documents_given_up", "documents_given_up", "ok", "documents_given_up", "ok"]
    assert [run.code for run in runs] == [1, 1, 0, 1, 0]
    assert [run.report["documents_given_up"] for run in runs] == [1, 1, 0, 1, 0]
    assert "lama.xml (status_404), given up" in given_up.said
    assert [one["is_given_up"] for one in passed.report["unread"]] == [True]
    assert read.report["unread"] == []
