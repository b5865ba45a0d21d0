"""An article as it stands in the queue: data that any process can check, no code and no pickle."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from newsbot.items import Discovery
from newsbot.state import Found, Known, newest_of

_SAYS = ("kind", "url", "lastmod", "title", "date")
_DIGITS = re.compile(r"\D+")


def entry_of(known: Known | Found) -> str:
    """The entry of an article: its key, and on the next line the rest as JSON."""
    said = {name: getattr(known.discovery, name) for name in _SAYS}
    rest = {"portal": known.portal, "url": known.url, "discovery": said}
    return f"{known.key}\n{json.dumps(rest, ensure_ascii=False, sort_keys=True)}"


def found_in(entry: bytes) -> Found:
    """The article of an entry. Raises ValueError where the entry is none, or names no http address."""
    try:
        key, _, text = entry.decode().partition("\n")
        rest = json.loads(text)
        said = rest["discovery"]
        discovery = Discovery(**{name: said[name] for name in _SAYS})
        portal, url = rest["portal"], rest["url"]
        texts = [portal, url, *(value for value in said.values() if value is not None)]
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"no article of newsbot: {entry[:80]!r}") from error
    if not key or not all(isinstance(value, str) for value in texts):
        raise ValueError(f"no article of newsbot: {entry[:80]!r}")
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError(f"no http address: {url[:80]!r}")
    return Found(key, portal, url, discovery, newest_of(discovery))


def score_of(discovery: Discovery) -> float:
    """The place in the queue, the newest first: the announced minute as a number below zero, 0 where none is."""
    digits = _DIGITS.sub("", newest_of(discovery))[:12]
    return -float(digits.ljust(12, "0")) if len(digits) >= 8 else 0.0
