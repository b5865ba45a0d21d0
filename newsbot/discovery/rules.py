"""Which addresses are articles: by a portal's rules, and by their looks where no portal declares the site."""

from __future__ import annotations

import re
from urllib.parse import unquote

from newsbot.discovery._addresses import is_home
from newsbot.discovery._model import Entry
from newsbot.lexicon import any_of, cached, word_set
from newsbot.pages.addresses import split_address
from newsbot.portals import Portal, registry

_DAY_IN_PATH = re.compile(r"/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])/(?:(?:0?[1-9]|[12]\d|3[01])/)?[^/]")
_NUMBER = re.compile(r"(?<!\d)\d{5,12}(?!\d)")
_HASH_ID = re.compile(r"(?:^|[-/])(?=[0-9a-z]*\d)[0-9a-z]{6,14}(?:\.html?)?$")
_WORDS = re.compile(r"[a-z]{2,}")


@cached
def _no_slug() -> re.Pattern[str]:
    return re.compile(any_of("addresses.no_article.slugs"))


@cached
def _file() -> re.Pattern[str]:
    return re.compile(rf"\.{any_of('addresses.no_article.endings')}$", re.IGNORECASE)


@cached
def _query_id() -> re.Pattern[str]:
    return re.compile(rf"(?:^|&){any_of('addresses.parameters.article')}=\d{{2,12}}(?:&|$)")


def no_page_of(url: str, portal: Portal) -> str | None:
    """Why the address is no page of the portal that could be an article: `other_site`, `front_page`, `drop_rule`."""
    if registry().get(portal.id) is portal and registry().match(url) is not portal:
        return "other_site"
    if is_home(url):
        return "front_page"
    return "drop_rule" if any(re.search(pattern, url) for pattern in portal.drop) else None


def belongs(url: str, portal: Portal) -> bool:
    """Whether the address is on a host of the portal and is none that the portal drops.

    This is enough for what a news sitemap or a feed announces: the portal says itself that these are articles, and
    changes its address forms sooner than anyone changes the rules.
    """
    return no_page_of(url, portal) is None


def is_article(url: str, portal: Portal) -> bool:
    """Whether the portal's rules say that the address is an article."""
    return belongs(url, portal) and (
        not portal.article_patterns or any(pattern.search(url) for pattern in portal.article_patterns)
    )


ANNOUNCED = frozenset(("news_sitemap", "feed"))
"""Documents that list articles and nothing else: what they name is one, whatever its address looks like."""


def wanted(entry: Entry, portal: Portal | None) -> bool:
    """Whether an entry is to be fetched: an article by rule, or announced as one by the portal itself."""
    if portal is None:
        return looks_like_article(entry.url) or (entry.kind in ANNOUNCED and not is_file(entry.url))
    if entry.kind in ANNOUNCED:
        return belongs(entry.url, portal)
    return is_article(entry.url, portal)


def is_file(url: str) -> bool:
    """Whether the address ends as one of a picture, a document or a program does.

    >>> is_file("https://contoh.id/unduh/laporan.pdf"), is_file("https://contoh.id/read/0001.html")
    (True, False)
    """
    return bool(_file().search(_path_of(url)))


def may_be_article(url: str) -> bool:
    """Whether nothing in the address says that it is none: no front page, no file, no step of a list, a form or a page
    about the site.

    >>> may_be_article("https://contoh.id/read/0001.html"), may_be_article("https://contoh.id/tag/garam")
    (True, False)
    """
    return bool(steps_of_article(url)) or (not _path_of(url) and bool(split_address(url).query))


def steps_of_article(url: str) -> list[str]:
    """The steps of an address that may be an article's, in small letters; none of one that is plainly something else.

    >>> steps_of_article("https://contoh.id/Read/0001.html"), steps_of_article("https://contoh.id/tag/garam")
    (['read', '0001.html'], [])
    """
    path = _path_of(url)
    steps = [step for step in path.split("/") if step]
    return [] if not steps or _names_no_article(steps) or _file().search(path) else steps


def _path_of(url: str) -> str:
    return unquote(split_address(url.lower()).path).rstrip("/")


def _names_no_article(steps: list[str]) -> bool:
    named = not word_set("addresses.no_article.steps").isdisjoint(steps)
    return named or bool(_no_slug().match(steps[-1]))


def looks_like_article(url: str, text: str = "", *, in_menu: bool = False) -> bool:
    """Whether an address looks like an article's: a day in the path, a number or a code beside words, a long slug.

    `text` is the text of the link: it must be a headline where the address is only a number in a query. In a menu a
    slug alone is not enough, because menus hold long names of sections too.

    >>> looks_like_article("https://contoh.id/2024/05/01/panen-garam")
    True
    >>> looks_like_article("https://contoh.id/tag/panen-garam-di-rembang-123456")
    False
    """
    parts = split_address(url.lower())
    path = unquote(parts.path).rstrip("/")
    segments = [segment for segment in path.split("/") if segment]
    if not segments:
        return bool(_query_id().search(parts.query)) and is_headline(text)
    if _names_no_article(segments) or _file().search(path):
        return False
    return _by_path(path, segments, in_menu=in_menu) or (
        bool(_query_id().search(parts.query)) and is_headline(text)
    )


def _by_path(path: str, segments: list[str], *, in_menu: bool) -> bool:
    words = _WORDS.findall(segments[-1].removesuffix(".html").removesuffix(".htm"))
    if _DAY_IN_PATH.search(path) and (words or _NUMBER.search(path)):
        return True
    if _NUMBER.search(path) and (len(words) >= 3 or (len(segments) > 1 and len(words) >= 2)):
        return True
    if len(words) >= 3 and _HASH_ID.search(segments[-1]):
        return True
    return not in_menu and len(words) >= 4 and len(segments[-1]) >= 22


def is_headline(text: str) -> bool:
    """Whether the text of a link is long enough for a headline."""
    return len(text) >= 20 and text.count(" ") >= 3
