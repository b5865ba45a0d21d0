"""How far back a run looks, and what it may be asked for."""

from datetime import date
from types import SimpleNamespace

import pytest

from newsbot.crawl.spiders._targets import sites_of
from newsbot.crawl.spiders.portal import PortalSpider


def first_day(last, **arguments):
    spider = PortalSpider(portal="kompas", **arguments)
    spider.store = SimpleNamespace(last_complete_start=lambda _: last)
    (site,) = sites_of("kompas", "")
    return spider.first_day(site)


LAST = "2026-11-20T01:00:00+00:00"


@pytest.mark.parametrize(
    ("last", "arguments", "day"),
    [
        (LAST, {}, date(2026, 11, 19)),  # the overlap
        (LAST, {"mode": "changed"}, date(2026, 11, 19)),
        (LAST, {"mode": "all"}, None),
        (LAST, {"since": "2026-10-01"}, date(2026, 10, 1)),
        (LAST, {"mode": "all", "since": "2026-10-01"}, date(2026, 10, 1)),
        (None, {}, None),
    ],
)
def test_first_day_of_the_documents(last, arguments, day):
    assert first_day(last, **arguments) == day


@pytest.mark.parametrize(
    ("last", "arguments", "whole"),
    [
        (LAST, {}, True),
        (None, {"since": "2026-11-01"}, True),
        (LAST, {"since": "2026-11-19"}, True),
        (LAST, {"since": "2026-11-20"}, True),  # the day on which the last one began
        (LAST, {"since": "2026-11-21"}, False),
        (LAST, {"until": "2026-11-21"}, False),
    ],
)
def test_run_that_leaves_days_out_is_not_where_the_next_may_begin(last, arguments, whole):
    spider = PortalSpider(portal="kompas", **arguments)
    spider.store = SimpleNamespace(last_complete_start=lambda _: last)
    (site,) = sites_of("kompas", "")
    assert spider.covers(site) is whole


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"mode": "baru"}, "mode is one of new, changed, all"),
        ({"since": "kemarin"}, "since is a day as YYYY-MM-DD, not 'kemarin'"),
        ({"until": "2026-13-01"}, "until is a day"),
        ({"since": "2026-11-02", "until": "2026-11-01"}, "no day lies between them"),
    ],
)
def test_wrong_arguments_are_named(arguments, message):
    with pytest.raises(ValueError, match=message):
        PortalSpider(portal="kompas", **arguments)


@pytest.mark.parametrize(
    ("portals", "urls", "message"),
    [
        ("tidakada", "", "no portal has the id 'tidakada'"),
        ("", "contoh.id", "is no http address"),
        ("", "", "name a portal"),
        ("", "https://www.kompas.com/tren", "is of kompas and does not look like an article"),
    ],
)
def test_what_is_no_site_is_named(portals, urls, message):
    with pytest.raises(ValueError, match=message):
        sites_of(portals, urls)


def test_sites_are_told_from_articles():
    portal, article, foreign = sites_of(
        "kompas",
        "https://www.kompas.com/tren/read/2022/03/23/203000465/jembatan-kayu-ulin, https://contoh.example/berita",
    )
    assert (portal.id, portal.article) == ("kompas", None)
    assert (article.id, article.article is None) == ("kompas", False)
    assert (foreign.id, foreign.portal, foreign.home) == (
        "contoh.example",
        None,
        "https://contoh.example/berita",
    )


def test_front_page_of_a_portal_is_the_portal_and_an_unknown_form_of_article_that_article():
    whole, one = sites_of(
        "", "https://www.kompas.com/, https://www.kompas.com/baru/2026/11/29/panen-garam-di-rembang"
    )
    assert (whole.id, whole.article) == ("kompas", None)
    assert one.article == "https://www.kompas.com/baru/2026/11/29/panen-garam-di-rembang"


def test_comma_inside_of_an_address_parts_nothing():
    first, second = sites_of("", "https://contoh.example/read/2012,7/panen, http://lain.example/")
    assert (first.home, second.home) == ("https://contoh.example/read/2012,7/panen", "http://lain.example/")
