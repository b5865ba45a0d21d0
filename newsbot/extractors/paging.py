"""Pages of one article that are separate documents: their numbers in URLs, and the link to the next."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlunsplit

from newsbot.extractors.addresses import join_address, split_address
from newsbot.extractors.page import Page, text_of

_PAGE_KEYS = ("page", "page_num", "halaman")
_WHOLE = (("page", "all"), ("single", "1"), ("show", "all"), ("halaman", "all"))
_PATH_PAGE = re.compile(r"(?<=/)(?:d-\d+/[a-z0-9-]+|[a-z-]*\d+-[\d-]+/[a-z0-9-]+)/(?P<n>\d{1,2})/?$")
_SLUG_PAGE = re.compile(r"/[a-z0-9]+(?:-[a-z0-9]+){2,}/(?P<n>[1-9]\d?)/?$")
"""A number behind a slug ("/berita/harga-beras-naik/2": inews, sindonews, WordPress)."""
_GALLERY_PAGE = re.compile(r"/readfoto/(?:\d+/){3}(?:\d+/){3}(?P<n>\d{1,2})/")


def _query(url: str) -> dict[str, list[str]]:
    return parse_qs(split_address(url).query)


def page_number(url: str | None) -> int | None:
    """The page number that a URL names, or None.

    >>> page_number("https://a.id/x?page=3"), page_number("https://a.id/x")
    (3, None)
    """
    if not url:
        return None
    query = _query(url)
    for key in _PAGE_KEYS:
        value = query.get(key, [""])[0]
        if value.isdecimal() and len(value) <= 3:
            return int(value)
    path = split_address(url).path
    match = _PATH_PAGE.search(path) or _GALLERY_PAGE.search(path) or _SLUG_PAGE.search(path)
    return int(match["n"]) if match else None


def is_whole_article(url: str | None) -> bool:
    """Whether the URL asks for all pages in one document (`?page=all`, `?single=1`).

    >>> is_whole_article("https://a.id/x?page=all")
    True
    """
    query = _query(url or "")
    return any(value in query.get(key, []) for key, value in _WHOLE)


def without_page(url: str) -> str:
    """The URL without its page parameter.

    >>> without_page("https://a.id/x?page=2&i=1")
    'https://a.id/x?i=1'
    """
    parts = split_address(url)
    kept = [
        q for q in parts.query.split("&") if q and q.partition("=")[0] not in (*_PAGE_KEYS, "single", "show")
    ]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))


_MAYBE_PAGE = re.compile(r"[?&](?:page|page_num|halaman)=\d|/\d{1,2}/?$|/readfoto/")
_ACTIVE = (
    ".paging__link--active, .paging .active, .pagination .active, .page-number .active, #pagecurrent, "
    ".page-numbers.current"
)


def next_page(page: Page, base: str | None) -> tuple[str, str] | None:
    """The URL of the next document of this article and the rule that found it, or None.

    A link counts only where it leads to the same article with the next page number: that needs no rule about pagers.
    `base` is the article's own address. Numbered links to pages that already stand in the document are told apart by
    the caller.
    """
    own = base or page.url or ""
    path = split_address(own).path.rstrip("/") or "?"
    # the cheap tests spare the expression for nearly all of some five hundred links a page
    links = [
        href
        for link in page.tagged("link", "a")
        if (href := link.get("href")) and (path in href or href[0] == "?" or "readfoto" in href)
    ]
    pages: dict[int, str] = {}
    for href in dict.fromkeys(links):
        if _MAYBE_PAGE.search(href) and (found := _page_of(href, own)):
            pages.setdefault(*found)
    if not pages:
        return None
    url = pages.get(current_page(page) + 1)
    return (url, "link to the next page number") if url else None


def _page_of(href: str, own: str) -> tuple[int, str] | None:
    url = join_address(own, href)
    number = page_number(url)
    return (number, url) if url and number and _same_article(url, own) else None


def current_page(page: Page) -> int:
    """The number of this document among the article's pages: by its URL, else by the pager's active number, else 1."""
    if number := page_number(page.url):
        return number
    for node in page.select(_ACTIVE):
        text = text_of(node)
        if text.isdecimal() and len(text) <= 3:
            return int(text)
    return 1


def _same_article(url: str, own: str) -> bool:
    a, b = split_address(url), split_address(own)
    if a.hostname != b.hostname and own:
        return False
    if a.path.rstrip("/") == b.path.rstrip("/"):
        return True
    if len(a.path) < 10 or len(b.path) < 10:
        return False
    shorter, longer = sorted((a.path.rstrip("/"), b.path.rstrip("/")), key=len)
    return longer.startswith(shorter + "/") or _stem(a.path) == _stem(b.path)


def _stem(path: str) -> str:
    match = _GALLERY_PAGE.search(path)
    return path[: match.start("n")] + path[match.end("n") :] if match else path
