"""Addresses of listings: absolute, http(s), bounded; and which hosts are one site."""

from __future__ import annotations

import re
from urllib.parse import urldefrag

from newsbot.discovery._model import MAX_URL
from newsbot.language.names import site_domain
from newsbot.pages.addresses import join_address, split_address

_NO_ADDRESS = re.compile(r"[\s\x00-\x1f]")


def link(url: str | None, base: str | None = None) -> str | None:
    """The absolute address of a link without its fragment, or None where it leads to no page.

    >>> link("/berita/garam?id=1#komentar", "https://contoh.id/rss")
    'https://contoh.id/berita/garam?id=1'
    >>> link("javascript:void(0)", "https://contoh.id/") is None
    True
    """
    if not url or len(url) > MAX_URL * 2:
        return None
    joined = join_address(base, "".join(url.split()) if "\n" in url else url.strip())
    parts = split_address(joined)
    if parts.scheme not in ("http", "https") or not parts.hostname or not joined:
        return None
    if _NO_ADDRESS.search(joined):
        return None
    address = urldefrag(joined).url
    return address if len(address) <= MAX_URL else None


def host_of(url: str | None) -> str:
    """The lower-case host of an address without `www.`, empty where there is none."""
    return (split_address(url).hostname or "").lower().removeprefix("www.")


def domain_of(url: str | None) -> str:
    """The name that the hosts of one site share: the last two labels, three below such as `co.id`.

    >>> domain_of("https://sport.contoh.co.id/x"), domain_of("https://m.contoh.com")
    ('contoh.co.id', 'contoh.com')
    """
    return site_domain(host_of(url))


def is_home(url: str) -> bool:
    """Whether the address is a site's front page: no path and no query.

    >>> is_home("https://contoh.id/"), is_home("https://contoh.id/?p=7")
    (True, False)
    """
    parts = split_address(url)
    return parts.path in ("", "/") and not parts.query
