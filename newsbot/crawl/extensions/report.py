"""The run report: what a crawl found, fetched, wrote and left, as JSON for schedulers and as a table for people."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newsbot.crawl.context import context_of
from newsbot.crawl.endings import FINISHED, RUNNING, WRITE_FAILED, announced, exit_code, verdict
from newsbot.crawl.pipelines.write import stop
from newsbot.crawl.store import now
from newsbot.durable.lines import write_whole
from newsbot.lexicon import digest
from newsbot.state import Unread

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

    from newsbot.crawl.servers import Host
    from newsbot.crawl.store import Store

REPORT = "report.json"
_LOG = logging.getLogger(__name__)
_SHOWN = 20
"""Documents, and articles, that the report names."""


class Report:
    """Closes the store and writes `report.json` beside the parts when the crawl ends, however it ends in order."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._context = context_of(crawler)
        self._latency: dict[str, list[float]] = {}
        self._began = time.monotonic()
        crawler.signals.connect(self._opened, signal=signals.spider_opened)
        crawler.signals.connect(self._downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(self._closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Report:
        return cls(crawler)

    def _opened(self) -> None:
        """From here on the report is this run's: one that could not be written at the end is not the former's."""
        if store := self._context.opened:
            try:
                write_report(store.folder, self._figures(store, RUNNING, {}))
            except OSError as error:
                stop(self._crawler, error)

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
            report = self._give_up(store, error)
        self._context.report = report

    def _end(self, store: Store, reason: str) -> dict[str, Any]:
        if store.failed:
            return self._give_up(store, store.failed)
        store.sync(close=True)
        store.note_jump()
        left = {site: store.state.count_pending([site]) for site in store.portals}
        report = self._figures(store, reason, left)
        store.end(report, self._context.measured(), complete=reason == FINISHED)
        write_report(store.folder, report)
        return report

    def _give_up(self, store: Store, error: OSError) -> dict[str, Any]:
        """The report of a run that could not write; a small file may find room where a large one does not."""
        store.failed = error
        store.abandon()
        report = self._figures(store, WRITE_FAILED, {})
        with suppress(OSError):
            write_report(store.folder, report)
        return report

    def _figures(self, store: Store, reason: str, left: dict[str, int]) -> dict[str, Any]:
        stats = self._crawler.stats.get_stats()
        unread = {site: store.unread(site) for site in store.portals}
        given_up = {site: store.given_up(site) for site in store.portals}
        hosts = self._context.gate.hosts if self._context.gate else {}
        report = run_report(stats, store.run, store.portals, store.mode, reason, left)
        for site, figures in report["by_portal"].items():
            closed = {name: host for name, host in hosts.items() if host.closed and site in host.sites}
            figures["left_alone"] = {name: host.closed for name, host in closed.items()}
            refuses = any(host.is_unwilling for host in closed.values())
            is_spent = bool(closed) and all(host.pace.is_spent for host in closed.values())
            figures["unread"] = len([one for one in unread[site] if not one.is_given_up])
            lost = [one for one in unread[site] if one.is_lost(now())]
            figures["documents_given_up"] = len(lost)
            figures["given_up"] = len(given_up[site])
            dropped = self._context.dropped
            figures["dropped_examples"] = dropped.examples(site) if dropped else {}
            figures["barren"] = dropped.barren(site) if dropped else []
            figures["verdict"] = verdict(
                figures,
                refuses=refuses,
                is_spent=is_spent,
                has_gaps=has_gaps(unread[site]),
                has_lost=bool(lost),
                has_articles=store.has_articles(site),
            )
        report["seconds"] = round(time.monotonic() - self._began, 1)
        report["peak_megabytes"] = _peak_megabytes()
        report["notices"] = store.notices
        report["list"] = self._context.listed.to_report() if self._context.listed else None
        report["gaps"] = [site for site, documents in unread.items() if has_gaps(documents)]
        report["look_back"] = self._look_back(report)
        report["unread"] = [_said(one) for documents in unread.values() for one in documents][:_SHOWN]
        report["documents_given_up"] = sum(own["documents_given_up"] for own in report["by_portal"].values())
        report["given_up"] = sum(map(len, given_up.values()))
        report["given_up_articles"] = [url for urls in given_up.values() for url in urls][:_SHOWN]
        report["hosts"] = self._hosts(hosts)
        report["exit_code"] = exit_code(report)
        return report

    def _look_back(self, report: dict[str, Any]) -> list[str]:
        """The portals whose window stays where it is: also those that announced nothing at all, in whatever words."""
        figures: dict[str, dict[str, Any]] = report["by_portal"]
        silent = {site for site, own in figures.items() if not announced(own)}
        return sorted(silent | getattr(self._crawler.spider, "look_back", set()))

    def _hosts(self, known: dict[str, Host]) -> list[dict[str, Any]]:
        """Requests and mean seconds of an answer of each host, the slowest first, at most twenty; those that were left
        alone are among them."""
        closed = {seen.name: seen.closed for seen in known.values() if seen.closed}
        rows = [
            {
                "host": host,
                "requests": int(count),
                "mean_seconds": round(total / count, 3) if count else 0.0,
                "left_alone": closed.get(host),
            }
            for host, (total, count) in self._latency.items()
        ]
        rows += [
            {"host": host, "requests": 0, "mean_seconds": 0.0, "left_alone": why}
            for host, why in closed.items()
            if host not in self._latency
        ]
        rows.sort(key=lambda row: (row["left_alone"] is None, -float(str(row["mean_seconds"]))))
        return rows[:20]


def write_report(folder: Path, report: dict[str, Any]) -> None:
    """Replace `report.json` in one step. Raises OSError."""
    write_whole(folder / REPORT, json.dumps(report, indent=1, ensure_ascii=False) + "\n")


def has_gaps(unread: list[Unread]) -> bool:
    """Whether some of the documents should have been read and are still asked for."""
    return any(not one.is_soft and not one.is_given_up for one in unread)


def _said(one: Unread) -> dict[str, Any]:
    names = ("portal", "url", "reason", "failures", "first", "last", "is_given_up")
    return {name: getattr(one, name) for name in names}


def run_report(
    stats: Mapping[str, Any], run: int, portals: list[str], mode: str, reason: str, left: dict[str, int]
) -> dict[str, Any]:
    """The figures of a run and of each of its portals, from statistics by the names of `figures.NAMES`."""
    whole = _tail(stats, "newsbot/")
    by_portal = {
        site: {
            **figures_of(_tail(whole, f"portal/{site}/")),
            "left_pending": left.get(site, 0) if left else None,
            "given_up": None,
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
        "given_up": None,
        "busy": _tail(whole, "gate/busy/"),
        "by_portal": by_portal,
    }


def figures_of(own: Mapping[str, Any]) -> dict[str, Any]:
    """The figures that the run and each portal have: numbers, and tables by kind, reason, field or code."""
    numbers = (
        *(
            "discovered",
            "outside_window",
            "older_sitemaps",
            "never_seen",
            "asked",
            "fetched",
            "not_modified",
            "gone",
            "moved",
            "incomplete",
            "next_pages",
        ),
        "changed",
    )
    tables = (
        *("records", "unchanged", "rejects", "failed", "refused", "doubtful", "suspect", "unsure"),
        *("missing", "problems", "discovery", "dropped"),
    )
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
