"""What a browser notes in a page that it saves: where the page is from, and when it was saved."""

from __future__ import annotations

import re

from newsbot.archive._mhtml import mail_moment

_ROOM = 4_096
"""Bytes at the beginning of a page in which browsers and their add-ons leave their note."""
_BROWSER = re.compile(rb"<!--\s*saved from url=\((\d{1,5})\)(https?://[^\s<>]+)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>]+)\s+saved date:\s*([^\n<>(]{1,60})"
)


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


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip()
