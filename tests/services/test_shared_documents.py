"""Discovery documents of a shared crawl are asked for once, and hosts in it are kept apart; against a real Redis."""

from collections import Counter
from contextlib import ExitStack

import pytest
from redis import Redis
from scrapy.http import Response

from newsbot.crawl.shared import documents as room
from newsbot.crawl.shared.documents import SharedReading
from newsbot.crawl.shared.ledger import Ledger
from newsbot.loopback import LoopbackServer
from tests.crawl.runs import crawl
from tests.crawl.test_fairness import FEW, MANY, Healthy, Troubled

from .running import needs_redis, redis_server, wait_for
from .sharing import Watched, ids, options, process, said

pytestmark = needs_redis
URL = "https://contoh.id/sitemap.xml"
PAGE = Response("https://www.contoh.id/sitemap.xml", body=b"<urlset/>")


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    with redis_server(tmp_path_factory.mktemp("redis")) as address:
        yield address


@pytest.fixture
def server(url):
    with Redis.from_url(url) as redis:
        redis.flushdb()
        yield redis


def documents(server, member, lease=60.0):
    ledger = Ledger(server, "uji", member, lease)
    ledger.beat()
    return SharedReading(ledger, lease=60, keep=60, largest=1_000)


def test_answer_that_one_process_read_is_the_others_too(server):
    a, b = documents(server, "a"), documents(server, "b")
    assert (a.answer(URL), a.may_ask(URL), a.may_ask(URL), b.may_ask(URL)) == (None, True, True, False)
    assert a.was_read(URL, PAGE)
    given = b.answer(URL)
    assert (given.url, given.status, given.body) == (PAGE.url, 200, PAGE.body)


def test_what_one_process_could_not_read_another_asks_for(server):
    a, b = documents(server, "a"), documents(server, "b")
    assert a.may_ask(URL)
    a.was_not_read(URL)
    assert (b.answer(URL), b.may_ask(URL), a.may_ask(URL)) == (None, True, False)


def test_who_is_silent_for_longer_than_its_lease_is_waited_for_no_more(server):
    a, b = documents(server, "a", lease=0.2), documents(server, "b")
    assert a.may_ask(URL)
    assert wait_for(lambda: b.may_ask(URL), "the end of a lease")


def test_answer_of_a_run_that_is_over_is_none(server):
    a, b = documents(server, "a"), documents(server, "b")
    assert a.was_read(URL, PAGE)
    assert b.answer(URL)
    again = documents(server, "a")  # the next run of the same process
    assert (again.answer(URL), b.answer(URL)) == (None, None)
    assert again.may_ask(URL)
    a._ledger.leave()
    assert b.may_ask(URL)


def test_large_answers_are_not_kept_and_no_more_is_unpacked_than_a_crawl_takes(server, monkeypatch):
    a = documents(server, "a")
    assert a.was_read(URL, PAGE.replace(body=b"x" * 5_000))
    assert len(a.answer(URL).body) == 1_000
    monkeypatch.setattr(room, "MOST", 10)
    assert not a.was_read("https://contoh.id/lain.xml", PAGE)
    assert a.answer("https://contoh.id/lain.xml") is None


@pytest.mark.parametrize("kept", [b"", b"\x80\x05pickle", b"{}\nx", b'{"url": 1, "status": 200}\nx', b"[]\n"])
def test_what_is_no_document_is_none(server, kept):
    a = documents(server, "a")
    server.set(a._key(URL), kept)
    assert a.answer(URL) is None


def test_each_document_is_asked_for_once_by_two_processes(tmp_path, server, url):
    site = Watched(articles=30)
    for who in ("a", "b"):
        site.shut(who)
    with (
        LoopbackServer(site) as served,
        process(served, url, tmp_path, "a") as a,
        process(served, url, tmp_path, "b") as b,
    ):
        wait_for(lambda: len(site.asked) == 2, "both processes to have an article")
        for who in ("a", "b"):
            site.gates[who].set()
        assert (a.wait(), b.wait()) == (0, 0), said(tmp_path, "a") + said(tmp_path, "b")
    asked = Counter(path for path in site.requests if "/read/" not in path)
    assert asked.pop("/robots.txt") == 2  # each obeys for itself
    assert set(asked.values()) == {1}
    assert ids(tmp_path, "a", "b").total() == 30


@pytest.mark.parametrize("at_once", [1, 8])
def test_host_that_does_not_answer_keeps_nobody_from_being_served(tmp_path, server, url, at_once):
    healthy = [Healthy(articles=FEW, changed=0) for _ in range(3)]
    troubled = Troubled(articles=MANY, others=healthy)
    addresses = [f"127.0.0.{number}" for number in (31, 32, 33, 34)]
    settings = [f"NEWSBOT_ALLOW_PRIVATE={','.join(addresses)}", f"CONCURRENT_REQUESTS_PER_DOMAIN={at_once}"]
    more = [part for setting in settings for part in ("--set", setting)]
    with ExitStack() as stack:
        bases = [
            stack.enter_context(LoopbackServer(site, address=address)).base
            for site, address in zip([troubled, *healthy], addresses, strict=True)
        ]
        crawl(bases[0], tmp_path, *bases, declared=False, options=options(url, "a", *more))
    assert all(site.done.is_set() for site in healthy)
    assert not troubled.waited_in_vain
