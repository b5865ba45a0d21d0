"""What a run left out of what was announced: by reason, with examples, and the sources of which it left out all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsbot.discovery import LeftOut

FEW = 3
"""Addresses of one source from which all of them being left out tells of the rules."""


@dataclass(slots=True)
class _Source:
    taken: int = 0
    dropped: int = 0
    is_partly_read: bool = False


@dataclass(slots=True)
class _Site:
    by_reason: dict[str, LeftOut] = field(default_factory=dict)
    sources: dict[str, _Source] = field(default_factory=lambda: defaultdict(_Source))


class Dropped:
    """Of one run. A source is a place that a portal declares, with all that it names; of a site that no portal
    declares all places together."""

    def __init__(self, count: Callable[[str, str, int], None]) -> None:
        self._count = count
        self._sites: dict[str, _Site] = defaultdict(_Site)

    def took(self, site: str, source: str, number: int) -> None:
        """Note announcements of articles that are taken, inside of the window or not."""
        self._sites[site].sources[source].taken += number

    def spared(self, site: str, source: str) -> None:
        """Note that a document of the source was left alone, or not read: what it holds is not known."""
        self._sites[site].sources[source].is_partly_read = True

    def left_out(self, site: str, source: str, dropped: Mapping[str, LeftOut]) -> None:
        """Note what is left out, by a word of `discovery.choosing.REASONS`."""
        own = self._sites[site]
        for reason, some in dropped.items():
            own.by_reason[reason] = own.by_reason[reason] + some if reason in own.by_reason else some
            own.sources[source].dropped += some.number
            self._count(f"dropped/{reason}", site, some.number)

    def examples(self, site: str) -> dict[str, list[str]]:
        """Addresses that were left out, some for each reason."""
        return {reason: list(some.examples) for reason, some in self._sites[site].by_reason.items()}

    def barren(self, site: str) -> list[str]:
        """The sources that were read and of which everything was left out."""
        return [name for name, source in self._sites[site].sources.items() if name and _is_barren(source)]


def _is_barren(source: _Source) -> bool:
    return source.dropped >= FEW and not source.taken and not source.is_partly_read
