"""The words of printed dates as patterns.

The grammar composes its patterns from the lexicon's calendar, so a new spelling is a new word in the data file.
"""

from __future__ import annotations

from newsbot.lexicon import alternation, words


def one_of(*sections: str) -> str:
    """A pattern for any word of these sections of the calendar, the longest first.

    >>> one_of("pasaran")
    '(?:kliwon|legi|p(?:a(?:hing|ing)|on)|wage)'
    """
    return alternation(words(*(f"calendar.{section}" for section in sections)))
