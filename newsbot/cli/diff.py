"""`newsbot diff`: what changed between two extractions of the same pages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newsbot.cli._records import bad_input_named, notes, opened, progress

if TYPE_CHECKING:
    from newsbot.corpus.diff.compare import Difference, Question

_EXAMPLES = 2
_WIDTH = 140
"""Columns where no terminal says how wide it is."""


@click.command("diff")
@click.argument("a", metavar="A.jsonl")
@click.argument("b", metavar="B.jsonl")
@click.option(
    "--field", "fields", metavar="NAME", multiple=True, help="Compare this field only; may be repeated."
)
@click.option(
    "--fail-on",
    "limits",
    metavar="FIELD[:RATE]",
    multiple=True,
    help="Exit 1 if FIELD differs in any record, or in more than RATE of them (0.02 or 2%); may be repeated.",
)
@click.option(
    "--examples",
    metavar="N",
    type=click.IntRange(0, 1000),
    default=_EXAMPLES,
    show_default=True,
    help="Records shown for each field that differs; one may stand for several fields.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(
    a: str, b: str, fields: tuple[str, ...], limits: tuple[str, ...], examples: int, as_json: bool
) -> None:
    """What changed between two extractions of the same pages: counts by field, portal and layout, and examples.

    A and B are files of records (also .gz and .zst), folders of them, a crawl's folder, globs, or - for standard
    input. Records are matched by the place of their page (metadata.origin), else by id. When and how a page was
    fetched, and which version read it, is not compared unless --field names it.

    NAME and FIELD are keys of the record, those of metadata dotted; a name stands for all under it
    (metadata.fields for every witness). --fail-on also takes `records` (a record that one side lacks) and `any`.

    \b
    Example:
      newsbot diff before.jsonl after.jsonl
      newsbot diff before.jsonl after.jsonl --field article_body --examples 20
      newsbot diff before.jsonl after.jsonl --fail-on records --fail-on headline --fail-on article_body:2%
    """
    question = _question(fields, limits, examples)
    if a == b == "-":
        raise click.UsageError("only one of the two can be standard input")
    difference = compared(a, b, question)
    if as_json:
        _print_json((a, b), question, difference)
    else:
        print_tables((a, b), difference)
    _say_limits(difference)
    if difference.broken:
        raise SystemExit(1)


def _question(fields: tuple[str, ...], limits: tuple[str, ...], examples: int) -> Question:
    from newsbot.corpus.diff.compare import Question
    from newsbot.corpus.diff.limits import ANY, RECORDS, Limit

    try:
        asked = [Limit.of(limit) for limit in limits]
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--fail-on") from error
    for name in fields:
        _require_known(name, "--field", ())
    for limit in asked:
        _require_known(limit.field, "--fail-on", (ANY, RECORDS))
    return Question(fields, examples, asked)


def _require_known(name: str, option: str, others: tuple[str, ...]) -> None:
    from newsbot.corpus.diff.fields import known_fields, nearest

    names = [*others, *known_fields()]
    if name not in names:
        near = nearest(name, names)
        hint = f"; is it {' or '.join(near)}?" if near else "; docs/record.md lists them"
        raise click.BadParameter(f"no field {name!r}{hint}", param_hint=option)


def compared(a: str, b: str, question: Question) -> Difference:
    """The difference of two sources of records, under a bar. Raises InputError for what cannot be read."""
    from newsbot.corpus.diff.compare import compare

    console = notes()
    with bad_input_named():
        ours, theirs = (opened(console, name) for name in (a, b))
        with progress(console, "comparing", ours, theirs) as move:
            return compare(ours, theirs, question, move)


def _print_json(names: tuple[str, str], question: Question, difference: Difference) -> None:
    import json

    from newsbot.cli._diff_json import as_object

    text = json.dumps(as_object(names, question, difference), ensure_ascii=False)
    click.echo(text.encode("utf-8", "backslashreplace"))


def print_tables(names: tuple[str, str], difference: Difference, *, to_stderr: bool = False) -> None:
    """Counts and examples, for a terminal or a file."""
    import os

    from rich.console import Console
    from rich.text import Text

    from newsbot.cli._diff_examples import example_parts
    from newsbot.cli._diff_tables import head_lines, tables

    stream = sys.stderr if to_stderr else sys.stdout
    wide = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH
    console = Console(width=wide, stderr=to_stderr, markup=False, highlight=False)
    for line in head_lines(names, difference):
        console.print(line, soft_wrap=True)
    for table in tables(difference.tally):
        console.print()
        console.print(table)
    for number, example in enumerate(difference.examples, 1):
        console.print()
        for part in example_parts(example, number, len(difference.examples)):
            console.print(
                part, soft_wrap=isinstance(part, Text)
            )  # an address that is broken cannot be copied


def _say_limits(difference: Difference) -> None:
    for limit in difference.limits:
        records = difference.records_of(limit)
        verdict = "fails" if limit in difference.broken else "holds"
        share = f"{limit.found} of {records} records"
        click.echo(f"--fail-on {limit.field}: {verdict} ({share}, {limit.rate:.2%} may differ)", err=True)
    if difference.limits and not difference.tally.matched:
        click.echo("no record of A was matched with one of B", err=True)
