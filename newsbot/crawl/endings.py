"""How a crawl ends: what each verdict on a portal means, and which exit code follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VERDICTS: dict[str, str] = {
    "refuses": "it refuses this crawler, by 403, challenge pages or robots.txt. Ask the publisher",
    "left_alone": "a host was too busy or broken",
    "incomplete": "some of its documents could not be read: they are asked for again by the next runs",
    "empty": "it announced nothing, in the window or out of it: its sitemap or index has moved",
    "ok": "it announced articles and gave them, or all are known",
}
"""The verdicts, the first that is true being the one; all but the last are alarms."""

ENDED_EARLY, NOT_BEGUN = 1, 2
"""Exit codes. 1 is also that of an alarm, and 2 that of wrong usage."""


def exit_code(report: Mapping[str, Any], *, strict: bool = False) -> int:
    """The exit code of a run by its report; with `strict`, rejects are an alarm too."""
    if report["reason"] != "finished" or (strict and report["rejects"]):
        return ENDED_EARLY
    return int(any(own["verdict"] != "ok" for own in report["by_portal"].values()))


def verdict(figures: Mapping[str, Any], *, refuses: bool, has_gaps: bool) -> str:
    """How a portal took the crawl, in a word of `VERDICTS`.

    A portal that gave articles is not unwilling for a forbidden corner.
    """
    got = announced(figures) or figures["records"] or figures["not_modified"]
    forbidden = figures["refused"].get("robots_txt") or figures["discovery"].get("refused")
    if refuses or (not got and (figures["gate_refused"] or forbidden)):
        return "refuses"
    if forbidden and not figures["fetched"] and not figures["left_pending"]:
        return "refuses"
    if figures["left_alone"]:
        return "left_alone"
    if has_gaps:
        return "incomplete"
    return "ok" if got else "empty"


def announced(figures: Mapping[str, Any]) -> bool:
    """Whether the portal announced anything, in the window or out of it."""
    return any(figures[name] for name in ("discovered", "outside_window", "older_sitemaps"))
