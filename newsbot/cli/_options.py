"""Options that several commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
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


def records_in(command: _Command) -> _Command:
    """Add `IN...`, the sources of records, and say behind the first paragraph of the help what these may be."""
    first, _, rest = inspect.cleandoc(command.__doc__ or "").partition("\n\n")
    command.__doc__ = f"{first}\n\n{IN}\n\n{rest}"
    return click.argument("sources", metavar="IN...", nargs=-1, required=True)(command)


def output_to(
    metavar: str, text: str, *, required: bool = True, may_be_file: bool = True, may_be_folder: bool = False
) -> Callable[[_Command], _Command]:
    """Add `-o` and `--output`: the path that is written."""
    return click.option(
        "-o",
        "--output",
        metavar=metavar,
        required=required,
        type=click.Path(path_type=Path, file_okay=may_be_file, dir_okay=may_be_folder),
        help=text,
    )


IN = "IN are files of records (also .gz and .zst), folders of them, a crawl's folder, globs, or - for standard input."
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
