"""Pages of one article that are separate documents: their numbers in URLs, and the link to the next."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urljoin, urlsplit, urlunsplit

from newsbot.extractors.page import Page, text_of

_PAGE_KEYS = ("page", "page_num", "halaman", "p")
_WHOLE = (("page", "all"), ("single", "1"), ("show", "all"), ("halaman", "all"))
_PATH_PAGE = re.compile(r"(?<=/)(?:d-\d+/[a-z0-9-]+|[a-z-]*\d+-[\d-]+/[a-z0-9-]+)/(?P<n>\d{1,2})/?$")
_GALLERY_PAGE = re.compile(r"/readfoto/(?:\d+/){3}(?:\d+/){3}(?P<n>\d{1,2})/")


def _query(url: str) -> dict[str, list[str]]:
    try:
        return parse_qs(urlsplit(url).query)
    except ValueError:
        return {}


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
    path = urlsplit(url).path
    match = _PATH_PAGE.search(path) or _GALLERY_PAGE.search(path)
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
    parts = urlsplit(url)
    kept = [q for q in parts.query.split("&") if q and q.partition("=")[0] not in (*_PAGE_KEYS, "single", "show")]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))


_PAGERS = (
    ".paging a", ".pagination a", ".paging__wrap a", ".paging__item a", ".pagination-detail a", ".page-number a", ".wrap-pagination a",
    "#paging a", ".detail__anchor-numb a", ".page-links a", ".pagenavi a", ".pager a", "a.next", 'a[rel="next"]', "#nextImgLink", ".detail__long-nav a",
)


def next_page(page: Page, base: str | None, selectors: tuple[str, ...] = ()) -> tuple[str, str] | None:
    """The URL of the next document of this article and the rule that found it, or None.

    A link counts only where it leads to another page of the same article: same path, a higher page number.
    Numbered links to pages that already stand in the document are told apart by the caller.
    """
    if link := page.select('link[rel="next"]::attr(href)'):
        if found := _next_of(link[0], page, base):
            return found, "link[rel=next]"
    for selector in (*selectors, *_PAGERS):
        for node in page.select(selector):
            href = node if isinstance(node, str) else node.get("href")
            if href and (found := _next_of(href, page, base)):
                return found, selector
    return None


def _next_of(href: str, page: Page, base: str | None) -> str | None:
    try:
        own = base or page.url or ""
        url = urljoin(own, href.strip())
        number = page_number(url)
    except ValueError:
        return None
    if number == current_page(page) + 1 and _same_article(url, own):
        return url
    return None


_ACTIVE = ".paging__link--active, .paging .active, .pagination .active, .page-number .active, #pagecurrent, .paging b, .paging strong, .page-numbers.current"


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
    a, b = urlsplit(url), urlsplit(own)
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

