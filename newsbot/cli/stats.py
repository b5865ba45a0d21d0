"""`newsbot stats`: what a corpus is like, on a screen."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from newsbot.cli._options import records_in
from newsbot.cli._records import bad_input_named, chosen
from newsbot.cli._selection import choice_of, selecting
from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from rich.table import Table

    from newsbot.corpus.figures.sums import Sums
    from newsbot.corpus.selection import Choice

_PORTALS = 12
_LINES = 8
_WIDE = 100
"""Columns of a screen that shows all fields; a smaller one shows the first _NARROW."""
_NARROW = 7


@click.command("stats")
@records_in
@selecting
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(sources: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """Records, period, kinds, languages, portals with the fields that they hold, problems: a screenful.

    \b
    Example:
      newsbot stats output/
      newsbot stats articles.jsonl --kind article --since 2024-01-01 --json
    """
    sums = summed(sources, choice_of(options), "counting")
    if as_json:
        from newsbot.corpus.figures.told import as_object

        click.echo(json.dumps(as_object(sums), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        _print(sums)


def summed(sources: tuple[str, ...], choice: Choice, title: str) -> Sums:
    """The sums of the wanted records, read under a bar. Raises InputError."""
    from newsbot.corpus.figures.sums import Sums

    sums = Sums()
    with bad_input_named():
        for record in chosen(title, sources, choice):
            sums.add(record.fields)
    return sums


def _print(sums: Sums) -> None:
    from rich.console import Console

    from newsbot.corpus.figures.periods import NO_DATE
    from newsbot.corpus.figures.told import (
        confidence_told,
        copies_told,
        counted,
        period_told,
        size_told,
    )

    console = Console(markup=False, highlight=False)
    if not sums.records:
        console.print(size_told(sums))
        return
    first, last = period_told(sums)
    console.print(f"{size_told(sums)}, {first} to {last}, {counted(sums.words, 'word')}")
    console.print(
        f"{_listed(sums.kinds)}; {sums.incomplete:,} incomplete, {sums.opted_out:,} opted out, "
        f"{sums.days[NO_DATE]:,} without a date"
    )
    console.print(f"languages: {_listed(sums.languages)}")
    console.print(f"confidence: {confidence_told(sums)}")
    console.print(f"copies: {one_line(copies_told(sums))}")
    console.print(_portals(sums, console.width))
    console.print(_details(sums))


def _listed(counts: Counter[str]) -> str:
    """The most frequent words, each behind its count, and how many more there are."""
    told = [f"{count:,} {one_line(word)}" for word, count in counts.most_common(_LINES)]
    rest = [f"{len(counts) - _LINES:,} more"] if len(counts) > _LINES else []
    return ", ".join([*told, *rest])


def _portals(sums: Sums, wide: int) -> Table:
    """The portals with the share of records that hold each field, in percent."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from newsbot.corpus.figures.coverage import FIELDS

    table = Table("portal", "records", title="percent that hold", box=box.SIMPLE, padding=0, pad_edge=False)
    table.columns[0].no_wrap = True
    shown = list(FIELDS) if wide >= _WIDE else list(FIELDS)[:_NARROW]
    for name in shown:
        table.add_column(FIELDS[name])
    for column in table.columns[1:]:
        column.justify = "right"
    ordered = sums.by_size()
    for name, coverage in ordered[:_PORTALS]:
        shares = (f"{100 * coverage.share(field):.0f}" for field in shown)
        table.add_row(Text(one_line(name)), f"{coverage.records:,}", *shares)
    if len(ordered) > _PORTALS:
        rest = sum(coverage.records for _, coverage in ordered[_PORTALS:])
        table.add_row(Text(f"{len(ordered) - _PORTALS} more"), f"{rest:,}")
    return table


def _details(sums: Sums) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table("sections", "places", "problems", title="most frequent", box=box.SIMPLE)
    columns = (sums.sections.most(_LINES), sums.places.most(_LINES), sums.problems.most_common(_LINES))
    told = [Text("\n".join(f"{count:,} {one_line(word)}" for word, count in column)) for column in columns]
    table.add_row(*told)
    return table
