"""`newsbot runs`: the runs of a crawl so far."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from newsbot.cli._errors import InputError
from newsbot.cli._folders import state_of, with_folder

if TYPE_CHECKING:
    from rich.table import Table

    from newsbot.state import PastRun

_NUMBERS = frozenset(("run", "found", "written", "left"))


@click.command("runs")
@with_folder
@click.option(
    "--last",
    metavar="N",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="The last so many runs.",
)
@click.option("--json", "as_json", is_flag=True, help="All that is known of each run, one object a line.")
def command(folder: Path, state: Path | None, last: int, as_json: bool) -> None:
    """The runs of a crawl: when, how each ended, what it found, wrote and left.

    Reads the state in DIR and changes nothing; a crawl may be at work. With --json each line has the report of a run
    and the measures of its portals' pages: kinds, missing fields, layouts, thin texts, latency, and three addresses
    of each.

    \b
    Example:
      newsbot runs output/kompas
      newsbot runs output/kompas --last 100 --json > runs.jsonl
    """
    from newsbot.state import Conflict, past_runs

    try:
        runs = past_runs(state_of(folder, state), last=last)
    except Conflict as error:
        raise InputError(str(error)) from error
    if as_json:
        for run in runs:
            click.echo(json.dumps(asdict(run), ensure_ascii=False))
        return
    from rich.console import Console

    Console(highlight=False, markup=False).print(_table(runs) if runs else "no run yet")


def _table(runs: list[PastRun]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("run", "began (UTC)", "mode", "ended", "found", "written", "left"):
        justify: Literal["left", "right"] = "right" if name in _NUMBERS else "left"
        table.add_column(name, justify=justify, no_wrap=name != "ended", overflow="fold")
    table.add_column("verdict", overflow="fold")
    for run in runs:
        began = run.started[:16].replace("T", " ")
        table.add_row(str(run.run), began, str(run.options.get("mode", "")), *_figures(run.report))
    return table


def _figures(report: dict[str, Any] | None) -> tuple[str, ...]:
    """How a run ended and what it did; one that left no report was killed, or is at work."""
    from newsbot.cli._text import one_line

    if report is None:
        return ("killed, or at work", "", "", "", "")
    verdicts = {
        portal: own["verdict"] for portal, own in report["by_portal"].items() if own["verdict"] != "ok"
    }
    told = ", ".join(f"{one_line(portal, 24)}: {word}" for portal, word in verdicts.items())
    if len(report["by_portal"]) == 1:
        told = ", ".join(verdicts.values())
    written, left = sum(report["records"].values()), report["left_pending"]
    return (
        one_line(report["reason"], 24),
        str(report["discovered"]),
        str(written),
        "?" if left is None else str(left),
        told or "ok",
    )
