"""Channels as the press prints them: beside the date of an article, and behind a label."""

from __future__ import annotations

import re

from newsbot.language.text import clean, fold
from newsbot.lexicon import any_of, cached, word_set

_CHANNEL_FIRST = re.compile(
    r"(?P<channel>[A-Z][a-z]{3,20}|[A-Z]{3,20}(?: [A-Z]{3,20})?)\s+[|»/]\s+(?:[A-Z][a-z'’]+,?\s+)?\d"
)
_CHANNEL_LAST = re.compile(
    r"(?:\d{4}|\d{1,2}[.:]\d{2}(?:\s?[Ww][Ii](?:[Bb]|[Tt][Aa]?))?)\s+[|»/]\s+"
    r"(?P<channel>[A-Z][a-z]{3,20}|[A-Z]{3,20}(?: [A-Z]{1,20})?)$"
)


def channel_at_date(line: str) -> str | None:
    """The channel with which a date line begins, or ends where its first word is known as a channel's; a name of two
    words is the writer's.

    >>> channel_at_date("Ekonomi | Senin, 5 Januari 2026"), channel_at_date("Rina Ayu | Senin, 5 Januari 2026")
    ('Ekonomi', None)
    >>> channel_at_date("14-09-2023 / KOMISI IV"), channel_at_date("14-09-2023 | Rina")
    ('KOMISI IV', None)
    """
    text = clean(line)
    if match := _CHANNEL_FIRST.match(text) or _channel_labelled().search(text):
        return match["channel"]
    match = _CHANNEL_LAST.search(text)
    return match["channel"] if match and begins_as_channel(match["channel"]) else None


@cached
def _channel_labelled() -> re.Pattern[str]:
    """A channel behind its label in the line ("Kategori : Pemerintahan - Oleh : Rina Ayu pada : Senin, ...")."""
    return re.compile(
        rf"(?i:\b{any_of('furniture.boxes.channel_labels')})\s?:\s"
        r"(?P<channel>[A-Z]\w{3,20}(?: [A-Z]\w{2,20})?)(?=\s[-–|]\s|$)"
    )


def begins_as_channel(name: str) -> bool:
    """Whether the first word of a name is one that channels have and people have not."""
    return fold(name.split(maxsplit=1)[0]) in word_set("names.no_person", "outlets.offices.channels")


def is_channel_label(key: str) -> bool:
    """Whether a text, folded, is nothing but the label of a channel.

    >>> is_channel_label("kategori :"), is_channel_label("kategori umum")
    (True, False)
    """
    return key.rstrip(" :") in word_set("furniture.boxes.channel_labels")
