"""The pages of archives as the list of pages in a WACZ names them: each capture with its record's headline and date."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

from newsbot.archive import PageFile, find_sources
from newsbot.archive.pack import PageRow
from newsbot.engines.pool import Input, results, work_for
from newsbot.items import Reject
from newsbot.options import Options
from newsbot.snapshot import Snapshot
from newsbot.workers import PAGE_TIME


class PageRows:
    """The pages of archive files in their order, read as `replay` reads them by `workers` processes (0: this one).

    What gives no record, or has no address or time, is no page of the list: `left_out` counts it by reason, `examples`
    has one of each.
    """

    def __init__(self, files: list[Path], workers: int = 0, page_time: float = PAGE_TIME) -> None:
        self._files = files
        self._workers = workers
        self._page_time = page_time
        self._waiting: deque[tuple[str | None, str | None]] = deque()
        self.left_out: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def __iter__(self) -> Iterator[PageRow]:
        for result in results(self._inputs(), work_for(Options()), self._workers, self._page_time):
            url, moment = self._waiting.popleft()
            article, reject = result.outcome.article, result.outcome.reject
            if article and url and moment:
                yield PageRow(url, moment, article.headline, article.date_published)
            else:
                reason = reject.reason if reject else "no_address_or_time"
                self.left_out[reason] += 1
                self.examples.setdefault(reason, url or (reject and reject.path) or "an unnamed capture")

    def _inputs(self) -> Iterator[Input]:
        for number, item in enumerate(find_sources(*self._files)):
            self._waiting.append(_capture(item))
            yield number, item


def _capture(item: PageFile | Snapshot | Reject) -> tuple[str | None, str | None]:
    """Address and time of a capture. What is only found is a page by itself, and no capture."""
    if isinstance(item, Snapshot):
        return item.url, item.fetched_at and item.fetched_at.replace("+00:00", "Z")
    return (item.url if isinstance(item, Reject) else None), None
