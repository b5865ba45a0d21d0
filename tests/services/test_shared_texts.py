"""A copy of an article that another process of a shared crawl has gives no second line; against a real Redis."""

from __future__ import annotations

import pytest
from redis import Redis

from newsbot.crawl.shared.ledger import Ledger
from newsbot.crawl.shared.texts import SharedTexts
from newsbot.loopback import LoopbackServer
from newsbot.loopback.pages import page_of
from newsbot.loopback.reply import Reply
from tests.crawl.runs import key_of

from .running import PATIENCE, needs_redis, redis_server
from .sharing import Watched, ids, process, said, wait_until_asked

pytestmark = needs_redis


@pytest.fixture
def url(tmp_path):
    with redis_server(tmp_path / "redis") as address:
        yield address


def test_first_article_with_a_text_has_it_and_what_says_something_else_is_a_line_of_its_own(url):
    with Redis.from_url(url) as redis:
        a, b = (SharedTexts(Ledger(redis, "uji", member, lease=60)) for member in ("a", "b"))
        assert [texts.holder("uji:1", "x", key) for texts, key in ((a, "satu"), (b, "dua"))] == ["satu"] * 2
        assert a.holder("uji:1", "x", "satu") == "satu"
        assert b.holder("uji:2", "x", "dua") == "dua"
        assert b.holder("uji:1", "y", "dua") == "dua"
        assert a.holder("uji:1", "x", "satu") == "satu"


def test_copy_that_another_process_has_read_gives_one_line(tmp_path, url):
    """Each process takes one of two addresses, whose pages are the same article."""
    site = Watched(articles=2)
    first, second = site.stories()
    with LoopbackServer(site) as server:
        site.instead[second.path] = [Reply(200, page_of(first, server.base, 1))]
        one_each = ("--set", "CONCURRENT_REQUESTS_PER_DOMAIN=1")
        for who in ("a", "b"):
            site.shut(who)
        with (
            process(server, url, tmp_path, "a", *one_each) as a,
            process(server, url, tmp_path, "b", *one_each) as b,
        ):
            for who in ("a", "b"):
                wait_until_asked(site, who, 1)
            for who in ("a", "b"):
                site.gates[who].set()
            assert (a.wait(PATIENCE), b.wait(PATIENCE)) == (0, 0), said(tmp_path, "a") + said(tmp_path, "b")
    assert {who: len(paths) for who, paths in site.asked.items()} == {"a": 1, "b": 1}
    assert dict(ids(tmp_path, "a", "b")) == {key_of(first): 1}
