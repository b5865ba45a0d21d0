"""The text of a page as one string of its visible letters, each of which knows where in the tree it stands.

Records hold text with white space brought in order, and a paragraph may be spread over many nodes or be one of several
in one node. Without any white space both sides are the same letters, so a text of the record is found in the page
whatever its markup is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from newsbot.language.text import clean
from newsbot.pages.measures import UNSEEN
from newsbot.pages.selectors import Node

_SILENT = UNSEEN | {"head", "title"}
_SPACE = re.compile(r"\s+")
_PIECE = re.compile(r"&(?:amp;)*(?:#\w{1,8}|\w{2,32});|\w[\u0300-\u036f]+|.", re.DOTALL)
"""What `clean` may turn into other letters: an entity that stands in the text, a letter with its accents; else one
character."""
_PLAIN = re.compile(r"[ -%'-~\n\r\t]*+")
"""Text of which `clean` changes nothing but blanks."""


def squeezed(text: str) -> str:
    """The text without white space, its letters as a record has them.

    >>> squeezed("Harga\\u00a0 beras &amp; gula")
    'Hargaberas&gula'
    """
    return _SPACE.sub("", clean(text))


@dataclass(frozen=True, slots=True)
class Run:
    """One text node: an element's text, or its tail (`is_tail`); `begin` is where its letters begin in the flow."""

    node: Node
    is_tail: bool
    begin: int
    offsets: tuple[tuple[int, int], ...]
    """From and to in the node's string, for each of its letters."""

    @property
    def element(self) -> Node:
        """The element in which the text stands."""
        return self.node.getparent() if self.is_tail else self.node

    @property
    def text(self) -> str:
        """The text as the node has it."""
        return (self.node.tail if self.is_tail else self.node.text) or ""

    @property
    def end(self) -> int:
        """Where its letters end in the flow."""
        return self.begin + len(self.offsets)


@dataclass(slots=True)
class Flow:
    """The visible letters of a tree in document order, and the text nodes they are in."""

    letters: str
    runs: list[Run]
    extents: dict[Node, tuple[int, int]]
    """From and to of each element's letters, where it has any."""
    _begins: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, root: Node) -> Flow:
        """The flow of a page's tree; what no reader sees is no part of it."""
        runs: list[Run] = []
        letters: list[str] = []
        begins: dict[Node, int] = {}
        extents: dict[Node, tuple[int, int]] = {}
        size = 0
        for node, place, text in _texts(root):
            if place == "opens":
                begins[node] = size
            elif place == "closes":
                if size > (begin := begins.pop(node)):
                    extents[node] = (begin, size)
            else:
                found, offsets = _letters(text)
                if found:
                    runs.append(Run(node, place == "tail", size, offsets))
                    letters.append(found)
                    size += len(found)
        return cls("".join(letters), runs, extents, [run.begin for run in runs])

    def run_at(self, place: int) -> Run:
        """The text node that holds a letter."""
        return self.runs[bisect_right(self._begins, place) - 1]

    def places(self, key: str, most: int = 50) -> list[int]:
        """Where the letters of a text begin, at most so many times."""
        found: list[int] = []
        place = self.letters.find(key) if key else -1
        while place >= 0 and len(found) < most:
            found.append(place)
            place = self.letters.find(key, place + 1)
        return found


_Place = Literal["opens", "text", "tail", "closes"]


def _texts(root: Node) -> Iterator[tuple[Node, _Place, str]]:
    """What a reader meets: elements that open and close, their texts, and the tails behind them."""
    hidden: Node = None
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="*"):
        if event == "start":
            if hidden is None and element.tag in _SILENT:
                hidden = element
            elif hidden is None:
                yield element, "opens", ""
                yield element, "text", element.text or ""
            continue
        if hidden is None:
            yield element, "closes", ""
        elif hidden is element:
            hidden = None
        if hidden is None and element is not root:
            yield element, "tail", element.tail or ""


def _letters(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The letters of one text node, and where each stands in it."""
    if _PLAIN.fullmatch(text):
        kept = [(at, letter) for at, letter in enumerate(text) if not letter.isspace()]
        return "".join(letter for _, letter in kept), tuple((at, at + 1) for at, _ in kept)
    letters: list[str] = []
    offsets: list[tuple[int, int]] = []
    for match in _PIECE.finditer(text):
        piece = match[0]
        for letter in piece if piece.isalnum() and piece.isascii() else squeezed(piece):
            letters.append(letter)
            offsets.append(match.span())
    return "".join(letters), tuple(offsets)
