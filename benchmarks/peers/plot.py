"""Speed against quality as an SVG: ``python plot.py OUT.svg`` with the rows as JSON on standard input.

A row is name, milliseconds a page and body F1. It is run in the peers' environment, which has matplotlib.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import matplotlib as mpl

mpl.use("agg")
mpl.rcParams.update(
    {"svg.fonttype": "none", "svg.hashsalt": "newsbot", "font.size": 9, "font.family": "sans-serif"}
)

from matplotlib import pyplot as plt  # noqa: E402 after the backend is chosen

OWN = "#b3261e"
OTHER = "#38618c"
BESIDE = (
    (8, 0, "left"),
    (-8, 0, "right"),
    (0, 9, "center"),
    (0, -9, "center"),
    (8, 9, "left"),
    (-8, -9, "right"),
)
"""Where a name may stand beside its point: right, left, above, below, and between these."""


def draw(rows: list[dict[str, Any]], parses: list[dict[str, Any]], title: str, out: str) -> None:
    """Programs as points, parsers as vertical lines."""
    figure, axes = plt.subplots(figsize=(7.6, 4.6))
    for one in parses:
        axes.axvline(one["ms"], color="#888888", linewidth=0.8, linestyle=":")
        place = {"xycoords": ("data", "axes fraction"), "xytext": (-9, 0), "textcoords": "offset points"}
        axes.annotate(one["name"], (one["ms"], 0.02), rotation=90, color="#666666", fontsize=7, **place)
    for one in rows:
        own = _is_own(one)
        axes.plot(one["ms"], one["f1"], "D" if own else "o", color=OWN if own else OTHER, markersize=6)
    axes.set_xscale("log")
    axes.set_xlabel("CPU milliseconds a page, log scale (left is faster)")
    axes.set_ylabel("body F1 (up is better)")
    axes.set_ylim(max(0.0, min(one["f1"] for one in rows) - 0.04), 1.03)
    axes.margins(x=0.12)
    axes.xaxis.set_major_formatter("{x:g}")
    axes.grid(which="major", color="#dddddd", linewidth=0.6)
    axes.set_title(title, fontsize=9)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.tight_layout()
    figure.canvas.draw()
    _name(axes, rows)
    figure.savefig(out, metadata={"Date": None, "Creator": "benchmarks/peers"})


def _is_own(one: dict[str, Any]) -> bool:
    return str(one["name"]).startswith("newsbot")


def _name(axes: Any, rows: list[dict[str, Any]]) -> None:
    """Write each name beside its point, at the first place where it covers no point and no other name."""
    points = [axes.transData.transform((one["ms"], one["f1"])) for one in rows]
    taken = [mpl.transforms.Bbox.from_extents(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    for one in rows:
        for right, up, side in BESIDE:
            look = {"color": OWN if _is_own(one) else "#222222", "fontsize": 8, "ha": side, "va": "center"}
            place = {"xytext": (right, up), "textcoords": "offset points"}
            text = axes.annotate(one["name"], (one["ms"], one["f1"]), **place, **look)
            box = text.get_window_extent()
            is_free = box.x1 < axes.bbox.x1 and not any(box.overlaps(other) for other in taken)
            if is_free or (right, up, side) == BESIDE[-1]:
                taken.append(box)
                break
            text.remove()


if __name__ == "__main__":
    said = json.load(sys.stdin)
    draw(said["rows"], said["parses"], said["title"], sys.argv[1])
