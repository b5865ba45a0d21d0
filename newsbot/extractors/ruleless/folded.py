"""The text of an element folded once: where each element in it begins and ends, and where looked-for texts stand.

To ask every element for its text reads a paragraph once for each element around it; one pass and two numbers an
element answer the same questions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from newsbot.language.text import fold
from newsbot.pages.measures import UNSEEN
from newsbot.pages.page import SPACED
from newsbot.pages.selectors import Node

KEY = 60
"""Characters of a paragraph that tell it from all others of a page."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text of an element and the bounds in it of every element inside."""

    text: str
    bounds: dict[Node, tuple[int, int]]
    openings: frozenset[int] = frozenset()
    """Where a text node begins: an element's text may begin in the middle of a word."""

    def length(self, node: Node) -> int:
        """Characters of the element's text."""
        begin, end = self.bounds[node]
        return max(0, end - begin)


def fold_text(root: Node) -> Folded:
    """The text of an element as `fold(text_of(root))` gives it, with the bounds of the elements in it."""
    runs = _Runs()
    begins: list[int] = []
    bounds: dict[Node, tuple[int, int]] = {}
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        runs.blank = runs.blank or tag in SPACED
        if event == "start":
            begins.append(runs.size)
            runs.add(element.text if tag not in UNSEEN else None)
        else:
            bounds[element] = (begins.pop(), runs.size)
            runs.add(element.tail if element is not root else None)
    text = "".join(runs.parts)
    return Folded(
        text, {node: _tight(text, *span) for node, span in bounds.items()}, frozenset(runs.openings)
    )


@dataclass(slots=True)
class _Runs:
    """Folded runs of text with one blank between words, wherever the blanks came from."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    blank: bool = False
    openings: list[int] = field(default_factory=list)

    def add(self, raw: str | None) -> None:
        inside = fold(f"|{raw}|")[1:-1] if raw else ""  # the bars keep the blanks at its ends
        text = inside.strip(" ")
        if text:
            self._append(text, after_blank=self.size > 0 and (self.blank or inside[0] == " "))
            self.blank = inside[-1] == " "
        elif inside:
            self.blank = True

    def _append(self, text: str, *, after_blank: bool) -> None:
        if after_blank:
            text = f" {text}"
        self.openings.append(self.size + after_blank)
        self.parts.append(text)
        self.size += len(text)


def _tight(text: str, begin: int, end: int) -> tuple[int, int]:
    return (begin + 1 if text.startswith(" ", begin) else begin), end


def places_of(
    keys: Iterable[str], text: str, openings: frozenset[int] = frozenset()
) -> Iterator[tuple[int, str]]:
    """Where each of the keys stands in a text, in the text's order; a key begins where a word does or at an opening.

    Every place is looked at once, however many keys there are.

    >>> list(places_of(["garam", "panen garam"], "panen garam naik, garam turun"))
    [(0, 'panen garam'), (6, 'garam'), (18, 'garam')]
    """
    wanted = {key for key in keys if key}
    sizes = sorted(set(map(len, wanted)))
    if not sizes:
        return
    beginnings = {key[: sizes[0]] for key in wanted}
    for place in sorted({*_word_begins(text), *openings}):
        if text[place : place + sizes[0]] in beginnings:
            here = {text[place : place + size] for size in sizes}
            yield from ((place, key) for key in sorted(here & wanted))


def _word_begins(text: str) -> Iterator[int]:
    return (match.start() for match in _WORD_BEGIN.finditer(text))


_WORD_BEGIN = re.compile(r"(?<!\w)\S")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The paragraphs looked for, by where they stand in a folded text."""

    folded: Folded
    begins: list[int]
    keys: list[str]
    sizes: dict[str, int]
    """Characters of the paragraphs that begin with a key."""

    @classmethod
    def find(cls, folded: Folded, paragraphs: Iterable[str]) -> Wanted:
        """Where the paragraphs, folded already, stand."""
        sizes: dict[str, int] = {}
        for paragraph in paragraphs:
            sizes[paragraph[:KEY]] = sizes.get(paragraph[:KEY], 0) + len(paragraph)
        found = list(places_of(sizes, folded.text, folded.openings))
        return cls(folded, [place for place, _ in found], [key for _, key in found], sizes)

    def held(self, node: Node) -> int:
        """Characters of the paragraphs that the element holds, each counted once."""
        begin, end = self.folded.bounds[node]
        first, last = bisect_left(self.begins, begin), bisect_left(self.begins, end)
        inside = {self.keys[at] for at in range(first, last) if self.begins[at] + len(self.keys[at]) <= end}
        return sum(self.sizes[key] for key in inside)
