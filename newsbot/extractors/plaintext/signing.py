"""Who signs the last sentence of a text on its own line: address and writer in brackets, or the writer's name alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsbot.extractors.plaintext.lines import is_person

_IN_BRACKETS = re.compile(
    r"(?<=[.!?\"”]) ?(?P<sign>\([\w-]+\.(?:com|co\.id|id|net)/(?P<name>[A-Z][\w.'’]+(?: [A-Z][\w.'’]*){1,4})\)\.?)$"
)
_NAME = re.compile(r"(?<=[a-z\d]{2}[.!?\"”]) (?P<sign>(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}))$")


class Signature(NamedTuple):
    """`text` the paragraph without what signs it, `sign` as printed, `name` the writer, `rule` the form."""

    text: str
    sign: str
    name: str
    rule: str


def signature(text: str, above: str) -> Signature | None:
    """The signature at the end of a last paragraph below the text `above`; None where none is.

    A name alone is a writer's only where the text tells of nobody called so.

    >>> signature("Lapak dibuka pekan ini. Rina Ayu", "Hujan turun.").name
    'Rina Ayu'
    >>> signature("Lapak dibuka pekan ini. Rina Ayu", "Rina tiba kemarin.") is None
    True
    """
    if text[-1] in ")." and (match := _IN_BRACKETS.search(text)):
        return Signature(
            text[: match.start()], match["sign"], match["name"], "address and writer in brackets"
        )
    if not text[-1].isalpha() or (match := _NAME.search(text)) is None or not is_person(match["name"]):
        return None
    told = f"{above} {text[: match.start()]}"
    if any(word in told for word in match["name"].split()):
        return None
    return Signature(text[: match.start()], match["sign"], match["name"], "name behind the last sentence")
