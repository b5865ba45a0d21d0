"""What a byline prints beside the names: addresses, accounts, the date, the place of report, rights and filing."""

from __future__ import annotations

import re

from newsbot.language.names import is_place
from newsbot.language.text import BLANKS
from newsbot.lexicon import any_of, cached

DATED = "\x1f"
"""Stands for a date among the names until they are parted."""
_MAY_HOLD_CONTACT = re.compile(r"[@\d]")
# "dari Jenewa, Swiss": the country behind the place that a report comes from
_FROM_COUNTRY = re.compile(r"(\s(?:dari|from)\s[A-Z]\w+(?:\s[A-Z]\w+)?),\s[A-Z]\w+(?:\s[A-Z]\w+)?\)?$")
_I_FOR_BAR = re.compile(
    r"(?P<before>\(?laporan\s.*\w)\s+I\s++(?P<place>(?:(?:kota|kabupaten|kab\.?)\s*+)?(?P<city>[^|,()]{3,40}))\)?",
    re.IGNORECASE,
)
_IN_SQUARE = re.compile(rf"(?<=\w){BLANKS}\[[A-Z][^\[\]]{{2,40}}\]")
"""The place of report behind a name: "oleh Rina Ayu [Gorontalo] di 5 Maret 2021"."""


def without_others(text: str) -> str:
    """The text of a byline on one line without these; where a date was stands a bar and DATED."""
    text = _not_of_names().sub("", text)
    if ":" in text:
        text = _stamp().sub(" | ", text)
    if _MAY_HOLD_CONTACT.search(text):
        text = _contact().sub(_parting, text)
    text = _FROM_COUNTRY.sub(r"\1", _reported_from().sub(r"\1", text))
    if (typed := _I_FOR_BAR.fullmatch(text)) and is_place(typed["city"]):
        text = typed["before"]  # "Laporan X I Banda Aceh": a capital I typed for the bar
    if "[" in text:
        text = _IN_SQUARE.sub("", text)
    return text


def _parting(contact: re.Match[str]) -> str:
    return " | " if "@" in contact[0] else f" |{DATED} "


@cached
def _not_of_names() -> re.Pattern[str]:
    """What stands behind the names to the end of the line: rights, and where the post is filed ("Label: banjir" of
    Blogger, "Filed under: riset" of Plone)."""
    filed = any_of("furniture.boxes.tag_labels", "furniture.boxes.filing_labels", "furniture.boxes.tagged")
    return re.compile(rf"\b(?:copyright|hak cipta)\b.*|©.*|\b{filed}\s*:.*", re.IGNORECASE)


@cached
def _stamp() -> re.Pattern[str]:
    """The label of the date behind the names: "Editor : Rina Ayu Publish : 14/2/2017"."""
    return re.compile(rf"(?<=\s){any_of('calendar.stamps')}\s?:\s", re.IGNORECASE)


@cached
def _contact() -> re.Pattern[str]:
    """Addresses of mail, accounts, and the date line that some pages print in the same element."""
    return re.compile(
        rf"(?:[<(\[]\s*+|{BLANKS})?(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?|(?<![\w.])@\w[\w.]*"
        rf"|(?:\b(?:pada(?:\s(?:hari|tanggal))?|on|di)(?:\s*+:)?\s++)?(?:\b{any_of('calendar.weekdays')}\b[,|\s]*)?"
        r"\b\d{1,2}[\s/.-](?:[a-z]{3,9}|\d{1,2})[\s/.-]\d{2,4}\b"
        r"(?:[\s,|/-]{0,4}\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?wi(?:b|ta?)\b)?)?"
        rf"|\b(?:on\s+)?(?:{any_of('calendar.weekdays')}\b[,\s]*)?[a-z]{{3,9}}\s\d{{1,2}}(?:st|nd|rd|th)?,\s(?:19|20)\d\d\b"
        r"|\b(?:di|at|pukul)\s\d{1,2}[.:]\d{2}\b"
        rf"|\b\d{{1,3}}\s{any_of('calendar.units')}\s(?:yang\s)?lalu\b",
        re.IGNORECASE,
    )


@cached
def _reported_from() -> re.Pattern[str]:
    """The place behind a bar of a report that names no post: "Laporan Rina Ayu | Banda Aceh"."""
    return re.compile(
        rf"(\(?laporan\s+(?!{any_of('roles.posts.report')})[^|:,]{{3,40}})\|[^|]*", re.IGNORECASE
    )
