"""Lines that say when a page was published, and what else stands in them."""

from __future__ import annotations

import re

from newsbot.extractors.raw import Body, RawArticle
from newsbot.language.byline import parse_byline
from newsbot.language.dates import Beside, beside_date, parse_date
from newsbot.language.names import is_place
from newsbot.language.posted import posted
from newsbot.language.text import fold
from newsbot.lexicon import word_set

LONGEST_DATE_LINE = 110
"""Characters of a date line with all that stands in it."""
_MOST = 3
"""Date lines of a page that are looked at."""


def beside_dates(raw: RawArticle) -> list[Beside]:
    """What the date lines of a page say beside their dates."""
    lines = (beside_date(candidate.value) for candidate in raw.all("visible_date")[:_MOST])
    return [line for line in lines if line]


def note_posted(raw: RawArticle, body: Body) -> None:
    """Add the date and the channel of the sentence below the text that says when it was posted (Kubrick), where none
    is printed elsewhere."""
    for line in body.bylines:
        if line.rule != "posted-under":
            continue
        said = posted(line.value)
        if said.date and not raw.all("visible_date"):
            raw.add("visible_date", said.date, "printed", "sentence below the text")
        if said.channel and not raw.all("section"):
            raw.add("section", said.channel, "printed", "sentence below the text")


def is_date_line(text: str) -> bool:
    """Whether a line says when the page was published and, at most, who wrote it or where it is filed.

    >>> is_date_line("Tayang: Rabu, 17 Mei 2023 11:00 WIB")
    True
    >>> is_date_line("Jakarta, 17 Mei 2023")
    False
    """
    if len(text) > LONGEST_DATE_LINE or sum(c.isdigit() for c in text) < 4 or text[-1] in ".!?:":
        return False
    text = _READING_TIME.sub("", text)
    reading, beside = parse_date(text, fallback=False), beside_date(text)
    if reading is None or not reading.value or beside is None:
        return False
    rest = [word for word in beside.text.split() if any(map(str.isalpha, word))]
    if count := _labelling(rest):
        named = [word for word in rest[count:] if fold(word) not in word_set("names.nobody")]
        return len(named) <= _BESIDE and all(word[0].isupper() for word in named)
    if len(rest) > _BESIDE:
        return False
    if not rest or reading.role:
        return True
    if not all(word[0].isupper() for word in rest):
        return False  # words of a sentence
    is_person = len(rest) > 1 and not is_place(" ".join(rest)) and bool(parse_byline(text).people)
    return reading.precision != "day" or is_person


def _labelling(rest: list[str]) -> int:
    """How many words before a name are the label of a writer's: "Oleh", "Ditulis oleh"."""
    for count in (2, 1):
        if len(rest) > count and fold(" ".join(rest[:count])).strip(":") in word_set("roles.labels.author"):
            return count
    return 0


_READING_TIME = re.compile(
    r"\b\d{1,2} (?:menit|min(?:ute)?s?) (?:mem)?(?:baca|read)\b\W*|\b(?:waktu|lama) (?:mem)?baca:? \d{1,2} menit\b\W*"
    r"|\b(?:dilihat|dibaca|hits|views):? [\d.,]{1,9}(?: kali)?\b\W*"
    r"|\b[\d.,]{1,9} (?:kali |x )?(?:dilihat|dibaca|views?|hits)\b\W*",
    re.IGNORECASE,
)
_BESIDE = 4
"""Words of a date line beside the date: a label, a name, the channel."""
