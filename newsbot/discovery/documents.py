"""One discovery document of any kind, read by its name: what a crawl hands to the process that reads for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from newsbot.discovery._html import open_page
from newsbot.discovery._model import Child, Listing, ListingKind
from newsbot.discovery._problems import Tally
from newsbot.discovery.choosing import Choice, choose
from newsbot.discovery.feeds import read_feed
from newsbot.discovery.indexes import read_index
from newsbot.discovery.links import announced, article_links
from newsbot.discovery.robots import read_robots
from newsbot.discovery.sitemaps import read_sitemap
from newsbot.extractors.walls import blocked
from newsbot.items import Problem
from newsbot.portals import Source, registry

DocumentKind = Literal["news_sitemap", "sitemap", "feed", "index", "link", "robots", "home"]
"""What a document is read as: a listing, or what a site that no portal declares says of itself."""


def read_document(
    kind: ListingKind | DocumentKind,
    body: bytes,
    url: str,
    portal: str | None = None,
    source: Source | None = None,
    day: date | None = None,
    *,
    all_links: bool = False,
    lot: int = 0,
) -> Listing:
    """What the document at `url` announces; `portal` is an id, `source` and `day` are those of a declared index. With
    `all_links` links of pages count whatever they look like. Of a sitemap or feed of more than 25,000 entries it is the
    `lot` of that number.

    Pure, and never raises on content. The children of a robots.txt are its sitemaps, those of a front page the feeds
    and sitemaps that it names.
    """
    if kind == "robots":
        return Listing(children=[Child(one, "sitemap") for one in read_robots(body, url).sitemaps])
    if kind == "home":
        return _unless_challenge(
            replace(article_links(body, url, all_links=all_links), children=announced(body, url)), body, url
        )
    if kind == "feed":
        return read_feed(body, url, lot)
    if kind in ("index", "link"):
        known = registry().get(portal) if portal else None
        return _unless_challenge(
            read_index(body, url, source, known, day=day, all_links=all_links), body, url
        )
    return read_sitemap(body, url, lot)


def read_and_choose(
    kind: ListingKind | DocumentKind,
    body: bytes,
    url: str,
    portal: str | None,
    source: Source | None,
    day: date | None,
    home: str | None,
    all_links: bool,
    lot: int = 0,
) -> tuple[Listing, Choice]:
    """What a document announces, and what of it is to be fetched. Of the listing only that of an index keeps its
    entries, by which its next page is told: a sitemap may have 50,000."""
    listing = read_document(kind, body, url, portal, source, day, all_links=all_links, lot=lot)
    choice = choose(listing, registry().get(portal) if portal else None, home, all_links=all_links)
    return (listing if kind == "index" else replace(listing, entries=[], unlike=[])), choice


def _unless_challenge(listing: Listing, body: bytes, url: str) -> Listing:
    """A page that lists nothing may be one that asks whether a person reads it."""
    page = None if listing.entries else open_page(body, url, Tally())
    if page is None or (sign := blocked(page, 200)) is None:
        return listing
    return replace(listing, problems=[*listing.problems, Problem("challenge", None, "error", sign)])
