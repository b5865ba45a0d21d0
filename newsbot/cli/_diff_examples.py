"""One record that differs, for people: its blocks, changed words marked, and its other fields value by value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from newsbot.cli._text import one_line, printable
from newsbot.corpus.diff.blocks import Passage, Words, compare_words
from newsbot.corpus.diff.details import Detail, details
from newsbot.corpus.diff.edits import Edit
from newsbot.corpus.diff.examples import Example
from newsbot.corpus.diff.fields import LAYOUT, MISSING
from newsbot.corpus.diff.matching import shown_key
from newsbot.corpus.diff.tally import layout_of
from newsbot.corpus.reading import Record

_OLD, _NEW = "red", "green"
_TEXT = 400
"""Characters of a text that are shown."""
_PART = 80
"""Characters of a text in an object that are shown."""
_CONTEXT = 60
"""Characters of what is alike on either side of a changed word."""
_EDITS = 12
"""Differences of one field of one record that are shown."""
_COMMON = 0.4
"""Share of the longer text that both must have for the words that differ to be marked in it."""
_WORDED = 40
"""Characters from which two texts are compared word by word, not shown one after the other."""
_SIGNS = {"removed": ("-", _OLD), "added": ("+", _NEW), "changed": ("~", ""), "same": ("", "dim")}


def example_parts(example: Example, number: int, total: int) -> Iterator[RenderableType]:
    """A title, where the page is, then what differs."""
    pair = example.pair
    record = pair.a or pair.b
    if record is None:
        return
    layout = one_line(layout_of(pair), 80)
    yield Text(f"{number} of {total}  {one_line(example.portal)}, layout {layout}", "bold underline")
    yield Text(one_line(shown_key(record), 300), "dim")
    yield Text(one_line(f"{record.fields['id']}  {record.fields.get('url') or ''}", 300), "dim")
    if pair.a is None or pair.b is None:
        yield from _lone(record, "A" if pair.b is None else "B")
    for detail in details(example):
        if detail.name != LAYOUT:  # the title has it
            yield Text(f"  {detail.name}", "bold")
            yield _field(detail)


def _rows() -> Table:
    """Signs in one column, what differs in the other."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _lone(record: Record, side: str) -> Iterator[RenderableType]:
    yield Text(f"  only in {side}", "bold")
    rows = _rows()
    sign, style = _SIGNS["removed" if side == "A" else "added"]
    kind, headline = record.fields.get("kind"), record.fields.get("headline")
    rows.add_row(Text(f"   {sign}", style), Text(one_line(f"{kind}: {headline}", 200), style))
    yield rows


def _field(detail: Detail) -> Table:
    """The differences of a field, each with its sign."""
    rows = _rows()
    for passage in detail.passages:
        sign, style = _SIGNS[passage.op]
        rows.add_row(Text(f"   {sign}", style), _passage(passage, style))
    for edit in detail.edits[:_EDITS]:
        sign, style = _SIGNS[_op(edit)]
        rows.add_row(Text(f"   {sign}", style), _edit(edit, style))
    if len(detail.edits) > _EDITS:
        rows.add_row("", Text(f"and {len(detail.edits) - _EDITS} more", "dim"))
    return rows


def _passage(passage: Passage, style: str) -> Text:
    if passage.op == "same":
        return Text(f"… {passage.count} block{'s' if passage.count > 1 else ''} alike", style)
    kind = f"[{passage.type}] "
    if passage.op == "changed":
        return Text(kind, "dim") + _both(passage.before or "", passage.after or "", passage.words)
    return Text(kind, "dim") + Text(_cut(passage.before or passage.after or ""), style)


def _op(edit: Edit) -> str:
    return "added" if edit.before is MISSING else "removed" if edit.after is MISSING else "changed"


def _edit(edit: Edit, style: str) -> Text:
    path = Text(f"{edit.path}: " if edit.path else "", "dim")
    if edit.before is MISSING or edit.after is MISSING:
        return path + Text(_cut(_shown(edit.after if edit.before is MISSING else edit.before)), style)
    before, after = _shown(edit.before), _shown(edit.after)
    is_text = isinstance(edit.before, str) and isinstance(edit.after, str)
    words = compare_words(before, after) if is_text and min(len(before), len(after)) >= _WORDED else []
    return path + _both(before, after, words)


def _both(before: str, after: str, words: Words) -> Text:
    """Two values as one line: with its words marked where they have much in common, else one after the other."""
    if before == after:
        return Text(_cut(before))
    common = sum(len(text) for op, text in words if op == "=")
    if common >= _COMMON * max(len(before), len(after)):
        return _marked(words)
    return Text(_cut(before), _OLD) + Text(" → ") + Text(_cut(after), _NEW)


def _marked(words: Words) -> Text:
    """`[-gone-]` and `{+come+}`, which tell it without colours too, and little of what is alike between them."""
    marked = Text()
    for at, (op, text) in enumerate(words):
        if op == "=":
            marked.append(_between(printable(text), is_first=at == 0, is_last=at == len(words) - 1))
        else:
            begin, end, style = ("[-", "-]", _OLD) if op == "-" else ("{+", "+}", _NEW)
            gap = " " if text[-1:].isspace() else ""
            marked.append(f"{begin}{_cut(text)}{end}", style).append(gap)
    return marked


def _between(text: str, *, is_first: bool, is_last: bool) -> str:
    begin = "" if is_first else text[:_CONTEXT]
    end = "" if is_last else text[-_CONTEXT:]
    if len(text) <= len(begin) + len(end) + 1:
        return text
    return f"{begin}…{end}"


def _shown(value: Any) -> str:
    """A value in few words: an object without its empty keys, a list by its items."""
    if isinstance(value, str):
        return value if value.strip() else json.dumps(value)
    if isinstance(value, dict):
        return ", ".join(
            f"{key}: {_shown(item)}" for key, item in value.items() if item not in (None, [], {})
        )
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value) or "[]"
    return json.dumps(value)


def _cut(text: str) -> str:
    return one_line(text, _TEXT)
