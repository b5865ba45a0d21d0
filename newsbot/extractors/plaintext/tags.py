"""The tags below a text: behind their label, behind the marks of hashtags, or behind the sign-off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsbot.extractors.plaintext.bounds import labels_tags
from newsbot.extractors.plaintext.headline import words_told
from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.raw import RawArticle

_TAGS, _TAG_WORDS, _LONG_TAG_WORDS = 15, 5, 10
"""Tags of an article; words of one, and of one in small letters; a longer run of short lines is a footer's menu."""
_FEW = 2
"""Words of a tag that stands alone behind its label."""
_PARTED = re.compile(r",|\s#")
_GLUED = re.compile(r"(?<=[a-z]{3})(?<!Whats)(?<!Linked)(?=[A-Z])")
"""Between two tags that a dump ran together: "Tag: GabahBulog"."""
_HASHTAG = re.compile(r"#\s?\w")
_SLOGAN = re.compile(r"^#\s?\w+ with ", re.IGNORECASE)
_SIGNED_WORDS = 4
_TOLD = 120
"""Lines of a text that are asked for the words of a tag."""


def read_tags(lines: Sequence[Line], start: int, end: int, last: int, raw: RawArticle) -> None:
    """Note the tags among the lines from `end` to `last` of a text that begins at `start`.

    Without marks between them nobody can tell where one tag ends and the next begins; what the menu above the text
    prints is none.
    """
    menu = frozenset(line.text for line in lines[: max(0, end - 1)] if line.kind == "short")
    for at in range(end, last):
        if labels_tags(lines[at]):
            if tags := _labelled(lines, at, menu):
                raw.add_list("keywords", tags, "text", "tags behind their label")
            return
    tags = _hashtags(lines, end, last) or _signed(lines, start, end, last)
    if tags:
        raw.add_list("keywords", tags, "text", "tags behind the text")


def _labelled(lines: Sequence[Line], at: int, menu: frozenset[str]) -> list[str]:
    """The tags behind a label: short lines of their own, or words parted by commas or by "#" on its line."""
    _, mark, behind = lines[at].text.partition(":")
    texts = _PARTED.split(behind) if mark and _PARTED.search(behind.strip(" ,#")) else []
    if not behind.strip():
        texts = list(_run(lines, at + 1, menu))
        if texts and texts[0].startswith("#"):
            texts = [text for text in texts if text.startswith("#")]
    elif not texts and len(glued := _GLUED.split(behind.strip())) > 1:
        texts = glued
    tags = [text.strip(" #,") for text in texts if text.strip(" #,")]
    return tags if 1 < len(tags) <= _TAGS or (len(tags) == 1 and len(tags[0].split()) <= _FEW) else []


def _run(lines: Sequence[Line], first: int, menu: frozenset[str]) -> Iterator[str]:
    """The lines from the first on that may be tags; two entries of the menu behind one another are a menu."""
    for index in range(first, min(len(lines), first + _TAGS + 1)):
        pair = lines[index : index + 2]
        if not _may_be_tag(lines[index]) or all(near.text in menu for near in pair):
            return
        if index == first and lines[index].text in menu:
            return
        yield lines[index].text


def _may_be_tag(line: Line) -> bool:
    if "<" in line.text or "://" in line.text:
        return False
    if line.text.startswith("#"):
        return line.words <= _LONG_TAG_WORDS
    if line.kind not in ("short", "title") or line.ends_sentence:
        return False
    return line.words <= (_TAG_WORDS if line.is_capitalised else _LONG_TAG_WORDS)


def _hashtags(lines: Sequence[Line], end: int, last: int) -> list[str]:
    """Hashtags without a label, a line each, before any list (suara 2015)."""
    tags: list[str] = []
    for line in lines[end:last]:
        if _HASHTAG.match(line.text) and not _SLOGAN.match(line.text):
            tags += [tag.strip() for tag in line.text.split("#") if tag.strip()]
        elif tags or line.kind in ("closing", "title", "prose", "date"):
            break
    return tags if len(tags) <= _TAGS else []


def _signed(lines: Sequence[Line], start: int, end: int, last: int) -> list[str]:
    """Short lines in small letters between sign-off and first list, of which the text tells (detik)."""
    signed = next((at for at in range(end, last) if lines[at].kind != "furniture"), last)
    if signed == last or lines[signed].kind != "sign_off":
        return []
    tags: list[str] = []
    for line in lines[signed + 1 : last]:
        if line.kind == "short" and line.words <= _SIGNED_WORDS and line.text[0].islower():
            tags.append(line.text)
        elif line.kind == "closing" or (line.found is not None and line.found.opens):
            break
        elif line.kind != "furniture" or tags:
            return []
    told = words_told(lines[start : min(end, start + _TOLD)])
    known = sum(any(word in told for word in tag.split()) for tag in tags)
    return tags if len(tags) > 1 and 2 * known >= len(tags) else []
