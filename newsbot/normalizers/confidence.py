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

BASE = 2.96
"""What a page says of which no sign speaks."""
WEIGHTS: dict[str, float] = {
    "headline missing": -2.14,
    "headline contradicted": -1.34,
    "headline in address": 0.35,
    "address of another headline": -4.57,
    "headline untold": -1.98,
    "summary untold": -0.79,
    "date missing": -4.80,
    "date without clock": -0.89,
    "date in address alone": -2.90,
    "date agreed": 0.23,
    "date told": 0.58,
    "date contradicted": -3.67,
    "date doubted": -2.61,
    "address of another day": -0.43,
    "date far from told": -1.70,
    "text by layout": 0.20,
    "text by data": 0.59,
    "text stated": 0.08,
    "another text stated": -1.29,
    "short text": -1.22,
    "layout doubted": -0.97,
    "linked": -5.37,
    "title in text": -3.12,
    "open paragraph": -1.32,
    "open paragraphs": -0.76,
    "scraps": -2.13,
    "another box": -1.98,
    "changes of box": -0.50,
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
