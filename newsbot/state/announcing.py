"""What several documents announce of one article: the announcement that tells most, with the others beside it."""

from __future__ import annotations

from dataclasses import replace

from newsbot.items import Announcement, Discovery
from newsbot.state.records import Found, Known

MAX_OTHERS = 10
"""Further announcements that are kept of an article."""


def together(known: Known, found: Found) -> Discovery:
    """What is known of an article's announcements, with one more of them. An address that is not the article's own, as
    the state has it, is kept as `announced_url`."""
    first, second = known.discovery, replace(found.discovery, announced_url=_other_address(known, found))
    if _says_more(second, first):
        first, second = replace(second, others=first.others), first
    seen = {_place(first), *map(_place, first.others)}
    if _place(second) in seen:
        others = first.others
    else:
        others = [*first.others, Announcement(second.kind, second.url, second.announced_url)]
    return replace(first, others=[one for one in others if _place(one) != _place(first)][:MAX_OTHERS])


def _other_address(known: Known, found: Found) -> str | None:
    return found.discovery.announced_url or (found.url if found.url != known.url else None)


def _place(one: Announcement | Discovery) -> tuple[str | None, str | None]:
    return one.url, one.announced_url


def _says_more(one: Discovery, other: Discovery) -> bool:
    """Whether an announcement tells more than another of the same article: a news sitemap more than a bare link."""
    stated = [sum(map(bool, (d.lastmod, d.title, d.date))) for d in (one, other)]
    return stated[0] > stated[1]
