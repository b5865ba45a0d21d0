"""The crawl of portals: what they announce goes into the state, what the state has pending is fetched, newest first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast, get_args

from scrapy import Spider, signals

from newsbot.crawl.context import context_of
from newsbot.crawl.doubt import SHARE, Doubt
from newsbot.crawl.dropped import Dropped
from newsbot.crawl.figures import count
from newsbot.crawl.middlewares.public_addresses import ALLOW_PRIVATE, Allowed
from newsbot.crawl.outcomes import Outcomes
from newsbot.crawl.own_settings import CACHED, refuse_what_does_not_go
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.spiders._announcing import LOT
from newsbot.crawl.spiders._articles import Articles
from newsbot.crawl.spiders._discovery import Discoverer
from newsbot.crawl.spiders._targets import Site, sites_of, sites_of_list, use_folders
from newsbot.crawl.store import Store
from newsbot.crawl.url_list import UrlList
from newsbot.state import Mode
from newsbot.workers import PAGE_TIME
from newsbot.workers.reading import Reader

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

OVERLAP = timedelta(days=1)
"""How far before the last complete run's start a run looks again: portals publish late and back-date."""


class PortalSpider(Spider):
    """`scrapy crawl portal -a portal=tribunnews,kompas`, or `-a url=https://contoh.id`, or `-a urls=FILE`.

    Arguments: `portal` and `url` (comma-separated), `urls` (a file of addresses) and `column` (of it), `mode` (new,
    changed, all), `since` and `until` (YYYY-MM-DD), `limit` (articles in this run), `all_links` (1: what is announced
    counts whatever its address looks like).
    Settings: `NEWSBOT_OUTPUT` (folder, default `output/crawl`), `NEWSBOT_STATE` (file, default `state.sqlite` in it),
    `NEWSBOT_PORTALS_FROM` (folders of further portals), `NEWSBOT_PORTALS_CODE` (such folders whose Python modules may
    be run), `NEWSBOT_LEXICON_FROM` (folders of words that are laid over newsbot's own).
    """

    name = "portal"

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        spider.find_sites(settings)
        folder = Path(settings.get("NEWSBOT_OUTPUT") or "output/crawl")
        state = Path(settings.get("NEWSBOT_STATE") or folder / "state.sqlite")
        spider.store = Store(
            folder, state, spider.mode, dict.fromkeys(site.id for site in spider.sites), spider.asked_for()
        )
        context = context_of(crawler)
        store = context.opened = spider.store
        store.backups = settings.getint("NEWSBOT_STATE_BACKUPS", store.backups)
        # a list of old addresses may lead to nothing but gone pages: that tells of the list
        share = settings.getfloat("NEWSBOT_SUSPECT_SHARE", 1.0 if spider.listed else SHARE)
        doubt = Doubt(store.usual_doubt, partial(_leave_alone, crawler), share)
        tell = store.tell = crawler.signals.send_catch_log
        outcomes = context.outcomes = Outcomes(store, partial(count, crawler), doubt, tell)
        context.listed = spider.listed
        spider.dropped = context.dropped = Dropped(spider.count)
        days = (spider.since, spider.until)
        spider.articles = Articles(crawler, store, outcomes, spider.mode, days, spider.limit)
        context.reading = Reader(
            settings.getint("NEWSBOT_WORKERS", 1), patience=settings.getfloat("NEWSBOT_PAGE_TIME", PAGE_TIME)
        )
        crawler.signals.connect(context.reading.close, signal=signals.spider_closed)
        context.reading.begin()
        spider.store.notices += [
            f"{site.portal.name}: {site.portal.access}"
            for site in spider.sites
            if site.portal and site.portal.access
        ]
        spider.store.notices += [CACHED] if settings.getbool("HTTPCACHE_ENABLED") else []
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
        all_links: str | bool = False,
        urls: str | UrlList = "",
        column: str | None = None,
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
        self.all_links = str(all_links).lower() in ("1", "true", "yes")
        self.listed = UrlList(urls, column) if urls and isinstance(urls, str) else urls or None
        if self.listed and (portal or url or since or until):
            raise ValueError(
                "a list of addresses says itself what is asked for: no portal, address or day beside it"
            )
        self.sites: list[Site] = []
        self.store: Store
        self.articles: Articles
        self.dropped: Dropped
        self._open = 0
        self.look_back: set[str] = set()
        """Ids of the sites whose next run looks as far back as this one."""

    def find_sites(self, settings: BaseSettings) -> None:
        """Set the sites that the arguments name, among the portals of the settings' folders too. Raises ValueError."""
        refuse_what_does_not_go(settings)
        use_folders(settings)
        if isinstance(self.listed, UrlList):
            self.sites = sites_of_list(self.listed, settings)
        else:
            self.sites = sites_of(self.portal, self.url, Allowed(settings.get(ALLOW_PRIVATE)))

    def asked_for(self) -> dict[str, Any]:
        """The arguments of the run, as the state and the report keep them."""
        days = {
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
        }
        listed = self.listed.source if self.listed else None
        return {**days, "limit": self.limit, "all_links": self.all_links, "urls": listed}

    async def start(self) -> AsyncIterator[Any]:
        """The discovery documents first; then articles as the state has them pending."""
        self.look_back |= {site.id for site in self.sites if not self.covers(site)}
        for site in self.sites:
            for request in () if site.is_listed else Discoverer(self, site).start():
                yield request
        announcing = asyncio.ensure_future(self._announce(self.listed)) if self.listed else None
        async for request in self.articles.requests(lambda: bool(self._open or _goes_on(announcing))):
            yield request

    async def _announce(self, listed: UrlList) -> None:
        """Take the addresses of a list into the state, lot by lot, while the first of them are fetched."""
        try:
            for site, found in listed.batches(LOT):
                if self.is_ending:
                    return
                asked, fresh = self.store.discovered(found)
                for name, number in (("discovered", len(found)), ("asked", asked), ("never_seen", fresh)):
                    self.count(name, site, number)
                await asyncio.sleep(0)
            listed.to_ask = self.store.state.count_to_ask(self.store.portals)
        except OSError as error:
            stop(self.crawler, error)

    @property
    def is_ending(self) -> bool:
        """Whether the crawl was told to end."""
        return context_of(self.crawler).closing is not None or not self.crawler.crawling

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
        if site.article or site.is_listed or self.until:
            return False
        last = self.store.last_complete_start(site.id)
        return self.since is None or last is None or self.since <= datetime.fromisoformat(last).date()

    @staticmethod
    def today() -> date:
        """The day in Jakarta, where the newspapers are."""
        return (datetime.now(UTC) + timedelta(hours=7)).date()


def _goes_on(task: asyncio.Task[None] | None) -> bool:
    return task is not None and not task.done()


def _day(value: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ValueError(f"{name} is a day as YYYY-MM-DD, not {value!r}") from error


def _leave_alone(crawler: Crawler, portal: str) -> None:
    """Ask a portal nothing more of which all answers say nothing."""
    if gate := context_of(crawler).gate:
        gate.leave(portal, "its answers say nothing of the articles")
