"""What of a document's entries is to be fetched, and by which rule the others are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsbot.discovery._addresses import is_home
from newsbot.discovery._model import Entry, Listing
from newsbot.discovery.rules import ANNOUNCED, is_file, may_be_article, no_page_of, steps_of_article, wanted
from newsbot.lexicon import word_set
from newsbot.pages.addresses import split_address
from newsbot.portals import Portal, host_of

REASONS: dict[str, str] = {
    "not_an_article": "by the portal's rules, or by its looks, the address is no article's",
    "drop_rule": "the portal's declaration leaves such addresses out",
    "front_page": "the address is a front page",
    "other_site": "the address, or a sitemap, is of another site",
    "nested_too_deep": "the sitemap lies too deep in other sitemaps",
    "too_many_documents": "the site has named more documents than a run asks for",
}
"""Why something that was announced is not asked for."""
_FEW = 5
"""Addresses from which one form is a site's own."""
_WORD = re.compile(r"[^\W\d_]{2,}")


_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many addresses were left out for one reason, and the first of them."""

    number: int
    examples: tuple[str, ...]

    @classmethod
    def of(cls, urls: list[str]) -> LeftOut:
        """All of these."""
        return cls(len(urls), tuple(urls[:_EXAMPLES]))

    def __add__(self, other: LeftOut) -> LeftOut:
        examples = dict.fromkeys((*self.examples, *other.examples))
        return LeftOut(self.number + other.number, tuple(examples)[:_EXAMPLES])


@dataclass(frozen=True, slots=True)
class Choice:
    """The entries to be fetched, and the others by a word of `REASONS`."""

    taken: list[Entry] = field(default_factory=list)
    dropped: dict[str, LeftOut] = field(default_factory=dict)


def choose(listing: Listing, portal: Portal | None, home: str | None, *, all_links: bool = False) -> Choice:
    """What of a listing is to be fetched for a portal, or for the site at `home` that no portal declares.

    On such a site what a feed or a news sitemap announces is an article whatever its address looks like, and so is
    what most of a sitemap looks like. With `all_links` all is taken that nothing speaks against.
    """
    taken: list[Entry] = []
    unlike: list[Entry] = []
    dropped: dict[str, list[str]] = {}
    for entry in listing.entries:
        if reason := stranger(entry.url, portal, home):
            dropped.setdefault(reason, []).append(entry.url)
        elif _plainly(entry) if all_links else wanted(entry, portal):
            taken.append(entry)
        else:
            unlike.append(entry)
    usual = _of_usual_form(unlike, listing.entries) if unlike and not portal and not all_links else set()
    taken += [entry for entry in unlike if entry.url in usual]
    dropped["not_an_article"] = [*listing.unlike, *(one.url for one in unlike if one.url not in usual)]
    return Choice(taken, {reason: LeftOut.of(urls) for reason, urls in dropped.items() if urls})


def _plainly(entry: Entry) -> bool:
    return may_be_article(entry.url) or (entry.kind in ANNOUNCED and not is_file(entry.url))


def stranger(url: str, portal: Portal | None, home: str | None) -> str | None:
    """Why an address is none of the portal, or of the host of a site that no portal declares: a word of `REASONS`."""
    if portal:
        return no_page_of(url, portal)
    own, other = host_of(home or "").removeprefix("www."), host_of(url).removeprefix("www.")
    if other != own and not other.endswith(f".{own}"):
        return "other_site"
    return "front_page" if is_home(url) else None


def _of_usual_form(unlike: Iterable[Entry], entries: Iterable[Entry]) -> set[str]:
    """Those of some addresses that have a form which half of a sitemap's addresses have, where it is none of sections,
    tags or pages about the site."""
    of_sitemap = [entry for entry in entries if entry.kind == "sitemap"]
    if not of_sitemap or _lists_no_articles(of_sitemap[0].source):
        return set()
    forms = {entry.url: _form(entry.url) for entry in of_sitemap}
    numbers = Counter(forms.values())
    least = max(_FEW, len(of_sitemap) / 2)
    return {one.url for one in unlike if (form := forms.get(one.url)) and numbers[form] >= least}


def _form(url: str) -> tuple[int, str] | None:
    """How many steps an address has, and what its last one is made of; None where it may be a section's."""
    steps = steps_of_article(url)
    if not steps:
        return None
    if any(char.isdecimal() for char in steps[-1]):
        return len(steps), "number"
    return (len(steps), "words") if len(_WORD.findall(steps[-1].partition(".")[0])) > 1 else None


def _lists_no_articles(sitemap: str) -> bool:
    """Whether a sitemap's name says that it lists something else: `category-sitemap.xml`, `post_tag-sitemap1.xml`."""
    name = split_address(sitemap.lower()).path.rpartition("/")[2]
    return not (word_set("addresses.no_article.steps") - {"sitemap", "index"}).isdisjoint(_WORD.findall(name))
