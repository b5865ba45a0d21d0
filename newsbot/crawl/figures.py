"""What a crawl counts: names in Scrapy's statistics that are a public contract, for the run and for each portal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

SITE = "newsbot_site"
"""The request's meta key for the id of the portal, or the host of a site that no portal declares."""
NAMES: dict[str, str] = {
    "discovered": "announcements of articles inside the window, the same article in two documents twice",
    "outside_window": "announcements that --since and --until cut off before anything of them was fetched",
    "dropped/REASON": "addresses and sitemaps that were announced and are not asked for: not_an_article, drop_rule, "
    "front_page, other_site, nested_too_deep, too_many_documents",
    "older_sitemaps": "sitemaps that an index names and the window leaves alone",
    "never_seen": "articles among them that no run had met",
    "asked": "articles that the announcements of this run put on the list of what to fetch",
    "fetched": "answers to requests for articles, 304 and 404 among them",
    "not_modified": "answers of status 304",
    "gone": "answers of status 404 or 410",
    "moved": "addresses that led to another article, which is read once and has its own id",
    "incomplete": "records that are not whole: they are asked for again by the next runs, some times",
    "doubtful/SIGN": "answers that say nothing of their article and were taken for what they say: gone, home, "
    "elsewhere, status, failed, blocked, other, rejected, same, thin",
    "suspect/SIGN": "such answers that settled nothing, because they were too many of the portal's",
    "unsure/SIGN": "such answers that settled nothing, because the portal gave no other ones, and fewer than three",
    "next_pages": "further pages of articles that were fetched",
    "records/KIND": "records written, by kind: article, gallery, video, live, index, paywall, blocked, other",
    "unchanged/KIND": "records that say what the last one said, and were not written",
    "changed": "records written that are a later revision of an article",
    "rejects/REASON": "pages that gave no record",
    "failed/NAME": "articles that could not be had this time",
    "refused/NAME": "articles that may not be asked for: robots_txt, address, off_site",
    "left_pending": "articles that were left for another run because their host is left alone",
    "missing/FIELD": "records without a value for the field",
    "problems/CODE": "problems noted on records",
    "discovery/CODE": "what was wrong with discovery documents",
    "gate/busy/STATUS": "answers of status 429 or 503",
    "gate/refused": "answers of status 401, 403 or 451, and challenge pages under status 200",
    "gate/hosts_closed": "hosts that were left alone",
    "gate/refused_address": "requests to addresses that are not public, or of another scheme",
}
"""What follows `newsbot/` and `newsbot/portal/ID/` in the statistics; capitals stand for a value."""


def count(crawler: Crawler, name: str, site: str | None = None, by: int = 1) -> None:
    """Count for the run and, where it is known whose it is, for the portal."""
    crawler.stats.inc_value(f"newsbot/{name}", by)
    if site is not None:
        crawler.stats.inc_value(f"newsbot/portal/{site}/{name}", by)


def answered(stats: Mapping[str, Any]) -> int:
    """How many articles have an answer in this run, of whatever kind, or are left for another one.

    >>> answered({"newsbot/fetched": 3, "newsbot/failed/status_400": 1, "newsbot/failed/timeout": 1})
    4
    """
    ends = tuple(f"newsbot/{name}" for name in ("fetched", "failed/", "refused/", "left_pending"))
    # fetched as well
    twice = tuple(f"newsbot/{name}" for name in ("failed/status_", "failed/empty", "refused/off_site"))
    return sum(value for name, value in stats.items() if name.startswith(ends) and not name.startswith(twice))


def asked_for_by(request: Request) -> str | None:
    """Whose request it is; None where nobody's, as of robots.txt."""
    site = request.meta.get(SITE)
    return site if isinstance(site, str) else None
