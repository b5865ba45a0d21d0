"""Each article of a shared crawl is in one place, whatever the processes do; against a real Redis."""

import itertools

import pytest
from redis import Redis

from newsbot.crawl.shared.ledger import Ledger

from .running import needs_redis, redis_server, wait_for

pytestmark = needs_redis


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with redis_server(tmp_path_factory.mktemp("redis")) as url, Redis.from_url(url) as redis:
        yield redis


@pytest.fixture
def ledgers(server):
    server.flushdb()
    both = [Ledger(server, "uji", member, lease=60) for member in ("a", "b")]
    for ledger in both:
        ledger.beat()
    return both


def entry(key, host=""):
    return f"{key}\n{host}\n{{}}"


def offer(ledger, key, score=0.0, host=""):
    return ledger.offer([(key, entry(key, host), score)]) == 1


def end_lease(server, member):
    server.delete(f"uji:alive:{member}")


def test_article_is_offered_once_and_taken_once(ledgers):
    a, b = ledgers
    assert [offer(ledger, "k") for ledger in (a, b)] == [True, False]
    assert [ledger.take() for ledger in (a, b)] == [b"k\n\n{}", None]
    assert (a.held_by_others(), b.held_by_others()) == (0, 1)


def test_lowest_score_is_taken_first_and_what_came_back_before_it(ledgers):
    a, b = ledgers
    for key, score in (("tua", -1.0), ("baru", -2.0), ("tengah", -1.5)):
        offer(a, key, score)
    assert a.take() == b"baru\n\n{}"
    assert b.take() == b"tengah\n\n{}"
    assert b.give_back() == 1
    assert [a.take(), a.take(), a.take()] == [b"tengah\n\n{}", b"tua\n\n{}", None]


def test_seal_is_all_or_nothing_and_may_be_repeated(ledgers):
    a, b = ledgers
    for key in "xyz":
        offer(a, key)
    a.take(), a.take(), b.take()
    assert not a.seal(["x", "z"])
    assert a.sealed() == {}
    assert a.seal(["x", "y"])
    assert a.seal(["x", "y"])
    assert set(a.sealed()) == {"x", "y"}
    a.confirm(["x"])
    assert set(a.sealed()) == {"y"}


def test_what_a_silent_process_had_taken_goes_to_others_and_what_it_sealed_does_not(server, ledgers):
    a, b = ledgers
    for key in "xyz":
        offer(a, key)
    a.take(), a.take()
    a.seal(["x"])
    a.reserve("w", "w\n\n{}")  # announced, not yet in the queue
    assert b.beat() == 0
    end_lease(server, "a")
    assert b.beat() == 2
    assert sorted(iter(b.take, None)) == [b"w\n\n{}", b"y\n\n{}", b"z\n\n{}"]
    assert not a.seal(["y"])
    assert (set(a.sealed()), b.sealed_by_others()) == ({"x"}, 1)


def test_silent_process_that_goes_on_queues_nothing_that_was_done_meanwhile(server, ledgers):
    a, b = ledgers
    a.reserve("k", "k\n\n{}")
    end_lease(server, "a")
    b.beat()
    assert b.take() == b"k\n\n{}"
    b.seal(["k"])
    b.confirm(["k"])
    assert not offer(a, "k")
    assert (a.take(), a.held()) == (None, 0)


def test_batch_is_offered_in_one_step_and_tells_how_many_are_new(server, ledgers):
    a, b = ledgers
    offer(b, "y")
    before = server.info("commandstats")["cmdstat_evalsha"]["calls"]
    assert a.offer([(key, entry(key), score) for key, score in (("x", -1.0), ("y", -3.0), ("z", -2.0))]) == 2
    assert (
        server.info("commandstats")["cmdstat_evalsha"]["calls"] - before <= 2
    )  # the second where it is not known yet
    assert a.offer([]) == 0
    assert [a.take() for _ in range(4)] == [b"z\n\n{}", b"x\n\n{}", b"y\n\n{}", None]


def test_lease_ends_by_itself(server, ledgers):
    _, b = ledgers
    brief = Ledger(server, "uji", "c", lease=0.05)
    brief.beat()
    brief.reserve("k", "k\n\n{}")
    assert wait_for(b.beat, "the end of a lease") == 1


def test_process_that_left_is_waited_for_no_more_unless_it_has_sealed_articles(server, ledgers):
    a, b = ledgers
    offer(a, "x"), offer(a, "y")
    a.take(), a.take()
    a.seal(["x"])
    a.leave()
    assert b.take() == b"y\n\n{}"
    assert (b.held_by_others(), b.sealed_by_others()) == (0, 1)
    a.confirm(["x"])
    a.leave()
    assert server.smembers("uji:members") == {b"b"}


@pytest.mark.parametrize("steps", list(itertools.permutations(["give_back", "beat", "unseal"])))
def test_article_is_in_one_place_in_whatever_order_it_is_taken_from_a_process(server, ledgers, steps):
    a, b = ledgers
    for key in "xy":
        offer(a, key)
    a.take(), a.take()
    a.seal(["x"])
    end_lease(server, "a")
    for step in steps:
        if step == "unseal":
            a.unseal("x", a.sealed()["x"])
        else:
            getattr(a if step == "give_back" else b, step)()
    assert sorted(iter(b.take, None)) == [b"x\n\n{}", b"y\n\n{}"]
    assert (a.sealed(), a.give_back()) == ({}, 0)


def test_of_some_keys_those_that_were_offered(ledgers):
    a, b = ledgers
    offer(a, "x")
    assert b.seen_among(["w", "x"]) == ["x"]
    assert b.seen_among([]) == []


def test_hosts_take_turns_and_each_gives_its_newest_first(ledgers):
    a, b = ledgers
    for number in range(6):
        offer(a, f"x{number}", score=-number, host="x.id")
    for host in ("y.id", "z.id"):
        offer(b, host[0], host=host)
    keys = [a.take().split()[0] for _ in range(3)]
    assert sorted(keys) == [b"x5", b"y", b"z"]
    assert [one.take().split()[0] for one in (b, a)] == [b"x4", b"x3"]
    assert (a.waiting(), a.hosts()) == (3, {"x.id"})


def test_host_that_is_passed_over_keeps_its_articles_and_its_turn(ledgers):
    a, b = ledgers
    for host in ("x.id", "y.id"):
        for number in range(2):
            offer(a, f"{host}{number}", host=host)
    assert [a.take({"x.id"}).split()[1] for _ in range(2)] == [b"y.id"] * 2
    assert a.take({"x.id"}) is None
    assert a.take({"x.id", "y.id"}) is None
    assert b.take().split()[1] == b"x.id"
    assert b.give_back() == 1
    assert (a.waiting(), a.hosts()) == (2, {"x.id"})


def test_what_comes_back_stands_in_the_queue_of_its_host(server, ledgers):
    a, b = ledgers
    offer(a, "x", host="x.id"), offer(a, "y", host="y.id")
    a.take(), a.take()
    a.seal(["x"])
    a.unseal("x", a.sealed()["x"])
    end_lease(server, "a")
    assert b.beat() == 1
    assert [b.take({"x.id"}), b.take({"y.id"})] == [b"y\ny.id\n{}", b"x\nx.id\n{}"]
    assert (b.waiting(), b.hosts()) == (0, set())
