"""The page of a report, out of the sums of a corpus and a sample of its records."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsbot.corpus.figures.coverage import FIELDS
from newsbot.corpus.figures.sums import NO_DATE, Sums, months
from newsbot.corpus.report import charts
from newsbot.version import VERSION

_DAYS = 100
"""Up to so many days are drawn one by one, more as months."""
_BARS = 20
_ROWS = 15
_TEXT = 6000
"""Characters of a sampled text that are shown."""
_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)

_ROOM = "newsbot.corpus.report"


def report_page(sums: Sums, sample: Iterable[Mapping[str, Any]], title: str) -> str:
    """The whole page as HTML: styles, script and drawings stand in it, and it asks for nothing."""
    script = (files(_ROOM) / "report.js").read_text("utf-8")
    environment = Environment(
        loader=PackageLoader(_ROOM, "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["number"] = lambda value: f"{value:,}"
    environment.filters["percent"] = lambda share: f"{100 * share:.0f}"
    return environment.get_template("report.html").render(
        title=title,
        version=VERSION,
        sums=sums,
        no_date=sums.days[NO_DATE],
        style=Markup((files(_ROOM) / "report.css").read_text("utf-8")),  # noqa: S704, newsbot's own
        script=Markup(script),  # noqa: S704, newsbot's own
        script_digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        drawings=_drawings(sums),
        fields=FIELDS,
        portals=sums.by_size(),
        tables=_tables(sums),
        removed=sums.removed.most_common(_ROWS),
        problems=[(code, count, sums.examples[code]) for code, count in sums.problems.most_common(_ROWS)],
        sample=[_shown(record) for record in sample],
    )


def _drawings(sums: Sums) -> list[tuple[str, Markup]]:
    """Title and SVG of each; the library has escaped what is written in them."""
    days = sorted((day, count) for day, count in sums.days.items() if day != NO_DATE)
    portals = [(name, coverage.records) for name, coverage in sums.by_size()]
    confidence = [(f"{tenth / 10:.1f}", sums.confidence[tenth]) for tenth in range(1, 11)]
    drawn: list[tuple[str, str]] = []
    if days:
        is_short = len(days) <= _DAYS
        over = charts.over_time(days if is_short else months(sums.days), "day" if is_short else "month")
        drawn.append((f"Articles by {'day' if is_short else 'month'} of publication", over))
    drawn.append(("Articles by portal", charts.bars(portals[:_BARS])))
    if sums.hours:
        hours = [(f"{hour:02}", sums.hours[hour]) for hour in range(24)]
        drawn.append(("Hour of publication, local time", charts.columns(hours, "hour")))
    drawn.append(("Length of texts", charts.bars([pair for pair in sums.lengths.classes() if pair[1]])))
    if sums.confidence:
        drawn.append(("Confidence", charts.columns(confidence, "up to")))
    return [(title, Markup(svg)) for title, svg in drawn]  # noqa: S704


def _tables(sums: Sums) -> list[tuple[str, Sequence[tuple[str, int]]]]:
    listed = (
        ("Kinds", sums.kinds.most_common(_ROWS)),
        ("Languages", sums.languages.most_common(_ROWS)),
        ("Sections", sums.sections.most(_ROWS)),
        ("Tags", sums.keywords.most(_ROWS)),
        ("Places of datelines", sums.places.most(_ROWS)),
        ("Authors", sums.authors.most(_ROWS)),
        ("Duplicates", sums.duplicates.most_common(_ROWS)),
    )
    return [(title, rows) for title, rows in listed if rows]


def _shown(record: Mapping[str, Any]) -> dict[str, Any]:
    """What the sample shows of a record; an address is a link only where it is one of the web."""
    body = record.get("article_body") or ""
    url = record.get("url") or ""
    return {
        "headline": record.get("headline") or "(no headline)",
        "portal": record.get("portal"),
        "url": url,
        "is_link": bool(_ADDRESS.fullmatch(url)),
        "date": record.get("date_published"),
        "people": ", ".join(person["name"] for person in record.get("authors") or ()),
        "confidence": record["metadata"].get("confidence"),
        "paragraphs": body[:_TEXT].split("\n\n"),
        "is_cut": len(body) > _TEXT,
        "removed": record["metadata"].get("removed") or [],
        "problems": record["metadata"].get("problems") or [],
    }
