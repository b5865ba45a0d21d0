"""An article as it stands in the queue: data that any process can check, no code and no pickle."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from scrapy import Request

from newsbot.crawl.hosts import host_of_request
from newsbot.items import Discovery
from newsbot.state import Found, Known

_SAYS = ("kind", "url", "lastmod", "title", "date")
_DIGITS = re.compile(r"\D+")
_BEHIND = 1e13
"""More than any minute."""


def entry_of(known: Known | Found) -> str:
    """The entry of an article: its key, on the next line its host, and on the one after that the rest as JSON."""
    said = {name: getattr(known.discovery, name) for name in _SAYS}
    rest = {"portal": known.portal, "url": known.url, "discovery": said, "newest": known.newest}
    return f"{known.key}\n{_host_of(known.url)}\n{json.dumps(rest, ensure_ascii=False, sort_keys=True)}"


def _host_of(url: str) -> str:
    """The host of an address, as the downloader's slots have it."""
    return host_of_request(Request(url))


def found_in(entry: bytes) -> Found:
    """The article of an entry. Raises ValueError where the entry is none, names no http address, or stands in the queue
    of another host."""
    try:
        key, host, text = entry.decode().split("\n", 2)
        rest = json.loads(text)
        said = rest["discovery"]
        discovery = Discovery(**{name: said[name] for name in _SAYS})
        portal, url, newest = rest["portal"], rest["url"], rest["newest"]
        texts = [portal, url, newest, *(value for value in said.values() if value is not None)]
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"no article of newsbot: {entry[:80]!r}") from error
    if not key or not all(isinstance(value, str) for value in texts):
        raise ValueError(f"no article of newsbot: {entry[:80]!r}")
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError(f"no http address: {url[:80]!r}")
    if _host_of(url) != host:
        raise ValueError(f"no address of {host[:80]!r}: {url[:80]!r}")
    return Found(key, portal, url, discovery, newest)


def score_of(known: Known) -> float:
    """The place in the queue, the newest first: the minute of its `newest` as a number below zero, 0 where there is
    none. What is announced with a date to come is no newer there than today's; what was asked for before in vain stands
    behind all others."""
    digits = _DIGITS.sub("", known.newest)[:12]
    minute = -float(digits.ljust(12, "0")) if len(digits) >= 8 else 0.0
    return minute + _BEHIND if known.is_again else minute
