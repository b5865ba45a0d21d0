"""What the addresses of the inspector ask for, and how they ask it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from newsbot.inspector.shelf import Wanted

_DIGITS = 9


def number_in(text: str) -> int:
    """The number that somebody wrote into an address, 0 for anything else."""
    return int(text[:_DIGITS]) if text.isdecimal() else 0


def question(**asked: object) -> str:
    """The end of an address that asks this, without what is None; empty where nothing is asked.

    >>> question(page=2, styles=None), question(page=None)
    ('?page=2', '')
    """
    stated = {name: value for name, value in asked.items() if value is not None}
    return f"?{urlencode(stated)}" if stated else ""


def wanting(wanted: Wanted, **more: object) -> str:
    """The question behind an address that goes on with these entries, empty where all are wanted."""
    return question(**wanted.question(), **more)


def moved(asked: Mapping[str, str], start: int) -> str:
    """The same question, from another place on."""
    return urlencode({**asked, "from": max(0, start)})
