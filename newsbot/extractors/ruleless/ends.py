"""Where the article begins and ends inside the element that holds it.

Above the text stand a trail and a date line, below it readers' comments, the writer's life, lists of stories. No class
name tells; the paragraphs that are known to be the article's, and what stands beside what, do.
"""

from __future__ import annotations

import re
from itertools import takewhile

from newsbot.extractors.body.blocks import TextBlock, Walk
from newsbot.extractors.furniture import Evidence, furniture, is_furniture_of
from newsbot.extractors.ruleless.afterword import cut_below
from newsbot.extractors.ruleless.folded import KEY, places_of
from newsbot.language.sign_offs import split_sign_off
from newsbot.language.text import fold, is_closed
from newsbot.lexicon import any_of, cached, forms, word_set

_SHORT = 25
"""Characters of a block up to which it stands in any text by chance."""
_TAIL = 20
"""Blocks behind the text among which its list of related stories may stand."""
_HEAD = 15
"""Blocks from the top among which the headline stands."""
_LABEL = 40
_LABELS = 5
"""Labels that end an element at most, one more than are cut; more of them are a list."""


def cut_to_article(walked: Walk, wanted: list[str], headline: str) -> None:
    """Cut what stands below the article in its element, then what stands around the paragraphs of it that are known.

    `wanted` are folded paragraphs that are known to be the article's; without them what stands above the headline goes,
    and labels behind the last paragraph.
    """
    cut_below(walked)
    _cut_behind_sign_off(walked)
    if wanted:
        _cut_around(walked, wanted)
    else:
        _cut_bare_ends(walked, fold(headline))


def _cut_bare_ends(walked: Walk, headline: str) -> None:
    """Cut what stands above the headline in the article's element, and the labels that end it ("Bagikan ini:"); the
    headline itself leaves later, as a repeated one."""
    blocks = walked.blocks
    head = next((i for i, block in enumerate(blocks[:_HEAD]) if fold(block.text) == headline), 0)
    start = 0 if any(map(_is_of_text, blocks[:head])) else head
    end = len(blocks)
    kind = next((_kind(block) for block in reversed(blocks) if _is_of_text(block)), None)
    while end > max(start + 1, len(blocks) - _LABELS) and _is_label_behind(blocks[end - 1], kind):
        end -= 1
    if start < end and (start, end) != (0, len(blocks)) and _ends_text(blocks[end - 1]):
        walked.cut_to(start, end, "beside the article", "navigation")


def _kind(block: TextBlock) -> tuple[object, ...] | None:
    """What element holds a paragraph, as far as that tells it from others: a `p` with its class, in its box."""
    box = block.box
    return (box.getparent(), box.get("class")) if box is not None and box.tag == "p" else None


def _is_label_behind(block: TextBlock, kind: tuple[object, ...] | None) -> bool:
    """Whether a block at the end of a text is a few words that end no sentence: the label of a box, and no paragraph of
    the `kind` that the text is set in.

    A heading may end the first page of a text (kompas 2020) and a line in bold or capitals signs it (tempo 2015): only
    labels that are known are cut then.
    """
    if _ADDRESS.fullmatch(block.text):
        return True  # the last entries of a list of sources
    if block.type not in ("paragraph", "heading") or not block.text or len(block.text) > _LABEL:
        return False
    is_own = (
        kind is not None and _kind(block) == kind and not block.text.endswith(":") and not _calls(block.text)
    )
    if block.type == "heading" or block.all_bold or block.text.isupper() or is_own:
        return bool(_closing().search(fold(block.text)))
    return not (is_closed(block.text) or any(map(str.isdigit, block.text)) or furniture(block.text))


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def _calls(text: str) -> bool:
    """Whether a line asks readers for something, as no paragraph of a text does."""
    return bool(word_set("furniture.boxes.calls").intersection(fold(text).split()))


@cached
def _closing() -> re.Pattern[str]:
    return re.compile(rf"^(?:{forms('furniture.lines.closing')})$|{any_of('furniture.boxes.trends')}")


def _ends_text(block: TextBlock) -> bool:
    """Whether a text may end with a block: a line that announces others does not."""
    return not block.text.endswith(":")


def _cut_behind_sign_off(walked: Walk) -> None:
    """Cut what stands behind a sign-off on a line of its own: it ends the text, and what a template puts below it
    inside the same element (promotion, other stories, the outlet's address) is little beside that."""
    lengths = [len(block.text) for block in walked.blocks]
    total = sum(lengths)
    for i in range(len(lengths) - 2, len(lengths) // 3 - 1, -1):
        rest, mark = split_sign_off(walked.blocks[i].text, alone=True)
        if mark and not rest:
            known = _known_furniture(walked.blocks[i + 1 :])
            if sum(lengths[i + 1 :]) - sum(len(block.text) for block in known) <= _LITTLE * total:
                walked.cut_to(0, i + 1, "behind the sign-off", "promo", but=known)
            return


def _known_furniture(blocks: list[TextBlock]) -> list[TextBlock]:
    """The blocks that have bins of their own: inserts with their links, tags, notices."""
    known: list[TextBlock] = []
    is_open = False
    for block in blocks:
        evidence = Evidence(block.link_length, bool(block.links), block.type == "heading")
        found = furniture(block.text, evidence)
        if found or (is_open and block.all_linked):
            known.append(block)
        is_open = found.opens if found else is_open and block.all_linked
    return known


_LITTLE = 0.4
"""Share of all text behind a sign-off from which on the sign-off is that of a part."""


def _cut_around(result: Walk, wanted: list[str]) -> None:
    """Cut what stands before the first and behind the last paragraph that is known.

    A sub-heading or short block right before a kept paragraph stays: who knows them drops short bold lines.
    """
    hits = _known(result.blocks, wanted)
    if not hits:
        return
    first, last = hits[0], hits[-1]
    first = _first_of_text(result.blocks, first, last)
    last = _last_of_text(result.blocks, first, last)
    last += _listed(result.blocks[last], result.blocks[last + 1 :])
    last += _of_kind(_kind(result.blocks[last]), result.blocks[last + 1 :])
    behind = _behind(result.blocks[last + 1 : last + _TAIL])
    is_joined = behind == result.blocks[last + 1 : last + 1 + len(behind)]
    if not is_joined:  # a label and its list stand a line below the text
        result.blocks[last + 1 : last + _TAIL] = behind
    result.cut_to(first, last + 1 + len(behind), "beside the article", "navigation")


def _known(blocks: list[TextBlock], wanted: list[str]) -> list[int]:
    """The blocks that begin as some of the wanted text does."""
    keys = {i: fold(block.text)[:KEY] for i, block in enumerate(blocks) if len(block.text) > _SHORT}
    found = {key for _, key in places_of(keys.values(), "\n".join(wanted))}
    return [i for i, key in keys.items() if key in found]


def _first_of_text(blocks: list[TextBlock], first: int, last: int) -> int:
    """The first block that is the text's, where the first known paragraph stands: what is read with it right before it,
    and the heading of the first section where others of its level part the text (the entries of a live report)."""
    levels = {block.level for block in blocks[first : last + 1] if block.type == "heading"}
    while first > 0 and (
        _city_node(blocks[first - 1].text)
        or _is_of_text(blocks[first - 1])
        or _heads_section(blocks[first - 1], levels)
        or is_furniture_of(blocks[first - 1].text, "byline")
        or (_kind(blocks[first]) == _kind(blocks[first - 1]) and _may_be_text(blocks[first - 1]))
    ):
        first -= 1
    return _above_insert(blocks, first)


def _above_insert(blocks: list[TextBlock], first: int) -> int:
    """The first block that is the text's where an insert parts it from what is known: who knows the text may begin
    behind the inserts of its first section."""
    while first > 1:
        place = first
        while place > 0 and _is_insert(blocks[place - 1]):
            place -= 1
        if place in (0, first):
            return first
        above = takewhile(lambda at: _may_be_text(blocks[at]), range(place - 1, -1, -1))
        begins = min(above, default=first)
        if begins == first:
            return first
        first = begins
    return first


def _is_insert(block: TextBlock) -> bool:
    if block.all_linked:
        return True
    evidence = Evidence(block.link_length, bool(block.links), block.type == "heading")
    found = furniture(block.text, evidence) if len(block.text) <= _LONGEST_INSERT else None
    return found is not None and found.bin in ("related", "ad")


_LONGEST_INSERT = 200


def _may_be_text(block: TextBlock) -> bool:
    """Whether a block above what is known is a paragraph: whole sentences, not in links, and no furniture."""
    if block.type != "paragraph" or len(block.text) <= _LABEL or block.text[-1] not in '.!?"”’':
        return False
    return block.link_length < 0.3 * block.length and furniture(block.text) is None


def _heads_section(block: TextBlock, levels: set[int | None]) -> bool:
    is_own = block.type == "heading" and block.level in levels and not block.links
    return is_own and furniture(block.text) is None


def _last_of_text(blocks: list[TextBlock], first: int, last: int) -> int:
    """The last paragraph that is the text's, where the last known one stands: those near behind it.

    Furniture between does not count, since paging and inserts part the sections of an article; nor does a sub-heading
    like those of the text so far, which a section opens with a picture's credit beside it (merdeka 2021).
    """
    levels = {block.level for block in blocks[first : last + 1] if block.type == "heading"}
    while (step := _to_next_of_text(levels, blocks[last + 1 : last + _TAIL])) is not None:
        passed = blocks[last + 1 : last + step + 2]
        levels |= {block.level for block in passed if block.type == "heading"}
        last += step + 1
    return last


def _to_next_of_text(levels: set[int | None], tail: list[TextBlock]) -> int | None:
    """How many blocks stand before the next paragraph, where that is near."""
    others = 0
    for count, block in enumerate(tail):
        if _is_of_text(block):
            return count
        others += not _heads_section(block, levels) and furniture(block.text) is None
        if others > 1:
            return None
    return None


def _listed(last: TextBlock, tail: list[TextBlock]) -> int:
    """How many short lines right behind the text are a list that ends it: prices, a timetable, requirements.

    Who knows the text drops short lines. They are the article's where the last paragraph announces them by a colon, or
    where most of them are rows, items or hold figures.
    """
    if tail and _announces(tail[0]) and (below := _listed(tail[0], tail[1:])):
        return 1 + below
    lines = list(
        takewhile(lambda b: b.text and b.link_length < 0.3 * b.length and furniture(b.text) is None, tail)
    )
    figures = sum(b.type in ("list_item", "table_row") or any(c.isdigit() for c in b.text) for b in lines)
    if lines and (last.text.endswith(":") or (len(lines) > 1 and figures >= 0.5 * len(lines))):
        return len(lines)
    return 0


def _announces(block: TextBlock) -> bool:
    """Whether a short line announces what is below it, a link to the topic in it or none ("Berikut jadwal MotoGP:")."""
    return block.text.endswith(":") and not block.all_linked and furniture(block.text) is None


def _of_kind(kind: tuple[object, ...] | None, tail: list[TextBlock]) -> int:
    """How many short paragraphs right behind the text are set as its own are: who knows the text drops them."""
    return len(
        list(takewhile(lambda block: kind is not None and _kind(block) == kind and _is_plain(block), tail))
    )


def _is_plain(block: TextBlock) -> bool:
    """Whether a line is no link, no furniture and no label of a box."""
    if block.link_length or _calls(block.text) or furniture(block.text):
        return False
    return not _closing().search(fold(block.text))


def _behind(tail: list[TextBlock]) -> list[TextBlock]:
    """What still belongs to the article behind its last paragraph: one short block, and a labelled list of related
    stories ("Baca juga:" and its links, merdeka 2021)."""
    for start, block in enumerate(tail[:4]):
        found = furniture(block.text)
        if found and found.opens:
            links = takewhile(lambda other: other.all_linked, tail[start + 1 :])
            return [*tail[: min(start, 1)], block, *links]
    return tail[:1]


def _is_of_text(block: TextBlock) -> bool:
    """A paragraph or list item of running text: what stands beside the kept ones in their element is of the article."""
    if block.link_length >= 0.3 * block.length:
        return False
    return block.type == "list_item" or (len(block.text) > 80 and block.text[-1] in '.!?"”’)…')


def _city_node(text: str) -> bool:
    return 2 < len(text) < 40 and text.rstrip().endswith(("-", "–", "—"))
