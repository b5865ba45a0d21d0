"""The words before a date that tell whether it is the publication's or an update's."""

from __future__ import annotations

import re

from newsbot.lexicon import cached, key_of

from ._words import one_of


def role_of(segment: str) -> str | None:
    """The role that the label before a date gives it, *segment* being what stands before; the last label counts.

    >>> role_of("terbit: "), role_of("diperbarui oleh wira pada "), role_of("jakarta, ")
    ('published', 'modified', None)
    """
    role = None
    for match in _label().finditer(segment):
        if _between().fullmatch(match["rest"]):
            role = key_of("calendar.labels")[match["label"]]
    return role


@cached
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?P<label>{one_of('labels')})(?![a-z])(?P<rest>[^|]*)")


@cached
def _between() -> re.Pattern[str]:
    """What stands between a label and its date: fillers and separators, who did it, or anything after a colon."""
    fillers = rf"(?:[ ,:;.()\[\]/-]|{one_of('fillers')}(?![a-z]))*+"
    return re.compile(rf"[ ,;.()\[\]-]*+:.*|{fillers}(?:(?:oleh|by) [^:]{{1,60}}? (?:pada|on|at){fillers})?")
