"""`newsbot sample`: some records of a corpus, by chance and stratum."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import output_to, records_in
from newsbot.cli._output_names import require_lines
from newsbot.cli._records import bad_input_named, chosen, noted_as_made
from newsbot.cli._selection import choice_of, selecting

_BY = ("portal", "month", "year", "kind", "section", "language", "layout")
"""Written here too, so that --help starts fast; a test holds it against the strata that are known."""


@click.command("sample")
@records_in
@output_to("OUT.jsonl", "Records.")
@click.option("-n", "size", type=click.IntRange(1), required=True, help="Records of each stratum.")
@click.option("--by", type=click.Choice(_BY), multiple=True, help="What makes a stratum; may be repeated.")
@click.option("--seed", default=1, show_default=True, help="Another one gives another sample.")
@selecting
def command(
    sources: tuple[str, ...], output: Path, size: int, by: tuple[str, ...], seed: int, **options: Any
) -> None:
    """So many records by chance, of the whole or of each stratum, as they are; the same for the same seed.

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
    strata = "1 stratum" if sample.strata == 1 else f"{sample.strata:,} strata"
    click.echo(f"{len(kept):,} of {sample.seen:,} records, {strata}: {output}", err=True)
