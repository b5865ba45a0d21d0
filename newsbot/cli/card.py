"""`newsbot card`: the datasheet of a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newsbot.cli._options import output_to, records_in
from newsbot.cli._output_names import require_text
from newsbot.cli._records import bad_input_named
from newsbot.cli._selection import choice_of, selecting
from newsbot.cli.stats import summed


@click.command("card")
@records_in
@output_to("OUT.md", "Default: stdout.", required=False)
@click.option("--title", default="Indonesian news corpus", show_default=True)
@selecting
def command(sources: tuple[str, ...], output: Path | None, title: str, **options: Any) -> None:
    """The datasheet that goes with a corpus, in Markdown: what it holds, from where, on what terms, what lacks.

    \b
    Example:
      newsbot card output/ -o corpus/README.md --title "Kompas and Detik, 2024"
    """
    if output is not None:
        require_text(output, "a datasheet")
    from newsbot.corpus.figures.card import card
    from newsbot.durable.lines import write_whole

    choice = choice_of(options)
    text = card(summed(sources, choice, "counting"), title, choice)
    text = text.encode("utf-8", "replace").decode("utf-8")
    if output is None:
        click.echo(text, nl=False)
        return
    with bad_input_named():
        write_whole(output, text)
    click.echo(f"datasheet: {output}", err=True)
