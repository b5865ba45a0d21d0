"""Several processes share a crawl through a real Redis; they are killed, stopped, cut off, and all is there once."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest
from redis import Redis

from newsbot.crawl.shared.ledger import Ledger
from newsbot.loopback import LoopbackServer
from newsbot.loopback.reply import Reply
from tests.crawl.runs import key_of, records

from .running import PATIENCE, needs_redis, redis_server, wait_for
from .sharing import Watched, end_lease, ids, process, run, said, wait_until_asked

pytestmark = needs_redis
STORIES = 100
DOCUMENT = (Path(__file__).parents[2] / "docs" / "scheduling.md").read_text("utf-8")
TOGETHER = next(
    code for code in re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL) if "together.py" in code
)


@pytest.fixture
def url(tmp_path):
    with redis_server(tmp_path / "redis") as address:
        yield address


def everything(site):
    return Counter(key_of(story) for story in site.stories())


def crawl_together(server, url, folder, site):
    """A whole crawl by two processes that both have a part in it: none is answered before both have asked."""
    for who in ("a", "b"):
        site.shut(who)
    with process(server, url, folder, "a") as a, process(server, url, folder, "b") as b:
        for who in ("a", "b"):
            wait_until_asked(site, who, 1)
        for who in ("a", "b"):
            site.gates[who].set()
        assert (a.wait(PATIENCE), b.wait(PATIENCE)) == (0, 0), said(folder, "a") + said(folder, "b")


def test_two_processes_share_a_crawl_and_the_next_runs_ask_for_nothing(tmp_path, url):
    site = Watched(articles=STORIES)
    with LoopbackServer(site) as server:
        crawl_together(server, url, tmp_path, site)
        assert ids(tmp_path, "a", "b") == everything(site)
        assert ids(tmp_path, "a")
        assert ids(tmp_path, "b")
        site.asked.clear()
        again = [run(server, url, tmp_path, who) for who in ("a", "b")]
    assert [(one.code, one.report["left_pending"]) for one in again] == [(0, 0), (0, 0)]
    assert not site.asked


def test_article_to_which_addresses_of_two_processes_lead_is_read_once(tmp_path, url):
    site = Watched(articles=2)
    target = "/read/2026/11/01/00000999/kabar-baru"
    page = site.answer(site.stories()[0].path, "http://127.0.0.1", {})
    site.instead = {story.path: [Reply(302, headers={"Location": target})] for story in site.stories()}
    site.instead[target] = [page]
    with LoopbackServer(site) as server:
        first = run(server, url, tmp_path, "a", "--limit", "1")
        second = run(server, url, tmp_path, "b")
    assert (first.report["moved"], second.report["moved"]) == (1, 1)
    assert ids(tmp_path, "a", "b").total() == 1
    assert second.report["left_pending"] == 0


@pytest.mark.parametrize("articles", [3, 70])
def test_killed_process_loses_and_doubles_nothing(tmp_path, url, articles):
    site = Watched(articles=STORIES)
    site.shut("b")
    with LoopbackServer(site) as server, process(server, url, tmp_path, "b") as b:
        with process(server, url, tmp_path, "a") as a:
            wait_until_asked(site, "b", 1)
            wait_until_asked(site, "a", articles)
            assert a.poll() is None
            a.send_signal(signal.SIGKILL)
            a.wait(PATIENCE)
        end_lease(url, tmp_path, "a")
        site.gates["b"].set()
        assert b.wait(PATIENCE) == 0, said(tmp_path, "b")
        assert "others get" in said(tmp_path, "b")
        back = run(server, url, tmp_path, "a")
    assert back.code == 0, back.said
    assert ids(tmp_path, "a", "b") == everything(site)


def test_all_processes_killed_and_started_again(tmp_path, url):
    site = Watched(articles=STORIES)
    with LoopbackServer(site) as server:
        for articles in (10, 45):
            with process(server, url, tmp_path, "a") as a, process(server, url, tmp_path, "b") as b:
                wait_for(lambda n=articles: sum(map(len, site.asked.values())) >= n, f"{articles} articles")
                for one in (a, b):
                    one.send_signal(signal.SIGKILL)
                    one.wait(PATIENCE)
        with process(server, url, tmp_path, "a") as a, process(server, url, tmp_path, "b") as b:
            assert (a.wait(PATIENCE), b.wait(PATIENCE)) == (0, 0), said(tmp_path, "a") + said(tmp_path, "b")
    assert ids(tmp_path, "a", "b") == everything(site)


KILLED = """
import os, signal
import newsbot.crawl.shared.ledger, newsbot.state.database
home, name, moment, turn = {moment!r}.split(",")
home = {{"Ledger": newsbot.crawl.shared.ledger.Ledger, "State": newsbot.state.database.State}}[home]
step, turns = getattr(home, name), [0]
def fatal(*args, **kwargs):
    turns[0] += name != "commit" or bool(list(args[1]))
    if moment == "before" and turns[0] == int(turn):
        os.kill(os.getpid(), signal.SIGKILL)
    answer = step(*args, **kwargs)
    if moment == "after" and turns[0] == int(turn):
        os.kill(os.getpid(), signal.SIGKILL)
    return answer
setattr(home, name, fatal)
"""


@pytest.mark.parametrize(
    "moment",
    [
        "Ledger,offer,before,1",  # in the state, not in the queue
        "Ledger,offer,after,1",
        "Ledger,offer,after,2",
        "Ledger,take,after,30",  # taken, not asked for
        "State,commit,before,2",  # sealed, not in the state
        "State,commit,after,2",  # in the state, not confirmed
        "Ledger,confirm,after,2",
    ],
)
def test_killed_between_any_two_steps(tmp_path, url, moment):
    site = Watched(articles=STORIES)
    with LoopbackServer(site) as server:
        with process(server, url, tmp_path, "a", before=KILLED.format(moment=moment)) as a:
            assert a.wait(PATIENCE) == -signal.SIGKILL, said(tmp_path, "a")
        end_lease(url, tmp_path, "a")
        other = run(server, url, tmp_path, "b")
        assert other.code == 0, other.said
        assert any("in doubt" in note for note in other.report["notices"]) == ("State" in moment)
        back = run(server, url, tmp_path, "a")
        assert back.code == 0, back.said
        # what only the killed process could tell is done by it or by whoever comes next
        last = run(server, url, tmp_path, "b")
    assert ids(tmp_path, "a", "b") == everything(site)
    assert (last.report["left_pending"], last.report["notices"]) == (0, [])


def test_process_that_was_silent_too_long_throws_its_work_away(tmp_path, url):
    site = Watched(articles=STORIES)
    site.shut("a")
    with LoopbackServer(site) as server:
        with process(server, url, tmp_path, "a") as a:
            wait_until_asked(site, "a", 2)
            a.send_signal(signal.SIGSTOP)
            end_lease(url, tmp_path, "a")
            other = run(server, url, tmp_path, "b")
            site.gates["a"].set()
            a.send_signal(signal.SIGCONT)
            assert a.wait(PATIENCE) == 1
        assert "silent for longer than its lease" in said(tmp_path, "a")
        assert other.code == 0, other.said
        assert ids(tmp_path, "b") == everything(site)
        assert run(server, url, tmp_path, "a").code == 0
    assert ids(tmp_path, "a", "b") == everything(site)


def test_process_that_was_silent_and_takes_its_own_articles_again_asks_for_them_once(tmp_path, url):
    site = Watched(articles=STORIES)
    site.shut("a")
    with LoopbackServer(site) as server, Redis.from_url(url) as redis:
        with process(server, url, tmp_path, "a") as a:
            wait_until_asked(site, "a", 5)
            a.send_signal(signal.SIGSTOP)
            end_lease(url, tmp_path, "a")
            other = Ledger(redis, "newsbot:loopback", "another", lease=60)
            assert other.beat() >= 5
            other.leave()
            site.gates["a"].set()
            a.send_signal(signal.SIGCONT)
            a.wait(PATIENCE)
        assert run(server, url, tmp_path, "a").code == 0
    assert ids(tmp_path, "a") == everything(site)


def test_host_that_refuses_one_process_is_left_to_the_others(tmp_path, url):
    site = Watched(articles=STORIES)  # more than two processes ask for before they leave a host alone
    site.refused = {"a", "b"}
    with LoopbackServer(site) as server:
        with process(server, url, tmp_path, "a") as a, process(server, url, tmp_path, "b") as b:
            assert (a.wait(PATIENCE), b.wait(PATIENCE)) == (1, 1), said(tmp_path, "a") + said(tmp_path, "b")
        first = said(tmp_path, "a") + said(tmp_path, "b")
        site.refused = {"a"}
        runs = [run(server, url, tmp_path, who) for who in ("a", "b")]
        site.refused = set()
        runs += [run(server, url, tmp_path, who, "--since", "2026-11-01") for who in ("a", "b")]
    assert [one.code for one in runs] == [1, 0, 0, 0]
    assert "articles are left in the shared queue" in first
    read = [record for who in ("a", "b") for record in records(tmp_path / who) if record["kind"] == "article"]
    assert Counter(record["id"] for record in read) == everything(site)


def test_redis_that_goes_away_ends_the_run_and_the_next_goes_on(tmp_path):
    site = Watched(articles=STORIES)
    with LoopbackServer(site) as server, ExitStack() as kept:
        url = kept.enter_context(redis_server(tmp_path / "redis"))
        with process(server, url, tmp_path, "a") as a:
            wait_until_asked(site, "a", 30)
            site.shut("a")
            kept.close()
            site.gates.pop("a").set()
            assert a.wait(PATIENCE) == 1
        assert "the Redis of the shared crawl: " in said(tmp_path, "a")
        assert "What was committed is safe" in said(tmp_path, "a")
        with redis_server(tmp_path / "redis") as url:
            back = run(server, url, tmp_path, "a")
    assert back.code == 0, back.said
    assert ids(tmp_path, "a") == everything(site)


def test_what_a_process_did_it_asks_for_again_itself(tmp_path, url):
    site = Watched(articles=30, changed=5)
    with LoopbackServer(site) as server:
        crawl_together(server, url, tmp_path, site)
        first = {who: set(ids(tmp_path, who)) for who in ("a", "b")}
        site.edition = 1
        for who in ("a", "b"):
            assert run(server, url, tmp_path, who, "--mode", "changed").code == 0
    edited = {key_of(site.story(number)) for number in range(30) if number % 5 == 3}
    for who, had in first.items():
        assert {key for key, times in ids(tmp_path, who).items() if times == 2} == edited & had
    assert sum(ids(tmp_path, "a", "b").values()) == 30 + len(edited) + site.fresh


def test_limit_leaves_the_rest_to_others(tmp_path, url):
    """All is announced at once: the second process finds the first one's articles the newest."""
    site = Watched(articles=20)
    with LoopbackServer(site) as server:
        news = [{"kind": "news_sitemap", "url": f"{server.base}/sitemap-news.xml"}]
        for who in ("a", "b"):
            few = run(server, url, tmp_path, who, "--limit", "5", sources=news)
            assert sum(ids(tmp_path, who).values()) == 5, few.said
        rest = run(server, url, tmp_path, "b")
    assert rest.code == 0
    assert ids(tmp_path, "a", "b") == everything(site)


def test_entries_that_are_no_articles_are_left_out(tmp_path, url):
    site = Watched(articles=5)
    foreign = [
        b"\x80\x05pickle",
        "kunci\n{}",
        'x\ncontoh.id\n{"portal": "lain", "url": "file:///etc/passwd", "discovery": 1}',
    ]
    with Redis.from_url(url) as redis:
        redis.zadd("newsbot:loopback:requests:contoh.id", dict.fromkeys(foreign, 0))
        redis.zadd("newsbot:loopback:hosts", {"contoh.id": 0})
    with LoopbackServer(site) as server:
        done = run(server, url, tmp_path, "a")
    assert done.code == 0, done.said
    assert done.said.count("left out of the shared queue") == len(foreign)
    assert ids(tmp_path, "a") == everything(site)


def test_redis_that_lost_its_keys_loses_no_article_and_what_is_doubled_is_taken_out(tmp_path, url):
    site = Watched(articles=40)
    with LoopbackServer(site) as server:
        for who in ("a", "b"):
            assert run(server, url, tmp_path, who, "--limit", "15").code == 0
        with Redis.from_url(url) as redis:
            redis.flushall()
        for who in ("a", "b"):
            assert run(server, url, tmp_path, who).code == 0
    both = ids(tmp_path, "a", "b")
    assert both.keys() == everything(site).keys()
    assert both.total() > 40
    line = [sys.executable, "-c", TOGETHER, str(tmp_path / "a" / "out"), str(tmp_path / "b" / "out")]
    lines = subprocess.run(line, capture_output=True, text=True, check=True).stdout.splitlines()
    assert Counter(json.loads(line)["id"] for line in lines) == everything(site)
