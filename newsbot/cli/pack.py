"""`newsbot pack`: WARC files as one WACZ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.cli._records import notes
from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.archive.pack import Packed
    from newsbot.engines.page_rows import PageRows

_WIDE = 160
"""Characters of an address or a place that a note names."""


@click.command("pack")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, metavar="OUT.wacz", type=click.Path(path_type=Path))
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(0, 256),
    default=1,
    show_default=True,
    help="Processes that read the pages for their headlines and dates; 0 reads in this one.",
)
def command(sources: tuple[Path, ...], output: Path, workers: int) -> None:
    """WARC files as one WACZ, with an index and a list of pages. SOURCE is a .warc or .warc.gz, or a folder of them.

    The files go in as they are, in the order in which replay reads them. The list of pages has the headline and the
    date of each page's record. The same files give the same bytes.

    \b
    Example:
      newsbot pack output/kompas/warc -o kompas.wacz
    """
    from newsbot.archive.pack import pack
    from newsbot.durable.warc import NEEDS_EXTRA
    from newsbot.engines.page_rows import PageRows
    from newsbot.engines.pool import WorkerError

    console = notes()
    files = _files(console, sources, output)
    pages = PageRows(files, workers)
    try:
        packed = pack(files, output, pages)
    except ImportError as error:
        raise InputError(NEEDS_EXTRA) from error
    except (OSError, ValueError, WorkerError) as error:
        raise InputError(str(error)) from error
    _tell(console, output, packed, pages)


def _files(console: Console, sources: tuple[Path, ...], output: Path) -> list[Path]:
    """The archive files of the sources, all of which a WACZ can hold."""
    from newsbot.archive import ArchiveFile, find_places
    from newsbot.archive.pack import refusal

    if output.suffix.lower() != ".wacz":
        raise click.UsageError(f"{output}: a WACZ is named .wacz, or its readers do not know it")
    if not output.parent.is_dir():
        raise click.UsageError(f"{output.parent} is no folder")
    try:
        places = list(find_places(*sources))
    except FileNotFoundError as error:
        raise click.UsageError(f"no such file or folder: {error.filename}") from error
    files = [place.path for place in places if isinstance(place, ArchiveFile)]
    files = [path for path in files if path.resolve() != output.resolve()]
    for path in files:
        if why := refusal(path):
            raise InputError(f"{path}: {why}")
    if not files:
        raise InputError(
            "no WARC file was found; pages saved by themselves hold no record of how they were fetched, "
            "and are not packed"
        )
    if others := sum(not isinstance(place, ArchiveFile) for place in places):
        console.print(f"note: {others} files that are no WARC are left out")
    return files


def _tell(console: Console, output: Path, packed: Packed, pages: PageRows) -> None:
    for detail, count in sorted(packed.troubles.items()):
        console.print(
            f"note: {count} x {detail}, such as {one_line(packed.examples[detail], _WIDE)}", soft_wrap=True
        )
    for reason, count in sorted(pages.left_out.items()):
        example = one_line(pages.examples[reason], _WIDE)
        told = f"note: {count} captures are not in the list of pages: {reason}, such as {example}"
        console.print(told, soft_wrap=True)
    console.print(
        f"{output}: {packed.files} WARC files, {packed.captures} captures, {packed.pages} pages",
        soft_wrap=True,
    )
