"""Marks in the tree of a page: each placed text is wrapped where it stands, node by node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from newsbot.inspector.flow import Flow, Run
from newsbot.inspector.placing import Placed
from newsbot.inspector.texts import Told
from newsbot.pages.selectors import Node


@dataclass(frozen=True, slots=True)
class Marks:
    """What was marked: `anchors` lead from a text's name to the id of the mark that holds it, `elements` are the marks
    in document order."""

    anchors: dict[str, str]
    elements: tuple[Node, ...]


def mark(flow: Flow, told: Iterable[Told], placed: Placed, prefix: str) -> Marks:
    """Wrap every placed text in `<mark>` elements, whose ids and classes begin with a prefix that no page knows.

    A text inside another one, such as a name in a byline, has that one's mark.
    """
    known = {one.name: one for one in told}
    owner = _painted(len(flow.letters), placed.spans)
    first: dict[str, str] = {}
    elements: list[Node] = []
    for run in reversed(flow.runs):  # a node's tail moves when marks come before it
        pieces = _pieces(run, owner)
        if pieces:
            made = [(_element(known[name], prefix), begin, end) for name, begin, end in pieces]
            _insert(run, made)
            elements += [element for element, _, _ in reversed(made)]
    elements.reverse()
    for element in elements:
        name = element.attrib.pop("data-name")
        if name not in first:
            first[name] = f"{prefix}-{name}"
            element.set("id", first[name])
            element.set("class", f"{element.get('class')} {prefix}-first")
    anchors = {
        name: first[holder] for name, spans in placed.spans.items() if (holder := owner[spans[0][0]]) in first
    }
    return Marks(anchors, tuple(elements))


def _painted(size: int, spans: Mapping[str, list[tuple[int, int]]]) -> list[str | None]:
    """For each letter the text that it is marked as: the one that was placed first."""
    owner: list[str | None] = [None] * size
    for name, pieces in spans.items():
        for begin, end in pieces:
            owner[begin:end] = [one or name for one in owner[begin:end]]
    return owner


def _pieces(run: Run, owner: list[str | None]) -> list[tuple[str, int, int]]:
    """The stretches of one text node that belong to one text each: its name, from and to in the node's string.
    Blanks at the node's ends belong to the text that goes on beyond them."""
    found: list[tuple[str, int, int]] = []
    for index, (begin, end) in enumerate(run.offsets):
        name = owner[run.begin + index]
        before = owner[run.begin + index - 1] if index else None
        if name is None:
            continue
        if name == before:
            found[-1] = (name, found[-1][1], end)
        else:
            found.append((name, begin, end))
    if found and _goes_on(owner, run.begin):
        found[0] = (found[0][0], 0, found[0][2])
    if found and _goes_on(owner, run.end):
        found[-1] = (*found[-1][:2], len(run.text))
    return found


def _goes_on(owner: list[str | None], place: int) -> bool:
    """Whether the letters before and behind a place are of one text."""
    return 0 < place < len(owner) and owner[place] is not None and owner[place] == owner[place - 1]


def _element(told: Told, prefix: str) -> Node:
    element = etree.Element("mark")
    element.set("class", f"{prefix} {prefix}-{told.group}")
    element.set("data-name", told.name)
    element.set("data-says", told.says or told.bin)
    element.set("title", told.says or told.bin)
    return element


def _insert(run: Run, made: list[tuple[Node, int, int]]) -> None:
    """Put the marks into the text node's place, with the text before, between and behind them."""
    text = run.text
    ends = [*(begin for _, begin, _ in made[1:]), len(text)]
    for (element, begin, end), following in zip(made, ends, strict=True):
        element.text, element.tail = text[begin:end], text[end:following]
    before = text[: made[0][1]]
    if run.is_tail:
        parent, at = run.node.getparent(), run.node.getparent().index(run.node) + 1
        run.node.tail = before
    else:
        parent, at = run.node, 0
        run.node.text = before
    for offset, (element, _, _) in enumerate(made):
        parent.insert(at + offset, element)
