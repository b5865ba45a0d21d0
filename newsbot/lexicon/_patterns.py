"""Patterns made of words: any of a list, and the names that templates give their elements."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsbot.lexicon._files import cached, cached_to, table
from newsbot.lexicon._words import words


def alternation(listed: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, sharing common beginnings.

    >>> alternation(["mei", "maret", "mar"])
    '(?:m(?:ar(?:et)?|ei))'
    """
    return f"(?:{_branch(sorted(set(listed)))})"


def _branch(listed: list[str]) -> str:
    """The alternatives for a sorted list of distinct words, as a prefix tree."""
    heads: dict[str, list[str]] = {}
    for word in listed:
        if word:
            heads.setdefault(word[0], []).append(word)
    return "|".join(map(_begun_alike, heads.values()))


def _begun_alike(listed: list[str]) -> str:
    """The pattern for words of one first letter, without a bracket around it where it is one row of letters."""
    if len(listed) == 1:
        return re.escape(listed[0])
    first, last, end = listed[0], listed[-1], 1  # what these two share all do, since they are sorted
    while first[end : end + 1] == last[end : end + 1] != "":
        end += 1
    tails = [word[end:] for word in listed]
    rest, optional = _branch(tails), "?" if "" in tails else ""
    return re.escape(first[:end]) + (f"(?:{rest}){optional}" if optional or "|" in rest else rest)


@cached
def any_of(*places: str) -> str:
    r"""A pattern for any of the words at the places, the longest first; a blank is any run of white space,
    an apostrophe any form of it.

    >>> import re
    >>> bool(re.fullmatch(any_of("roles.labels"), "ditulis  oleh"))
    True
    """
    return alternation(words(*places)).replace(r"\ ", r"\s+").replace("'", "['’‘`]")


@cached
def class_words(*concepts: str) -> re.Pattern[str]:
    """A pattern that finds the words of these concepts of `element_names` among an element's names, in any case.

    >>> bool(class_words("trail").search("main-Breadcrumb")), bool(class_words("tag").search("stage"))
    (True, False)
    """
    if not any(_listed(concept, kind) for concept in concepts for kind in ("words", "anywhere")):
        raise KeyError(f"element_names has no class words for {', '.join(concepts)}")
    anywhere = [word for concept in concepts for word in _listed(concept, "anywhere")]
    whole = [word for concept in concepts for word in _listed(concept, "words")]
    parts = [alternation(anywhere).replace(r"\ ", r"[\s_-]?")] if anywhere else []
    parts += [rf"(?<![a-z]){alternation(whole)}(?![a-z])"] if whole else []
    return re.compile("|".join(parts), re.IGNORECASE)


def is_called(names: str, concept: str) -> bool:
    """Whether the names of an element hold a word of the concept, as `class_words` finds them: remembered, since the
    elements of a page and the pages of a portal bear the same names.

    >>> is_called("main-Breadcrumb", "trail"), is_called("stage", "tag")
    (True, False)
    """
    if len(names) > LONGEST_NAMES:
        return bool(class_words(concept).search(names))
    return _is_called(names, concept)


@cached_to(8192)
def _is_called(names: str, concept: str) -> bool:
    return bool(class_words(concept).search(names))


LONGEST_NAMES = 400
"""Characters of an element's names that are remembered; longer ones are a hostile page's."""


def _listed(concept: str, kind: str) -> list[str]:
    listed: list[str] = table("element_names")[concept].get(kind, [])
    return listed
