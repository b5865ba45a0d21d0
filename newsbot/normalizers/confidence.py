"""Confidence: how likely a record's text, headline and date are right, as a sum of signs for and against them.

The sum is logistic: every sign says 0 to 1, is weighed, and what comes of all is squeezed between 0 and 1. The weights
are fitted by `benchmarks/confidence.py` on pages whose right reading is known, as they are and spoilt in many ways.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from newsbot.extractors.raw import RawArticle
from newsbot.items import Article
from newsbot.normalizers.signals import read_signals

BASE = 3.02
"""What a page says of which no sign speaks."""
WEIGHTS: dict[str, float] = {
    "headline missing": -2.24,
    "headline contradicted": -1.27,
    "headline in address": 0.34,
    "address of another headline": -4.69,
    "headline untold": -2.26,
    "summary untold": -1.88,
    "date missing": -4.88,
    "date without clock": -1.07,
    "date in address alone": -2.65,
    "date agreed": 0.28,
    "date told": 0.81,
    "date contradicted": -3.91,
    "date doubted": -1.76,
    "address of another day": -0.67,
    "date far from told": -1.83,
    "text by layout": 0.12,
    "text by data": 0.60,
    "text stated": 0.09,
    "another text stated": -1.16,
    "short text": -1.15,
    "layout doubted": -0.66,
    "linked": -3.86,
    "title in text": -1.63,
    "open paragraph": -2.29,
    "open paragraphs": -0.89,
    "scraps": -1.86,
    "another box": -2.58,
    "changes of box": -4.09,
}
"""What each sign weighs: below 0 where it speaks against the record."""

_WEIGHED = frozenset(("article", "live", "paywall"))
"""Kinds that have a text, a headline and a date to be right or wrong."""


class Spoken(NamedTuple):
    """A sign that spoke: how loud (0 to 1), and what that adds to the sum."""

    name: str
    value: float
    adds: float


class Confidence(NamedTuple):
    """How likely a record is right, 0 to 1, and the signs that spoke, the heaviest first."""

    value: float
    spoken: tuple[Spoken, ...]


def weigh(raw: RawArticle, article: Article) -> Confidence | None:
    """The confidence in an article that was made of a raw one; None where it is no article, or was read from lines of
    text, whose signs nobody has weighed."""
    if article.kind not in _WEIGHED or raw.body.is_read_by("text"):
        return None
    return summed(read_signals(raw, article))


def summed(signals: dict[str, float]) -> Confidence:
    """The confidence that signs give.

    >>> summed({}).value == round(1 / (1 + exp(-BASE)), 3)
    True
    """
    spoken = [Spoken(name, value, WEIGHTS[name] * value) for name, value in signals.items() if value]
    total = BASE + sum(sign.adds for sign in spoken)
    heaviest = sorted(spoken, key=lambda sign: -abs(sign.adds))
    return Confidence(round(1 / (1 + exp(-total)), 3), tuple(heaviest))
