"""What the invented portal answers: a pure function of the request and of the portal's edition."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from urllib.parse import parse_qs, urlsplit

from newsbot.loopback import hostile
from newsbot.loopback.pages import page_of
from newsbot.loopback.reply import Reply
from newsbot.loopback.stories import Story, story

_ARTICLE = re.compile(r"^(?P<amp>/amp)?/read/\d{4}/\d{2}/\d{2}/(?P<number>\d{8})/[a-z0-9-]+/?$")
_A_PAGE = 20


@dataclass(slots=True)
class Site:
    """An invented portal of `articles` stories.

    `edition` is its clock: in edition n (from 0) there are `fresh` more stories for each edition, and every
    `changed`-th story has been edited once an edition (0: none). `crawl_delay` goes into robots.txt. `words` makes
    the stories longer.
    """

    articles: int = 60
    edition: int = 0
    fresh: int = 3
    changed: int = 10
    crawl_delay: float | None = None
    words: int = 1
    index_pages: int = 5
    """Index pages above this number repeat it, as tribunnews does above its tenth."""
    redesigned: frozenset[str] = frozenset()
    """Templates (`tribun`, `kompas`, `detik`) whose pages have other names for their elements."""
    robots: str | int | None = None
    """A robots.txt in place of the usual one, or the status of an error in its place."""
    routes_off: set[str] = field(default_factory=set)
    """Paths that answer 404."""
    instead: dict[str, list[Reply | None]] = field(default_factory=dict)
    """Replies of a path, or of a path with its query, in place of its own: one each time it is asked for, the last one
    for good. None stands for its own."""
    requests: list[str] = field(default_factory=list)
    """The paths that were asked for, in order; HEAD and conditional requests too."""

    def story(self, number: int) -> Story:
        """The story of a number as this edition has it."""
        edits = self.edition if self.changed and number >= 0 and number % self.changed == 3 else 0
        return story(number, 1 + edits, words=self.words)

    def numbers(self) -> range:
        """The numbers of the stories, newest first: fresh stories have numbers below 0 counted up from 10 million."""
        return range(-self.fresh * self.edition, self.articles)

    def stories(self) -> list[Story]:
        """All stories of this edition, newest first."""
        return [self.story(number) for number in self.numbers()]

    def answer(self, target: str, base: str, headers: dict[str, str]) -> Reply:
        """The reply to a GET of `target`; `base` is the portal's own address, `headers` have lower-case names."""
        self.requests.append(target)
        parts = urlsplit(target)
        if reply := self._instead(target) or self._instead(parts.path):
            return reply
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if match := _ARTICLE.match(parts.path):
            return self._article(match, query, base, headers)
        if parts.path.startswith("/bermusuhan/"):
            asked = sum(urlsplit(other).path == parts.path for other in self.requests)
            return hostile.answer(parts.path.removeprefix("/bermusuhan/"), base, asked)
        route = None if parts.path in self.routes_off else self._routes().get(parts.path)
        return route(query, base) if route else Reply(404, "<h1>404 Halaman tidak ditemukan</h1>")

    def _instead(self, path: str) -> Reply | None:
        replies = self.instead.get(path)
        if not replies:
            return None
        return replies.pop(0) if len(replies) > 1 else replies[0]

    def _routes(self) -> dict[str, Callable[[dict[str, str], str], Reply]]:
        return {
            "/": self._home,
            "/robots.txt": self._robots,
            "/sitemap.xml": self._sitemap_index,
            "/sitemap-news.xml": self._news,
            "/sitemap-semua.xml.gz": self._all,
            "/sitemap-rusak.xml": self._broken,
            "/rss": self._feed,
            "/indeks": self._index,
        }

    def _article(
        self, match: re.Match[str], query: dict[str, str], base: str, headers: dict[str, str]
    ) -> Reply:
        number = _signed(int(match["number"]))
        if number not in self.numbers():
            return Reply(404, "<title>404</title><h1>Halaman tidak ditemukan</h1>")
        one = self.story(number)
        page = query.get("page", "1")
        if not page.isdecimal() or not 1 <= int(page) <= one.pages:
            return Reply(404, "<title>404</title><h1>Halaman tidak ditemukan</h1>")
        html = page_of(one, base, int(page), self.redesigned)
        etag = f'"{sha256(html.encode()).hexdigest()[:16]}"'
        known = {"ETag": etag, "Last-Modified": format_datetime(one.modified.astimezone(UTC), usegmt=True)}
        if headers.get("if-none-match") == etag:
            return Reply(304, "", headers=known)
        return Reply(200, html, headers=known)

    def _robots(self, _: dict[str, str], base: str) -> Reply:
        if isinstance(self.robots, int):
            return Reply(self.robots, "rusak")
        if self.robots is not None:
            return Reply(200, self.robots, content_type="text/plain")
        delay = f"Crawl-delay: {self.crawl_delay}\n" if self.crawl_delay else ""
        text = f"User-agent: *\nDisallow: /rahasia/\n{delay}Sitemap: {base}/sitemap.xml\n"
        return Reply(200, text, content_type="text/plain")

    def _sitemap_index(self, _: dict[str, str], base: str) -> Reply:
        names = ("sitemap-news.xml", "sitemap-semua.xml.gz")
        items = "".join(f"<sitemap><loc>{base}/{name}</loc></sitemap>" for name in names)
        changed = self.stories()[0].modified.isoformat()
        items += f"<sitemap><loc>{base}/sitemap-rusak.xml</loc><lastmod>{changed}</lastmod></sitemap>"
        return _xml(
            f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</sitemapindex>'
        )

    def _news(self, _: dict[str, str], base: str) -> Reply:
        items = "".join(
            f"<url><loc>{base}{one.path}</loc><lastmod>{one.modified.isoformat()}</lastmod><news:news>"
            f"<news:publication><news:name>Loopback</news:name><news:language>id</news:language></news:publication>"
            f"<news:publication_date>{one.published.isoformat()}</news:publication_date>"
            f"<news:title>{escape(one.headline)}</news:title></news:news></url>"
            for one in self.stories()[:40]
        )
        spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        return _xml(f"<urlset {spaces}>{items}</urlset>")

    def _all(self, _: dict[str, str], base: str) -> Reply:
        items = "".join(
            f"<url><loc>{base}{one.path}</loc><lastmod>{one.modified.isoformat()}</lastmod></url>"
            for one in self.stories()
        )
        text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</urlset>'
        return Reply(200, gzip.compress(text.encode(), mtime=0), content_type="application/gzip")

    def _broken(self, _: dict[str, str], base: str) -> Reply:
        """A sitemap with an ampersand that is none, and an entry that does not end."""
        first = self.stories()[0]
        entry = f"<url><loc>{base}{first.path}?a=1&b=2</loc></url><url><loc>{base}/re"
        return _xml(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entry}</urlset>')

    def _feed(self, _: dict[str, str], base: str) -> Reply:
        """RSS with a line before its prolog, and addresses with tracking."""
        items = "".join(
            f"<item><title>{escape(one.headline)}</title><link>{base}{one.path}?utm_source=rss</link>"
            f"<pubDate>{format_datetime(one.published)}</pubDate></item>"
            for one in self.stories()[:15]
        )
        channel = f"<channel><title>Loopback</title>{items}</channel>"
        text = f'\n<?xml version="1.0" encoding="UTF-8"?><rss version="2.0">{channel}</rss>'
        return Reply(200, text, content_type="application/rss+xml")

    def _index(self, query: dict[str, str], base: str) -> Reply:
        """The stories of a day, twenty a page; pages beyond the last repeat it."""
        day = query.get("date", "")
        asked = int(query["page"]) if query.get("page", "1").isdecimal() and "page" in query else 1
        stories = [one for one in self.stories() if not day or f"{one.published:%Y-%m-%d}" == day]
        last = max(1, min(self.index_pages, -(-len(stories) // _A_PAGE)))
        page = min(max(1, asked), last)
        items = "".join(
            f'<li class="ptb15"><h3><a href="{base}{one.path}">{escape(one.headline)}</a></h3>'
            f'<time class="grey">{one.published:%d/%m/%Y}</time></li>'
            for one in stories[(page - 1) * _A_PAGE : page * _A_PAGE]
        )
        return Reply(
            200, f'<!DOCTYPE html><html><body><h1>Indeks</h1><ul class="lsi">{items}</ul></body></html>'
        )

    def _home(self, _: dict[str, str], base: str) -> Reply:
        items = "".join(
            f'<li><a href="{one.path}">{escape(one.headline)}</a></li>' for one in self.stories()[:10]
        )
        head = f'<link rel="alternate" type="application/rss+xml" href="{base}/rss">'
        return Reply(
            200,
            f"<!DOCTYPE html><html><head>{head}<title>Loopback</title></head><body><ul>{items}</ul></body></html>",
        )


def _signed(number: int) -> int:
    """Fresh stories have numbers below 0, which an address cannot hold: they count from 99,999,999 down."""
    return number - 100_000_000 if number > 50_000_000 else number


def _xml(text: str) -> Reply:
    return Reply(200, f'<?xml version="1.0" encoding="UTF-8"?>{text}', content_type="application/xml")
