"""What the tokens of a dateline are."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a token is, in one letter: a row of tokens is matched as a string of them."""

    DECLARED = "O"  # the outlet's own name in the case of its declaration
    ADDRESS = "A"  # the outlet's own address in capitals
    OWN = "o"  # its name in any other case
    AGENCY = "e"
    SITE = "a"  # any address
    SITE_CAPITALS = "S"
    NAMED = "N"  # a name that only outlets have
    KNOWN = "k"  # a place of the list
    KNOWN_CAPITALS = "K"
    WORD = "w"  # any other word with a capital
    OPENER = "p"  # one that opens sentences
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
    PLACE_IN_BRACKETS = "P"  # in square ones: "[SOLO]"
    BRACKETS = "q"
    DAY = "d"
    QUOTE = "'"  # a quotation mark that opens
    FIGURE = "n"
    ELSE = "x"


class Token(NamedTuple):
    """One token and where it stands."""

    kind: Kind
    start: int
    end: int


MARKS = frozenset(
    (
        *(Kind.DASH, Kind.DASH_BEFORE_WORD, Kind.HYPHEN, Kind.COMMA, Kind.STOP, Kind.COLON, Kind.OTHER_COLON),
        *(Kind.BAR, Kind.SLASH),
    )
)
"""Behind one of these, as at the beginning of a text, a name may begin."""
