"""Texts that a regular expression finds hard, made from its own parse tree.

What a repeat repeats, again and again, behind what the pattern wants before it and before what it does not want: that
is where an engine that goes back tries every way to share the text between two repeats.

>>> Attack("x", "ab", "!").text(6)
'xababab!'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import _parser  # type: ignore[attr-defined]
from typing import Any

PLAIN = (
    " ",
    "\n",
    "a",
    "A",
    "1",
    ",",
    ".",
    '"',
    "(",
    "[",
    ")",
    "<",
    "-",
    "/",
    "|",
    "a ",
    "Ab Cd ",
    "1 ",
    ", ",
    "a, ",
    ": ",
)
"""What every pattern is tried with: blanks, letters, digits, names, commas, quotes, brackets."""
TAILS = ("\0", "", "\n!", "a")
"""What stands behind: the end, what hardly a pattern wants, and what may go on."""
ONE = frozenset({"LITERAL", "NOT_LITERAL", "ANY", "IN"})
"""Nodes of a parse tree that take one character."""
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
LONG = 12
"""A repeat of at most so many is no repeat that a page can make long."""
_PROBES = " a1A.,:;-–/|()[]\"'“<>_@&\n\té"
_MOST_UNITS = 4
_SAID = frozenset({"LITERAL", "RANGE"})


@dataclass(frozen=True)
class Attack:
    """A text of any length: what stands before, what is repeated, what stands behind."""

    before: str
    unit: str
    behind: str

    def text(self, length: int) -> str:
        """About that many characters of it."""
        return self.before + self.unit * (length // len(self.unit)) + self.behind


def attacks(pattern: re.Pattern[Any]) -> list[Attack]:
    """All attacks on a pattern, those that every pattern is tried with first."""
    tree = list(parsed(pattern))
    whole = _sample(tree)
    long = list(dict.fromkeys(_repeats(tree, "")))
    made = [Attack("", unit, "\0") for unit in PLAIN]
    made += [Attack(before, unit, tail) for before, unit in long for tail in TAILS]
    made += [Attack("", unit, "\0") for unit in (whole, f"{whole} ") if unit]
    made += [Attack("", before + unit, "\0") for before, unit in long if before]
    return list(dict.fromkeys(made))


def parsed(pattern: re.Pattern[Any]) -> Any:
    """The parse tree of a pattern; bytes are read as Latin-1."""
    if isinstance(pattern.pattern, str):
        return _parser.parse(pattern.pattern, pattern.flags)
    return _parser.parse(pattern.pattern.decode("latin-1"), pattern.flags | re.ASCII)


def is_bounded(pattern: re.Pattern[Any]) -> bool:
    """Whether a pattern repeats nothing that a text can make long, so that a place of the text costs what it costs."""
    return not any(True for _ in _repeats(list(parsed(pattern)), ""))


def begins_with_blanks(pattern: re.Pattern[Any]) -> bool:
    """Whether a pattern may begin with a run of white space of any length, which a search begins at each blank again
    unless a look behind it says that it is the run's first."""
    return _may_begin(list(parsed(pattern)))


def _may_begin(tree: list[Any]) -> bool:
    for place, (op, value) in enumerate(tree):
        name = str(op)
        if name in REPEATS:
            least, most, body = value
            if place == len(tree) - 1 and len(body) == 1:
                return False  # nothing behind it can fail
            if (most > LONG and len(body) == 1 and takes(*body[0], " ")) or _may_begin(list(body)):
                return True
            if least:
                return False
        elif any(_may_begin(part) for part in _parts(name, value) if not name.startswith("ASSERT")):
            return True
        elif name != "AT" or str(value).startswith("AT_BEGINNING"):
            return False
    return False


def _repeats(tree: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """Each long repeat: what must stand before it, and what it repeats."""
    for op, value in tree:
        name = str(op)
        if name in REPEATS:
            _, most, body = value
            if most > LONG:
                yield from ((before, unit) for unit in _units(list(body)))
            yield from _repeats(list(body), before)
        else:
            for part in _parts(name, value):
                yield from _repeats(part, before)
        before += _sample([(op, value)])


def _parts(name: str, value: Any) -> list[list[Any]]:
    """The trees inside a node that is no repeat."""
    if name == "SUBPATTERN":
        return [list(value[-1])]
    if name == "BRANCH":
        return [list(part) for part in value[1]]
    if name in {"ASSERT", "ASSERT_NOT"}:
        return [list(value[1])]
    return [list(value)] if name == "ATOMIC_GROUP" else []


def _units(body: list[Any]) -> list[str]:
    """What a repeat may repeat: the characters of a set, or samples of a group."""
    if len(body) == 1 and (chosen := _characters(*body[0])):
        return [*chosen[:_MOST_UNITS], *_mixed(chosen)]
    return [unit for unit in {_sample(body), _sample(body, 1)} if unit]


def _mixed(chosen: list[str]) -> list[str]:
    """A character of words and another, between which a word ends at each place."""
    words = [character for character in chosen if character.isalnum()]
    others = [character for character in chosen if not character.isalnum()]
    return [words[0] + others[0]] if words and others else []


def _sample(tree: Any, least: int = 0) -> str:
    """A short text that the tree matches, look-around aside; repeats at least `least` times."""
    return "".join(_sample_of(str(op), value, least) for op, value in tree)


def _sample_of(name: str, value: Any, least: int) -> str:
    if name in REPEATS:
        return _sample(value[2], least) * max(value[0], min(least, value[1]))
    if name == "BRANCH":
        return _sample(value[1][0], least)
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _sample(value[-1] if name == "SUBPATTERN" else value, least)
    return next(iter(_characters(name, value)), "")


def _characters(op: Any, value: Any) -> list[str]:
    """Characters that a node of one character takes, those of a page first."""
    name = str(op)
    if name not in ONE:
        return []
    listed = value if name == "IN" else [(op, value)]
    own = [chr(what if str(kind) == "LITERAL" else what[0]) for kind, what in listed if str(kind) in _SAID]
    return [character for character in (*_PROBES, *own) if takes(name, value, character)]


def takes(name: Any, value: Any, character: str, flags: int = 0) -> bool:
    """Whether a node of one character takes that character."""
    name = str(name)
    if name == "ANY":
        return character != "\n" or bool(flags & re.DOTALL)
    if name not in ONE:
        return False
    listed = value if name == "IN" else [(name, value)]
    refuses = str(listed[0][0]) in {"NEGATE", "NOT_LITERAL"}
    forms = {character, character.lower(), character.upper()} if flags & re.IGNORECASE else {character}
    return any(_names(str(kind), what, form) for kind, what in listed for form in forms) != refuses


def _names(kind: str, what: Any, character: str) -> bool:
    """Whether a part of a set names the character."""
    if kind in {"LITERAL", "NOT_LITERAL"}:
        return ord(character[0]) == what
    if kind == "RANGE":
        return bool(what[0] <= ord(character[0]) <= what[1])
    if kind != "CATEGORY":
        return False
    return _CATEGORIES[str(what).rpartition("_")[2]](character) != ("_NOT_" in str(what))


_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdecimal,
    "SPACE": str.isspace,
    "WORD": lambda character: character.isalnum() or character == "_",
}
