"""URLs and ids: the canonical link without tracking and paging, and the article's own number."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from itertools import chain
from urllib.parse import urljoin, urlsplit, urlunsplit

from newsbot.lexicon import any_of, cached
from newsbot.pages.addresses import split_address
from newsbot.pages.paging import without_page
from newsbot.portals import Paging, Portal

_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")


@cached
def _tracking() -> re.Pattern[str]:
    """Parameters that name a way in, not a page."""
    begun = rf"{any_of('addresses.parameters.tracking_begins')}\w+"
    return re.compile(rf"{any_of('addresses.parameters.tracking')}|{begun}", re.IGNORECASE)


def clean_url(url: str | None, base: str | None = None) -> str | None:
    """An absolute http(s) URL without tracking parameters and fragment, or None where it is no such URL.

    >>> clean_url("https://a.id/x?utm_source=rss&id=3#top")
    'https://a.id/x?id=3'
    """
    if not url or not url.strip():
        return None
    try:
        url.encode()  # half a character, as JSON can write one, stands in no address
        parts = urlsplit(urljoin(base or "", url.strip()))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
    except ValueError:
        return None
    kept = [q for q in parts.query.split("&") if q and not _tracking().fullmatch(q.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))


def canonical(
    url: str | None, base: str | None = None, *, in_path: bool = False, paging: Paging | None = None
) -> str | None:
    """A canonical URL: clean, without paging; `in_path` where the site pages behind the slug, `paging` as its portal
    declares.

    >>> canonical("https://a.id/x?page=2&utm_medium=m")
    'https://a.id/x'
    """
    cleaned = clean_url(url, base)
    return without_page(cleaned, in_path=in_path, paging=paging) if cleaned else None


def article_id(
    portal: Portal | None,
    host: str,
    urls: list[str | None],
    payload_digest: str,
    *,
    in_path: bool = False,
) -> str:
    """The record's id: portal and the site's article number, else portal and a hash of the first URL at hand,
    else of the page's bytes. `in_path` says that pages differ by what stands behind the slug, as a portal declares."""
    in_path = in_path or bool(portal and portal.pages_in_path)
    paging = portal.pages if portal else None
    prefix = portal.id if portal else host or "unknown"
    if portal:
        # a pattern that ends with the path does not know its address with a page behind it (tempo's page_num)
        bare = (canonical(url, in_path=in_path, paging=paging) for url in urls)
        for url in chain(urls, bare):
            if url and (number := portal.article_number(url)):
                return f"{prefix}:{number}"
    for url in urls:
        if cleaned := canonical(url, in_path=in_path, paging=paging):
            return f"{prefix}:{_hash(_mirror_key(cleaned))}"
    return f"{prefix}:{payload_digest.removeprefix('sha256:')[:16]}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def address_key(url: str | None) -> str | None:
    """What the addresses of one article have in common, None where it is no address of the web.

    >>> address_key("https://m.contoh.id/a/1/amp?utm_source=x") == address_key("http://www.contoh.id/a/1/")
    True
    """
    cleaned = canonical(url)
    return _mirror_key(cleaned) if cleaned else None


def _mirror_key(url: str) -> str:
    """The URL with scheme, AMP and mobile marks out, so that twins share an id."""
    parts = split_address(url)
    host = (parts.hostname or "").lower()
    for prefix in ("amp.", "m.", "www."):
        host = host.removeprefix(prefix)
    path = re.sub(r"/amp(?=/|$)", "", parts.path).rstrip("/")
    return f"{host}{path}" + (f"?{parts.query}" if parts.query else "")


def url_day(url: str | None) -> str | None:
    """The day that a URL's path carries, as YYYY-MM-DD, or None.

    >>> url_day("https://solo.tribunnews.com/2020/10/09/slug")
    '2020-10-09'
    """
    match = _URL_DAY.search(split_address(url).path)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else None
    except ValueError:
        return None
