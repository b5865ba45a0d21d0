"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])


def portals_from(command: _Command) -> _Command:
    """Add `--portals-from FOLDER`: while the command runs, the portals of the folders are known as well."""
    option = click.option(
        "--portals-from",
        "folders",
        metavar="FOLDER",
        multiple=True,
        type=click.Path(exists=True, file_okay=False),
        expose_value=False,
        callback=_use,
        help="Know the portals declared in FOLDER/*.py too. They are Python code and are run.",
    )
    return option(command)


def _use(context: click.Context, parameter: click.Parameter, folders: tuple[str, ...]) -> None:
    if not folders:
        return
    from newsbot.portals import folders_in_use, use_portals

    before = folders_in_use()
    try:
        use_portals(*folders)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx=context, param=parameter) from error
    context.call_on_close(lambda: use_portals(*before))
