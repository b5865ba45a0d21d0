"""Why a record is as it is: the winning witness of each field, what was removed, what is doubtful."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsbot.cli._text import one_line
from newsbot.items import Article, FieldSource
from newsbot.normalizers.confidence import Confidence

_WIDTH = 140
"""Columns where no terminal says how wide it is."""


def print_explanation(article: Article, confidence: Confidence | None = None) -> None:
    """The explanation is what was asked for, so it goes to stdout."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH)
    console.print(explanation(article, confidence))


def explanation(article: Article, confidence: Confidence | None = None) -> RenderableType:
    """Four tables: fields, removed noise, problems, and the signs for and against where they are known."""
    told = [_fields(article), _removed(article), _problems(article)]
    return Group(*told, *([_confidence(confidence)] if confidence else []))


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _row(table: Table, *cells: object, width: int = 60) -> None:
    """Cells are page text: `Text` takes no markup from them."""
    table.add_row(*(Text(one_line(cell, width)) for cell in cells))


def _fields(article: Article) -> Table:
    table = _table(
        f"{article.kind} {one_line(article.id)}", "field", "value", "witness", "rule", "agrees", "disagrees"
    )
    sources = article.metadata.fields
    for name in _explained(article):
        source = sources.get(name, FieldSource("-", "-"))
        agrees, disagrees = ", ".join(source.agrees), ", ".join(source.disagrees)
        _row(table, name, _value(article, name), source.witness, source.rule, agrees, disagrees)
    return table


def _explained(article: Article) -> list[str]:
    """The fields that have a witness, in the record's order; then those that are no field of the record."""
    names = [name for name in article.__dataclass_fields__ if name in article.metadata.fields]
    return names + [name for name in article.metadata.fields if name not in names]


def _value(article: Article, name: str) -> str:
    value = getattr(article, name, None)
    if isinstance(value, list):
        return ", ".join(_label(item) for item in value) or "-"
    return "-" if value is None else str(value)


def _label(item: object) -> str:
    """What a list's item is called: a person's name, a picture's caption or URL, a block's text."""
    for attribute in ("name", "caption", "text", "url"):
        if label := getattr(item, attribute, None):
            return str(label)
    return str(item)


def _removed(article: Article) -> Table:
    table = _table("removed", "kind", "rule", "times", "text")
    for item in sorted(article.metadata.removed, key=lambda item: (item.kind, item.rule)):
        _row(table, item.kind, item.rule, item.count, item.text)
    return table


def _problems(article: Article) -> Table:
    table = _table("problems", "code", "field", "severity", "detail")
    for problem in article.metadata.problems:
        _row(table, problem.code, problem.field or "-", problem.severity, problem.detail or "-", width=100)
    return table


def _confidence(confidence: Confidence) -> Table:
    table = _table(f"confidence {confidence.value}", "sign", "says", "adds")
    for sign in confidence.spoken:
        _row(table, sign.name, f"{sign.value:.2f}", f"{sign.adds:+.2f}")
    return table
