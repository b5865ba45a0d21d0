"""Buttons and notices of the page itself among the paragraphs, as the lexicon lists them for whole lines.

Such a line is set as a paragraph is. One word may be a name in a list ("Facebook"), so it is a button at the ends of a
text alone.
"""

from __future__ import annotations

import re
from itertools import takewhile

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.listed import whole
from newsbot.extractors.raw import Body
from newsbot.language.text import fold
from newsbot.lexicon import words

_BUTTON_WORDS = 12
_NOTICE = 320
"""Characters of the longest notice."""
_MARKS = " •»>«<→▶*↓↑-#|"
_END = 4
"""Blocks at either end of the text among which a button may be one word."""


def drop_own_lines(body: Body) -> Body:
    """The body without the page's buttons and notices, which go to what was removed."""
    count = len(body.blocks)
    gone = [
        block
        for place, block in enumerate(body.blocks)
        if _is_own(block, is_at_end=place < _END or count - place <= _END)
    ]
    gone += _list_behind(body.blocks, gone)
    gone += [block for block in body.blocks[-_END:] if _is_preview(block, body.blocks)]
    taken = set(map(id, gone))
    ends = (*body.blocks[:_END], *body.blocks[_END:][-_END:])
    asking = [block for block in ends if id(block) not in taken and _asks_consent(block)]
    if len(asking) * _RARE < count:
        gone += asking
    return body.without(gone, "line of the page's own", "widget") if 0 < len(gone) < count else body


def _is_preview(block: TextBlock, blocks: tuple[TextBlock, ...]) -> bool:
    """Whether a block near the end begins another one again and breaks off: what a pager shows of the next page."""
    if not block.text.endswith(("...", "…")) or len(block.text) < _LEAST_OF_PREVIEW:
        return False
    begun = block.text.rstrip(".… ")
    return any(other is not block and other.text.startswith(begun) for other in blocks)


_LEAST_OF_PREVIEW = 40
_RARE = 3
"""Blocks of a text for each that speaks of cookies and consent; where more do, the article is about them."""


def _asks_consent(block: TextBlock) -> bool:
    if block.type != "paragraph" or not _CONSENT.stop > len(block.text) >= _CONSENT.start:
        return False
    key = block.text.lower()
    first, *others = words("furniture.lines.consent")
    if re.search(first, key) is None:  # as nearly every paragraph
        return False
    return 1 + sum(bool(re.search(sign, key)) for sign in others) >= _KINDS


_CONSENT = range(60, 1_500)
_KINDS = 3


def _is_own(block: TextBlock, *, is_at_end: bool) -> bool:
    if block.type != "paragraph" or len(block.text) > _NOTICE:
        return False
    key = fold(block.text).strip(_MARKS)
    if whole("notices").fullmatch(key):
        return True
    return not block.all_bold and _is_button(key, least=1 if is_at_end else 2)


def _is_button(key: str, *, least: int) -> bool:
    count = len(key.split())
    if not least <= count <= _BUTTON_WORDS or not any(map(str.isalpha, key)):
        return False
    return whole("buttons").fullmatch(key) is not None


def _list_behind(blocks: tuple[TextBlock, ...], gone: list[TextBlock]) -> list[TextBlock]:
    """The entries of a list of buttons that ends the text, behind the label that is one."""
    tail = list(takewhile(lambda block: block.type == "list_item", reversed(blocks)))
    label = blocks[-len(tail) - 1 :][:1] if tail else ()
    if not label or not any(label[0] is block for block in gone):
        return []
    return tail if all(_is_button(fold(block.text).strip(_MARKS), least=1) for block in tail) else []
