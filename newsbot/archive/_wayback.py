"""Pages that the Wayback Machine rewrote for playing: the banner and the addresses undone, the capture's time kept."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime

from newsbot.archive._saved import mail_moment
from newsbot.snapshot import Snapshot

_ADDRESS = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(\S+)", re.IGNORECASE)
_MARKS = (b"WAYBACK TOOLBAR INSERT", b"Wayback Rewrite JS Include", b"FILE ARCHIVED ON", b"__wm.wombat(")
"""What the Wayback Machine leaves in a page, of 2010 and of today."""
_TOOLBAR, *_AT_ENDS = _MARKS
ENDS = 50_000
"""Bytes at both ends of a page in which all marks but the toolbar's stand: behind `<head>` and behind the page."""
_PREFIX = re.compile(
    rb"(?:(?:https?:)?\\?/\\?/web\.archive\.org)?\\?/web\\?/\d{4,14}(?:[a-z]{2}_)?\\?/(?=https?:\\?/\\?/|mailto:|//)",
    re.IGNORECASE,
)
_PLAYED = re.compile(rb"""__wm\.wombat\(["'](https?:[^"'\s]{1,2000})["'],\s*["'](\d{14})["']""")
_ARCHIVED = re.compile(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d) ([A-Z][a-z]{2}) (\d\d), (\d{4})")
_INSERTS = (
    (b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->"),
    (b"<!--\n     FILE ARCHIVED ON", b"-->"),
    (b"<!--\nplayback timings", b"-->"),
)


def as_captured(page: Snapshot) -> Snapshot:
    """The page as it was when it was captured; a page that is none of the Wayback Machine's is given back as it is.

    The moment of the capture takes the place of that of the download: what the page calls today is that day.
    """
    if page.origin.kind == "text":
        return page
    address, is_rewritten = _ADDRESS.fullmatch(page.url or ""), _is_rewritten(page.body)
    if not (address or is_rewritten):
        return page
    played = _PLAYED.search(page.body)
    url, moment = page.url, None
    if address:
        url, moment = _with_scheme(address.group(2)), stamp_moment(address.group(1))
    elif played:
        url = url or played.group(1).decode("utf-8", "replace")
    moment = moment or (stamp_moment(played.group(2).decode()) if played else None) or _archived(page.body)
    body = _original(page.body) if is_rewritten else page.body
    return dataclasses.replace(page, body=body, url=url, fetched_at=moment or page.fetched_at)


def _is_rewritten(body: bytes) -> bool:
    """Whether the Wayback Machine wrote into the page; a search of a whole page costs a two-hundredth of its record."""
    ends = body if len(body) <= 2 * ENDS else body[:ENDS] + body[-ENDS:]
    return _TOOLBAR in body or any(mark in ends for mark in _AT_ENDS)


def _original(body: bytes) -> bytes:
    for begin, end in _INSERTS:
        body = _without(body, begin, end)
    return _PREFIX.sub(b"", body)


def _without(body: bytes, begin: bytes, end: bytes) -> bytes:
    """The bytes without the first stretch from `begin` to `end`, which are in it."""
    start = body.find(begin)
    stop = body.find(end, start + len(begin)) if start >= 0 else -1
    return body if stop < 0 else body[:start] + body[stop + len(end) :]


def _with_scheme(address: str) -> str:
    return address if re.match(r"https?://", address) else f"http://{address}"


def stamp_moment(digits: str) -> str | None:
    """The moment that fourteen digits state, in UTC; fewer are the beginning of a search and no moment."""
    try:
        return (
            datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
            if len(digits) == 14
            else None
        )
    except ValueError:
        return None


def _archived(body: bytes) -> str | None:
    match = _ARCHIVED.search(body)
    if match is None:
        return None
    clock, month, day, year = (part.decode() for part in match.groups())
    return mail_moment(f"{day} {month} {year} {clock} GMT")
