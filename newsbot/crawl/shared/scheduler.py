"""The scheduler of a shared crawl: articles go through Redis, all else stays in the process.

Discovery documents are asked for once (`shared/documents.py`) and read by every process for itself: a list that one
process read dies with it. What they announce is offered to all, a batch in one step: each article is taken in once,
the queue of its host gives it to whoever is free. An article that this process has asked before, for its own state
knows the answer, is asked again by it alone.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar, cast

from redis import RedisError
from scrapy import Request
from scrapy.core.scheduler import Scheduler as OwnScheduler
from scrapy.dupefilters import BaseDupeFilter
from scrapy.exceptions import CloseSpider
from scrapy.utils.asyncio import create_looping_call
from scrapy.utils.misc import load_object
from scrapy_redis import connection
from scrapy_redis.scheduler import Scheduler as RedisScheduler

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import FINISHED, WRITE_FAILED
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.shared.documents import SharedReading
from newsbot.crawl.shared.entries import entry_of, score_of
from newsbot.crawl.shared.ledger import Ledger, gone
from newsbot.crawl.shared.queue import ArticleQueue, is_own
from newsbot.crawl.shared.texts import SharedTexts
from newsbot.durable.lines import write_whole
from newsbot.state import Done, Found, Known

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler

    from newsbot.crawl.hosts import Places
    from newsbot.crawl.spiders.portal import PortalSpider

LEASE = 120.0
"""Seconds without a sign of life after which what a process had taken is given to others (`NEWSBOT_SHARED_LEASE`)."""
KEEP = 600.0
"""Seconds for which a discovery document that one process has read is kept for the others."""
TAKEN = "newsbot_shared"
"""The request's meta key that says: taken from the queue; its retries and redirects are this process's own."""
_BEAT = 5.0
"""Seconds between two signs of life, at most."""
_AT_ONCE = 500
_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


class Scheduler(RedisScheduler):  # type: ignore[misc]
    """scrapy-redis' scheduler for articles, Scrapy's own for everything else.

    Settings: `REDIS_URL` and the others of scrapy-redis' connection, `NEWSBOT_SHARED_NAME` (with the portals, what the
    processes of one crawl have in common; default `newsbot`), `NEWSBOT_SHARED_LEASE`, `NEWSBOT_SHARED_DOCUMENTS`. The
    queue and the filter always outlive the run: `SCHEDULER_PERSIST` and `SCHEDULER_FLUSH_ON_START` have no effect.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(connection.from_settings(crawler.settings), persist=True)
        self.crawler = crawler
        self.own = _own_scheduler(crawler)
        self._held: set[str] = set()
        self._sealing: list[str] = []
        self._popped = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open(self, spider: PortalSpider) -> None:
        """Join the crawl: clear up what an earlier run of this state left, then give signs of life."""
        self.spider = spider
        settings, self.store = self.crawler.settings, context_of(self.crawler).store
        name = ":".join((settings.get("NEWSBOT_SHARED_NAME", "newsbot"), *sorted(self.store.portals)))
        lease = settings.getfloat("NEWSBOT_SHARED_LEASE", LEASE)
        member = _member(self.store.state.path)
        self.ledger = Ledger(self.server, name, member, lease)
        if keep := settings.getfloat("NEWSBOT_SHARED_DOCUMENTS", KEEP):
            largest = settings.getint("DOWNLOAD_MAXSIZE")
            context_of(self.crawler).documents = SharedReading(
                self.ledger, lease=lease, keep=keep, largest=largest
            )
        self.queue = ArticleQueue(self.ledger, spider, self._held, self._passed)
        self.own.open(spider)
        self._beats = create_looping_call(self._beat)
        try:
            self._clear_up()
            self.ledger.beat()
        except RedisError as error:
            self.store.failed = gone(error)
            _LOG.critical("the crawl does not begin: %s", self.store.failed)
            raise CloseSpider(WRITE_FAILED) from error
        context_of(self.crawler).lender = self
        self.store.before_commit.append(self._seal)
        self.store.after_commit.append(self._confirm)
        self.store.may_claim.append(self._claim)
        self.store.holder_among_all = SharedTexts(self.ledger).holder
        self._beats.start(min(lease / 4, _BEAT), now=False)

    def close(self, reason: str) -> None:
        """Leave the crawl: what is written is committed, what is left goes back into the queue."""
        if self._beats.running:
            self._beats.stop()
        self.own.close(reason)
        is_finished = reason == FINISHED
        for step in (
            self.store.sync,
            *([self._settle] if is_finished else ()),
            self.ledger.leave,
            self._tell,
        ):
            try:
                step()
            except (OSError, RedisError) as error:
                _LOG.warning("left the shared crawl without order, which the next run makes: %s", error)

    # requests

    def enqueue_request(self, request: Request) -> bool:
        """Keep the request: what is for all never becomes one before it is taken."""
        return self.own.enqueue_request(request)

    def lend(self, articles: list[Known]) -> list[Known]:
        """Offer articles to all; those that are this process's own."""
        offered = [(one.key, entry_of(one), score_of(one)) for one in articles if not is_own(one)]
        self._safely(lambda: self.ledger.offer(offered), otherwise=0)
        return [one for one in articles if is_own(one)]

    def waiting(self) -> int:
        """How many articles stand in the queues."""
        return self._safely(self.ledger.waiting, otherwise=0)

    def next_request(self) -> Request | None:
        """The next of the process's own, else an article from the queue of a host that has room."""
        if (request := self.own.next_request()) or self._has_enough():
            return request
        take = super().next_request
        return self._safely(lambda: self._taken(take()), otherwise=None)

    def _passed(self) -> set[str]:
        """The hosts of which this process takes nothing now: those that hold as many places as they may, and those that
        it leaves alone, whose articles are for others."""
        downloader = cast("Places", self.crawler.engine.downloader)
        full = {host for host in downloader.held if not downloader.has_room(host)}
        return full | self._closed()

    def _closed(self) -> set[str]:
        gate = context_of(self.crawler).gate
        return {host.name for host in gate.hosts.values() if host.closed} if gate else set()

    def _taken(self, request: Request | None) -> Request | None:
        if request is not None:
            request.meta[TAKEN] = True
            self._popped += 1
            self._count("taken")
        return request

    def has_pending_requests(self) -> bool:
        """Whether there is or may be more to do: another process that ends early leaves what it had taken.

        Scrapy asks when nothing is on its way. What is taken then and has no answer is of a host that rests for this
        process: it leaves, so that others get those articles.
        """
        if self.own.has_pending_requests():
            return True
        return not self._has_enough() and self._safely(self._may_come, otherwise=False)

    def _may_come(self) -> bool:
        answered = sum(key in self._held for key in self.store.unsaved())
        if self.ledger.held() > answered:
            return False
        return bool(self.ledger.hosts() - self._closed()) or self.ledger.held_by_others() > 0

    def _has_enough(self) -> bool:
        limit = self.spider.limit
        return self.store.failed is not None or (limit is not None and self._popped >= limit)

    def __len__(self) -> int:
        return len(self.own) + len(self.queue)

    def _safely(self, step: Callable[[], _T], otherwise: _T) -> _T:
        """A Redis that is gone ends the run as a disk that is gone does: what was committed is safe."""
        try:
            return step()
        except RedisError as error:
            stop(self.crawler, gone(error))
        except OSError as error:
            stop(self.crawler, error)
        return otherwise

    # what is taken, and what is safe

    def _beat(self) -> None:
        if given_back := self._safely(self.ledger.beat, otherwise=0):
            _LOG.warning("a process of the shared crawl is silent: others get %d articles of it", given_back)
            self._count("given_back", given_back)

    def _seal(self) -> None:
        self._sealing = [key for key in self.store.unsaved() if key in self._held]
        try:
            is_sealed = self.ledger.seal(self._sealing)
        except RedisError as error:
            raise gone(error) from error
        if not is_sealed:
            raise OSError("this process was silent for longer than its lease and others have its articles")

    def _claim(self, found: Found) -> bool:
        """Take an article that another's address led to, unless somebody has it or it stands in the queue."""
        known = self.store.state.known(found.key)
        if known is not None and is_own(known):
            return True
        step = partial(self.ledger.reserve, found.key, entry_of(found))
        if is_taken := self._safely(step, otherwise=False):
            self._held.add(found.key)
        return is_taken

    def _confirm(self) -> None:
        try:
            self.ledger.confirm(self._sealing)
        except RedisError as error:
            raise gone(error) from error
        self._held.difference_update(self._sealing)

    def _clear_up(self) -> None:
        """Decide what an earlier run of this state left open: its state knows what is in its files."""
        again = self.ledger.give_back()
        for key, entry in self.ledger.sealed().items():
            known = self.store.state.known(key)
            if known is not None and is_own(known):
                self.ledger.confirm([key])
            else:
                self.ledger.unseal(key, entry)
                again += 1
        if again:
            self.store.notices.append(
                f"an earlier run ended early: {again} articles are back in the shared queue"
            )

    def _settle(self) -> None:
        """Say in the state of what others have done, or have taken, that it is done elsewhere. What waits in the queue
        stays pending: a Redis that loses its keys loses it."""
        state, waiting = self.store.state, self.ledger.waiting_keys()
        for keys in _in_lots(state.left(self.store.portals)):
            unknown = (key for key in keys if key not in waiting)
            strangers = [key for key in unknown if (known := state.known(key)) and not is_own(known)]
            elsewhere = self.ledger.seen_among(strangers)
            state.commit([Done(key, "elsewhere") for key in elsewhere], [])

    def _tell(self) -> None:
        if waiting := len(self.queue):
            self.store.notices.append(f"{waiting} articles are left in the shared queue")
        if sealed := self.ledger.sealed_by_others():
            self.store.notices.append(
                f"{sealed} articles are in doubt until the process that had them is started again on its folder"
            )

    def _count(self, name: str, by: int = 1) -> None:
        self.crawler.stats.inc_value(f"newsbot/shared/{name}", by)


def _own_scheduler(crawler: Crawler) -> OwnScheduler:
    settings = crawler.settings
    return OwnScheduler(
        BaseDupeFilter(),  # listings are told apart by the spider, articles by the state
        mqclass=load_object(settings["SCHEDULER_MEMORY_QUEUE"]),
        stats=crawler.stats,
        pqclass=load_object(settings["SCHEDULER_PRIORITY_QUEUE"]),
        crawler=crawler,
    )


def _member(state: Path) -> str:
    """The name under which the runs of this state are known to the others; it stands beside the state."""
    file = state.with_name(state.name + ".member")
    if not file.exists():
        write_whole(file, uuid.uuid4().hex + "\n")
    return file.read_text("ascii").strip()


def _in_lots(keys: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
