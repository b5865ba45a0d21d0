"""Discovery documents asked for and read: what they announce goes into the state."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newsbot.crawl.context import context_of
from newsbot.crawl.figures import SITE
from newsbot.crawl.middlewares.host_gate import HostResting
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.spiders._targets import Site
from newsbot.discovery import (
    Child,
    DocumentKind,
    Entry,
    Listing,
    Target,
    article_key,
    belongs,
    child_within,
    next_page,
    plan,
    read_document,
    usual_places,
    wanted,
    within,
)
from newsbot.items import Problem
from newsbot.normalizers.urls import clean_url
from newsbot.portals import host_of
from newsbot.snapshot import is_trouble
from newsbot.state import Found
from newsbot.workers.crew import Lost

if TYPE_CHECKING:
    from twisted.python.failure import Failure

    from newsbot.crawl.spiders._runner import Runner

NESTING = 3
"""Sitemap indexes inside sitemap indexes that are followed; the protocol allows none."""
MAX_DOCUMENTS = 5_000
"""Discovery documents of one site in one run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document to ask for. `depth` counts the sitemaps around it, `target` is what a declared one is, `seen` the
    keys of what its chain of index pages has announced."""

    url: str
    kind: DocumentKind
    depth: int = 1
    target: Target | None = None
    seen: frozenset[str] = frozenset()
    has_sitemaps: bool = False
    """Of a front page: whether the site's robots.txt names sitemaps."""


class Discoverer:
    """Asks for the discovery documents of one site and hands what they announce to the spider's store."""

    def __init__(self, spider: Runner, site: Site) -> None:
        self._spider = spider
        self._site = site
        self._since = spider.first_day(site)
        self._asked: set[str] = set()

    def start(self) -> Iterator[Request]:
        """The first requests: the portal's declared sources, else what the site itself announces."""
        site, spider = self._site, self._spider
        if site.article:
            self._announce([Entry(url=site.article, source=site.article, kind="link")])
        elif site.portal and site.portal.sources:
            for target in plan(site.portal, self._since, spider.until, spider.today()):
                yield from self._ask(Document(url=target.url, kind=target.kind, target=target))
        else:
            yield from self._ask(Document(url=urljoin(self._home, "/robots.txt"), kind="robots"))

    @property
    def _home(self) -> str:
        """The front page of a site that says itself what it offers."""
        site = self._site
        if site.home or site.portal is None:
            return site.home or ""
        return f"https://{site.portal.domains[0].removeprefix('*.')}/"

    # what a document gives

    async def _parsed(self, response: Response, document: Document) -> AsyncIterator[Request]:
        try:
            if is_trouble(response.status):  # it may announce more
                self._spider.gaps.add(self._site.id)
            listing = await self._read(response, document)
            self._take(listing)
            for request in self._next(document, listing):
                yield request
        finally:
            self._spider.listing_closed()

    async def _read(self, response: Response, document: Document) -> Listing:
        if response.status != 200:
            if document.kind != "robots":
                self._count(f"discovery/status_{response.status}")
            return Listing()
        portal, target = self._site.portal, document.target
        known = (portal and portal.id, target and target.source, target and target.day)
        arguments = (document.kind, response.body, response.url, *known)
        listing = await context_of(self._spider.crawler).reader.ask(read_document, *arguments)
        if isinstance(listing, Lost):
            self._spider.logger.warning("not read: %s: %s", response.url, listing.detail)
            self._spider.gaps.add(self._site.id)
            return Listing(problems=[Problem(listing.reason, None, "error", listing.detail)])
        return listing

    def _next(self, document: Document, listing: Listing) -> Iterator[Request]:
        """What is to be asked for after a document, read or not."""
        children = listing.children
        if document.kind == "robots":
            yield from self._follow(children, document.depth)
            yield from self._ask(Document(url=self._home, kind="home", has_sitemaps=bool(children)))
        elif document.kind == "home":
            usual = [] if document.has_sitemaps else usual_places(self._home)
            yield from self._follow(children or usual, document.depth)
        elif document.target and document.kind == "index":
            yield from self._turn(document, document.target, listing)
        else:
            yield from self._follow(children, document.depth + 1)

    def _turn(self, document: Document, target: Target, listing: Listing) -> Iterator[Request]:
        """The next page of an index."""
        portal = self._site.portal
        turn = next_page(target, listing, document.seen, portal, self._since)
        if turn.problem:
            self._count(f"discovery/{turn.problem.code}")
        if turn.target:
            keys = frozenset(article_key(entry.url, portal) for entry in listing.entries)
            following = replace(document, url=turn.target.url, target=turn.target, seen=document.seen | keys)
            yield from self._ask(following)

    def _follow(self, children: Iterable[Child], depth: int) -> Iterator[Request]:
        for child in children:
            if (
                depth <= NESTING
                and self._is_own(child.url)
                and child_within(child, self._since, self._spider.until)
            ):
                yield from self._ask(Document(url=child.url, kind=child.kind, depth=depth))

    # what is announced

    def _take(self, listing: Listing) -> None:
        for problem in listing.problems:
            self._count(f"discovery/{problem.code}")
        spider, portal = self._spider, self._site.portal
        own = [entry for entry in listing.entries if self._is_own(entry.url) and wanted(entry, portal)]
        entries = [entry for entry in own if within(entry, spider.since, spider.until)]
        if cut := len(own) - len(entries):
            self._count("outside_window", cut)
        self._announce(entries)

    def _announce(self, entries: list[Entry]) -> None:
        try:
            asked, fresh = self._spider.store.discovered(self._found(entry) for entry in entries)
        except OSError as error:
            self._spider.gaps.add(self._site.id)
            stop(self._spider.crawler, error)
            return
        self._count("discovered", len(entries))
        self._count("asked", asked)
        self._count("never_seen", fresh)

    def _found(self, entry: Entry) -> Found:
        key = article_key(entry.url, self._site.portal)
        url = clean_url(entry.url) or entry.url
        return Found(key, self._site.id, url, entry.discovery, entry.date or entry.lastmod or "")

    def _is_own(self, url: str) -> bool:
        """Whether an address is the site's: of the portal's hosts, or of the one host that was named."""
        portal = self._site.portal
        if portal:
            return belongs(url, portal)
        own, other = (host.removeprefix("www.") for host in (host_of(self._site.home), host_of(url)))
        return other == own or other.endswith(f".{own}")

    def _count(self, name: str, by: int = 1) -> None:
        self._spider.count(name, self._site.id, by)

    # asking

    def _ask(self, document: Document) -> Iterator[Request]:
        if document.url in self._asked:
            return
        if len(self._asked) >= MAX_DOCUMENTS:
            self._spider.gaps.add(self._site.id)
            return
        self._asked.add(document.url)
        self._spider.listing_opened()
        yield Request(
            document.url,
            callback=self._parsed,
            errback=self._failed,
            cb_kwargs={"document": document},
            meta={"newsbot_listing": True, SITE: self._site.id},
            priority=10,
            dont_filter=True,
        )

    def _failed(self, failure: Failure) -> Iterator[Request]:
        self._spider.listing_closed()
        is_refused = isinstance(failure.value, IgnoreRequest) and not isinstance(failure.value, HostResting)
        self._count("discovery/refused" if is_refused else "discovery/failed")
        if not is_refused:
            self._spider.gaps.add(self._site.id)
        request = failure.request  # type: ignore[attr-defined]
        self._spider.logger.warning("not read: %s: %s", request.url, failure.getErrorMessage())
        document: Document = request.cb_kwargs["document"]
        if document.kind == "robots":
            yield from self._next(document, Listing())
