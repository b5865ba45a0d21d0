"""`newsbot portals`: the registry, as a table, as data or as the page of the documents."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import click

from newsbot.cli._options import lexicon_from, portals_from
from newsbot.portals import Portal, registry

_COLUMNS = ("id", "name", "domains", "network", "status", "sources")
_HOSTS_SHOWN = 3
_ON_ONE_LINE = ("domains", "brands")
_NOTHING: tuple[object, ...] = (None, "", (), {})


@click.command("portals")
@click.argument("portal_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--markdown", is_flag=True, help="The page docs/portals.md.")
@portals_from
@lexicon_from
def command(portal_id: str | None, as_json: bool, markdown: bool) -> None:
    """The portals that newsbot knows: id, name, domains, network, status, sources; with ID all of one.

    \b
    Example:
      newsbot portals
      newsbot portals kompas --json
      newsbot portals --portals-from my-portals/
    """
    if markdown and (portal_id or as_json):
        raise click.UsageError("--markdown is the page of all portals; it goes with neither ID nor --json")
    if markdown:
        _page()
    elif portal_id is None:
        _list(as_json)
    else:
        _one(_portal(portal_id), as_json)


def _portal(portal_id: str) -> Portal:
    portal = registry().get(portal_id)
    if portal is None:
        raise click.UsageError(registry().unknown(portal_id))
    return portal


def _page() -> None:
    from newsbot.cli._portals_page import page_of

    click.echo(page_of(registry().portals), nl=False)


def _list(as_json: bool) -> None:
    if as_json:
        for portal in registry().portals:
            click.echo(_json({name: _plain(getattr(portal, name)) for name in _COLUMNS}))
    else:
        _print_table()


def _one(portal: Portal, as_json: bool) -> None:
    if as_json:
        click.echo(_json(_plain(portal)))
    else:
        _print_fields(portal)


def _print_table() -> None:
    from rich.table import Table

    table = Table(*_COLUMNS)
    for portal in registry().portals:
        kinds = sorted({source.kind for source in portal.sources})
        cells = (_abridged(portal.domains), portal.network or "-", portal.status, ", ".join(kinds))
        table.add_row(portal.id, portal.name, *cells)
    _console().print(table)


def _abridged(hosts: tuple[str, ...]) -> str:
    """The first hosts, and how many more there are: a network has some fifty."""
    more = len(hosts) - _HOSTS_SHOWN
    return ", ".join(hosts[:_HOSTS_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _print_fields(portal: Portal) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("field", "value")
    for field in dataclasses.fields(portal):
        table.add_row(field.name, Text(_shown(field.name, getattr(portal, field.name))))
    _console().print(table)


def _shown(name: str, value: Any) -> str:
    """A value for people: a list with a line for each item, rules without what they leave out."""
    if value in _NOTHING:
        return "-"
    if isinstance(value, dict):
        return "\n".join(f"{key}: {item}" for key, item in value.items())
    if not isinstance(value, tuple):
        return str(value)
    if name in _ON_ONE_LINE:
        return ", ".join(value)
    return "\n".join(item if isinstance(item, str) else _indented(item) for item in value)


def _indented(rule: Any) -> str:
    return json.dumps(_stated(rule), ensure_ascii=False, indent=1)


def _stated(value: Any) -> Any:
    """The value as `_plain` gives it, without what a rule does not say: empty fields, and switches and numbers that
    stand as they do by themselves."""
    if isinstance(value, (list, tuple)):
        return [_stated(item) for item in value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return _plain(value)
    stated = {}
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if item not in _NOTHING and (isinstance(item, tuple) or item != field.default):
            stated[field.name] = _stated(item)
    return stated


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
