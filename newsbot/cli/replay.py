"""`newsbot replay`: saved pages in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newsbot.cli._choice import choosing, chosen_by, known_portal
from newsbot.cli._options import lexicon_from, portals_from
from newsbot.workers import PAGE_TIME


@click.command("replay")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Records; packed if named .gz or .zst. With --engine ray a folder. Needed without --list.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(0, 256),
    help="Processes that read pages; 0 reads in this one, without a time limit. With --engine ray shards that are read "
    "at a time.  [default: 1; with ray all cores]",
)
@click.option(
    "--page-time",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    default=PAGE_TIME,
    show_default=True,
    help="Seconds of work that a page may cost, thrice by the clock; past them it is a reject `timeout`.",
)
@click.option(
    "--engine",
    type=click.Choice(["pool", "ray"]),
    default="pool",
    show_default=True,
    help="pool: this machine, one file. ray: a folder of parts, by all cores of this machine or of a cluster.",
)
@click.option("--parquet", is_flag=True, help="With --engine ray: each part as Parquet as well.")
@click.option(
    "--portal", metavar="ID", help="Take every page for this portal's (to choose pages: --only-portal)."
)
@click.option("--generic", is_flag=True, help="Switch the portal rules off, to measure the fallback.")
@click.option(
    "--verify", is_flag=True, help="Run the generic extraction beside the rules and report disagreement."
)
@click.option(
    "--resume", is_flag=True, help="Go on where an interrupted run was; do nothing where it was complete."
)
@click.option(
    "--changed-since",
    metavar="OLD.jsonl",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Take over its records where reading again would give the same.",
)
@click.option(
    "--rejects", metavar="FILE", type=click.Path(path_type=Path), help="Default: OUT.rejects.jsonl."
)
@choosing
@click.option("--strict", is_flag=True, help="Exit 1 when anything was rejected.")
@click.option(
    "--list", "only_list", is_flag=True, help="Say what is in the sources, and read no page of them."
)
@click.option("--json", "as_json", is_flag=True, help="With --list: one JSON object a container.")
@portals_from
@lexicon_from
def command(
    sources: tuple[str, ...],
    output: Path | None,
    workers: int | None,
    page_time: float,
    engine: str,
    parquet: bool,
    portal: str | None,
    generic: bool,
    verify: bool,
    resume: bool,
    changed_since: Path | None,
    rejects: Path | None,
    strict: bool,
    only_list: bool,
    as_json: bool,
    **choice: Any,
) -> None:
    """Saved pages in, records out. SOURCE is a file, or a folder that is walked.

    Pages: .html, .htm, .txt, .mhtml, .mht, each also with .gz, and Scrapy's HTTP cache, its folders and its
    databases. Archives of many: .warc and .arc, each also with .gz and .zst, packed by record or whole, and .wacz.

    A folder may hold manifest.jsonl with {file, url, fetched_at, headers} a line, or a page a sibling
    <stem>.json with the same keys. Inputs that give no record are listed with the reason in the rejects file.

    With --host, --only-portal, --from, --to, --mime or --status only such captures are read: of a WACZ, and of a
    .warc.gz beside which its .cdxj lies, the index is asked first, and nothing else is unpacked. What is not wanted is
    counted.

    With --changed-since only those pages are read whose portal's rules, or newsbot's version, are other ones than those
    that OLD tells of, or that are not the same bytes; the output is that of a full replay. Ends with what changed.

    With --engine ray each archive, and each 500 pages in files of their own, is a shard; OUT is a folder with a part
    and rejects of each, and manifest.json when all are done: the parts it lists are, one behind the other, the file
    that the pool writes. SOURCE may be an address then (s3://, hf://, file://). With --resume shards that are done stay
    as they are; without it the folder is begun anew. RAY_ADDRESS names a cluster.

    \b
    Example:
      newsbot replay pages/ -o output/articles.jsonl
      newsbot replay pages/ more/page.html.gz -o articles.jsonl.gz --workers 4 --resume
      newsbot replay pages/ --changed-since articles.jsonl -o again.jsonl
      newsbot replay crawl.wacz --host kompas.com --from 2026-11-01 -o articles.jsonl
      newsbot replay --list crawl.wacz
      newsbot replay warcs/ -o output/corpus --engine ray --resume
    """
    selection = chosen_by(choice)
    if only_list and selection:
        raise click.UsageError("--list tells of all that the sources hold; leave out what chooses of it")
    if only_list:
        from newsbot.cli._contents import tell_contents

        tell_contents(_paths(sources), as_json=as_json)
        return
    if as_json:
        raise click.UsageError("--json goes with --list")
    if output is None:
        raise click.UsageError("Missing option '-o' / '--output'.")
    from newsbot.options import Options

    options = Options(generic=generic, verify=verify, portal=known_portal(portal, "--portal"))
    if engine == "ray":
        _require_none("pool", changed_since=changed_since, rejects=rejects)
        from newsbot.cli._shards import run_on_ray

        summary = run_on_ray(
            sources, output, options, page_time, workers, selection, resume=resume, parquet=parquet
        )
    else:
        _require_none("ray", parquet=parquet)
        from newsbot.cli._pool import run_in_pool
        from newsbot.engines.plan import Plan

        plan = Plan(
            sources=_paths(sources),
            out=output,
            rejects=rejects,
            workers=1 if workers is None else workers,
            options=options,
            page_time=page_time,
            changed_since=changed_since,
            selection=selection,
        )
        summary = run_in_pool(plan, resume=resume)
    if strict and summary.rejects:
        raise SystemExit(1)


def _paths(sources: tuple[str, ...]) -> tuple[Path, ...]:
    """The sources as files and folders. Addresses are read by shards alone."""
    from newsbot.engines.shards.remote import is_address

    for source in sources:
        if is_address(source):
            raise click.UsageError(f"{source} is an address: only --engine ray reads those")
    return tuple(map(Path, sources))


def _require_none(engine: str, **options: Path | bool | None) -> None:
    """What goes with one engine only must not be asked of the other."""
    for name, value in options.items():
        if value:
            raise click.UsageError(f"--{name.replace('_', '-')} goes with --engine {engine}")
