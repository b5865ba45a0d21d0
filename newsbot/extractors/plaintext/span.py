"""Where the running text is: the run of lines that has the best evidence of being the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.bounds import closes, signs
from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.headline import WINDOW, head_score, stands_alone
from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.plaintext.opening import find_opening

_NEARLY, _NEARLY_HEADED = 0.7, 0.3
"""Share of the best evidence that is enough for the first run, and for one with a story's head above two paragraphs."""
_LENGTH, _ENOUGH = 0.5, 16.0
"""What a point of a run's sum speaks for it, and the sum from which more says nothing: a short article has five."""
_OPENS, _CLOSES = 2.0, 1.0
_CLOSING = 6
"""Lines behind a text among which its sign-off, its byline or its tags stand."""
_TEXT = 4.0
"""The sum of two paragraphs: a text that may be closed, and behind which a head is another's."""
_WEIGHED = 60
"""Runs that are weighed; the list of comments of a long page has some hundred."""
_FALL = 15.0
"""How far the sum of a run may fall before it is over: lists in the middle of a text weigh less than footers."""
_BELOW = 4.0
"""How far below zero the sum of a short text may fall: a box of other stories stands behind its lead (kompas 2022)."""
_NEXT_PAGE = -3.0
_FIXED = {"date": -3.0, "byline": -3.0, "closing": -5.0, "sign_off": -3.0, "button": -0.4, "short": -0.5}
_LABEL = -1.2
"""The label of a list that may stand in a text ("Rekomendasi untuk Anda", kompas 2022) as well as below it."""
_CARD = -0.8
"""A line of another story's card, its sentence as well."""
_LIST_LENGTH = 90
"""Lines behind a line with a colon that may be its list."""
_LISTED = -0.05
_INSERT_LENGTH = 9
"""Titles behind a label such as "Baca juga" that stand inside a text (merdeka 2021 has seven)."""


@dataclass(slots=True)
class _Run:
    """A run of lines: where it begins, where its sum is greatest, and that sum; `above` is where its head may begin."""

    start: int
    above: int = 0
    end: int = 0
    best: float = 0.0
    total: float = 0.0


def best_run(lines: Sequence[Line], listed: frozenset[int], begins: frozenset[int]) -> tuple[int, int] | None:
    """First line and end of the run that is the article's text, None where no line is running text.

    A glossary, the comments or another story below may be longer: what tells the article is its own head, and of
    runs with nearly the same evidence it is the first. `listed` are the lines of cards of other stories,
    `begins` the heads of stories.
    """
    runs = _weighty(_runs(lines, _scores(lines, listed), begins))
    evidence = [_evidence(lines, run) for run in runs]
    greatest = max(evidence, default=0.0)
    for run, weight in zip(runs, evidence, strict=True):
        headed = _has_text(lines, run) and _is_headed(lines, run, begins)
        if weight >= (_NEARLY_HEADED if headed else _NEARLY) * greatest:
            return _below_titles(lines, run), run.end
    return None


def _has_text(lines: Sequence[Line], run: _Run) -> bool:
    """Whether the run has more text than a card, which has a headline, a date and one sentence."""
    told = [line for line in lines[run.start : run.end] if line.kind == "prose" and not line.is_teaser]
    return run.best >= _TEXT or len(told) > 1


def _is_headed(lines: Sequence[Line], run: _Run, begins: frozenset[int]) -> bool:
    """Whether the run begins with a dateline, or a story's head or a title that stands alone is above it."""
    if find_opening(lines, run.start, run.end) is not None:
        return True
    above = range(max(run.above, run.start - WINDOW), run.start)
    return any(at in begins or stands_alone(lines, at, run.start) for at in above)


def _below_titles(lines: Sequence[Line], run: _Run) -> int:
    """The first line of the run that is no title: one that asks looks like running text."""
    titles = (
        index
        for index in range(run.start, run.end)
        if not (lines[index].text.endswith(("?", "!")) and lines[index].is_capitalised)
    )
    return next(titles, run.start)


def _weighty(runs: Sequence[_Run]) -> list[_Run]:
    """The runs that may be the article: the longest ones, and of these the first where the page has very many."""
    longest = sorted(runs, key=lambda run: -run.best)[:_WEIGHED]
    return sorted(longest, key=lambda run: run.start)


def _evidence(lines: Sequence[Line], run: _Run) -> float:
    """How much speaks for a run: its head, its length up to a page's, a dateline, the lines that close an article."""
    weight = _LENGTH * min(run.best, _ENOUGH) + head_score(lines, run.start, run.end, run.above)
    if find_opening(lines, run.start, run.end) is not None:
        weight += _OPENS
    if any(closes(line) or line.kind == "byline" for line in lines[run.end : run.end + _CLOSING]):
        weight += _CLOSES
    return weight * min(1.0, run.best / _TEXT)  # a card has a headline, a date and one sentence


def _runs(lines: Sequence[Line], scores: Sequence[float], begins: frozenset[int]) -> list[_Run]:
    """The runs with a positive sum.

    One ends where its sum falls to zero or far below what it was, at another story's head, and where a line closes
    the article.
    """
    runs, run = [], _Run(0)
    for index, score in enumerate(scores):
        over = index in begins or (run.best >= _TEXT and (closes(lines[index]) or signs(lines, index)))
        if over or _is_over(run):
            run = _Run(index, run.end if run.best >= _TEXT else run.above)
        run.total += score
        if run.total > run.best:
            if not run.end:
                runs.append(run)
            run.best, run.end = run.total, index + 1
    return runs


def _is_over(run: _Run) -> bool:
    """Whether a run's sum has fallen too far; one that has two paragraphs may fall below zero."""
    if run.best < _TEXT:
        return run.total <= 0
    return run.total < run.best - min(_FALL, run.best + _BELOW)


def _scores(lines: Sequence[Line], cards: frozenset[int]) -> list[float]:
    scores, since_colon, since_label = [], _LIST_LENGTH, _LIST_LENGTH
    for index, line in enumerate(lines):
        since_colon = 0 if _heads_list(lines, index) else _since_colon(line, since_colon)
        since_label = _since_label(line, since_label, in_card=index in cards)
        again = line.printed == _TWICE and _is_headline_again(lines, index)
        if again or (0 < since_label < _INSERT_LENGTH and index in cards):
            scores.append(_LISTED)
        elif index in cards:
            scores.append(_CARD)
        else:
            listed = since_colon < _LIST_LENGTH or 0 < since_label < _INSERT_LENGTH
            scores.append(-0.2 if is_caption(line) else _score(line, in_list=listed))
    return scores


def _is_headline_again(lines: Sequence[Line], index: int) -> bool:
    """Whether a title stands above the first paragraph and, as a picture's words, right below it again."""
    line = lines[index]
    if line.kind != "title" or index < _TWICE:
        return False
    return lines[index - 1].kind == "prose" and lines[index - 2].key == line.key


_TWICE = 2


def _heads_list(lines: Sequence[Line], index: int) -> bool:
    """Whether a label of one or two words with a colon has its list below ("Bahan:", then "100 g sagu")."""
    line = lines[index]
    if line.kind != "short" or not line.text.endswith(":") or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    return below.kind in ("short", "title") and (below.is_item or below.text[0].isdigit())


def _since_colon(line: Line, since: int) -> int:
    """Lines since one that announces a list, as long as nothing ends it."""
    if line.kind in ("prose", "title", "short"):
        announces = line.text.endswith(":") and not line.text.endswith(" :") and line.words >= 3
        return 0 if announces else since + 1  # "Sisa karakter :" is a form's label
    return since if line.kind == "furniture" else _LIST_LENGTH


def _since_label(line: Line, since: int, *, in_card: bool) -> int:
    """Lines since the label of an insert, as long as only titles and cards follow it."""
    opens = line.found is not None and line.found.opens and line.kind == "furniture"
    if opens or (line.kind == "closing" and not closes(line)):
        return 0
    return since + 1 if line.kind == "title" or in_card else _LIST_LENGTH


def _score(line: Line, *, in_list: bool) -> float:
    if whole("next_page").fullmatch(line.key):
        return _NEXT_PAGE
    if in_list and line.kind in ("short", "title"):
        return _LISTED
    if line.kind == "closing" and not closes(line):
        return _LABEL
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
