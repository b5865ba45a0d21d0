"""A record as plain text or Markdown, for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from newsbot.cli._text import printable
from newsbot.items import Article, Block

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_OPENER = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|\d+(?=[.)]\s)|={3,}|-{3,})")


def as_text(article: Article) -> str:
    """Headline, byline, date and body, with a blank line between."""
    parts = [article.headline, byline(article), article.date_published, article.article_body]
    return printable("\n\n".join(part for part in parts if part)) + "\n"


def as_markdown(article: Article) -> str:
    """The same with headings, lists, quotes and tables as Markdown knows them."""
    head = [f"# {escaped(article.headline)}" if article.headline else "", _signature(article)]
    return printable("\n\n".join(part for part in [*head, *_body(article.blocks)] if part)) + "\n"


def byline(article: Article) -> str:
    """Who wrote and who edited, as one line."""
    writers = ", ".join(person.name for person in article.authors)
    editors = ", ".join(person.name for person in article.editors)
    return " | ".join(part for part in (writers, f"Editor: {editors}" if editors else "") if part)


def escaped(text: str) -> str:
    """Page text in which Markdown sees no marks.

    >>> escaped("*) 1. satu")
    '\\\\*) 1. satu'
    >>> escaped("2. dua")
    '2\\\\. dua'
    """
    text = _SPECIAL.sub(r"\\\1", text)
    return _OPENER.sub(_defused, text)


def _defused(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark}\\" if mark.isdecimal() else f"{match[1]}\\{mark}"


def _signature(article: Article) -> str:
    parts = [byline(article), article.date_published or ""]
    line = " · ".join(escaped(part) for part in parts if part)
    return f"*{line}*" if line else ""


def _body(blocks: list[Block]) -> Iterator[str]:
    """Neighbours of one type make one list, quote or table."""
    for kind, group in groupby(blocks, key=lambda block: block.type):
        members = list(group)
        if kind == "list_item":
            yield "\n".join(f"- {_inline(block)}" for block in members)
        elif kind == "quote":
            yield "\n>\n".join(f"> {_inline(block)}" for block in members)
        elif kind == "table_row":
            yield _table([block.text.split("\t") for block in members])
        else:
            yield from (_single(block) for block in members)


def _single(block: Block) -> str:
    if block.type == "heading":
        return f"{'#' * min(max(block.level or 2, 2), 6)} {_inline(block)}"
    if block.type == "image":
        return _picture(block)
    if block.type == "embed":
        return f"<{_target(block.url)}>" if block.url else _inline(block)
    return escaped(block.text)


def _picture(block: Block) -> str:
    image = block.image
    url = (image.url if image else None) or block.url
    caption = (image.caption if image else None) or block.text
    return f"![{escaped(' '.join(caption.split()))}](<{_target(url)}>)" if url else escaped(caption)


def _target(url: str | None) -> str:
    """A URL that cannot leave its angle brackets."""
    return re.sub(r"[<>\s]", lambda match: f"%{ord(match[0]):02X}", url or "")


def _inline(block: Block) -> str:
    return escaped(" ".join(block.text.split()))


def _table(rows: list[list[str]]) -> str:
    """The first row is the head: Markdown has no table without one."""
    width = max(len(row) for row in rows)
    lines = [_row([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join([lines[0], _row(["---"] * width, raw=True), *lines[1:]])


def _row(cells: list[str], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else escaped(" ".join(cell.split())) for cell in cells) + " |"
