"""Pages of one article that are separate documents: their numbers in URLs, and the link to the next."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlunsplit

from newsbot.pages.addresses import join_address, split_address
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_PAGE_KEYS = ("page", "page_num", "halaman")
_WHOLE = (
    ("page", "all"), ("halaman", "all"), ("show", "all"), ("showpage", "all"), ("view", "all"),
    ("single", "1"), ("all", "1"),
)  # fmt: skip
_PATH_PAGE = re.compile(r"(?<=/)(?:d-\d+/[a-z0-9-]+|[a-z-]*\d+-[\d-]+/[a-z0-9-]+)/(?P<n>\d{1,2})/?$")
_SLUG = r"/(?:\d{4,}/(?:\d+/){0,3}[a-z0-9]+-[a-z0-9-]+|[a-z0-9]+(?:-[a-z0-9]+){2,})"
_SLUG_PAGE = re.compile(_SLUG + r"/(?P<n>[1-9]\d?|[1-9]\d[05])/?$")
"""A number behind a slug ("/berita/harga-beras-naik/2": inews, WordPress), or the number of the page's first paragraph
(sindonews "/5", disway "/15"), of which the third hundred has not been seen."""
_SLUG_WHOLE = re.compile(_SLUG + "/all/?$")
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
    """Whether the URL asks for all pages in one document (`?page=all`, `?single=1`, `/all` behind a slug).

    >>> is_whole_article("https://a.id/x?page=all")
    True
    """
    parts = split_address(url)
    query = parse_qs(parts.query)
    return any(value in query.get(key, []) for key, value in _WHOLE) or bool(_SLUG_WHOLE.search(parts.path))


def without_page(url: str, *, in_path: bool = False) -> str:
    """The URL without its page parameter, and with `in_path` without the page behind its slug.

    >>> without_page("https://a.id/x?page=2&i=1")
    'https://a.id/x?i=1'
    >>> without_page("https://a.id/panen-garam-naik/2", in_path=True)
    'https://a.id/panen-garam-naik'
    """
    parts = split_address(url)
    kept = [pair for pair in parts.query.split("&") if pair and not _asks_for_page(pair)]
    path = _bare(parts.path) if in_path else parts.path
    return urlunsplit(parts._replace(path=path, query="&".join(kept), fragment=""))


def _asks_for_page(pair: str) -> bool:
    key, _, value = pair.partition("=")
    return key in (*_PAGE_KEYS, "single", "show", "showpage") or (key, value) in _WHOLE


def _bare(path: str) -> str:
    """The path without the page number, or the word for all pages, that stands behind a slug."""
    paged = _PATH_PAGE.search(path) or _SLUG_PAGE.search(path) or _SLUG_WHOLE.search(path)
    return path.rstrip("/").rpartition("/")[0] if paged else path


_MAYBE_PAGE = re.compile(r"[?&](?:page|page_num|halaman)=\d|/\d{1,3}/?$|/readfoto/")
_MAYBE_WHOLE = re.compile(r"[?&]\w+=(?:all|1)\b|/all/?$")
_SAYS_NEXT = re.compile(
    r"(?:(?:halaman|page)\s+)?(?:selanjutnya|berikutnya|next)(?:\s+page)?\W*", re.IGNORECASE
)
_SAYS_ALL = re.compile(
    r"(?:(?:lihat|tampilkan|baca|buka|show|view|read)\s+)?(?:semua(?:nya)?|selengkapnya|lengkap|all|full|single)"
    r"(?:\s+(?:halaman|artikel|berita|pages?))?\W*",
    re.IGNORECASE,
)
_ACTIVE = (
    ".paging__link--active, .paging .active, .pagination .active, .page-number .active, #pagecurrent, "
    ".page-numbers.current"
)


def next_page(page: Page, base: str | None, *, by_offset: bool = False) -> tuple[str, str] | None:
    """The URL of the next document of this article and the rule that found it, or None.

    A link counts only where it leads to the same article with the next page number: that needs no rule about pagers.
    `base` is the article's own address. With `by_offset` pages are counted by paragraphs and the next is the lowest
    number above the page's own; on other pages a number that does not follow counts where the link says that it is
    the next. A first page whose pager leads only to the whole article has that for a next document. Numbered links to
    pages that already stand in the document are told apart by the caller.
    """
    own = base or page.url or ""
    bare = without_page(own, in_path=True)
    pages: dict[int, str] = {}
    said: dict[int, str] = {}
    links = _links(page, split_address(bare).path.rstrip("/") or "?")
    for link, href in links:
        if _MAYBE_PAGE.search(href) and (found := _page_of(href, page.url or own, bare)):
            pages.setdefault(*found)
            if link.get("rel") == "next" or _SAYS_NEXT.fullmatch(text_of(link)):
                said.setdefault(*found)
    here = (page_number(page.url) or 1) if by_offset else current_page(page)
    if by_offset:
        pages = {here + 1: pages[later]} if (later := min((n for n in pages if n > here), default=0)) else {}
    if url := pages.get(here + 1):
        return url, "link to the next page number"
    if url := said.get(min((number for number in said if number > here), default=0)):
        return url, "link that says it is the next page"
    return _whole_of(links, page.url or own, bare) if here == 1 else None


def _links(page: Page, path: str) -> list[tuple[Node, str]]:
    """The links that may lead to the article at a path: cheap tests, for a page has some five hundred links."""
    return [
        (link, href)
        for link in page.tagged("link", "a")
        if (href := (link.get("href") or "").strip())
        and (path in href or href[0] == "?" or "readfoto" in href)
    ]


def _page_of(href: str, own: str, bare: str) -> tuple[int, str] | None:
    url = join_address(own, href)
    number = page_number(url)
    return (number, url) if url and number and _same_article(url, bare) else None


def _whole_of(links: list[tuple[Node, str]], own: str, bare: str) -> tuple[str, str] | None:
    """The whole article where a link says that it leads there; a list of stories may link to any in that form."""
    for link, href in links:
        if link.tag == "a" and _MAYBE_WHOLE.search(href) and _SAYS_ALL.fullmatch(text_of(link)):
            url = join_address(own, href)
            if url and is_whole_article(url) and _same_article(url, bare):
                return url, "link to the whole article"
    return None


def has_fellows(page: Page) -> bool:
    """Whether the page, whose path ends in what may be a page number, links to others of the same article: a number
    behind a slug is an article's own number as well."""
    url = page.url or ""
    bare = without_page(url, in_path=True)
    own = split_address(url).path.rstrip("/")
    path = split_address(bare).path.rstrip("/")
    for link, href in _links(page, path):
        found = split_address(join_address(url, href)).path.rstrip("/")
        text = text_of(link)
        if found != own and _bare(found) == path and (text.isdecimal() or _SAYS_NEXT.fullmatch(text)):
            return True
    return False


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
    first, second = _bare(a.path).rstrip("/"), b.path.rstrip("/")
    if first == second:
        return True
    if len(a.path) < 10 or len(b.path) < 10:
        return False
    shorter, longer = sorted((a.path.rstrip("/"), second), key=len)
    return longer.startswith(shorter + "/") or _stem(a.path) == _stem(b.path)


def _stem(path: str) -> str:
    match = _GALLERY_PAGE.search(path)
    return path[: match.start("n")] + path[match.end("n") :] if match else path
