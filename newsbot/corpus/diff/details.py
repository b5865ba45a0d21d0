"""What differs in one example: the body as passages of blocks, every other field as edits of its value."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from newsbot.corpus.diff.blocks import Passage, as_blocks, compare_bodies
from newsbot.corpus.diff.edits import Edit, edits
from newsbot.corpus.diff.examples import Example
from newsbot.corpus.diff.fields import FOLLOWING, MISSING, WITNESSES, Change

_BODY = ("article_body", "blocks")
_OFFSETS = frozenset(("start", "end"))


@dataclass(frozen=True, slots=True)
class Detail:
    """What differs in one field: `passages` of the body, or `edits` of a value."""

    name: str
    passages: list[Passage] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)

    def to_list(self) -> list[dict[str, Any]]:
        """Its passages or edits as plain JSON types; of an edit, `before` or `after` is not there where the value is
        not."""
        return [dataclasses.asdict(passage) for passage in self.passages] or [
            _plain(edit) for edit in self.edits
        ]


def details(example: Example) -> Iterator[Detail]:
    """The fields that differ, in the record's order, the witnesses of all fields as one.

    What merely follows is left out: the blocks, digest and word count of another body, the new offsets of its dates.
    """
    witnesses: list[Edit] = []
    for name, change in example.changes.items():
        if name.startswith(WITNESSES):
            witnesses += _witness(name.removeprefix(WITNESSES), change)
        elif name in _BODY:
            yield from _body(name, example)
        elif FOLLOWING.get(name) not in example.changes:
            yield from _value(name, change, is_moved="article_body" in example.changes)
    if witnesses:
        yield Detail(WITNESSES.removesuffix("."), edits=witnesses)


def _plain(edit: Edit) -> dict[str, Any]:
    values = {"before": edit.before, "after": edit.after}
    return {"path": edit.path, **{name: value for name, value in values.items() if value is not MISSING}}


def _body(name: str, example: Example) -> Iterator[Detail]:
    """The blocks of both, or where these do not differ the paragraphs of the body."""
    a, b = example.pair.a, example.pair.b
    if a is None or b is None or FOLLOWING.get(name) in example.changes:
        return
    before, after = a.fields.get("blocks"), b.fields.get("blocks")
    if before == after:
        before, after = (as_blocks(record.fields.get("article_body")) for record in (a, b))
    yield Detail(name, passages=compare_bodies(before, after))


def _witness(name: str, change: Change) -> list[Edit]:
    """Another witness or rule; where it is the same one, who agreed and who did not."""
    before, after = (_named(source) for source in change)
    return [Edit(name, before, after)] if before != after else edits(*change, name)


def _named(source: Any) -> Any:
    """`layout h1.title` for witness and rule."""
    return f"{source.get('witness')} {source.get('rule')}" if isinstance(source, dict) else source


def _value(name: str, change: Change, *, is_moved: bool) -> Iterator[Detail]:
    before, after = change
    if name == "date_mentions" and is_moved:
        before, after = _without_offsets(before), _without_offsets(after)
    if found := edits(before, after):
        yield Detail(name, edits=found)


def _without_offsets(mentions: Any) -> Any:
    if not isinstance(mentions, list) or not all(isinstance(mention, dict) for mention in mentions):
        return mentions
    return [{key: value for key, value in one.items() if key not in _OFFSETS} for one in mentions]
