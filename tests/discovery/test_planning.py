"""Plans and windows: which documents are asked for, when paging ends, what is cut before download."""

from datetime import date
from itertools import islice

import pytest

from newsbot.discovery import (
    Child,
    Entry,
    Listing,
    article_key,
    children_within,
    next_page,
    plan,
    wanted,
    within,
)
from newsbot.discovery.window import LAST_CHANGED, child_within
from newsbot.portals import Portal, Source, registry

TODAY = date(2024, 5, 3)
NEWS = Source(
    kind="news_sitemap", url="https://contoh.example/{section}/news.xml", values={"section": ("a", "b")}
)
FEED = Source(kind="feed", url="https://contoh.example/rss")
DATED = Source(
    kind="index",
    url="https://contoh.example/indeks/{date}/{page}",
    date_format="YYYY/M/DD",
    first_page=0,
    step=10,
    last_page=20,
)
NEXT = Source(kind="index", url="https://contoh.example/terkini")
SITEMAP = Source(kind="sitemap", url="https://contoh.example/sitemap.xml")
PORTAL = Portal(
    id="contoh",
    name="Contoh",
    domains=("contoh.example",),
    article=(r"/read/(?P<id>\d+)",),
    drop=(r"/tag/",),
    sources=(SITEMAP, DATED, FEED, NEWS),
)


def urls(since=None, until=None):
    return [target.url.removeprefix("https://contoh.example") for target in plan(PORTAL, since, until, TODAY)]


def entry(number, **fields):
    return Entry(
        url=f"https://contoh.example/read/{number}", source="s", kind=fields.pop("kind", "index"), **fields
    )


def test_newest_sources_and_newest_days_come_first():
    assert urls() == [
        "/a/news.xml",
        "/b/news.xml",
        "/rss",
        "/indeks/2024/5/03/0",
        "/indeks/2024/5/02/0",
        "/sitemap.xml",
    ]


def test_window_names_the_days_and_leaves_out_what_cannot_reach_it():
    assert urls(date(2024, 4, 1), date(2024, 4, 2)) == [
        "/rss",
        "/indeks/2024/4/02/0",
        "/indeks/2024/4/01/0",
        "/sitemap.xml",
    ]


def test_no_day_of_the_future_is_asked_for():
    assert "/indeks/2024/5/04/0" not in urls(date(2024, 5, 2), date(2024, 6, 1))


def test_window_that_ends_before_it_begins_asks_no_day():
    assert not any("indeks" in url for url in urls(date(2024, 5, 2), date(2024, 5, 1)))


def test_a_window_of_years_is_lazy():
    assert len(list(islice(plan(PORTAL, date(1995, 1, 1), None, TODAY), 50))) == 50


def test_every_declared_source_makes_whole_addresses():
    for portal in registry().portals:
        for target in plan(portal, TODAY, TODAY, TODAY):
            assert "{" not in target.url
            assert target.url.startswith("https://")


def first(source):
    portal = Portal(id="contoh", name="Contoh", domains=("contoh.example",), sources=(source,))
    return next(plan(portal, TODAY, TODAY, TODAY))


def test_next_page_by_number():
    target = next_page(first(DATED), Listing([entry(1)]), set(), PORTAL).target
    assert (target.url, target.page, target.day) == ("https://contoh.example/indeks/2024/5/03/10", 10, TODAY)


def test_next_page_as_the_page_says():
    told = Listing([entry(1)], [Child("https://contoh.example/terkini/2", "index")])
    assert next_page(first(NEXT), told, set(), PORTAL).target.url == "https://contoh.example/terkini/2"
    assert next_page(first(NEXT), Listing([entry(1)]), set(), PORTAL).target is None


@pytest.mark.parametrize("told", ["https://contoh.example/terkini", "https://lain.example/2"])
def test_next_page_that_leads_back_or_away_is_none(told):
    assert next_page(first(NEXT), Listing([entry(1)], [Child(told, "index")]), set(), PORTAL).target is None


def test_page_that_gives_nothing_new_ends_the_chain():
    seen = {article_key(entry(1).url, PORTAL)}
    turn = next_page(first(DATED), Listing([entry(1)]), seen, PORTAL)
    assert (turn.target, turn.problem.code) == (None, "page_repeats")
    assert next_page(first(DATED), Listing([entry(1), entry(2)]), seen, PORTAL).target


def test_empty_page_ends_the_chain():
    turn = next_page(first(DATED), Listing(), set(), PORTAL)
    assert (turn.target, turn.problem) == (None, None)


def test_last_page_ends_the_chain():
    target, seen = first(DATED), set()
    turns = 0
    while target:
        turn = next_page(target, Listing([entry(turns)]), seen, PORTAL)
        target, turns = turn.target, turns + 1
    assert (turns, turn.problem.code) == (3, "last_page")


def test_endless_paging_is_bounded():
    source = Source(kind="index", url="https://contoh.example/terkini?page={page}")
    target, turns = first(source), 0
    while target:
        turn = next_page(target, Listing([entry(turns)]), set(), PORTAL)
        target, turns = turn.target, turns + 1
        assert turns < 1000
    assert turn.problem.code == "too_many_pages"


def test_page_older_than_the_window_ends_the_chain():
    source = Source(kind="index", url="https://contoh.example/terkini?page={page}")
    old = Listing([entry(1, date="2024-04-01T08:00:00+07:00"), entry(2)])
    assert next_page(first(source), old, set(), PORTAL, since=date(2024, 5, 1)).target is None
    assert next_page(first(source), old, set(), PORTAL, since=date(2024, 4, 1)).target


SINCE, UNTIL = date(2024, 5, 1), date(2024, 5, 2)


@pytest.mark.parametrize(
    ("fields", "inside"),
    [
        ({"date": "2024-05-01T08:00:00+07:00"}, True),
        ({"date": "2024-04-30"}, True),
        ({"date": "2024-04-29T23:00:00+07:00"}, False),
        ({"date": "2024-04-29T18:00:00+00:00"}, True),
        ({"date": "2024-05-03T01:00:00+07:00"}, True),
        ({"date": "2024-05-04T01:00:00+07:00"}, False),
        ({"lastmod": "2024-04-01"}, False),
        ({"lastmod": "2024-06-01"}, True),
        ({"date": "2024-05-01", "lastmod": "2024-04-01"}, True),
        ({"date": "rusak"}, True),
        ({}, True),
    ],
)
def test_entries_of_the_window(fields, inside):
    assert within(entry(1, **fields), SINCE, UNTIL) is inside


def test_day_in_the_address_is_a_witness():
    def at(path, **fields):
        return Entry(url="https://contoh.example" + path, source="s", kind="index", **fields)

    assert not within(at("/2020/01/01/panen"), SINCE, UNTIL)
    assert within(at("/2020/01/01/panen", date="2024-05-01"), SINCE, UNTIL)
    assert within(at("/2024/05/01/panen", date="2020-01-01"), SINCE, UNTIL)


def test_open_window_cuts_nothing():
    assert within(entry(1, date="1999-01-01"), None, None)
    assert within(entry(1, date="2024-05-01"), None, date.max)
    assert within(entry(1, date="2024-05-01"), date.min, None)


@pytest.mark.parametrize(
    ("path", "lastmod", "inside"),
    [
        ("/sitemap-2024-05.xml", None, True),
        ("/sitemap-2024-04.xml", None, True),
        ("/sitemap-2024-03.xml", None, False),
        ("/sitemap-2024-07.xml", None, False),
        ("/20240401.xml", None, False),
        ("/peta.xml?yyyy=2024", None, True),
        ("/sitemap-12.xml", None, True),
        ("/sitemap-20240230.xml", None, True),
        ("/sitemap-12.xml", "2024-03-01", False),
        ("/sitemap-12.xml", "2024-07-01", True),
    ],
)
def test_sitemaps_of_the_window(path, lastmod, inside):
    assert child_within(Child("https://contoh.example" + path, "sitemap", lastmod), SINCE, UNTIL) is inside


@pytest.mark.parametrize(
    ("path", "kind", "expected"),
    [
        ("/read/1", "index", True),
        ("/bentuk-baru-tanpa-nomor", "index", False),
        ("/bentuk-baru-tanpa-nomor", "news_sitemap", True),
        ("/tag/garam", "feed", False),
        ("/", "feed", False),
    ],
)
def test_what_is_wanted_of_a_portal(path, kind, expected):
    assert wanted(Entry(url="https://contoh.example" + path, source="s", kind=kind), PORTAL) is expected


def test_neighbours_of_a_portal_are_not_wanted():
    portal = registry().get("kompas")
    assert not wanted(Entry(url="https://www.kompas.example/read/1", source="s", kind="feed"), portal)


def named(*days):
    return [Child(f"https://contoh.example/peta-{n}.xml", "sitemap", day) for n, day in enumerate(days)]


def test_last_changed_sitemap_of_an_index_is_asked_for_though_none_changed():
    stale = named("2020-01-05", "2020-02-05", "2020-02-05", None)[:3]
    assert children_within(stale, SINCE, UNTIL) == stale[1:]
    assert len(children_within(named(*["2020-01-05"] * 9), SINCE, UNTIL)) == LAST_CHANGED


def test_sitemaps_that_did_not_change_are_left_alone_beside_one_that_did():
    children = named("2020-01-05", f"{SINCE}")
    assert children_within(children, SINCE, UNTIL) == children[1:]


def test_sitemaps_of_other_months_are_no_last_changed_ones():
    children = [Child("https://contoh.example/peta-2019-05.xml", "sitemap", "2019-06-01")]
    assert children_within(children, SINCE, UNTIL) == []
