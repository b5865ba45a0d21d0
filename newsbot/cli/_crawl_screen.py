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
            "{task.fields[listed]}"
        ),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("crawl", total=None, discovered=0, responses=0, listed="")

        def show() -> None:
            stats = crawler.stats.get_stats()
            records = sum(value for name, value in stats.items() if name.startswith("newsbot/records/"))
            bar.update(
                task,
                completed=records,
                discovered=stats.get("newsbot/discovered", 0),
                responses=stats.get("downloader/response_count", 0),
                listed=_of_list(crawler),
            )

        crawler.signals.connect(show, signal=signals.response_received, weak=False)
        yield


def _of_list(crawler: Crawler) -> str:
    """How many addresses of a list have an answer, of those that this run asks for."""
    from newsbot.crawl.context import context_of
    from newsbot.crawl.figures import answered

    listed = context_of(crawler).listed
    if listed is None or listed.to_ask is None:
        return ""
    return f", {answered(crawler.stats.get_stats())} of {listed.to_ask} answered"


_ROWS = (
    ("announced", "discovered"),
    ("announced, outside the window", "outside_window"),
    ("announced, left out by rules", "dropped"),
    ("never seen before", "never_seen"),
    ("fetched", "fetched"),
    ("not modified (304)", "not_modified"),
    ("further pages of articles", "next_pages"),
    ("records written", "records"),
    ("changed articles among them", "changed"),
    ("read again, unchanged", "unchanged"),
    ("gone (404, 410)", "gone"),
    ("moved to another article", "moved"),
    ("incomplete, to be asked again", "incomplete"),
    ("suspect, nothing settled", "suspect"),
    ("unsure, to be asked again", "unsure"),
    ("rejected", "rejects"),
    ("failed", "failed"),
    ("refused (robots.txt, address)", "refused"),
    ("left pending", "left_pending"),
    ("given up", "given_up"),
)
_GROUPS = (
    *("records", "rejects", "failed", "refused", "suspect", "unsure"),
    *("busy", "missing", "discovery", "dropped"),
)
_FEW = 4
"""Portals that have a column each."""
_SHOWN_HOSTS = 5
_SHOWN_LINES = 3
_SHOWN_UNREAD = 5
_MOST_PORTALS = 30
"""Portals that have a row each; a list may have addresses of a thousand hosts."""


def summary_of(report: dict[str, Any]) -> list[Table]:
    """The report as tables: the figures of the portals, what lies behind them, the slowest hosts."""
    tables = [_figures(report), _details(report), _hosts(report)]
    return [table for table in tables if table.row_count]


def _figures(report: dict[str, Any]) -> Table:
    """A column for each portal where they are few, else a row for each."""
    from rich.table import Table

    title = f"crawl {report['run']} ({report['mode']}): {report['reason']}, {report['seconds']} s"
    portals: dict[str, dict[str, Any]] = report["by_portal"]
    if len(portals) > _FEW:
        table = Table("portal", "announced", "written", "pending", "verdict", title=title)
        for portal, own in list(portals.items())[:_MOST_PORTALS]:
            figures = [_number(own[name]) for name in ("discovered", "records", "left_pending")]
            table.add_row(portal, *figures, own["verdict"])
        if (more := len(portals) - _MOST_PORTALS) > 0:
            table.add_row(f"and {more} more", "", "", "", "")
        table.add_row(
            "all", *(_number(report[name]) for name in ("discovered", "records", "left_pending")), ""
        )
        return table
    table = Table("", *portals, *(["all"] if len(portals) > 1 else []), title=title)
    for label, name in _ROWS:
        columns = [*portals.values(), *([report] if len(portals) > 1 else [])]
        table.add_row(label, *(_number(one[name]) for one in columns))
    table.add_row("verdict", *(one["verdict"] for one in portals.values()))
    return table


def _details(report: dict[str, Any]) -> Table:
    from rich.table import Table

    table = Table("what", "count")
    for group in _GROUPS:
        for name, count in report[group].items():
            table.add_row(f"{group}: {name}", str(count))
    return table


def _hosts(report: dict[str, Any]) -> Table:
    from rich.table import Table

    table = Table("slowest hosts", "answers", "mean seconds")
    slowest = sorted(report["hosts"], key=lambda host: -float(host["mean_seconds"]))
    for host in slowest[:_SHOWN_HOSTS]:
        table.add_row(host["host"], str(host["requests"]), f"{host['mean_seconds']:.3f}")
    return table


def list_of(report: dict[str, Any]) -> list[str]:
    """What became of the lines of a list: a line in all, and one for each reason for which lines are not asked for."""
    listed = report["list"]
    if listed is None:
        return []
    said = [f"{listed['source']}: {listed['taken']} of {listed['lines']} lines are asked for"]
    for reason, number in listed["refused"].items():
        shown = [
            f"line {one['line']}: {one['text']}" for one in listed["refused_lines"][reason][:_SHOWN_LINES]
        ]
        said.append(f"  {number} {reason}: {'; '.join(shown)}" + (" ..." if number > len(shown) else ""))
    return said


def unread_of(report: dict[str, Any]) -> list[str]:
    """A line for each of some documents that were not read; those that may be right as they are stand in the report
    alone."""
    from newsbot.crawl.spiders._documents import SOFT

    gaps = [one for one in report["unread"] if one["reason"] not in SOFT]
    said = [
        f"not read: {one['url']} ({one['reason']})" + (", given up" if one["is_given_up"] else "")
        for one in gaps[:_SHOWN_UNREAD]
    ]
    return said + ([f"and {more} more: report.json"] if (more := len(gaps) - len(said)) > 0 else [])


def left_out_of(report: dict[str, Any]) -> list[str]:
    """A line for each portal of which all was left out, or all of one of its sources, with examples and what to do."""
    return [
        f"{portal}: {_told(own)}; take them with --all-links, or declare the form of its addresses"
        for portal, own in report["by_portal"].items()
        if own["verdict"] == "no_article_addresses"
    ]


def _told(own: dict[str, Any]) -> str:
    examples = own["dropped_examples"]
    reasons = [
        f"{number} {reason} ({', '.join(examples[reason])})" for reason, number in own["dropped"].items()
    ]
    return "left out by rules: " + "; ".join(reasons)


def _number(value: int | dict[str, int] | None) -> str:
    """A figure, or the sum of a table of figures; a question mark where a disk that failed left none."""
    if isinstance(value, dict):
        return str(sum(value.values()))
    return "?" if value is None else str(value)
