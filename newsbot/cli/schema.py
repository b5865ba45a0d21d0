"""`newsbot schema`: the contract of the output."""

from __future__ import annotations

import json

import click

from newsbot.schema import article_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of one line of output.

    \b
    Example:
      newsbot schema > article.schema.json
    """
    click.echo(json.dumps(article_schema(), indent=2, ensure_ascii=False))
