"""The tokens that datelines are written with: places, outlets, dashes and marks at the beginning of a text."""

from __future__ import annotations

import re

from newsbot.language.dateline._kinds import MARKS, Kind, Token
from newsbot.language.dateline._outlets import Outlets, agency, named, site
from newsbot.language.dateline._places import known_place, word
from newsbot.lexicon import any_of, cached

MAX_TOKENS = 32
_LAST = (Kind.ELSE, Kind.QUOTE, Kind.FIGURE)
_MARKS = {",": Kind.COMMA, "|": Kind.BAR, "/": Kind.SLASH}
_BLANKS = re.compile(r"\s*")
_DASH = re.compile(r"\.?(?:--+|[-‐‑–—―−]{1,3})")
"""A full stop may stand before it: "JAKARTA, CONTOH.com.- "."""
_BRACKETS = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,40})[)\]]")
_BESIDE_OUTLET = re.compile(r"(?:[\s/][\w/ -]{1,24})?\s?")
_QUOTE = re.compile(r"[\"“'‘]")


_FIGURE = re.compile(r"[^\d\n]{0,40}\d")
"""A figure so near that a day may begin here: most texts have none, and need no names of months."""


@cached
def _glue() -> re.Pattern[str]:
    return re.compile(rf"{any_of('places.glue')}\b")


def read_tokens(head: str, outlets: Outlets) -> list[Token]:
    """The tokens of the beginning of a text, up to the first that no dateline holds."""
    tokens: list[Token] = []
    at = _blanks(head, 0)
    while at < len(head) and len(tokens) < MAX_TOKENS:
        begins = not tokens or tokens[-1].kind in MARKS
        token = _next(head, at, outlets, begins=begins)
        tokens.append(token)
        if token.kind in _LAST:
            break
        at = _blanks(head, token.end)
    return tokens


def _blanks(head: str, at: int) -> int:
    match = _BLANKS.match(head, at)
    return match.end() if match else at


def _next(head: str, at: int, outlets: Outlets, *, begins: bool) -> Token:
    return (
        _day(head, at)
        or _name(head, at, outlets, begins=begins)
        or _mark(head, at)
        or _brackets(head, at, outlets)
        or _rest(head, at)
    )


def _day(head: str, at: int) -> Token | None:
    if _FIGURE.match(head, at) is None:
        return None
    match = _days().match(head, at)
    return Token(Kind.DAY, at, match.end()) if match else None


def _name(head: str, at: int, outlets: Outlets, *, begins: bool) -> Token | None:
    """An outlet, a place or another word with a capital; a name that only outlets have `begins` behind a mark."""
    if own := outlets.own(head, at):
        return Token(_own_kind(head[at : own.end], declared=own.declared), at, own.end)
    place = known_place(head, at)
    if place and head.startswith(".", place.end) and outlets.own(head, place.end + 1):
        return place
    if end := agency(head, at):
        return Token(Kind.AGENCY, at, end)
    if end := site(head, at):
        return Token(Kind.SITE_CAPITALS if head[at:end].isupper() else Kind.SITE, at, end)
    end = named(head, at) if begins else None
    if end and not (place and place.end >= end):
        return Token(Kind.NAMED, at, end)
    if not place and (end := outlets.first_word(head, at)):
        return Token(Kind.OWN, at, end)
    return place or word(head, at)


def _own_kind(name: str, *, declared: bool) -> Kind:
    if name.isupper() and "." in name:
        return Kind.ADDRESS
    return Kind.DECLARED if declared else Kind.OWN


def _mark(head: str, at: int) -> Token | None:
    """A dash or a mark, which is not the same with and without a blank beside it."""
    if dash := _DASH.match(head, at):
        return Token(_dash_kind(head, at, dash.end()), at, dash.end())
    if head.startswith("||", at):
        return Token(Kind.BAR, at, at + 2)
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
    if match is None:
        return None
    inner = match["inner"].strip()
    is_place = head[at] == "[" and (place := known_place(inner, 0)) and place.end == len(inner)
    kind = Kind.PLACE_IN_BRACKETS if is_place else _brackets_kind(inner, outlets)
    return Token(kind, at, match.end())


def _brackets_kind(inner: str, outlets: Outlets) -> Kind:
    own = outlets.own(inner, 0)
    if own and own.declared and own.end == len(inner):
        return Kind.DECLARED_IN_BRACKETS
    end = own.end if own else agency(inner, 0, opens=False) or site(inner, 0) or named(inner, 0)
    signed = end and _BESIDE_OUTLET.fullmatch(inner, end)
    return Kind.OUTLET_IN_BRACKETS if signed else Kind.BRACKETS


def _rest(head: str, at: int) -> Token:
    """The small word within a place, or what only a sentence begins or goes on with."""
    if glue := _glue().match(head, at):
        return Token(Kind.GLUE, at, glue.end())
    kind = Kind.QUOTE if _QUOTE.match(head, at) else Kind.FIGURE if head[at].isdecimal() else Kind.ELSE
    return Token(kind, at, at + 1)


@cached
def _days() -> re.Pattern[str]:
    """A day, its weekday before it or not: "13/9", "(13/9/2025)", "Rabu (13/9)", "13 September 2025"."""
    weekday, month = any_of("calendar.weekdays"), any_of("calendar.months")
    day = rf"(?:\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?|\d{{1,2}}\s{month}(?:\s\d{{4}})?)(?!\w)"
    return re.compile(rf"(?i:(?:{weekday},?\s)?(?:{day}|\(\s?{day}\s?\))|\(\s?{weekday},?\s?{day}\s?\))")


_BEGINS = re.compile(r"[A-Z\"“]")
