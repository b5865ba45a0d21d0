"""`newsbot portals`: the registry, as a table or as data."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import click

from newsbot.portals import Portal, registry

_COLUMNS = ("id", "name", "domains", "network", "status", "sources")


@click.command("portals")
@click.argument("portal_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(portal_id: str | None, as_json: bool) -> None:
    """The portals that newsbot knows: id, name, domains, network, status, sources; with ID all of one.

    \b
    Example:
      newsbot portals
      newsbot portals kompas --json
    """
    if portal_id is None:
        _list(as_json)
    else:
        _one(_portal(portal_id), as_json)


def _portal(portal_id: str) -> Portal:
    portal = registry().get(portal_id)
    if portal is None:
        raise click.UsageError(f"no portal has the id {portal_id!r}; `newsbot portals` lists them")
    return portal


def _list(as_json: bool) -> None:
    if as_json:
        for portal in registry().portals:
            click.echo(_json({name: _plain(getattr(portal, name)) for name in _COLUMNS}))
    else:
        _print_table()


def _one(portal: Portal, as_json: bool) -> None:
    fields = _plain(portal)
    if as_json:
        click.echo(_json(fields))
    else:
        _print_fields(fields)


def _print_table() -> None:
    from rich.table import Table

    table = Table(*_COLUMNS)
    for portal in registry().portals:
        kinds = sorted({source.kind for source in portal.sources})
        domains = ", ".join(portal.domains)
        table.add_row(portal.id, portal.name, domains, portal.network or "-", portal.status, ", ".join(kinds))
    _console().print(table)


def _print_fields(fields: dict[str, Any]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("field", "value")
    for name, value in fields.items():
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
        table.add_row(name, Text(shown))
    _console().print(table)


def _console() -> Any:
    """Wide where no terminal says how wide it is: a table in a file is not to be cut."""
    from rich.console import Console

    console = Console(markup=False)
    return console if console.is_terminal else Console(markup=False, width=160)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
