"""`newsbot crawl`: the live crawl, the same as `scrapy crawl portal`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsbot.cli._errors import InputError
from newsbot.cli._options import CODE, FROM, WORDS

if TYPE_CHECKING:
    from rich.console import Console
    from scrapy.settings import Settings

    from newsbot.crawl.url_list import UrlList


@click.command("crawl")
@click.argument("targets", metavar="[PORTAL|URL...]", nargs=-1)
@click.option(
    "--urls", metavar="FILE|-", help="Ask for the addresses of a list: one a line, a table, or JSON Lines."
)
@click.option("--column", metavar="NAME", help="The column of --urls that has the addresses.")
@click.option(
    "--mode",
    type=click.Choice(["new", "changed", "all"]),
    default="new",
    show_default=True,
    help="new: what was never fetched; changed: also what is announced again; all: everything anew.",
)
@click.option("--since", metavar="DAY", help="Nothing published before this day (YYYY-MM-DD).")
@click.option("--until", metavar="DAY", help="Nothing published after this day.")
@click.option("--limit", metavar="N", type=click.IntRange(1), help="Articles in this run.")
@click.option("--all-links", is_flag=True, help="Take what is announced whatever its address looks like.")
@click.option(
    "--warc", metavar="DIR", type=click.Path(path_type=Path), help="Keep requests and responses as WARC."
)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=Path("output/crawl"),
    show_default=True,
    help="Folder of the parts, the manifest and the report.",
)
@click.option(
    "--state", metavar="FILE", type=click.Path(path_type=Path), help="Default: state.sqlite in DIR."
)
@click.option("--metrics", metavar="PORT", help="Serve metrics for Prometheus on this port of this machine.")
@click.option("--log-json", is_flag=True, help="Log lines as JSON objects, and no tables.")
@click.option(
    "--hook", metavar="CMD", help="Run this at the end, with the report as JSON on its standard input."
)
@click.option("--set", "settings", metavar="NAME=VALUE", multiple=True, help="A Scrapy setting.")
@click.option(
    "--portals-from",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    help=FROM,
)
@click.option(
    "--portals-code",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    help=CODE,
)
@click.option(
    "--lexicon-from",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    help=WORDS,
)
@click.option("--allow-private", is_flag=True, help="Ask private and loopback addresses too.")
@click.option(
    "--strict",
    is_flag=True,
    help="Exit 1 also when anything was rejected.",
)
def command(
    targets: tuple[str, ...],
    urls: str | None,
    column: str | None,
    mode: str,
    since: str | None,
    until: str | None,
    limit: int | None,
    all_links: bool,
    warc: Path | None,
    output: Path,
    state: Path | None,
    metrics: str | None,
    log_json: bool,
    hook: str | None,
    settings: tuple[str, ...],
    portals_from: tuple[str, ...],
    portals_code: tuple[str, ...],
    lexicon_from: tuple[str, ...],
    allow_private: bool,
    strict: bool,
) -> None:
    """Crawl portals by id, or any site by its address: discover, fetch politely, write records.

    A portal is asked for what it announces in sitemaps, feeds and dated indexes; a site that no portal declares for
    what its robots.txt, sitemaps, feeds and pages offer. Records go to DIR/parts/*.jsonl, listed in
    DIR/manifest.json; DIR/report.json says how the run went. The same command again fetches what is new.

    With --urls nothing is discovered: what the list names is asked for, as politely, and each article once.

    \b
    Example:
      newsbot crawl kompas -o data/kompas --log-json --metrics 9108 --hook "./notify.sh kompas"
      newsbot crawl tribunnews --since 2026-11-01 --limit 200
      newsbot crawl https://www.contoh.id -o output/contoh --mode changed
      newsbot crawl --urls links.csv.gz --column url -o output/links
    """
    from newsbot.crawl.endings import exit_code

    chosen = {
        "NEWSBOT_OUTPUT": str(output),
        "NEWSBOT_STATE": str(state) if state else None,
        "NEWSBOT_WARC": str(warc) if warc else None,
        "NEWSBOT_METRICS": metrics,
        "NEWSBOT_LOG_JSON": log_json or None,
        "NEWSBOT_HOOK": hook,
        "NEWSBOT_ALLOW_PRIVATE": allow_private,
        "NEWSBOT_PORTALS_FROM": list(portals_from),
        "NEWSBOT_PORTALS_CODE": list(portals_code),
        "NEWSBOT_LEXICON_FROM": list(lexicon_from),
        **_settings(settings),
    }
    if warc:
        _require_warcio()
    targets = tuple(target for target in targets if target.strip())
    if bool(targets) is bool(urls):
        raise click.UsageError("name portals and addresses, or a list of addresses with --urls FILE")
    if column and not urls:
        raise click.UsageError("--column is of the list that --urls names")
    addresses = [target for target in targets if "://" in target]
    portals = [target for target in targets if "://" not in target]
    arguments = {
        "portal": ",".join(portals),
        "url": ",".join(addresses),
        "urls": _listed(urls, column),
        "mode": mode,
        "since": since,
        "until": until,
        "limit": limit,
        "all_links": all_links,
    }
    report = run_crawl({name: value for name, value in chosen.items() if value is not None}, arguments)
    raise SystemExit(exit_code(report, strict=strict))


def _listed(urls: str | None, column: str | None) -> UrlList | str:
    """The list, which is read once: standard input is there but once."""
    from newsbot.crawl.url_list import UrlList

    return UrlList(urls, column) if urls else ""


def _require_warcio() -> None:
    from importlib.util import find_spec

    from newsbot.durable.warc import NEEDS_EXTRA

    if find_spec("warcio") is None:
        raise InputError(f"--warc: {NEEDS_EXTRA}")


def _settings(pairs: tuple[str, ...]) -> dict[str, str]:
    from newsbot.crawl.own_settings import bad_value, unknown_setting

    chosen = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.isidentifier():
            raise click.BadParameter(f"{pair!r} is no NAME=VALUE", param_hint="--set")
        chosen[name] = value
    for name, value in chosen.items():
        if said := unknown_setting(name, chosen) or bad_value(name, value):
            raise click.BadParameter(said, param_hint="--set")
    return chosen


def run_crawl(chosen: dict[str, Any], arguments: dict[str, Any]) -> dict[str, Any]:
    """Run one crawl in this process to its end, with a progress line and a summary for people; its report.

    Raises InputError where it could not begin: a portal that does not exist, a state in use, a folder not writable.
    """
    from rich.console import Console
    from scrapy.crawler import CrawlerProcess
    from scrapy.settings import Settings

    from newsbot import settings as project
    from newsbot.cli._crawl_screen import progress_of, summary_of
    from newsbot.crawl.context import context_of
    from newsbot.crawl.endings import ENDED_EARLY

    console = Console(stderr=True, markup=False, highlight=False)
    settings = Settings()
    settings.setmodule(project, priority="project")
    settings.update(chosen, priority="cmdline")
    _require_sense(settings, arguments)
    says_json = settings.getbool("NEWSBOT_LOG_JSON")
    if says_json:
        from newsbot.crawl.extensions.json_log import log_json_from_the_start

        console.quiet = True
        log_json_from_the_start(settings)
    if console.is_terminal and "LOG_LEVEL" not in chosen and not says_json:
        settings.set("LOG_LEVEL", "WARNING", priority="cmdline")
    process = CrawlerProcess(settings)
    crawler = process.create_crawler("portal")
    failures: list[Any] = []
    process.crawl(crawler, **arguments).addErrback(failures.append)
    with progress_of(console, crawler):
        process.start()
    report = context_of(crawler).report
    if report is None and context_of(crawler).opened and not failures:
        console.print("stopped at once: what was committed is safe, the same command goes on")
        raise SystemExit(ENDED_EARLY)
    if report is None:
        raise InputError(
            failures[0].getErrorMessage() if failures else "the crawl did not begin; the log says why"
        )
    for table in summary_of(report):
        console.print(table)
    _say_where(console, chosen, report)
    return report


def _require_sense(settings: Settings, arguments: dict[str, Any]) -> None:
    """What is wrong with the arguments is said before Scrapy says anything. Raises InputError."""
    from newsbot.crawl.extensions.hook import require_program, words_of
    from newsbot.crawl.extensions.metrics import place_of, require_metrics
    from newsbot.crawl.spiders.portal import PortalSpider

    try:
        PortalSpider(**arguments).find_sites(settings)
        require_program(words_of(settings.get("NEWSBOT_HOOK")))
        if settings.get("NEWSBOT_METRICS"):
            require_metrics()
            place_of(settings["NEWSBOT_METRICS"])
        _require_places(settings)
    except (ValueError, ImportError) as error:
        raise InputError(str(error)) from error


def _require_places(settings: Settings) -> None:
    """Raise ValueError where the output cannot be written, or a name is that of something else."""
    folder, state = Path(settings["NEWSBOT_OUTPUT"]), settings.get("NEWSBOT_STATE")
    if state and Path(state).is_dir():
        raise ValueError(f"--state: {state} is a folder; name the file in it")
    for one in (folder, *([Path(state).parent] if state else [])):
        try:
            one.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise ValueError(f"{one} is a file, or lies in one, and no folder") from error
        except OSError as error:
            raise ValueError(f"{one} cannot be made: {error.strerror}") from error


def _say_where(console: Console, chosen: dict[str, Any], report: dict[str, Any]) -> None:
    from newsbot.cli._crawl_screen import left_out_of, list_of, unread_of

    for notice in report["notices"]:
        console.print(f"note: {notice}")
    for line in (*list_of(report), *left_out_of(report), *unread_of(report)):
        console.print(line, soft_wrap=True)
    for host in report["hosts"]:
        if host["left_alone"]:
            console.print(f"{host['host']}: {host['left_alone']}")
    console.print(
        f"records: {chosen['NEWSBOT_OUTPUT']}/parts   report: {chosen['NEWSBOT_OUTPUT']}/report.json",
        soft_wrap=True,
    )
