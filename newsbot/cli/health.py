"""`newsbot health`: whether the last runs of a crawl, or days of a corpus, were like those before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.cli._folders import STATE
from newsbot.cli._records import bad_input_named, followed, notes, opened

if TYPE_CHECKING:
    from newsbot.corpus.health.check import Health
    from newsbot.corpus.health.moments import Series

_MOST_RUNS = 2_000
"""Runs that are read, the latest: eleven weeks of hourly ones."""


@click.command("health")
@click.argument("sources", metavar="DIR|IN...", nargs=-1, required=True)
@click.option(
    "--state",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The state of the one DIR, where it lies elsewhere.",
)
@click.option(
    "--since",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge all runs, or days, from this one on. Default: the last.",
)
@click.option(
    "--accept",
    metavar="FIGURE",
    multiple=True,
    help="Take the alarm of a figure for the new normal, or `all`: its values before the change count no more. Of one"
    " DIR; may be given several times.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="All figures with their bands, one object a portal a line."
)
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also as a page to look at.",
)
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    state: Path | None,
    since: datetime | None,
    accept: tuple[str, ...],
    as_json: bool,
    html: Path | None,
) -> None:
    """Whether a crawl's last run was like those before: an alarm where not, with addresses and the likely cause.

    A DIR with a state is judged by its runs, other sources of records by their days. At least seven earlier ones are
    needed. Exit code 1 on an alarm.

    \b
    Example:
      newsbot health output/kompas
      newsbot health output/*/ --html health.html
      newsbot health output/kompas --accept missing/editors
      newsbot health articles.jsonl --since 2026-11-01 --json
    """
    from newsbot.corpus.health.check import checked

    if state and len(sources) > 1:
        raise click.UsageError("--state goes with one DIR")
    judged_from = f"{since:%Y-%m-%d}" if since else None
    found = checked(_series(sources, state), judged_from)
    if accept:
        _accept(sources, state, accept, found)
        found = checked(_series(sources, state), judged_from)
    if not found:
        raise InputError("nothing to judge: no run, or no day, that is asked for")
    _show(found, as_json=as_json)
    if html:
        _write(found, html)
    context.exit(1 if any(health.alarms for health in found) else 0)


def _series(sources: Sequence[str], state: Path | None) -> list[Series]:
    """Of the crawls among the sources by their states, of all others together by their records."""
    from newsbot.corpus.health.moments import series_of_runs
    from newsbot.state import Conflict, accepted_of, past_runs

    found, files = [], []
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for source in sources:
        path = state or Path(source) / STATE
        if not path.is_file():
            files.append(source)
            continue
        try:
            found += series_of_runs(source, past_runs(path, last=_MOST_RUNS), accepted_of(path), now)
        except Conflict as error:
            raise InputError(str(error)) from error
    return found + (_of_records(files) if files else [])


def _accept(
    sources: Sequence[str], state: Path | None, names: Sequence[str], found: Sequence[Health]
) -> None:
    """Note in the state of the one crawl that figures are as they are from now on. Raises UsageError where one has no
    alarm, InputError where the state is none or in use."""
    from newsbot.corpus.health.check import accepted_by
    from newsbot.state import Conflict, State

    path = state or Path(sources[0]) / STATE
    if len(sources) > 1 or not path.is_file():
        raise click.UsageError("--accept goes with one DIR that has a state: it is noted there")
    alarms = sorted({alarm.figure for health in found for alarm in health.alarms})
    if unknown := [name for name in names if name != "all" and name not in alarms]:
        told = f"alarms are {', '.join(alarms)}" if alarms else "there is none"
        raise click.UsageError(f"no alarm has the figure {unknown[0]!r}: {told}")
    moment = datetime.now(UTC).replace(microsecond=0).isoformat()
    try:
        with State(path) as opened_state:
            for health in found:
                for name in names:
                    if since := accepted_by(health, name):
                        opened_state.accepted.accept(health.series.portal, since, moment)
    except (Conflict, OSError) as error:
        raise InputError(str(error)) from error


def _of_records(sources: Sequence[str]) -> list[Series]:
    from newsbot.corpus.health.days import DaysOfRecords

    console, days = notes(), DaysOfRecords(datetime.now(UTC).date())
    with bad_input_named():
        for record in followed(console, "reading", opened(console, *sources)):
            days.add(record.fields)
    if not days.is_by_fetching:
        for count, what in ((days.undated, "without a day"), (days.ahead, "of days to come")):
            if count:
                console.print(
                    f"note: {count:,} of {days.records:,} records {what} of publication are in no history"
                )
    return days.series(", ".join(sources))


def _show(found: Sequence[Health], *, as_json: bool) -> None:
    if as_json:
        from newsbot.corpus.health.told import as_object

        for health in found:
            click.echo(json.dumps(as_object(health), ensure_ascii=False))
        return
    from newsbot.cli._health_tables import print_health

    print_health(found)


def _write(found: Sequence[Health], html: Path) -> None:
    try:
        from newsbot.corpus.health.page import health_page
    except ModuleNotFoundError as error:
        from newsbot.corpus.report import NEEDS_EXTRA

        raise InputError(NEEDS_EXTRA) from error
    from newsbot.durable.lines import write_whole

    with bad_input_named():
        write_whole(html, health_page(found).encode("utf-8", "replace").decode("utf-8"))
