"""robots.txt as a source: its sitemaps and the pause it asks for. Obeying its rules is the downloader's work."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsbot.discovery._addresses import link
from newsbot.pages.decode import decode

_MAX_BYTES = 512_000
"""RFC 9309 asks readers to parse at least 500 KiB."""
_MAX_SITEMAPS = 1_000
_MAX_AGENTS = 1_000
_LONGEST_DELAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Robots:
    """What a robots.txt announces: `sitemaps` as absolute addresses, `delays` in seconds by agent (lower case)."""

    sitemaps: tuple[str, ...] = ()
    delays: dict[str, float] = field(default_factory=dict)

    def delay(self, agent: str) -> float | None:
        """The pause in seconds that the file asks of an agent: by the longest name that the agent's begins with,
        else of everybody (`*`); None where it asks for none.

        >>> Robots(delays={"*": 10.0, "newsbot": 2.0}).delay("Newsbot/1.0")
        2.0
        """
        own = [name for name in self.delays if name != "*" and agent.lower().startswith(name)]
        return self.delays.get(max(own, key=len) if own else "*")


def read_robots(body: bytes, url: str) -> Robots:
    """The sitemaps and pauses of the robots.txt at `url`. Never raises; an HTML page in its place gives nothing."""
    text = decode(body[:_MAX_BYTES]).text.lstrip("\ufeff")
    if text.lstrip().startswith("<"):
        return Robots()
    sitemaps: dict[str, None] = {}
    delays: dict[str, float] = {}
    agents: list[str] = []
    in_names = False
    for name, value in _lines(text):
        if name == "sitemap":
            if (address := link(value, url)) and len(sitemaps) < _MAX_SITEMAPS:
                sitemaps[address] = None
            continue  # a sitemap line belongs to no group and ends none
        if name == "user-agent":
            agents = [*agents, value.lower()] if in_names and len(agents) < _MAX_AGENTS else [value.lower()]
        elif name == "crawl-delay":
            _note_delay(delays, agents, value)
        in_names = name == "user-agent"
    return Robots(tuple(sitemaps), delays)


def _lines(text: str) -> list[tuple[str, str]]:
    pairs = (line.partition("#")[0].partition(":") for line in re.split(r"\r\n?|\n", text))
    return [(name.strip().lower(), value.strip()) for name, colon, value in pairs if colon]


def _note_delay(delays: dict[str, float], agents: list[str], value: str) -> None:
    if not re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value):
        return
    for agent in agents:
        delays.setdefault(agent, min(float(value), _LONGEST_DELAY))
