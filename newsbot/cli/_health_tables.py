"""The health of portals on a screen of eighty columns: a line a portal, a line an alarm, and what to do about each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbot.cli._text import one_line
from newsbot.corpus.health.told import band_told, moment_told, told

if TYPE_CHECKING:
    from rich.table import Table

    from newsbot.corpus.health.check import Alarm, Health


_DAY = len("2026-11-29")


def print_health(found: Sequence[Health]) -> None:
    """Print the portals and their alarms on standard output."""
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    if found:
        console.print(_portals(found))
    for health in found:
        for figure, since in sorted(health.series.accepted.items()):
            name = f"{one_line(health.series.portal, 24)} {one_line(figure, 40)}"
            console.print(f"{name}: accepted as it is since {moment_told(since)}", soft_wrap=True)
    alarms = [(health, alarm) for health in found for alarm in health.alarms]
    if not alarms:
        return
    console.print(_alarms(alarms))
    for health, alarm in alarms:
        name = f"{one_line(health.series.portal, 24)} {one_line(alarm.figure, 40)}"
        console.print(f"{name}: {one_line(alarm.cause, 300)}")
        for url in alarm.examples:
            console.print(f"  {one_line(url, 500)}", soft_wrap=True)


def _table(*names: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in names:
        is_number = name in ("earlier", "value", "band")
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    return table


def _portals(found: Sequence[Health]) -> Table:
    table = _table("portal", "by", "last (UTC)", "earlier", "health")
    for health in found:
        series = health.series
        when = moment_told(health.last)
        table.add_row(one_line(series.portal, 24), series.unit, when, str(health.earlier), health.verdict)
    return table


def _alarms(alarms: Sequence[tuple[Health, Alarm]]) -> Table:
    table = _table("portal", "figure", "value", "band", "since")
    for health, alarm in alarms:
        table.add_row(
            one_line(health.series.portal, 24),
            one_line(alarm.figure, 40),
            told(alarm.value, alarm.kind),
            band_told(alarm.band, alarm.kind),
            alarm.since[:_DAY],
        )
    return table
