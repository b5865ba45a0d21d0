"""Where the article begins and ends inside the element that holds it, by the paragraphs that trafilatura keeps."""

from __future__ import annotations

from itertools import takewhile

from newsbot.extractors.body.blocks import TextBlock, Walk
from newsbot.extractors.ruleless.folded import KEY, places_of
from newsbot.language.phrases import furniture
from newsbot.language.text import fold

_SHORT = 25
"""Characters of a block up to which it stands in any text by chance."""
_TAIL = 20
"""Blocks behind the text among which its list of related stories may stand."""


def trim(result: Walk, wanted: list[str]) -> None:
    """Cut what stands before the first and behind the last paragraph that trafilatura keeps.

    A sub-heading or short block right before a kept paragraph stays: trafilatura drops short bold lines.
    """
    if not wanted:
        return
    hits = _kept(result.blocks, wanted)
    if not hits:
        return
    first, last = hits[0], hits[-1]
    while first > 0 and (_city_node(result.blocks[first - 1].text) or _is_running(result.blocks[first - 1])):
        first -= 1
    last = _last_running(result.blocks, first, last)
    last += _listed(result.blocks[last], result.blocks[last + 1 :])
    result.dropped = [d for d in result.dropped if first <= d.before <= last]
    result.blocks = result.blocks[first : last + 1] + _behind(result.blocks[last + 1 : last + _TAIL])
    for dropped in result.dropped:
        dropped.before = max(0, dropped.before - first)


def _kept(blocks: list[TextBlock], wanted: list[str]) -> list[int]:
    """The blocks that begin as some of the wanted text does."""
    keys = {i: fold(block.text)[:KEY] for i, block in enumerate(blocks) if len(block.text) > _SHORT}
    found = {key for _, key in places_of(keys.values(), "\n".join(wanted))}
    return [i for i, key in keys.items() if key in found]


def _last_running(blocks: list[TextBlock], first: int, last: int) -> int:
    """The last paragraph that is the text's, where the last one kept by trafilatura is known: those near behind it.

    Furniture between does not count, since paging and inserts part the sections of an article; nor does a sub-heading
    like those of the text so far, which a section opens with a picture's credit beside it (merdeka 2021).
    """
    levels = {block.level for block in blocks[first : last + 1] if block.type == "heading"}
    while (step := _to_next_running(levels, blocks[last + 1 : last + _TAIL])) is not None:
        passed = blocks[last + 1 : last + step + 2]
        levels |= {block.level for block in passed if block.type == "heading"}
        last += step + 1
    return last


def _to_next_running(levels: set[int | None], tail: list[TextBlock]) -> int | None:
    """How many blocks stand before the next paragraph, where that is near."""
    others = 0
    for count, block in enumerate(tail):
        if _is_running(block):
            return count
        is_own = block.type == "heading" and block.level in levels and not block.links
        others += not is_own and furniture(block.text) is None
        if others > 1:
            return None
    return None


def _listed(last: TextBlock, tail: list[TextBlock]) -> int:
    """How many short lines right behind the text are a list that ends it: prices, a timetable, requirements.

    trafilatura drops short lines. They are the article's where the last paragraph announces them by a colon, or where
    most of them are rows, items or hold figures.
    """
    lines = list(
        takewhile(lambda b: b.text and b.link_length < 0.3 * b.length and furniture(b.text) is None, tail)
    )
    figures = sum(b.type in ("list_item", "table_row") or any(c.isdigit() for c in b.text) for b in lines)
    if lines and (last.text.endswith(":") or (len(lines) > 1 and figures >= 0.5 * len(lines))):
        return len(lines)
    return 0


def _behind(tail: list[TextBlock]) -> list[TextBlock]:
    """What still belongs to the article behind its last paragraph: one short block, and a labelled list of related
    stories ("Baca juga:" and its links, merdeka 2021)."""
    for start, block in enumerate(tail[:4]):
        found = furniture(block.text)
        if found and found.opens:
            links = takewhile(lambda other: other.all_linked, tail[start + 1 :])
            return [*tail[: min(start, 1)], block, *links]
    return tail[:1]


def _is_running(block: TextBlock) -> bool:
    """A paragraph or list item of running text: what stands beside the kept ones in their element is of the article."""
    if block.link_length >= 0.3 * block.length:
        return False
    return block.type == "list_item" or (len(block.text) > 80 and block.text[-1] in '.!?"”’)…')


def _city_node(text: str) -> bool:
    return 2 < len(text) < 40 and text.rstrip().endswith(("-", "–", "—"))
