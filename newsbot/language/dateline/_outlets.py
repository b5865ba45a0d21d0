"""The names that sign a dateline: the outlet's own, agencies, addresses, and names that only outlets have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, forms, word_set, words

_GOES_ON = re.compile(r"\w|\.\w")
_REST_OF_WORD = re.compile(r"[^\W\d_]{2,12}(?![\w.])")
_JOINTS = " -"
_LEAST_JOINED = 6
"""Letters of a name from which on it may be printed with a blank that it has not: "KABAR LINTANG"."""
_LEAST_BEFORE_CHANNEL = 4
"""Letters of a name behind which a channel may stand in the same word ("VIVAbola", "KompasTekno"), and of a first word
that signs for the whole name."""


class Own(NamedTuple):
    """Where the outlet's own name ends, and whether it is printed in the case of its declaration."""

    end: int
    declared: bool


class Outlets:
    """The outlet's own names, its `brands`.

    >>> Outlets(("IDN Times",)).own("IDN TIMES - Hujan turun.", 0)
    Own(end=9, declared=False)
    """

    def __init__(self, brands: tuple[str, ...]) -> None:
        self._forms = {form for brand in brands for form in (brand, brand.replace(" ", ""))}
        self._own = _Names(brands)
        firsts = (brand.split()[0] for brand in brands if " " in brand)
        self._firsts = _Names([first for first in firsts if len(first) >= _LEAST_BEFORE_CHANNEL])

    def own(self, text: str, at: int) -> Own | None:
        """The outlet's own name at this place of the text."""
        end = self._own.end(text, at)
        return Own(end, text[at:end] in self._forms) if end else None

    def first_word(self, text: str, at: int) -> int | None:
        """Where the first word of the outlet's name ends that signs for the whole behind a place, in capitals.

        >>> Outlets(("Gerbang Toboali",)).first_word("TOBOALI, GERBANG - Hujan turun.", 9)
        16
        """
        end = self._firsts.end(text, at) if at else None
        return end if end and text[at:end].isupper() else None


def agency(text: str, at: int, *, opens: bool = True) -> int | None:
    """Where an agency's name ends that begins at this place of the text.

    A word of the language in small letters is none where it `opens` a sentence: "Antara Solo dan Klaten hujan turun".
    """
    if not text[at : at + 1].isupper():
        return None
    end = _agencies().end(text, at)
    name = text[at:end]
    if (
        end
        and opens
        and at == 0
        and not name.isupper()
        and fold(name) in word_set("function_words.languages.id")
    ):
        return None
    return end


def site(text: str, at: int) -> int | None:
    """Where an outlet's address ends that begins at this place of the text: of the usual endings, in capitals of any.

    >>> site("Contoh.com - Hujan turun.", 0), site("CONTOH.EXAMPLE - Hujan turun.", 0)
    (10, 14)
    """
    match = _address().match(text, at) or _CAPITAL_ADDRESS.match(text, at)
    return match.end() if match else None


def named(text: str, at: int) -> int | None:
    """Where a name ends that only outlets have: known ones, their families, "KABAR NUSA", "NusaNews", "RADAR NUSA".

    At the beginning a single word printed as any other is none: "Detik ini", "Suara gemuruh".

    >>> named("RADAR LOMBOK, MATARAM - Hujan turun.", 0), named("Kabar duka datang.", 0)
    (12, None)
    """
    run = _RUN.match(text, at)
    if run is None:
        return None
    for end in reversed([word.end() for word in _RUN_WORD.finditer(run[0])]):
        if (at or not _ORDINARY.fullmatch(run[0][:end])) and _is_outlets(run[0][:end]):
            return at + end
    return None


def _is_outlets(name: str) -> bool:
    key = fold(name)
    if key in word_set("outlets.outlets.names") or _family().fullmatch(key):
        return True
    return bool((_compound() if " " not in name else _compound_of_words()).fullmatch(name))


class _Names:
    """Names looked for in any case, the longest first, their blanks printed or not."""

    def __init__(self, names: Iterable[str]) -> None:
        keys = {name.replace(" ", "").lower() for name in names if name.strip()}
        short = {name.lower() for name in names if " " in name}
        self._by_first: dict[str, list[str]] = {}
        for key in sorted(keys | short, key=len, reverse=True):
            self._by_first.setdefault(key[0], []).append(key)

    def end(self, text: str, at: int) -> int | None:
        """Where the longest of the names ends that begins at this place of the text."""
        for key in self._by_first.get(text[at : at + 1].lower(), ()):
            if (end := _joined_end(text, at, key)) and (last := _end_of_word(text, at, end)):
                return last
        return None


def _joined_end(text: str, at: int, key: str) -> int | None:
    """Where a name ends whose letters stand here, a blank or hyphen between two of them or not."""
    end = at
    for index, letter in enumerate(key):
        printed = text[end : end + 1].lower()
        if printed != letter and index and len(key) >= _LEAST_JOINED and printed and printed in _JOINTS:
            end += 1
            printed = text[end : end + 1].lower()
        if printed != letter:
            return None
        end += 1
    return end


def _end_of_word(text: str, at: int, end: int) -> int | None:
    """The end of the name, or of the channel that its last word goes on with in another case; None within a word."""
    if not _GOES_ON.match(text, end):
        return end
    seam = text[end - 1].isalpha() and text[end].isalpha() and text[end - 1].islower() != text[end].islower()
    rest = _REST_OF_WORD.match(text, end) if seam and end - at >= _LEAST_BEFORE_CHANNEL else None
    return rest.end() if rest else None


@cached
def outlets_of(brands: tuple[str, ...]) -> Outlets:
    """The outlets that may sign on pages of an outlet with these names."""
    return Outlets(brands)


@cached
def _agencies() -> _Names:
    return _Names(words("outlets.agencies.dateline", "outlets.agencies.all"))


@cached
def _address() -> re.Pattern[str]:
    ending = any_of("addresses.hosts.endings")
    # "JAKARTA, CONTOH,com -": a comma typed for the dot (kompas 2021, posmetro 2025)
    return re.compile(
        rf"(?i:[a-z][\w-]*(?:\.[a-z][\w-]*)*\s?\.{ending}®?|[a-z][\w-]+,co(?:m|,id))(?!\w)(?!\.\w)"
    )


@cached
def _family() -> re.Pattern[str]:
    return re.compile(forms("outlets.outlets.families"))


@cached
def _compound() -> re.Pattern[str]:
    """One word made of an outlet's word and another: "BERITAKALTIM", "NUSANEWS", "SuaraNTB", "NusaPos"."""
    first, last = any_of("outlets.outlets.first_words"), any_of("outlets.outlets.last_words")
    return re.compile(
        rf"(?i:{first})(?=[A-Z])\w{{3,}}|(?=[A-Z]+$)(?i:{first})\w{{4,}}"
        rf"|\w*[a-z](?=[A-Z])(?i:{last})|(?=[A-Z]+$)\w{{4,}}(?i:{last})"
    )


@cached
def _compound_of_words() -> re.Pattern[str]:
    """The same in several words, which is sure only in capitals: "KABAR SULTENG", "NUSA POST", "NUSA Online"."""
    first, last = any_of("outlets.outlets.first_words"), any_of("outlets.outlets.last_words")
    return re.compile(rf"(?=[^a-z]+$)(?i:{first})\s.+|[^a-z]+\s(?i:{last})")


_RUN = re.compile(r"[A-Z]\w*(?:\s[A-Z]\w*){0,2}(?![\w])")
_ORDINARY = re.compile(r"[A-Z][a-z]+")
_RUN_WORD = re.compile(r"\w+")
_CAPITAL_ADDRESS = re.compile(r"[A-Z][A-Z\d-]{3,}(?:\.[A-Z]{2,10})+(?![\w.])")
