"""The options by which commands choose records and fields, and what they make of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from newsbot.items import Kind

if TYPE_CHECKING:
    from newsbot.corpus.selection import Choice, Selection

_Command = TypeVar("_Command", bound=Callable[..., object])

_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = (
    click.option(
        "--portal", "portals", metavar="ID", multiple=True, help="Of this portal only; may be repeated."
    ),
    click.option(
        "--kind",
        "kinds",
        type=click.Choice(get_args(Kind)),
        multiple=True,
        help="Of this kind; may be repeated.",
    ),
    click.option(
        "--language", "languages", metavar="CODE", multiple=True, help="In this language, as id, en or mixed."
    ),
    click.option("--since", type=_DAY, metavar="DAY", help="Published on or after this day (YYYY-MM-DD)."),
    click.option("--until", type=_DAY, metavar="DAY", help="Published on or before this day."),
    click.option(
        "--problem",
        "with_problems",
        metavar="CODE",
        multiple=True,
        help="With this problem; with all that are named.",
    ),
    click.option(
        "--without-problem",
        "without_problems",
        metavar="CODE",
        multiple=True,
        help="Without this one; without any that is named.",
    ),
    click.option(
        "--min-confidence",
        "least_confidence",
        type=click.FloatRange(0, 1),
        metavar="X",
        help="At least so sure.",
    ),
    click.option("--complete", "complete_only", is_flag=True, help="Only what is known to be whole."),
    click.option(
        "--opt-out",
        type=click.Choice(["keep", "drop"]),
        default="keep",
        show_default=True,
        help="What becomes of pages on which the publisher reserves rights.",
    ),
)


def selecting(command: _Command) -> _Command:
    """Add the options of a selection; `selection_of` takes what click makes of them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def choice_of(options: dict[str, Any]) -> Choice:
    """The selection that was asked for, to be put to work."""
    from newsbot.corpus.selection import Choice

    return Choice(selection_of(options))


def selection_of(options: dict[str, Any]) -> Selection:
    """The selection that was asked for; its options are taken out of `options`."""
    from newsbot.corpus.selection import Selection

    def named(option: str) -> frozenset[str]:
        return frozenset(options.pop(option))

    def day(option: str) -> str | None:
        stated = options.pop(option)
        return stated.date().isoformat() if stated else None

    return Selection(
        portals=named("portals"),
        kinds=named("kinds"),
        languages=named("languages"),
        since=day("since"),
        until=day("until"),
        with_problems=named("with_problems"),
        without_problems=named("without_problems"),
        least_confidence=options.pop("least_confidence"),
        complete_only=options.pop("complete_only"),
        drop_opt_out=options.pop("opt_out") == "drop",
    )
