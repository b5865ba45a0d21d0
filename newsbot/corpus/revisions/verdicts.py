"""Whether an article says of itself that it was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from newsbot.corpus.dates import moment
from newsbot.corpus.diff.blocks import Passage
from newsbot.corpus.revisions.captures import TEXT, Capture
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached
from newsbot.normalizers.urls import address_key

Verdict = Literal["stated", "redated", "stealth", "uncertain", "no_text"]
"""`stated`: the text changed, and the later capture states a modification that the earlier one did not. `redated`: the
text changed, and only the date of publication moved. `stealth`: the text changed and nothing states it. `uncertain`:
the text differs and it need not be the article that changed. `no_text`: what changed is no text."""
VERDICTS: tuple[Verdict, ...] = ("stealth", "redated", "stated", "uncertain", "no_text")

_DAY = len("2023-09-13")

Statement = Literal["date_modified", "notice", "date_published"]
Doubt = Literal["incomplete", "rules", "layout", "address", "live"]
"""Why two texts may differ though nobody edited: one of them is not whole, was read by other rules or another version,
in another layout, or at another form of its address (that for phones, that of a page); or it is a live report, which
grows."""


def verdict_on(touched: bool, statement: Statement | None, doubts: list[Doubt]) -> Verdict:
    """The verdict on a change; `touched` says whether the text is another one."""
    if not touched:
        return "no_text"
    if doubts:
        return "uncertain"
    if statement == "date_published":
        return "redated"
    return "stated" if statement else "stealth"


def is_touched(before: Capture, after: Capture) -> bool:
    """Whether the text is another one."""
    return any(before.said[name] != after.said[name] for name in TEXT) or (
        not before.said["blocks"]
        and not after.said["blocks"]
        and before.content_digest != after.content_digest
    )


def statement_in(before: Capture, after: Capture, passages: list[Passage]) -> Statement | None:
    """By what the later capture says that the article was changed, None where it does not."""
    if _is_moved("date_modified", before, after):
        return "date_modified"
    if any(map(is_notice, _added(before, after, passages))):
        return "notice"
    return "date_published" if _is_moved("date_published", before, after) else None


def doubts_about(before: Capture, after: Capture) -> Iterator[Doubt]:
    """Why the difference need not be an edit."""
    if not (before.is_complete and after.is_complete):
        yield "incomplete"
    if (before.version, before.rules) != (after.version, after.rules):
        yield "rules"
    if before.layout != after.layout:
        yield "layout"
    if _is_of_another_form(before.url, after.url):
        yield "address"
    if "live" in (before.said["kind"], after.said["kind"]):
        yield "live"


def is_notice(text: str) -> bool:
    """Whether a text says that the article was changed.

    >>> is_notice("Ralat: jumlah gudang adalah dua."), is_notice("Pemerintah telah mengubah aturan itu.")
    (True, False)
    """
    return _notice().search(fold(text)) is not None


def _is_of_another_form(one: str | None, other: str | None) -> bool:
    """Whether two addresses are not the same and yet of one article; another slug is no other form."""
    if not one or not other or _bare(one) == _bare(other):
        return False
    return address_key(one) == address_key(other)


def _bare(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


@cached
def _notice() -> re.Pattern[str]:
    label = any_of("corrections.labels")
    about, done = any_of("corrections.about"), any_of("corrections.done")
    told = rf"\b{about}(?: (?:ini|tersebut))?\b[^.]{{0,60}}?\b(?:telah|sudah|kami|has|have)\b[^.]{{0,30}}?\b{done}\b"
    return re.compile(rf"^\W{{0,3}}{label}\s?[:\])]|{told}|\b{about} {done}\b")


def _is_moved(name: str, before: Capture, after: Capture) -> bool:
    """Whether a date is stated now that was not stated before; seconds, or a clock on the same day, are no news."""
    was, now = before.said[name], after.said[name]
    return bool(now) and (not was or not _is_same(str(was), str(now)))


def _is_same(one: str, other: str) -> bool:
    if _DAY in (len(one), len(other)):
        return one[:_DAY] == other[:_DAY]
    try:
        first, second = (moment(text) for text in (one, other))
    except ValueError:
        return one == other
    return first is not None and second is not None and first.replace(second=0) == second.replace(second=0)


def _added(before: Capture, after: Capture, passages: list[Passage]) -> Iterator[str]:
    """The texts that only the later capture has."""
    yield from (passage.after for passage in passages if passage.op in ("added", "changed") and passage.after)
    if before.said["headline"] != after.said["headline"]:
        yield str(after.said["headline"] or "")
