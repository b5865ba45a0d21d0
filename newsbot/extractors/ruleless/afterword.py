"""What stands below a text in its own element, where no class name says so: readers' comments, the writer's life."""

from __future__ import annotations

import re
from itertools import islice

from newsbot.extractors.body.blocks import TextBlock, Walk
from newsbot.extractors.furniture import furniture
from newsbot.language.byline import parse_byline
from newsbot.language.dates import ends_with_age
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached
from newsbot.pages.addresses import leads_to_writer

_COUNTED = re.compile(
    r"komentar(?: pembaca| terbaru)?\s?\(?\d*\)?|\d+ (?:komentar|comments?)|comments? ?\(\d+\)"
)
_STAMP = 60
"""Characters of a line that says who wrote a comment and how long ago."""
_NEAR = 4
"""Blocks below the label among which the first comment is stamped."""
_RUNNING = 60
"""Characters of a block that is running text: a comment, a life."""
_LAST = 6
"""Blocks at the end of the text among which the writer's life begins."""
_BOX = 3
"""Elements above a paragraph among which the box around a writer's life is."""
_BIOGRAPHY = 600


def cut_below(result: Walk) -> None:
    """Cut comments and everything behind them, then a box about the writer that ends the text."""
    blocks = result.blocks
    end = _comments(blocks)
    end = _biography(blocks[: len(blocks) if end is None else end]) or end
    if end is not None:
        result.cut_to(0, end, "below the text", "comments")
    elif contact := _contact(blocks):
        result.cut_to(0, contact, "contact below the text", "promo")


def _contact(blocks: list[TextBlock]) -> int | None:
    """Where a release says whom to ask: a line that announces it among the short ones that end the text, with a number
    or an address of mail below or in it."""
    first = next((i for i in range(len(blocks), 0, -1) if not _is_line(blocks[i - 1])), 0)
    first = max(first, len(blocks) - _CONTACT_LINES)
    start = next((i for i in range(first, len(blocks)) if _asks().match(fold(blocks[i].text))), None)
    if not start or not _has_text(blocks[:start]):
        return None
    return start if any(_REACHED.search(block.text) for block in blocks[start:]) else None


_CONTACT_LINES = 8
_REACHED = re.compile(r"\w@\w|\d[\d() +.-]{6,}\d")
"""An address of mail, or a telephone's number."""


def _is_line(block: TextBlock) -> bool:
    return (
        block.type in ("paragraph", "list_item") and len(block.text) <= _LINE and block.text[-1:] not in ".!?"
    )


_LINE = 120


@cached
def _asks() -> re.Pattern[str]:
    return re.compile(rf"{any_of('furniture.boxes.contact')}\b")


def _comments(blocks: list[TextBlock]) -> int | None:
    """Where the comments begin: at their label, where a line with an age is close below it, or at the first of two
    such lines; a text stands above them."""
    stamps = [i for i, block in enumerate(blocks) if _is_stamp(block)]
    if not stamps:
        return None
    text = next((i for i, block in enumerate(blocks) if _is_running(block)), len(blocks))
    close = {stamp - step for stamp in stamps for step in range(1, _NEAR + 1)}
    for i, block in enumerate(blocks):
        if i > text and i in close and _is_label(block):
            return i
    between = any(map(_is_running, blocks[stamps[0] : stamps[-1]]))
    return stamps[0] if between and text < stamps[0] else None


def _is_label(block: TextBlock) -> bool:
    if len(block.text) > _STAMP:
        return False
    found = furniture(block.text)
    return (found is not None and found.bin == "comments") or bool(_COUNTED.fullmatch(fold(block.text)))


def _is_stamp(block: TextBlock) -> bool:
    """Whether a line ends with an age ("warga 2 jam lalu") and is no sentence and no entry of a story list."""
    is_short = 4 < len(block.text) <= _STAMP and not block.links
    if _DATED.match(block.text):
        return True
    return is_short and (ends_with_age(block.text) or bool(_WROTE.fullmatch(block.text)))


_DATED = re.compile(r"\w[^.:()]{1,40}\(\d{1,2}[/-]\d{1,2}[/-]\d{2,4},?\s\d{1,2}[.:]\d{2}\)\s?:")
"""Who wrote a comment and when, before it: "Parlin (07/03/2011 10:22): Pelatihnya ..."."""


_WROTE = re.compile(r"\w[\w .@'’-]{1,40}\s(?:menulis|berkomentar|wrote|says|said)\s?:", re.IGNORECASE)
"""Who wrote a comment, where no time is printed: "Parlin menulis:"."""


def _is_running(block: TextBlock) -> bool:
    return len(block.text) > _RUNNING and block.link_length < 0.3 * block.length


def _has_text(blocks: list[TextBlock]) -> bool:
    return any(_is_running(block) for block in blocks)


def _biography(blocks: list[TextBlock]) -> int | None:
    """Where a box about the writer begins at the end of the text: a name of its own line, a paragraph that begins with
    it, and a link to the writer's page beside it. Portraits in a list of people have no such link."""
    for i in range(max(1, len(blocks) - _LAST), len(blocks) - 1):
        name, life = blocks[i], blocks[i + 1]
        if not (2 <= len(name.text.split()) <= 6 and len(life.text) <= _BIOGRAPHY and _is_running(life)):
            continue
        if not fold(life.text).startswith(fold(name.text)) or not parse_byline(name.text).people:
            continue
        if any(map(_is_running, blocks[i + 2 :])) or not _has_text(blocks[:i]):
            continue
        if _has_writer_link(name, life, blocks[:i]):
            return i
    return None


def _has_writer_link(name: TextBlock, life: TextBlock, above: list[TextBlock]) -> bool:
    """Whether the smallest box around name and life, which holds no paragraph above them, links to a writer's page."""
    if life.box is None:
        return False
    text = {block.box for block in above if block.box is not None}
    for box in islice(life.box.iterancestors(), _BOX):
        if any(inner in text for inner in box.iter()):
            return False
        if name.box in box.iter() and any(leads_to_writer(a.get("href")) for a in box.iter("a")):
            return True
    return False
