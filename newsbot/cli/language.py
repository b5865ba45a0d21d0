"""`newsbot language`: in which language each text of a corpus is."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import output_to, records_in
from newsbot.cli._output_names import require_lines
from newsbot.cli._records import bad_input_named, followed, noted_as_made, notes, opened
from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from newsbot.corpus.languages.run import Sums


@click.command("language")
@records_in
@output_to("OUT.jsonl", "All records again (.gz, .zst packed), with the key.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read texts, each with a model of some 100 MB; 1 is this one.",
)
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
def command(sources: tuple[str, ...], output: Path, workers: int, as_json: bool) -> None:
    """Tell Indonesian, Malay, English, Javanese and Sundanese apart, and texts of several languages.

    Every record goes out again with one key at its end, null where its text is too short:

    \b
    identified_language   {code, score, others: [{code, share}], is_mixed}

    `--language` of the other commands, `stats` and `report` go by it; `mixed` is the name of texts of several.

    \b
    Example:
      newsbot language output/ -o told.jsonl.zst --workers 4
      newsbot export told.jsonl.zst --to parquet -o malay.parquet --language ms
    """
    from newsbot.corpus.languages import NEEDS_EXTRA

    require_lines(output, "records")
    try:
        from newsbot.corpus.languages.run import identify_all
    except ModuleNotFoundError as error:
        raise InputError(NEEDS_EXTRA) from error
    from newsbot.engines.languages import identify_in
    from newsbot.workers.crew import WorkerError

    console = notes()
    identify = partial(identify_in, workers) if workers > 1 else None
    with bad_input_named():
        output.parent.mkdir(parents=True, exist_ok=True)
        try:
            sums = identify_all(followed(console, "reading", opened(console, *sources)), output, identify)
        except WorkerError as error:
            raise InputError(str(error)) from error
        noted_as_made(output, "language", sources)
    if as_json:
        click.echo(json.dumps(sums.as_object(), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        _say(sums, output)


def _say(sums: Sums, output: Path) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("language", "records", "as")
    table.columns[1].justify = "right"
    for name, count in (*sums.languages.most_common(), *sums.untold.most_common()):
        table.add_row(name, f"{count:,}", Text(one_line(sums.examples[name])))
    console = notes()
    console.print(table)
    console.print(f"{sums.records:,} records: {output}", soft_wrap=True)
