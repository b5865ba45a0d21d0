"""What is known of a record beside its text: who published it, when, as what, and whom it credits."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from newsbot.corpus.dates import day, moment
from newsbot.corpus.duplicates.shingles import words_of
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached
from newsbot.portals import registry

_MOST_FIGURES = 200
_MOST_DAYS = 50
_DAY = len("2023-09-13")
_LEAST_NAME = 4
"""Letters of an outlet's name that may be the beginning of another form of it: "Antara" and "ANTARA News"."""
_NO_NAME = re.compile(r"(?:\.(?:com|co|net|org|id|news))+$|[^\w.]+")
_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Evidence:
    """`published` is what sorts by time, in UTC, a bare day after the hours of that day; `house` the network or else
    the portal; `figures` the numbers in the text, each under the two words before it; `agency` whether an agency signs
    it; `days` those that the text names, `own_days` those of them that are of its publication, or a day beside."""

    id: str
    address: str
    portal: str
    house: str
    names: list[str]
    headline: str
    published: str
    based_on: str
    agency: bool
    figures: dict[str, str]
    words: int
    days: list[str]
    own_days: list[str]

    def to_bytes(self) -> bytes:
        """What `from_bytes` reads."""
        return json.dumps(astuple(self), separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Evidence:
        """The same again."""
        return cls(*json.loads(data))

    def is_named(self, name: str) -> bool:
        """Whether a credit names its outlet."""
        return any(_is_one_name(name, own) for own in self.names)

    @property
    def credits_another(self) -> bool:
        """Whether it names an outlet or agency as its source that is not its own."""
        return bool(self.based_on) and not self.is_named(self.based_on)


def evidence_of(record: Mapping[str, Any], words: list[str]) -> Evidence:
    """The evidence of one record; `words` are those of its text. A value that is not of its field's type is none."""
    portal = _text(record.get("portal"))
    known = registry().get(portal)
    publisher = record.get("publisher")
    publisher = publisher if isinstance(publisher, Mapping) else {}
    names = {_text(publisher.get("name")), _text(publisher.get("domain")), portal}
    based_on = _text(record.get("is_based_on"))
    days = _days(record)
    return Evidence(
        record["id"],
        address_of(record),
        portal,
        (known.network if known else None) or portal,
        sorted(name for name in map(_name, names) if name),
        " ".join(words_of(_text(record.get("headline")))),
        _published(record.get("date_published")),
        _name(based_on),
        bool(_agency().search(fold(f"{based_on} | {_text(record.get('dateline_raw'))}"))),
        _figures(words),
        len(words) or _count(record.get("word_count")),
        days,
        [one for one in days if _is_beside(one, record.get("date_published"))],
    )


def address_of(record: Mapping[str, Any]) -> str:
    """Host and path of the page as it names itself, else as it was asked for; empty where none is known.

    A start page is nobody's address: a site that states it as that of all its pages would have one article.
    """
    stated = (_address(_text(record.get(name))) for name in ("canonical_url", "url"))
    return next(filter(None, stated), "")


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    path = parts.path.rstrip("/")
    return f"{parts.netloc.lower()}{path}?{parts.query}" if parts.netloc and (path or parts.query) else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _figures(words: list[str]) -> dict[str, str]:
    """The first number after each two words, with the digits that follow it: "pukul 04.15" is one.

    >>> _figures("harga emas rp 15 200 dan harga perak rp 900".split())
    {'emas rp': '15 200', 'perak rp': '900'}
    """
    found: dict[str, str] = {}
    before, run, key = ["", ""], "", ""
    for word in (*words, ""):
        if word.isdigit():
            key = key if run else " ".join(before)
            run = f"{run} {word}" if run else word
            continue
        if run and len(found) < _MOST_FIGURES:
            found.setdefault(key, run)
        before, run = [before[1], word], ""
    return found


def _days(record: Mapping[str, Any]) -> list[str]:
    mentions = record.get("date_mentions")
    known = [mention.get("date") for mention in mentions or () if isinstance(mention, Mapping)]
    return sorted({one for one in known if isinstance(one, str) and len(one) == _DAY})[:_MOST_DAYS]


def _is_beside(named: str, published: Any) -> bool:
    try:
        printed = day(_text(published))
        return printed is not None and abs((date.fromisoformat(named) - printed).days) <= 1
    except ValueError:
        return False


def _count(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _name(printed: str) -> str:
    return _NO_NAME.sub("", fold(printed).removeprefix("www."))


def _is_one_name(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_NAME:
        return bool(one) and one == other
    return one.startswith(other) or other.startswith(one)


def _published(stated: Any) -> str:
    text = _text(stated)
    try:
        known, printed = moment(text), day(text)
    except ValueError:
        return _UNDATED
    if known:
        return known.isoformat()
    return datetime.combine(printed, time.max, UTC).isoformat() if printed else _UNDATED


@cached
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('outlets.agencies.all')}(?:\s?news)?(?:\.com)?(?!\w)")
