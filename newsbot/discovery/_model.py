"""What discovery gives: announced articles, further documents to ask for, and what was wrong with a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from newsbot.items import Discovery, Problem

ListingKind = Literal["news_sitemap", "sitemap", "feed", "index", "link"]
"""Where an article was announced; `link` is a link of a site that no portal declares."""

LOT = 25_000
"""Entries of one document that are read at once: two seconds of work, where a document has ten."""
ALLOWED = 50_000
"""Entries of one document that the sitemap protocol allows."""
MAX_ENTRIES = 200_000
"""Entries of one document that are read in all: sites that write their own sitemaps know no limit."""
MAX_BYTES = 60_000_000
"""Bytes of one document after decompression; the sitemap protocol allows 50 MB."""
MAX_URL = 2_000
"""Characters of an address; longer ones are traps or session data."""
MAX_TEXT = 500
"""Characters kept of a title, a caption or a keyword."""
MAX_LIST = 100
"""Pictures or keywords kept of one entry."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a sitemap or a feed names for an article."""

    url: str
    title: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One announced article.

    `url` is absolute http(s) without a fragment, `source` the address of the document that announced it. `date` is
    the stated publication and `lastmod` the stated change, ISO 8601, with an offset only where one is known;
    `date_raw` is the publication as written. `publication` and `language` are what a news sitemap says of them.
    """

    url: str
    source: str
    kind: ListingKind
    lastmod: str | None = None
    date: str | None = None
    date_raw: str | None = None
    title: str | None = None
    images: tuple[Picture, ...] = ()
    keywords: tuple[str, ...] = ()
    publication: str | None = None
    language: str | None = None

    @property
    def discovery(self) -> Discovery:
        """What the article's record says of how it was found."""
        return Discovery(self.kind, self.source, self.lastmod, self.title, self.date)


@dataclass(frozen=True, slots=True)
class Child:
    """A further document to ask for: a sitemap of an index, an announced feed, the next page of an index."""

    url: str
    kind: ListingKind
    lastmod: str | None = None


_READ_ALL_THE_SAME = frozenset(("feed_links_home",))
"""Errors of a document that came whole."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one document gave: `entries` newest first, `children` newest first, and its problems. Of a page that lists
    nothing, `unlike` has the links that read like headlines and do not look like articles."""

    entries: list[Entry] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)

    has_more: bool = False
    """Whether the document has a further lot of entries that can be read."""

    @property
    def fault(self) -> str | None:
        """Why the document cannot be taken for read: it came torn, empty, or as something else; None where it was."""
        faults = (one.code for one in self.problems if one.severity == "error")
        return next((code for code in faults if code not in _READ_ALL_THE_SAME), None)
