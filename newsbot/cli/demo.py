"""`newsbot demo`: a crawl of an invented portal on this machine, to see the real thing without the internet."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsbot.cli._errors import InputError

if TYPE_CHECKING:
    from rich.table import Table

PORT = 8765
_SHOWN = 8
_SINCE = "2026-11-17"
"""The invented stories go back from 20 November 2026, 37 minutes apart."""


@click.command("demo")
@click.option("--articles", metavar="N", type=click.IntRange(1, 2_000), default=40, show_default=True)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=Path("output/demo"),
    show_default=True,
)
@click.option("--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True)
def command(articles: int, output: Path, port: int) -> None:
    """Serve an invented portal on this machine and crawl it, as `newsbot crawl` crawls a real one.

    The portal has a robots.txt, sitemaps, a feed, dated indexes and articles in the markup of three real templates.
    Run it again: each time it has a few new stories and has edited some, and only those are fetched and written.

    \b
    Example:
      newsbot demo
      newsbot demo --articles 200 -o output/demo-besar
    """
    from rich.console import Console

    from newsbot.cli.crawl import run_crawl
    from newsbot.loopback import LoopbackServer, Site, declare

    parts = sorted(output.glob("parts/*.jsonl"))
    edition = len({part.name.partition("-")[0] for part in parts})
    try:
        server = LoopbackServer(Site(articles=articles, edition=edition), port)
    except OSError as error:
        raise InputError(
            f"port {port} of this machine: {error.strerror}; name another with --port"
        ) from error
    with server, tempfile.TemporaryDirectory() as folder:
        declare(server.base, Path(folder))
        settings = {
            "NEWSBOT_OUTPUT": str(output),
            "NEWSBOT_PORTALS_FROM": [folder],
            "NEWSBOT_ALLOW_PRIVATE": "127.0.0.1",
            "DOWNLOAD_DELAY": 0.02,
            "AUTOTHROTTLE_ENABLED": False,
            "LOG_LEVEL": "WARNING",
        }
        run_crawl(settings, {"portal": "loopback", "mode": "changed" if edition else "new", "since": _SINCE})
    Console(markup=False, highlight=False).print(
        _records(sorted(set(output.glob("parts/*.jsonl")) - set(parts)))
    )


def _records(parts: list[Path]) -> Table:
    """The first records of a run, as people read them."""
    from rich.table import Table

    table = Table(
        "published", "dateline", "headline", "author", "words", title="the first records of this run"
    )
    for record in list(_read(parts))[:_SHOWN]:
        names = ", ".join(person["name"] for person in record["authors"])
        place, words = record["dateline"] or "", str(record["word_count"])
        table.add_row(
            record["date_published"][:16].replace("T", " "), place, record["headline"], names, words
        )
    return table


def _read(parts: list[Path]) -> Iterator[dict[str, Any]]:
    for part in parts:
        with part.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
