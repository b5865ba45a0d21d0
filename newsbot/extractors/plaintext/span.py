"""Where the running text is: the run of lines with the greatest sum of scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.plaintext.listed import whole

_NEARLY = 0.7
_FALL = 15.0
"""How far the sum of a run may fall before it is over: lists in the middle of a text weigh less than footers."""
_NEXT_PAGE = -3.0
_FIXED = {"date": -3.0, "byline": -3.0, "closing": -5.0, "sign_off": -3.0, "button": -0.4, "short": -0.5}
_LIST_LENGTH = 90
"""Lines behind a line with a colon that may be its list."""
_LISTED = -0.05
_INSERT_LENGTH = 9
"""Titles behind a label such as "Baca juga" that stand inside a text (merdeka 2021 has seven)."""


@dataclass(slots=True)
class _Run:
    """A run of lines: where it begins, where its sum is greatest, and that sum."""

    start: int
    end: int = 0
    best: float = 0.0
    total: float = 0.0


def best_run(lines: Sequence[Line]) -> tuple[int, int] | None:
    """First line and end of the run that holds the article's text, None where no line is running text.

    It is the first that comes near the greatest sum: below an article others may be printed in full.
    """
    runs = _runs(_scores(lines))
    greatest = max((run.best for run in runs), default=0.0)
    return next(((run.start, run.end) for run in runs if run.best >= _NEARLY * greatest), None)


def _runs(scores: Sequence[float]) -> list[_Run]:
    """The runs with a positive sum; one ends where its sum falls to zero or far below what it was."""
    runs, run = [], _Run(0)
    for index, score in enumerate(scores):
        if run.total <= 0 or run.total < run.best - _FALL:
            run = _Run(index)
        run.total += score
        if run.total > run.best:
            if not run.end:
                runs.append(run)
            run.best, run.end = run.total, index + 1
    return runs


def _scores(lines: Sequence[Line]) -> list[float]:
    scores, since_colon, since_label = [], _LIST_LENGTH, _LIST_LENGTH
    for line in lines:
        since_colon = _since_colon(line, since_colon)
        since_label = _since_label(line, since_label)
        listed = since_colon < _LIST_LENGTH or 0 < since_label < _INSERT_LENGTH
        scores.append(-0.2 if is_caption(line) else _score(line, in_list=listed))
    return scores


def _since_colon(line: Line, since: int) -> int:
    """Lines since one that announces a list, as long as nothing ends it."""
    if line.kind in ("prose", "title", "short"):
        announces = line.text.endswith(":") and not line.text.endswith(" :") and line.words >= 3
        return 0 if announces else since + 1  # "Sisa karakter :" is a form's label
    return since if line.kind == "furniture" else _LIST_LENGTH


def _since_label(line: Line, since: int) -> int:
    """Lines since the label of an insert, as long as only titles follow it."""
    if line.found is not None and line.found.opens and line.kind == "furniture":
        return 0
    return since + 1 if line.kind == "title" else _LIST_LENGTH


def _score(line: Line, *, in_list: bool) -> float:
    if whole("next_page").fullmatch(line.key):
        return _NEXT_PAGE
    if in_list and line.kind in ("short", "title"):
        return _LISTED
    if line.kind in _FIXED:
        return _FIXED[line.kind]
    if line.kind == "prose":
        return _prose_score(line)
    if line.kind == "furniture":
        return -0.2 if line.found and line.found.bin == "related" else -0.5
    if line.is_item and line.printed == 1:
        return _LISTED
    return -1.5 if line.printed > 1 else -1.0


def _prose_score(line: Line) -> float:
    """Long paragraphs weigh more than the one-sentence summaries of story lists; what is printed twice is a summary."""
    if line.is_teaser or line.printed > 2:
        return -0.5
    for least, score in ((25, 3.0), (15, 2.0), (8, 1.2)):
        if line.words >= least:
            return score
    return 0.6
