"""Discovery documents asked for and read: what they announce goes into the state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newsbot.crawl.figures import SITE
from newsbot.crawl.middlewares.host_gate import HostResting
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.spiders._targets import Site
from newsbot.discovery import (
    Child,
    Entry,
    Listing,
    ListingKind,
    Target,
    announced,
    article_key,
    article_links,
    belongs,
    child_within,
    next_page,
    plan,
    read_feed,
    read_index,
    read_robots,
    read_sitemap,
    usual_places,
    wanted,
    within,
)
from newsbot.normalizers.urls import clean_url
from newsbot.portals import host_of
from newsbot.snapshot import is_trouble
from newsbot.state import Found

if TYPE_CHECKING:
    from twisted.python.failure import Failure

    from newsbot.crawl.spiders._runner import Runner

NESTING = 3
"""Sitemap indexes inside sitemap indexes that are followed; the protocol allows none."""
MAX_DOCUMENTS = 5_000
"""Discovery documents of one site in one run."""


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
                yield from self._ask_target(target, frozenset())
        else:
            home = (
                site.home or f"https://{site.portal.domains[0].removeprefix('*.')}/"
                if site.portal
                else site.home
            )
            yield from self._ask(urljoin(home or "", "/robots.txt"), self._parse_robots, home=home)

    # a site that says itself what it offers

    def _parse_robots(self, response: Response, home: str) -> Iterator[Request]:
        sitemaps = read_robots(response.body, response.url).sitemaps if response.status == 200 else ()
        yield from self._follow([Child(url, "sitemap") for url in sitemaps], 1)
        yield from self._ask(home, self._parse_home, home=home, has_sitemaps=bool(sitemaps))

    def _parse_home(self, response: Response, home: str, has_sitemaps: bool) -> Iterator[Request]:
        self._take(article_links(response.body, response.url))
        children = announced(response.body, response.url)
        yield from self._follow(children or ([] if has_sitemaps else usual_places(home)), 1)

    # declared sources

    def _ask_target(self, target: Target, seen: frozenset[str]) -> Iterator[Request]:
        yield from self._ask(target.url, self._parse_target, target=target, seen=seen)

    def _parse_target(self, response: Response, target: Target, seen: frozenset[str]) -> Iterator[Request]:
        if target.kind != "index":
            yield from self._parse_child(response, target.kind, 1)
            return
        if response.status != 200:
            self._count(f"discovery/status_{response.status}")
            return
        portal = self._site.portal
        listing = read_index(response.body, response.url, target.source, portal, day=target.day)
        self._take(listing)
        turn = next_page(target, listing, seen, portal, self._since)
        if turn.problem:
            self._count(f"discovery/{turn.problem.code}")
        if turn.target:
            keys = frozenset(article_key(entry.url, portal) for entry in listing.entries)
            yield from self._ask_target(turn.target, seen | keys)

    def _follow(self, children: Iterable[Child], depth: int) -> Iterator[Request]:
        for child in children:
            if (
                depth <= NESTING
                and self._is_own(child.url)
                and child_within(child, self._since, self._spider.until)
            ):
                yield from self._ask(child.url, self._parse_child, kind=child.kind, depth=depth)

    def _parse_child(self, response: Response, kind: ListingKind, depth: int) -> Iterator[Request]:
        listing = self._read(response, kind)
        self._take(listing)
        yield from self._follow(listing.children, depth + 1)

    def _read(self, response: Response, kind: ListingKind) -> Listing:
        if response.status != 200:
            self._count(f"discovery/status_{response.status}")
            return Listing()
        if kind == "feed":
            return read_feed(response.body, response.url)
        if kind == "index":
            return read_index(response.body, response.url, None, self._site.portal)
        return read_sitemap(response.body, response.url)

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

    def _ask(self, url: str, callback: object, **known: object) -> Iterator[Request]:
        if url in self._asked:
            return
        if len(self._asked) >= MAX_DOCUMENTS:
            self._spider.gaps.add(self._site.id)
            return
        self._asked.add(url)
        self._spider.listing_opened()
        yield Request(
            url,
            callback=self._parsed,
            errback=self._failed,
            cb_kwargs={"read": callback, "known": known},
            meta={"newsbot_listing": True, SITE: self._site.id},
            priority=10,
            dont_filter=True,
        )

    def _parsed(self, response: Response, read: object, known: dict[str, object]) -> Iterator[Request]:
        if is_trouble(response.status):  # it may announce more
            self._spider.gaps.add(self._site.id)
        try:
            yield from read(response, **known)  # type: ignore[operator]
        finally:
            self._spider.listing_closed()

    def _failed(self, failure: Failure) -> Iterator[Request]:
        self._spider.listing_closed()
        is_refused = isinstance(failure.value, IgnoreRequest) and not isinstance(failure.value, HostResting)
        self._count("discovery/refused" if is_refused else "discovery/failed")
        if not is_refused:
            self._spider.gaps.add(self._site.id)
        request = failure.request  # type: ignore[attr-defined]
        self._spider.logger.warning("not read: %s: %s", request.url, failure.getErrorMessage())
        known = request.cb_kwargs["known"]
        if request.cb_kwargs["read"] == self._parse_robots:
            yield from self._ask(known["home"], self._parse_home, home=known["home"], has_sitemaps=False)
