"""`newsbot inspect`: pages beside their records, in a browser on this machine."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import lexicon_from, portals_from
from newsbot.cli._records import bad_input_named, followed, notes, opened

if TYPE_CHECKING:
    from newsbot.inspector.shelf import Entry, Shelf

_FOLDER = click.Path(file_okay=False, path_type=Path)
_RECORDS = (".jsonl", ".jsonl.gz", ".jsonl.zst")


@click.command("inspect")
@click.argument("source", metavar="PAGE|FOLDER|RUN", type=click.Path(exists=True, path_type=Path))
@click.option("--url", help="Of a page: where it was fetched from.")
@click.option("--fetched-at", metavar="T", help="Of a page: when it was fetched, ISO 8601 with an offset.")
@click.option(
    "--warc",
    metavar="DIR",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Of a run: a folder of its WARC files. Default: warc in RUN, where there is one.",
)
@click.option(
    "--to", "folder", metavar="FOLDER", type=_FOLDER, default=Path("inspected"), show_default=True,
    help="Where corrections go, as fixtures and gold; made when something is kept.",
)  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: a free one.")
@click.option(
    "--workers", type=click.IntRange(0, 64), default=2, show_default=True,
    help="Processes that read a folder's pages; 0 is this one.",
)  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
@portals_from
@lexicon_from
def command(
    source: Path,
    url: str | None,
    fetched_at: str | None,
    warc: tuple[Path, ...],
    folder: Path,
    port: int,
    workers: int,
    no_browser: bool,
) -> None:
    """Look at saved pages beside their records: what was kept and what was taken out, which witness gave each field by
    which rule, and what the page gives without the portal's rules. What is wrong is corrected with a click.

    PAGE is a file, FOLDER holds saved pages or archives, which are read now, the least trusted shown first. RUN is a
    crawl's folder, or records that were written: their pages are taken from the WARC files, or from where the records
    say they lie. It is served on 127.0.0.1 alone, under an address that nobody can guess.

    \b
    Example:
      newsbot inspect page.html
      newsbot inspect pages/ --to corrected
      newsbot inspect articles.jsonl
    """
    try:
        from newsbot.inspector.server import Inspector, bound, serve
    except ModuleNotFoundError as error:
        from newsbot.inspector import NEEDS_EXTRA

        raise InputError(NEEDS_EXTRA) from error
    shelf = _shelf(source, url, fetched_at, warc, workers)
    if not len(shelf):
        raise InputError(f"{source}: there is no page and no record in it")
    try:
        listening = bound(port)
    except OSError as error:
        raise InputError(f"port {port}: {error.strerror}") from error
    inspector = Inspector(shelf, folder, f"Inspecting {source}", "{}:{}".format(*listening.getsockname()[:2]))
    click.echo(f"{len(shelf):,} to look at; Ctrl-C ends it", err=True)
    click.echo(inspector.address)
    if not no_browser:
        _show(inspector.address)
    with suppress(KeyboardInterrupt):
        serve(inspector, listening)
    kept, changed = inspector.changes.kept, inspector.changes.corrections
    lost = sum(bool(made) and number not in kept for number, made in changed.items())
    click.echo(
        f"{sum(map(len, kept.values()))} kept in {folder}; {lost} pages with corrections that were not kept",
        err=True,
    )


def _show(address: str) -> None:
    """Open the address, unless the only browser is one that would take the terminal."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser:
        browser.open(address)


def _shelf(
    source: Path, url: str | None, fetched_at: str | None, warc: tuple[Path, ...], workers: int
) -> Shelf:
    from newsbot.inspector.shelf import Shelf

    is_page = source.is_file() and not source.name.endswith(_RECORDS) and not _holds_many(source)
    if (url or fetched_at) and not is_page:
        raise click.UsageError("--url and --fetched-at are of one page")
    if is_page:
        return Shelf(_of_page(source, url, fetched_at))
    if not _holds_records(source):
        return Shelf(_of_pages(source, workers))
    with bad_input_named():
        return Shelf(_of_records(source, warc))


def _holds_many(path: Path) -> bool:
    from newsbot.archive import ArchiveFile, find_places

    return any(isinstance(place, ArchiveFile) for place in find_places(path))


def _holds_records(source: Path) -> bool:
    """Whether a source is records: a file of them, a crawl's folder, or a folder that has no page of its own."""
    if source.is_file():
        return source.name.endswith(_RECORDS)
    if (source / "parts").is_dir():
        return True
    from newsbot.archive import find_places

    return next(iter(find_places(source)), None) is None


def _of_page(path: Path, url: str | None, fetched_at: str | None) -> Iterator[Entry]:
    from newsbot.cli.extract import read_page, with_facts
    from newsbot.inspector.sources import of_page

    return of_page(with_facts(read_page(str(path)), url, fetched_at))


def _of_pages(source: Path, workers: int) -> Iterator[Entry]:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from newsbot.inspector.sources import of_pages

    entries = of_pages([source], workers)
    console = notes()
    if not console.is_terminal:
        yield from entries
        return
    columns = SpinnerColumn(), TextColumn("{task.completed} pages read"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        yield from bar.track(entries)


def _of_records(source: Path, warc: tuple[Path, ...]) -> Iterator[Entry]:
    from newsbot.cli._folders import warc_of
    from newsbot.inspector.sources import of_records
    from newsbot.upkeep.evidence import warc_files

    console = notes()
    files = warc_files(warc_of(source, warc)) if warc or source.is_dir() else []
    return of_records(followed(console, "reading", opened(console, str(source))), files)
