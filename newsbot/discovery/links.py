"""What a page of an unknown site offers: links that look like articles, and the feeds and sitemaps it announces."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from newsbot.discovery._addresses import domain_of, link
from newsbot.discovery._dates import newest_first
from newsbot.discovery._html import Linked, base_of, grouped, links_of, listed, open_page
from newsbot.discovery._model import Child, Listing, ListingKind
from newsbot.discovery._problems import Tally
from newsbot.discovery.rules import is_headline, looks_like_article, may_be_article
from newsbot.pages.addresses import split_address
from newsbot.pages.page import Page

_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml"))
_FEED_PATH = re.compile(r"/(?:rss|feed)/?$|/(?:rss|feed)[^/]*\.xml$|\.rss$", re.IGNORECASE)
_SITEMAP_PATH = re.compile(r"/[^/]*sitemap[^/]*\.xml(?:\.gz)?$", re.IGNORECASE)
_MAX_ANNOUNCED = 200
_USUAL: tuple[tuple[str, ListingKind], ...] = (
    ("/sitemap_news.xml", "news_sitemap"),
    ("/sitemap-news.xml", "news_sitemap"),
    ("/news-sitemap.xml", "news_sitemap"),
    ("/sitemap_index.xml", "sitemap"),
    ("/sitemap.xml", "sitemap"),
    ("/feed/", "feed"),
    ("/rss", "feed"),
)


def article_links(
    body: bytes, url: str, *, fetched_at: str | None = None, all_links: bool = False
) -> Listing:
    """The links of a page that stay on its site (its other hosts included) and look like articles, with their texts
    as titles and the dates beside them; with `all_links` those that nothing speaks against. Never raises; problems are
    those of a page that is none, and `no_links`.
    """
    tally = Tally()
    page = open_page(body, url, tally)
    if page is None:
        return Listing([], [], tally.problems())
    site = domain_of(url)
    own = grouped(
        links_of(page, "a"),
        base_of(page, url),
        None,
        lambda address: domain_of(address) == site and may_be_article(address),
        tally,
    )
    looks = _anything if all_links else looks_like_article
    outside = [one for one in own if looks(one.url, one.title or "", in_menu=one.in_menu)]
    # a menu that holds everything is none: broken markup puts the whole page into it (otosia, 2020)
    linked = outside or [one for one in own if looks(one.url, one.title or "")]
    entries = listed(linked, url, "link", declared=set(), reference=fetched_at, tally=tally)
    if not entries:
        tally.count("no_links", "no link of the page looks like an article's")
    found = newest_first(entries, lambda entry: entry.date)
    return Listing(found, named_next(page, url), tally.problems(), [] if entries else read_as_headlines(own))


def _anything(url: str, text: str = "", *, in_menu: bool = False) -> bool:
    """A link outside of menus, whatever its address."""
    return not in_menu and bool(url or text)


def read_as_headlines(linked: list[Linked]) -> list[str]:
    """The addresses of the links whose texts are long enough for headlines, outside of menus."""
    return [one.url for one in linked if is_headline(one.title or "") and not one.in_menu]


def named_next(page: Page, url: str) -> list[Child]:
    """The next page that an index names with `rel="next"`, on its own site and not itself."""
    base = base_of(page, url)
    for node in links_of(page, "link", "a"):
        if "next" not in (node.get("rel") or "").lower().split():
            continue
        address = link(node.get("href"), base)
        if address and address != link(url) and domain_of(address) == domain_of(url):
            return [Child(address, "index")]
    return []


def announced(body: bytes, url: str) -> list[Child]:
    """The feeds and sitemaps that an HTML page names, in its head (`rel=alternate`, `rel=sitemap`) or by links."""
    page = open_page(body, url, Tally())
    if page is None:
        return []
    base = base_of(page, url)
    found: dict[str, Child] = {}
    for node in links_of(page, "link", "a"):
        address = link(node.get("href"), base)
        kind = _announced_kind(node.tag, node.get("rel") or "", node.get("type") or "", address)
        if address and kind and len(found) < _MAX_ANNOUNCED:
            found.setdefault(address, Child(address, kind))
    own = [child for child in found.values() if domain_of(child.url) == domain_of(url)]
    return sorted(own, key=lambda child: child.kind == "feed")


def _announced_kind(tag: str, rel: str, mime: str, address: str | None) -> ListingKind | None:
    path = split_address(address).path
    rels = rel.lower().split()
    if tag == "link":
        if "sitemap" in rels:
            return "sitemap"
        is_comments = "/comments/" in path
        kind = mime.partition(";")[0].strip().lower()
        return "feed" if "alternate" in rels and kind in _FEED_TYPES and not is_comments else None
    if _SITEMAP_PATH.search(path):
        return "sitemap"
    return "feed" if _FEED_PATH.search(path) else None


def usual_places(url: str) -> list[Child]:
    """Where sites commonly keep sitemaps and feeds: guesses for a site that announces none."""
    return [Child(urljoin(url, path), kind) for path, kind in _USUAL]
