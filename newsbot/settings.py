"""The public name of the Scrapy project's settings: `scrapy.cfg` and Scrapyd ask for it."""

from newsbot.crawl.settings import *  # noqa: F403
