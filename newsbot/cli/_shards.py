"""`newsbot replay --engine ray`: a run in shards, as the command line shows it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._endings import resumable
from newsbot.cli._errors import InputError
from newsbot.cli._progress import Update, progress_bar

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.archive import Selection
    from newsbot.engines.shards.run import Progress, ShardPlan, State
    from newsbot.engines.summary import RunSummary
    from newsbot.options import Options


def run_on_ray(
    sources: tuple[str, ...],
    folder: Path,
    options: Options,
    page_time: float,
    workers: int | None,
    selection: Selection | None,
    *,
    resume: bool,
    parquet: bool,
) -> RunSummary:
    """Run and print the figures; what is wrong with the input or the folder ends with exit 2."""
    from rich.console import Console

    from newsbot.corpus.sources import SUFFIXES
    from newsbot.engines.shards.run import ShardPlan

    if workers == 0:
        raise click.UsageError("--workers 0 goes with --engine pool")
    if folder.name.endswith(SUFFIXES) or (folder.exists() and not folder.is_dir()):
        raise click.UsageError(
            f"{folder} is a file, or named as one: with --engine ray the output is a folder"
        )
    console = Console(stderr=True, markup=False, highlight=False)
    plan = ShardPlan(sources, folder, options, page_time, parquet=parquet, selection=selection)
    summary, state = _run(console, plan, workers, resume=resume)
    _print(console, plan, summary, state)
    return summary


def _run(
    console: Console, plan: ShardPlan, workers: int | None, *, resume: bool
) -> tuple[RunSummary, State | None]:
    from newsbot.durable.lock import Conflict
    from newsbot.engines.on_ray import RayError
    from newsbot.engines.ray_run import OnRay
    from newsbot.engines.run import NoPages
    from newsbot.engines.shards.run import run_shards

    last: list[State] = []
    counted = "{task.fields[done]} of {task.fields[shards]} shards, {task.fields[pages]} pages"
    try:
        with resumable(console), progress_bar(console, counted, done=0, shards="?", pages=0) as shown:
            told = _told(shown) if shown else None

            def progress(state: State) -> None:
                last[:] = [state]
                if told:
                    told(state)

            execute = OnRay(workers)
            summary = run_shards(plan, execute, resume=resume, progress=progress, note=console.print)
    except FileNotFoundError as error:
        raise click.UsageError(f"no such file or folder: {error.filename}") from error
    except (OSError, NoPages, RayError, Conflict) as error:
        raise InputError(str(error)) from error
    return summary, last[0] if last else None


def _told(shown: Update) -> Progress:
    return lambda state: shown(
        total=state.bytes,
        completed=state.bytes_done,
        done=state.done,
        shards=state.shards,
        pages=state.pages,
    )


def _print(console: Console, plan: ShardPlan, summary: RunSummary, state: State | None) -> None:
    from newsbot.cli._summary import print_figures

    if state:
        summary.pages_now, summary.seconds = state.pages, state.seconds
    print_figures(console, summary)
    place = shlex.quote(str(plan.folder))
    console.print(
        f"records: {place}/parts   rejects: {place}/rejects   {place}/manifest.json", soft_wrap=True
    )
