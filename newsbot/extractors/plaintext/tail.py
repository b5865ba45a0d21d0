"""What stands below the text: sign-off, writer, byline, a last list of other stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.body.draft import Draft
from newsbot.extractors.plaintext.body import insert_title, read_list
from newsbot.extractors.plaintext.bounds import closes
from newsbot.extractors.plaintext.lines import Line, is_person
from newsbot.extractors.plaintext.people import is_named, read_bylines, read_date_line
from newsbot.extractors.plaintext.tags import read_tags
from newsbot.extractors.raw import RawArticle
from newsbot.language.dates import parse_date
from newsbot.language.posted import posted
from newsbot.language.text import fold
from newsbot.lexicon import labels

_BYLINES = 40
"""Lines below the text in which bylines stand: tags and story lists may come first (tribun 2020)."""
_SIGNS = 12
_LIFE = 40
"""Words of the longest line on a writer."""


def read_tail(
    lines: Sequence[Line], start: int, end: int, raw: RawArticle, draft: Draft, begins: frozenset[int]
) -> None:
    """Everything below the text that says something of the article; `begins` are the heads of stories."""
    _life(raw, draft)
    below = lines[end : _others_begin(lines, end, begins)]
    _writer(below, draft)
    _signs(below[:_SIGNS], draft)
    _lists(lines, end, draft)
    read_bylines(_own(below, raw, draft), raw, draft)
    read_bylines(
        [line for line in lines[end + _BYLINES :] if line.text.endswith(("Author", "Editor"))], raw, draft
    )
    _posted(below, raw)
    _labelled_date(below, raw)
    read_tags(lines, start, end, end + len(below), raw)


def _posted(below: Sequence[Line], raw: RawArticle) -> None:
    """The date, writer and channel right below the text, where the head of the page tells no date: a sentence of old
    themes, or a line that begins with the writer's label ("By Rina Ayu | 12 Maret 2023", Avada)."""
    for at, line in enumerate(below[:_POSTED]):
        if line.found is not None and line.found.rule == "posted-under":
            said = posted(line.text)
            raw.add_list("keywords", list(said.tags), "text", "sentence below the text")
            if said.date and not raw.all("visible_date"):
                raw.add("visible_date", said.date, "text", "sentence below the text")
            if said.channel and not (raw.all("section") or raw.lists.get("breadcrumbs")):
                raw.add("section", said.channel, "text", "sentence below the text")
            return
        if (
            line.kind == "date"
            and (is_named(line) or (at and _names_author(below[at - 1])))
            and not raw.all("visible_date")
        ):
            raw.add("visible_date", line.text, "text", "date line below the text")
            read_date_line(line, raw, frozenset())
            return
        if line.kind not in ("sign_off", "furniture", "button", "byline"):
            return


_POSTED = 3
"""Lines below a text among which it says when it was posted."""


def _life(raw: RawArticle, draft: Draft) -> None:
    """Take out a last block that says who the writer is: it begins with the name that is printed above the text."""
    block = draft.blocks[-1] if len(draft.blocks) > 1 else None
    name = block.text.partition(",")[0] if block else ""
    written = [candidate.value for candidate in (*draft.bylines, *raw.all("printed_byline"))]
    if block is None or len(block.text.split()) > _LIFE:
        return
    above = draft.blocks[-2]
    if len(draft.blocks) > _LEAST_TEXT and _signs_alone(above.text) and any(above.text in t for t in written):
        draft.blocks[-2:] = []  # the writer's card: his name, and a sentence on him
        draft.remove("writer's life", "byline", f"{above.text} {block.text}")
    elif is_person(name) and any(name in text for text in written):
        draft.blocks.pop()
        draft.remove("writer's life", "byline", block.text)


_LEAST_TEXT = 3


def _signs_alone(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= _NAME and all(word[0].isupper() for word in words) and text[-1].isalpha()


_NAME = 5


def _own(below: Sequence[Line], raw: RawArticle, draft: Draft) -> list[Line]:
    """The lines below whose bylines may be the article's: where its writer is known, one in a list is of another's."""
    if not (draft.bylines or raw.all("printed_byline")):
        return list(below)
    listed = next(
        (at for at, line in enumerate(below) if line.kind == "closing" and not closes(line)), len(below)
    )
    return [line for at, line in enumerate(below) if at < listed or not _names_author(line)]


def _names_author(line: Line) -> bool:
    """Whether a byline on one line has a writer's label, not an editor's or a source's."""
    if line.kind != "byline" or line.key.rstrip(" :") in labels("dump"):
        return False
    label = fold(re.split(r"[:|]", line.text)[0]).strip()
    roles = {role for word, role in labels("dump").items() if label == word or label.startswith(f"{word} ")}
    return "author" in roles


def _others_begin(lines: Sequence[Line], end: int, begins: frozenset[int]) -> int:
    """Where the lines below the text end that may tell of the article: far below, or at another story's head."""
    last = min(len(lines), end + _BYLINES)
    return next((index for index in range(end, last) if index in begins), last)


def _writer(below: Sequence[Line], draft: Draft) -> None:
    """A name in capitals right below the text is its writer's (tempo 2015)."""
    if below and below[0].text.isupper() and below[0].kind == "short" and is_person(below[0].text):
        draft.byline(below[0].text, "writer at the end")


def _signs(below: Sequence[Line], draft: Draft) -> None:
    """The first sign-off, as a block of its own: what it holds is told later."""
    for line in below:
        if line.kind == "sign_off":
            draft.blocks.append(TextBlock("paragraph", line.text, length=len(line.text)))
            return
        if line.kind == "closing":
            return


def _lists(lines: Sequence[Line], end: int, draft: Draft) -> None:
    """Inserts at the end of the text, up to its sign-off or the first list of the page."""
    index, last = end, min(len(lines), end + _SIGNS)
    while index < last and lines[index].kind not in ("closing", "sign_off"):
        line = lines[index]
        index += 1
        if line.found is None or line.found.bin != "related":
            continue
        draft.remove(line.found.rule, line.found.bin, line.text)
        if line.found.opens:
            index = read_list(lines, index, len(lines), draft)
        else:
            draft.relate(insert_title(line.text))


def _labelled_date(below: Sequence[Line], raw: RawArticle) -> None:
    """A date below the text counts only where its label says that it is the publication's."""
    for line in takewhile(lambda line: line.kind != "closing", below):
        if line.kind != "date":
            continue
        reading = parse_date(line.text, fallback=False)
        if reading and reading.role == "published":
            raw.add("visible_date", line.text, "text", "labelled date below the text")
            return
