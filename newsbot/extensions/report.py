"""The run report: what a crawl found, fetched, wrote and left, as JSON for schedulers and as a table for people."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newsbot.archive.lines import write_whole
from newsbot.pipelines.store import Store
from newsbot.pipelines.write import WRITE_FAILED

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

REPORT = "report.json"
_LOG = logging.getLogger(__name__)
_FINISHED = frozenset(("finished",))


class Report:
    """Closes the store and writes `report.json` beside the parts when the crawl ends, however it ends in order."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._latency: dict[str, list[float]] = {}
        self._began = datetime.now(UTC)
        crawler.signals.connect(self._downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(self._closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Report:
        return cls(crawler)

    def _downloaded(self, request: Any) -> None:
        latency = request.meta.get("download_latency")
        if latency is not None:
            told = self._latency.setdefault(request.meta.get("download_slot", ""), [0.0, 0.0])
            told[0] += latency
            told[1] += 1

    def _closed(self, spider: Spider, reason: str) -> None:
        if getattr(self._crawler, "newsbot_store", None) is None:
            return
        store = Store.of(self._crawler)
        try:
            report = self._end(store, reason)
        except OSError as error:
            _LOG.critical("the end of the run could not be written to %s: %s", store.folder, error)
            store.abandon()
            report = {**self._figures(store, WRITE_FAILED, 0), "left_pending": None}
        self._crawler.newsbot_report = report  # type: ignore[attr-defined]

    def _end(self, store: Store, reason: str) -> dict[str, Any]:
        if reason == WRITE_FAILED:
            store.abandon()
            return {**self._figures(store, reason, 0), "left_pending": None}
        store.sync(close=True)
        report = self._figures(store, reason, store.state.count_pending(store.portals))
        store.end(report, complete=reason in _FINISHED)
        write_whole(store.folder / REPORT, json.dumps(report, indent=1, ensure_ascii=False) + "\n")
        return report

    def _figures(self, store: Store, reason: str, left: int) -> dict[str, Any]:
        report = run_report(
            self._crawler.stats.get_stats(), store.run, store.portals, store.mode, reason, left
        )
        report["seconds"] = round((datetime.now(UTC) - self._began).total_seconds(), 1)
        report["peak_megabytes"] = _peak_megabytes()
        report["notices"] = store.notices
        report["gaps"] = sorted(getattr(self._crawler.spider, "gaps", ()))
        report["hosts"] = self._hosts()
        return report

    def _hosts(self) -> list[dict[str, Any]]:
        """Requests, mean seconds of an answer and the pause of each host, the slowest first, at most twenty."""
        gate = getattr(self._crawler, "newsbot_gate", None)
        known = gate.hosts if gate else {}
        rows = [
            {
                "host": host,
                "requests": int(count),
                "mean_seconds": round(total / count, 3) if count else 0.0,
                "left_alone": known[host].closed if host in known else None,
            }
            for host, (total, count) in self._latency.items()
        ]
        closed = [
            {"host": host, "requests": 0, "mean_seconds": 0.0, "left_alone": seen.closed}
            for host, seen in known.items()
            if seen.closed and host not in self._latency
        ]
        return sorted(rows + closed, key=lambda row: -float(str(row["mean_seconds"])))[:20]


def run_report(
    stats: Mapping[str, Any], run: int, portals: list[str], mode: str, reason: str, left: int
) -> dict[str, Any]:
    """The figures of a run. `fetched` counts answers to article requests, `not_modified` those of status 304 among
    them, `left_pending` what is found and not done."""
    own = {
        name.removeprefix("newsbot/"): value for name, value in stats.items() if name.startswith("newsbot/")
    }
    return {
        "schema": "newsbot.crawl-report/1",
        "run": run,
        "mode": mode,
        "portals": portals,
        "reason": reason,
        "discovered": own.get("discovered", 0),
        "never_seen": own.get("never_seen", 0),
        "asked": own.get("asked", 0),
        "responses": stats.get("downloader/response_count", 0),
        "bytes": stats.get("downloader/response_bytes", 0),
        "not_modified": own.get("not_modified", 0),
        "next_pages": own.get("next_pages", 0),
        "records": _nested(own, "records"),
        "unchanged": _nested(own, "unchanged"),
        "changed": own.get("changed", 0),
        "rejects": _flat(own, "rejects"),
        "failed": _flat(own, "failed"),
        "gone": own.get("gone", 0),
        "refused": own.get("refused", 0),
        "left_pending": left,
        "missing": _flat(own, "missing"),
        "problems": _flat(own, "problems"),
        "discovery": _flat(own, "discovery"),
        "busy": _flat(own, "gate/busy"),
    }


def _peak_megabytes() -> float | None:
    """The peak memory of this process, where the system tells it."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def _flat(stats: Mapping[str, Any], name: str) -> dict[str, Any]:
    start = f"{name}/"
    return {key.removeprefix(start): value for key, value in sorted(stats.items()) if key.startswith(start)}


def _nested(stats: Mapping[str, Any], name: str) -> dict[str, dict[str, Any]]:
    """Counts by portal and kind."""
    table: dict[str, dict[str, Any]] = {}
    for key, value in _flat(stats, name).items():
        portal, _, kind = key.rpartition("/")
        table.setdefault(portal, {})[kind] = value
    return table
