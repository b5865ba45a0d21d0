"""The sentence that old themes of WordPress set below a post: when it was posted, and where it is filed."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsbot.language.text import clean
from newsbot.lexicon import any_of, cached

__all__ = ["Posted", "posted"]


class Posted(NamedTuple):
    """What the sentence says, each as printed and None where it does not: the date, the one channel, the tags."""

    date: str | None
    channel: str | None
    tags: tuple[str, ...] = ()


_DATE = re.compile(
    r"\b(?:on|pada)(?:\s[Tt]anggal)?\s(?P<date>(?:[A-Za-z]{3,9}'?[a-z]{0,3},\s)?(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?)"
    r",?\s(?:19|20)\d{2}(?:,?\s(?:(?:at|pukul|jam)\s)?\d{1,2}[.:]\d{2}(?:\s?[ap]m)?)?)",
)
_TAGS = re.compile(
    r"\b(?:tagged(?: with)?|ditandai(?: dengan)?|dan tag)\s(?P<tags>[^.]{2,160}?)(?=\s(?:on|pada|by|oleh)\s|\.|$)"
)


@cached
def _channel() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:filed under|posted in|(?:disimpan|ditulis|diposting(?:kan)?|dipublikasikan) (?:di|dalam|pada))"
        r"\s(?P<channel>[A-Z][\w& /-]{2,40}?)"
        rf"(?=\s{any_of('furniture.boxes.filing_joints')}\s|\.|$)"
    )


def posted(text: str) -> Posted:
    """What "This entry was posted on ... and is filed under ..." says; of several channels none is the article's.

    >>> posted("This entry was posted on Saturday, August 30th, 2014 at 4:12 pm and is filed under Nelayan.")
    Posted(date='Saturday, August 30th, 2014 at 4:12 pm', channel='Nelayan', tags=())
    >>> posted("This entry was posted in Berita, Warta and tagged garam by Rina Ayu. Bookmark the permalink.")
    Posted(date=None, channel=None, tags=('garam',))
    """
    line = clean(text)
    date, channel = _DATE.search(line), _channel().search(line)
    tagged = _TAGS.search(line)
    tags = tuple(filter(None, (tag.strip() for tag in tagged["tags"].split(",")))) if tagged else ()
    return Posted(date and date["date"], channel and channel["channel"], tags)
