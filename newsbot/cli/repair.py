"""`newsbot repair`: brings together again what a crawl left."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.cli._folders import STATE, held, warc_of, with_folder, with_warc
from newsbot.cli._options import portals_from

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newsbot.upkeep import Finding, Step


@click.command("repair")
@with_folder
@with_warc
@click.option("--dry-run", is_flag=True, help="Say what does not agree, as verify does, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="What was done, one object a line.")
@portals_from
def command(folder: Path, state: Path | None, warc: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Mend a crawl's folder: the manifest from the state or the files, the state from its backup and the files.

    Nothing is deleted: what is damaged or nobody's is moved into DIR/aside, and what is whole of it is written anew.
    The articles of lost lines are asked for again by the next run. Exit code 0 where all agrees in the end, else 1.

    \b
    Example:
      newsbot repair output/kompas --dry-run
      newsbot repair output/kompas
    """
    from newsbot.cli.verify import require_crawl
    from newsbot.durable.lock import Conflict
    from newsbot.durable.warc import WarcMissing
    from newsbot.upkeep import repair, survey, verify
    from newsbot.upkeep.lines import UnknownPortal

    path, folders = state or folder / STATE, warc_of(folder, warc)
    try:
        with held(folder, path):
            found = survey(folder, path)
            require_crawl(found)
            findings = verify(found, folders)
        if dry_run:
            _say_plan(findings, as_json=as_json)
            raise SystemExit(int(any(one.is_fault for one in findings)))
        with held(folder):
            steps = repair(found, findings, folders)
        left = [one for one in verify(survey(folder, path), folders) if one.is_fault]
    except (Conflict, UnknownPortal, WarcMissing, OSError) as error:
        raise InputError(str(error)) from error
    _say_done(steps, left, as_json=as_json)
    raise SystemExit(int(bool(left)))


def _say_plan(findings: list[Finding], *, as_json: bool) -> None:
    from rich.console import Console

    from newsbot.cli.verify import as_object, table_of

    if as_json:
        for finding in findings:
            click.echo(json.dumps(as_object(finding), ensure_ascii=False))
        return
    console = Console(highlight=False, markup=False)
    if findings:
        console.print(table_of(findings))
    console.print("nothing was changed" if findings else "all agree: there is nothing to mend")


def _say_done(steps: list[Step], left: list[Finding], *, as_json: bool) -> None:
    from rich.console import Console

    from newsbot.cli.verify import as_object, table_of

    if as_json:
        for value in (*map(asdict, steps), *map(as_object, left)):
            click.echo(json.dumps(value, ensure_ascii=False))
        return
    console = Console(highlight=False, markup=False)
    if steps:
        console.print(_table(steps))
    if left:
        console.print(table_of(left))
    console.print("some does not agree and cannot be mended" if left else "all agree")


def _table(steps: list[Step]) -> RenderableType:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from newsbot.cli._text import printable

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("done", overflow="fold", max_width=22)
    table.add_column("file", overflow="fold", max_width=26)
    table.add_column("result", overflow="fold")
    for step in steps:
        table.add_row(step.what, printable(step.where), printable(step.detail))
    return table
