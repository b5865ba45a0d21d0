"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])


def portals_from(command: _Command) -> _Command:
    """Add `--portals-from FOLDER` and `--portals-code FOLDER`: while the command runs, the portals of the folders are
    known as well."""
    for name, text in (("--portals-from", FROM), ("--portals-code", CODE)):
        command = click.option(
            name,
            metavar="FOLDER",
            multiple=True,
            type=click.Path(exists=True, file_okay=False),
            expose_value=False,
            callback=_use,
            help=text,
        )(command)
    return command


def lexicon_from(command: _Command) -> _Command:
    """Add `--lexicon-from FOLDER`: while the command runs, the words of the folders are laid over newsbot's own."""
    return click.option(
        "--lexicon-from",
        metavar="FOLDER",
        multiple=True,
        type=click.Path(exists=True, file_okay=False),
        expose_value=False,
        callback=_lay,
        help=WORDS,
    )(command)


WORDS = "Know the words of FOLDER/*.toml too, files of the lexicon's names and shapes."
FROM = "Know the portals declared in FOLDER/*.toml too. Nothing in it is run."
CODE = "The same for a folder whose Python modules (*.py) are run: name one that you trust."


def _use(context: click.Context, parameter: click.Parameter, folders: tuple[str, ...]) -> None:
    if not folders:
        return
    from newsbot.pages.rules import refuse_bad_selectors
    from newsbot.portals import Trusted, folders_in_use, portals_of_folders, use_portals

    before = folders_in_use()
    kind = Trusted if parameter.name == "portals_code" else str
    try:
        use_portals(*before, *map(kind, folders))
        refuse_bad_selectors(portals_of_folders())
    except ValueError as error:
        use_portals(*before)
        raise click.BadParameter(str(error), ctx=context, param=parameter) from error
    context.call_on_close(lambda: use_portals(*before))


def _lay(context: click.Context, parameter: click.Parameter, folders: tuple[str, ...]) -> None:
    if not folders:
        return
    from newsbot.lexicon import folders_in_use, use_lexicon

    before = folders_in_use()
    try:
        use_lexicon(*before, *folders)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx=context, param=parameter) from error
    context.call_on_close(lambda: use_lexicon(*before))
