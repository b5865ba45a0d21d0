"""Index pages: the rows that a portal's rule selects, else every link that is an article by the portal's rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice

from newsbot.discovery._addresses import domain_of
from newsbot.discovery._bytes import text_of_bytes, unpacked
from newsbot.discovery._dates import newest_first
from newsbot.discovery._html import MAX_LINKS, base_of, grouped, links_of, listed, open_page
from newsbot.discovery._json import read_json
from newsbot.discovery._model import Entry, Listing
from newsbot.discovery._problems import Tally
from newsbot.discovery.links import named_next, read_as_headlines
from newsbot.discovery.rules import belongs, is_article, looks_like_article, may_be_article
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node
from newsbot.portals import Portal, Source


def read_index(
    body: bytes,
    url: str,
    source: Source | None = None,
    portal: Portal | None = None,
    *,
    day: date | None = None,
    fetched_at: str | None = None,
    all_links: bool = False,
) -> Listing:
    """The articles that an index page lists, with the titles and dates beside them.

    `source` names the rows (`items`) and their dates (`item_date`); without it, and where its rule finds nothing
    (`items_unmatched`), every link counts that is an article by the portal's rules or, without a portal, by its
    looks; with `all_links` every one that is its own and that nothing speaks against. `day` is the day that the index
    is of: the date of a listed row that has none of its own. `fetched_at` dates "3 jam lalu". JSON (an application's
    payload) is read too. Never raises; `no_links` tells an empty page.
    """
    tally = Tally()
    data = unpacked(body, tally)
    reader = _Reader(url, portal, fetched_at, tally, all_links=all_links)
    if data[:200].lstrip()[:1] in (b"{", b"["):
        entries = reader.from_json(text_of_bytes(data))
        if not entries:
            tally.count("no_links", "no article in the JSON")
        return Listing(newest_first(entries, lambda entry: entry.date), [], tally.problems())
    page = open_page(data, url, tally)
    if page is None:
        return Listing([], [], tally.problems())
    entries, ruled = reader.from_page(page, source)
    unlike = [] if entries else reader.unlike(page)
    if source is not None and source.items and not ruled and entries:
        tally.count("items_unmatched", "; ".join(source.items))
    if not entries:
        tally.count("no_links", "no link of the page is an article's")
    if ruled and day is not None:
        entries = [replace(entry, date=entry.date or day.isoformat()) for entry in entries]
    found = newest_first(entries, lambda entry: entry.date)
    return Listing(found, named_next(page, url), tally.problems(), unlike)


class _Reader:
    """Reads one listing of one portal."""

    def __init__(
        self, url: str, portal: Portal | None, fetched_at: str | None, tally: Tally, *, all_links: bool
    ) -> None:
        self.url, self.portal, self.fetched_at, self.tally = url, portal, fetched_at, tally
        self.site = domain_of(url)
        self.all_links = all_links

    def accepts(self, address: str) -> bool:
        """Whether the address is an article of this portal or site."""
        if self.all_links:
            return self._is_own(address) and may_be_article(address)
        if self.portal is not None:
            return is_article(address, self.portal)
        return domain_of(address) == self.site and looks_like_article(address)

    def unlike(self, page: Page) -> list[str]:
        """The links of a page without articles that read like headlines."""
        own = grouped(
            links_of(page, "a"),
            base_of(page, self.url),
            self.portal,
            lambda address: self._is_own(address) and may_be_article(address),
            Tally(),  # of the same links it is told already
        )
        return read_as_headlines(own)

    def _is_own(self, address: str) -> bool:
        return belongs(address, self.portal) if self.portal else domain_of(address) == self.site

    def from_json(self, text: str) -> list[Entry]:
        """The articles of a JSON document."""
        return read_json(text, self.url, self.accepts, self.tally)

    def from_page(self, page: Page, source: Source | None) -> tuple[list[Entry], bool]:
        """The entries, and whether the source's own rule found them."""
        base = base_of(page, self.url)
        declared = self._dates(page, source)
        items = [node for rule in (source.items if source else ()) for node in page.select(rule)]
        anchors = [anchor for node in items[: MAX_LINKS + 1] if (anchor := _anchor(node)) is not None]
        linked = grouped(anchors, base, self.portal, self._may_be_listed, self.tally)
        ruled = bool(linked)
        if not ruled:
            linked = grouped(links_of(page, "a"), base, self.portal, self.accepts, self.tally)
        entries = listed(
            linked, self.url, "index", declared=declared, reference=self.fetched_at, tally=self.tally
        )
        if not entries:
            scripts = page.select("script[type='application/json']")
            entries = [entry for node in scripts for entry in self.from_json(node.text or "")]
        return entries, ruled

    def _may_be_listed(self, address: str) -> bool:
        """Of rows that a rule selects all count that are on the portal's hosts and not dropped: address forms change
        before rules do, and indexes list neighbours (kompas, 2017: kompas.tv, bolasport)."""
        return self.portal is None or belongs(address, self.portal)

    def _dates(self, page: Page, source: Source | None) -> set[Node]:
        found = (node for rule in (source.item_date if source else ()) for node in page.select(rule))
        return {node for node in found if not isinstance(node, str)}


def _anchor(node: Node) -> Node | None:
    """The link that a selected element is, stands in, or holds near its beginning."""
    if isinstance(node, str) or node.tag == "a":
        return None if isinstance(node, str) else node
    around = next(node.iterancestors("a"), None)
    if around is not None:
        return around
    return next((inner for inner in islice(node.iter(), 300) if inner.tag == "a" and inner.get("href")), None)
