"""A page that a browser saved, and what it noted there: where the page is from, and when it was saved."""

from __future__ import annotations

import re
from datetime import UTC
from typing import NamedTuple

_ROOM = 4_096
"""Bytes at the beginning of a page in which browsers and their add-ons leave their note."""
_BROWSER = re.compile(rb"<!--\s*saved from url=\((\d{1,5})\)(https?://[^\s<>]+)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>]+)\s+saved date:\s*([^\n<>(]{1,60})"
)
_ZONED = re.compile(r"(?:[+-]\d{4}|GMT|UTC?|Z)$")


class SavedPage(NamedTuple):
    """A page that a browser saved: its bytes, and what it noted of them."""

    body: bytes
    url: str | None
    fetched_at: str | None
    headers: dict[str, str]


def saved_from(body: bytes) -> tuple[str | None, str | None]:
    """The address and the moment of saving that the page's own note states, each None where it does not.

    >>> saved_from(b"<!DOCTYPE html><!-- saved from url=(0026)https://kabar.example/a/b1 --><html>")
    ('https://kabar.example/a/b1', None)
    """
    head = body[:_ROOM]
    if match := _BROWSER.search(head):
        return _text(match.group(2)), None
    if match := _SINGLE_FILE.search(head):
        return _text(match.group(1)), mail_moment(
            _text(match.group(2)).replace("GMT+", "+").replace("GMT-", "-")
        )
    return None, None


def mail_moment(stated: object) -> str | None:
    """The moment that a mail's Date line states, in UTC; None without a time zone.

    >>> mail_moment("Thu, 14 Sep 2023 08:00:00 +0700"), mail_moment("Thu, 14 Sep 2023 08:00:00")
    ('2023-09-14T01:00:00+00:00', None)
    """
    from email.utils import parsedate_to_datetime  # few pages have such a line, and it loads much

    text = " ".join(str(stated or "").split())
    if not _ZONED.search(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
        # browsers write UTC as -0000, which is told as no zone
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip()
