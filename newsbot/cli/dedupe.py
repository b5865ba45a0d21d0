"""`newsbot dedupe`: which records of a corpus tell the same story in the same words."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import output_to, records_in
from newsbot.cli._output_names import require_lines
from newsbot.cli._records import bad_input_named, followed, noted_as_made, notes, opened
from newsbot.cli._text import one_line
from newsbot.cli._twice import THRESHOLD, duplicates, kept, told_before

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.cli._twice import Kept
    from newsbot.corpus.duplicates.marking import Sums
    from newsbot.corpus.duplicates.run import Duplicates


@click.command("dedupe")
@records_in
@output_to("OUT.jsonl", "All records again (.gz, .zst packed), with the keys.")
@click.option(
    "--threshold",
    type=click.FloatRange(0.3, 1),
    default=THRESHOLD,
    show_default=True,
    help="Share of the shorter text's runs of three words that the other has too.",
)
@click.option(
    "--engine",
    type=click.Choice(["one", "ray"]),
    default="one",
    show_default=True,
    help="One process, or Ray Data on all cores of this machine, or of a cluster (RAY_ADDRESS).",
)
@click.option(
    "--workers", type=click.IntRange(1, 1024), help="With --engine ray: cores of this machine. Default: all."
)
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
def command(
    sources: tuple[str, ...], output: Path, threshold: float, engine: str, workers: int | None, as_json: bool
) -> None:
    """Tell which records are copies of which: nothing is deleted, each record gets three keys at its end.

    \b
    cluster_id    the id of the record that the others come from, null where a record is alone
    duplicate_of  the same, null for that record itself
    relation      same_article, network_copy, wire_copy, rewrite or boilerplate_twin

    All are read twice; what is compared lies in a temporary folder beside OUT until the end. With --engine ray it lies
    in Ray's store, and each file of records is read by one task; what is found is the same.

    \b
    Example:
      newsbot dedupe output/ -o marked.jsonl.zst
      newsbot dedupe a.jsonl b.jsonl -o marked.jsonl --threshold 0.7 --json
      newsbot dedupe output/ -o marked.jsonl.zst --engine ray
    """
    require_lines(output, "marked records")
    if workers and engine != "ray":
        raise click.UsageError("--workers goes with --engine ray")
    with bad_input_named(), _room(output) as room:
        again = kept(sources, room)
        if engine == "ray":
            sums = _marked_on_ray(again, output, threshold, workers)
        else:
            sums = _marked(again, output, threshold, room)
        noted_as_made(output, "dedupe", sources)
    if as_json:
        click.echo(json.dumps(sums.as_object(), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    else:
        _say(sums, output)


@contextmanager
def _room(output: Path) -> Iterator[Path]:
    output.parent.mkdir(parents=True, exist_ok=True)
    room = Path(tempfile.mkdtemp(prefix=f".{output.name}.", dir=output.parent))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _marked(again: Kept, output: Path, threshold: float, room: Path) -> Sums:
    from newsbot.corpus.reading import Records

    finder, console = duplicates(), notes()
    with finder(room, threshold) as run:
        run.read(followed(console, "reading", opened(console, *again.sources, names=again.names)))
        sums = _settled(console, run)
        records = Records(*again.sources, on_trouble=told_before, names=again.names)
        run.write(followed(console, "writing", records), output)
    return sums


def _marked_on_ray(again: Kept, output: Path, threshold: float, workers: int | None) -> Sums:
    try:
        from newsbot.engines.ray_duplicates import find
    except ModuleNotFoundError as error:
        from newsbot.engines.on_ray import DUPLICATES_NEED_EXTRA

        raise InputError(DUPLICATES_NEED_EXTRA) from error
    from newsbot.engines.on_ray import RayError

    console = notes()
    records = opened(console, *again.sources, names=again.names)
    try:
        with console.status("comparing on Ray") if console.is_terminal else nullcontext():
            marking = find(records.files, threshold, workers)
    except RayError as error:
        raise InputError(str(error)) from error
    marking.write(followed(console, "writing", records), output)
    return marking.sums


def _settled(console: Console, run: Duplicates) -> Sums:
    if not console.is_terminal:
        return run.settle()
    with console.status("comparing"):
        return run.settle()


def _say(sums: Sums, output: Path) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("what", "count", show_header=False)
    table.columns[1].justify = "right"
    table.add_row("records", f"{sums.records:,}")
    table.add_row("pairs compared", f"{sums.compared:,}")
    table.add_row("clusters", f"{sums.clusters:,}")
    for name, count in sums.relations.most_common():
        table.add_row(name, f"{count:,}")
    if sums.given_up:
        example = next(iter(sums.given_up.values()))
        table.add_row(Text(f"not all compared, as {one_line(example)}"), f"{len(sums.given_up):,}")
    for size, name in sums.largest:
        table.add_row(Text(f"records of {one_line(name)}"), f"{size:,}")
    console = Console(stderr=True, markup=False, highlight=False)
    console.print(table)
    console.print(f"output: {output}", soft_wrap=True)
