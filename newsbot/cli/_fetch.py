"""One page fetched by the crawl's own downloader, with all its checks: robots.txt, addresses, sizes, times."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from newsbot.cli._errors import InputError
from newsbot.snapshot import Snapshot

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response


def fetch(url: str, *, allow_private: bool = False) -> Snapshot:
    """The page at an address, redirects followed; whatever its status, for the stream knows error pages.

    Once a process: Twisted's reactor starts once. Raises InputError that names the address and why it cannot be had.
    """
    from scrapy.crawler import CrawlerProcess
    from scrapy.settings import Settings

    from newsbot import settings as project
    from newsbot.crawl.fetched import snapshot_of
    from newsbot.crawl.pipelines.extract import ExtractPipeline
    from newsbot.crawl.pipelines.write import WritePipeline

    settings = Settings()
    settings.setmodule(project, priority="project")
    chosen = {
        "NEWSBOT_ALLOW_PRIVATE": allow_private,
        "ITEM_PIPELINES": {ExtractPipeline: None, WritePipeline: None},
        "DOWNLOAD_DELAY": 1.0,
        "AUTOTHROTTLE_ENABLED": False,
        "LOG_ENABLED": False,
    }
    settings.update(chosen, priority="cmdline")
    process = CrawlerProcess(settings)
    answers: list[Response] = []
    failures: list[str] = []
    process.crawl(_one_page(), url=url, answers=answers, failures=failures)
    process.start()
    if not answers:
        raise InputError(f"{url}: {failures[0] if failures else 'no answer'}")
    return snapshot_of(answers[0])


def _one_page() -> type[Spider]:
    from scrapy import Request, Spider

    class OnePage(Spider):
        """Asks for one address."""

        name = "one_page"

        def __init__(self, url: str, answers: list[Response], failures: list[str], **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.url, self.answers, self.failures = url, answers, failures

        async def start(self) -> AsyncIterator[Request]:
            yield Request(self.url, callback=self.parse, errback=self.fail, dont_filter=True)

        def parse(self, response: Response) -> None:
            self.answers.append(response)

        def fail(self, failure: Any) -> None:
            self.failures.append(failure.getErrorMessage() or failure.type.__name__)

    return OnePage
