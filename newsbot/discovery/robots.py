"""robots.txt as a source of sitemaps. Obeying its rules and its pauses is the crawl's work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsbot.discovery._addresses import link
from newsbot.pages.decode import decode

_MAX_BYTES = 512_000
"""RFC 9309 asks readers to parse at least 500 KiB."""
_MAX_SITEMAPS = 1_000


@dataclass(frozen=True, slots=True)
class Robots:
    """What a robots.txt announces: `sitemaps` as absolute addresses."""

    sitemaps: tuple[str, ...] = ()


def read_robots(body: bytes, url: str) -> Robots:
    """The sitemaps that the robots.txt at `url` names. Never raises; an HTML page in its place gives nothing."""
    text = decode(body[:_MAX_BYTES]).text.lstrip("\ufeff")
    if text.lstrip().startswith("<"):
        return Robots()
    named = (link(value, url) for name, value in _lines(text) if name == "sitemap")
    sitemaps = dict.fromkeys(address for address in named if address)
    return Robots(tuple(sitemaps)[:_MAX_SITEMAPS])


def _lines(text: str) -> list[tuple[str, str]]:
    pairs = (line.partition("#")[0].partition(":") for line in re.split(r"\r\n?|\n", text))
    return [(name.strip().lower(), value.strip()) for name, colon, value in pairs if colon]
