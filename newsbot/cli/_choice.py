"""The options by which `replay` chooses captures before it reads them, and what they make of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from newsbot.archive import Selection

_Command = TypeVar("_Command", bound=Callable[..., object])
_DAY = click.DateTime(["%Y-%m-%d"])
_STATUS = re.compile(r"[1-5](?:\d\d|xx)")
_TYPE = re.compile(r"[\w.+-]+/(?:[\w.+-]+|\*)")
_HOST = re.compile(r"[a-z0-9.-]+")
_OPTIONS = (
    click.option(
        "--host", "hosts", metavar="HOST", multiple=True, help="Captures of this host and those below it."
    ),
    click.option(
        "--only-portal",
        "portals",
        metavar="ID",
        multiple=True,
        help="Captures whose address is this portal's, by its declaration.",
    ),
    click.option("--from", "since", type=_DAY, metavar="DAY", help="Captured on or after this day (UTC)."),
    click.option("--to", "until", type=_DAY, metavar="DAY", help="Captured on or before this day (UTC)."),
    click.option(
        "--mime", "mimes", metavar="TYPE", multiple=True, help="Of this content type: text/html, text/*."
    ),
    click.option("--status", "statuses", metavar="CODE", multiple=True, help="With this status: 200, 2xx."),
)


def choosing(command: _Command) -> _Command:
    """Add the options of a choice; `chosen_by` takes what click makes of them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen_by(options: dict[str, Any]) -> Selection | None:
    """The selection that was asked for, None where none was."""
    from newsbot.archive import Selection

    since, until = (_day(options[name]) for name in ("since", "until"))
    if since and until and since > until:
        raise click.UsageError(f"--from {since} is after --to {until}")
    found = Selection(
        hosts=_words(options["hosts"], _HOST, "--host", "a name without scheme and path"),
        portals=frozenset(filter(None, map(known_portal, options["portals"]))),
        since=since,
        until=until,
        mimes=_words(options["mimes"], _TYPE, "--mime", "a type such as text/html"),
        statuses=_words(options["statuses"], _STATUS, "--status", "three digits, or 2xx"),
    )
    return None if found.is_any else found


def known_portal(name: str | None, option: str = "--only-portal") -> str | None:
    """The id of a portal that is declared. Raises click.BadParameter of another one."""
    from newsbot.portals import registry

    if name is not None and registry().get(name) is None:
        raise click.BadParameter(registry().unknown(name), param_hint=option)
    return name


def _day(moment: datetime | None) -> Any:
    return moment.date() if moment else None


def _words(given: tuple[str, ...], form: re.Pattern[str], option: str, wanted: str) -> frozenset[str]:
    for word in given:
        if not form.fullmatch(word.lower()):
            raise click.BadParameter(f"{word!r} is not {wanted}", param_hint=option)
    return frozenset(word.lower() for word in given)
