"""How near a body is to the right one: runs of four words shared with it, and noise that stands in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.known import Known

RUN = 4
"""Words of a run, and of the shortest noise text that counts: shorter ones stand in any body by chance."""
_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u200b": None, "\u00ad": None}
)


@dataclass(slots=True)
class Tally:
    """What one program did on all pages."""

    shared: int = 0
    given: int = 0
    wanted: int = 0
    leaked: int = 0
    noise: int = 0
    empty: int = 0

    def add(self, page: Known, text: str) -> None:
        """Hold a body against the page's gold."""
        self.count(page.text, text, page.lead)
        self.empty += not text.strip()
        noise = counted(page.noise, plain(page.text))
        whole = plain(text)
        self.noise += len(noise)
        self.leaked += sum(said in whole for said in noise)

    def count(self, gold: str, text: str, lead: str = "") -> None:
        """Hold a text against another by the runs that they share."""
        one, other = runs(gold), runs(without_lead(text, lead))
        self.shared += (one & other).total()
        self.given += other.total()
        self.wanted += one.total()

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of runs over all pages."""
        return 2 * self.shared / ((self.given + self.wanted) or 1)

    @property
    def leak(self) -> float:
        """The share of noise texts that stand in a body."""
        return self.leaked / (self.noise or 1)


def plain(text: str) -> str:
    """Text with marks of one form and single spaces."""
    return " ".join(text.translate(_ALIKE).split())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, how often each stands there; a shorter text is one run."""
    words = re.findall(r"\w+", plain(text).lower())
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def without_lead(text: str, lead: str) -> str:
    """The lines of a text, each without the dateline that it may keep or cut."""
    lead = plain(lead)
    lines = (plain(line) for line in text.split("\n"))
    return "\n".join(
        line[len(lead) :].lstrip(" -") if lead and line.startswith(lead) else line for line in lines
    )


def counted(noise: Iterable[str], gold: str) -> list[str]:
    """The noise texts that count: those of four words and more that the right body does not hold."""
    return [said for said in map(plain, noise) if len(said.split()) >= RUN and said not in gold]
