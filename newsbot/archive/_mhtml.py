"""MHTML: a page and what it shows in one mail message, as Chrome, Edge and old browsers save it."""

from __future__ import annotations

import binascii
import re
from email import message_from_bytes
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    MessageError,
)
from email.message import Message

from newsbot import snapshot
from newsbot.archive._body import BodyError
from newsbot.archive._pywb import is_frame_of_player
from newsbot.archive._saved import SavedPage, mail_moment

MAX_NESTED = 32
"""Messages in messages; browsers write one. Each costs the parser a look at every line."""
_NESTED = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_HTML = ("text/html", "application/xhtml+xml")
_TORN_BASE64 = (InvalidBase64LengthDefect, InvalidBase64PaddingDefect)


def open_mhtml(data: bytes) -> SavedPage:
    """The page that the message was saved of: its root part, else its first HTML part.

    Raises BodyError with the reason `corrupt_record` where the page is torn, `not_html` where there is none, and
    `too_large`.
    """
    if len(_NESTED.findall(data)) > MAX_NESTED:
        raise BodyError("too_large", f"more than {MAX_NESTED} messages in one another")
    try:
        message = message_from_bytes(data)
        leaves = [part for part in message.walk() if not part.is_multipart()]
        page = _root(message, leaves)
        body = page.get_payload(decode=True)
        if framed := _framed(page, body, leaves):
            page, body = framed, framed.get_payload(decode=True)
    except (MessageError, ValueError, LookupError, RecursionError, binascii.Error) as error:
        raise BodyError("corrupt_record", f"no message can be read here ({error})") from error
    if not isinstance(body, bytes) or _is_torn(message, page, leaves):
        raise BodyError("corrupt_record", "the message breaks off in its page")
    if len(body) > snapshot.MAX_BODY:
        raise BodyError("too_large", f"more than {snapshot.MAX_BODY} bytes")
    stated = " ".join(str(page.get("Content-Type", "text/html")).split())
    url = _location(framed.get("Content-Location")) if framed else _url(message, page)
    return SavedPage(body, url, mail_moment(message.get("Date")), {"content-type": stated})


def _root(message: Message, leaves: list[Message]) -> Message:
    start = str(message.get_param("start") or "").strip()
    place = _location(message.get("Snapshot-Content-Location"))
    pages = [part for part in leaves if part.get_content_type() in _HTML]
    if not pages:
        raise BodyError("not_html", "no part of the message is HTML")
    by_id = (part for part in pages if start and str(part.get("Content-ID", "")).strip() == start)
    by_place = (part for part in pages if place and _location(part.get("Content-Location")) == place)
    return next(by_id, None) or next(by_place, pages[0])


def _framed(page: Message, body: object, leaves: list[Message]) -> Message | None:
    """The page that is played in the frame of this one, if that is what it is for."""
    if not (isinstance(body, bytes) and is_frame_of_player(body)):
        return None
    others = (part for part in leaves if part is not page and part.get_content_type() in _HTML)
    return next(others, None)


def _url(message: Message, page: Message) -> str | None:
    lines = (
        message.get("Snapshot-Content-Location"),
        page.get("Content-Location"),
        message.get("Content-Location"),
    )
    return next((place for line in lines if (place := _location(line))), None)


def _location(line: object) -> str | None:
    """The address of a header line, which may be folded; only of the web: others name parts or a disk."""
    text = "".join(str(line or "").split())
    return text if text.startswith(("http://", "https://")) else None


def _is_torn(message: Message, page: Message, leaves: list[Message]) -> bool:
    if any(isinstance(defect, _TORN_BASE64) for defect in page.defects):
        return True
    parts = message.walk()
    open_ended = any(
        isinstance(defect, CloseBoundaryNotFoundDefect) for part in parts for defect in part.defects
    )
    return open_ended and page is leaves[-1]
