"""An extension for crawls of the tests: pages are read only when no more are on their way, one at a time."""

import asyncio
import json
import weakref
from pathlib import Path

from scrapy import signals

from newsbot.crawl.context import context_of

_TURNS = 200
"""Turns of the event loop in which nothing was on its way."""


class SlowReader:
    """Notes in the folder that SLOW_READER names how many pages waited at most, of each host and of all, in which order
    the hosts were served, and how many of the answers are still in memory when the crawl ends."""

    def __init__(self, crawler):
        self._crawler = crawler
        self._note = Path(crawler.settings["SLOW_READER"])
        self._waiting = []
        self._most = {}
        self._bodies = []
        crawler.signals.connect(self._opened, signal=signals.spider_opened)
        crawler.signals.connect(self._received, signal=signals.response_received)
        crawler.signals.connect(self._closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler):
        return cls(crawler)

    def _opened(self):
        reader = context_of(self._crawler).reader
        self._read, reader.read = reader.read, self._slowly
        self._task = asyncio.ensure_future(self._let_go())

    def _received(self, response):
        self._bodies.append(weakref.ref(response))

    async def _slowly(self, snapshot):
        host = snapshot.url.split("/")[2]
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append((host, turn))
        hosts = [one for one, _ in self._waiting]
        for name, number in ((host, hosts.count(host)), ("all", len(hosts))):
            self._most[name] = max(self._most.get(name, 0), number)
        await turn
        return await self._read(snapshot)

    async def _let_go(self):
        quiet = 0
        while True:
            await asyncio.sleep(0)
            quiet = 0 if self._crawler.engine.downloader.active else quiet + 1
            if quiet >= _TURNS and self._waiting:
                self._waiting.pop(0)[1].set_result(None)
                quiet = 0

    def _closed(self):
        self._task.cancel()
        alive = sum(one() is not None for one in self._bodies)
        self._note.write_text(json.dumps({"most": self._most, "answers": len(self._bodies), "alive": alive}))
