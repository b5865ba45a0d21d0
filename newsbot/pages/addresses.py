"""Addresses as pages give them: malformed ones are empty, never an exception."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from newsbot import lexicon

_EMPTY = SplitResult("", "", "", "", "")


def split_address(url: str | None) -> SplitResult:
    """The parts of an address, all empty where it is none ("http://[x").

    >>> split_address("http://[x").path, split_address("https://a.id/x").path
    ('', '/x')
    """
    try:
        parts = urlsplit(url or "")
        parts.hostname  # noqa: B018 - the host is only parsed, and found malformed, when it is asked for
    except ValueError:
        return _EMPTY
    return parts


def join_address(base: str | None, url: str | None) -> str | None:
    """The address that a link on a page leads to, or None where one of the two is malformed.

    >>> join_address("https://a.id/x", "/y")
    'https://a.id/y'
    """
    try:
        return urljoin(base or "", (url or "").strip()) or None
    except ValueError:
        return None


@lexicon.cached
def _listing() -> re.Pattern[str]:
    steps = lexicon.alternation(lexicon.words("addresses.no_article.linked"))
    return re.compile(rf"/{steps}(?:/|\?|$)|^/?$|^/(?:19|20)\d\d(?:/\d{{1,2}}){{0,2}}/?$", re.IGNORECASE)


def leads_to_listing(url: str | None) -> bool:
    """Whether an address is no story but a list of them or somebody's page: tag, channel, writer, day, front page.

    >>> leads_to_listing("https://a.id/tag/garam"), leads_to_listing("https://a.id/2023/09/13/panen-garam")
    (True, False)
    """
    return bool(_listing().search(split_address(url).path))
