"""Plain text: headline, byline, caption and body found between menus and footers without any markup.

The input is what select-all and copy gives, or an old corpus: one visible block a line, noise and all.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newsbot.extractors.blocks import TextBlock
from newsbot.extractors.noise import split_off_signs
from newsbot.extractors.page import decode
from newsbot.extractors.raw import Candidate, RawArticle, RawImage
from newsbot.items import Related, Removed
from newsbot.language.dateline import split_dateline
from newsbot.language.dates import parse_date
from newsbot.language.phrases import Evidence, furniture
from newsbot.language.text import clean, fold
from newsbot.portals import Portal, registry

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_HEADLINE_WORDS = range(4, 31)
_LOOK_BACK = 25
_GAP = 4
"""Lines without running text after which the article is over: footers and story lists are runs of titles."""
MAX_LINES = 50_000


def read_text(body: bytes, portal: Portal | None) -> tuple[RawArticle, str]:
    """The raw article of a text dump and the encoding it was read in."""
    decoded = decode(body)
    lines = [line for line in map(clean, decoded.text.splitlines()[:MAX_LINES]) if line]
    raw = RawArticle()
    raw.problem("plain_text", None, "no markup: fields are read from the lines alone")
    start, end = _article_span(lines)
    if start is None:
        raw.problem("missing", "article_body", "no running text")
        return raw, decoded.charset
    head = _headline_index(lines, start)
    if head is not None:
        raw.add("headline", lines[head], "text", "title-like line above the body")
    _furniture_lines(lines[(head or max(0, start - _LOOK_BACK)) : start], raw)
    _caption(lines, head, start, raw)
    _body(lines[start:end], raw)
    _closing_lines(lines[end : end + 12], raw)
    raw.body_witness = ("text", "running text between menus and footers")
    split_off_signs(raw)
    return raw, decoded.charset


def portal_of(raw: RawArticle) -> Portal | None:
    """The portal whose brand signs the dateline of the first paragraph, where exactly one does."""
    if not raw.blocks:
        return None
    head = fold(raw.blocks[0].text[:80])
    signed = [
        (portal, brand)
        for portal in registry().portals
        for brand in portal.brands
        if "." in brand and re.match(rf"(?:[^.]{{0,40}}\W)?{re.escape(fold(brand))}(?!\w)", head)
    ]
    own = [portal for portal, brand in signed if fold(brand) == fold(portal.name)] or [
        portal for portal, _ in signed
    ]
    return own[0] if own and all(portal is own[0] for portal in own) else None


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return words >= 8 and (bool(_SENTENCE_END.search(line)) or words >= 30) and len(line) >= 45


def _article_span(lines: list[str]) -> tuple[int | None, int]:
    prose = [i for i, line in enumerate(lines) if _is_prose(line) and not furniture(line)]
    start = next((i for i in range(len(lines)) if _opens(lines[i])), None)
    if start is None:
        start = next((a for a, b in pairwise(prose) if b - a <= _GAP), prose[0] if prose else None)
    if start is None:
        return None, 0
    return start, _end(lines, start)


def _opens(line: str) -> bool:
    """A dateline with text behind it, or a short dateline on a line of its own."""
    found = split_dateline(line) or split_dateline(line + " ")
    return (
        bool(found)
        and found is not None
        and ("." in found.raw or "(" in found.raw or found.raw.isupper())
        and len(line) > 12
    )


def _end(lines: list[str], start: int) -> int:
    end = last = start + 1
    for index in range(start, len(lines)):
        if _is_prose(lines[index]) and not furniture(lines[index]):
            if index - last > _GAP + 2 and index > start + 2:
                break
            last = end = index + 1
        elif furniture(lines[index]):
            last += 1
    return end


def _headline_index(lines: list[str], start: int) -> int | None:
    """The title-like line above the byline or date line; without those, the longest one close above the body."""
    window = range(max(0, start - _LOOK_BACK), start)
    titles = [i for i in window if _is_title(lines[i])]
    marks = [
        i
        for i in window
        if _is_date(lines[i]) or ((f := furniture(lines[i])) is not None and f.bin == "byline")
    ]
    above = [i for i in titles if marks and i < marks[0] and marks[0] - i <= 4]
    if above:
        return above[-1]
    return max(titles, key=lambda i: (min(len(lines[i].split()), 14), i), default=None)


def _is_title(line: str) -> bool:
    if len(line.split()) not in _HEADLINE_WORDS or line.endswith(".") or len(line) > 180:
        return False
    return furniture(line) is None and not _is_date(line)


def _is_date(line: str) -> bool:
    if len(line) > 90 or not any(c.isdigit() for c in line):
        return False
    reading = parse_date(line, fallback=False)
    return bool(reading and reading.value and len(line) < 70 and not _is_prose(line))


def _furniture_lines(lines: list[str], raw: RawArticle) -> None:
    """Byline and date from the lines between headline and body."""
    for line in lines:
        found = furniture(line)
        if found and found.bin == "byline":
            raw.body_bylines.append(Candidate(line, "text", found.rule))
        elif _is_date(line):
            raw.add("visible_date", line, "text", "date line above the body")
        if found:
            raw.removed.append(Removed(found.rule, found.bin, line))


def _caption(lines: list[str], head: int | None, start: int, raw: RawArticle) -> None:
    """A long line between headline and body is the picture's caption."""
    for line in lines[(start if head is None else head + 1) : start]:
        if len(line.split()) >= 7 and not furniture(line) and not _is_date(line):
            raw.images.append(RawImage(None, line, rule="text above the body"))
            raw.removed.append(Removed("text above the body", "caption", line))


def _body(lines: list[str], raw: RawArticle) -> None:
    for index, line in enumerate(lines):
        found = furniture(line, Evidence())
        if found:
            raw.removed.append(Removed(found.rule, found.bin, line))
            if found.bin == "related" and ":" in line:
                raw.related.append(Related(line.partition(":")[2].strip()))
            if found.bin in ("byline", "legal"):
                raw.body_bylines.append(Candidate(line, "text", found.rule))
            continue
        kind = "heading" if _is_heading(lines, index) else "paragraph"
        raw.blocks.append(TextBlock(kind, line, length=len(line)))  # type: ignore[arg-type]


def _is_heading(lines: list[str], index: int) -> bool:
    line = lines[index]
    return len(line.split()) <= 12 and not _SENTENCE_END.search(line) and index + 1 < len(lines) and index > 0


def _closing_lines(lines: list[str], raw: RawArticle) -> None:
    """Bylines and sign-offs printed below the text."""
    for line in lines:
        found = furniture(line)
        if found and found.bin in ("byline", "legal"):
            raw.body_bylines.append(Candidate(line, "text", found.rule))
            raw.removed.append(Removed(found.rule, found.bin, line))
        elif line.startswith(("(", "[")) and len(line) < 20:
            raw.blocks.append(TextBlock("paragraph", line, length=len(line)))
