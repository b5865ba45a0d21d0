"""The tokens that datelines are written with: places, outlets, dashes and marks at the beginning of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsbot.language.dateline._outlets import Outlets, agency, site
from newsbot.lexicon import any_of, cached, words


class Kind(StrEnum):
    """What a token is, in one letter: a row of tokens is matched as a string of them."""

    DECLARED = "O"  # the portal's own name in the case of its declaration
    ADDRESS = "A"  # the same, an address in capitals
    OWN = "o"  # the same in any other case
    AGENCY = "e"
    SITE = "a"  # any address
    KNOWN = "k"  # a place of the list
    KNOWN_CAPITALS = "K"
    WORD = "w"  # any other word with a capital
    CAPITALS = "W"  # any other word in capitals
    ACRONYM = "c"  # the same of three letters or less
    GLUE = "g"  # the small word within a place: "Rio de Janeiro"
    HYPHEN = "h"  # a hyphen between two words without a blank
    DASH = "="  # a dash with a blank behind it
    DASH_BEFORE_WORD = "_"
    COMMA = ","
    STOP = "."  # with a blank behind it
    DOT = "j"  # any other
    COLON = ":"  # behind a word and before a blank
    OTHER_COLON = ";"  # between two blanks, or before a capital or a quotation mark
    BAR = "|"
    SLASH = "/"
    OUTLET_IN_BRACKETS = "B"
    DECLARED_IN_BRACKETS = "b"
    BRACKETS = "q"
    DAY = "d"
    QUOTE = "'"  # a quotation mark that opens
    FIGURE = "n"
    ELSE = "x"


@dataclass(frozen=True, slots=True)
class Token:
    """One token and where it stands."""

    kind: Kind
    start: int
    end: int


MAX_TOKENS = 32
_LONGEST_ACRONYM = 3
_LAST = (Kind.ELSE, Kind.QUOTE, Kind.FIGURE)
_MARKS = {",": Kind.COMMA, "|": Kind.BAR, "/": Kind.SLASH}
_BLANKS = re.compile(r"\s*")
_DASH = re.compile(r"--+|[-‐‑–—―−]{1,3}")
_BRACKETS = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,40})[)\]]")
_BESIDE_OUTLET = re.compile(r"(?:[\s/][\w/ -]{1,24})?\s?")
_DAY = re.compile(r"\d{1,2}/\d{1,2}(?!\w)")
_GLUE = re.compile(r"(?:dan|di|and|of|the|de|al|el)\b")
_WORD = re.compile(r"[A-Z\u00c0-\u00de]\w*(?:[.'’`]\w+)*")
_QUOTE = re.compile(r"[\"“'‘]")


def read_tokens(head: str, outlets: Outlets) -> list[Token]:
    """The tokens of the beginning of a text, up to the first that no dateline holds."""
    tokens: list[Token] = []
    for token in _tokens(head, outlets):
        tokens.append(token)
        if token.kind in _LAST or len(tokens) == MAX_TOKENS:
            break
    return tokens


def _tokens(head: str, outlets: Outlets) -> Iterator[Token]:
    at = _blanks(head, 0)
    while at < len(head):
        token = _name(head, at, outlets) or _mark(head, at) or _brackets(head, at, outlets) or _rest(head, at)
        yield token
        at = _blanks(head, token.end)


def _blanks(head: str, at: int) -> int:
    match = _BLANKS.match(head, at)
    return match.end() if match else at


def _name(head: str, at: int, outlets: Outlets) -> Token | None:
    """An outlet, a place or another word with a capital."""
    if own := outlets.own(head, at):
        return Token(_own_kind(head[at : own.end], declared=own.declared), at, own.end)
    place = _known_place(head, at)
    if place and head.startswith(".", place.end) and outlets.own(head, place.end + 1):
        return place
    if end := agency(head, at):
        return Token(Kind.AGENCY, at, end)
    if end := site(head, at):
        return Token(Kind.SITE, at, end)
    return place or _word(head, at)


def _own_kind(name: str, *, declared: bool) -> Kind:
    if not declared:
        return Kind.OWN
    return Kind.ADDRESS if name.isupper() and "." in name else Kind.DECLARED


def _known_place(head: str, at: int) -> Token | None:
    """The longest place of the list that begins here, in its own case or in capitals."""
    first = _FIRST.match(head, at)
    for form, kind in _forms().get(first[0], ()) if first else ():
        end = at + len(form)
        if head.startswith(form, at) and _ENDS_PLACE.match(head, end):
            return Token(kind, at, end)
    return None


@cached
def _forms() -> dict[str, list[tuple[str, Kind]]]:
    forms: dict[str, list[tuple[str, Kind]]] = {}
    for place in sorted(words("places.names"), key=len, reverse=True):
        for form, kind in ((place, Kind.KNOWN), (place.upper(), Kind.KNOWN_CAPITALS)):
            if first := _FIRST.match(form):
                forms.setdefault(first[0], []).append((form, kind))
    return forms


@cached
def _shortened() -> re.Pattern[str]:
    """A word whose full stop is its own: "St. Louis", "Kab. Bogor", "Washington D.C."."""
    return re.compile(rf"(?:(?i:{any_of('places.shortened')})|[A-Z]|[A-Z]\w*(?:\.\w+)+)\.(?=\s[A-Z])")


def _word(head: str, at: int) -> Token | None:
    match = _shortened().match(head, at) or _WORD.match(head, at)
    if match is None or not match[0][0].isupper():
        return None
    return Token(_word_kind(match[0]), at, match.end())


def _word_kind(word: str) -> Kind:
    if not word.isupper():
        return Kind.WORD
    return Kind.CAPITALS if len(word) > _LONGEST_ACRONYM else Kind.ACRONYM


def _mark(head: str, at: int) -> Token | None:
    """A dash or a mark, which is not the same with and without a blank beside it."""
    if dash := _DASH.match(head, at):
        return Token(_dash_kind(head, at, dash.end()), at, dash.end())
    if head[at] == ":":
        kind = _colon_kind(head, at)
    elif head[at] == ".":
        kind = Kind.STOP if head[at + 1 : at + 2].isspace() else Kind.DOT
    else:
        kind = _MARKS.get(head[at])
    return Token(kind, at, at + 1) if kind else None


def _colon_kind(head: str, at: int) -> Kind | None:
    behind = head[at + 1 : at + 2]
    if behind.isspace():
        return Kind.OTHER_COLON if head[at - 1 : at].isspace() else Kind.COLON
    return Kind.OTHER_COLON if _BEGINS.match(behind) else None


def _dash_kind(head: str, at: int, end: int) -> Kind:
    behind = head[end : end + 1]
    if not behind or behind.isspace():
        return Kind.DASH
    glued = head[at:end] == "-" and at > 0 and not head[at - 1].isspace()
    return Kind.HYPHEN if glued else Kind.DASH_BEFORE_WORD


def _brackets(head: str, at: int, outlets: Outlets) -> Token | None:
    match = _BRACKETS.match(head, at)
    return Token(_brackets_kind(match["inner"].strip(), outlets), at, match.end()) if match else None


def _brackets_kind(inner: str, outlets: Outlets) -> Kind:
    own = outlets.own(inner, 0)
    if own and own.declared and own.end == len(inner):
        return Kind.DECLARED_IN_BRACKETS
    end = own.end if own else agency(inner, 0) or site(inner, 0)
    signed = end and _BESIDE_OUTLET.fullmatch(inner, end)
    return Kind.OUTLET_IN_BRACKETS if signed else Kind.BRACKETS


def _rest(head: str, at: int) -> Token:
    """A day, the small word within a place, or what only a sentence begins or goes on with."""
    if day := _DAY.match(head, at):
        return Token(Kind.DAY, at, day.end())
    if glue := _GLUE.match(head, at):
        return Token(Kind.GLUE, at, glue.end())
    kind = Kind.QUOTE if _QUOTE.match(head, at) else Kind.FIGURE if head[at].isdecimal() else Kind.ELSE
    return Token(kind, at, at + 1)


_FIRST = re.compile(r"[A-Z][a-z]+|[A-Z]+")
"""The letters by which a place is found in the list."""
_ENDS_PLACE = re.compile(r"(?![^\W_])|(?<=[a-z])[A-Z][a-z]")
"""Behind a place: no letter, or a word whose blank was lost ("Liputan6.com, JakartaHujan turun", scraped in 2025)."""
_BEGINS = re.compile(r"[A-Z\"“]")
