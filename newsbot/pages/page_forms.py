"""What an address says of pages: the number of one, that all are asked for, and the address of the article itself."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlunsplit

from newsbot import lexicon
from newsbot.pages.addresses import split_address
from newsbot.portals import Paging

_PATH_PAGE = re.compile(r"(?<=/)(?:d-\d+/[a-z0-9-]+|[a-z-]*\d+-[\d-]+/[a-z0-9-]+)/(?P<n>\d{1,2})/?$")
_SLUG = r"/(?:\d{4,}/(?:\d+/){0,3}[a-z0-9]+-[a-z0-9-]+|[a-z0-9]+(?:-[a-z0-9]+){2,})"
_SLUG_PAGE = re.compile(_SLUG + r"/(?P<n>[1-9]\d?|[1-9]\d[05])/?$")
"""A number behind a slug ("/berita/harga-beras-naik/2": inews, WordPress), or the number of the page's first paragraph
(sindonews "/5", disway "/15"), of which the third hundred has not been seen."""
_GALLERY_PAGE = re.compile(r"/readfoto/(?:\d+/){3}(?:\d+/){3}(?P<n>\d{1,2})/")
_LONGEST = 3
"""Digits of a page's number."""


class Forms(NamedTuple):
    """How addresses name pages: the parameters of a number, the forms that ask for all, and what is no part of an
    article's own address. `maybe_page` and `maybe_whole` are cheap tests of a link's address."""

    keys: tuple[str, ...]
    whole: frozenset[str]
    whole_step: re.Pattern[str]
    dropped_keys: frozenset[str]
    dropped: frozenset[str]
    dropped_step: re.Pattern[str]
    maybe_page: re.Pattern[str]
    maybe_whole: re.Pattern[str]


@lexicon.cached
def forms_of(paging: Paging | None) -> Forms:
    """What a portal declares of numbers and of all pages, each in place of what is known of sites at large; an address
    is brought to the article's own by both."""
    known = lexicon.words("addresses.parameters.page")
    pairs = lexicon.words("addresses.parameters.whole")
    keys, whole, step = known, pairs, "all"
    if paging and paging.has_numbers:
        keys = (paging.key,) if paging.key else ()
    if paging and paging.whole:
        in_path = paging.whole.startswith("/")
        whole = () if in_path else (paging.whole,)
        step = paging.whole[1:] if in_path else ""
    numbers = lexicon.alternation(keys) if keys else "(?!)"
    asked = lexicon.alternation(whole) if whole else "(?!)"
    return Forms(
        keys,
        frozenset(whole),
        _behind_slug(step),
        frozenset((*known, *keys, *lexicon.words("addresses.parameters.shown"))),
        frozenset((*pairs, *whole)),
        _behind_slug("all", step),
        re.compile(rf"[?&](?:{numbers})=\d|/\d{{1,3}}/?$|/readfoto/"),
        re.compile(rf"[?&](?:{asked})\b" + (rf"|/{re.escape(step)}/?$" if step else "")),
    )


def _behind_slug(*steps: str) -> re.Pattern[str]:
    known = [re.escape(step) for step in steps if step]
    return re.compile(f"{_SLUG}/(?:{'|'.join(known) or '(?!)'})/?$")


def page_number(url: str | None, paging: Paging | None = None) -> int | None:
    """The page number that a URL names, or None. `paging` is what its portal declares.

    >>> page_number("https://a.id/x?page=3"), page_number("https://a.id/x")
    (3, None)
    >>> page_number("https://a.id/x?hal=2", Paging(key="hal"))
    2
    """
    if not url:
        return None
    parts = split_address(url)
    query = parse_qs(parts.query)
    for key in forms_of(paging).keys:
        value = query.get(key, [""])[0]
        if value.isdecimal() and len(value) <= _LONGEST:
            return int(value)
    path = parts.path
    match = _PATH_PAGE.search(path) or _GALLERY_PAGE.search(path) or _SLUG_PAGE.search(path)
    return int(match["n"]) if match else None


def is_whole_article(url: str | None, paging: Paging | None = None) -> bool:
    """Whether the URL asks for all pages in one document (`?page=all`, `?single=1`, `/all` behind a slug).

    >>> is_whole_article("https://a.id/x?page=all")
    True
    """
    parts, forms = split_address(url), forms_of(paging)
    pairs = (f"{key}={value}" for key, values in parse_qs(parts.query).items() for value in values)
    return any(pair in forms.whole for pair in pairs) or bool(forms.whole_step.search(parts.path))


def without_page(url: str, *, in_path: bool = False, paging: Paging | None = None) -> str:
    """The URL without its page parameter, and with `in_path` without the page behind its slug.

    >>> without_page("https://a.id/x?page=2&i=1")
    'https://a.id/x?i=1'
    >>> without_page("https://a.id/panen-garam-naik/2", in_path=True)
    'https://a.id/panen-garam-naik'
    """
    parts, forms = split_address(url), forms_of(paging)
    kept = [
        pair
        for pair in parts.query.split("&")
        if pair and pair not in forms.dropped and pair.partition("=")[0] not in forms.dropped_keys
    ]
    path = bare_path(parts.path, paging) if in_path else parts.path
    return urlunsplit(parts._replace(path=path, query="&".join(kept), fragment=""))


def bare_path(path: str, paging: Paging | None = None) -> str:
    """The path without the page number, or the word for all pages, that stands behind a slug."""
    steps = (_PATH_PAGE, _SLUG_PAGE, forms_of(paging).dropped_step)
    paged = any(step.search(path) for step in steps)
    return path.rstrip("/").rpartition("/")[0] if paged else path


def stem(path: str) -> str:
    """A gallery's path without the number of its picture."""
    match = _GALLERY_PAGE.search(path)
    return path[: match.start("n")] + path[match.end("n") :] if match else path
