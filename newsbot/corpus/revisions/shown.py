"""What the page shows of a timeline: bounded, and ready to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from newsbot.corpus.diff.blocks import Passage, Words, compare_words
from newsbot.corpus.diff.details import Detail
from newsbot.corpus.diff.edits import Edit
from newsbot.corpus.diff.fields import MISSING
from newsbot.corpus.revisions.captures import moment_of
from newsbot.corpus.revisions.timeline import Revision, Timeline
from newsbot.corpus.revisions.verdicts import VERDICTS, Doubt, Statement, Verdict

TEXT = 2_000
"""Characters of one text that are shown."""
ROWS = 60
"""Changes of one revision that are shown."""
REVISIONS = 40
"""Revisions of one article that are shown, the last ones."""
_INDEX = re.compile(r"\[\d+\]\.?")
_WORDED: dict[Verdict, str] = {
    "stealth": "The text changed, and nothing states it",
    "redated": "The text changed, and only the date of publication moved",
    "stated": "The text changed, and the article states it",
    "uncertain": "The text differs, and that need not be an edit",
    "no_text": "No text changed",
}
_STATED: dict[Statement, str] = {
    "date_modified": "by its date of modification",
    "notice": "by a notice in its text",
    "date_published": "",
}
_DOUBTED: dict[Doubt, str] = {
    "incomplete": "a capture is not whole",
    "rules": "the captures were read by other rules or another version",
    "layout": "the captures were read in different layouts",
    "address": "the captures are of two forms of its address",
    "live": "it is a live report",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One change: `sign` is that of a passage or edit, `label` what it is of, `marks` its words; `count` is how many
    blocks are alike, where it stands for these."""

    sign: str
    label: str
    marks: Words = field(default_factory=list)
    count: int = 0
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One revision: what it is called, when it happened, and the rows of each field that changed."""

    verdict: Verdict
    told: str
    after: str
    before: str
    headline: str | None
    fields: list[tuple[str, list[Row]]]
    left_out: int


def told(revision: Revision) -> str:
    """The verdict on a revision as a sentence without its end."""
    words = _WORDED[revision.verdict]
    if revision.verdict == "uncertain":
        return f"{words}: {', '.join(_DOUBTED[doubt] for doubt in revision.doubts)}"
    stated = _STATED[revision.statement] if revision.statement and revision.verdict == "stated" else ""
    return f"{words} {stated}".rstrip()


def revisions_of(timeline: Timeline) -> list[Shown]:
    """The last revisions of an article, the newest first."""
    return [_shown(timeline, revision) for revision in reversed(timeline.revisions[-REVISIONS:])]


def weight(timeline: Timeline) -> tuple[int, ...]:
    """By which the articles that are shown are chosen: the more of the graver verdicts, the sooner."""
    verdicts = timeline.verdicts
    return tuple(verdicts[verdict] for verdict in VERDICTS)


def when(fetched_at: str) -> str:
    """A moment to the minute in UTC.

    >>> when("2023-09-13T07:05:00+07:00")
    '2023-09-13 00:05'
    """
    return f"{moment_of(fetched_at):%Y-%m-%d %H:%M}"


def _shown(timeline: Timeline, revision: Revision) -> Shown:
    fields: list[tuple[str, list[Row]]] = []
    room, found = ROWS, 0
    for detail in revision.details:
        rows = list(_rows(detail))
        found += len(rows)
        fields += [(detail.name.replace("_", " "), rows[:room])] if rows[:room] or not rows else []
        room -= len(rows[:room])
    return Shown(
        verdict=revision.verdict,
        told=told(revision),
        after=when(revision.after),
        before=when(revision.before),
        headline=timeline.versions[revision.number].headline,
        fields=fields,
        left_out=max(0, found - ROWS),
    )


def _rows(detail: Detail) -> Iterator[Row]:
    for passage in detail.passages:
        yield _passage(passage)
    for edit in detail.edits:
        yield _edit(edit)


def _passage(passage: Passage) -> Row:
    if passage.op == "same":
        return Row("same", "", count=passage.count)
    whole = _pair(passage.before, passage.after)
    return _row(passage.op, passage.type.replace("_", " "), passage.words or whole)


def _edit(edit: Edit) -> Row:
    label = _INDEX.sub("", edit.path).replace("_", " ").strip("()")
    before, after = (None if value is MISSING else _text(value) for value in (edit.before, edit.after))
    sign = "changed" if before and after else "removed" if before else "added"
    words = compare_words(before, after) if before and after and " " in before + after else []
    return _row(sign, label, words or _pair(before, after))


def _pair(before: str | None, after: str | None) -> Words:
    marks: Words = [("-", before)] if before else []
    return [*marks, ("+", after)] if after else marks


def _row(sign: str, label: str, marks: Words) -> Row:
    kept: Words = []
    room = TEXT
    for op, text in marks:
        if room <= 0:
            break
        kept.append((op, text[:room]))
        room -= len(text)
    return Row(sign, label, kept, is_cut=room < 0)


def _text(value: Any) -> str:
    """A value as people read it: names and captions rather than keys.

    >>> _text({"name": "Laras", "role": "editor", "url": None})
    'Laras, editor'
    """
    if isinstance(value, dict):
        return ", ".join(text for item in value.values() if (text := _text(item)))
    if isinstance(value, list):
        return "; ".join(text for item in value if (text := _text(item)))
    return (
        ""
        if value is None
        else {True: "yes", False: "no"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )
