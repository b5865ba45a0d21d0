"""A logistic sum fitted to readings, and how well a score ranks good above bad: no more than a benchmark needs."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

STEPS = 8
"""Newton steps; the weights stand still to three digits after six."""
SHRINK = 2.0
"""What holds a weight near 0 that few readings speak for."""


def fitted(rows: Sequence[Sequence[float]], good: Sequence[bool], worth: Sequence[float]) -> list[float]:
    """The weights of a logistic sum, the first for a constant 1 before each row; `worth` is how much a row counts."""
    full = [[1.0, *row] for row in rows]
    weights = [0.0] * len(full[0])
    for _ in range(STEPS):
        slope, bend = _slope_and_bend(full, good, worth, weights)
        weights = [a + b for a, b in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def probability(weights: Sequence[float], row: Sequence[float]) -> float:
    """How likely a row is good."""
    total = weights[0] + sum(a * b for a, b in zip(weights[1:], row, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def ranking(scored: Sequence[tuple[float, bool]]) -> float:
    """AUC: how often a good one stands above a bad one, a draw counting half; 0.5 where one of the two lacks.

    >>> ranking([(0.9, True), (0.8, False), (0.7, True), (0.1, False)])
    0.75
    """
    goods = sorted(score for score, is_good in scored if is_good)
    bads = sorted(score for score, is_good in scored if not is_good)
    if not goods or not bads:
        return 0.5
    won = below = level = 0
    for score in goods:
        while below < len(bads) and bads[below] < score:
            below += 1
        level = max(level, below)
        while level < len(bads) and bads[level] == score:
            level += 1
        won += below + level
    return won / (2 * len(goods) * len(bads))


def _slope_and_bend(
    rows: Sequence[Sequence[float]], good: Sequence[bool], worth: Sequence[float], weights: Sequence[float]
) -> tuple[list[float], list[list[float]]]:
    """First and second derivative of the likelihood, held back towards weights of 0."""
    count = len(weights)
    slope = [-SHRINK * weight if at else 0.0 for at, weight in enumerate(weights)]
    bend = [[SHRINK if at == other and at else 0.0 for other in range(count)] for at in range(count)]
    for row, is_good, counts in zip(rows, good, worth, strict=True):
        likely = probability(weights, row[1:])
        spoken = [at for at, value in enumerate(row) if value]
        for at in spoken:
            slope[at] += counts * (is_good - likely) * row[at]
            share = counts * likely * (1 - likely) * row[at]
            for other in spoken:
                bend[at][other] += share * row[other]
    return slope, bend


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of linear equations whose matrix is positive definite, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, row in enumerate(rows):
        for below in rows[at + 1 :]:
            factor = below[at] / row[at]
            for place in range(at, len(row)):
                below[place] -= factor * row[place]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(rows[at][other] * found[other] for other in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - known) / rows[at][at]
    return found
