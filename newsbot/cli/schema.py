"""`newsbot schema`: the contract of the output."""

from __future__ import annotations

import json

import click

from newsbot.cli._errors import InputError
from newsbot.schema import article_schema


@click.command("schema")
@click.option("--columns", is_flag=True, help="The columns of Parquet and Arrow instead, a line each.")
def command(columns: bool) -> None:
    """Print the JSON Schema (2020-12) of one line of output.

    \b
    Example:
      newsbot schema > article.schema.json
      newsbot schema --columns
    """
    if columns:
        click.echo("\n".join(_columns()))
        return
    click.echo(json.dumps(article_schema(), indent=2, ensure_ascii=False))


def _columns() -> list[str]:
    """Name and Arrow type of each column that `export --to parquet` writes. Raises InputError without pyarrow."""
    try:
        from newsbot.corpus.arrow.schema import arrow_schema
    except ModuleNotFoundError as error:
        from newsbot.corpus.arrow import NEEDS_EXTRA

        raise InputError(NEEDS_EXTRA) from error
    from newsbot.corpus.projection import WHOLE

    return [f"{column.name}: {column.type}" for column in arrow_schema(WHOLE)]
