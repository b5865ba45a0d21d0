"""A crawl's figures for Prometheus while it runs, on a port of this machine."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import NotConfigured

from newsbot.crawl.figures import NAMES

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

NEEDS_EXTRA = "Prometheus metrics need the extra: pip install 'newsbot[metrics]'"
_HOST = "127.0.0.1"
_BYTES, _ANSWERS = "downloader/response_bytes", "downloader/response_status_count/"


class Metrics:
    """Serves the statistics of `figures.NAMES` under `/metrics` at NEWSBOT_METRICS, a port of this machine or
    HOST:PORT, as long as the crawl runs. Raises ValueError at the start where the port cannot be had or is none, and
    ImportError without the library."""

    def __init__(self, crawler: Crawler, where: str) -> None:
        require_metrics()
        from prometheus_client import CollectorRegistry, ProcessCollector, start_http_server

        self._crawler = crawler
        self._began = time.time()
        host, port = place_of(where)
        registry = CollectorRegistry()
        registry.register(self)
        ProcessCollector(registry=registry)
        try:
            self._server, _ = start_http_server(port, host, registry)
        except OSError as error:
            raise ValueError(
                f"metrics cannot be served at {host}:{port}: {error.strerror or error}"
            ) from error
        crawler.signals.connect(self._closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Metrics:
        if not (where := crawler.settings.get("NEWSBOT_METRICS")):
            raise NotConfigured
        return cls(crawler, str(where))

    def _closed(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def collect(self) -> Iterator[Any]:
        """The figures as they are now; called by the server, in a thread of its own."""
        from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily

        stats = dict(self._crawler.stats.get_stats())  # in one step: the crawl goes on counting
        yield GaugeMetricFamily("newsbot_run_start_time_seconds", "when the run began", value=self._began)
        size = CounterMetricFamily(
            "newsbot_response_bytes", "bytes of all answers", value=stats.get(_BYTES, 0)
        )
        yield size
        answers = CounterMetricFamily("newsbot_responses", "all answers by status", labels=["status"])
        for name, value in stats.items():
            if name.startswith(_ANSWERS):
                answers.add_metric([name.removeprefix(_ANSWERS)], value)
        yield answers
        for name, meaning in NAMES.items():
            metric, labels = metric_of(name)
            family = CounterMetricFamily(metric, meaning, labels=labels)
            for values, count in counted(stats, name):
                family.add_metric(values, count)
            yield family


def require_metrics() -> None:
    """Raise ImportError where the library is not installed; the message says how to get it."""
    try:
        import prometheus_client  # noqa: F401
    except ImportError as error:
        raise ImportError(NEEDS_EXTRA) from error


def metric_of(name: str) -> tuple[str, list[str]]:
    """The metric of a statistic and its labels.

    >>> metric_of("gate/busy/STATUS")
    ('newsbot_gate_busy', ['portal', 'status'])
    """
    words = name.split("/")
    labels = [word.lower() for word in words if word.isupper()]
    return "_".join(["newsbot", *(word for word in words if not word.isupper())]), ["portal", *labels]


def counted(stats: Mapping[str, Any], name: str) -> list[tuple[list[str], float]]:
    """The values of a statistic by portal and, where its name has one, by label; the portal is empty of what the run
    counts and no portal does."""
    of_run: dict[str, float] = {}
    of_portals: dict[tuple[str, str], float] = {}
    for key, value in stats.items():
        if (place := _place_of(key, name)) is not None:
            portal, label = place
            if portal:
                of_portals[portal, label] = value
            else:
                of_run[label] = value
    for label, total in of_run.items():
        if rest := total - sum(count for (_, own), count in of_portals.items() if own == label):
            of_portals["", label] = rest
    has_label = len(metric_of(name)[1]) > 1
    return [
        ([portal, *([label] * has_label)], count) for (portal, label), count in sorted(of_portals.items())
    ]


_KEY = re.compile(r"newsbot/(?:portal/([^/]+)/)?(.+)")


def _place_of(key: str, name: str) -> tuple[str, str] | None:
    """Portal and label that a key of the statistics has under a name; None where it is another's."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    portal, rest = found[1] or "", found[2]
    stem, slash, label = name.rpartition("/")
    if not label.isupper():
        return (portal, "") if rest == name else None
    return (portal, rest.removeprefix(stem + slash)) if rest.startswith(stem + slash) else None


def place_of(where: str) -> tuple[str, int]:
    """Host and port of NEWSBOT_METRICS. Raises ValueError where it names none."""
    host, colon, port = where.rpartition(":")
    if not port.isdecimal() or not 0 <= int(port) <= 65_535:
        raise ValueError(f"{where!r} is no port, nor HOST:PORT")
    return (host.strip("[]") if colon else _HOST), int(port)
