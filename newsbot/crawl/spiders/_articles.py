"""Articles as the state has them pending: asked for, and what each answer is handed to the outcomes as."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from scrapy import Request
from scrapy.http import Response

from newsbot.crawl.context import context_of
from newsbot.crawl.failures import EMPTY, failure_name, is_refusal
from newsbot.crawl.fetched import Fetched, snapshot_of
from newsbot.crawl.figures import SITE, count
from newsbot.crawl.lanes import Lanes
from newsbot.crawl.middlewares.meta_refresh import LeadsOffSite
from newsbot.crawl.middlewares.redirects import LeadsAstray
from newsbot.crawl.outcomes import Outcomes
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.servers import HostResting
from newsbot.discovery import (
    Entry,
    article_key,
    domain_of,
    is_article,
    is_home,
    looks_like_article,
    within,
)
from newsbot.items import Discovery
from newsbot.normalizers.urls import clean_url
from newsbot.portals import host_of, registry
from newsbot.snapshot import has_page, is_gone
from newsbot.state import Found, Known, Mode

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from newsbot.crawl.store import Store

_POLL = 0.05
_CONDITIONS = frozenset((b"If-None-Match", b"If-Modified-Since"))
"""Headers without which nobody is told that a page is as it was."""


class Articles:
    """The articles of one run: at most `limit`, published from `since` to `until`."""

    def __init__(
        self,
        crawler: Crawler,
        store: Store,
        outcomes: Outcomes,
        mode: Mode,
        days: tuple[date | None, date | None],
        limit: int | None,
    ) -> None:
        self._crawler = crawler
        self._store = store
        self._outcomes = outcomes
        self._mode = mode
        self._days = days
        self._limit = limit
        self._lanes = Lanes(store, crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"))
        self._fetching = 0
        self._taken = 0

    async def requests(self, may_more_come: Callable[[], bool]) -> AsyncIterator[Request]:
        """Requests for what is pending, until nothing is and no more may come."""
        while self._limit is None or self._taken < self._limit:
            batch = self._take(self._room())
            for known in self._own([one for one in batch if self._in_window(one)]):
                yield self.taken(known)
            if not batch and not may_more_come() and not self._fetching:
                return
            # others have their turn too where all of a batch is lent
            await asyncio.sleep(0 if batch else _POLL)

    def _room(self) -> int | None:
        """How many articles more are to be asked for, beside those that already wait outside of this process."""
        if self._limit is None:
            return None
        lender = context_of(self._crawler).lender
        waiting = 0 if lender is None else lender.waiting()
        return max(0, self._limit - self._taken - waiting)

    def _own(self, batch: list[Known]) -> list[Known]:
        """What of a batch this process asks for itself: all but in a shared crawl."""
        lender = context_of(self._crawler).lender
        return batch if lender is None else lender.lend(batch)

    def taken(self, known: Known) -> Request:
        """The request of an article that is to be asked for."""
        self._fetching += 1
        self._taken += 1
        self._lanes.begun(known)
        return self._request(known)

    def _ended(self, known: Known) -> None:
        self._fetching -= 1
        self._lanes.ended(known)

    def _take(self, limit: int | None) -> list[Known]:
        try:
            return [] if self._store.failed else self._lanes.take(limit)
        except OSError as error:
            stop(self._crawler, error)
            return []

    def _in_window(self, known: Known) -> bool:
        """Whether a pending article of an earlier run lies in this run's window."""
        found = known.discovery
        entry = Entry(
            url=known.url, source=found.url or "", kind="link", lastmod=found.lastmod, date=found.date
        )
        return within(entry, *self._days)

    def _request(self, known: Known) -> Request:
        headers = {}
        if self._mode == "changed" and known.revision:
            pairs = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
            headers = {name: value for name, value in pairs.items() if value}
        return Request(
            known.url,
            callback=self._answered,
            errback=self._failed,
            headers=headers,
            cb_kwargs={"known": known},
            meta={"newsbot_revision": known.revision, SITE: known.portal},
            dont_filter=True,
        )

    # what comes

    def _answered(self, response: Response, known: Known) -> Iterator[Fetched]:
        """One article page, whatever its status; the pipelines make a record of it."""
        self._ended(known)
        count(self._crawler, "fetched", known.portal)
        try:
            yield from self._judged(response, known)
        except OSError as error:
            stop(self._crawler, error)

    def _judged(self, response: Response, known: Known) -> Iterator[Fetched]:
        snapshot, outcomes = snapshot_of(response), self._outcomes
        if response.status == 304 and response.request and _CONDITIONS & set(response.request.headers):
            outcomes.not_modified(known, snapshot)
        elif is_gone(response.status):
            outcomes.gone(known, snapshot, "gone", f"status {response.status}")
        elif name := _without_page(response):
            outcomes.failed(known, name)
        elif is_home(response.url) and not is_home(known.url):
            outcomes.gone(known, snapshot, "home", "leads to the front page")
        elif (key := self._key_of(response, known)) is None:
            outcomes.refused(known, "off_site", f"leads to {host_of(response.url)}", was_asked=True)
        elif key != known.key and _is_detour(response.url, known):
            outcomes.gone(
                known, snapshot, "elsewhere", f"leads to {response.url[:200]}, which is no article's"
            )
        elif response.request is not None and (key == known.key or self._is_new(response, known, key)):
            yield Fetched(
                key, replace(snapshot, discovery=self._announced(known, response.url)), response.request
            )

    @staticmethod
    def _key_of(response: Response, known: Known) -> str | None:
        """The key of the article that came; None where the address led to another site."""
        if response.request is None or not response.request.meta.get("redirect_urls"):
            return known.key
        url, portal = response.url, registry().get(known.portal)
        if registry().match(url) is not portal or (not portal and domain_of(url) != domain_of(known.url)):
            return None
        return article_key(url, portal)

    def _announced(self, known: Known, final: str) -> Discovery:
        """What announced an article, as it is known by now, and the address that was asked where that is another than
        the one that came."""
        latest = self._store.state.known(known.key)
        discovery = (latest or known).discovery
        if (clean_url(final) or final) == known.url:
            return discovery
        return replace(discovery, announced_url=known.url)

    def _is_new(self, response: Response, known: Known, key: str) -> bool:
        """Whether the article to which another's address led is to be read here: once, by the first that leads there.

        Its row is there before the other's is closed, so that a kill between the two leaves it pending.
        """
        found = Found(key, known.portal, response.url, self._announced(known, response.url))
        is_new = self._store.claim(found)
        self._outcomes.moved(known, key)
        return is_new

    def _failed(self, failure: Failure) -> None:
        """An article that could not be had: refused, failed, or left for another run."""
        known = cast("Request", failure.request).cb_kwargs["known"]  # type: ignore[attr-defined]
        self._ended(known)
        try:
            self._told(failure, known)
        except OSError as error:
            stop(self._crawler, error)

    def _told(self, failure: Failure, known: Known) -> None:
        reason, outcomes = failure.getErrorMessage(), self._outcomes
        if isinstance(failure.value, HostResting):
            if self._is_dead_end(failure):
                outcomes.failed(known, "dead_end", f"leads to a host that is left alone: {reason}")
            else:
                outcomes.resting(known)
        elif isinstance(failure.value, LeadsOffSite):
            outcomes.refused(known, "off_site", reason, was_asked=True)
        elif is_refusal(failure.value):
            outcomes.refused(known, failure_name(failure.value), reason, was_asked=_was_asked(failure))
        else:
            outcomes.failed(known, failure_name(failure.value), reason)

    def _is_dead_end(self, failure: Failure) -> bool:
        """Whether the article's own host answers, and leads to one that is asked nothing more."""
        gate, request = context_of(self._crawler).gate, cast("Request", failure.request)  # type: ignore[attr-defined]
        return gate is not None and gate.answerable(request).closed is None


def _without_page(response: Response) -> str | None:
    """Why an answer has no page: it is busy, broken or to nobody's question, or there is not a byte in it."""
    if not has_page(response.status):
        return f"status_{response.status}"
    return EMPTY if not response.body and response.status < 400 else None


def _is_detour(url: str, known: Known) -> bool:
    """Whether an article's address led to a page that is none by its address: a question for cookies, a section."""
    portal = registry().get(known.portal)
    before, after = (
        looks_like_article(one) or (portal is not None and is_article(one, portal))
        for one in (known.url, url)
    )
    return before and not after


def _was_asked(failure: Failure) -> bool:
    """Whether the article's own server had a question before the one that was not to be asked: it redirected."""
    request = cast("Request", failure.request)  # type: ignore[attr-defined]
    return isinstance(failure.value, LeadsAstray) or bool(request.meta.get("redirect_urls"))
