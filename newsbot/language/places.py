"""Places that bylines and datelines print."""

from __future__ import annotations

from newsbot.lexicon import words

PLACES: tuple[str, ...] = tuple(sorted(words("places.names"), key=len, reverse=True))
"""Cities, regencies and capitals as printed, the longest first."""
