"""`newsbot verify`: whether parts, manifest, digests, state and WARC of a crawl agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.cli._folders import STATE, held, warc_of, with_folder, with_warc

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newsbot.upkeep import Finding
    from newsbot.upkeep.survey import Survey


@click.command("verify")
@with_folder
@with_warc
@click.option("--taken-away", is_flag=True, help="Whole files that are gone were taken away: no fault.")
@click.option("--json", "as_json", is_flag=True, help="What does not agree, one object a line.")
def command(
    folder: Path, state: Path | None, warc: tuple[Path, ...], taken_away: bool, as_json: bool
) -> None:
    """Whether all that a crawl left in DIR agrees: records, manifest, digests, state, WARC and its indexes.

    Reads everything and changes nothing. Exit code 0 where all agrees, 1 where something does not; `newsbot repair`
    mends what can be mended. A crawl that is at work holds the folder: then it is exit code 2.

    \b
    Example:
      newsbot verify output/kompas
      newsbot verify output/kompas --warc /evidence/kompas --json
    """
    from newsbot.durable.warc import WarcMissing
    from newsbot.upkeep import survey, verify

    path = state or folder / STATE
    try:
        with held(folder, path):
            found = survey(folder, path)
            require_crawl(found)
            findings = verify(found, warc_of(folder, warc), taken_away=taken_away)
    except (WarcMissing, OSError) as error:
        raise InputError(str(error)) from error
    if as_json:
        for finding in findings:
            click.echo(json.dumps(as_object(finding), ensure_ascii=False))
    else:
        from rich.console import Console

        console = Console(highlight=False, markup=False)
        if findings:
            console.print(table_of(findings))
        faults = sum(finding.is_fault for finding in findings)
        told = f"{faults} do not agree" if faults else "all agree"
        console.print(f"{len(found.files)} files, {sum(found.written.values())} records by the state: {told}")
    raise SystemExit(int(any(finding.is_fault for finding in findings)))


def require_crawl(found: Survey) -> None:
    """Raise InputError where a folder has nothing of a crawl."""
    if not found.files and found.manifest is None and found.known is None:
        raise InputError(f"{found.folder}: there is nothing of a crawl, neither files nor manifest nor state")


def as_object(finding: Finding) -> dict[str, object]:
    """A finding as JSON has it."""
    names = ("code", "where", "detail", "mended_by", "is_fault")
    return {name: getattr(finding, name) for name in names}


def table_of(findings: list[Finding]) -> RenderableType:
    """What was found, the faults first, and below what each code means and who mends it."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Group
    from rich.table import Table

    from newsbot.cli._text import printable
    from newsbot.upkeep import FINDINGS

    ordered = sorted(findings, key=lambda one: not one.is_fault)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("file", overflow="fold", min_width=24)
    table.add_column("what", no_wrap=True)
    table.add_column("exactly", overflow="fold")
    for finding in ordered:
        mark = "" if finding.is_fault else " (no fault)"
        table.add_row(printable(finding.where), finding.code + mark, printable(finding.detail))
    codes = dict.fromkeys(finding.code for finding in ordered)
    legend = [f"{code}: {FINDINGS[code][0]}. Mended by: {FINDINGS[code][1]}" for code in codes]
    return Group(table, *legend, "")
