"""The run report: what a crawl found, fetched, wrote and left, as JSON for schedulers and as a table for people."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newsbot.crawl.context import context_of
from newsbot.crawl.pipelines.write import WRITE_FAILED
from newsbot.durable.lines import write_whole
from newsbot.lexicon import digest

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

    from newsbot.crawl.middlewares.host_gate import Host
    from newsbot.crawl.store import Store

REPORT = "report.json"
_LOG = logging.getLogger(__name__)
_FINISHED = frozenset(("finished",))


class Report:
    """Closes the store and writes `report.json` beside the parts when the crawl ends, however it ends in order."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._context = context_of(crawler)
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
        if (store := self._context.opened) is None:
            return
        try:
            report = self._end(store, reason)
        except OSError as error:
            _LOG.critical("the end of the run could not be written to %s: %s", store.folder, error)
            store.abandon()
            report = self._figures(store, WRITE_FAILED, {})
        self._context.report = report

    def _end(self, store: Store, reason: str) -> dict[str, Any]:
        if reason == WRITE_FAILED:
            store.abandon()
            return self._figures(store, reason, {})
        store.sync(close=True)
        left = {site: store.state.count_pending([site]) for site in store.portals}
        report = self._figures(store, reason, left)
        store.end(report, complete=reason in _FINISHED)
        write_whole(store.folder / REPORT, json.dumps(report, indent=1, ensure_ascii=False) + "\n")
        return report

    def _figures(self, store: Store, reason: str, left: dict[str, int]) -> dict[str, Any]:
        stats = self._crawler.stats.get_stats()
        gaps = sorted(getattr(self._crawler.spider, "gaps", ()))
        hosts = self._context.gate.hosts if self._context.gate else {}
        report = run_report(stats, store.run, store.portals, store.mode, reason, left)
        for site, figures in report["by_portal"].items():
            closed = {name: host for name, host in hosts.items() if host.closed and site in host.sites}
            figures["left_alone"] = {name: host.closed for name, host in closed.items()}
            refuses = any(host.is_unwilling for host in closed.values())
            figures["verdict"] = verdict(figures, refuses=refuses, has_gaps=site in gaps)
        report["seconds"] = round((datetime.now(UTC) - self._began).total_seconds(), 1)
        report["peak_megabytes"] = _peak_megabytes()
        report["notices"] = store.notices
        report["gaps"] = gaps
        report["hosts"] = self._hosts(hosts)
        return report

    def _hosts(self, known: dict[str, Host]) -> list[dict[str, Any]]:
        """Requests and mean seconds of an answer of each host, the slowest first, at most twenty; those that were left
        alone are among them."""
        rows = [
            {
                "host": host,
                "requests": int(count),
                "mean_seconds": round(total / count, 3) if count else 0.0,
                "left_alone": known[host].closed if host in known else None,
            }
            for host, (total, count) in self._latency.items()
        ]
        rows += [
            {"host": host, "requests": 0, "mean_seconds": 0.0, "left_alone": seen.closed}
            for host, seen in known.items()
            if seen.closed and host not in self._latency
        ]
        rows.sort(key=lambda row: (row["left_alone"] is None, -float(str(row["mean_seconds"]))))
        return rows[:20]


def verdict(figures: Mapping[str, Any], *, refuses: bool, has_gaps: bool) -> str:
    """How a portal took the crawl, in a word: `refuses` this crawler by its answers or by robots.txt, `left_alone`
    because it was too busy or broken, `incomplete` because not all that it announces could be read, `empty` because
    it announced nothing, else `ok`.

    A portal that gave articles is not unwilling for a forbidden corner.
    """
    announced = figures["discovered"] or figures["outside_window"]
    got = announced or figures["records"] or figures["not_modified"]
    forbidden = figures["refused"].get("robots_txt") or figures["discovery"].get("refused")
    if refuses or (not got and (figures["gate_refused"] or forbidden)):
        return "refuses"
    if forbidden and not figures["fetched"] and not figures["left_pending"]:
        return "refuses"
    if figures["left_alone"]:
        return "left_alone"
    if has_gaps:
        return "incomplete"
    return "ok" if got else "empty"


def run_report(
    stats: Mapping[str, Any], run: int, portals: list[str], mode: str, reason: str, left: dict[str, int]
) -> dict[str, Any]:
    """The figures of a run and of each of its portals, from statistics by the names of `figures.NAMES`."""
    whole = _tail(stats, "newsbot/")
    by_portal = {
        site: {
            **figures_of(_tail(whole, f"portal/{site}/")),
            "left_pending": left.get(site, 0) if left else None,
        }
        for site in portals
    }
    return {
        "schema": "newsbot.crawl-report/1",
        "run": run,
        "mode": mode,
        "portals": portals,
        "reason": reason,
        **({"lexicon": laid_over} if (laid_over := digest()) else {}),
        "responses": stats.get("downloader/response_count", 0),
        "bytes": stats.get("downloader/response_bytes", 0),
        **figures_of(whole),
        "left_pending": sum(left.values()) if left else None,
        "busy": _tail(whole, "gate/busy/"),
        "by_portal": by_portal,
    }


def figures_of(own: Mapping[str, Any]) -> dict[str, Any]:
    """The figures that the run and each portal have: numbers, and tables by kind, reason, field or code."""
    numbers = (
        *(
            "discovered",
            "outside_window",
            "never_seen",
            "asked",
            "fetched",
            "not_modified",
            "gone",
            "next_pages",
        ),
        "changed",
    )
    tables = ("records", "unchanged", "rejects", "failed", "refused", "missing", "problems", "discovery")
    return {
        **{name: own.get(name, 0) for name in numbers},
        **{name: _tail(own, f"{name}/") for name in tables},
        "gate_refused": own.get("gate/refused", 0),
    }


def _tail(stats: Mapping[str, Any], start: str) -> dict[str, Any]:
    """What begins so, by what follows."""
    return {key.removeprefix(start): value for key, value in sorted(stats.items()) if key.startswith(start)}


def _peak_megabytes() -> float | None:
    """The peak memory of this process, where the system tells it."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)
