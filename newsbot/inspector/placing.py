"""Where on a page the texts of its record stand.

Nothing is guessed: a text that stands at several places is placed only where its neighbours, or its count, leave one
choice, and what is left over is told as not placed, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from newsbot.inspector.flow import Flow
from newsbot.inspector.texts import Told
from newsbot.pages.selectors import Node

NOT_THERE = "not printed on the page in this form"
AMBIGUOUS = "printed at several places, and nothing tells which is meant"
_LEAST = 12
"""Letters by which the rest of a text is found again behind something that was taken out of its midst."""
_GAP = 4_000
"""Letters of what may have been taken out there."""
_PIECES = 12
"""Pieces of one text."""

Spans = list[tuple[int, int]]
"""From and to in the letters of a flow, for each piece of a text."""


@dataclass(slots=True)
class Placed:
    """Where each text stands by its name, and why others have no place."""

    spans: dict[str, Spans] = field(default_factory=dict)
    unplaced: dict[str, str] = field(default_factory=dict)


def place(flow: Flow, told: Iterable[Told]) -> Placed:
    """Look for the texts of a record in its page's letters."""
    placer = _Placer(flow)
    texts = list(told)
    placer.kept([one for one in texts if one.role == "kept"])
    for one in sorted((one for one in texts if one.role == "removed"), key=lambda one: -len(one.key)):
        placer.removed(one)
    for one in texts:
        if one.role == "caption":
            placer.caption(one)
        elif one.role == "field":
            placer.printed(one)
    return placer.placed


class _Placer:
    """What of the letters is taken, and the bounds of the text that was kept."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.placed = Placed()
        self.taken = bytearray(len(flow.letters))
        self.captions = bytearray(len(flow.letters))
        self.bounds: tuple[int, int] | None = None
        self.box: tuple[int, int] | None = None

    def kept(self, blocks: list[Told]) -> None:
        """Blocks stand in reading order: those of one place alone say between which the others are."""
        found = {block.name: self._pieces_everywhere(block.key) for block in blocks}
        certain = _rising(
            [(block.name, found[block.name][0]) for block in blocks if len(found[block.name]) == 1]
        )
        lowest = 0
        for block, highest in zip(blocks, self._ends_before(blocks, certain), strict=True):
            choices = found[block.name]
            between = [one for one in choices if lowest <= one[0][0] and one[-1][1] <= highest]
            if block.name not in certain and len(between) == 1:
                certain[block.name] = between[0]
            if block.name in certain:
                self._take(block, certain[block.name])
                lowest = certain[block.name][-1][1]
            else:
                self.placed.unplaced[block.name] = AMBIGUOUS if choices else NOT_THERE
        if certain:
            begins, ends = zip(*((one[0][0], one[-1][1]) for one in certain.values()), strict=True)
            self.bounds = (min(begins), max(ends))
            self.box = self._box(certain.values())

    def _ends_before(self, blocks: list[Told], certain: Mapping[str, Spans]) -> list[int]:
        """For each block the place before which it ends: where the next one that is certain begins."""
        highest, found = len(self.flow.letters), []
        for block in reversed(blocks):
            found.append(highest)
            if block.name in certain:
                highest = certain[block.name][0][0]
        return found[::-1]

    def removed(self, one: Told) -> None:
        """What left the text stands in or around it, as often as it was met."""
        free = [place for place in self.flow.places(one.key) if not self._is_taken(place, len(one.key))]
        choices = self._as_often(free, one)
        if choices is None and self.bounds:
            choices = self._as_often([place for place in free if _is_in(place, self.bounds)], one)
        if choices is None and self.box:
            choices = self._as_often([place for place in free if _is_in(place, self.box)], one)
        if choices is None:
            pieces = [] if free else [one for one in self._pieces_everywhere(one.key) if self._is_free(one)]
            if len(pieces) == 1:
                self._take(one, pieces[0])
                return
            self.placed.unplaced[one.name] = AMBIGUOUS if free or pieces else NOT_THERE
            return
        spans = [(place, self._end(place, one)) for place in choices]
        self._take(one, spans)
        if one.bin == "caption":
            for begin, end in spans:
                self.captions[begin:end] = b"\1" * (end - begin)

    def caption(self, one: Told) -> None:
        """The line of a picture: a part of what was taken out as one, else the one place where it is printed."""
        places = self.flow.places(one.key)
        size = len(one.key)
        if any(all(self.captions[place : place + size]) for place in places):
            inside = next(place for place in places if all(self.captions[place : place + size]))
            self.placed.spans[one.name] = [(inside, inside + size)]
            return
        free = [place for place in places if not self._is_taken(place, size)]
        if len(free) > 1 and self.box:
            free = [place for place in free if _is_in(place, self.box)] or free
        self._one_of(one, free, places)

    def printed(self, one: Told) -> None:
        """The printed form of a field: in a heading where it is the headline, before the text where it opens it."""
        places = self.flow.places(one.key)
        size = len(one.key)
        free = [place for place in places if not self._is_taken(place, size)]
        if one.says == "headline":
            free = [place for place in free if self._is_heading(place)] or free
        if one.says == "dateline" and self.bounds:
            first = self.bounds[0]
            free = [place for place in free if place + size == first] or free
        self._one_of(one, free, places)

    def _one_of(self, one: Told, free: list[int], places: list[int]) -> None:
        """A text of one place, also where that is a part of another text: a name in a byline that was taken out."""
        found = free if len(free) == 1 else places
        if len(found) == 1:
            self._take(one, [(found[0], found[0] + len(one.key))])
        else:
            self.placed.unplaced[one.name] = AMBIGUOUS if places else NOT_THERE

    def _as_often(self, places: list[int], one: Told) -> list[int] | None:
        """The places where they are no more than the text was met, overlapping ones aside."""
        apart: list[int] = []
        for place in places:
            if not apart or place >= apart[-1] + len(one.key):
                apart.append(place)
        return apart if 0 < len(apart) <= one.count else None

    def _end(self, place: int, one: Told) -> int:
        """Where a text ends; of one that the record has cut, where the element ends that begins with it."""
        end = place + len(one.key)
        if not one.is_cut:
            return end
        element: Node = self.flow.run_at(place).element
        while element is not None:
            extent = self.flow.extents.get(element)
            if extent is None or extent[0] != place:
                return end
            if extent[1] >= end:
                return extent[1] if not any(self.taken[end : extent[1]]) else end
            element = element.getparent()
        return end

    def _pieces_everywhere(self, key: str) -> list[Spans]:
        """Each place of a text, in one piece or, where it stands nowhere so, in several with gaps between them."""
        whole = [[(place, place + len(key))] for place in self.flow.places(key)]
        if whole or len(key) < 2 * _LEAST:
            return whole
        return [spans for place in self.flow.places(key[:_LEAST]) if (spans := self._pieces(key, place))]

    def _pieces(self, key: str, place: int) -> Spans | None:
        """The text from a place on, where what stands between its pieces is no part of it."""
        letters, done = self.flow.letters, 0
        spans: Spans = []
        while done < len(key) and len(spans) < _PIECES:
            size = _common(letters, place, key, done)
            spans.append((place, place + size))
            done += size
            if done == len(key):
                return spans
            again = key[done : done + _LEAST]
            place = letters.find(again, place + size, place + size + _GAP)
            if place < 0 or size < _LEAST > len(key) - done:
                return None
        return None

    def _take(self, one: Told, spans: Spans) -> None:
        self.placed.spans[one.name] = spans
        for begin, end in spans:
            self.taken[begin:end] = b"\1" * (end - begin)

    def _is_taken(self, place: int, size: int) -> bool:
        return any(self.taken[place : place + size])

    def _is_free(self, spans: Spans) -> bool:
        return not any(any(self.taken[begin:end]) for begin, end in spans)

    def _is_heading(self, place: int) -> bool:
        element = self.flow.run_at(place).element
        return any(node.tag == "h1" for node in (element, *element.iterancestors()))

    def _box(self, kept: Iterable[Spans]) -> tuple[int, int] | None:
        """From and to of the element that holds all that was kept."""
        above: list[Node] | None = None
        for spans in kept:
            for begin, _ in spans:
                element = self.flow.run_at(begin).element
                line = list(_from_root(element))
                above = line if above is None else _shared(above, line)
        return self.flow.extents.get(above[-1]) if above else None


def _from_root(element: Node) -> Iterator[Node]:
    yield from reversed(list(element.iterancestors()))
    yield element


def _shared(one: list[Node], other: list[Node]) -> list[Node]:
    size = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] is not pair[1]), None)
    return one[: min(len(one), len(other)) if size is None else size]


def _common(letters: str, place: int, key: str, done: int) -> int:
    """How many letters of the key from `done` on stand at a place."""
    size, most = 0, min(len(letters) - place, len(key) - done)
    while size < most and letters[place + size] == key[done + size]:
        size += 1
    return size


def _is_in(place: int, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= place < bounds[1]


def _rising(found: list[tuple[str, Spans]]) -> dict[str, Spans]:
    """The longest row of places that go forward, as reading does: one that stands out of order is not certain."""
    best: list[tuple[int, int | None]] = []
    for index, (_, spans) in enumerate(found):
        before = [(best[at][0], at) for at in range(index) if found[at][1][-1][1] <= spans[0][0]]
        length, at = max(before, default=(0, None), key=lambda pair: pair[0])
        best.append((length + sum(end - begin for begin, end in spans), at))
    chosen: dict[str, Spans] = {}
    at = max(range(len(best)), key=lambda index: best[index][0], default=None)
    while at is not None:
        chosen[found[at][0]] = found[at][1]
        at = best[at][1]
    return chosen
