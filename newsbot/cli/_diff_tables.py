"""The counts of a comparison as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from newsbot.cli._text import one_line
from newsbot.corpus.diff.compare import Difference
from newsbot.corpus.diff.fields import FOLLOWING, LAYOUT, WITNESSES, known_fields
from newsbot.corpus.diff.tally import Group, Tally

_Key = TypeVar("_Key", str, tuple[str, str], tuple[str, str, str])
_Cell = str | int | None

_ROWS = 20
"""Rows of a table other than that of the fields; `--json` has all."""
_NAME = 20
"""Characters of a layout that stand in one line however narrow the terminal is."""
_LEADING = 4
"""Fields that are named beside a portal or layout."""


def head_lines(names: tuple[str, str], difference: Difference) -> Iterator[Text]:
    """What was compared, how much of it is alike, and what to know before reading on."""
    tally = difference.tally
    for letter, name, records, versions in zip("AB", names, tally.records, tally.versions, strict=True):
        made = ", newsbot " + ", ".join(sorted(versions)) if versions else ""
        yield Text(f"{letter}  {one_line(name, 200)}: {records} records{one_line(made, 80)}")
    alike = tally.matched - tally.changed
    yield Text(f"{tally.matched} records in both: {alike} alike, {tally.changed} differ", style="bold")
    yield from (Text(one_line(note, 400)) for note in _notes(difference))


def _notes(difference: Difference) -> Iterator[str]:
    tally = difference.tally
    if tally.only_a or tally.only_b:
        yield f"only in A: {tally.only_a}, only in B: {tally.only_b}"
    if tally.by_id:
        yield f"{tally.by_id} were matched by id, since the places of their pages differ"
    if tally.other_page:
        yield f"{tally.other_page} pages are not the same bytes on both sides: not only the extraction changed"
    if tally.other_rules:
        yield f"other portal rules: {_listed(tally.other_rules, _ROWS)}"
    for letter, repeated in zip("AB", difference.repeated, strict=True):
        if repeated.records:
            first = ", ".join(repeated.examples[:2])
            yield f"{repeated.records} records of {letter} repeat a page; taken in order: {first}"


def tables(tally: Tally) -> Iterator[Table]:
    """By field, by portal, by layout; what turned into what; problems and removals. Empty ones are left out."""
    witnesses = [name for name in tally.fields if name.startswith(WITNESSES)]
    fields = [name for name in tally.fields if not name.startswith(WITNESSES)]
    portals = (((name,), group) for name, group in tally.portals().items())
    found = (
        _fields("fields", tally, fields),
        _fields("witnesses of fields", tally, witnesses),
        _groups("portals", ("portal",), portals),
        _groups("layouts", ("portal", "layout"), tally.layouts.items()),
        _turned(tally),
        _notices(tally),
    )
    return (table for table in found if table.row_count)


def _table(title: str, texts: Iterable[str], figures: Iterable[str], last: str | None = None) -> Table:
    """Columns of text, of figures, and one more of text."""
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for column in texts:
        table.add_column(column, overflow="fold", min_width=_NAME if column == "layout" else None)
    for column in figures:
        table.add_column(column, justify="right", no_wrap=True)
    if last is not None:
        table.add_column(last, overflow="fold")
    return table


def _add(table: Table, *cells: _Cell, style: str = "") -> None:
    """A row; nought is left blank, so that the other figures are seen."""
    table.add_row(*(Text(one_line(cell, 200) if cell else "") for cell in cells), style=style)


def _fields(title: str, tally: Tally, names: list[str]) -> Table:
    """`new`: only B has a value; `gone`: only A has one. Fields that cannot but follow another one are dim."""
    table = _table(title, ["field"], ["differ", "share", "new", "gone", "other"])
    order = {name: at for at, name in enumerate(known_fields())}
    for name in sorted(names, key=lambda name: (order.get(name, len(order)), name)):
        count = tally.fields[name]
        share = f"{count.changed / tally.matched:.1%}"
        other = count.changed - count.gained - count.lost
        cells = (name.removeprefix(WITNESSES), count.changed, share, count.gained, count.lost, other)
        _add(table, *cells, style="dim" if name in FOLLOWING else "")
    return table


def _groups(title: str, names: tuple[str, ...], found: Iterable[tuple[tuple[str, ...], Group]]) -> Table:
    """The groups in which something differs, most of it first, without columns that would be blank."""
    groups = dict(found)
    weights = {name: group.changed + group.only_a + group.only_b for name, group in groups.items()}
    differing = sorted((name for name in groups if weights[name]), key=lambda name: (-weights[name], name))
    figures = {"both": "matched", "differ": "changed", "only A": "only_a", "only B": "only_b"}
    figures = {
        column: key
        for column, key in figures.items()
        if any(getattr(groups[name], key) for name in differing)
    }
    table = _table(title, names, figures, "differing most")
    for name in differing[:_ROWS]:
        _add(table, *name, *(getattr(groups[name], key) for key in figures.values()), _leading(groups[name]))
    return _with_rest(table, len(differing))


def _leading(group: Group) -> str:
    """The fields that differ in most of a group's records, without those that cannot but differ with others."""
    told = {name: count for name, count in group.fields.items() if not _is_detail(name)}
    return _listed(Counter({name.removeprefix("metadata."): count for name, count in told.items()}), _LEADING)


def _is_detail(name: str) -> bool:
    return name in FOLLOWING or name == LAYOUT or name.startswith(WITNESSES)


def _turned(tally: Tally) -> Table:
    table = _table("what turned into what", ["field", "A", "B"], ["records"])
    for (name, before, after), count in _ordered(tally.turned)[:_ROWS]:
        field = name.replace(WITNESSES, "witness of ").rpartition(".")[2]
        _add(table, field, before, after, count)
    return _with_rest(table, len(tally.turned))


def _notices(tally: Tally) -> Table:
    table = _table("problems, and what was removed by which rule", ["", "code or rule"], ["only A", "only B"])
    both = tally.gone + tally.come
    for (kind, key), _ in _ordered(both)[:_ROWS]:
        _add(table, kind.removesuffix("s"), key, tally.gone[kind, key], tally.come[kind, key])
    return _with_rest(table, len(both))


def _ordered(counts: Counter[_Key]) -> list[tuple[_Key, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _with_rest(table: Table, total: int) -> Table:
    """Say how many rows are not shown."""
    if total > table.row_count:
        table.caption, table.caption_justify = f"and {total - table.row_count} more; --json has all", "left"
    return table


def _listed(counts: Counter[str], most: int) -> str:
    ordered = _ordered(counts)
    more = f" and {len(ordered) - most} more" if len(ordered) > most else ""
    return ", ".join(f"{name} {count}" for name, count in ordered[:most]) + more
