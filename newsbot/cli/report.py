"""`newsbot report`: a corpus as one page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import output_to, records_in
from newsbot.cli._output_names import require_page
from newsbot.cli._records import bad_input_named, chosen
from newsbot.cli._selection import choice_of, selecting

if TYPE_CHECKING:
    from newsbot.corpus.selection import Choice

_SAMPLE = 20


@click.command("report")
@records_in
@output_to("OUT.html", "The page.")
@click.option("--title", default="Indonesian news corpus", show_default=True)
@click.option(
    "--sample",
    "size",
    default=_SAMPLE,
    show_default=True,
    type=click.IntRange(0, 1000),
    help="Records shown.",
)
@click.option("--seed", default=1, show_default=True, help="Of the sample.")
@selecting
def command(sources: tuple[str, ...], output: Path, title: str, size: int, seed: int, **options: Any) -> None:
    """One page with plots: articles by day and portal, fields, lengths, problems, noise, and a sample to read.

    The page asks for nothing from anywhere, works without its script, and follows light and dark.

    \b
    Example:
      newsbot report output/ -o report.html
      newsbot report articles.jsonl -o kompas.html --portal kompas --sample 50 --title "Kompas, 2024"
    """
    require_page(output, "a report")
    count = write_report(sources, output, title, size, seed, choice_of(options))
    click.echo(f"{count:,} records: {output}", err=True)


def write_report(
    sources: tuple[str, ...], output: Path, title: str, size: int, seed: int, choice: Choice
) -> int:
    """Read the records, write the page, and give the number of records that it tells of. Raises InputError."""
    try:
        from newsbot.corpus.report.page import report_page
    except ModuleNotFoundError as error:
        from newsbot.corpus.report import NEEDS_EXTRA

        raise InputError(NEEDS_EXTRA) from error
    from newsbot.corpus.figures.sampling import Reservoir
    from newsbot.corpus.figures.sums import Sums
    from newsbot.durable.lines import write_whole

    sums, sample = Sums(), Reservoir[dict[str, Any]](size, seed)
    with bad_input_named():
        for record in chosen("reading", sources, choice):
            sums.add(record.fields)
            sample.offer(record.fields)
        page = report_page(sums, sample.items(), title, choice)
        write_whole(output, page.encode("utf-8", "replace").decode("utf-8"))
    return sums.records
