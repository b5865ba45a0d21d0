"""What a crawl is asked for, by name or by address, as sites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsbot.crawl.middlewares.public_addresses import ALLOW_PRIVATE, Allowed, refusal
from newsbot.crawl.url_list import UrlList
from newsbot.discovery import is_article, is_home, looks_like_article
from newsbot.lexicon import use_lexicon
from newsbot.pages.rules import refuse_bad_selectors
from newsbot.portals import Portal, Trusted, host_of, portals_of_folders, registry, use_portals

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


@dataclass(frozen=True, slots=True)
class Site:
    """One thing to crawl: a portal, one article of it, a site that no portal declares, or what a list names of one of
    these. `id` is the portal's, else the host."""

    id: str
    portal: Portal | None = None
    home: str | None = None
    article: str | None = None
    is_listed: bool = False


def use_folders(settings: BaseSettings) -> None:
    """Know the portals and words of the folders that the settings name. Raises ValueError as `use_portals` and
    `use_lexicon` do."""
    trusted = map(Trusted, settings.getlist("NEWSBOT_PORTALS_CODE"))
    if folders := [*settings.getlist("NEWSBOT_PORTALS_FROM"), *trusted]:
        use_portals(*folders)
        refuse_bad_selectors(portals_of_folders())
    if folders := settings.getlist("NEWSBOT_LEXICON_FROM"):
        use_lexicon(*folders)


_NOBODY = Allowed(None)


def sites_of_list(listed: UrlList, settings: BaseSettings) -> list[Site]:
    """The portals and hosts of a list, which is read now. Raises ValueError where it cannot be."""
    listed.read(Allowed(settings.get(ALLOW_PRIVATE)))
    return [Site(name, registry().get(name), is_listed=True) for name in listed.taken]


def sites_of(portals: str, urls: str, allowed: Allowed = _NOBODY) -> list[Site]:
    """The sites of comma-separated portal ids and addresses.

    Raises ValueError for an id that no portal has, for what is no http address or a private one that is not `allowed`,
    for a page of a portal that is neither its front page nor an article, and where nothing is named.
    """
    sites = [_portal(name) for name in _words(portals)] + [
        _address(url, allowed) for url in _words(urls, _BETWEEN)
    ]
    if not sites:
        raise ValueError("name a portal or an address: -a portal=ID, -a url=https://...")
    return list({(site.id, site.home, site.article): site for site in sites}.values())


_BETWEEN = re.compile(r",(?=\s*[a-z][a-z0-9+.-]*://)", re.IGNORECASE)
"""The comma between two addresses: one inside of an address (old portals number with them) parts nothing."""


def _words(text: str, between: re.Pattern[str] = re.compile(",")) -> list[str]:
    return [word for part in between.split(text) if (word := part.strip())]


def _portal(name: str) -> Site:
    portal = registry().get(name)
    if portal is None:
        raise ValueError(registry().unknown(name))
    return Site(portal.id, portal)


def _address(url: str, allowed: Allowed) -> Site:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url!r} is no http address")
    if reason := refusal(url, allowed=allowed):
        way = f"; --allow-private, or {ALLOW_PRIVATE}, allows it" if reason.startswith("private") else ""
        raise ValueError(f"{url!r} may not be asked: {reason}{way}")
    portal = registry().match(url)
    if portal is None:
        return Site(host_of(url), None, home=url)
    if is_home(url):
        return Site(portal.id, portal)
    if is_article(url, portal) or looks_like_article(url):
        return Site(portal.id, portal, article=url)
    raise ValueError(
        f"{url!r} is of {portal.id} and does not look like an article: name the portal to crawl all of it, or ask for "
        "this address alone by a list (--urls)"
    )
