"""Texts of announcements, made clean and short."""

from __future__ import annotations

from newsbot.discovery import _model
from newsbot.language.text import clean


def short(text: str | None) -> str | None:
    """Clean text of bounded length, None where there is none."""
    return clean((text or "")[: _model.MAX_TEXT * 4])[: _model.MAX_TEXT] or None
