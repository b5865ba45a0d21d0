"""Which discovery documents of a site are asked for: its sources, what they lead to, and what was not read before."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from scrapy import Request
from scrapy.http import Response

from newsbot.crawl.asked import FROM_ANOTHER, asked_first
from newsbot.crawl.context import context_of
from newsbot.crawl.failures import ROBOTS, failure_name, is_refusal
from newsbot.crawl.figures import SITE
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.servers import HostResting
from newsbot.crawl.spiders._announcing import Announcements
from newsbot.crawl.spiders._documents import NOTHING, Document, Documents, kind_of, said_of_nothing
from newsbot.crawl.spiders._reading import read_document
from newsbot.crawl.spiders._targets import Site
from newsbot.discovery import (
    Child,
    Entry,
    LeftOut,
    Listing,
    Target,
    article_key,
    children_within,
    next_page,
    plan,
    stranger,
    usual_places,
)
from newsbot.state.unread import NOT_ASKED

if TYPE_CHECKING:
    from twisted.python.failure import Failure

    from newsbot.crawl.spiders._runner import Runner

NESTING = 3
"""Sitemap indexes inside sitemap indexes that are followed; the protocol allows none."""


class Discoverer:
    """Asks for the discovery documents of one site and hands what they announce to the spider's store.

    What could not be read is noted as such and asked for again by later runs. Where that cannot be, the site is added
    to the spider's `look_back`: then the next run looks as far back as this one.
    """

    def __init__(self, spider: Runner, site: Site) -> None:
        self._spider = spider
        self._site = site
        self._since = spider.first_day(site)
        self._documents = Documents(spider.store.state, site.id)
        self._announcements = Announcements(spider, site)
        self._dropped = spider.dropped

    def start(self) -> Iterator[Request]:
        """The first requests: the portal's declared sources, else what the site itself announces; and what earlier runs
        could not read."""
        site, spider = self._site, self._spider
        if site.article:
            self._announcements.announce([Entry(url=site.article, source=site.article, kind="link")])
            return
        if site.portal and site.portal.sources:
            for target in plan(site.portal, self._since, spider.until, spider.today()):
                yield from self._ask_target(target)
        else:
            url, home = urljoin(self._home, "/robots.txt"), self._home
            yield from self._ask(
                Document(url=url, kind="robots", since=self._since, source=home, is_probe=True)
            )
        yield from self._again()

    @property
    def _home(self) -> str:
        """The front page of a site that says itself what it offers."""
        site = self._site
        if site.home or site.portal is None:
            return site.home or ""
        return f"https://{site.portal.domains[0].removeprefix('*.')}/"

    def _again(self) -> Iterator[Request]:
        """What earlier runs could not read and this one does not ask for anyway."""
        portal = self._site.portal
        for one in self._documents.due():
            if one.kind == "index" and one.day and portal:
                day = date.fromisoformat(one.day)
                same_day = plan(portal, day, day, self._spider.today())
                target = next((target for target in same_day if target.url == one.url), None)
                if target:
                    yield from self._ask_target(target)
                    continue
            elif (kind := kind_of(one)) and not self._stranger(one.url):
                yield from self._ask(Document(url=one.url, kind=kind, since=self._since, depth=one.depth))
                continue
            # the declaration has changed since: as a gap that nobody can close it would be an alarm for ever
            self._count("discovery/no_longer_declared")
            self._spider.logger.warning(
                "asked for no more, for the portal declares it no longer: %s", one.url
            )
            self._note(self._documents.read, one.url)

    # what a document gives

    async def _parsed(self, response: Response, document: Document) -> AsyncIterator[Request]:
        try:
            following: list[Request] = []
            codes: dict[str, None] = {}
            fault = None
            async for listing, choice in read_document(self._spider, self._site, response, document):
                codes.update((problem.code, None) for problem in listing.problems)
                fault = fault or listing.fault or said_of_nothing(document, listing)
                self._announcements.note_outrun(document.kind, document.url, choice)
                if not await self._announcements.take(document.source, choice):
                    return
                following += self._next(document, listing)
            self._share(response, is_read=listing.fault is None)
            for code in codes:
                self._count(f"discovery/{code}")
            if fault:
                self._not_read(document, fault)
            elif not any(one.cb_kwargs["document"].chain for one in following):
                self._note(self._documents.read, document.chain or document.url)
            for request in following:
                yield request
        finally:
            self._spider.listing_closed()

    def _next(self, document: Document, listing: Listing) -> Iterator[Request]:
        """What is to be asked for after a document, read or not."""
        children = listing.children
        if document.kind == "robots":
            yield from self._follow(children, document, document.depth)
            home = Document(
                url=self._home,
                kind="home",
                since=document.since,
                source=document.source,
                has_sitemaps=bool(children),
            )
            yield from self._ask(home)
        elif document.kind == "home":
            usual = [] if document.has_sitemaps else usual_places(self._home)
            yield from self._follow(children or usual, document, document.depth, are_probes=not children)
        elif document.target and document.kind == "index":
            yield from self._turn(document, document.target, listing)
        else:
            yield from self._follow(children, document, document.depth + 1)

    def _turn(self, document: Document, target: Target, listing: Listing) -> Iterator[Request]:
        """The next page of an index."""
        portal = self._site.portal
        turn = next_page(target, listing, document.seen, portal, document.since)
        if turn.problem:
            self._count(f"discovery/{turn.problem.code}")
        if turn.target:
            keys = frozenset(article_key(entry.url, portal) for entry in listing.entries)
            following = replace(
                document,
                url=turn.target.url,
                target=turn.target,
                chain=document.chain or document.url,
                seen=document.seen | keys,
            )
            yield from self._ask(following)

    def _follow(
        self, children: Iterable[Child], parent: Document, depth: int, *, are_probes: bool = False
    ) -> Iterator[Request]:
        children = list(children)
        followed = {child.url for child in children_within(children, parent.since, self._spider.until)}
        looked = self._look([child for child in children if child.url not in followed], parent, depth)
        for child in children:
            reason = "nested_too_deep" if depth > NESTING else self._stranger(child.url)
            if reason:
                self._dropped.left_out(self._site.id, parent.source, {reason: LeftOut.of([child.url])})
                continue
            within_days = child.url in followed
            if not within_days:
                self._dropped.spared(self._site.id, parent.source)
                self._count("older_sitemaps", int(child.url != looked))
            if within_days or child.url == looked or self._documents.is_due(child.url):
                document = Document(
                    url=child.url,
                    kind=child.kind,
                    since=parent.since,
                    source=parent.source,
                    depth=depth,
                    is_probe=are_probes,
                )
                yield from self._ask(document)

    def _look(self, older: list[Child], index: Document, depth: int) -> str | None:
        """One sitemap more, of those that the run's own window leaves alone; of one that was asked for, none."""
        since, spider = index.since, self._spider
        if since is None or spider.since or spider.until or depth > NESTING:
            return None
        try:
            own = [child for child in older if not self._stranger(child.url)]
            return self._documents.look(own, since, spider.store.run)
        except OSError as error:
            stop(spider.crawler, error)
            return None

    def _share(self, response: Response, *, is_read: bool) -> None:
        """Give a document that was read well to the other processes of a shared crawl."""
        documents = context_of(self._spider.crawler).documents
        if documents is None or response.request is None or FROM_ANOTHER in response.flags:
            return
        url = asked_first(response.request)
        if not is_read:
            documents.was_not_read(url)
        elif not documents.was_read(url, response):
            self._spider.crawler.stats.inc_value("newsbot/shared/documents_too_large")

    # what is not read

    def _not_read(self, document: Document, fault: str) -> None:
        if not document.is_probe or (fault not in _NOTHING_THERE and document.kind != "robots"):
            self._dropped.spared(self._site.id, document.source)
            self._note(self._documents.failed, document, fault)

    def _note(self, step: Callable[..., None], *arguments: object) -> None:
        try:
            step(*arguments)
        except OSError as error:
            self._spider.look_back.add(self._site.id)
            stop(self._spider.crawler, error)

    def _stranger(self, url: str) -> str | None:
        """Why an address is not the site's."""
        return stranger(url, self._site.portal, self._site.home)

    def _count(self, name: str, by: int = 1) -> None:
        self._spider.count(name, self._site.id, by)

    # asking

    def _ask_target(self, target: Target) -> Iterator[Request]:
        source = target.source.url
        yield from self._ask(
            Document(url=target.url, kind=target.kind, since=self._since, source=source, target=target)
        )

    def _ask(self, document: Document) -> Iterator[Request]:
        if not self._documents.take(document.url):
            if self._documents.is_full:
                self._spider.look_back.add(self._site.id)
                self._dropped.spared(self._site.id, document.source)
                self._dropped.left_out(self._site.id, "", {"too_many_documents": LeftOut.of([document.url])})
            return
        since = self._documents.since(document.chain or document.url, document.since)
        self._spider.listing_opened()
        yield Request(
            document.url,
            callback=self._parsed,
            errback=self._failed,
            cb_kwargs={"document": replace(document, since=since)},
            meta={"newsbot_listing": True, SITE: self._site.id},
            priority=10,
            dont_filter=True,
        )

    def _failed(self, failure: Failure) -> Iterator[Request]:
        self._spider.listing_closed()
        name = failure_name(failure.value)
        if isinstance(failure.value, HostResting):
            fault = NOT_ASKED
        else:
            fault = "refused" if is_refusal(failure.value) and name != ROBOTS else name
        self._count(f"discovery/{fault}")
        request: Request = failure.request  # type: ignore[attr-defined]
        if documents := context_of(self._spider.crawler).documents:
            documents.was_not_read(asked_first(request))
        self._spider.logger.warning("not read: %s: %s", request.url, failure.getErrorMessage())
        document: Document = request.cb_kwargs["document"]
        self._not_read(document, fault)
        if document.kind == "robots":
            yield from self._next(document, Listing())


_NOTHING_THERE = frozenset(
    ("status_404", "status_410", "refused", ROBOTS, "leads_home", "not_a_sitemap", "not_a_feed", *NOTHING)
)
"""What an address answers that somebody guessed."""
