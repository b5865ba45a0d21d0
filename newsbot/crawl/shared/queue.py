"""scrapy-redis' queue as a shared crawl uses it: for articles, by their keys, a queue a host."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy_redis.queue import PriorityQueue

from newsbot.crawl.shared.entries import found_in
from newsbot.crawl.shared.ledger import Ledger
from newsbot.state import Known

if TYPE_CHECKING:
    from newsbot.crawl.spiders.portal import PortalSpider

_LOG = logging.getLogger(__name__)


class ArticleQueue(PriorityQueue):  # type: ignore[misc]
    """scrapy-redis' priority queue of articles, one a host, the newest of each first and hosts in turn; what is popped
    is noted as taken. Hosts that `passed` names when something is popped are passed over.

    `held` are the keys of what this process is at work on: where such an article comes again, because the process was
    silent for a while, it is its own again and is not asked for twice.
    """

    def __init__(
        self, ledger: Ledger, spider: PortalSpider, held: set[str], passed: Callable[[], Collection[str]]
    ) -> None:
        super().__init__(ledger.server, spider, ledger.queue.replace("%", "%%"))
        self._ledger = ledger
        self._held = held
        self._passed = passed

    def __len__(self) -> int:
        return self._ledger.waiting()

    def pop(self, timeout: int = 0) -> Request | None:
        passed = self._passed()
        while (entry := self._ledger.take(passed)) is not None:
            known = self._checked(entry)
            if known is None:
                self._ledger.drop(entry.partition(b"\n")[0])
            elif known.key not in self._held:
                self._held.add(known.key)
                return self.spider.articles.taken(known)  # type: ignore[no-any-return]
        return None

    def _checked(self, entry: bytes) -> Known | None:
        """The article of an entry, as this state knows it; None where there is nothing to do for it here."""
        store, portals = self.spider.store, {site.id for site in self.spider.sites}
        try:
            found = found_in(entry)
        except ValueError as error:
            self._left_out(str(error))
            return None
        if found.portal not in portals:
            self._left_out(f"{found.url} is of {found.portal}, not of this crawl")
            return None
        if store.state.known(found.key) is None:
            store.discovered([found])
        known = store.state.known(found.key)
        return None if known is None or is_own(known) else known

    def _left_out(self, reason: str) -> None:
        """Count and say what stands in the queue and is none of its articles."""
        _LOG.error("left out of the shared queue: %s", reason)
        self.spider.crawler.stats.inc_value("newsbot/shared/left_out")


def is_own(known: Known) -> bool:
    """Whether this state has an answer to the article: then it asks again itself, with what it knows."""
    was_asked = bool(known.attempts or known.revision or known.content_digest)
    return was_asked or known.status not in ("pending", "elsewhere")
