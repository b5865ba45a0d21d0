"""The shapes of datelines: the rows of ``shapes.toml``, each matched against the tokens of a text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Any, NamedTuple

from newsbot.language.dateline._kinds import Kind, Token

_CAPITALS = f"[{Kind.CAPITALS}{Kind.KNOWN_CAPITALS}{Kind.ACRONYM}]"
_WORD = f"[{Kind.CAPITALS}{Kind.KNOWN_CAPITALS}{Kind.ACRONYM}{Kind.WORD}{Kind.OPENER}{Kind.KNOWN}]"
_PART = f"{_WORD}(?:{Kind.GLUE}?{Kind.HYPHEN}?{_WORD}){{0,4}}"
_KNOWN = f"[{Kind.KNOWN}{Kind.KNOWN_CAPITALS}]"
_MORE = f"(?:[{Kind.COMMA}{Kind.SLASH}]{_PART}){{0,2}}"
_OWN = f"[{Kind.DECLARED}{Kind.ADDRESS}{Kind.OWN}]"
_OUTLET = f"(?:{_OWN}|[{Kind.AGENCY}{Kind.SITE}{Kind.SITE_CAPITALS}{Kind.NAMED}])"
_SENTENCE = f"(?={_WORD}|{_OUTLET}|[{Kind.QUOTE}{Kind.FIGURE}])"
_OPENING = f"(?=[{Kind.WORD}{Kind.OPENER}{Kind.QUOTE}])"
_IN_BRACKETS = f"{Kind.OUTLET_IN_BRACKETS}{Kind.DECLARED_IN_BRACKETS}"


def _capitals(between: str) -> str:
    """Words in capitals with these marks between them, if any; a single acronym is no place."""
    more = f"(?:[{between}]?{_CAPITALS})"
    return f"(?:[{Kind.CAPITALS}{Kind.KNOWN_CAPITALS}]|{Kind.ACRONYM}(?={more})){more}{{0,5}}"


_WORDS = {
    "declared": f"[{Kind.DECLARED}{Kind.ADDRESS}]",
    "address": Kind.ADDRESS,
    "own": _OWN,
    "site": f"[{Kind.SITE}{Kind.SITE_CAPITALS}]",
    "SITE": Kind.SITE_CAPITALS,
    "outlet": _OUTLET,
    "named": Kind.NAMED,
    "known": _KNOWN,
    "KNOWN": Kind.KNOWN_CAPITALS,
    "[known]": Kind.PLACE_IN_BRACKETS,
    "CAPITALS": _capitals(Kind.HYPHEN + Kind.SLASH),
    "CAPITALS,": _capitals(Kind.HYPHEN + Kind.SLASH + Kind.COMMA),
    "acronym": Kind.ACRONYM,
    "known,": f"{_KNOWN}{_MORE}",
    "words": f"[{Kind.WORD}{Kind.OPENER}]{_WORD}{{0,3}}",
    "place": f"{_PART}{_MORE}",
    "(outlet)": f"[{_IN_BRACKETS}]",
    "(declared)": Kind.DECLARED_IN_BRACKETS,
    "(any)": f"[{_IN_BRACKETS}{Kind.BRACKETS}{Kind.PLACE_IN_BRACKETS}{Kind.DAY}]",
    "day": Kind.DAY,
    "dash": f"[{Kind.DASH}{Kind.DASH_BEFORE_WORD}{Kind.HYPHEN}]",
    "apart": f"[{Kind.DASH}{Kind.DASH_BEFORE_WORD}]",
    "apart_": Kind.DASH,
    "end": (
        f"(?:[{Kind.DASH}{Kind.DASH_BEFORE_WORD}{Kind.COLON}{Kind.OTHER_COLON}]"
        f"|{Kind.HYPHEN}{_SENTENCE}|{re.escape(Kind.BAR)}{_OPENING})"
    ),
    ",": Kind.COMMA,
    ".": re.escape(Kind.STOP),
    ":": f"[{Kind.COLON}{Kind.OTHER_COLON}]",
    ":_": Kind.COLON,
    "bar": re.escape(Kind.BAR),
    "/": Kind.SLASH,
    "glued.": Kind.DOT,
    "sentence": _SENTENCE,
    "Sentence": f"(?=[{Kind.WORD}{Kind.OPENER}{Kind.KNOWN}{Kind.QUOTE}])",
    "opening": _OPENING,
    "opener": f"(?={Kind.OPENER})",
}


_WORDS_ALONE = frozenset(
    (
        *(Kind.KNOWN, Kind.KNOWN_CAPITALS, Kind.WORD, Kind.OPENER, Kind.CAPITALS, Kind.ACRONYM, Kind.GLUE),
        *(Kind.QUOTE, Kind.FIGURE, Kind.ELSE),
    )
)
"""Tokens of which no shape is made that has neither a mark nor an outlet."""


@dataclass(frozen=True)
class Shape:
    """One row of the table.

    `steps` are its words as the table has them, `edition` says that what stands in the place's position may be a
    channel, `where` on which pages a place alone is believed.
    """

    steps: str
    edition: bool
    where: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The steps as a pattern of kinds of tokens: made when a text is first held against it, most never are."""
        return re.compile("".join(map(_step, self.steps.split())))


class Found(NamedTuple):
    """A shape that was found: where it ends in the text, and from where to where its place stands."""

    shape: Shape
    end: int
    place: tuple[int, int] | None

    def place_in(self, text: str) -> str | None:
        """The place as printed."""
        return text[slice(*self.place)] if self.place else None


def first_of(shapes: Iterable[Shape], tokens: Sequence[Token], *, whole: bool = False) -> Found | None:
    """The first of the shapes with which the tokens begin, or which is the `whole` of them."""
    kinds = "".join(token.kind for token in tokens)
    if _WORDS_ALONE.issuperset(kinds):  # as most texts begin: asked before any shape is
        return None
    for shape in shapes:
        match = shape.pattern.fullmatch(kinds) if whole else shape.pattern.match(kinds)
        if match:
            return _found(shape, match, tokens)
    return None


def _found(shape: Shape, match: re.Match[str], tokens: Sequence[Token]) -> Found:
    first, behind = match.span("place") if "place" in match.groupdict() else (0, 0)
    place = (tokens[first].start, tokens[behind - 1].end) if behind > first else None
    return Found(shape, tokens[match.end() - 1].end, place)


_TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (resources.files("newsbot.language.dateline") / "shapes.toml").read_text("utf-8")
)


def _shapes(table: str) -> tuple[Shape, ...]:
    return tuple(
        Shape(row["shape"], row.get("edition", False), row.get("where", "anywhere")) for row in _TABLE[table]
    )


def _step(step: str) -> str:
    """One step of a shape as a pattern: "<known|CAPITALS>", ",?".

    >>> _step(".|,?")
    '(?:\\\\.|,)?'
    """
    words, optional = step.removesuffix("?"), "?" if step.endswith("?") else ""
    group = "?P<place>" if words.startswith("<") else "?:"
    return f"({group}{'|'.join(_WORDS[word] for word in words.strip('<>').split('|'))}){optional}"


SIGNED = _shapes("signed")
IN_BOLD = _shapes("bold")
ALONE = _shapes("alone")
UNDASHED = _shapes("undashed")
