"""How a portal signs its datelines, told from the beginnings of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsbot.discovery import domain_of
from newsbot.items import Article
from newsbot.lexicon import any_of, cached

_DASH = re.compile(r"\s[-\u2013\u2014]{1,2}(?:\s|$)|[\u2013\u2014]|--|:\s")
_LONGEST = 60
"""Characters within which a dateline ends."""
_SHORTEST = 4
"""Letters of a name below which it stands in a dateline by chance."""


@cached
def _like_a_host() -> re.Pattern[str]:
    return re.compile(rf"[\w-]+(?:\.[\w-]+)*\.{any_of('addresses.hosts.endings')}", re.IGNORECASE)


def brands_of(articles: Iterable[Article], hosts: Iterable[str]) -> tuple[str, ...]:
    """The outlet's name as it stands before the dash of a first paragraph, in the forms that were seen.

    A part of the dateline is the outlet's name where it holds the site's or looks like a host: regional titles sign
    with names of their own (solo.tribunnews.com: "TRIBUNSOLO.COM, SOLO").
    """
    names = {_letters(domain_of(f"https://{host}/").partition(".")[0]) for host in hosts}
    found = (brand for article in articles for brand in _signed(_opening(article), names))
    return tuple(dict.fromkeys(found))


def _opening(article: Article) -> str:
    if article.dateline_raw:
        return f"{article.dateline_raw} - "
    return next((block.text for block in article.blocks if block.text), "")


def _signed(text: str, names: set[str]) -> list[str]:
    dash = _DASH.search(text, 0, _LONGEST + 4)
    if dash is None:
        return []
    parts = (part.strip() for part in re.split(r"[,()|/]", text[: dash.start()]))
    return [part for part in parts if part and (_named(part, names) or _like_a_host().fullmatch(part))]


def _named(part: str, names: set[str]) -> bool:
    letters = _letters(part)
    return any(len(name) >= _SHORTEST and name in letters and len(letters) < len(name) + 12 for name in names)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
