"""The word tables of printed dates, loaded once from ``data/words.toml``.

The grammar composes its patterns from these tables, so a new spelling is a new word in the data file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(files(__package__).joinpath("data", "words.toml").read_text("utf-8"))


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first, sharing common beginnings.

    >>> alternation(["mei", "maret", "mar"])
    '(?:m(?:ar(?:et)?|ei))'
    """
    return f"(?:{_branch(sorted(set(words)))})"


def _branch(words: list[str]) -> str:
    """The alternatives for a sorted list of distinct words, as a prefix tree."""
    heads: dict[str, list[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
    parts = []
    for head, tails in heads.items():
        rest = _branch(tails)
        optional = "" in tails
        if rest and (optional or "|" in rest):
            rest = f"(?:{rest})" + ("?" if optional else "")
        parts.append(re.escape(head) + rest)
    return "|".join(parts)


def _to_number(section: str) -> dict[str, int]:
    """Map word to number, from a table whose keys are numbers."""
    return {word: int(number) for number, words in _DATA[section].items() for word in words}


def _to_name(section: str) -> dict[str, str]:
    """Map word to name, from a table whose keys are names."""
    return {word: name for name, words in _DATA[section].items() for word in words}


def _words(section: str) -> tuple[str, ...]:
    """The plain word list of a section."""
    return tuple(_DATA[section]["words"])


WEEKDAYS = _to_number("weekdays")
BODY_WEEKDAYS = _to_number("body_weekdays")
ENGLISH_WEEKDAYS = _to_number("body_weekdays_english")
MONTHS = _to_number("months")
BODY_MONTHS = _to_number("body_months")
ENGLISH_MONTHS = _to_number("body_months_english")
SHARED_MONTHS = _to_number("body_months_shared")
ZONES: dict[str, int] = dict(_DATA["zones"])
LABELS = _to_name("labels")
FILLERS = _words("fillers")
JOINTS = _words("joints")
PASARAN = _to_number("pasaran")
HIJRI = _words("hijri")
DAYPARTS = _to_name("dayparts")
UNITS = _to_name("units")
ENGLISH_UNITS = _to_name("english_units")
ONE_UNITS = _to_name("one_units")
NUMBERS = _to_number("numbers")
RELATIVE_DAYS = _to_number("relative_days")
BODY_RELATIVE_DAYS = _to_number("body_relative_days")
NOW = _words("now")
NO_SECTION = _words("no_section")
PAST = _words("past")
FUTURE = _words("future")
SAME_DAY = _words("same_day")
