"""What sources hold, as tables or JSON Lines: the answer of `newsbot replay --list`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from rich.table import Table

    from newsbot.archive.contents import Contents

_TOP = 10
"""Hosts and types of a container that its table names; `--json` names all."""

_WIDE = 160
"""Characters of what is said to people; of names that archives state fewer are shown."""


def tell_contents(sources: tuple[Path, ...], *, as_json: bool) -> None:
    """Print each container as soon as it is counted. Raises click.UsageError for a source that does not exist."""
    from rich.console import Console

    from newsbot.archive.contents import contents

    console = Console(markup=False, highlight=False)
    try:
        for found in contents(*sources):
            if as_json:
                line = json.dumps(found.as_object(), ensure_ascii=False)
                click.echo(line.encode("utf-8", "backslashreplace"))
            else:
                console.print(_table(found))
    except FileNotFoundError as error:
        raise click.UsageError(f"no such file or folder: {error.filename}") from error


def _table(found: Contents) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(
        "what", "count", title=Text(one_line(found.name, _WIDE)), title_justify="left", show_header=False
    )
    table.columns[1].justify = "right"
    table.add_row("bytes", f"{found.size:,}")
    if found.block_bytes:
        table.add_row("bytes of its records", f"{found.block_bytes:,}")
    if found.first and found.last:
        table.add_row("first capture", found.first)
        table.add_row("last capture", found.last)
    for title, counter in (("", found.kinds), ("host ", found.hosts), ("type ", found.mimes)):
        table.add_section()
        for name, count in _top(counter):
            table.add_row(Text(title + one_line(name)), f"{count:,}")
    for detail, count in _top(found.troubles):
        table.add_row(
            Text(f"{one_line(detail, _WIDE)}, such as {one_line(found.examples[detail], _WIDE)}"),
            f"{count:,}",
        )
    return table


def _top(counter: Counter[str]) -> list[tuple[str, int]]:
    ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    rest = sum(count for _, count in ordered[_TOP:])
    return ordered[:_TOP] + ([(f"{len(ordered) - _TOP} more", rest)] if rest else [])
