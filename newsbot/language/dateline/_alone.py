"""A place alone before a dash: in capitals anywhere, else where the outlet is known to sign so or the place is bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsbot.language.dateline._kinds import Token
from newsbot.language.dateline._shapes import ALONE, Found, Shape, first_of
from newsbot.language.names import is_outlet, is_place
from newsbot.language.text import fold
from newsbot.lexicon import word_set

_JOINING = frozenset(("dan", "and"))
_SPEAKABLE = re.compile(
    r"^(?=.{5})(?:[^AEIOU]{0,3}[AEIOU]{1,3}){2,}[^AEIOU]{0,3}$|^[^AEIOU]{1,2}[AEIOU][^AEIOU]{1,2}[AEIOU]$"
)
_MOST_WORDS = 6
_LONGEST_ACRONYM = 3


def place_alone(text: str, tokens: Sequence[Token], *, bold: str, city_only: bool) -> Found | None:
    """The place alone with which the text begins, None where the words cannot be one."""
    found = first_of(_believed(bold, city_only), tokens)
    place = found.place_in(text) if found else None
    if found is None or place is None or not _may_be_place(place, text[found.end :], bold):
        return None
    return None if found.shape.where == "bold" and not _is_bold(place, bold) else found


def _believed(bold: str, city_only: bool) -> Iterator[Shape]:
    """The shapes that count on a page that prints so."""
    places = {
        "anywhere": True,
        "city": city_only,
        "bold": bool(bold) and not city_only,
        "bold mark": city_only and bold.rstrip().endswith((".", ":")),
        "not city": not city_only,
    }
    return (shape for shape in ALONE if places[shape.where])


def _may_be_place(place: str, rest: str, bold: str) -> bool:
    """Whether words before a dash can be a place: no acronym, no person with a title, no outlet, no clause.

    "PSSI - Federasi itu", "Presiden Wira - wakilnya" and "Polisi: ..." begin sentences; what the page prints in bold
    is believed.
    """
    words = fold(place).split()
    if len(words) > _MOST_WORDS or words[0] in word_set("places.institutions"):
        return False
    if _is_bold(place, bold):
        return True
    if words[0] in word_set("pictures.openers", "places.never"):
        return False
    if words[0] in word_set("places.areas") or is_known(place):
        return True
    if is_outlet(place) or _JOINING.intersection(words):
        return False
    if place.isupper():
        if "-" in place:  # "SAINT-DENIS", and no "TNI-POLRI"
            return all(len(part) > _LONGEST_ACRONYM for part in place.split("-"))
        return len(words) > 1 or bool(_SPEAKABLE.search(place))
    rest = rest.lstrip()
    return rest[:1].isupper() or not rest[:1].isalpha()


def _is_bold(place: str, bold: str) -> bool:
    return bool(bold) and bold.rstrip(" -–—:.") == place


def is_town(place: str) -> bool:
    """Whether a printed place is in the list, or begins as the names of towns do: "Muara Uya"."""
    words = fold(place).split()
    return is_known(place) or (len(words) > 1 and words[0] in word_set("places.first_words"))


def is_known(place: str) -> bool:
    """Whether a part of a printed place is in the list: "Mataram, NTB", "Bandung/Cimahi"."""
    return any(is_place(part.strip()) for part in re.split(r"[,/(]", place))
