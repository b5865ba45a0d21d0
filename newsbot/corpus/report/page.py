"""The page of a report, out of the sums of a corpus and a sample of its records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from newsbot.corpus.figures.clusters import Cluster, Member
from newsbot.corpus.figures.coverage import FIELDS
from newsbot.corpus.figures.periods import NO_DATE, PERIODS, by_period, period_of, without_gaps
from newsbot.corpus.figures.sums import Sums
from newsbot.corpus.figures.told import choice_told, counted, portals_told, size_told
from newsbot.corpus.report import charts
from newsbot.corpus.report.document import document, is_link
from newsbot.corpus.selection import Choice

_MOST_PERIODS = 120
"""A time of up to so many days is drawn by the day, of up to so many months by the month, a longer one by the year."""
_MOST_COLUMNS = 40
"""The same of the table of portals through time."""
_PORTALS = 40
"""Rows of that table."""
_BARS = 20
_ROWS = 15
_CLUSTERS = 25
_TEXT = 6000
"""Characters of a sampled text that are shown."""


def report_page(
    sums: Sums, sample: Iterable[Mapping[str, Any]], title: str, choice: Choice | None = None
) -> str:
    """The whole page as HTML: styles, script and drawings stand in it, and it asks for nothing. `choice` is by what its
    records were chosen."""
    shown = [_shown(record) for record in sample]
    return document(
        "report.html",
        title=title,
        sums=sums,
        no_date=sums.days[NO_DATE],
        drawings=_drawings(sums),
        fields=FIELDS,
        portals=sums.by_size(),
        size=size_told(sums),
        choice=choice_told(choice),
        many_portals=portals_told(sums),
        through_time=_through_time(sums),
        tables=_tables(sums),
        removed=sums.removed.most_common(_ROWS),
        problems=_problems(sums),
        clusters=_clusters(sums, shown),
        sample=shown,
    )


def _drawings(sums: Sums) -> list[tuple[str, Markup]]:
    """Title and SVG of each; the library has escaped what is written in them."""
    portals = [(name, coverage.records) for name, coverage in sums.by_size()]
    confidence = [(f"{tenth / 10:.1f}", sums.confidence[tenth]) for tenth in range(1, 11)]
    drawn: list[tuple[str, str]] = []
    if sums.period:
        unit = period_of(*sums.period, _MOST_PERIODS)
        drawn.append((f"Records by {unit} of publication", _over_time(by_period(sums.days, unit), unit)))
    if len(portals) > 1:
        most = f", the {_BARS} largest" if len(portals) > _BARS else ""
        drawn.append((f"Records by portal{most}", charts.bars(portals[:_BARS])))
    if sums.hours:
        hours = [(f"{hour:02}", sums.hours[hour]) for hour in range(24)]
        clocks = counted(sums.hours.total(), "record")
        drawn.append((f"Hour of publication, local time, of {clocks}", charts.columns(hours, "hour")))
    drawn.append(("Length of texts, in words", charts.bars(_without_ends(sums.lengths.classes()))))
    if sums.confidence:
        sure = counted(sums.confidence.total(), "record")
        drawn.append((f"Confidence of {sure}", charts.columns(confidence, "up to")))
    if len(sizes := sums.clusters.sizes()) > 1:
        drawn.append(("Clusters by number of records", charts.bars(sizes)))
    return [(title, Markup(svg)) for title, svg in drawn]  # noqa: S704


def _over_time(counts: Sequence[tuple[str, int]], unit: str) -> str:
    """Years stand as words below their bars, as far as there are not too many; days and months along an axis."""
    known = dict(counts)
    years = without_gaps(known, unit, _MOST_PERIODS) if unit == "year" else []
    if not years or len(years) > _MOST_PERIODS:
        return charts.over_time(counts, unit)
    return charts.columns([(year, known.get(year, 0)) for year in years], None)


def _without_ends(classes: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    """The classes from the first to the last that holds something: what is empty between them is seen."""
    filled = [at for at, (_, count) in enumerate(classes) if count]
    return classes[filled[0] : filled[-1] + 1] if filled else ()


def _through_time(sums: Sums) -> dict[str, Any] | None:
    """The largest portals with their records of each period; None where no record has a day."""
    if not sums.period:
        return None
    unit = max(period_of(*sums.period, _MOST_COLUMNS), sums.published.unit, key=[*PERIODS].index)
    rows = [(name, sums.published.of(name, unit)) for name, _ in sums.by_size()[:_PORTALS]]
    periods = without_gaps({period for _, counts in rows for period in counts}, unit, _MOST_COLUMNS)
    return {
        "unit": unit,
        "periods": periods,
        "rows": [(name, [counts.get(period, 0) for period in periods]) for name, counts in rows],
        "most": max((count for _, counts in rows for count in counts.values()), default=1),
        "untold": sums.published.untold,
    }


def _tables(sums: Sums) -> list[tuple[str, Sequence[tuple[str, int]]]]:
    listed = (
        ("Kinds", sums.kinds.most_common(_ROWS)),
        ("Languages", sums.languages.most_common(_ROWS)),
        ("Sections", sums.sections.most(_ROWS)),
        ("Tags", sums.keywords.most(_ROWS)),
        ("Places of datelines", sums.places.most(_ROWS)),
        ("Authors", sums.authors.most(_ROWS)),
        ("Copies", sums.clusters.relations.most_common(_ROWS)),
    )
    return [(title, rows) for title, rows in listed if rows]


def _problems(sums: Sums) -> list[tuple[str, int, str, bool]]:
    """Code, records, the first of them, and whether that is an address to follow."""
    found = ((code, count, sums.examples[code]) for code, count in sums.problems.most_common(_ROWS))
    return [(code, count, example, is_link(example)) for code, count, example in found]


def _clusters(sums: Sums, sample: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The largest clusters, each with its head where that was read, its members, and where these are in the sample."""
    places: dict[str, int] = {}
    for number, record in enumerate(sample, 1):
        places.setdefault(record["id"], number)
    return [_cluster(one, places) for one in sums.clusters.largest(_CLUSTERS)]


def _cluster(cluster: Cluster, places: Mapping[str, int]) -> dict[str, Any]:
    records = [cluster.head, *cluster.members] if cluster.head else cluster.members
    return {
        "title": (cluster.head.headline if cluster.head else "") or cluster.name,
        "has_head": cluster.head is not None,
        "portal": cluster.head.portal if cluster.head else "",
        "date": cluster.head.date[: len("2023-09-13")] if cluster.head else "",
        "size": cluster.size,
        "more": cluster.more,
        "portals": cluster.portals.most_common(_ROWS),
        "relations": cluster.relations.most_common(),
        "records": [_member(one, places) for one in records],
    }


def _member(member: Member, places: Mapping[str, int]) -> dict[str, Any]:
    return {
        "headline": member.headline or "(no headline)",
        "portal": member.portal,
        "date": member.date,
        "url": member.url if is_link(member.url) else "",
        "relation": member.relation or "head",
        "place": places.get(member.id),
    }


def _shown(record: Mapping[str, Any]) -> dict[str, Any]:
    """What the sample shows of a record; an address is a link only where it is one of the web."""
    body = record.get("article_body") or ""
    url = record.get("url") or ""
    return {
        "id": record["id"],
        "headline": record.get("headline") or "(no headline)",
        "portal": record.get("portal"),
        "url": url,
        "is_link": is_link(url),
        "date": (record.get("date_published") or "")[: len("2023-09-13T05:00")].replace("T", " "),
        "people": ", ".join(person["name"] for person in record.get("authors") or ()),
        "confidence": record["metadata"].get("confidence"),
        "paragraphs": body[:_TEXT].split("\n\n"),
        "is_cut": len(body) > _TEXT,
        "removed": record["metadata"].get("removed") or [],
        "problems": record["metadata"].get("problems") or [],
        "duplicate_of": record.get("duplicate_of"),
        "relation": record.get("relation"),
    }
