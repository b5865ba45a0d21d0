"""The crawl of portals: what they announce goes into the state, what the state has pending is fetched, newest first."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast, get_args

from scrapy import Request, Spider, signals
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newsbot.crawl.context import context_of
from newsbot.crawl.fetched import Fetched, snapshot_of
from newsbot.crawl.figures import SITE, count
from newsbot.crawl.middlewares.encodings import TooManyEncodings
from newsbot.crawl.middlewares.host_gate import HostResting
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.spiders._discovery import Discoverer
from newsbot.crawl.spiders._targets import Site, sites_of
from newsbot.crawl.store import Store
from newsbot.discovery import within
from newsbot.lexicon import use_lexicon
from newsbot.pages.rules import refuse_bad_selectors
from newsbot.portals import Trusted, host_of, portals_of_folders, use_portals
from newsbot.snapshot import has_page, is_gone, is_trouble
from newsbot.state import Done, Known, Mode
from newsbot.workers.crew import PAGE_TIME
from newsbot.workers.reading import Reader

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

IN_FLIGHT = 64
"""Articles that are asked for at once, at most; all others wait in the state, not in memory."""
OVERLAP = timedelta(days=1)
"""How far before the last complete run's start a run looks again: portals publish late and back-date."""
_POLL = 0.05
_TOO_MANY_REDIRECTS = "max redirections reached"
_REFUSALS = {"Forbidden by robots.txt": "robots_txt"}
_MAX_SIZE = re.compile("max ?size", re.IGNORECASE)
_FAILURES = {
    "BadGzipFile": "bad_encoding",
    "DownloadCancelledError": "too_large",
    "CannotResolveHostError": "unknown_host",
    "DownloadConnectionRefusedError": "connection_refused",
    "DownloadFailedError": "connection_lost",
    "DownloadTimeoutError": "timeout",
    "ResponseDataLossError": "cut_short",
}
"""Names of the report for what a downloader raises."""
_OF_THE_PAGE = frozenset(("bad_encoding", "cut_short", "redirects", "too_large"))
"""Failures that show a host at work."""


class PortalSpider(Spider):
    """`scrapy crawl portal -a portal=tribunnews,kompas` or `-a url=https://contoh.id`.

    Arguments: `portal` and `url` (comma-separated), `mode` (new, changed, all), `since` and `until` (YYYY-MM-DD),
    `limit` (articles in this run). Settings: `NEWSBOT_OUTPUT` (folder, default `output/crawl`), `NEWSBOT_STATE`
    (file, default `state.sqlite` in it), `NEWSBOT_PORTALS_FROM` (folders of further portals),
    `NEWSBOT_PORTALS_CODE` (such folders whose Python modules may be run), `NEWSBOT_LEXICON_FROM` (folders of words that
    are laid over newsbot's own).
    """

    name = "portal"

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        if settings.get("JOBDIR"):
            raise ValueError(
                f"JOBDIR={settings['JOBDIR']}: what is not done lies in newsbot's own state; leave it out"
            )
        trusted = map(Trusted, settings.getlist("NEWSBOT_PORTALS_CODE"))
        if folders := [*settings.getlist("NEWSBOT_PORTALS_FROM"), *trusted]:
            use_portals(*folders)
            refuse_bad_selectors(portals_of_folders())
        if folders := settings.getlist("NEWSBOT_LEXICON_FROM"):
            use_lexicon(*folders)
        folder = Path(settings.get("NEWSBOT_OUTPUT") or "output/crawl")
        state = Path(settings.get("NEWSBOT_STATE") or folder / "state.sqlite")
        spider.sites = sites_of(spider.portal, spider.url)
        spider.store = Store(
            folder, state, spider.mode, dict.fromkeys(site.id for site in spider.sites), spider.asked_for()
        )
        context = context_of(crawler)
        context.opened = spider.store
        context.reading = Reader(
            settings.getint("NEWSBOT_WORKERS", 1), patience=settings.getfloat("NEWSBOT_PAGE_TIME", PAGE_TIME)
        )
        crawler.signals.connect(context.reading.close, signal=signals.spider_closed)
        spider.store.notices += [
            f"{site.portal.name}: {site.portal.access}"
            for site in spider.sites
            if site.portal and site.portal.access
        ]
        for notice in spider.store.notices:
            spider.logger.warning(notice)
        return spider

    def __init__(
        self,
        portal: str = "",
        url: str = "",
        mode: str = "new",
        since: str | None = None,
        until: str | None = None,
        limit: str | int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if mode not in get_args(Mode):
            raise ValueError(f"mode is one of {', '.join(get_args(Mode))}, not {mode!r}")
        self.portal, self.url = portal, url
        self.mode = cast("Mode", mode)
        self.since, self.until = _day(since, "since"), _day(until, "until")
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since {self.since} is after until {self.until}: no day lies between them")
        self.limit = int(limit) if limit is not None else None
        self.sites: list[Site] = []
        self.store: Store
        self._open = 0
        self._fetching = 0
        self._taken = 0
        self._answering: set[str] = set()
        self._unsure: dict[str, list[Done]] = {}
        self.look_back: set[str] = set()
        """Ids of the sites whose next run looks as far back as this one."""

    def asked_for(self) -> dict[str, Any]:
        """The arguments of the run, as the state and the report keep them."""
        days = {
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
        }
        return {**days, "limit": self.limit}

    async def start(self) -> AsyncIterator[Any]:
        """The discovery documents first; then articles as the state has them pending."""
        self.look_back |= {site.id for site in self.sites if not self.covers(site)}
        for site in self.sites:
            for request in Discoverer(self, site).start():
                yield request
        async for request in self._articles():
            yield request

    async def _articles(self) -> AsyncIterator[Request]:
        while self.limit is None or self._taken < self.limit:
            room = IN_FLIGHT - self._fetching
            wanted = room if self.limit is None else min(room, self.limit - self._taken)
            batch = self._take(wanted)
            for known in batch:
                if self.in_window(known):
                    self._taken += 1
                    self._fetching += 1
                    yield self._request(known)
            if not batch:
                if not self._open and not self._fetching:
                    return
                await asyncio.sleep(_POLL)

    def _take(self, wanted: int) -> list[Known]:
        try:
            return self.store.take(wanted) if wanted > 0 and not self.store.failed else []
        except OSError as error:
            stop(self.crawler, error)
            return []

    def in_window(self, known: Known) -> bool:
        """Whether a pending article of an earlier run lies in this run's window."""
        from newsbot.discovery import Entry

        found = known.discovery
        entry = Entry(
            url=known.url, source=found.url or "", kind="link", lastmod=found.lastmod, date=found.date
        )
        return within(entry, self.since, self.until)

    def _request(self, known: Known) -> Request:
        headers = {}
        if self.mode == "changed" and known.revision:
            pairs = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
            headers = {name: value for name, value in pairs.items() if value}
        return Request(
            known.url,
            callback=self.parse_article,
            errback=self.article_failed,
            headers=headers,
            cb_kwargs={"known": known},
            meta={"newsbot_revision": known.revision, SITE: known.portal},
            dont_filter=True,
        )

    def parse_article(self, response: Response, known: Known) -> Iterator[Fetched]:
        """One article page, whatever its status; the pipelines make a record of it."""
        self._fetching -= 1
        snapshot = snapshot_of(response)
        self.count("fetched", known.portal)
        if not is_trouble(response.status):
            self._answers(host_of(known.url))
        if response.status == 304:
            self.count("not_modified", known.portal)
            self._note(Done(known.key, "done", snapshot.fetched_at, content_digest=known.content_digest))
        elif is_gone(response.status):
            self.count("gone", known.portal)
            self._note(Done(known.key, "gone", snapshot.fetched_at, reason=f"status {response.status}"))
        elif not has_page(response.status):  # busy, broken, or a redirect that may not be followed
            self._fail(known, f"status_{response.status}")
        elif response.request is not None:
            yield Fetched(known.key, replace(snapshot, discovery=known.discovery), response.request)

    def article_failed(self, failure: Failure) -> None:
        """An article that could not be had: refused, failed, or left for another run."""
        self._fetching -= 1
        request = cast("Request", failure.request)  # type: ignore[attr-defined]
        known: Known = request.cb_kwargs["known"]
        reason = failure.getErrorMessage()
        if isinstance(failure.value, HostResting):
            self.count("left_pending", known.portal)
        elif _MAX_SIZE.search(reason):
            self._fail(known, "too_large", reason)
        elif isinstance(failure.value, TooManyEncodings):
            self._fail(known, "bad_encoding", reason)
        elif reason == _TOO_MANY_REDIRECTS:
            self._fail(known, "redirects", reason)
        elif isinstance(failure.value, IgnoreRequest):
            self.count(f"refused/{_REFUSALS.get(reason, 'address')}", known.portal)
            self._note(Done(known.key, "refused", reason=reason))
        else:
            kind = failure.type.__name__ if failure.type else "unknown"
            self._fail(known, _FAILURES.get(kind, kind), reason)

    def _fail(self, known: Known, name: str, detail: str = "") -> None:
        """An article that gave no page this time: it is asked for again by the next runs, some times.

        Where its host gives no article at all in this run it is not the article that fails, and it stays pending.
        """
        self.count(f"failed/{name}", known.portal)
        done = Done(known.key, "failed", reason=f"{name}: {detail}"[:300] if detail else name)
        host = host_of(known.url)
        if name in _OF_THE_PAGE:
            self._answers(host)
        if host in self._answering:
            self._note(done)
        else:
            self._unsure.setdefault(host, []).append(done)

    def _answers(self, host: str) -> None:
        """The host is up: what failed there before failed by itself."""
        self._answering.add(host)
        for done in self._unsure.pop(host, ()):
            self._note(done)

    def _note(self, done: Done) -> None:
        """Note an answer that gives no line; a disk that fails ends the crawl."""
        try:
            self.store.write(done)
        except OSError as error:
            stop(self.crawler, error)

    def article_lent(self) -> None:
        """An article that was to be asked for waits outside of this process, for whoever takes it."""
        self._fetching -= 1
        self._taken -= 1

    def article_taken(self, known: Known) -> Request:
        """The request of an article that waited outside of this process."""
        self._fetching += 1
        self._taken += 1
        return self._request(known)

    def listing_opened(self) -> None:
        """A discovery document is asked for: while one is, more articles may come."""
        self._open += 1

    def listing_closed(self) -> None:
        """A discovery document has come, or will not."""
        self._open -= 1

    def count(self, name: str, site: str, by: int = 1) -> None:
        """Count in the crawl's statistics, by a name of `figures.NAMES`."""
        count(self.crawler, name, site, by)

    def first_day(self, site: Site) -> date | None:
        """The day from which a site's documents are asked for: as asked, else from the last complete run on.

        What a document lists is cut by `since` alone: an article that is announced days late is still never seen.
        """
        if self.since or self.mode == "all":
            return self.since
        last = self.store.last_complete_start(site.id)
        return (datetime.fromisoformat(last) - OVERLAP).date() if last else None

    def covers(self, site: Site) -> bool:
        """Whether the run looks at all that was announced since the last one that did: then the next may begin here."""
        if site.article or self.until:
            return False
        last = self.store.last_complete_start(site.id)
        return self.since is None or last is None or self.since <= datetime.fromisoformat(last).date()

    @staticmethod
    def today() -> date:
        """The day in Jakarta, where the newspapers are."""
        return (datetime.now(UTC) + timedelta(hours=7)).date()


def _day(value: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ValueError(f"{name} is a day as YYYY-MM-DD, not {value!r}") from error
