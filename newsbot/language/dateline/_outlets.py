"""The names that sign a dateline: the portal's own, agencies, and any address of an outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsbot.lexicon import any_of, cached, words

_GOES_ON = re.compile(r"\w|\.\w")


@dataclass(frozen=True, slots=True)
class Own:
    """Where the portal's own name ends, and whether it is printed in the case of its declaration."""

    end: int
    declared: bool


class Outlets:
    """The portal's own names, its `brands`.

    >>> Outlets(("IDN Times",)).own("IDN TIMES - Hujan turun.", 0)
    Own(end=9, declared=False)
    """

    def __init__(self, brands: tuple[str, ...]) -> None:
        self._forms = {form for brand in brands for form in _spellings(brand)}
        self._own = _Names(brands)

    def own(self, text: str, at: int) -> Own | None:
        """The portal's own name at this place of the text."""
        end = self._own.end(text, at)
        return Own(end, text[at:end] in self._forms) if end else None


def agency(text: str, at: int) -> int | None:
    """Where an agency's name ends that begins at this place of the text."""
    return _agencies().end(text, at)


def site(text: str, at: int) -> int | None:
    """Where any outlet's address ends that begins at this place of the text.

    >>> site("Contoh.com - Hujan turun.", 0)
    10
    """
    match = _address().match(text, at)
    return match.end() if match else None


class _Names:
    """Names looked for in any case, the longest first, their blanks printed or not."""

    def __init__(self, names: tuple[str, ...]) -> None:
        keys = {spelling.lower() for name in names for spelling in _spellings(name)}
        self._keys = tuple(sorted(keys, key=len, reverse=True))

    def end(self, text: str, at: int) -> int | None:
        for key in self._keys:
            end = at + len(key)
            if text[at:end].lower() == key and not _GOES_ON.match(text, end):
                return end
        return None


def _spellings(name: str) -> tuple[str, str]:
    return name, name.replace(" ", "")


@cached
def outlets_of(brands: tuple[str, ...]) -> Outlets:
    """The outlets that may sign on pages of a portal with these brands."""
    return Outlets(brands)


@cached
def _agencies() -> _Names:
    return _Names(words("outlets.agencies.dateline"))


@cached
def _address() -> re.Pattern[str]:
    ending = any_of("addresses.hosts.endings")
    return re.compile(rf"[a-z][\w-]*(?:\.[a-z][\w-]*)*\s?\.{ending}®?(?!\w)", re.IGNORECASE)
