"""What the pages of a run were like, portal by portal: the figures that the state keeps of it (`state.Measures`)."""

from __future__ import annotations

from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newsbot.crawl import signals as own
from newsbot.crawl.context import context_of
from newsbot.crawl.figures import asked_for_by
from newsbot.state import Measures
from newsbot.state.history import is_future

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from newsbot.crawl.fetched import Fetched
    from newsbot.workers.reading import Reading

_MAX_ANSWERS = 10_000
"""Answers of one portal whose times are kept, and texts that are remembered."""
_WITHOUT_PAGE = frozenset(("gone", "failed", "refused"))


class PageMeasures:
    """Measures the pages of each portal while they are read; the report gives them to the state with itself."""

    def __init__(self, crawler: Crawler) -> None:
        self._measures: dict[str, Measures] = {}
        self._seconds: dict[str, list[float]] = {}
        self._texts: dict[str, dict[str, str]] = {}
        crawler.signals.connect(self._downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(self._read, signal=own.page_read)
        crawler.signals.connect(self._settled, signal=own.article_settled)
        context_of(crawler).measured = self.measured

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PageMeasures:
        return cls(crawler)

    def measured(self) -> dict[str, Measures]:
        """The measures so far, by portal."""
        for portal, seconds in self._seconds.items():
            self._of(portal).latency = _latency(seconds)
        return self._measures

    def _of(self, portal: str) -> Measures:
        return self._measures.setdefault(portal, Measures())

    def _downloaded(self, request: Request) -> None:
        portal, latency = asked_for_by(request), request.meta.get("download_latency")
        if portal is None or latency is None:
            return
        known = self._seconds.setdefault(portal, [])
        if len(known) < _MAX_ANSWERS:
            known.append(latency)

    def _settled(self, url: str, portal: str, status: str, reason: str) -> None:
        if status in _WITHOUT_PAGE:
            name = status if status == "gone" else f"{status}/{reason}"
            self._of(portal).add("without_page", name, url)

    def _read(self, item: Fetched, reading: Reading) -> None:
        if (portal := asked_for_by(item.request)) is None:
            return
        measures, url = self._of(portal), item.snapshot.url
        measures.pages += 1
        if reading.reject is not None:
            measures.add("rejects", reading.reject.reason, url)
            return
        measures.add("kinds", reading.kind, url)
        if reading.kind == "article":
            self._article(measures, portal, item, reading)

    def _article(self, measures: Measures, portal: str, item: Fetched, reading: Reading) -> None:
        measures.add_article(
            item.snapshot.url,
            empty=reading.empty,
            layout=reading.layout,
            words=reading.words,
            is_future=is_future(reading.published, item.snapshot.fetched_at),
            is_again=self._is_again(portal, reading.text, item.key),
        )

    def _is_again(self, portal: str, text: str | None, key: str) -> bool:
        """Whether another article of the run had this text."""
        texts = self._texts.setdefault(portal, {})
        if text is None:
            return False
        if len(texts) < _MAX_ANSWERS:
            return texts.setdefault(text, key) != key
        return texts.get(text, key) != key


def _latency(seconds: list[float]) -> dict[str, Any]:
    top = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    figures = {"median": median(seconds), "p95": min(top, max(seconds)), "slowest": max(seconds)}
    return {"answers": len(seconds), **{name: round(value, 3) for name, value in figures.items()}}
