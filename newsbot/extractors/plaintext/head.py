"""What stands between headline and text: date line, names, sub-title, captions; and the trail above the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from newsbot.extractors.body.draft import Draft
from newsbot.extractors.plaintext.captions import (
    credit_of,
    is_caption,
    is_credit_only,
    labelled_caption,
    speaks,
)
from newsbot.extractors.plaintext.filing import leads_to, read_filing, trail_of
from newsbot.extractors.plaintext.headline import title_words, words_told
from newsbot.extractors.plaintext.lines import Line, is_person
from newsbot.extractors.plaintext.opening import opens
from newsbot.extractors.plaintext.people import read_bylines, read_date_line, read_name_line, read_untold_name
from newsbot.extractors.raw import RawArticle, RawImage
from newsbot.language.dates import beside_date, ends_with_age
from newsbot.lexicon import word_set

_ABOVE = 4
"""Lines above the headline in which its date may stand (okezone 2015, republika 2015, detik 2016)."""
_TOLD = 120
"""Lines of a text in which a name is looked for."""
_BARRED = re.compile(r"[>»›]|\s[/|]\s|[!?]$")
"""In a trail and in a bar of buttons, and at the end of an invitation: no caption without a credit has these."""
_CAPTION_LEAST = 7
_SHORTEST_CAPTION = 3
_TITLE_LABEL = re.compile(r"^(?:judul|title|headline)\s*:\s*", re.IGNORECASE)
"""The label of the headline in an old corpus."""
_TEXTS = ("prose", "title", "short")
_SUB_TITLE, _BETWEEN = 14, 6
"""Words of a sub-title that no date line marks, and lines between which byline and buttons part it from the text."""
_SIGNED_PICTURE = re.compile(r"[.!?]\s[(\[][^()\[\]]{2,40}/[^()\[\]]{2,40}[)\]]$")
"""A sentence and what looks like a sign-off behind it."""
_SOURCED = re.compile(r"^(?:foto|photo|kredit|credit)\b", re.IGNORECASE)
"""A line that looks like a byline and credits a picture: "Photo : VIVA/X"."""


def text_start(lines: Sequence[Line], head: int | None, start: int, end: int) -> int:
    """The first line of running text below the last date or byline line of the head, captions passed over."""
    below = range(start if head is None else head + 1, min(start + 6, end))
    own = takewhile(lambda i: i <= start or not _is_label(lines[i]), below)
    marks = [i for i in own if lines[i].kind in ("date", "byline")]
    first = max(start, marks[-1] + 1) if marks else start
    if head is not None and first == head + 1:
        first = _below_sub_title(lines, first, end)
    for index in range(first, end):
        line = lines[index]
        if line.kind != "prose" or is_caption(line):
            continue
        if index + 1 < end and lines[index + 1].key == line.key:
            continue  # the lead is printed as caption first (liputan6.id 2022)
        if index == first and _SIGNED_PICTURE.search(line.text) and not opens(lines, index):
            continue  # a sign-off ends a text: what it stands behind above one is a caption
        if index and index < start + 3 and is_credit_only(lines[index - 1]) and not speaks(line.text):
            continue  # a credit line, then its caption (tribun 2020)
        return _with_item(lines, marks[-1] + 1 if marks else first, index, end)
    return start


def _with_item(lines: Sequence[Line], first: int, index: int, end: int) -> int:
    """The first line with the numbered sub-heading right above it, where another one follows: the second page of a list
    begins with its third entry."""
    above = lines[index - 1] if index > first else None
    if above is None or not (above.is_item and above.text[0].isdigit() and above.kind == "title"):
        return index
    return index - 1 if any(line.is_item and line.kind == "title" for line in lines[index:end]) else index


def _below_sub_title(lines: Sequence[Line], first: int, end: int) -> int:
    """The first line behind the headline's sub-title: one sentence, parted from the text by a byline or buttons."""
    line = lines[first]
    if line.kind != "prose" or line.words > _SUB_TITLE or opens(lines, first):
        return first
    between = list(
        takewhile(lambda near: near.kind != "prose", lines[first + 1 : min(end, first + _BETWEEN)])
    )
    parted = any(near.kind in ("byline", "button") and near.found is None for near in between)
    return first + 1 + len(between) if parted and first + 1 + len(between) < end else first


def _is_label(line: Line) -> bool:
    """Whether the line is the label of a list: the dates below it are other stories'."""
    return line.kind == "closing" or (line.found is not None and line.found.opens)


def read_head(lines: Sequence[Line], head: int | None, start: int, raw: RawArticle, draft: Draft) -> None:
    """Everything above the text that says something of the article."""
    top = max(0, start - _ABOVE) if head is None else head
    menu = frozenset(line.key for line in lines[:top])
    below = lines[top if head is None else head + 1 : start]
    _dates(lines, top, below, raw, menu, named=head is not None)
    read_bylines(below, raw, draft, several=True)
    if head is not None and not (raw.all("printed_byline") or draft.bylines):
        _untold_name(lines, head, start, raw, menu)
    if head is not None:
        _read_titled(lines, head, start, raw, draft)
    for line in below:
        if line.found is not None:
            draft.remove(line.found.rule, line.found.bin, line.text)


def _read_titled(lines: Sequence[Line], head: int, start: int, raw: RawArticle, draft: Draft) -> None:
    """The headline, the trail to it, and what stands between it and the text."""
    below = lines[head + 1 : start]
    steps = trail_of(lines[head].text)
    raw.add("headline", _TITLE_LABEL.sub("", steps[-1]), "text", "title above the text")
    is_trail = head and leads_to(lines[head - 1], lines[head])
    if head and not is_trail and is_caption(lines[head - 1]) and lines[head - 1].words >= _SHORTEST_CAPTION:
        _note(draft, lines[head - 1])  # the picture stands above the headline (suara 2015)
    _sub_title(below, raw)
    told = [
        line
        for line in below
        if line.key != lines[head].key
        and not (line.key.endswith(lines[head].key) and leads_to(line, lines[head]))
    ]
    _captions(told, raw, draft, least=_SHORTEST_CAPTION if opens(lines, start) else _CAPTION_LEAST)
    if len(steps) > 1:
        raw.add_list("breadcrumbs", steps[:-1], "text", "trail before the headline")
    else:
        read_filing(lines, head, raw)
    for line in below:
        if line.key == lines[head].key:
            draft.remove("repeated headline", "navigation", line.text)


def _dates(
    lines: Sequence[Line],
    head: int,
    below: Sequence[Line],
    raw: RawArticle,
    menu: frozenset[str],
    *,
    named: bool,
) -> None:
    """The date lines below the headline; where there is none, the nearest one above it.

    `named` allows a name above the date line to be the writer's.
    """
    found = [index for index, line in enumerate(below) if line.kind == "date"]
    if found:
        _names_at_date(below, found, raw, menu, named=named)
        for index in found:
            raw.add("visible_date", below[index].text, "text", "date line below the headline")
            read_date_line(below[index], raw, menu)
        return
    if below and named:
        read_name_line(below[0], raw, menu)
    for line in below:
        if line.kind == "button" and ends_with_age(line.text):
            raw.add("visible_date", line.text, "text", "age below the headline")
            beside = beside_date(line.text)
            read_date_line(replace(line, rest=beside.text if beside else ""), raw, menu)
            return
    for line in reversed(lines[max(0, head - _ABOVE) : head]):
        if line.kind == "date":
            raw.add("visible_date", line.text, "text", "date line above the headline")
            read_date_line(line, raw, menu)
            return


def _names_at_date(
    below: Sequence[Line], found: Sequence[int], raw: RawArticle, menu: frozenset[str], *, named: bool
) -> None:
    """The writers' names above and below the date lines, which are `found` among the lines below the headline."""
    if found[0] > 0 and named:  # a name above the date of a text without a headline may be its title
        read_name_line(below[found[0] - 1], raw, menu)
    if found[0] > 1 and named and below[0].text.endswith(")"):
        read_name_line(below[0], raw, menu)
    if found[-1] + 1 < len(below) and " - " in below[found[-1] + 1].text:
        read_name_line(below[found[-1] + 1], raw, menu)


def _untold_name(lines: Sequence[Line], head: int, start: int, raw: RawArticle, menu: frozenset[str]) -> None:
    """The writer's name below the date line, where neither headline nor text tell of somebody called so."""
    dates = [index for index in range(head + 1, start) if lines[index].kind == "date"]
    if dates and dates[-1] + 1 < start:
        told = words_told(lines[start : start + _TOLD]).union(title_words(lines[head]))
        read_untold_name(lines[dates[-1] + 1], raw, menu, told)


def _sub_title(below: Sequence[Line], raw: RawArticle) -> None:
    """One line between headline and date line is the sub-title (viva 2015, suara 2015)."""
    if len(below) < 2 or below[0].kind not in ("prose", "title") or is_caption(below[0]):
        return
    if not _CAPTION_LEAST <= below[0].words <= 30 or is_person(below[0].text):
        return
    if any(line.kind in ("date", "byline") for line in below[1:4]):
        raw.add("alternative_headline", below[0].text, "text", "sentence below the headline")


def _captions(below: Sequence[Line], raw: RawArticle, draft: Draft, least: int) -> None:
    """Captions above the text: lines with a credit, beside a line that is one, or one line before any list.

    Such a line has at `least` so many words: a short one stands above a dateline alone.
    """
    subtitle = raw.all("alternative_headline")
    listed = found = False
    pending: str | None = None
    before: Line | None = None
    below = _with_sources(below)
    for line, behind in zip_longest(below, below[1:]):
        credit = None if listed else credit_of(line) or _credit_before(line, behind)
        if pending is not None and line.kind in _TEXTS and credit is None:
            _note(draft, line, credit=pending)
            pending, found = None, True
        elif _is_label(line):
            listed = True
        elif credit and (line.kind in _TEXTS or _SOURCED.search(line.text)):
            pending = None if _credits(before, credit, draft) else credit
        elif line.kind not in _TEXTS or (subtitle and subtitle[0].value == line.text):
            pending = None if line.kind == "date" else pending  # an agency above the date is the story's
            continue
        elif is_caption(line) or (not (listed or found) and _may_show(line, least)):
            _note(draft, line)
            found = True
        before = line
    if pending is not None:
        draft.images.append(RawImage(None, None, pending, rule="line above the text", witness="text"))


def _with_sources(below: Sequence[Line]) -> list[Line]:
    """The lines, the label of a picture's source joined to the source on the line behind it ("Sumber :", viva 2023)."""
    joined: list[Line] = []
    for line in below:
        above = joined[-1] if len(joined) > 1 else None
        if above and above.text.endswith(":") and above.key.rstrip(" :") in word_set("roles.labels.source"):
            source = line.text.lstrip("• ")
            joined[-1] = replace(above, text=f"{above.text} {source}", kind="short", words=line.words + 1)
        else:
            joined.append(line)
    return joined


def _credit_before(line: Line, behind: Line | None) -> str | None:
    """The credit that a line without a label is, where the caption stands right behind it ("CONTOH/RINA AYU")."""
    is_before = behind is not None and behind.kind in ("prose", "title") and not opens([behind], 0)
    return line.text if is_before and is_credit_only(line) else None


def _may_show(line: Line, least: int) -> bool:
    """Whether a line without a credit is long enough for a caption; a short one is no title, no name, no channel."""
    if _BARRED.search(line.text) or is_person(line.text.partition(" - ")[0]):
        return False
    if line.words >= _CAPTION_LEAST:
        return True
    return line.words >= least and line.printed == 1 and not (line.is_capitalised or line.text.isupper())


def _credits(line: Line | None, credit: str, draft: Draft) -> bool:
    """Whether a line right above a credit is its caption ("Gerbong di stasiun", then "Photo : VIVA/X"), noted if so."""
    if line is None or line.kind not in _TEXTS or line.words < _SHORTEST_CAPTION or line.ends_sentence:
        return False
    if is_person(line.text.partition(" - ")[0]):
        return False  # "Rina Ayu - detikNews" wrote the story
    last = draft.images[-1] if draft.images else None
    if last is None or last.caption != line.text:
        _note(draft, line, credit=credit)
    elif last.credit:
        return False
    else:
        draft.images[-1] = replace(last, credit=credit)
    return True


def _note(draft: Draft, line: Line, credit: str | None = None) -> None:
    caption = labelled_caption(line.text) or line.text
    is_again = credit is None and bool(draft.images) and draft.images[-1].caption == caption
    if not is_again:
        draft.images.append(RawImage(None, caption, credit, rule="line above the text", witness="text"))
    draft.remove("line above the text", "caption", line.text)
