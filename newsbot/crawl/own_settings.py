"""The settings that newsbot itself reads, and whether a name that somebody gives is a setting at all."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from math import isfinite, nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

SETTINGS: dict[str, str] = {
    "NEWSBOT_ALLOW_PRIVATE": "which private addresses may be asked: none, all, or some",
    "NEWSBOT_BREAKER": "failures or refusals in a row after which a host is left alone",
    "NEWSBOT_FIRST_WAIT": "seconds after a first 429 or 503 without Retry-After",
    "NEWSBOT_HOOK": "command that gets the report at the end of a run",
    "NEWSBOT_HOOK_TIME": "seconds that it has",
    "NEWSBOT_HOST_BUDGET": "requests to a host in one run",
    "NEWSBOT_LEXICON_FROM": "folders of words that are laid over newsbot's own",
    "NEWSBOT_LOG_JSON": "whether log lines are JSON",
    "NEWSBOT_MAX_WAIT": "seconds of Retry-After that are worth waiting",
    "NEWSBOT_METRICS": "port, or HOST:PORT, of the metrics for Prometheus",
    "NEWSBOT_MIN_FREE_MB": "megabytes that are left free on the disk",
    "NEWSBOT_OUTPUT": "folder of records, manifest and report",
    "NEWSBOT_PAGE_TIME": "seconds in which a page is read",
    "NEWSBOT_PORTALS_CODE": "folders of portals whose Python modules may be run",
    "NEWSBOT_PORTALS_FROM": "folders of further portals",
    "NEWSBOT_SHARED_DOCUMENTS": "seconds for which a document that one process has read is kept for the others",
    "NEWSBOT_SHARED_LEASE": "seconds without a sign of life after which others get what a process had taken",
    "NEWSBOT_SHARED_NAME": "what the processes of one shared crawl have in common",
    "NEWSBOT_STATE": "file of the state",
    "NEWSBOT_STATE_BACKUPS": "copies of the state that are kept, one a run",
    "NEWSBOT_SUSPECT_SHARE": "share of answers that say nothing of their article above which nothing is settled",
    "NEWSBOT_URL_LOG_MB": "megabytes of the log of addresses",
    "NEWSBOT_WARC": "folder of the WARC files",
    "NEWSBOT_WARC_HOURS": "hours after which a WARC file is ended and the next begun, 0 for never",
    "NEWSBOT_WARC_MB": "megabytes after which that is done, 0 for never",
    "NEWSBOT_WORKERS": "processes that read pages",
}
"""Name and meaning; docs/crawling.md and docs/scheduling.md tell the rest."""
_NO_NUMBERS = frozenset(
    f"NEWSBOT_{name}"
    for name in (
        *("ALLOW_PRIVATE", "HOOK", "LEXICON_FROM", "LOG_JSON", "METRICS", "OUTPUT", "PORTALS_CODE"),
        *("PORTALS_FROM", "SHARED_NAME", "STATE", "WARC"),
    )
)
_OF_OTHERS = ("REDIS_", "SCHEDULER_", "DUPEFILTER_", "SPIDERMON_", "META_")
"""Beginnings of names that Scrapy and the extensions which the documents name read without having them in a table."""
_BRING_OWN = frozenset(
    (
        "ADDONS",
        "EXTENSIONS",
        "ITEM_PIPELINES",
        "DOWNLOADER_MIDDLEWARES",
        "SPIDER_MIDDLEWARES",
        "DOWNLOAD_HANDLERS",
    )
)
"""Settings by which somebody adds a part of their own, which may read settings of any name."""


_DO_NOT_GO: dict[str, str] = {
    "JOBDIR": "what is not done lies in newsbot's own state; leave it out",
    "FEEDS": "records are written to the parts of the output folder, which survive a kill and say what is whole; "
    "Scrapy's feeds would have articles that are held, unchanged or written again. Leave it out, and read the parts",
}
"""Settings of Scrapy that a crawl of newsbot's refuses."""
CACHED = (
    "HTTPCACHE_ENABLED: answers may be those of an earlier run, for sitemaps and feeds too, and then announce nothing "
    "new; records of such answers have no fetched_at"
)


def refuse_what_does_not_go(settings: BaseSettings) -> None:
    """Raises ValueError for settings of Scrapy that do not go with a crawl of newsbot's."""
    for name, reason in _DO_NOT_GO.items():
        if settings.get(name):
            raise ValueError(f"{name}={str(settings[name])[:200]}: {reason}")
    if settings.getbool("HTTPCACHE_ENABLED") and settings.get("NEWSBOT_WARC"):
        raise ValueError(
            "HTTPCACHE_ENABLED: what comes from a cache is no evidence of what a server says; leave out --warc"
        )


def unknown_setting(name: str, beside: Collection[str] = ()) -> str | None:
    """What to say of a name that neither Scrapy nor newsbot reads, with the names that may be meant; None where it is
    a setting. `beside` are the other names given: who adds a part of their own may name settings of it, unless the
    name is nearly one that is known.

    >>> unknown_setting("DOWNLOAD_DELYA")
    "no setting is called 'DOWNLOAD_DELYA'; did you mean DOWNLOAD_DELAY?"
    >>> unknown_setting("DOWNLOAD_DELAY") is None
    True
    """
    from scrapy.settings import default_settings

    known = {own for own in dir(default_settings) if own.isupper()} | set(SETTINGS)
    if name in known or name.startswith(_OF_OTHERS):
        return None
    near = get_close_matches(name.upper(), known, n=1, cutoff=0.8)
    if not near and not _BRING_OWN.isdisjoint(beside):
        return None
    return f"no setting is called {name!r}" + (f"; did you mean {near[0]}?" if near else "")


def bad_value(name: str, value: str) -> str | None:
    """What to say of a value that is not of its setting's kind; None where it may be one.

    >>> bad_value("DOWNLOAD_DELAY", "abc")
    "DOWNLOAD_DELAY is a number, not 'abc'"
    >>> bad_value("ROBOTSTXT_OBEY", "0"), bad_value("USER_AGENT", "abc")
    (None, None)
    """
    from scrapy.settings import default_settings

    usual = 0.0 if name in SETTINGS and name not in _NO_NUMBERS else getattr(default_settings, name, None)
    if isinstance(usual, bool):
        is_one = value in ("0", "1", "True", "False", "true", "false")
        return None if is_one else f"{name} is true or false, not {value!r}"
    if not isinstance(usual, int | float):
        return None
    try:
        number = float(value)
    except ValueError:
        number = nan
    return None if isfinite(number) else f"{name} is a number, not {value!r}"
