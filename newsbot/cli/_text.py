"""Page text on its way to a terminal: nothing in it that steers the terminal, and not too long."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters but for tab and line end, marks that turn the direction, halves of surrogate pairs."""


def printable(text: str) -> str:
    r"""The text without what could steer a terminal or turn its direction.

    >>> printable("a\x1b[31mb\u202ec")
    'a[31mbc'
    """
    return _STEERING.sub("", text)


def one_line(value: object, width: int = 60) -> str:
    """A value in one line of at most so many characters.

    >>> one_line("satu dua  tiga", 9)
    'satu dua…'
    """
    text = " ".join(printable(str(value)).split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
