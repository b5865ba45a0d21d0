"""A regular expression matched step by step, to count the steps: what a pattern costs, without a clock.

It goes back as the engine of `re` does and finds what that finds; what the engine does to be faster (it looks for a
literal first) is left out, and changes no growth.

>>> steps(re.compile(r"\\s+x"), "search", " " * 100) > 10 * steps(re.compile(r"\\s++x"), "match", " " * 100)
True
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from benchmarks.attacks import ONE, parsed, takes

Then = Callable[[int], int | None]
"""What follows: from where it begins to where all ends, or None."""
Matcher = Callable[[int, Then], int | None]

_DEEP = 200_000
_END = frozenset({"\n"})


class TooManyError(Exception):
    """More steps than were allowed."""


def steps(pattern: re.Pattern[Any], way: str, text: str, most: int = 10_000_000) -> int:
    """Steps that it takes to ask a pattern in that way (`search`, `sub`, ...) about a text, at most one more than
    `most`."""
    walk = Walk(pattern, text, most)
    try:
        spans = walk.spans(way)
    except TooManyError:
        return most + 1
    if way != "fullmatch":
        match = pattern.match if way == "match" else pattern.search
        first = match(text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace"))
        assert spans[:1] == ([first.span()] if first else []), "does not find what re finds"
    return walk.count


class Walk:
    """One pattern over one text."""

    def __init__(self, pattern: re.Pattern[Any], text: str, most: int) -> None:
        self.text = text
        self.end = len(text)
        self.most = most
        self.count = 0
        self.groups: dict[int, tuple[int, int]] = {}
        self.start = self._sequence(list(parsed(pattern)), pattern.flags)

    def spans(self, way: str) -> list[tuple[int, int]]:
        """What is found, as the way of asking wants it."""
        depth = sys.getrecursionlimit()
        sys.setrecursionlimit(_DEEP)
        try:
            if way in {"match", "fullmatch"}:
                end = self.start(
                    0, (lambda at: at if at == self.end else None) if way == "fullmatch" else _same
                )
                return [] if end is None else [(0, end)]
            return self._found(once=way == "search")
        finally:
            sys.setrecursionlimit(depth)

    def _found(self, *, once: bool) -> list[tuple[int, int]]:
        at, spans = 0, []
        while at <= self.end:
            self._step()
            self.groups.clear()
            end = self.start(at, _same)
            if end is not None:
                spans.append((at, end))
                if once:
                    break
            at = at + 1 if end is None or end == at else end
        return spans

    def _step(self, by: int = 1) -> None:
        self.count += by
        if self.count > self.most:
            raise TooManyError

    def _sequence(self, nodes: list[Any], flags: int) -> Matcher:
        made: Matcher = lambda at, then: then(at)  # noqa: E731
        for op, value in reversed(nodes):
            made = _chained(self._node(str(op), value, flags), made)
        return made

    def _node(self, name: str, value: Any, flags: int) -> Matcher:
        if name in ONE:
            return self._character(name, value, flags)
        return getattr(self, f"_{name.lower()}")(value, flags)

    def _character(self, name: str, value: Any, flags: int) -> Matcher:
        fits = _fits(name, value, flags)

        def run(at: int, then: Then) -> int | None:
            self._step()
            return then(at + 1) if at < self.end and fits(self.text[at]) else None

        run.fits = fits  # type: ignore[attr-defined]
        return run

    def _subpattern(self, value: Any, flags: int) -> Matcher:
        number, added, taken, tree = value
        body = self._sequence(list(tree), (flags | added) & ~taken)
        if number is None:
            return body

        def run(at: int, then: Then) -> int | None:
            before = self.groups.get(number)

            def closed(end: int) -> int | None:
                kept = self.groups.get(number)
                self.groups[number] = (at, end)
                if (found := then(end)) is None:
                    _restore(self.groups, number, kept)
                return found

            if (found := body(at, closed)) is None:
                _restore(self.groups, number, before)
            return found

        return run

    def _branch(self, value: Any, flags: int) -> Matcher:
        branches = [self._sequence(list(part), flags) for part in value[1]]

        def run(at: int, then: Then) -> int | None:
            for branch in branches:
                self._step()
                if (found := branch(at, then)) is not None:
                    return found
            return None

        return run

    def _max_repeat(self, value: Any, flags: int) -> Matcher:
        least, most, tree = value
        if len(tree) == 1 and str(tree[0][0]) in ONE:
            return self._characters(least, most, _fits(str(tree[0][0]), tree[0][1], flags), greedy=True)
        body = self._sequence(list(tree), flags)

        def run(at: int, then: Then, done: int = 0) -> int | None:
            self._step()
            if done < most:
                further = lambda end: None if end == at and done >= least else run(end, then, done + 1)  # noqa: E731
                if (found := body(at, further)) is not None:
                    return found
            return then(at) if done >= least else None

        return run

    def _min_repeat(self, value: Any, flags: int) -> Matcher:
        least, most, tree = value
        if len(tree) == 1 and str(tree[0][0]) in ONE:
            return self._characters(least, most, _fits(str(tree[0][0]), tree[0][1], flags), greedy=False)
        body = self._sequence(list(tree), flags)

        def run(at: int, then: Then, done: int = 0) -> int | None:
            self._step()
            if done >= least and (found := then(at)) is not None:
                return found
            further = lambda end: None if end == at and done >= least else run(end, then, done + 1)  # noqa: E731
            return body(at, further) if done < most else None

        return run

    def _characters(self, least: int, most: int, fits: Callable[[str], bool], *, greedy: bool) -> Matcher:
        def run(at: int, then: Then) -> int | None:
            last = at
            limit = self.end if most > self.end else min(self.end, at + most)
            if greedy:
                while last < limit and fits(self.text[last]):
                    last += 1
                self._step(last - at + 1)
                ends = range(last, at + least - 1, -1)
                for end in ends:
                    self._step()
                    if (found := then(end)) is not None:
                        return found
                return None
            while True:
                self._step()
                if last - at >= least and (found := then(last)) is not None:
                    return found
                if last >= limit or not fits(self.text[last]):
                    return None
                last += 1

        return run

    def _possessive_repeat(self, value: Any, flags: int) -> Matcher:
        return _atomic(self._max_repeat(value, flags))

    def _atomic_group(self, value: Any, flags: int) -> Matcher:
        return _atomic(self._sequence(list(value), flags))

    def _assert(self, value: Any, flags: int) -> Matcher:
        seen = self._seen(value, flags)
        return lambda at, then: then(at) if seen(at) else None

    def _assert_not(self, value: Any, flags: int) -> Matcher:
        seen = self._seen(value, flags)
        return lambda at, then: None if seen(at) else then(at)

    def _seen(self, value: Any, flags: int) -> Callable[[int], bool]:
        direction, tree = value
        body = self._sequence(list(tree), flags)
        if direction > 0:
            return lambda at: body(at, _same) is not None
        width = tree.getwidth()[0]
        return lambda at: at >= width and body(at - width, _same) is not None

    def _at(self, value: Any, flags: int) -> Matcher:
        holds = getattr(self, f"_{str(value).lower()}")
        several = bool(flags & re.MULTILINE)

        def run(at: int, then: Then) -> int | None:
            self._step()
            return then(at) if holds(at, several) else None

        return run

    def _at_beginning(self, at: int, several: bool) -> bool:  # noqa: FBT001
        return at == 0 or (several and self.text[at - 1] in _END)

    def _at_beginning_string(self, at: int, several: bool) -> bool:  # noqa: FBT001
        return at == 0

    def _at_end(self, at: int, several: bool) -> bool:  # noqa: FBT001
        last = at == self.end or (at == self.end - 1 and self.text[at] in _END)
        return last or (several and self.text[at] in _END)

    def _at_end_string(self, at: int, several: bool) -> bool:  # noqa: FBT001
        return at == self.end

    def _at_boundary(self, at: int, several: bool) -> bool:  # noqa: FBT001
        before = at > 0 and _is_word(self.text[at - 1])
        return before != (at < self.end and _is_word(self.text[at]))

    def _at_non_boundary(self, at: int, several: bool) -> bool:  # noqa: FBT001
        return not self._at_boundary(at, several)

    def _groupref(self, value: Any, flags: int) -> Matcher:
        def run(at: int, then: Then) -> int | None:
            self._step()
            if value not in self.groups:
                return None
            said = self.text[slice(*self.groups[value])]
            return then(at + len(said)) if self.text.startswith(said, at) else None

        return run

    def _groupref_exists(self, value: Any, flags: int) -> Matcher:
        number, yes, no = value
        there = self._sequence(list(yes), flags)
        missing = self._sequence(list(no or []), flags)
        return lambda at, then: (there if number in self.groups else missing)(at, then)


def _same(at: int) -> int:
    return at


def _chained(first: Matcher, rest: Matcher) -> Matcher:
    return lambda at, then: first(at, lambda end: rest(end, then))


def _atomic(body: Matcher) -> Matcher:
    def run(at: int, then: Then) -> int | None:
        end = body(at, _same)
        return None if end is None else then(end)

    return run


def _restore(groups: dict[int, tuple[int, int]], number: int, before: tuple[int, int] | None) -> None:
    if before is None:
        groups.pop(number, None)
    else:
        groups[number] = before


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _fits(name: str, value: Any, flags: int) -> Callable[[str], bool]:
    """Whether a node takes a character; remembered, for texts have few."""
    return cache(lambda character: takes(name, value, character, flags))
