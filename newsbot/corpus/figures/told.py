"""The sums of a corpus as plain JSON types, and a count in words."""

from __future__ import annotations

from typing import Any

from newsbot.corpus.figures.coverage import FIELDS
from newsbot.corpus.figures.sums import MOST_PORTALS, OTHERS, Sums
from newsbot.corpus.selection import Choice

_MOST = 50
"""Of the words that are counted by frequency."""
_CLUSTERS = 10
"""The largest, by the id of their head."""


def counted(number: int, noun: str) -> str:
    """A number of things in words.

    >>> counted(1, "portal"), counted(1031, "record")
    ('1 portal', '1,031 records')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size_told(sums: Sums) -> str:
    """How many records of how many portals, in words."""
    portals = f"{portals_told(sums)} portal{'' if len(sums.portals) == 1 else 's'}"
    return f"{counted(sums.records, 'record')} of {portals}"


def portals_told(sums: Sums) -> str:
    """The number of portals in words: beyond a thousand they are not counted."""
    return f"{len(sums.portals):,}" if OTHERS not in sums.portals else f"more than {MOST_PORTALS:,}"


def period_told(sums: Sums) -> tuple[str, str]:
    """First and last day of publication, in words."""
    return sums.period or ("-", "-")


def copies_told(sums: Sums) -> str:
    """What is known of copies among the records, in words."""
    clusters = sums.clusters
    if not clusters.marked:
        return "not looked for (newsbot dedupe does)"
    copies = f"{clusters.relations.total():,} are copies of {counted(clusters.heads, 'other')}"
    kinds = ", ".join(f"{name} ({count:,})" for name, count in clusters.relations.most_common())
    untold = sums.records - clusters.marked
    rest = f"; of {untold:,} it was not asked" if untold else ""
    return f"of {clusters.marked:,} that were compared {copies}{f': {kinds}' if kinds else ''}{rest}"


_SURE = ((8, "over 0.8"), (5, "over 0.5"), (0, "up to 0.5"))
"""Lower bounds of confidence in tenths, the highest first."""


def confidence_told(sums: Sums) -> str:
    """How many records are trusted how far, in words."""
    parts, above = [], 10
    for bound, name in _SURE:
        count = sum(sums.confidence[tenth] for tenth in range(bound + 1, above + 1))
        parts.append(f"{name} ({count:,})")
        above = bound
    return ", ".join((*parts, f"not told ({sums.records - sums.confidence.total():,})"))


def choice_told(choice: Choice | None) -> str:
    """By which options records were chosen, of how many, and what each left out, in words; empty where nothing was
    asked.

    >>> from newsbot.corpus.selection import Selection
    >>> choice = Choice(Selection(kinds=frozenset({"article", "live"})))
    >>> choice.takes({"id": "contoh:1", "kind": "video"}), choice_told(choice)
    (False, 'Chosen of 1 record by kind article or live; left out by kind (1).')
    """
    asked = choice.wanted.as_object() if choice else {}
    if not choice or not asked:
        return ""
    named = (_asked(name, value) for name, value in asked.items())
    left = ", ".join(f"{reason} ({count:,})" for reason, count in choice.left_out.most_common())
    return f"Chosen of {counted(choice.read, 'record')} by {', '.join(named)}; left out by {left or 'none of them'}."


def _asked(name: str, value: Any) -> str:
    """An option with its value; of several problems a record has all."""
    if isinstance(value, list):
        value = (" and " if name == "problem" else " or ").join(value)
    words = name.replace("_", "-")
    return words if value is True else f"{words} {value}"


def extent(sums: Sums) -> dict[str, Any]:
    """How much there is, and of which time, as plain JSON types."""
    first, last = sums.period or (None, None)
    return {"records": sums.records, "words": sums.words, "first_day": first, "last_day": last}


def as_object(sums: Sums) -> dict[str, Any]:
    """Everything that was summed; shares are 0 to 1."""
    return {
        **extent(sums),
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
