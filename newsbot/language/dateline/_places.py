"""Places of the list, and other words with a capital that may be a place's name."""

from __future__ import annotations

import re

from newsbot.language.dateline._kinds import Kind, Token
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, word_set, words

_LONGEST_ACRONYM = 3
WORD = re.compile(r"[A-Z\u00c0-\u00de]\w*(?:[.'’`]\w+)*")
_FIRST = re.compile(r"[A-Z][a-z]+|[A-Z]+")
"""The letters by which a place is found in the list."""
_ENDS_PLACE = re.compile(r"(?![^\W_])|(?<=[a-z])[A-Z][a-z]")
"""Behind a place: no letter, or a word whose blank was lost ("Liputan6.com, JakartaHujan turun", scraped in 2025)."""


def known_place(head: str, at: int) -> Token | None:
    """The longest place of the list that begins here, in its own case or in capitals."""
    first = _FIRST.match(head, at)
    for form, kind in _forms().get(first[0], ()) if first else ():
        end = at + len(form)
        if head.startswith(form, at) and _ENDS_PLACE.match(head, end):
            return Token(kind, at, end)
    return None


def word(head: str, at: int) -> Token | None:
    """Any word with a capital that begins here, with the full stop that is its own."""
    match = _shortened().match(head, at) or WORD.match(head, at)
    if match is None or not match[0][0].isupper():
        return None
    return Token(_kind(match[0]), at, match.end())


def _kind(printed: str) -> Kind:
    if printed.isupper():
        return Kind.CAPITALS if len(printed) > _LONGEST_ACRONYM else Kind.ACRONYM
    opens = fold(printed) in word_set("pictures.openers", "function_words.languages.id")
    return Kind.OPENER if opens else Kind.WORD


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
