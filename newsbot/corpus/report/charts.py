"""Figures as drawings: Vega-Lite specifications, made SVG without a browser and without a network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import vl_convert

_WIDTH = 440
"""Pixels: a column of a desk's screen is somewhat wider, a phone's somewhat narrower, and letters are read on both."""
_BAR = 22
"""Height of a bar that lies, in pixels."""
_BESIDE = 1.2
"""The width of the longest such bar with the room for its count."""
_MARK = "var(--mark)"
"""Colours are the page's, so that a drawing follows its light and dark."""
_CONFIG = {
    "background": None,
    "view": {"stroke": None},
    "font": "system-ui, sans-serif",
    "axis": {
        "labelColor": "currentColor",
        "titleColor": "currentColor",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "domain": False,
        "ticks": False,
        "gridColor": "var(--line)",
        "labelLimit": 150,
        "labelPadding": 5,
    },
    "bar": {"color": _MARK},
    "area": {"color": _MARK, "opacity": 0.85},
}
_UNITS = {"day": "yearmonthdate", "month": "yearmonth", "year": "year"}
_AXIS = {"title": "records", "tickCount": 4, "format": ",d"}
_COUNT = {"field": "count", "type": "quantitative", "axis": _AXIS}
_AT_THE_END = {"type": "text", "align": "left", "dx": 4, "fontSize": 12, "color": "currentColor"}
_LEFT = 24
"""Pixels beside the words: a browser's letters may be wider than those that the library has measured."""
_SIZE = re.compile(r'^<svg [^>]*?width="\d+" height="\d+"')

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, halves of surrogate pairs and the two that are none."""
_LONGEST = 200
"""Characters of a word: of what no drawing has room for, none has to be measured."""

Pairs = Iterable[tuple[str, int]]


def over_time(counts: Pairs, unit: str) -> str:
    """Bars along time; the words are days, months or years (`2023-09-13`, `2023-09`, `2023`), as `unit` says."""
    along = {
        "field": "name",
        "type": "temporal",
        "timeUnit": {"unit": _UNITS[unit], "utc": True},
        "axis": {"title": None, "grid": False, "labelOverlap": True},
        "scale": {"type": "utc"},
    }
    counts = list(counts)
    return _drawn(counts, {"x": along, "y": _upward(counts)}, 180, {"type": "bar", "binSpacing": 1})


def _upward(counts: Pairs) -> dict[str, Any]:
    """The axis of counts: no more marks than there are whole numbers."""
    most = max((count for _, count in counts), default=1)
    return {**_COUNT, "axis": {**_AXIS, "tickCount": max(1, min(4, most))}}


def columns(counts: Pairs, title: str | None) -> str:
    """Bars that stand, in the order given."""
    along = {
        "field": "name",
        "type": "ordinal",
        "sort": None,
        "axis": {"title": title, "labelAngle": 0, "labelOverlap": True, "labelSeparation": 6},
    }
    counts = list(counts)
    return _drawn(counts, {"x": along, "y": _upward(counts)}, 180, "bar")


def bars(counts: Sequence[tuple[str, int]]) -> str:
    """Bars that lie, one below the other in the order given, each with its word and its count."""
    down = {"field": "name", "type": "nominal", "sort": None, "axis": {"title": None}}
    longest = max((count for _, count in counts), default=0)
    along = {**_COUNT, "axis": None, "scale": {"domain": [0, _BESIDE * max(1, longest)], "nice": False}}
    encoding = {"y": down, "x": along, "text": {"field": "count", "type": "quantitative", "format": ",d"}}
    return _drawn(counts, encoding, _BAR * max(1, len(counts)), "bar", _AT_THE_END)


def _drawn(counts: Pairs, encoding: dict[str, Any], height: int, *marks: Any) -> str:
    """The drawing as SVG that fills its column. What is written in it is escaped by the library."""
    specification = {
        "data": {"values": [{"name": _readable(name), "count": count} for name, count in counts]},
        "layer": [{"mark": mark} for mark in marks],
        "encoding": encoding,
        "width": _WIDTH,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": _LEFT, "right": 8, "top": 4, "bottom": 4},
        "config": _CONFIG,
    }
    svg = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    return _SIZE.sub("<svg", svg, count=1)


def _readable(name: str) -> str:
    """A word without what no XML may hold, which would end the library and with it the whole run."""
    return _NO_XML.sub("\ufffd", name[:_LONGEST])
