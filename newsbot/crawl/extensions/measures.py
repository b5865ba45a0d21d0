"""What the pages of a run were like, portal by portal: the figures that the state keeps of it (`state.Measures`)."""

from __future__ import annotations

from datetime import datetime
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newsbot.crawl import signals as own
from newsbot.crawl.context import context_of
from newsbot.crawl.doubt import THIN
from newsbot.crawl.figures import asked_for_by
from newsbot.state import Measures
from newsbot.state.history import GENERIC

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
        url = item.snapshot.url
        for field in reading.empty:
            measures.add("missing", field, url)
        measures.add("layouts", reading.layout or GENERIC, url)
        if reading.layout is None:
            measures.show(GENERIC, url)
        if reading.words < THIN:
            measures.thin += 1
            measures.show("thin", url)
        if _is_future(reading.published, item.snapshot.fetched_at):
            measures.future += 1
            measures.show("future", url)
        if self._is_again(portal, reading.text, item.key):
            measures.duplicates += 1
            measures.show("duplicates", url)

    def _is_again(self, portal: str, text: str | None, key: str) -> bool:
        """Whether another article of the run had this text."""
        texts = self._texts.setdefault(portal, {})
        if text is None:
            return False
        if len(texts) < _MAX_ANSWERS:
            return texts.setdefault(text, key) != key
        return texts.get(text, key) != key


def _is_future(published: str | None, fetched_at: str | None) -> bool:
    """Whether a page states a date after it was fetched; a day alone is in the future from the day after the
    next on, for it has no zone.

    >>> _is_future("2026-11-30", "2026-11-29T20:00:00+00:00"), _is_future("2026-12-01", "2026-11-29T20:00:00+00:00")
    (False, True)
    """
    if not published or not fetched_at:
        return False
    stated, moment = datetime.fromisoformat(published), datetime.fromisoformat(fetched_at)
    if stated.tzinfo is None:
        return (stated.date() - moment.date()).days > 1
    return stated > moment


def _latency(seconds: list[float]) -> dict[str, Any]:
    top = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    figures = {"median": median(seconds), "p95": min(top, max(seconds)), "slowest": max(seconds)}
    return {"answers": len(seconds), **{name: round(value, 3) for name, value in figures.items()}}
