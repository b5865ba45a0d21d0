"""`newsbot export`: from records to what researchers load."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import output_to, records_in
from newsbot.cli._records import bad_input_named, followed, noted_as_made, notes, opened
from newsbot.cli._selection import selecting, selection_of
from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.corpus.export.formats import Format
    from newsbot.corpus.export.run import Sums
    from newsbot.corpus.projection import Projection

_KEYS = 10
"""Unknown keys that are named."""
_TO = ("parquet", "csv", "hf", "jsonld", "text", "sqlite", "jsonl")
"""Written here too, so that --help starts fast; a test holds it against the table of formats."""


@click.command("export")
@records_in
@click.option("--to", type=click.Choice(_TO), required=True, help="The format.")
@output_to("OUT", "File or new folder.", may_be_folder=True)
@click.option("--fields", metavar="NAME,...", default="", help="Keep these fields, those of metadata dotted.")
@click.option(
    "--lean", is_flag=True, help="Keep what most studies load: headline, text, dates, people, portal."
)
@click.option(
    "--body-free", is_flag=True, help="Leave out the publisher's text, for sharing where rights are limited."
)
@selecting
def command(
    sources: tuple[str, ...], to: str, output: Path, fields: str, lean: bool, body_free: bool, **options: Any
) -> None:
    """Records as Parquet, CSV, a Hugging Face folder, JSON-LD, text files, SQLite or JSON Lines.

    \b
    parquet   OUT.parquet, or a folder by portal and month
    csv       OUT.csv (.gz, .zst): one cell a field, lists joined by "; "
    hf        a folder for datasets.load_dataset; what `newsbot split` wrote becomes its splits
    jsonld    OUT.jsonld: schema.org NewsArticle, one a line
    text      a folder of text files with YAML front matter
    sqlite    OUT.sqlite with full-text search
    jsonl     OUT.jsonl (.gz, .zst): the records that are left

    \b
    Example:
      newsbot export output/ --to parquet -o corpus
      newsbot export articles.jsonl --to csv -o articles.csv --lean --kind article
      newsbot export output/ --to hf -o dataset --since 2024-01-01 --min-confidence 0.8 --opt-out drop
    """
    from newsbot.corpus.export.formats import FORMATS

    format_ = FORMATS[to]
    kept = _projection(fields, lean, body_free)
    sums = _export(sources, format_, output, kept, fields, options)
    _say(sums, output)


def _named(fields: str) -> list[str]:
    return [name.strip() for name in fields.split(",") if name.strip()]


def _projection(fields: str, lean: bool, body_free: bool) -> Projection:
    from newsbot.corpus.projection import projection

    try:
        return projection(_named(fields), lean=lean, body_free=body_free)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--fields") from error


def _export(
    sources: tuple[str, ...],
    to: Format,
    output: Path,
    kept: Projection,
    fields: str,
    options: dict[str, Any],
) -> Sums:
    from newsbot.corpus.export.run import export

    try:
        to.is_folder(output)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="-o") from error
    console = notes()
    with bad_input_named():
        try:
            _say_unplaced(console, to, kept, fields)
            records = followed(console, "exporting", opened(console, *sources))
            sums = export(records, selection_of(options), kept, to, output)
        except ModuleNotFoundError as error:
            raise InputError(f"this format needs the extra: pip install 'newsbot[{to.needs}]'") from error
        if to.gives_records:
            noted_as_made(output, "export", sources)
    return sums


def _say_unplaced(console: Console, to: Format, kept: Projection, fields: str) -> None:
    """Say which fields that were asked for the format has no place for. Raises click.BadParameter where it has none for
    any."""
    names, placeless = _named(fields), to.unplaced(kept)
    lost = [name for name in placeless if name in names or name.partition(".")[0] in names]
    if not lost:
        return
    told = f"this format has no place for {', '.join(lost)}: parquet, hf and jsonl have"
    own = {name for name in kept.fields if name != "metadata"}
    if {*own, *(f"metadata.{name}" for name in kept.metadata)} <= {*placeless}:
        raise click.BadParameter(told, param_hint="--fields")
    console.print(f"note: {told}", soft_wrap=True)


def _say(sums: Sums, output: Path) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("records", "count", *(["example"] if sums.left_out else []), show_header=False)
    table.columns[1].justify = "right"
    table.add_row("read", f"{sums.read:,}")
    for reason, count in sums.left_out.most_common():
        table.add_row(f"left out: {reason}", f"{count:,}", Text(f"such as {one_line(sums.examples[reason])}"))
    table.add_row("written", f"{sums.written:,}")
    for name, count in sums.unknown.most_common(_KEYS):
        table.add_row(Text(f"key {one_line(name)} is not newsbot's: not written"), f"{count:,}")
    console = Console(stderr=True, markup=False, highlight=False)
    console.print(table)
    console.print(f"output: {output}", soft_wrap=True)
