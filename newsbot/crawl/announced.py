"""What a discovery document announces, made ready for the state where documents are read: beside the crawl's own loop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from newsbot.discovery import (
    DocumentKind,
    Entry,
    LeftOut,
    Listing,
    article_key,
    read_and_choose,
    within,
)
from newsbot.normalizers.urls import clean_url
from newsbot.portals import Portal, Source, registry
from newsbot.state import Found

LOT = 500
"""Announcements that are taken into the state at once: between two lots all other hosts have their turn."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom a document is asked: a site by its id, `portal` being its portal's and `home` its front page where no
    portal declares it; `source` and `day` are those of a declared index, `since` and `until` the run's days."""

    site: str
    portal: str | None = None
    home: str | None = None
    source: Source | None = None
    day: date | None = None
    since: date | None = None
    until: date | None = None
    all_links: bool = False


@dataclass(frozen=True, slots=True)
class Announced:
    """The articles that lie in the run's window, the addresses of those that do not, and what rules leave out."""

    inside: list[Found] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    dropped: dict[str, LeftOut] = field(default_factory=dict)

    def lots(self) -> Iterator[list[Found]]:
        """The articles, `LOT` at a time."""
        for start in range(0, len(self.inside), LOT):
            yield self.inside[start : start + LOT]


def read_announced(kind: DocumentKind, body: bytes, url: str, asked: Asked) -> tuple[Listing, Announced]:
    """What a document says, and what of it is to be fetched. Pure, and never raises on content."""
    listing, choice = read_and_choose(
        kind, body, url, asked.portal, asked.source, asked.day, asked.home, asked.all_links
    )
    portal = registry().get(asked.portal) if asked.portal else None
    announced = Announced(dropped=choice.dropped)
    for entry in choice.taken:
        if within(entry, asked.since, asked.until):
            announced.inside.append(found_of(entry, asked.site, portal))
        else:
            announced.outside.append(entry.url)
    return listing, announced


def found_of(entry: Entry, site: str, portal: Portal | None) -> Found:
    """An announced article as the state takes it."""
    url = clean_url(entry.url) or entry.url
    return Found(
        article_key(entry.url, portal), site, url, entry.discovery, entry.date or entry.lastmod or ""
    )
