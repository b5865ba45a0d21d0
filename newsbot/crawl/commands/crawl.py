"""`scrapy crawl`, whose exit code says how the run went: Scrapy's own ends with 0 whatever became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands.crawl import Command as CrawlCommand

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import COULD_NOT_BEGIN, ENDED_EARLY, exit_code

if TYPE_CHECKING:
    import argparse

    from scrapy import Spider
    from scrapy.crawler import Crawler


class Command(CrawlCommand):
    """Scrapy's command; spiders that are not newsbot's end with the codes of Scrapy."""

    _begun: Crawler | None = None

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider to its end and set the exit code."""
        super().run(args, opts)
        if self.exitcode:
            self.exitcode = COULD_NOT_BEGIN
        elif self._begun and (context := context_of(self._begun)).opened:
            self.exitcode = exit_code(context.report) if context.report else ENDED_EARLY

    def _create_crawler(self, spidercls: type[Spider] | str) -> Crawler:
        self._begun = crawler = super()._create_crawler(spidercls)
        return crawler
