"""`newsbot revisions`: what articles said when they were looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsbot.cli._errors import InputError
from newsbot.cli._folders import STATE
from newsbot.cli._options import lexicon_from, output_to, records_in
from newsbot.cli._output_names import require_lines, require_page
from newsbot.cli._records import bad_input_named, chosen, notes
from newsbot.cli._selection import choice_of, selecting
from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.corpus.revisions.gathering import Gathering
    from newsbot.corpus.revisions.page import Page
    from newsbot.corpus.revisions.sums import Sums

_MOST = 100
_WIDE = 200
"""Characters of an example in a note."""
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("revisions")
@records_in
@output_to("OUT.jsonl", "Timelines (.gz, .zst packed); else on stdout.", required=False)
@click.option("--html", metavar="PAGE.html", type=_FILE, help="One page with the changes marked.")
@click.option(
    "--show",
    metavar="N",
    type=click.IntRange(1, 10_000),
    default=_MOST,
    show_default=True,
    help="Articles that the page shows: those with the most changes that are not stated.",
)
@click.option(
    "--state",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=f"The state of the crawl whose folder is given. Default: {STATE} in it.",
)
@selecting
@lexicon_from
def command(
    sources: tuple[str, ...],
    output: Path | None,
    html: Path | None,
    show: int,
    state: Path | None,
    **options: Any,
) -> None:
    """What changed when in articles that were captured more than once, and whether they say so.

    Of a crawl's folder the state tells as well when an article was last looked at, and whether it is gone. Captures
    belong together by id and address, and are ordered by metadata.fetched_at.

    \b
    A revision is
      stealth    the text changed, and neither a date of modification nor a notice states it
      redated    the text changed, and only the date of publication moved
      stated     the text changed, and the article states it
      uncertain  the text differs, and it need not be the article that changed
      no_text    something else changed: people, pictures, section, keywords, dates

    \b
    Example:
      newsbot revisions output/kompas -o revisions.jsonl --html revisions.html
      newsbot revisions 2023.jsonl 2024.jsonl --portal kompas --html kompas.html
    """
    if output:
        require_lines(output, "timelines")
    from newsbot.corpus.revisions.gathering import Gathering

    if html:
        require_page(html, "what --html writes")
    page = _page(show) if html else None
    choice = choice_of(options)
    with bad_input_named(), Gathering() as gathering:
        for record in chosen("reading", sources, choice):
            gathering.add(record)
        _add_looks(gathering, sources, state)
        with _writing(output, to_stdout=html is None) as write:
            sums = _summed(gathering, write, page)
        if page and html:
            _write_page(html, page.html(sums))
    _say(notes(), gathering, sums, [path for path in (output, html) if path])


def _page(most: int) -> Page:
    """The page that is to be written. Raises InputError where what it is made with is not installed."""
    try:
        from newsbot.corpus.revisions.page import Page
    except ModuleNotFoundError as error:
        from newsbot.corpus.report import NEEDS_EXTRA

        raise InputError(NEEDS_EXTRA) from error
    return Page(most)


def _add_looks(gathering: Gathering, sources: tuple[str, ...], state: Path | None) -> None:
    """What the states of crawls among the sources know beside the records."""
    from newsbot.state import Conflict
    from newsbot.state.looks import last_looks

    beside = [path for source in sources if (path := Path(source) / STATE).is_file()]
    for path in dict.fromkeys([state] if state else beside):
        try:
            for look in last_looks(path):
                gathering.add_look(look)
        except Conflict as error:
            raise InputError(str(error)) from error


@contextmanager
def _writing(output: Path | None, *, to_stdout: bool) -> Iterator[Callable[[str], None]]:
    """What takes a line: the file, which appears when it is whole, else standard output, or nobody."""
    if output is None:
        yield _echo if to_stdout else _drop
        return
    from newsbot.durable.lines import PartFile
    from newsbot.durable.packing import packer_for

    with closing(PartFile(output, packer=packer_for(output))) as file:
        yield file.write
        file.finish()


def _echo(line: str) -> None:
    click.echo(line.encode("utf-8", "backslashreplace"))


def _drop(_: str) -> None:
    """Only the page was asked for."""


def _summed(gathering: Gathering, write: Callable[[str], None], page: Page | None) -> Sums:
    from newsbot.corpus.revisions.lines import line
    from newsbot.corpus.revisions.sums import Sums

    sums, console = Sums(), notes()
    with ExitStack() as stack:
        if console.is_terminal:
            stack.enter_context(console.status("comparing"))
        for timeline in gathering.timelines():
            sums.add(timeline)
            if timeline.is_followed:
                write(line(timeline))
            if page:
                page.offer(timeline)
    return sums


def _write_page(path: Path, page: str) -> None:
    from newsbot.durable.lines import write_whole

    write_whole(path, page.encode("utf-8", "replace").decode("utf-8"))


def _say(console: Console, gathering: Gathering, sums: Sums, written: list[Path]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("what", "count", show_header=False)
    table.columns[1].justify = "right"
    for label, count in _figures(gathering, sums):
        table.add_row(Text(label), f"{count:,}")
    console.print(table)
    for reason, example in gathering.examples.items():
        console.print(f"note: {reason}, such as {one_line(example, _WIDE)}", soft_wrap=True)
    if written:
        console.print(f"output: {', '.join(map(str, written))}", soft_wrap=True)


def _figures(gathering: Gathering, sums: Sums) -> Iterator[tuple[str, int]]:
    """What was counted; of what is rare only what occurs."""
    from newsbot.corpus.revisions.verdicts import VERDICTS

    yield "records", gathering.records
    yield "articles", sums.articles
    yield "looked at again", sums.followed
    yield "changed", sums.changed
    yield from ((f"  {verdict}", sums.verdicts[verdict]) for verdict in VERDICTS)
    yield from ((f"field {name}", count) for name, count in sums.fields.most_common())
    rare = {
        "gone": sums.gone,
        "records of a capture that came before": sums.repeated,
        **{f"captures without the article: {kind}": sums.not_shown[kind] for kind in sorted(sums.not_shown)},
        "revisions too many": sums.left_out,
        **dict(gathering.left_out.most_common()),
    }
    yield from ((label, count) for label, count in rare.items() if count)
