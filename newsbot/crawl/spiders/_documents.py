"""The discovery documents of one site in one run: which are asked for, from which day on, and which were not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from newsbot.crawl.failures import ROBOTS
from newsbot.crawl.store import now
from newsbot.discovery import Child, DocumentKind, Listing, Target, older_children
from newsbot.state import State, Unread

MAX_DOCUMENTS = 5_000
"""Discovery documents of one site in one run."""
NOTHING = frozenset(("no_links", "no_entries"))
"""What is said of a document that came whole and names nothing."""
SOFT = NOTHING | {ROBOTS}
"""Faults that may be none: the index of a day without articles, a sitemap without addresses, and what robots.txt keeps
for the site's own. All are asked for again, for any of them may be wrong for a day, and alarm nobody."""
_KINDS = frozenset(get_args(DocumentKind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document to ask for.

    What it names is followed from the day `since` on. `source` names the place that the portal declares, or the site
    that declares none, under which it was found; empty where that is not known any more. `depth` counts the sitemaps
    around it, `target` is what a declared one is. A further page of an index has the address of the first one as
    `chain`, and the keys of what the earlier ones announced as `seen`. `is_probe` is a guess: where there is nothing,
    nothing is missing.
    """

    url: str
    kind: DocumentKind
    since: date | None = None
    source: str = ""
    depth: int = 1
    target: Target | None = None
    chain: str = ""
    seen: frozenset[str] = frozenset()
    is_probe: bool = False
    has_sitemaps: bool = False
    """Of a front page: whether the site's robots.txt names sitemaps."""


class Documents:
    """Those of one site. What was not read by earlier runs is asked for again where its pause is over, from the day on
    from which it was asked for then. All but `take` and `due` raise OSError where the state cannot be written."""

    def __init__(self, state: State, site: str) -> None:
        self._state = state
        self._site = site
        self._unread = {one.url: one for one in state.unread.of(site)}
        self._asked: set[str] = set()
        self.is_full = False
        """Whether there were more than `MAX_DOCUMENTS`."""

    def since(self, url: str, since: date | None) -> date | None:
        """From which day on a document is to be followed: as the run asks, or as earlier runs had to and could not."""
        known = self._unread.get(url)
        if known is None or since is None:
            return since
        return min(since, date.fromisoformat(known.since)) if known.since else None

    def is_due(self, url: str) -> bool:
        """Whether an earlier run could not read the document, and it is its turn again."""
        known = self._unread.get(url)
        return known is not None and not known.is_given_up and known.is_due(now())

    def due(self) -> Iterator[Unread]:
        """All whose turn it is."""
        return (one for one in list(self._unread.values()) if self.is_due(one.url))

    def look(self, children: Iterable[Child], since: date, run: int) -> str | None:
        """The one of an index' older sitemaps that a run looks at all the same, each in its turn; None where it asks
        for all of them anyway."""
        older = (child.url for child in older_children(children, since))
        left = [url for url in older if url not in self._asked and not self.is_due(url)]
        return self._state.older.take(self._site, left, run)

    def take(self, url: str) -> bool:
        """Whether the document is to be asked for: once, and up to the bound."""
        if url in self._asked:
            return False
        if len(self._asked) >= MAX_DOCUMENTS:
            self.is_full = True
            return False
        self._asked.add(url)
        return True

    def failed(self, document: Document, reason: str) -> None:
        """Note that a document was not read, and why."""
        url, target, since = document.chain or document.url, document.target, document.since
        one = Unread(
            self._site,
            url,
            document.kind,
            reason,
            day=target.day.isoformat() if target and target.day else None,
            depth=document.depth,
            since=since.isoformat() if since else None,
            is_soft=reason in SOFT,
        )
        self._unread[url] = self._state.unread.failed(one, now())

    def read(self, url: str) -> None:
        """Note that a document was read to its end, or is asked for no more."""
        if self._unread.pop(url, None):
            self._state.unread.read(self._site, url)


def kind_of(unread: Unread) -> DocumentKind | None:
    """What a document of an earlier run is read as; None where this version knows no such kind."""
    return unread.kind if unread.kind in _KINDS else None  # type: ignore[return-value]


def said_of_nothing(document: Document, listing: Listing) -> str | None:
    """The word for a document that came whole and names nothing, where it should name something: the first page of a
    dated index, a sitemap, a feed."""
    target = document.target
    if document.kind in _PAGES and not (target and target.day and target.turn == 1 and not listing.entries):
        return None
    return next((one.code for one in listing.problems if one.code in NOTHING), None)


_PAGES = frozenset(("index", "home", "robots"))
