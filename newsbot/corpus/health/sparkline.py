"""A figure through time as a line of the height of a word: inline SVG, its colours those of the page's style."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from newsbot.corpus.health.judging import Judged

WIDTH, HEIGHT, _EDGE = 160, 28, 3
MOST = 60
"""Values that are drawn, the latest."""


def sparkline(judged: Sequence[Judged]) -> Markup:
    """The values as a line, the last band as a strip behind it, and a dot for each value outside of its own band.

    Nothing in it is text of a page: it is made of numbers.
    """
    judged = judged[-MOST:]
    values = [one.point.value for one in judged]
    band = judged[-1].band
    top = max([*values, band.centre if band else 0.0]) * 1.1 or 1.0
    places = [(_across(at, len(values)), _up(value, top)) for at, value in enumerate(values)]
    strip = ""
    if band:
        upper, lower = _up(min(band.high, top), top), _up(band.low, top)
        strip = (
            f'<rect class="band" x="0" y="{upper:.1f}" width="{WIDTH}" height="{max(lower - upper, 1):.1f}"/>'
        )
    line = " ".join(f"{across:.1f},{up:.1f}" for across, up in places)
    dots = "".join(
        f'<circle class="out" cx="{across:.1f}" cy="{up:.1f}" r="2.5"/>'
        for one, (across, up) in zip(judged, places, strict=True)
        if one.since
    )
    return Markup(  # noqa: S704, numbers only
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" aria-hidden="true">'
        f'{strip}<polyline class="line" points="{line}"/>{dots}</svg>'
    )


def _across(at: int, of: int) -> float:
    return _EDGE + (WIDTH - 2 * _EDGE) * (at / (of - 1) if of > 1 else 0.5)


def _up(value: float, top: float) -> float:
    return HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * value / top
