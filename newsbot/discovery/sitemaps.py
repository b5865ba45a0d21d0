"""Sitemaps: indexes, URL sets with news: and image: data, plain text; packed, prefixed or broken as they come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from newsbot.discovery import _model
from newsbot.discovery._addresses import link
from newsbot.discovery._bytes import Element, local_name, read_elements, text_of, text_of_bytes, unpacked
from newsbot.discovery._dates import machine_date, newest_first, read_machine
from newsbot.discovery._model import Child, Entry, Listing, Picture
from newsbot.discovery._problems import Span, Tally
from newsbot.discovery._texts import short
from newsbot.discovery.feeds import read_feed

_WANTED = frozenset(("url", "sitemap"))
_ROOTS = frozenset(("urlset", "sitemapindex", "url", "sitemap"))
_FEEDS = frozenset(("rss", "rdf", "feed"))


@dataclass(slots=True)
class _Raw:
    """An element's strings as written; `rest` holds the news: fields."""

    is_index: bool
    loc: str
    lastmod: str | None
    news: dict[str, str] | None
    pictures: list[tuple[str, str, str]]


def read_sitemap(body: bytes, url: str, lot: int = 0) -> Listing:
    """The articles or further sitemaps that a sitemap names; of those behind `LOT` the lot of a number.

    Reads gzip (by its bytes, not its name), `urlset` and `sitemapindex` under any namespace prefix, broken XML as
    far as it goes, one address a line, and a feed in a sitemap's place. Never raises on content; problems are
    `empty`, `no_entries`, `bad_gzip`, `too_large`, `too_many`, `broken_xml`, `not_a_sitemap`, `bad_address`,
    `wrong_dates`.
    """
    tally, span = Tally(), Span.of(lot)
    text = text_of_bytes(unpacked(body, tally))
    if not text:
        tally.count("empty", "no text", "error")
    elif not text.startswith("<"):
        return _read_lines(text, url, span, tally)
    root, raws = read_elements(text, _WANTED, _raw, span, tally) if text else (None, [])
    name = local_name(root) if root is not None else ""
    if name in _FEEDS:
        return read_feed(body, url, lot)
    if text and not raws and name not in _ROOTS:
        tally.count("not_a_sitemap", f"the root element is {name!r}", "error")
    elif not (raws or lot or tally.has_errors):
        tally.count("no_entries", "the sitemap names nothing")
    entries = _unique(_entries([raw for raw in raws if not raw.is_index], url, tally))
    children = _children([raw for raw in raws if raw.is_index], url, tally)
    return Listing(newest_first(entries, _newest), children, tally.problems(), has_more=tally.has_more)


def _newest(entry: Entry) -> str | None:
    return entry.date or entry.lastmod


def _read_lines(text: str, url: str, span: Span, tally: Tally) -> Listing:
    """A sitemap of plain text. A text of which no line is an address is no sitemap."""
    entries: dict[str, Entry] = {}
    for number, line in enumerate(filter(str.strip, text.splitlines())):
        if number >= span.end:
            tally.more(span)
            break
        if number < span.start:
            continue
        if address := link(line):
            entries.setdefault(address, Entry(url=address, source=url, kind="sitemap"))
        else:
            tally.count("bad_address", line)
    if not entries and not span.start:
        tally = Tally()
        tally.count("not_a_sitemap", "neither XML nor a list of addresses", "error")
    return Listing(list(entries.values()), [], tally.problems(), has_more=tally.has_more)


def _raw(element: Element) -> _Raw | None:
    loc, lastmod, news = "", None, None
    pictures: list[tuple[str, str, str]] = []
    for child in element:
        name = local_name(child)
        if name == "loc":
            loc = loc or text_of(child)
        elif name == "lastmod":
            lastmod = text_of(child)
        elif name == "news":
            news = dict(_fields(child))
        elif name == "image" and len(pictures) < _model.MAX_LIST:
            fields = dict(_fields(child))
            pictures.append((fields.get("loc", ""), fields.get("title", ""), fields.get("caption", "")))
    return _Raw(local_name(element) == "sitemap", loc, lastmod, news, pictures)


def _fields(element: Element) -> Iterator[tuple[str, str]]:
    """Local names and texts of the leaves below an element: the publication's `name` and `language` among them."""
    for child in element.iter():
        if child is not element and len(child) == 0 and (name := local_name(child)):
            yield name, text_of(child)[: _model.MAX_URL]


def _entries(raws: list[_Raw], url: str, tally: Tally) -> Iterator[Entry]:
    for raw in raws:
        address = link(raw.loc, url)
        if address is None:
            tally.count("bad_address", raw.loc)
            continue
        news = raw.news or {}
        written = news.get("publication_date")
        date, sound = read_machine(written) if written else (None, True)
        if not sound:
            tally.count("wrong_dates", written or "")
        yield Entry(
            url=address,
            source=url,
            kind="sitemap" if raw.news is None else "news_sitemap",
            lastmod=machine_date(raw.lastmod),
            date=date,
            date_raw=written or None,
            title=short(news.get("title")),
            images=tuple(_pictures(raw.pictures, url)),
            keywords=keywords_of(news.get("keywords")),
            publication=short(news.get("name")),
            language=short(news.get("language")),
        )


def _pictures(raws: list[tuple[str, str, str]], base: str) -> Iterator[Picture]:
    for loc, title, caption in raws:
        if address := link(loc, base):
            yield Picture(address, short(title), short(caption))


def keywords_of(text: str | None) -> tuple[str, ...]:
    """Keywords as a news sitemap lists them: parted by commas, or a JSON array in a string (merdeka, 2026).

    >>> keywords_of("garam, Rembang"), keywords_of('["garam", "Rembang"]')
    (('garam', 'Rembang'), ('garam', 'Rembang'))
    """
    words: list[object] = list((text or "").split(","))
    if text and text.lstrip().startswith("["):
        try:
            words = list(json.loads(text))
        except (ValueError, RecursionError):
            words = list(text.strip("[] \n").replace('"', "").split(","))
    told = (short(word) for word in words[: _model.MAX_LIST] if isinstance(word, str))
    return tuple(dict.fromkeys(word for word in told if word))


def _unique(entries: Iterator[Entry]) -> list[Entry]:
    known: dict[str, Entry] = {}
    for entry in entries:
        known.setdefault(entry.url, entry)
    return list(known.values())


def _children(raws: list[_Raw], url: str, tally: Tally) -> list[Child]:
    """The sitemaps of an index, newest first; itself is none of them."""
    known: dict[str, Child] = {}
    for raw in raws:
        address = link(raw.loc, url)
        if address is None:
            tally.count("bad_address", raw.loc)
        elif address != url:
            known.setdefault(address, Child(address, "sitemap", machine_date(raw.lastmod)))
    return newest_first(known.values(), lambda child: child.lastmod)
