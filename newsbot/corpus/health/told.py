"""The health of a portal in words and as plain JSON types."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from newsbot.corpus.health.bands import Band, Kind
from newsbot.corpus.health.check import Health, Line

_HOUR, _DAY = 3600, 86_400
_MOMENT = len("2026-11-29T03:41")


def told(value: float, kind: Kind) -> str:
    """A value as it is read.

    >>> told(0.943, "share"), told(12.0, "count"), told(0.4, "seconds")
    ('94 %', '12', '0.40 s')
    >>> told(5400, "pause"), told(260_000, "pause")
    ('1.5 h', '3.0 days')
    """
    if kind == "pause":
        return f"{value / _HOUR:.1f} h" if value < 2 * _DAY else f"{value / _DAY:.1f} days"
    if kind == "share":
        return f"{100 * value:.0f} %"
    return f"{value:,.0f}" if kind == "count" else f"{value:.2f} s"


def band_told(band: Band | None, kind: Kind) -> str:
    """A band as it is read: its bounds, both included.

    >>> band_told(Band(15.2, 60, 240.7, 30), "count"), band_told(None, "share")
    ('15 to 241', '-')
    """
    return f"{told(band.low, kind)} to {told(band.high, kind)}" if band else "-"


def moment_told(when: str) -> str:
    """A run's time to the minute, or a day.

    >>> moment_told("2026-11-29T03:41:07+00:00"), moment_told("2026-11-29")
    ('2026-11-29 03:41', '2026-11-29')
    """
    return when[:_MOMENT].replace("T", " ")


def as_object(health: Health) -> dict[str, Any]:
    """All of it; shares are 0 to 1, and the values those that were judged, the oldest first."""
    series = health.series
    return {
        "source": series.source,
        "portal": series.portal,
        "unit": series.unit,
        "judged_from": health.since,
        "last": health.last,
        "earlier": health.earlier,
        "is_judged": health.is_judged,
        "accepted": series.accepted,
        "alarms": [asdict(alarm) for alarm in health.alarms],
        "figures": [_line(line, health.since) for line in health.lines],
    }


def _line(line: Line, since: str) -> dict[str, Any]:
    judged = [one for one in line.judged if one.point.when >= since]
    return {
        "figure": line.figure,
        "kind": line.kind,
        "values": [
            {
                "when": one.point.when,
                "value": round(one.point.value, 4),
                "of": one.point.of,
                "band": asdict(one.band) if one.band else None,
                "outside_since": one.since,
            }
            for one in judged
        ],
    }
