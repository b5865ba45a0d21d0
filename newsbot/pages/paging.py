"""Pages of one article that are separate documents: the link to the next, and which of them a page is."""

from __future__ import annotations

import re

from newsbot.lexicon import any_of, cached
from newsbot.pages.addresses import join_address, split_address
from newsbot.pages.page import Page, text_of
from newsbot.pages.page_forms import (
    bare_path,
    forms_of,
    is_whole_article,
    page_number,
    stem,
    without_page,
)
from newsbot.pages.selectors import Node
from newsbot.portals import Paging

__all__ = ["current_page", "has_fellows", "is_whole_article", "next_page", "page_number", "without_page"]

_SAYS_NEXT = re.compile(
    r"(?:(?:halaman|page)\s+)?(?:selanjutnya|berikutnya|next)(?:\s+page)?\W*", re.IGNORECASE
)
_ACTIVE = (
    ".paging__link--active, .paging .active, .pagination .active, .page-number .active, #pagecurrent, "
    ".page-numbers.current"
)


@cached
def _says_all() -> re.Pattern[str]:
    """The text of a link to all pages in one."""
    verbs, whole, parts = (any_of(f"furniture.whole_article.{part}") for part in ("verbs", "all", "of"))
    return re.compile(rf"(?:{verbs}\s+)?{whole}(?:\s+{parts})?\W*", re.IGNORECASE)


def next_page(page: Page, base: str | None, paging: Paging | None = None) -> tuple[str, str] | None:
    """The URL of the next document of this article and the rule that found it, or None.

    A link counts only where it leads to the same article with the next page number: that needs no rule about pagers.
    `base` is the article's own address, `paging` what its portal declares. Where pages are counted by paragraphs the
    next is the lowest number above the page's own; on other pages a number that does not follow counts where the link
    says that it is the next. A first page whose pager leads only to the whole article has that for a next document.
    Numbered links to pages that already stand in the document are told apart by the caller.
    """
    turn = _Turn(page, base or page.url or "", paging)
    pages, said = turn.pages()
    whole = turn.whole()
    if not pages and not whole:
        return None  # as on most pages: which of them this is need not be asked
    by_offset = paging is not None and paging.place == "offset"
    here = (page_number(page.url, paging) or 1) if by_offset else current_page(page, paging)
    if by_offset:
        pages = {here + 1: pages[later]} if (later := min((n for n in pages if n > here), default=0)) else {}
    if url := pages.get(here + 1):
        return url, "link to the next page number"
    if url := said.get(min((number for number in said if number > here), default=0)):
        return url, "link that says it is the next page"
    return whole if here == 1 else None


class _Turn:
    """The links of a page that may lead to its article's other documents."""

    def __init__(self, page: Page, own: str, paging: Paging | None) -> None:
        self._bare = without_page(own, in_path=True, paging=paging)
        self._here = without_page(page.url or own, in_path=True, paging=paging)
        self._own = page.url or own
        self._paging = paging
        self._forms = forms_of(paging)
        self._links = _links(page, split_address(self._bare).path.rstrip("/") or "?")

    def pages(self) -> tuple[dict[int, str], dict[int, str]]:
        """The addresses of numbered pages, and of those whose link says that it is the next."""
        pages: dict[int, str] = {}
        said: dict[int, str] = {}
        for link, href in self._links:
            if self._forms.maybe_page.search(href) and (found := self._numbered(href)):
                pages.setdefault(*found)
                if link.get("rel") == "next" or _SAYS_NEXT.fullmatch(text_of(link)):
                    said.setdefault(*found)
        return pages, said

    def whole(self) -> tuple[str, str] | None:
        """The whole article where a link says that it leads there; a list of stories may link to any in that form."""
        for link, href in self._links:
            asks = link.tag == "a" and self._forms.maybe_whole.search(href)
            if asks and _says_all().fullmatch(text_of(link)):
                url = join_address(self._own, href)
                if url and is_whole_article(url, self._paging) and self._is_same(url):
                    return url, "link to the whole article"
        return None

    def _numbered(self, href: str) -> tuple[int, str] | None:
        url = join_address(self._own, href)
        number = page_number(url, self._paging)
        return (number, url) if url and number and self._is_same(url) else None

    def _is_same(self, url: str) -> bool:
        return any(_same_article(url, own, self._paging) for own in {self._bare, self._here})


def _links(page: Page, path: str) -> list[tuple[Node, str]]:
    """The links that may lead to the article at a path: cheap tests, for a page has some five hundred links."""
    return [
        (link, href.strip())
        for link, href in page.addressed("link", "a")
        if path in href or "readfoto" in href or ("?" in href and href.lstrip().startswith("?"))
    ]


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
        if found != own and bare_path(found) == path and (text.isdecimal() or _SAYS_NEXT.fullmatch(text)):
            return True
    return False


def current_page(page: Page, paging: Paging | None = None) -> int:
    """The number of this document among the article's pages: by its URL, else by the pager's active number, else 1."""
    if number := page_number(page.url, paging):
        return number
    for node in page.select(_ACTIVE):
        text = text_of(node)
        if text.isdecimal() and len(text) <= 3:
            return int(text)
    return 1


def _same_article(url: str, own: str, paging: Paging | None) -> bool:
    a, b = split_address(url), split_address(own)
    if a.hostname != b.hostname and own:
        return False
    first, second = bare_path(a.path, paging).rstrip("/"), b.path.rstrip("/")
    if first == second:
        return True
    if len(a.path) < 10 or len(b.path) < 10:
        return False
    shorter, longer = sorted((a.path.rstrip("/"), second), key=len)
    return longer.startswith(shorter + "/") or stem(a.path) == stem(b.path)
