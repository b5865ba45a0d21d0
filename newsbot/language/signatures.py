"""The writer on a line of his own below a text: a name in capitals, a label and a name, what he is."""

from __future__ import annotations

import re

from newsbot.language.names import is_place, person_name
from newsbot.language.text import ANY_BLANKS
from newsbot.lexicon import alternation, any_of, cached, labels, word_set

_BETWEEN = re.compile(rf"{ANY_BLANKS}[|,/]\s*+")


def names_by_label(text: str) -> bool:
    """Whether a line is nothing but a role and a person's name behind it, without a mark.

    >>> names_by_label("Editor Laksmi Asih"), names_by_label("Editor itu pulang"), names_by_label("Penulis Muda")
    (True, False, False)
    """
    match = _by_label().fullmatch(text)
    return bool(match) and person_name(match["name"]) == match["name"] if match else False


def tells_of_writer(text: str) -> bool:
    """Whether a line behind a star tells what its writer is: a column's last line.

    >>> tells_of_writer("*Wira Teluk, dosen Universitas Lintang"), tells_of_writer("*Harga belum termasuk pajak")
    (True, False)
    """
    return len(text) <= _LONGEST_LIFE and bool(_life().match(text))


_LONGEST_LIFE = 300


@cached
def _life() -> re.Pattern[str]:
    return re.compile(
        rf"\*+\)?\s*(?:(?i:penulis)|{_SIGNED_WORD}(?:\s{_SIGNED_WORD}){{0,3}}),?\s(?:.{{0,20}}\s)?(?i:{any_of('names.jobs')})\b"
    )


@cached
def _by_label() -> re.Pattern[str]:
    label = alternation(form for word in labels("bare") for form in (word.capitalize(), word.upper()))
    return re.compile(rf"{label}\s(?P<name>{_SIGNED_WORD}(?:\s{_SIGNED_WORD}){{1,3}})")


_SIGNED_WORD = (
    r"(?=[A-Z])(?:[A-Z]\w{0,3}\.)*(?:[A-Z][\w'’-]*)?"  # a dot ends an initial or a title, no long word
)
_SIGNED = re.compile(rf"{_SIGNED_WORD}(?:\s{_SIGNED_WORD}){{0,4}}")


def is_writer(text: str) -> bool:
    """Whether a bold line of its own below the last paragraph is its writer's name, or two with a bar between.

    Only capitals tell: in mixed case a sub-heading ends the first of two pages as often ("Budaya Malu", kompas 2021).

    >>> is_writer("WIRA TELUK | LAKSMI"), is_writer("SUTRISNO"), is_writer("Wira Teluk"), is_writer("TERIMA KASIH")
    (True, True, False, False)
    >>> is_writer("JALAN TOL JAKARTA-TANGERANG")
    False
    """
    parts = [part.strip() for part in _BETWEEN.split(text.strip(" *()"))]
    return text.isupper() and len(text.split()) <= 8 and all(map(_is_signature, parts))


def _is_signature(part: str) -> bool:
    words = part.lower().split()
    if len(part) < 4 or not _SIGNED.fullmatch(part) or word_set("names.closing").intersection(words):
        return False
    joined = (place for word in words if "-" in word for place in word.split("-"))
    return not is_place(part) and not any(map(is_place, joined)) and person_name(part) is not None
