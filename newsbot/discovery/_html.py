"""HTML of listings: links grouped by the article they lead to, and the row that each stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from newsbot.discovery._addresses import link
from newsbot.discovery._bytes import unpacked
from newsbot.discovery._dates import is_far_off, machine_date, printed_date, zone_at
from newsbot.discovery._model import Entry, ListingKind
from newsbot.discovery._problems import Tally
from newsbot.discovery._texts import short
from newsbot.discovery.keys import article_key
from newsbot.items import NotAPage
from newsbot.lexicon import class_words
from newsbot.pages.measures import UNSEEN
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import Portal
from newsbot.snapshot import Snapshot

MAX_LINKS = 5_000
"""Links of one page that are looked at; the fullest real listing seen has some 900."""
_CLIMB = 12
"""Levels from a link up to its row."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_WHOLE = re.compile(r"\b(?:19|20)\d\d\b|\d[:.]\d\d\b|\b(?:lalu|ago)\b", re.IGNORECASE)
"""What a date has that nothing around it marks as one: a year, a time, "lalu". "28 Oktober" is also a headline."""
_MAX_ROW = 400
"""Elements of one row that are asked for a date."""
_SHORTEST_DATE = 8
"""Characters of a date text that is cut out of a title: "12:15" may be part of a headline."""
_MAX_NAMED = 10
"""Elements of one row named for dates whose whole text is read."""
_LONGEST_DATE = 60
"""Characters of a text beside a link that may be its date: longer ones are summaries that may name one."""


def open_page(body: bytes, url: str, tally: Tally) -> Page | None:
    """The page parsed, None with the problem that the parser names where the bytes are no HTML."""
    try:
        return Page.parse(Snapshot(unpacked(body, tally), url))
    except NotAPage as error:
        tally.count(error.reason, error.detail or "", "error")
    return None


def links_of(page: Page, *tags: str) -> list[Node]:
    """The elements of these tags with an address, in document order; also those behind an early end of the document:
    a page (otosia, 2020) whose advertisement closes `html` has the rest of its elements in a second one."""
    found = page.root.xpath("|".join(f"//{tag}[@href]" for tag in tags))
    return found if isinstance(found, list) else []


def base_of(page: Page, url: str) -> str:
    """What the page's links are relative to."""
    return next((base for node in links_of(page, "base") if (base := link(node.get("href"), url))), url)


@dataclass(slots=True)
class Linked:
    """An article's first address on a page and all links that lead to it."""

    url: str
    nodes: list[Node] = field(default_factory=list)

    @property
    def title(self) -> str | None:
        """The text of the longest link, headings before whole teasers: picture, headline and "more" lead to one
        article; a link's title and its picture's description stand in where no link has a text."""
        for told in (_heading, text_of, _described):
            texts = [short(told(node)) for node in self.nodes]
            if title := max((text for text in texts if text), key=len, default=None):
                return title
        return None

    @property
    def in_menu(self) -> bool:
        """Whether all its links stand in menus."""
        return all(_in_menu(node) for node in self.nodes)


def _heading(node: Node) -> str:
    inside = next(node.iter(*_HEADINGS), None)
    if inside is not None:
        return text_of(inside)
    return text_of(node) if any(up.tag in _HEADINGS for up in _ancestors(node)) else ""


def _described(node: Node) -> str:
    return node.get("title") or next((image.get("alt") or "" for image in node.iter("img")), "")


def _in_menu(node: Node) -> bool:
    return any(
        up.tag in ("nav", "footer") or class_words("menu").search(up.get("class") or "")
        for up in _ancestors(node)
    )


def _ancestors(node: Node) -> list[Node]:
    found: list[Node] = []
    for up in node.iterancestors():
        if len(found) == _CLIMB or up.tag in ("body", "html"):
            break
        found.append(up)
    return found


def grouped(
    nodes: list[Node], base: str, portal: Portal | None, accept: Callable[[str], bool], tally: Tally
) -> list[Linked]:
    """The accepted addresses of links in document order, all links to one article together. Links behind `MAX_LINKS`
    are not read, which is `too_many_links`."""
    if len(nodes) > MAX_LINKS:
        tally.count("too_many_links", f"more than {MAX_LINKS}", "error")
    groups: dict[str, Linked] = {}
    known: dict[str, str | None] = {}
    for node in nodes[:MAX_LINKS]:
        url = link(node.get("href"), base)
        if url is None:
            continue
        if url not in known:
            known[url] = article_key(url, portal) if accept(url) else None
        if key := known[url]:
            groups.setdefault(key, Linked(url)).nodes.append(node)
    return list(groups.values())


class Rows:
    """The row of each link: the largest element around it that holds no link to another article."""

    def __init__(self, linked: list[Linked]) -> None:
        self._owner: dict[Node, int | None] = {}
        for number, one in enumerate(linked):
            for node in one.nodes:
                for up in [node, *_ancestors(node)]:
                    if self._owner.setdefault(up, number) != number:
                        self._owner[up] = None
        self._numbers = {id(one): number for number, one in enumerate(linked)}

    def of(self, one: Linked) -> list[Node]:
        """The rows of an article's links, each once."""
        rows: dict[Node, None] = {}
        for node in one.nodes:
            row = node
            for up in _ancestors(node):
                if self._owner.get(up) != self._numbers[id(one)]:
                    break
                row = up
            rows[row] = None
        return list(rows)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date beside a link: ISO 8601, and the text that was read."""

    value: str | None
    text: str = ""

    def without_date(self, title: str | None) -> str | None:
        """A title without the date text in it: teasers are one link as a whole, with the section before the date."""
        if not title or len(self.text) < _SHORTEST_DATE or self.text not in title:
            return title
        before, _, after = title.partition(self.text)
        return max(before.strip(" |,-"), after.strip(" |,-"), key=len) or title


def date_in(
    rows: list[Node], declared: set[Node], zone: str, reference: str | None, headline: str | None = None
) -> Dated:
    """The date that stands in an article's rows: where the portal's rule says, in a `time` element, in one that is
    named for dates, in a short text that is not the headline; without a value where none does."""
    for row in rows:
        for machine, printed in _stated(row, declared):
            if machine and (value := machine_date(machine)):
                return Dated(value, printed)
            if printed and printed != headline and (value := printed_date(printed, zone, reference)):
                return Dated(value, printed)
    return Dated(None)


def _stated(row: Node, declared: set[Node]) -> list[tuple[str, str]]:
    """Machine-written and printed date texts of a row, the likeliest first."""
    ranked: list[tuple[int, str, str]] = []
    named = 0
    for node in islice(row.iter(), _MAX_ROW):
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            continue
        is_named = node.tag == "time" or bool(class_words("date").search(node.get("class") or ""))
        if node in declared or (is_named and named < _MAX_NAMED):
            named += is_named
            rank = 0 if node in declared else 1 if node.tag == "time" else 2
            ranked.append((rank, node.get("datetime") or "", text_of(node)[:300]))
        # detik (2024) prints "7 menit yang lalu" and puts the time into the element's title
        if node.tag in ("span", "time", "abbr", "div") and _may_be_date(title := node.get("title") or ""):
            ranked.append((0, "", title))
        ranked += [(3, "", text) for text in _own_texts(node)]
    ranked.sort(key=lambda found: found[0])
    return [(machine, printed) for _, machine, printed in ranked]


def _own_texts(node: Node) -> list[str]:
    """The short texts right inside an element that may be dates; a headline is none."""
    if node.tag in _HEADINGS:
        return []
    texts = ((piece or "").strip() for piece in [node.text, *(child.tail for child in node)])
    return [text for text in texts if _may_be_date(text) and _WHOLE.search(text)]


def _may_be_date(text: str) -> bool:
    return 3 <= len(text) <= _LONGEST_DATE and any(char.isdigit() for char in text)


def listed(
    linked: list[Linked],
    source: str,
    kind: ListingKind,
    *,
    declared: set[Node],
    reference: str | None,
    tally: Tally,
) -> list[Entry]:
    """The entries of a page's links. A date far from the day in the article's own address is left out (`wrong_dates`):
    teasers print other dates too."""
    rows, zone = Rows(linked), zone_at(source)
    entries = []
    for one in linked:
        headline = one.title
        dated = date_in(rows.of(one), declared, zone, reference, headline)
        if is_far_off(dated.value, one.url):
            tally.count("wrong_dates", f"{dated.text} beside {one.url}")
            dated = Dated(None, dated.text)
        title = dated.without_date(headline)
        entries.append(
            Entry(
                url=one.url,
                source=source,
                kind=kind,
                date=dated.value,
                date_raw=short(dated.text) if dated.value else None,
                title=title,
            )
        )
    return entries
