"""What a document announces is taken in lot by lot: however much it is, nobody waits for all of it."""

import asyncio
import signal
from datetime import date
from types import SimpleNamespace

import pytest

from newsbot.crawl.dropped import Dropped
from newsbot.crawl.spiders._announcing import LOT, Announcements
from newsbot.crawl.spiders._targets import Site
from newsbot.discovery import Choice, Entry
from newsbot.loopback import LoopbackServer
from newsbot.loopback import Site as Portal
from tests.crawl.runs import begun, crawl

SITEMAP = "https://contoh.id/sitemap.xml"


@pytest.fixture
def spider():
    """One that writes down whose turn it was."""
    turns = []

    def discovered(found):
        turns.append(len(list(found)))
        return turns[-1], turns[-1]

    store = SimpleNamespace(discovered=discovered, tell=lambda *_, **__: None)

    def count(*_):
        return None

    days = {"since": None, "until": None}
    return SimpleNamespace(
        store=store,
        turns=turns,
        count=count,
        dropped=Dropped(count),
        is_ending=False,
        today=date.today,
        **days,
    )


def announced(number):
    return Choice(
        [Entry(url=f"https://contoh.id/{n}", source=SITEMAP, kind="sitemap") for n in range(number)]
    )


async def taken_beside(spider, number, other):
    """Whether all was taken, while somebody else wants the loop as well."""
    task = asyncio.ensure_future(other())
    try:
        return await Announcements(spider, Site("contoh.id")).take("", announced(number))
    finally:
        task.cancel()


def test_others_have_their_turn_after_each_lot(spider):
    async def other():
        while True:
            spider.turns.append("other")
            await asyncio.sleep(0)

    assert asyncio.run(taken_beside(spider, 2 * LOT + 1, other))
    assert spider.turns == [LOT, "other", LOT, "other", 1, "other"]


def test_crawl_that_is_told_to_end_takes_no_further_lot(spider):
    async def other():
        spider.is_ending = True

    assert not asyncio.run(taken_beside(spider, 2 * LOT, other))
    assert spider.turns == [LOT]


TOLD_TO_END = """
import os, signal
import newsbot.crawl.spiders._announcing
from newsbot.crawl.store import Store
newsbot.crawl.spiders._announcing.LOT = 10
discovered = Store.discovered
def told(*arguments):
    os.kill(os.getpid(), signal.SIGTERM)
    Store.discovered = discovered
    return discovered(*arguments)
Store.discovered = told
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals between processes are POSIX'")
def test_signal_ends_a_run_within_a_long_sitemap_and_the_next_one_has_all_of_it(tmp_path):
    with LoopbackServer(Portal(articles=600)) as server:
        everything = [{"kind": "sitemap", "url": f"{server.base}/sitemap-semua.xml.gz"}]
        code = begun(server.base, tmp_path, sources=everything, before=TOLD_TO_END).wait()
        again = crawl(server.base, tmp_path, sources=everything, options=("--limit", "1"))
    assert code == 1
    assert again.report["discovered"] == 600
    assert 0 < again.report["never_seen"] < 600
