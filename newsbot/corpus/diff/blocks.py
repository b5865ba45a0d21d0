"""Two bodies block by block: what was taken out, what came in, and inside a changed block which words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from newsbot.corpus.diff.aligning import likeness, stretches

Op = Literal["same", "removed", "added", "changed"]
WordOp = Literal["=", "-", "+"]
Words = list[tuple[WordOp, str]]

MAX_PAIRS = 1_600
"""Pairs of blocks that are tried for being the same block changed, in one stretch of differing blocks."""

_LIKE = 0.5
"""Share of words in common, by order, from which two blocks are one block changed."""
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that one body has and the other has not, or has otherwise; or how many blocks are alike in between."""

    op: Op
    type: str = ""
    before: str | None = None
    after: str | None = None
    words: Words = field(default_factory=list)
    count: int = 1


def compare_bodies(before: Any, after: Any) -> list[Passage]:
    """The passages of two lists of blocks, in reading order. What is no block counts by its JSON."""
    old, new = _keys(before), _keys(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle = _compare(old[head : len(old) - tail], new[head : len(new) - tail])
    return list(_joined([*_same(head), *middle, *_same(tail)]))


def as_blocks(body: Any) -> list[dict[str, Any]]:
    """The paragraphs of an `article_body`, for records that come without their blocks."""
    return (
        [{"type": "paragraph", "text": text} for text in body.split("\n\n")] if isinstance(body, str) else []
    )


def compare_words(before: str, after: str) -> Words:
    """What two texts have in common and what not, by words; empty where they are too long to be compared so, and
    where only their white space differs.

    >>> compare_words("dua ruas jalan", "tiga ruas jalan")
    [('-', 'dua '), ('+', 'tiga '), ('=', 'ruas jalan')]
    """
    old, new = _Worded(before), _Worded(after)
    marked: Words = []
    for is_same, (i1, i2, j1, j2) in stretches(old.words, new.words) or []:
        if is_same:
            marked.append(("=", new.text(j1, j2)))
        else:
            marked += [("-", old.text(i1, i2))] if i2 > i1 else []
            marked += [("+", new.text(j1, j2))] if j2 > j1 else []
    return marked if any(op != "=" for op, _ in marked) else []


class _Worded:
    """A text as words and marks, each of which owns the white space behind it."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.words = [match.group() for match in found]
        self._starts = [0, *(match.start() for match in found[1:]), len(text)]
        self._text = text

    def text(self, begin: int, end: int) -> str:
        return self._text[self._starts[begin] : self._starts[end]]


_Key = tuple[str, str, str]
"""A block's type, text, and all else that it says, by which two blocks are alike."""


def _keys(blocks: Any) -> list[_Key]:
    return [_key(block) for block in blocks] if isinstance(blocks, list) else []


def _key(block: Any) -> _Key:
    if not isinstance(block, dict):
        return ("?", json.dumps(block, ensure_ascii=False), "")
    rest = {
        name: value for name, value in block.items() if name not in {"type", "text"} and value is not None
    }
    text = str(block.get("text") or "") or str(block.get("url") or "")
    return (str(block.get("type")), text, json.dumps(rest, ensure_ascii=False) if rest else "")


def _common(old: list[_Key], new: list[_Key]) -> int:
    """How many blocks both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _same(count: int) -> list[Passage]:
    return [Passage("same", count=count)] if count else []


def _compare(old: list[_Key], new: list[_Key]) -> Iterator[Passage]:
    aligned = stretches(old, new)
    if aligned is None:
        yield from _unordered(old, new)
        return
    for is_same, (i1, i2, j1, j2) in aligned:
        if is_same:
            yield from _same(i2 - i1)
        else:
            yield from _stretch(old[i1:i2], new[j1:j2])


def _unordered(old: list[_Key], new: list[_Key]) -> Iterator[Passage]:
    """Bodies of thousands of like blocks: what only one of them has, without its place."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    yield from (_removed(key) for key in gone.elements())
    yield from (_added(key) for key in come.elements())
    if not gone and not come:
        yield Passage("changed", "order", before=f"{len(old)} blocks", after="the same in another order")


def _stretch(old: list[_Key], new: list[_Key]) -> Iterator[Passage]:
    """Blocks that differ: those that are like one another are changed, in order; the rest came or went."""
    next_old = next_new = 0
    for i, j in _alike(old, new):
        yield from (_removed(key) for key in old[next_old:i])
        yield from (_added(key) for key in new[next_new:j])
        yield _changed(old[i], new[j])
        next_old, next_new = i + 1, j + 1
    yield from (_removed(key) for key in old[next_old:])
    yield from (_added(key) for key in new[next_new:])


def _alike(old: list[_Key], new: list[_Key]) -> Iterator[tuple[int, int]]:
    """Pairs of blocks that are one block changed, both sides in order: for each old one the first new one like it."""
    if len(old) * len(new) > MAX_PAIRS:
        return
    begin = 0
    for i, one in enumerate(old):
        j = next((j for j in range(begin, len(new)) if _is_like(one[1], new[j][1])), None)
        if j is not None:
            yield i, j
            begin = j + 1


def _is_like(one: str, other: str) -> bool:
    return one == other or likeness(one.split(), other.split(), _LIKE) > 0


def _removed(key: _Key) -> Passage:
    return Passage("removed", key[0], before=_whole(key))


def _added(key: _Key) -> Passage:
    return Passage("added", key[0], after=_whole(key))


def _whole(key: _Key) -> str:
    return key[1] or key[2]


def _changed(old: _Key, new: _Key) -> Passage:
    kind = old[0] if old[0] == new[0] else f"{old[0]} → {new[0]}"
    if old[1] == new[1]:
        return Passage("changed", kind, before=old[2] or old[1], after=new[2] or new[1])
    return Passage("changed", kind, old[1], new[1], compare_words(old[1], new[1]))


def _joined(passages: list[Passage]) -> Iterator[Passage]:
    """Neighbouring stretches of what is alike as one."""
    waiting = 0
    for passage in passages:
        if passage.op == "same":
            waiting += passage.count
        else:
            yield from _same(waiting)
            waiting = 0
            yield passage
    yield from _same(waiting)
