"""The figures of a run as a table."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsbot.cli._text import one_line
from newsbot.engines.summary import BANDS, RunSummary
from newsbot.lexicon import digest

_TOP = 12
"""Problem codes that are listed; the rest is in the records."""
_WIDE = 200
"""Characters of an example in a note."""


def print_figures(console: Console, summary: RunSummary) -> None:
    """The table, and a note with an example for what of archives is not as it should be."""
    console.print(summary_table(summary))
    if summary.digest_mismatch:
        example = one_line(summary.digest_mismatch, _WIDE)
        console.print(f"note: digests that do not hold, such as {example}", soft_wrap=True)
    if summary.mended_address:
        example = one_line(summary.mended_address, _WIDE)
        console.print(f"note: blanks in addresses are read as %20, such as in {example}", soft_wrap=True)
    for detail, name in summary.index_troubles.items():
        told = f"note: read whole, for its index cannot be used: {one_line(name, _WIDE)}: {one_line(detail, _WIDE)}"
        console.print(told, soft_wrap=True)


def summary_table(summary: RunSummary) -> Table:
    """Inputs, records by kind, rejects by reason, merged pages, what archives hold beside, speed; then how far the
    records are trusted, missing fields and problems."""
    table = Table("figure", "count", show_header=False)
    table.columns[1].justify = "right"
    _add(table, "inputs", summary.inputs)
    _add_all(table, "records", summary.records)
    _add_all(table, "rejects", summary.rejects)
    _add(table, "merged pages", summary.merged_pages)
    if summary.taken_over or summary.read_again or summary.gone:
        _add_earlier(table, summary)
    if summary.passed_over:
        _add_all(table, "archive records that are no inputs", summary.passed_over)
    if summary.unselected or summary.by_index:
        _add_all(table, "captures and pages that are not wanted", summary.unselected)
        _add(table, "archive files read by their index", summary.by_index)
    if summary.mended_addresses:
        _add(table, "records whose address had blanks", summary.mended_addresses)
    if summary.digest_mismatches:
        _add(table, "records that are not what their digest says", summary.digest_mismatches)
    if laid_over := digest():
        table.add_row("lexicon", laid_over[: len("sha256:") + 12])
    table.add_row("pages per second", f"{summary.pages_per_second:.1f}")
    _add_bands(table, summary.confidence)
    for title, counter in (("missing", summary.missing), ("problem", summary.problems)):
        _add_detail(table, title, counter)
    return table


def _add(table: Table, label: str, count: int) -> None:
    table.add_row(Text(label), str(count))


def _add_all(table: Table, title: str, counter: Counter[str]) -> None:
    """A total and its parts; a total of nothing is said too."""
    _add(table, title, counter.total())
    for name, count in _ordered(counter):
        _add(table, f"  {name}", count)


def _add_earlier(table: Table, summary: RunSummary) -> None:
    """What was taken over from an earlier run, why the other pages were read, and what is gone."""
    _add(table, "records taken over", summary.taken_over)
    _add_all(table, "pages read again", summary.read_again)
    _add(table, "records whose page is gone", summary.gone)


def _add_bands(table: Table, counter: Counter[str]) -> None:
    """How many records have a confidence in each band, with their share; nothing where none has one."""
    if counter:
        table.add_section()
    for _, name in BANDS if counter else ():
        share = counter[name] / counter.total()
        table.add_row(Text(f"confidence {name}"), f"{counter[name]} ({share:.0%})")


def _add_detail(table: Table, title: str, counter: Counter[str]) -> None:
    if counter:
        table.add_section()
    for name, count in _ordered(counter)[:_TOP]:
        _add(table, f"{title} {name}", count)


def _ordered(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))
