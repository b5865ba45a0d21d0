"""`newsbot split`: a corpus as train, dev and test, with no story on two sides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import output_to, records_in
from newsbot.cli._records import bad_input_named, followed, noted_as_made, notes, opened
from newsbot.cli._selection import selecting, selection_of
from newsbot.cli._text import one_line
from newsbot.cli._twice import THRESHOLD, duplicates, kept, told_before

if TYPE_CHECKING:
    from newsbot.cli._twice import Kept
    from newsbot.corpus.reading import Record
    from newsbot.corpus.selection import Selection
    from newsbot.corpus.splits.plan import Plan
    from newsbot.corpus.splits.run import Found

_BY = ("chance", "time", "portal")
_SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst")
"""Both are written here too, so that --help starts fast; a test holds them against those that are known."""
_SHARES = "80,10,10"
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("split")
@records_in
@output_to("DIR", "A new folder: train, dev and test, and split.json.", may_be_file=False, may_be_folder=True)
@click.option("--by", type=click.Choice(_BY), default="chance", show_default=True, help="What parts them.")
@click.option(
    "--shares",
    metavar="N,N,N",
    help=f"Of train, dev and test; 0 for none of it.  [default: {_SHARES}]",
)
@click.option("--seed", default=1, show_default=True, help="Another one gives another split.")
@click.option("--dev-from", type=_DAY, metavar="DAY", help="By time: dev begins on this day (YYYY-MM-DD).")
@click.option("--test-from", type=_DAY, metavar="DAY", help="By time: test begins on this day.")
@click.option("--dev-portal", "dev_portals", metavar="ID", multiple=True, help="By portal: this one is dev.")
@click.option(
    "--test-portal", "test_portals", metavar="ID", multiple=True, help="By portal: this one is test."
)
@click.option(
    "--threshold",
    type=click.FloatRange(0.3, 1),
    default=THRESHOLD,
    show_default=True,
    help="Share of the shorter text's runs of three words from which on it is a copy.",
)
@click.option(
    "--suffix", type=click.Choice(_SUFFIXES), default=".jsonl", show_default=True, help="Of the files."
)
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object.")
@selecting
def command(sources: tuple[str, ...], output: Path, suffix: str, *, as_json: bool, **options: Any) -> None:
    """Cut a corpus into train, dev and test, such that no copy of a story is on two sides.

    \b
    chance   groups of copies stay together, and are drawn by the seed
    time     train is the oldest, test the newest, by whole days; later copies of a story are left out
    portal   whole portals are held out, drawn by the seed or named; copies of what train has are left out

    What is left out is counted with examples. When all is written it is read and compared once more. Records are as
    they were; `newsbot export DIR --to hf` makes the splits those of a dataset.

    \b
    Example:
      newsbot split output/ -o splits --kind article
      newsbot split output/ -o splits --by time --dev-from 2024-10-01 --test-from 2024-11-01
      newsbot split output/ -o splits --by portal --test-portal antaranews
    """
    threshold = options.pop("threshold")
    wanted, plan = selection_of(options), _plan(options)
    duplicates()
    with bad_input_named():
        found = _split(sources, output, suffix, threshold, plan, wanted)
        for name in found.splits:
            noted_as_made(output / f"{name}{suffix}", "split", sources)
    if as_json:
        click.echo(json.dumps(found.as_object(), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        _say(found, output)


def _plan(options: dict[str, Any]) -> Plan:
    """What is asked for. Raises click.UsageError for options that do not go together."""
    from newsbot.corpus.splits.plan import Plan, shares_of

    by, stated = options["by"], options["shares"]
    for names, needs in ((("dev_from", "test_from"), "time"), (("dev_portals", "test_portals"), "portal")):
        if any(options[name] for name in names):
            told = " and ".join(f"--{name.removesuffix('s').replace('_', '-')}" for name in names)
            if by != needs:
                raise click.UsageError(f"{told} go with --by {needs}")
            if stated is not None:
                raise click.UsageError(f"{told} say what --shares would: give one of both")
    try:
        shares = shares_of(_SHARES if stated is None else stated)
    except ValueError as error:
        message = f"{stated!r} is not three numbers, as {_SHARES}"
        raise click.BadParameter(message, param_hint="--shares") from error
    return Plan(
        by,
        shares,
        options["seed"],
        _told_day(options["dev_from"]),
        _told_day(options["test_from"]),
        frozenset(options["dev_portals"]),
        frozenset(options["test_portals"]),
    )


def _told_day(stated: datetime | None) -> str | None:
    return stated.date().isoformat() if stated else None


def _split(
    sources: tuple[str, ...], output: Path, suffix: str, threshold: float, plan: Plan, wanted: Selection
) -> Found:
    from newsbot.corpus.export.publishing import published
    from newsbot.corpus.splits.plan import CannotSplit
    from newsbot.corpus.splits.run import split

    with published(output, is_folder=True) as folder:
        reading = _Reading(kept(sources, folder.parent))
        try:
            return split(reading, plan, folder, wanted=wanted, suffix=suffix, threshold=threshold)
        except CannotSplit as error:
            raise InputError(str(error)) from error


class _Reading:
    """Gives the records as often as they are asked for, under a bar; notes of what is passed over are made once."""

    def __init__(self, again: Kept) -> None:
        self._again, self._console = again, notes()
        self._is_first = True

    def __call__(self, step: str, *files: str) -> Iterator[Record]:
        from newsbot.corpus.reading import Records

        if self._is_first:
            self._is_first = False
            records = opened(self._console, *self._again.sources, names=self._again.names)
        else:
            sources = files or self._again.sources
            records = Records(*sources, on_trouble=told_before, names=self._again.names)
        return followed(self._console, step, records)


def _say(found: Found, output: Path) -> None:
    from rich.table import Table
    from rich.text import Text

    from newsbot.corpus.figures.told import period_told

    console = notes()
    table = Table("split", "records", "portals", "first day", "last day")
    for name, sums in found.splits.items():
        table.add_row(name, f"{sums.records:,}", f"{len(sums.portals):,}", *period_told(sums))
    gone = Table("left out", "records", "as")
    for reason, count in found.left_out.most_common():
        gone.add_row(reason, f"{count:,}", Text(one_line(found.examples[reason][0])))
    for shown in (table, gone):
        shown.columns[1].justify = "right"
        if shown.row_count:
            console.print(shown)
    late = f"; {found.late:,} copies that only the check found are left out" if found.late else ""
    console.print(
        f"checked: {found.groups:,} groups of copies, {found.across or 'none'} across splits{late}",
        soft_wrap=True,
    )
    console.print(f"output: {output}", soft_wrap=True)
