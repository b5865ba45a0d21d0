"""The sums of a corpus as plain JSON types."""

from __future__ import annotations

from typing import Any

from newsbot.corpus.figures.coverage import FIELDS
from newsbot.corpus.figures.sums import Sums

_MOST = 50
"""Of the words that are counted by frequency."""
_CLUSTERS = 10
"""The largest, by the id of their head."""


def as_object(sums: Sums) -> dict[str, Any]:
    """Everything that was summed; shares are 0 to 1."""
    first, last = sums.period or (None, None)
    return {
        "records": sums.records,
        "words": sums.words,
        "first_day": first,
        "last_day": last,
        "incomplete": sums.incomplete,
        "opted_out": sums.opted_out,
        "kinds": dict(sums.kinds.most_common()),
        "languages": dict(sums.languages.most_common()),
        "days": dict(sorted(sums.days.items())),
        "hours": {f"{hour:02}": sums.hours[hour] for hour in range(24)},
        "lengths": dict(sums.lengths.classes()),
        "confidence": {f"{tenth / 10:.1f}": count for tenth, count in sorted(sums.confidence.items())},
        "portals": {
            name: {
                "records": coverage.records,
                **{field: round(coverage.share(field), 4) for field in FIELDS},
            }
            for name, coverage in sorted(sums.portals.items())
        },
        "problems": dict(sums.problems.most_common()),
        "removed": [
            {"kind": kind, "rule": rule, "count": count}
            for (kind, rule), count in sums.removed.most_common(_MOST)
        ],
        "duplicates": dict(sums.clusters.relations.most_common()),
        "clusters": {
            "marked": sums.clusters.marked,
            "heads": sums.clusters.heads,
            "sizes": dict(sums.clusters.sizes()),
            "share": sums.clusters.share,
            "largest": {one.name: one.size for one in sums.clusters.largest(_CLUSTERS)},
        },
        **{
            name: dict(getattr(sums, name).most(_MOST))
            for name in ("authors", "places", "sections", "keywords")
        },
    }
