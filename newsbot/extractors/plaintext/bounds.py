"""Where a text cannot go on: at another story's head, and behind the lines that close an article."""

from __future__ import annotations

from collections.abc import Sequence

from newsbot.extractors.plaintext.captions import is_caption
from newsbot.extractors.plaintext.headline import may_be_headline, share_told
from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.plaintext.words import whole

_MARKS = ("date", "byline")
_BESIDE = 3
"""Lines below a headline among which its date or byline stands."""
_TEXT_WITHIN = 12
"""Lines below the date in which the text begins: captions, share bars and a box stand between."""
_TOLD = 0.3
"""Share of a headline's words that its text takes up at once."""
_LISTED = 9
"""Titles behind a label such as "Baca juga": they have dates, too, and are no heads."""


def heads(lines: Sequence[Line]) -> frozenset[int]:
    """The lines at which a story begins: a title, a date or byline line below it, then text that takes it up.

    A headline that is printed again at its text's end or in a bar begins nothing.
    """
    found: dict[str, int] = {}
    since_label = _LISTED
    for index, line in enumerate(lines):
        since_label = 0 if _labels_insert(line) else since_label + 1
        if since_label >= _LISTED and line.key not in found and _is_head(lines, index):
            found[line.key] = index
    return frozenset(found.values())


def closes(line: Line) -> bool:
    """Whether the line stands below an article and never in one: a sign-off, tags, a comment form, a page's rights."""
    if line.kind == "sign_off":
        return True
    return line.kind == "closing" and bool(whole("ends").fullmatch(line.key.strip(" •»>→▶*↓↑-#|")))


def _labels_insert(line: Line) -> bool:
    return line.kind == "furniture" and line.found is not None and line.found.opens


def _is_head(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.words < 4 or line.kind not in ("title", "prose") or not may_be_headline(line) or line.is_item:
        return False
    below = range(index + 1, min(index + 1 + _BESIDE, len(lines)))
    mark = next((at for at in below if lines[at].kind in _MARKS), None)
    if mark is None or any(lines[at].kind == "prose" for at in range(index + 1, mark)) or is_caption(line):
        return False
    text = [at for at in range(mark + 1, min(mark + _TEXT_WITHIN, len(lines))) if lines[at].kind == "prose"]
    return len(text) > 1 and share_told(line, [lines[at] for at in text]) >= _TOLD
