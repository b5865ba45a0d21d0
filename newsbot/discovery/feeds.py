"""Feeds: RSS 0.9 to 2.0 and Atom, as Indonesian portals really serve them.

Real feeds lead through a counting host while the article's address stands in a guid that is "no permalink" (detik,
2015), date themselves with two-digit years (kapanlagi, 2015), or link every item to the front page (tribunnews, 2026).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsbot.discovery import _model
from newsbot.discovery._addresses import domain_of, is_home, link
from newsbot.discovery._bytes import Element, local_name, read_elements, text_of, text_of_bytes, unpacked
from newsbot.discovery._dates import machine_date, moment, newest_first, read_machine
from newsbot.discovery._model import Entry, Listing, Picture
from newsbot.discovery._problems import Span, Tally
from newsbot.discovery._texts import short

_WANTED = frozenset(("item", "entry"))
_ROOTS = frozenset(("rss", "rdf", "feed", "channel"))
_OWN_NAMESPACES = (
    "",
    "http://purl.org/rss/",
    "http://my.netscape.com/rdf/",
    "http://backend.userland.com/",
    "http://www.w3.org/2005/atom",
    "http://purl.org/atom/",
)
_PUBLISHED = ("pubdate", "published", "issued", "date", "created")
_CHANGED = ("updated", "modified")
_TAG = re.compile(r"<[^<>]{0,500}>")
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_FEW = 3
"""Items from which equal links or equal dates are the feed's doing and no chance."""


@dataclass(slots=True)
class _Raw:
    """An item's strings as written. `texts` holds the first text of each name, the feed's own names first."""

    texts: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    guid: str = ""
    pictures: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    base: str | None = None


def read_feed(body: bytes, url: str, lot: int = 0) -> Listing:
    """The articles that a feed announces, newest first; of those behind `LOT` the lot of a number.

    An item's address is its link, unless that leads to the front page or off the feed's own site while its guid does
    not. Never raises on content; besides those of a sitemap the problems are `not_a_feed`, `feed_links_home` (items
    whose only address is the front page, or that all share one address: they are left out) and `wrong_dates` (no
    date, a weekday that is not the date's, all items with one date that is the feed's own: that one is left out).
    """
    tally = Tally()
    text = text_of_bytes(unpacked(body, tally))
    root, raws = read_elements(text, _WANTED, _raw, Span.of(lot), tally) if text else (None, [])
    if not text:
        tally.count("empty", "no text", "error")
    elif root is None or (not raws and local_name(root) not in _ROOTS):
        tally.count(
            "not_a_feed", f"the root element is {local_name(root) if root is not None else ''!r}", "error"
        )
    elif not (raws or lot or tally.has_errors):
        tally.count("no_entries", "the feed has no items")
    channel = _channel(root, url)
    entries = _dated(_placed([_entry(raw, url, channel, tally) for raw in raws], tally), channel, tally)
    return Listing(
        newest_first(entries, lambda entry: entry.date or entry.lastmod),
        [],
        tally.problems(),
        has_more=tally.has_more,
    )


@dataclass(slots=True)
class _Channel:
    """The feed's own home address and the time that it states for itself."""

    home: str
    built: str | None


def _channel(root: Element | None, url: str) -> _Channel:
    """What stands above the items: items were emptied while they were read."""
    home, dates = url, []
    for element in [] if root is None else [root, *root]:
        for child in element:
            name = local_name(child)
            if name == "link" and home == url:
                home = link(text_of(child) or _href(child), url) or url
            elif name in ("lastbuilddate", "pubdate", "updated", "date"):
                dates.append(machine_date(text_of(child)))
    return _Channel(home, max((date for date in dates if date), key=moment, default=None))


def _href(element: Element) -> str:
    return element.get("href") or "" if element.get("rel", "alternate") == "alternate" else ""


def _is_own(element: Element) -> bool:
    """Whether the name is the feed format's own, and not that of an extension (media:title)."""
    namespace = element.tag.rpartition("}")[0].lstrip("{").lower()
    prefixed = not namespace and ":" in element.tag
    return not prefixed and (not namespace or namespace.startswith(_OWN_NAMESPACES[1:]))


def _raw(element: Element) -> _Raw:
    raw = _Raw(base=element.get(_XML_BASE))
    own: set[str] = set()
    for child in element:
        name = local_name(child)
        if name in _READERS:
            _READERS[name](raw, child)
        elif name in _FIELDS and (name not in raw.texts or (_is_own(child) and name not in own)):
            raw.texts[name] = text_of(child)[:20_000]
            own.update([name] if _is_own(child) else [])
    return raw


_FIELDS = frozenset(("title", *_PUBLISHED, *_CHANGED))


def _read_link(raw: _Raw, child: Element) -> None:
    address = text_of(child) if _is_own(child) and not child.get("href") else _href(child)
    if address:
        raw.links.append(address)


def _read_original(raw: _Raw, child: Element) -> None:
    """FeedBurner's origLink: the address behind its counting one."""
    if address := text_of(child):
        raw.links.insert(0, address)


def _read_guid(raw: _Raw, child: Element) -> None:
    raw.guid = raw.guid or text_of(child)


def _read_category(raw: _Raw, child: Element) -> None:
    word = short(text_of(child) or child.get("term"))
    if word and len(raw.keywords) < _model.MAX_LIST and word not in raw.keywords:
        raw.keywords.append(word)


def _read_picture(raw: _Raw, child: Element) -> None:
    kind = f"{child.get('type') or ''} {child.get('medium') or ''}"
    address = child.get("url") or ""
    if local_name(child) != "thumbnail" and "image" not in kind and not _IMAGE.search(address):
        return
    if address and len(raw.pictures) < _model.MAX_LIST:
        raw.pictures.append(address)


def _read_group(raw: _Raw, child: Element) -> None:
    for below in child:
        if local_name(below) in ("content", "thumbnail"):
            _read_picture(raw, below)


_IMAGE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.IGNORECASE)
_READERS = {
    "link": _read_link,
    "origlink": _read_original,
    "guid": _read_guid,
    "id": _read_guid,
    "category": _read_category,
    "enclosure": _read_picture,
    "content": _read_picture,
    "thumbnail": _read_picture,
    "group": _read_group,
}


def _entry(raw: _Raw, url: str, channel: _Channel, tally: Tally) -> Entry | None:
    """The item as an entry, None where it has no address; one that leads to the front page still has that."""
    base = link(raw.base, channel.home) or channel.home
    address = _address(raw, base, domain_of(channel.home))
    if address is None:
        tally.count("bad_address", raw.guid or " ".join(raw.links))
        return None
    written = next((raw.texts[name] for name in _PUBLISHED if raw.texts.get(name)), None)
    date, sound = read_machine(written) if written else (None, True)
    if not sound:
        tally.count("wrong_dates", written or "")
    pictures = (link(picture, base) for picture in raw.pictures)
    return Entry(
        url=address,
        source=url,
        kind="feed",
        lastmod=next((machine_date(raw.texts[name]) for name in _CHANGED if raw.texts.get(name)), None),
        date=date,
        date_raw=short(written),
        title=_title(raw.texts.get("title")),
        images=tuple(Picture(picture) for picture in dict.fromkeys(pictures) if picture),
        keywords=tuple(raw.keywords),
    )


def _address(raw: _Raw, base: str, site: str) -> str | None:
    """The best of an item's addresses: no front page, on the feed's own site, link before guid."""
    links = [link(written, base) for written in raw.links]
    if re.match(r"https?://", raw.guid, re.IGNORECASE):
        links.append(link(raw.guid))
    known = [address for address in links if address]
    known.sort(key=lambda address: (is_home(address), domain_of(address) != site))
    return known[0] if known else None


def _title(text: str | None) -> str | None:
    """A title without markup; portals escape it once more than XML needs."""
    if not text:
        return None
    return short(_TAG.sub("", html.unescape(text)))


def _placed(entries: list[Entry | None], tally: Tally) -> Iterator[Entry]:
    """The entries that lead to an article, each address once."""
    known = [entry for entry in entries if entry]
    times = Counter(entry.url for entry in known)
    shared = {address for address, number in times.items() if number >= _FEW and number == len(known)}
    seen: set[str] = set()
    for entry in known:
        if is_home(entry.url) or entry.url in shared:
            tally.count("feed_links_home", entry.url, "error")
        elif entry.url not in seen:
            seen.add(entry.url)
            yield entry


def _dated(entries: Iterator[Entry], channel: _Channel, tally: Tally) -> list[Entry]:
    """The entries without a date that is only the time at which the feed was made."""
    known = list(entries)
    dates = {entry.date for entry in known}
    if len(known) >= _FEW and len(dates) == 1 and channel.built and dates == {channel.built}:
        tally.count("wrong_dates", f"every item is dated {channel.built}, the time of the feed")
        return [replace(entry, date=None) for entry in known]
    return known
