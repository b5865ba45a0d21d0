"""What a crawl shows: a line while it runs, a table when it has ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from scrapy.crawler import Crawler


@contextmanager
def progress_of(console: Console, crawler: Crawler) -> Iterator[None]:
    """A line that counts, where somebody looks."""
    if not console.is_terminal:
        yield
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from scrapy import signals

    columns = (
        SpinnerColumn(),
        TextColumn(
            "{task.fields[discovered]} found, {task.fields[responses]} fetched, {task.completed} records"
        ),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("crawl", total=None, discovered=0, responses=0)

        def show() -> None:
            stats = crawler.stats.get_stats()
            records = sum(value for name, value in stats.items() if name.startswith("newsbot/records/"))
            bar.update(
                task,
                completed=records,
                discovered=stats.get("newsbot/discovered", 0),
                responses=stats.get("downloader/response_count", 0),
            )

        crawler.signals.connect(show, signal=signals.response_received, weak=False)
        yield


_ROWS = (
    ("announcements", "discovered"),
    ("articles never seen before", "never_seen"),
    ("answers", "responses"),
    ("not modified (304)", "not_modified"),
    ("further pages of articles", "next_pages"),
    ("changed articles", "changed"),
    ("gone (404, 410)", "gone"),
    ("refused (robots.txt, address)", "refused"),
    ("left pending", "left_pending"),
)


def summary_of(report: dict[str, Any]) -> Table:
    """The report as a table."""
    from rich.table import Table

    table = Table("", "count", title=f"crawl {report['run']} ({report['mode']}): {report['reason']}")
    for label, name in _ROWS:
        table.add_row(label, str(report[name]))
    for group in ("records", "unchanged"):
        for portal, kinds in report[group].items():
            for kind, count in kinds.items():
                table.add_row(f"{group} {portal}, {kind}", str(count))
    for group in ("rejects", "failed", "busy", "missing", "discovery"):
        for name, count in report[group].items():
            table.add_row(f"{group}: {name}", str(count))
    table.add_row("seconds", str(report["seconds"]))
    return table
