"""Answers that are not read yet are few: a slow reader slows the fetching, of each host by itself."""

import json
import weakref
from contextlib import ExitStack

from scrapy import Request
from scrapy.http import Response

from newsbot.crawl.doubt import Doubt
from newsbot.crawl.fetched import Fetched
from newsbot.crawl.hosts import host_of_request
from newsbot.crawl.outcomes import Outcomes
from newsbot.crawl.unread import LEAST_OF_HOST, MOST, Unread
from newsbot.loopback import LoopbackServer, Site
from newsbot.snapshot import Snapshot
from newsbot.workers.reading import Reading

from .runs import crawl, records


def came(unread, host, size=100):
    """An answer that waits."""
    request = Request(f"https://{host}/1")
    answer = Response(request.url, body=b"x" * size)
    unread.add_response_request(answer, request)
    return answer, request


def done(unread, answer):
    unread.next_response_request_deferred()
    unread.finish_response(*answer)


def test_host_has_room_for_some_and_again_when_one_is_read():
    unread = Unread(1_000_000, host_of_request)
    first, *_ = [came(unread, "a.id") for _ in range(LEAST_OF_HOST)]
    assert not unread.has_room("a.id", 1)
    assert unread.has_room("b.id", 1)
    assert unread.has_room("a.id", LEAST_OF_HOST)
    assert not unread.has_room("a.id", LEAST_OF_HOST, LEAST_OF_HOST)
    done(unread, first)
    assert unread.has_room("a.id", 1)


def test_host_with_heavy_pages_has_room_for_few_and_the_whole_is_not_full():
    unread = Unread(1_600, host_of_request)
    answer = came(unread, "a.id", 101)
    assert not unread.has_room("a.id", 1)
    assert unread.has_room("b.id", 1)
    assert not unread.needs_backout()
    done(unread, answer)
    assert unread.has_room("a.id", 1)


def test_whole_is_full_by_number_and_by_bytes():
    unread = Unread(10_000_000, host_of_request)
    for number in range(MOST - 1):
        came(unread, f"h{number}.id")
    assert not unread.needs_backout()
    came(unread, "last.id")
    assert unread.needs_backout()
    few = Unread(1_000_000, host_of_request)
    came(few, "a.id", 1_000_001)
    assert few.needs_backout()


def test_slow_reader_slows_the_fetching_and_loses_nothing(tmp_path):
    """Of three hosts, each with more articles than may wait; at the end no answer is kept."""
    at_once, articles = 5, 40
    sites = [Site(articles=articles, changed=0) for _ in range(3)]
    addresses = [f"127.0.0.{number}" for number in (31, 32, 33)]
    options = [
        f"NEWSBOT_ALLOW_PRIVATE={','.join(addresses)}",
        f"CONCURRENT_REQUESTS_PER_DOMAIN={at_once}",
        f"SLOW_READER={tmp_path / 'note'}",
        'EXTENSIONS={"tests.crawl.slow_reader.SlowReader": 5}',
    ]
    with ExitStack() as stack:
        servers = [
            stack.enter_context(LoopbackServer(site, address=address))
            for site, address in zip(sites, addresses, strict=True)
        ]
        bases = [server.base for server in servers]
        words = tuple(part for option in options for part in ("--set", option))
        run = crawl(bases[0], tmp_path, *bases, declared=False, options=words)
    told = json.loads((tmp_path / "note").read_text())
    most = {host: number for host, number in told["most"].items() if host != "all"}
    assert len(most) == 3
    assert set(most.values()) == {2 * at_once}
    assert told["most"]["all"] <= 3 * 2 * at_once
    assert told["answers"] >= 3 * articles
    assert told["alive"] <= 2
    found = [record["url"] for record in records(tmp_path)]
    wanted = {base + story.path for base, site in zip(bases, sites, strict=True) for story in site.stories()}
    assert wanted <= set(found)
    assert len(found) == len(set(found))
    assert run.code == 0


class Watched(Reading):
    """A reading of which can be told whether it is still there."""

    __slots__ = ("__weakref__",)


class Written:
    """A store that has written all, and no copy of it."""

    def holder(self, record_id, text, key):
        return key

    def told_by(self, record_id, text):
        return None

    def write(self, done, reading=None):
        return True


def test_reading_is_let_go_when_it_is_written():
    def nothing(*_, **__):
        pass

    outcomes = Outcomes(Written(), nothing, Doubt(lambda _: 0.0), nothing)
    kept = []
    for number in range(3):
        reading = Watched(line="{}", kind="article", words=500, text=f"digest {number}")
        kept.append(weakref.ref(reading))
        url = f"https://a.id/{number}"
        outcomes.read(Fetched(url, Snapshot(b"", url=url, status=200), Request(url)), reading)
        del reading
    assert [one() for one in kept] == [None] * 3
