"""What a crawl is asked for, by name or by address, as sites."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from newsbot.discovery import is_article
from newsbot.portals import Portal, host_of, registry


@dataclass(frozen=True, slots=True)
class Site:
    """One thing to crawl: a portal, one article of it, or a site that no portal declares. `id` is the portal's, else
    the host."""

    id: str
    portal: Portal | None = None
    home: str | None = None
    article: str | None = None


def sites_of(portals: str, urls: str) -> list[Site]:
    """The sites of comma-separated portal ids and addresses.

    Raises ValueError for an id that no portal has, for what is no http address, and where nothing is named.
    """
    sites = [_portal(name) for name in _words(portals)] + [_address(url) for url in _words(urls)]
    if not sites:
        raise ValueError("name a portal or an address: -a portal=ID, -a url=https://...")
    return list({(site.id, site.home, site.article): site for site in sites}.values())


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


def _portal(name: str) -> Site:
    portal = registry().get(name)
    if portal is None:
        raise ValueError(f"no portal has the id {name!r}; `newsbot portals` lists them")
    return Site(portal.id, portal)


def _address(url: str) -> Site:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url!r} is no http address")
    portal = registry().match(url)
    if portal is None:
        return Site(host_of(url), None, home=url)
    return Site(portal.id, portal, article=url if is_article(url, portal) else None)
