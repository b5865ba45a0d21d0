"""Whether an announced article is to be fetched: the modes of a crawl."""

from __future__ import annotations

from newsbot.state.records import NO_ARTICLE, Found, Known, Mode

MAX_ATTEMPTS = 5
"""Runs in which an article may fail before it is asked for no more."""
IN_VAIN = ("failed", "incomplete", "blocked")
"""What is asked for again by the next runs, announced again or not."""
GIVEN_UP = (*IN_VAIN, "refused")
"""What is asked for no more after so many turns, and is named then. What was refused without a question to the
article's server has had none."""
GONE_TURNS = 3
"""Answers that an article is gone, or pages that are none, that are taken for good: one that was announced a moment ago
may not be everywhere yet, and a list or a notice may stand in its place for an hour."""
LISTED = "list"
"""The kind of an announcement that is a line of somebody's list: it tells of no new word of the site's."""
_AGAIN = frozenset(("blocked", "paywall", "rejected", "refused"))


def wanted(known: Known | None, found: Found, mode: Mode) -> bool:
    """Whether the run asks for the article.

    An article that is not done is always wanted; one that gave no record last time (blocked, behind a wall) is tried
    again when it is announced again, up to `MAX_ATTEMPTS` times. So is one that was refused: what robots.txt forbids is
    judged again each time, for that asks the article's server nothing and costs no turn; what led to another site, or
    to an address that may not be asked, was asked for. One that is gone, or in whose place another page came, is
    asked for again when the site announces it again, up to `GONE_TURNS` times in all. In mode `changed` a done article,
    or one in whose place another page came, is wanted again, conditionally, unless its announcement states the same
    change as before. What another process of a shared crawl has is its affair.
    """
    if known is None or known.status == "pending":
        return True
    if known.status == "elsewhere":
        return False
    if mode == "all":
        return True
    if known.status in _AGAIN:
        return known.attempts < MAX_ATTEMPTS
    if known.status in NO_ARTICLE and known.attempts < GONE_TURNS and found.discovery.kind != LISTED:
        return True
    if mode == "new" or known.status in ("failed", "gone"):
        return False
    stated = found.discovery.lastmod
    return stated is None or stated != known.announced
