"""``newsbot dates``: how a printed date is read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsbot.cli._options import lexicon_from

if TYPE_CHECKING:
    from newsbot.language.dates import DateReading

_KEYS = ("text", "value", "precision", "zone_source", "role", "problems", "rule")
_UNREAD = "unread"
_WIDTH = 160  # columns of the table where no terminal says its own

EPILOG = """\b
Examples:
  newsbot dates "Rabu (13/9/2023)" "Jum'at, 5 Mei 2023 19.30 WITA"
  newsbot dates "2 jam yang lalu" --reference 2024-03-10T12:00:00+07:00
  cut -f1 dates.tsv | newsbot dates - --json
"""


@click.command("dates", epilog=EPILOG)
@click.argument("texts", nargs=-1, required=True, metavar="[TEXT...|-]")
@click.option("--reference", metavar="T", help="ISO 8601 moment that '3 jam lalu' counts from.")
@click.option(
    "--timezone",
    default="Asia/Jakarta",
    show_default=True,
    metavar="ZONE",
    help="Zone of a time that prints none: an IANA name, or WIB, WITA, WIT.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@lexicon_from
def command(texts: tuple[str, ...], reference: str | None, timezone: str, as_json: bool) -> None:
    """Show how printed dates are read; `-` reads lines from standard input.

    A text that holds no date has the value null and the problem "unread".
    """
    _check(reference, timezone)
    rows = (_row(text, reference, timezone) for text in _texts(texts))
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
    else:
        _print_table(rows)


def _check(reference: str | None, timezone: str) -> None:
    """Refuse a wrong option before any line is read."""
    from newsbot.language.dates import parse_date, zone_of

    try:
        zone_of(timezone)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--timezone") from error
    try:
        parse_date("", reference=reference)
    except (ValueError, OverflowError) as error:
        raise click.BadParameter(f"not an ISO 8601 date: {reference!r}", param_hint="--reference") from error


def _texts(texts: tuple[str, ...]) -> Iterator[str]:
    """The texts to read, a line of standard input each where ``-`` stands."""
    for text in texts:
        if text == "-":
            yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)
        else:
            yield text


def _row(text: str, reference: str | None, timezone: str) -> dict[str, object]:
    """One reading as the object that ``--json`` prints."""
    from newsbot.language.dates import parse_date

    reading: DateReading | None = parse_date(text, reference=reference, timezone=timezone)
    if reading is None:
        return {**dict.fromkeys(_KEYS), "text": text, "problems": [_UNREAD]}
    return {key: getattr(reading, key) for key in _KEYS} | {"problems": list(reading.problems)}


def _print_table(rows: Iterable[dict[str, object]]) -> None:
    """Print the readings as a table."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for key in _KEYS:
        table.add_column(key.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row[key])) for key in _KEYS))
    console = Console() if sys.stdout.isatty() else Console(width=_WIDTH)
    console.print(table)


def _cell(value: object) -> str:
    """A value as a cell: no control character of a hostile text reaches the terminal."""
    shown = ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in shown)
