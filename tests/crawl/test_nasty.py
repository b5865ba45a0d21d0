"""Situations that no portal means and each of them gets into one day: what comes of them is right, and is said."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from newsbot.loopback import LoopbackServer, Site, declare
from newsbot.loopback.reply import Reply
from newsbot.state import past_runs

from .runs import crawl, key_of, records


def of(run):
    return run.report["by_portal"]["loopback"]


def ids(folder):
    return sorted(record["id"] for record in records(folder))


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "1"}, {"Retry-After": "3600"}], ids=str)
def test_articles_alone_are_too_many_requests_and_the_index_is_well(tmp_path, headers):
    site = Site(articles=12)
    options = [
        *("--set", "NEWSBOT_FIRST_WAIT=0.02"),
        *("--set", "NEWSBOT_BREAKER=4"),
        *("--set", "RETRY_TIMES=1"),
    ]
    with LoopbackServer(site) as server:
        for one in site.stories():
            site.instead[one.path] = [Reply(429, "", headers=headers)]
        first = crawl(server.base, tmp_path, options=options)
        site.instead.clear()
        second = crawl(server.base, tmp_path, options=options)
    assert (first.code, of(first)["verdict"], of(first)["left_pending"]) == (1, "left_alone", 12)
    assert (second.code, len(records(tmp_path))) == (0, 12)


def test_feed_that_dates_its_articles_in_the_future_is_told_and_they_are_no_newer_than_todays(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        ahead = datetime.now(UTC) + timedelta(days=400)
        items = "".join(
            f"<item><title>{one.headline}</title><link>{server.base}{one.path}</link>"
            f"<pubDate>{format_datetime(ahead + timedelta(minutes=number))}</pubDate></item>"
            for number, one in enumerate(site.stories())
        )
        site.instead["/rss"] = [Reply(200, f"<rss><channel>{items}</channel></rss>")]
        run = crawl(server.base, tmp_path, sources=[{"kind": "feed", "url": f"{server.base}/rss"}])
    assert (run.code, run.report["discovery"]) == (0, {"future_dates": 1})
    assert ids(tmp_path) == sorted(map(key_of, site.stories()))
    with closing(sqlite3.connect(tmp_path / "out/state.sqlite")) as state:
        newest = {row[0] for row in state.execute("SELECT newest FROM articles")}
    assert newest == {(datetime.now(UTC) + timedelta(hours=7)).date().isoformat()}


class Circle(Site):
    """A listing whose pages go on without end: by a circle, or by new addresses of the same content."""

    way = ""

    def answer(self, target, base, headers):
        path, _, page = target.partition("?p=")
        if path != "/terbaru":
            return super().answer(target, base, headers)
        self.requests.append(target)
        number = int(page or 1)
        if self.way == "circle":
            following = "/terbaru" if number == 3 else f"/terbaru?p={number + 1}"
            shown = self.stories()[2 * number - 2 : 2 * number]
        else:
            following, shown = f"/terbaru?p={number + 1}", self.stories()
        sid = f"?sid={number}" if self.way == "other addresses" else ""
        links = "".join(f'<li><h3><a href="{one.path}{sid}">{one.headline}</a></h3></li>' for one in shown)
        return Reply(200, f'<link rel="next" href="{following}"><body><ul class="lsi">{links}</ul>')


@pytest.mark.parametrize(
    ("way", "asked", "told"),
    [
        ("circle", 3, {}),
        ("the same", 2, {"page_repeats": 1}),
        ("other addresses", 2, {"page_repeats": 1}),
    ],
)
def test_listing_that_goes_in_a_circle_ends_and_has_all(tmp_path, way, asked, told):
    site = Circle(articles=6)
    site.way = way
    with LoopbackServer(site) as server:
        listing = {"kind": "index", "url": f"{server.base}/terbaru", "items": ["ul.lsi > li h3 a"]}
        run = crawl(server.base, tmp_path, sources=[listing])
    assert [path for path in site.requests if path.startswith("/terbaru")] == [
        "/terbaru",
        *(f"/terbaru?p={number}" for number in range(2, asked + 1)),
    ]
    assert (run.code, run.report["discovery"], ids(tmp_path)) == (
        0,
        told,
        sorted(map(key_of, site.stories())),
    )


def declare_two(first, second, folder):
    """The invented portal at two addresses, as two portals."""
    for name, base in (("kedua", second), ("loopback", first)):
        declare(base, folder)
        host = base.split(":")[1].strip("/")
        text = (folder / "loopback.toml").read_text("utf-8")
        text = text.replace('"127.0.0.1", "localhost"', f'"{host}"').replace(
            r"127\.0\.0\.1|localhost", host.replace(".", r"\.")
        )
        (folder / f"{name}.toml").write_text(text.replace("portal.loopback", f"portal.{name}"), "utf-8")


def test_redirects_across_two_declared_portals_give_each_article_once_under_its_own(tmp_path):
    one, two = Site(articles=6), Site(articles=6)
    with LoopbackServer(one) as first, LoopbackServer(two, address="127.0.0.2") as second:
        declare_two(first.base, second.base, tmp_path / "portals")
        paths = [story.path for story in one.stories()]

        def leads(site, path, to):
            site.instead[path] = [Reply(302, "", headers={"Location": to})]

        leads(one, paths[0], second.base + paths[1])  # to the other, and on within it
        leads(two, paths[1], second.base + paths[2])
        leads(one, paths[3], second.base + paths[3])  # to the other, and back to another article
        leads(two, paths[3], first.base + paths[4])
        options = (
            "--portals-from",
            str(tmp_path / "portals"),
            "--set",
            "NEWSBOT_ALLOW_PRIVATE=127.0.0.1,127.0.0.2",
        )
        runs = [
            crawl(first.base, tmp_path, "loopback", "kedua", declared=False, options=options)
            for _ in range(2)
        ]
    numbers = {"loopback": (1, 2, 4, 5), "kedua": (0, 2, 4, 5)}
    assert ids(tmp_path) == sorted(f"{name}:{n:08}" for name, all_of in numbers.items() for n in all_of)
    for name in numbers:
        own = runs[0].report["by_portal"][name]
        assert (own["refused"], own["moved"], own["verdict"]) == ({"off_site": 1}, 1, "ok")
    assert [run.code for run in runs] == [0, 0]


JUMPS = """
import newsbot.crawl.store as store
from datetime import datetime, timedelta
right, moments = store.now, []
def now():
    moments.append(1)
    jump = timedelta(days={days}) if len(moments) > {after} else timedelta()
    return (datetime.fromisoformat(right()) + jump).isoformat()
for module in ("crawl.store", "crawl.outcomes", "crawl.spiders._documents"):
    __import__("newsbot." + module, fromlist=["now"]).now = now
"""


@pytest.mark.parametrize("days", [400, -400])
def test_clock_that_jumps_during_a_run_is_said_and_loses_nothing(tmp_path, days):
    site = Site(articles=20)
    with LoopbackServer(site) as server:
        site.instead["/sitemap.xml"] = [Reply(403, ""), Reply(403, ""), None]
        jumped = crawl(server.base, tmp_path, before=JUMPS.format(days=days, after=4))
        site.edition = 1
        runs = [crawl(server.base, tmp_path) for _ in range(2)]
    told = [notice for notice in jumped.report["notices"] if "during the run" in notice]
    assert len(told) == 1
    assert ("forward" if days > 0 else "back") in told[0]
    assert 0 <= jumped.report["seconds"] < 600
    assert {record["id"] for record in records(tmp_path)} == set(map(key_of, site.stories()))
    assert runs[-1].report["unread"] == [] or all(
        one["reason"] == "no_links" for one in runs[-1].report["unread"]
    )
    assert runs[-1].code == 0


AT_ONCE = "import newsbot.crawl.store as store; store.now = lambda: '2026-11-29T01:00:00+00:00'"


def test_two_runs_of_one_second_are_two_runs_and_the_second_looks_at_what_is_new(tmp_path):
    site = Site(articles=5)
    with LoopbackServer(site) as server:
        first = crawl(server.base, tmp_path, before=AT_ONCE)
        site.edition = 1
        second = crawl(server.base, tmp_path, before=AT_ONCE)
    runs = list(past_runs(tmp_path / "out/state.sqlite", last=9))
    assert [run.started for run in runs] == ["2026-11-29T01:00:00+00:00"] * 2
    assert [run.measures["loopback"].pages for run in runs] == [5, 3]
    assert (first.code, second.code, len(records(tmp_path))) == (0, 0, 8)
    assert len({path.name for path in (tmp_path / "out/parts").iterdir()}) == 2
