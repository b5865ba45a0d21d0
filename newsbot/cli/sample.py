"""`newsbot sample`: some records of a corpus, by chance and stratum."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import output_to, records_in
from newsbot.cli._output_names import require_lines
from newsbot.cli._records import bad_input_named, chosen, noted_as_made, notes
from newsbot.cli._selection import choice_of, selecting
from newsbot.cli._text import one_line

_STRATA = 12
"""That are shown."""
_BY = ("portal", "month", "year", "kind", "section", "language", "layout")
"""Written here too, so that --help starts fast; a test holds it against the strata that are known."""


@click.command("sample")
@records_in
@output_to("OUT.jsonl", "Records.")
@click.option("-n", "size", type=click.IntRange(1), required=True, help="Records of each stratum.")
@click.option("--by", type=click.Choice(_BY), multiple=True, help="What makes a stratum; may be repeated.")
@click.option("--seed", default=1, show_default=True, help="Another one gives another sample.")
@click.option("--json", "as_json", is_flag=True, help="The strata with their records as one JSON object.")
@selecting
def command(
    sources: tuple[str, ...],
    output: Path,
    size: int,
    by: tuple[str, ...],
    seed: int,
    *,
    as_json: bool,
    **options: Any,
) -> None:
    """So many records by chance, of the whole or of each stratum, as they are; the same for the same seed.

    The summary tells how many records each stratum has: what is found in the sample is weighted by that.

    \b
    Example:
      newsbot sample output/ -n 500 -o sample.jsonl
      newsbot sample output/ -n 20 --by portal --by year --kind article -o to-read.jsonl --seed 7
    """
    from newsbot.corpus.export.json_lines import write
    from newsbot.corpus.figures.strata import Stratified
    from newsbot.corpus.projection import WHOLE

    require_lines(output, "samples")
    sample = Stratified(size, by, seed)
    with bad_input_named():
        try:
            for record in chosen("sampling", sources, choice_of(options)):
                sample.offer(record)
        except ValueError as error:
            raise InputError(str(error)) from error
        kept = sample.records()
        write(iter(kept), WHOLE, output)
        noted_as_made(output, "sample", sources)
    if as_json:
        click.echo(json.dumps(sample.as_object(), ensure_ascii=False).encode("utf-8", "backslashreplace"))
        return
    if by:
        _say(sample.as_object()["strata"], by)
    strata = "1 stratum" if sample.strata == 1 else f"{sample.strata:,} strata"
    click.echo(f"{len(kept):,} of {sample.seen:,} records, {strata}: {output}", err=True)


def _say(strata: list[dict[str, Any]], by: tuple[str, ...]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(*by, "records", "sampled")
    for column in table.columns[-2:]:
        column.justify = "right"
    for one in strata[:_STRATA]:
        table.add_row(
            *(Text(one_line(one[name])) for name in by), f"{one['records']:,}", f"{one['sampled']:,}"
        )
    if rest := strata[_STRATA:]:
        sums = (f"{sum(one[name] for one in rest):,}" for name in ("records", "sampled"))
        table.add_row(f"{len(rest):,} more", *[""] * (len(by) - 1), *sums)
    notes().print(table)
