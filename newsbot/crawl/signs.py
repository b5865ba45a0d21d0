"""Which answers say nothing of their article, by their sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.crawl.failures import EMPTY
from newsbot.state.history import THIN

if TYPE_CHECKING:
    from newsbot.crawl.doubt import Sign
    from newsbot.workers.reading import Reading

OF_THE_PAGE = frozenset(("bad_encoding", "cut_short", EMPTY, "overlong", "redirects", "too_large"))
"""Failures that show a host at work."""
_TOO_MANY = "status_429"
"""An answer about the crawl and not about the article."""
_OTHER = frozenset(("other", "index"))


def sign_of_failure(name: str) -> Sign | None:
    """That of an article that could not be had, by the name of the failure."""
    if name.startswith("status_4") and name != _TOO_MANY:
        return "status"
    return "failed" if name in OF_THE_PAGE else None


def sign_of(reading: Reading) -> Sign | None:
    """That of a page that was read."""
    if reading.reject is not None:
        return "rejected"
    if reading.kind == "blocked":
        return "blocked"
    if reading.kind in _OTHER:
        return "other"
    return "thin" if reading.kind == "article" and reading.words < THIN else None
