"""`newsbot replay` by the pool: a run into one file, as the command line shows it."""

from __future__ import annotations

import os
import shlex
import stat
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.archive import archive_bytes
from newsbot.cli._endings import resumable
from newsbot.cli._errors import InputError
from newsbot.cli._output_names import require_lines
from newsbot.cli._progress import Update, progress_bar
from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.engines.plan import Plan
    from newsbot.engines.run import Progress
    from newsbot.engines.summary import RunSummary

_WIDE = 200
"""Characters of an example in a note."""


def run_in_pool(plan: Plan, *, resume: bool) -> RunSummary:
    """Run the plan and print the figures; what is wrong with the input or the files ends with exit 2."""
    _require_files(plan)
    summary = _run(plan, resume)
    if plan.changed_since:
        _tell_changes(plan.changed_since, plan.out)
    return summary


def _require_files(plan: Plan) -> None:
    """A device or folder must not be replaced by a file of records, nor a source by its output, and a file's name
    says what is in it."""
    require_lines(plan.out, "records")
    require_lines(plan.rejects_file, "rejects")
    places = [os.path.realpath(path) for path in (plan.out, plan.rejects_file)]
    if places[0] == places[1]:
        raise click.UsageError("records and rejects need a file each")
    for place in places:
        if os.path.exists(place) and not stat.S_ISREG(os.stat(place).st_mode):
            raise click.UsageError(
                f"{place} is no regular file: records are written to a temporary name and renamed"
            )
        if any(os.path.realpath(source) == place for source in plan.sources):
            raise click.UsageError(f"{place} is a source and cannot be the output")
        if plan.changed_since and os.path.realpath(plan.changed_since) == place:
            raise click.UsageError(f"{place} holds the earlier records and cannot be the output")


def _run(plan: Plan, resume: bool) -> RunSummary:
    from rich.console import Console

    from newsbot.corpus.reading import BadRecord
    from newsbot.engines.checkpoint import ResumeError
    from newsbot.engines.pool import WorkerError
    from newsbot.engines.run import NoPages, run

    console = Console(stderr=True, markup=False, highlight=False)
    try:
        with resumable(console), _bar(console, plan.sources) as shown:
            summary = run(plan, resume=resume, progress=_told(shown) if shown else None, note=console.print)
    except FileNotFoundError as error:
        raise click.UsageError(f"no such file or folder: {error.filename}") from error
    except (BadRecord, OSError, NoPages, ResumeError, WorkerError) as error:
        raise InputError(str(error)) from error
    _print_summary(console, plan, summary)
    return summary


def _bar(console: Console, sources: tuple[Path, ...]) -> AbstractContextManager[Update | None]:
    """Pages that are counted; of archives alone also how much of them is read, and the time left."""
    total = archive_bytes(*sources) if console.is_terminal else None
    counted = "{task.fields[pages]} pages, {task.fields[rate]:.0f}/s"
    return progress_bar(console, counted, total, is_measured=total is not None, pages=0, rate=0.0)


def _told(shown: Update) -> Progress:
    return lambda summary: shown(
        completed=summary.bytes_done, pages=summary.accounted, rate=summary.pages_per_second
    )


def _tell_changes(before: Path, after: Path) -> None:
    """What `newsbot diff` tells of the two, without its examples."""
    from newsbot.cli.diff import compared, print_tables
    from newsbot.corpus.diff.compare import Question

    names = (str(before), str(after))
    print_tables(names, compared(*names, Question(examples=0)), to_stderr=True)
    click.echo(f"examples: newsbot diff {shlex.join(names)}", err=True)


def _print_summary(console: Console, plan: Plan, summary: RunSummary) -> None:
    from newsbot.cli._summary import print_figures
    from newsbot.engines.summary import GONE

    print_figures(console, summary)
    for reason, places in summary.named.items():
        count = summary.gone if reason == GONE else summary.read_again[reason]
        more = f" and {count - len(places)} more" if count > len(places) else ""
        shown = ", ".join(one_line(place, _WIDE) for place in places)
        console.print(f"{reason}: {shown}{more}", soft_wrap=True)
    console.print(f"records: {plan.out}   rejects: {plan.rejects_file}", soft_wrap=True)
