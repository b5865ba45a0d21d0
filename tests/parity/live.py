"""Addresses as a live crawl meets them: Scrapy with newsbot's add-on over sockets, every host led to one server.

Run in a process of its own: ``python tests/parity/live.py SERVER FOLDER``. SERVER answers `/?url=ADDRESS`;
`FOLDER/addresses.json` is the list of the addresses.
"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

from newsbot import settings as project
from newsbot.crawl.spiders.portal import PortalSpider
from newsbot.items import Discovery
from newsbot.portals import host_of, registry
from newsbot.state import Found


class LedToTheServer(HTTP11DownloadHandler):
    """Connects to the server of the test, and answers as the host that was asked."""

    server = ""

    async def download_request(self, request: Request) -> Response:
        there = request.replace(url=f"{self.server}/?url={quote(request.url, safe='')}")
        response = await super().download_request(there)
        return response.replace(url=request.url)


class AnnouncedSpider(PortalSpider):
    """Newsbot's spider after its discovery: each address was announced as an article of its own."""

    name = "announced"
    addresses: tuple[str, ...] = ()

    async def start(self) -> AsyncIterator[Any]:
        found = []
        for number, url in enumerate(self.addresses):
            portal = registry().match(url)
            site = portal.id if portal else host_of(url)
            found.append(Found(f"fixture:{number}", site, url, Discovery("link", url)))
        self.store.portals = sorted({one.portal for one in found})
        self.store.discovered(found)
        async for request in self.articles.requests(lambda: False):
            yield request


def main(server: str, folder: Path) -> None:
    settings = Settings()
    settings.setmodule(project, priority="project")
    chosen = {
        "NEWSBOT_OUTPUT": str(folder / "out"),
        "NEWSBOT_WARC": str(folder / "warc"),
        "NEWSBOT_WORKERS": 1,
        "NEWSBOT_SUSPECT_SHARE": 1,  # the pages of one portal are few here, and some are no articles on purpose
        "DOWNLOAD_HANDLERS": {"http": LedToTheServer, "https": LedToTheServer},
        "NEWSBOT_ALLOW_PRIVATE": "127.0.0.1",
        "CONCURRENT_REQUESTS": 8,
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }
    settings.update(chosen, priority="cmdline")
    LedToTheServer.server = server
    AnnouncedSpider.addresses = tuple(json.loads((folder / "addresses.json").read_text()))
    process = CrawlerProcess(settings)
    process.crawl(AnnouncedSpider, portal="kompas")
    process.start()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
