"""One discovery document read beside the reactor: what it announces and what of it is taken, or why it says nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import count
from typing import TYPE_CHECKING

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import WORKERS_FAILED
from newsbot.discovery import Choice, Listing, is_home, read_and_choose
from newsbot.items import Problem
from newsbot.workers.crew import Lost, WorkerError

if TYPE_CHECKING:
    from scrapy.http import Response

    from newsbot.crawl.spiders._documents import Document
    from newsbot.crawl.spiders._runner import Runner
    from newsbot.crawl.spiders._targets import Site


async def read_document(
    spider: Runner, site: Site, response: Response, document: Document
) -> AsyncIterator[tuple[Listing, Choice]]:
    """What the document announces and what of it is taken, lot by lot; a listing with an error where it was not read. A
    challenge page in its place counts as a refusal of its host; reading processes that do not start end the crawl."""
    for lot in count():
        read = await _read(spider, site, response, document, lot)
        yield read
        if not read[0].has_more:
            return


async def _read(
    spider: Runner, site: Site, response: Response, document: Document, lot: int
) -> tuple[Listing, Choice]:
    if response.status != 200:
        return _faulty(f"status_{response.status}") if document.kind != "robots" else (Listing(), Choice())
    if is_home(response.url) and not is_home(document.url):
        return _faulty("leads_home", response.url)
    target, context = document.target, context_of(spider.crawler)
    known = (site.portal and site.portal.id, target and target.source, target and target.day)
    try:
        read = await context.reader.ask(
            read_and_choose,
            document.kind,
            response.body,
            response.url,
            *known,
            site.home,
            spider.all_links,
            lot,
            url=response.url,
        )
    except WorkerError as error:
        spider.logger.critical("%s; stopping", error)
        context.close(spider.crawler, WORKERS_FAILED)
        return _faulty(WORKERS_FAILED)
    if isinstance(read, Lost):
        spider.logger.warning("not read: %s: %s", response.url, read.detail)
        return _faulty(read.reason, read.detail)
    if read[0].fault == "challenge" and context.gate and response.request:
        context.gate.refused(response.request, "challenge page")
    return read


def _faulty(code: str, detail: str = "") -> tuple[Listing, Choice]:
    return Listing(problems=[Problem(code, None, "error", detail or None)]), Choice()
