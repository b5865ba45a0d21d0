"""Which articles wait in memory: a share for each host."""

import pytest

from newsbot.crawl.lanes import IN_HAND, Lanes
from newsbot.crawl.store import Store
from newsbot.items import Discovery
from newsbot.state import Found, queue_of


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path, tmp_path / "state.sqlite", "new", ["contoh"], {})
    yield opened
    opened.abandon()


def announce(store, host, count, day="2026-11-01"):
    said = Discovery("sitemap", f"https://{host}/sitemap.xml", date=day)
    store.discovered(
        Found(f"{host}/{day}/{n}", "contoh", f"https://{host}/{day}/{n}", said, day) for n in range(count)
    )


def begun(lanes, limit=None):
    """The hosts of what is to be asked for now, which is asked for."""
    found = lanes.take(limit)
    for known in found:
        lanes.begun(known)
    return [queue_of(known)[1] for known in found]


def test_host_with_many_new_articles_leaves_room_for_others(store):
    announce(store, "besar.id", 500, "2026-11-02")
    announce(store, "kecil.id", 5, "2026-11-01")
    found = begun(Lanes(store, 1))
    assert (found.count("besar.id"), found.count("kecil.id")) == (IN_HAND // 2, 5)


def test_host_alone_has_all_the_room(store):
    announce(store, "besar.id", 500)
    assert begun(Lanes(store, 1)) == ["besar.id"] * IN_HAND


def test_host_that_does_not_answer_gets_no_more_and_the_other_does(store):
    announce(store, "diam.id", 500)
    announce(store, "baik.id", 500)
    lanes = Lanes(store, 1)
    first = lanes.take(None)
    for known in first:
        lanes.begun(known)
    for known in first:
        if queue_of(known)[1] == "baik.id":
            lanes.ended(known)
    assert set(begun(lanes)) == {"baik.id"}


def test_host_has_in_hand_what_it_may_be_asked_at_once(store):
    for number in range(40):
        announce(store, f"h{number}.id", 60)
    assert begun(Lanes(store, 16)).count("h0.id") == 32


def test_limit_takes_the_newest_of_all_hosts(store):
    announce(store, "lama.id", 5, "2026-10-01")
    announce(store, "baru.id", 5, "2026-11-01")
    assert begun(Lanes(store, 1), 5) == ["baru.id"] * 5


def test_what_a_limit_cut_off_is_taken_the_next_time(store):
    announce(store, "a.id", 3, "2026-11-01")
    announce(store, "b.id", 2, "2026-10-01")
    lanes = Lanes(store, 1)
    assert [begun(lanes, 2) for _ in range(4)] == [["a.id"] * 2, ["a.id", "b.id"], ["b.id"], []]


def test_host_without_more_is_looked_at_again_when_something_is_announced(store):
    announce(store, "a.id", 1, "2026-11-01")
    lanes = Lanes(store, 1)
    assert [begun(lanes), begun(lanes)] == [["a.id"], []]
    announce(store, "a.id", 1, "2026-11-02")
    assert begun(lanes) == ["a.id"]


def test_date_to_come_is_no_newer_than_the_day_that_the_state_took_it_for(store):
    said = Discovery("feed", "https://nanti.id/rss", date="2100-01-01")
    store.discovered([Found("nanti", "contoh", "https://nanti.id/1", said, "2026-11-01")])
    announce(store, "kini.id", 1, "2026-11-02")
    assert begun(Lanes(store, 1), limit=1) == ["kini.id"]
