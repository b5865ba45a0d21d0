"""Which line is the headline: the title at the date and byline lines whose words the text takes up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.lines import Line, is_person

WINDOW = 90
"""Lines above the text in which the headline is looked for: share bars and lists may stand between (okezone 2017)."""
_LENGTHS = range(3, 31)
_TOLD = 12
"""Lines of a text whose words are held against a title's."""
_LEAST = 1.5
_ALONE, _ADJACENT = 1.5, 3
"""What speaks for a title that a menu's short lines are above and the text is below, and how near the text then is."""
_LISTED = 10
_IN_LIST, _LAST_LISTED = 2.5, 1.0
"""What speaks against a title in a list, and against one that has a date of its own: the headline stands below one."""
_SUB_TITLE, _HEAD_LINES = 2.5, 5
"""What speaks against a title in lower case below one in capitals, and lines between which it is its sub-title."""
_LEADING = ("» ", "> ", "› ", "/ ")
"""The mark of a trail before its last step."""
_TRAIL = 4
"""Lines below a trail in which the headline stands that it ends with."""
_SHARED, _BAR = 1.5, 2
"""What speaks for a title with a share bar right below, and buttons of the shortest bar."""
_STEP = 3
"""Words of a step of a trail, and of a name in a row of names; lines above those names among which their title is."""
_NAMES = 4.0
"""What speaks against a line of names below a title."""
_DATED_BELOW = 4.0
"""What speaks against a title with a date line of its own where another one with its own stands nearer to the text."""
_MASTHEAD = 5.0
"""What speaks against a motto above the page's clock."""
_OTHERS = 1.5
"""What speaks against a title for each paragraph but one between it and the text: they are another story's."""
_TIMED = re.compile(r"\d{1,2}[.:]\d{2}\s(?:WI[BT]A?\s)?\S|\d{1,2}[A-Z][a-z]")
"""An entry of a ticker, behind its time, and of a ranking, behind its place."""
_SIGNED = re.compile(r"[(\[][^()\[\]]{2,40}/[^()\[\]]{2,40}[)\]]$|[a-z?!]\d{1,2} \w{3,9} \d{4}$")
"""A caption's credit, or a date that a card's title is glued to."""
_PEOPLE = re.compile(r",\s|\s(?:&|dan)\s")
_SEPARATED = re.compile(r"\s(?:>|»|::|:|·|\|)\s")
_ROW = 4
"""Entries of the shortest menu in one line."""
_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_MARKS = ("date", "byline")
_STOPS = (".", '."', ".”")


def headline_index(lines: Sequence[Line], start: int) -> int | None:
    """The line of the headline above a text that begins at `start`, None where no title stands there."""
    score, index = _best(lines, start, start + _TOLD, 0)
    return index if score >= _LEAST else None


def head_score(lines: Sequence[Line], start: int, end: int, above: int) -> float:
    """How well a title at or behind the line `above` heads the text of these lines; 0 where none does."""
    score, _ = _best(lines, start, min(end, start + _TOLD), above)
    return score if score >= _LEAST else 0.0


def share_told(line: Line, text: Sequence[Line]) -> float:
    """Share of a title's words that the text takes up."""
    return _share(line, words_told(text))


def title_words(line: Line) -> list[str]:
    """The words of a title that tell what it is about: of four letters and more, and figures."""
    return _WORD.findall(line.key)


def _best(lines: Sequence[Line], start: int, end: int, above: int) -> tuple[float, int]:
    """The best title above the text and its score."""
    told = words_told(lines[start:end])
    window = range(max(above, start - WINDOW, 0), start)
    titles = (at for at in window if may_be_headline(lines[at]) and not is_trail(lines, at))
    scored = [(_score(lines, index, start, told), index) for index in titles]
    return max(scored, default=(0.0, 0))


def words_told(text: Sequence[Line]) -> set[str]:
    """The words that the paragraphs among the lines take up."""
    return {word for line in text if line.kind == "prose" for word in _WORD.findall(line.key)}


def may_be_headline(line: Line) -> bool:
    """Whether the line is a title by itself."""
    if line.words not in _LENGTHS or len(line.text) > 200 or line.text.endswith(_STOPS) or line.is_teaser:
        return False
    if _TIMED.match(line.text) or _SIGNED.search(line.text) or _is_trail_line(line):
        return False
    if line.kind == "furniture":  # "VIDEO: Banjir di Solo" is an insert in a text and a title above one
        return line.found is not None and line.found.rule == "video-insert" and line.words >= 5
    return line.kind in ("title", "short", "prose")


def _is_trail_line(line: Line) -> bool:
    """Whether the line is a trail in one ("Depan > Nasional > Berita"), or a menu ("Depan : Kota : Muria : Solo")."""
    parts = _SEPARATED.split(line.text)
    is_row = ">" in line.text or len(parts) >= _ROW
    return len(parts) > 1 and is_row and all(len(part.split()) <= _STEP for part in parts)


def _is_people(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below a title names several people and nothing else: they wrote the text."""
    names = _PEOPLE.split(lines[index].text)
    if len(names) < 2 or not all(is_person(name) and len(name.split()) <= _STEP for name in names):
        return False
    return any(line.kind == "title" for line in lines[max(0, index - _STEP) : index])


def _score(lines: Sequence[Line], index: int, start: int, told: set[str]) -> float:
    line = lines[index]
    words = _WORD.findall(line.key)
    score = 6.0 * sum(word in told for word in words) / max(4, len(words))
    score += 1.5 if line.printed > 1 else 0.0
    score += _nearness(lines, index, start) + 0.1 * min(line.words, 12) - 0.04 * (start - index)
    score -= 1.5 if line.kind == "short" else 0.0
    score += _ALONE if stands_alone(lines, index, start) else 0.0
    if _is_listed(lines, index):
        score -= _LAST_LISTED if _is_marked(lines, index) else _IN_LIST
    score -= _SUB_TITLE if _is_sub_title(lines, index, told) else 0.0
    score -= _NAMES if _is_people(lines, index) else 0.0
    score -= _DATED_BELOW if _is_dated_above(lines, index, start) else 0.0
    score -= _MASTHEAD if _is_masthead(lines, index, start, told) else 0.0
    score -= _OTHERS * max(0, sum(is_story(near) for near in lines[index + 1 : start]) - 1)
    if is_caption(line):
        score -= 5.0
    return score - 3.0 if _SEPARATED.search(line.text) else score


def is_story(line: Line) -> bool:
    """Whether the line is a paragraph that tells something, not a caption."""
    return line.kind == "prose" and line.printed == 1 and not is_caption(line)


def _nearness(lines: Sequence[Line], index: int, start: int) -> float:
    """How near the next date or byline line stands below; above, where the date stands over the headline."""
    above = next((d for d in range(1, 4) if index >= d and lines[index - d].kind in _MARKS), None)
    if above is not None and _has_title(lines, index - above):
        return 0.0
    below = next((d for d in range(1, 5) if index + d < start and lines[index + d].kind in _MARKS), None)
    near = 3.0 - 0.5 * above if above in (1, 2) else 0.0
    return max(near, 5.0 - below if below else 0.0, _SHARED if _is_shared(lines, index, start) else 0.0)


def _is_shared(lines: Sequence[Line], index: int, start: int) -> bool:
    """Whether a share bar stands below the title, no other one between."""
    buttons = [line.kind for line in lines[index + 1 : min(start, index + 2 + _BAR)] if line.kind == "button"]
    return len(buttons) >= _BAR


def is_trail(lines: Sequence[Line], index: int) -> bool:
    """Whether a trail ends with the headline below it ("Anda di sini: Beranda Daerah Jalan Dibuka Lagi")."""
    line = lines[index]
    below = lines[index + 1 : index + 1 + _TRAIL]
    return any(
        line.text.endswith(near.text)
        and line.text != near.text
        and (near.words >= _TRAIL or line.text.removesuffix(near.text)[-2:] in _LEADING)
        for near in below
    )


def _is_sub_title(lines: Sequence[Line], index: int, told: set[str]) -> bool:
    """Whether a title printed as sentences are stands below one printed as titles are, in one head.

    Nothing of a menu in one line is `told` in the text.
    """
    if lines[index].is_capitalised:
        return False
    for above in reversed(lines[max(0, index - _HEAD_LINES) : index]):
        if above.kind == "closing" or (above.found is not None and above.found.opens):
            return False
        if (
            above.kind == "title"
            and above.is_capitalised
            and may_be_headline(above)
            and not is_caption(above)
            and told.intersection(title_words(above))
        ):
            return above.words > _TRAIL
    return False


def stands_alone(lines: Sequence[Line], index: int, start: int) -> bool:
    """Whether the title stands between the short lines of a menu or trail and its text, undated as on small portals."""
    if not 0 < start - index <= _ADJACENT or lines[index].kind != "title" or is_caption(lines[index]):
        return False
    between = all(line.kind == "short" or is_caption(line) for line in lines[index + 1 : start])
    return between and index > 0 and lines[index - 1].kind == "short" and lines[index].words > 4


def _is_dated_above(lines: Sequence[Line], index: int, start: int) -> bool:
    """Whether a date stands right below the title, and below that another title with its date before the text."""
    if index + 1 >= start or lines[index + 1].kind != "date":
        return False
    return any(
        lines[at].kind == "title"
        and lines[at].is_capitalised
        and lines[at].words > _TRAIL
        and lines[at + 1].kind == "date"
        and not is_caption(lines[at])
        for at in range(index + 2, min(start - 1, index + _LISTED))
    )


def _is_masthead(lines: Sequence[Line], index: int, start: int, told: set[str]) -> bool:
    """Whether the line is the outlet's motto above the page's clock: the text tells next to nothing of it, and much of
    the title below the date."""
    if index + 2 >= start or lines[index + 1].kind != "date":
        return False
    below = lines[index + 2]
    return may_be_headline(below) and _share(lines[index], told) <= _UNTOLD < _MOSTLY <= _share(below, told)


_UNTOLD, _MOSTLY = 0.25, 0.5


def _share(line: Line, told: set[str]) -> float:
    words = title_words(line)
    return sum(word in told for word in words) / max(3, len(words))


def _is_marked(lines: Sequence[Line], index: int) -> bool:
    """Whether a date or byline line stands among the two lines below the title."""
    return any(line.kind in _MARKS for line in lines[index + 1 : index + 3])


def _has_title(lines: Sequence[Line], mark: int) -> bool:
    """Whether a date or byline line has its title above it: what stands below it is a caption then."""
    while mark > 0 and lines[mark - 1].kind in _MARKS:
        mark -= 1
    above = mark - 1
    return (
        above >= 0
        and lines[above].kind == "title"
        and not (is_caption(lines[above]) or is_trail(lines, above))
    )


def _is_listed(lines: Sequence[Line], index: int) -> bool:
    """Whether the title stands in a list below a label ("Terkait", kompas 2015)."""
    first = index - 1
    while (
        first > max(0, index - _LISTED)
        and lines[first].kind == "title"
        and not _TIMED.match(lines[first].text)
    ):
        first -= 1
    label = lines[first] if first >= 0 else None
    if label is None:
        return False
    return (
        label.kind == "closing" or label.text.endswith(":") or (label.found is not None and label.found.opens)
    )
