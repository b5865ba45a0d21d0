"""How a crawl ends: why it was closed, what each verdict on a portal means, and which exit code follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsbot.crawl.doubt import FEW
from newsbot.crawl.failures import ROBOTS

FINISHED, SHUTDOWN = "finished", "shutdown"
WRITE_FAILED, WORKERS_FAILED = "write_failed", "workers_failed"
DISK_LOW = "disk_low"
RUNNING = "running"
ENDED_EARLY, COULD_NOT_BEGIN = 1, 2
REASONS: dict[str, tuple[str, int | None]] = {
    FINISHED: ("all that was announced was asked for", None),
    SHUTDOWN: ("Ctrl-C or SIGTERM: what was being fetched is written, the rest stays pending", 1),
    WRITE_FAILED: (
        "the disk, the state or the Redis of a shared crawl failed: what was committed is safe",
        1,
    ),
    DISK_LOW: (
        "less than NEWSBOT_MIN_FREE_MB was free: what was fetched is written, the rest stays pending",
        1,
    ),
    WORKERS_FAILED: ("the processes that read pages do not start", 1),
    "closespider_CAUSE": ("a limit of Scrapy's CLOSESPIDER settings was reached: the rest stays pending", 1),
    "memusage_exceeded": ("MEMUSAGE_LIMIT_MB was reached: the rest stays pending", 1),
    "start_error": ("an error in the crawl itself, which the log has: the rest stays pending", 1),
    RUNNING: ("the run goes on, or was killed and could not say so", 1),
}
"""Close reasons of a run: what each means, and its exit code, None where the verdicts tell it. Capitals stand for a
word. Any other reason is somebody's own and ends with 1."""
VERDICTS: dict[str, tuple[str, int]] = {
    "refuses": ("it refuses this crawler, by 403, challenge pages or robots.txt. Ask the publisher", 1),
    "suspect": (
        "too many of its articles are gone, empty, alike or none: nothing is settled by it, ask again",
        1,
    ),
    "left_alone": (
        "a host was too busy or broken, could not be reached, or gave not one of several articles",
        1,
    ),
    "documents_given_up": (
        (
            "some of its documents could not be read for weeks and are asked for no more: what they alone announced is "
            "missing. See `unread`, and whether its declaration still holds"
        ),
        1,
    ),
    "incomplete": ("some of its documents could not be read: they are asked for again by the next runs", 1),
    "no_article_addresses": (
        (
            "all that it, or one of its sources, announced was left out by rules: `dropped_examples` shows what. "
            "Take it with `--all-links`, or declare the portal's address form"
        ),
        1,
    ),
    "empty": ("it announced nothing, in the window or out of it: its sitemap or index has moved", 1),
    "budget_spent": ("it gave what NEWSBOT_HOST_BUDGET allows: the next run goes on with the rest", 0),
    "ok": ("it announced articles and gave them, or all are known", 0),
}
"""Verdicts on a portal, the first that is true being the one: what each means, and the exit code of a finished run that
has one."""


def exit_code(report: Mapping[str, Any], *, strict: bool = False) -> int:
    """The exit code of a run by its report; with `strict`, rejects are an alarm too."""
    _, code = REASONS.get(report["reason"], ("", 1))
    if code is not None:
        return code
    verdicts = [VERDICTS[own["verdict"]][1] for own in report["by_portal"].values()]
    return max([*verdicts, int(strict and bool(report["rejects"]))])


def verdict(
    figures: Mapping[str, Any],
    *,
    refuses: bool,
    has_gaps: bool,
    has_lost: bool = False,
    has_articles: bool = False,
    is_spent: bool = False,
) -> str:
    """How a portal took the crawl, in a word of `VERDICTS`; `has_gaps` and `has_lost` say whether documents are asked
    for again, or given up, `has_articles` whether any run had an article of it, `is_spent` that its hosts were left
    alone for nothing but their budget.

    A portal that gave articles is not unwilling for a forbidden corner, which is judged again in each run. A budget too
    small for all of its documents leaves gaps: what it announced since is not known then.
    """
    got = announced(figures) or figures["records"] or figures["not_modified"]
    forbidden = figures["refused"].get(ROBOTS) or figures["discovery"].get(ROBOTS)
    if refuses or (not got and (figures["gate_refused"] or forbidden)):
        return "refuses"
    nothing_new = has_articles and not figures["never_seen"]
    left = (figures["left_pending"] or 0) > figures["refused"].get(ROBOTS, 0)
    if forbidden and not (figures["fetched"] or left or nothing_new):
        return "refuses"
    if figures["suspect"]:
        return "suspect"
    if (figures["left_alone"] and not is_spent) or _is_broken(figures):
        return "left_alone"
    if has_lost or has_gaps:
        return "documents_given_up" if has_lost else "incomplete"
    if figures["barren"] or (not got and figures["dropped"]):
        return "no_article_addresses"
    if not got:
        return "empty"
    return "budget_spent" if is_spent else "ok"


def _is_broken(figures: Mapping[str, Any]) -> bool:
    """Whether more than one or two articles failed and nothing else came of any."""
    came = ("records", "unchanged", "not_modified", "gone", "moved", "rejects")
    return sum(figures["failed"].values()) >= FEW and not any(figures[name] for name in came)


def announced(figures: Mapping[str, Any]) -> bool:
    """Whether the portal announced anything, in the window or out of it."""
    return any(figures[name] for name in ("discovered", "outside_window", "older_sitemaps"))
