"""Pages that pywb plays, as many web archives do: what it wrote undone, the address and time of the capture kept."""

from __future__ import annotations

import dataclasses
import json
import re
from functools import lru_cache
from urllib.parse import urlsplit

from newsbot.archive._wayback import ENDS, stamp_moment
from newsbot.snapshot import Snapshot

_BEGIN, _END = b"<!-- WB Insert -->", b"<!-- End WB Insert -->"
_INSERT = 20_000
"""Bytes that pywb writes into a page at most; they are some two thousand."""
_PLACE = rb"(?:\d{1,14}(?:[a-z]{2}_)?|[a-z]{2}_)"
"""What stands in an address between the collection and the address that was captured: a moment, a way to show it."""
_ADDRESS = re.compile(
    r"(https?://[^/\s]+/(?:[^/\s]+/){0,3}?)" + _PLACE.decode() + r"/(https?://\S+)", re.IGNORECASE
)
_FRAME = b'id="replay_iframe"'


def as_played(page: Snapshot) -> Snapshot:
    """The page as it was when it was captured; a page that pywb did not write into is given back as it is."""
    start = page.body.find(_BEGIN, 0, ENDS)
    stop = page.body.find(_END, start, start + _INSERT) if start >= 0 else -1
    if stop < 0 or page.origin.kind == "text":
        return page
    insert, address = page.body[start:stop], _ADDRESS.fullmatch(page.url or "")
    # a browser leaves scripts out of a message, and what pywb says of the page with them
    url = _told(insert, b"url") or (address.group(2) if address else None)
    prefix = _told(insert, b"prefix") or (address.group(1) if address else None)
    if not (url and prefix and prefix.startswith("http")):
        return page
    return dataclasses.replace(
        page,
        body=_prefix(prefix).sub(b"", page.body[:start] + page.body[stop + len(_END) :]),
        url=url if address or not page.url else page.url,
        fetched_at=stamp_moment(_told(insert, b"timestamp") or "") or page.fetched_at,
    )


def is_frame_of_player(body: bytes) -> bool:
    """Whether a page is that in which pywb shows the one that it plays, in a frame."""
    return _FRAME in body


def _told(insert: bytes, name: bytes) -> str | None:
    """What pywb says of the page, as a string in a script; None where it does not."""
    match = re.search(rb"wbinfo\." + name + rb' = (?:decodeURI\()?("(?:[^"\\\n]|\\.){1,2000}")', insert)
    try:
        told = json.loads(match.group(1)) if match else None
    except ValueError:
        return None
    return told.encode("utf-8", "replace").decode() if isinstance(told, str) else None


@lru_cache(maxsize=16)
def _prefix(collection: str) -> re.Pattern[bytes]:
    """The beginning of an address that is played, also without its scheme or host, and as scripts spell it."""
    _, host, path, _, _ = urlsplit(collection)
    spelled = rb"\\?/".join(re.escape(part) for part in path.encode().split(b"/"))
    start = rb"(?:(?:https?:)?\\?/\\?/" + re.escape(host.encode()) + rb")?" + spelled
    return re.compile(start + _PLACE + rb"\\?/(?=https?:\\?/\\?/|mailto:|//)", re.IGNORECASE)
