"""The sums of a corpus: one pass, memory that does not grow with the number of records."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from newsbot.corpus.added import LANGUAGE, language_of
from newsbot.corpus.figures.clusters import Clusters
from newsbot.corpus.figures.counters import Frequent, Histogram
from newsbot.corpus.figures.coverage import Coverage
from newsbot.corpus.figures.periods import NO_DATE, PortalPeriods
from newsbot.corpus.selection import OPT_OUT

MOST_PORTALS = 1000
OTHERS = "(other hosts)"
"""Under which the records of all further portals are summed."""
_MOST_SIGNALS = 20
OTHER_SIGNALS = "(others)"
"""Under which further signals of a portal are counted."""

LENGTHS = (0, 50, 100, 200, 300, 400, 600, 800, 1200, 2000, 4000)
"""Upper bounds of the classes of words in a text."""
UNTOLD = "not told"
"""Of a language that nothing has told."""
TENTHS = tuple(range(1, 11))

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T(\d{2}):")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Sums:
    """What a report and the statistics say of a corpus.

    Everything is summed over all records but names, places, sections and tags, of which the most frequent are kept
    (see Frequent), clusters (see Clusters) and when each portal published (`published`, see PortalPeriods). `examples`
    has for each problem code the address of the first record, `reserved` for each portal the signals by which its pages
    reserve rights, `identified` counts records that `newsbot language` has read. Places are counted in capitals, as
    most datelines have them.
    """

    def __init__(self) -> None:
        self.records = 0
        self.words = 0
        self.kinds: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.days: Counter[str] = Counter()
        self.hours: Counter[int] = Counter()
        self.portals: defaultdict[str, Coverage] = defaultdict(Coverage)
        self.periods: dict[str, tuple[str, str]] = {}
        self.published = PortalPeriods()
        self.reserved: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.lengths = Histogram(LENGTHS, 0)
        self.confidence: Counter[int] = Counter()
        self.problems: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self.removed: Counter[tuple[str, str]] = Counter()
        self.versions: Counter[str] = Counter()
        self.identified = 0
        self.incomplete = 0
        self.clusters = Clusters()
        self.authors, self.places, self.sections, self.keywords = (
            Frequent(),
            Frequent(),
            Frequent(),
            Frequent(),
        )

    def add(self, record: Mapping[str, Any]) -> None:
        """Sum one record."""
        self.records += 1
        words = record.get("word_count") or 0
        published = record.get("date_published") or ""
        day = found[0] if (found := _DAY.match(published)) else None
        self.words += words
        self.kinds[record.get("kind") or "?"] += 1
        self.languages[language_of(record) or UNTOLD] += 1
        self.identified += LANGUAGE in record
        self.incomplete += record.get("is_complete") is False
        self.lengths.add(words)
        self._add_portal(record, day)
        self.days[day or NO_DATE] += 1
        if found := _TIME.match(published):
            self.hours[int(found[1])] += 1
        self._add_words(record)
        self._add_metadata(record["metadata"], record)
        self.clusters.add(record)

    @property
    def period(self) -> tuple[str, str] | None:
        """First and last day of publication; None where no record has one."""
        days = self.days.keys() - {NO_DATE}
        return (min(days), max(days)) if days else None

    @property
    def opted_out(self) -> int:
        """Records of pages on which the publisher reserves rights."""
        return self.problems[OPT_OUT]

    def by_size(self) -> list[tuple[str, Coverage]]:
        """The portals with what their records hold, the largest first, all further ones together last."""
        return sorted(self.portals.items(), key=lambda pair: (pair[0] == OTHERS, -pair[1].records, pair[0]))

    def _add_portal(self, record: Mapping[str, Any], day: str | None) -> None:
        name = record.get("portal") or "?"
        if name not in self.portals and len(self.portals) >= MOST_PORTALS:
            name = OTHERS
        self.portals[name].add(record)
        self._add_reserved(name, record["metadata"])
        if day:
            self.published.add(name, day)
            first, last = self.periods.get(name, (day, day))
            self.periods[name] = min(first, day), max(last, day)

    def _add_reserved(self, portal: str, metadata: Mapping[str, Any]) -> None:
        for problem in metadata.get("problems") or ():
            if problem["code"] == OPT_OUT:
                signals = self.reserved[portal]
                told = problem.get("detail") or "?"
                signals[told if told in signals or len(signals) < _MOST_SIGNALS else OTHER_SIGNALS] += 1

    def _add_words(self, record: Mapping[str, Any]) -> None:
        for person in record.get("authors") or ():
            self.authors.add(person["name"])
        for counter, words in (
            (self.places, ((record.get("dateline") or "").upper(),)),
            (self.sections, (record.get("section"),)),
            (self.keywords, record.get("keywords") or ()),
        ):
            for word in words:
                if word:
                    counter.add(word)

    def _add_metadata(self, metadata: Mapping[str, Any], record: Mapping[str, Any]) -> None:
        confidence = metadata.get("confidence")
        if confidence is not None:
            self.confidence[next((tenth for tenth in TENTHS if confidence * 10 <= tenth), TENTHS[-1])] += 1
        self.versions[(metadata.get("extraction") or {}).get("version") or "?"] += 1
        for code in {problem["code"] for problem in metadata.get("problems") or ()}:
            self.problems[code] += 1
            self.examples.setdefault(code, record.get("url") or record["id"])
        for noise in metadata.get("removed") or ():
            self.removed[noise["kind"], noise["rule"]] += noise.get("count") or 1
