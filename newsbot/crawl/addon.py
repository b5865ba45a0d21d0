"""The add-on that makes a Scrapy project crawl as newsbot does: `ADDONS = {"newsbot.addon.NewsbotAddon": 0}`.

It sets defaults at add-on priority, so what a project, a spider or `--set` says wins. Each row of Scrapy's security
page that hangs on a setting is decided here; docs/security.md gives the reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware, RedirectMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.spidermiddlewares.depth import DepthMiddleware
from scrapy.spidermiddlewares.urllength import UrlLengthMiddleware

from newsbot.crawl.download import DownloadHandler
from newsbot.crawl.extensions.crawl_delay import CrawlDelay
from newsbot.crawl.extensions.disk_space import DiskSpace
from newsbot.crawl.extensions.evidence import Evidence
from newsbot.crawl.extensions.hook import Hook
from newsbot.crawl.extensions.json_log import JsonLog
from newsbot.crawl.extensions.measures import PageMeasures
from newsbot.crawl.extensions.metrics import Metrics
from newsbot.crawl.extensions.report import Report
from newsbot.crawl.extensions.url_log import UrlLog
from newsbot.crawl.hosts import HostQueues, Places
from newsbot.crawl.middlewares.encodings import EncodingLayers
from newsbot.crawl.middlewares.host_gate import HostGate
from newsbot.crawl.middlewares.meta_refresh import MetaRefresh
from newsbot.crawl.middlewares.public_addresses import PublicAddressesMiddleware
from newsbot.crawl.middlewares.redirects import Redirects
from newsbot.crawl.middlewares.robots import ObeyRobots, RobotsGate, Rules
from newsbot.crawl.middlewares.shared_documents import SharedDocuments
from newsbot.crawl.pipelines.extract import ExtractPipeline
from newsbot.crawl.pipelines.write import WritePipeline
from newsbot.snapshot import MAX_BODY
from newsbot.version import VERSION

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

USER_AGENT = f"newsbot/{VERSION} (+https://github.com/newsbot-id/newsbot)"
DEFAULTS: dict[str, Any] = {
    # who asks
    "USER_AGENT": USER_AGENT,
    "ROBOTSTXT_OBEY": True,
    "ROBOTSTXT_USER_AGENT": "newsbot",
    "ROBOTSTXT_PARSER": Rules,
    "COOKIES_ENABLED": False,
    "REFERRER_POLICY": "same-origin",
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "id,en;q=0.5",
    },
    # whose turn it is: a queue a host, and as many hosts at once as Scrapy's page on broad crawls advises
    "DOWNLOADER": Places,
    "SCHEDULER_PRIORITY_QUEUE": HostQueues,
    "CONCURRENT_REQUESTS": 100,
    # bytes of what came and is not read yet; a host may have a sixteenth of it, and one page beyond that
    "SCRAPER_SLOT_MAX_ACTIVE_SIZE": 64_000_000,
    # how patiently
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 2.0,
    "AUTOTHROTTLE_ENABLED": True,
    "AUTOTHROTTLE_START_DELAY": 2.0,
    "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,
    "RETRY_TIMES": 3,
    # a page gives one item: Scrapy starts this many tasks for each response, a hundred by default
    "CONCURRENT_ITEMS": 2,
    # what may come back
    "DOWNLOAD_MAXSIZE": MAX_BODY,
    "DOWNLOAD_WARNSIZE": MAX_BODY // 4,
    "DOWNLOAD_TIMEOUT": 60,
    "DOWNLOAD_FAIL_ON_DATALOSS": True,
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "DOWNLOAD_TLS_MIN_VERSION": "TLSv1.2",
    "DOWNLOADER_CLIENT_TLS_CIPHERS": None,  # Twisted's list, which has no weak ones
    "REDIRECT_MAX_TIMES": 5,
    # every status is an answer that the spider reads
    "HTTPERROR_ALLOW_ALL": True,
    "METAREFRESH_ENABLED": True,
    "METAREFRESH_MAXDELAY": 5,
    "DNS_TIMEOUT": 20,
    # what may be reached
    "HTTPPROXY_ENABLED": False,
    # who may reach in
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    # what a crawl leaves in a job folder, were there one (newsbot keeps its own state)
    "SCHEDULER_DISK_QUEUE": "scrapy.squeues.PickleLifoSQLiteQueue",
    "SCHEDULER_START_DISK_QUEUE": "scrapy.squeues.PickleFifoSQLiteQueue",
    # what is kept quiet
    "LOG_LEVEL": "INFO",
    "LOGSTATS_INTERVAL": 60.0,
}

HANDLERS: dict[str, type | None] = {
    "http": DownloadHandler,
    "https": DownloadHandler,
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
"""Who asks under which scheme: nobody under those that no portal has any business naming."""


class NewsbotAddon:
    """Sets newsbot's defaults and components on a Scrapy project."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Called by Scrapy before anything is built from the settings."""
        for name, value in DEFAULTS.items():
            settings.set(name, value, priority="addon")
        handlers = {**HANDLERS, **settings.getdict("DOWNLOAD_HANDLERS")}
        settings.set("DOWNLOAD_HANDLERS", handlers, settings.getpriority("DOWNLOAD_HANDLERS") or 0)
        for name, components in _COMPONENTS.items():
            for component, order in components.items():
                settings.setdefault_in_component_priority_dict(name, component, order)


_COMPONENTS: dict[str, dict[type, int | None]] = {
    "DOWNLOADER_MIDDLEWARES": {
        PublicAddressesMiddleware: 10,
        RobotsTxtMiddleware: None,
        ObeyRobots: 100,
        SharedDocuments: 530,
        RobotsGate: 540,
        HostGate: 560,
        MetaRefreshMiddleware: None,
        MetaRefresh: 580,
        EncodingLayers: 595,
        RedirectMiddleware: None,
        Redirects: 600,
    },
    # The spider waits for an answer or an error of all that it asks for, and these two drop a request without either.
    # Discovery has bounds of its own: sitemaps in sitemaps, pages of an index, documents of a site, pages of an
    # article, characters of an address.
    "SPIDER_MIDDLEWARES": {DepthMiddleware: None, UrlLengthMiddleware: None},
    "ITEM_PIPELINES": {ExtractPipeline: 300, WritePipeline: 800},
    "EXTENSIONS": {
        JsonLog: 0,
        Evidence: 10,
        Report: 20,
        PageMeasures: 30,
        UrlLog: 40,
        DiskSpace: 50,
        Metrics: 60,
        Hook: 70,
        CrawlDelay: 100,
    },
}
