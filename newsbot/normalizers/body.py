"""The body: the dateline cut from the first paragraph, block types settled, pictures typed with caption and credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import Body, Candidate, RawArticle, RawImage
from newsbot.items import Block, Image
from newsbot.language.byline import parse_byline
from newsbot.language.captions import clean_credit, split_caption
from newsbot.language.dateline import Dateline, place_on_own_line, split_dateline
from newsbot.language.names import person_key
from newsbot.language.text import ends_sentence, fold

_WRITERS = ("printed_authors", "printed_byline", "structured_author", "structured_creator")
_LONGEST_NAME = 60
_LONGEST_LINE = 60
"""Characters up to which a block before the dateline is a caption, a kicker or a label, whatever it says."""
_DASHES = " -–—"
_LIST_MARK = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)])\s")


def cut_dateline(
    blocks: Sequence[TextBlock], brands: tuple[str, ...], city_only: bool, *, unknown: bool = False
) -> tuple[Dateline | None, list[TextBlock]]:
    """The dateline of the first paragraph, also where it is a node of its own, follows one short block or is signed
    behind a longer one, and the blocks without it."""
    behind_text = False
    for index, block in enumerate(blocks[:3]):
        if block.type not in ("paragraph", "quote") or not block.text:
            continue
        found = _dateline(block, brands, city_only, unknown) or _on_own_line(
            block, blocks[index + 1 :], brands
        )
        if found and (not behind_text or _stands_out(found)):
            rest = [replace(block, text=found.rest)] if found.rest else []
            return found, [*blocks[:index], *rest, *blocks[index + 1 :]]
        if behind_text:
            break
        behind_text = len(block.text) > _LONGEST_LINE
    return None, list(blocks)


def _dateline(block: TextBlock, brands: tuple[str, ...], city_only: bool, unknown: bool) -> Dateline | None:
    found = split_dateline(
        block.text, brands=brands, bold=block.lead_bold, city_only=city_only, unknown=unknown
    )
    if found is None and len(block.text) <= _LONGEST_LINE and block.lead_bold:
        return split_dateline(block.text + " ", brands=brands, bold=block.lead_bold, city_only=city_only)
    return found


def _on_own_line(block: TextBlock, below: Sequence[TextBlock], brands: tuple[str, ...]) -> Dateline | None:
    """The place that stands alone above the paragraph with which the text begins."""
    is_line = len(block.text) <= _LONGEST_LINE and bool(below) and len(below[0].text) > _LONGEST_LINE
    return place_on_own_line(block.text, brands) if is_line and below[0].type == "paragraph" else None


def _stands_out(found: Dateline) -> bool:
    """Whether a dateline is none of the later paragraphs' own beginnings ("Solo - 30 derajat"): an outlet signs beside
    the place, and a dash ends it. What stands above it is a caption or a summary."""
    signed = found.place and found.raw.rstrip(_DASHES) != found.place
    return bool(signed) and found.raw.endswith(tuple(_DASHES.strip()))


def cut_writer(raw: RawArticle, body: Body) -> Body:
    """The body without a bold last line that is a name the page gives as its writer's elsewhere."""
    texts = [block for block in body.blocks if block.text]
    last = texts[-1] if len(texts) > 1 else None
    if last is None or not last.all_bold or len(last.text) > _LONGEST_NAME:
        return body
    known = {
        person_key(person.name)
        for name in _WRITERS
        for candidate in raw.all(name)
        for person in parse_byline(candidate.value).people
    }
    if person_key(last.text) not in known:
        return body
    signed = Candidate(last.text, "body", "writer at the end")
    return replace(body.without([last], "writer at the end", "byline"), bylines=(*body.bylines, signed))


def typed_blocks(blocks: Sequence[TextBlock]) -> list[Block]:
    """Blocks of the record: a short wholly bold or wholly linked paragraph without a full stop is a sub-heading."""
    result: list[Block] = []
    last = max((i for i, b in enumerate(blocks) if b.text), default=-1)
    for index, block in enumerate(blocks):
        if block.type == "embed":
            result.append(Block("embed", "", url=block.url))
        elif block.type == "paragraph" and index != last and _is_heading(block):
            result.append(Block("heading", block.text))
        else:
            result.append(Block(block.type, block.text, block.level))
    return result


def _is_heading(block: TextBlock) -> bool:
    if not (block.all_bold or block.all_linked) or len(block.text.split()) > 14:
        return False
    return (
        not ends_sentence(block.text, also=":;,")
        or block.text.endswith(("?", ":"))
        or bool(_LIST_MARK.match(block.text))
    )


def typed_images(images: list[RawImage]) -> list[Image]:
    """Pictures with caption and credit apart; the first is the main one.

    One without an address is kept for its caption (merdeka 2021 and liputan6 2021 draw some by script); one that says
    nothing either is none.
    """
    result: list[Image] = []
    for raw in images:
        caption, credit = (
            (raw.caption, clean_credit(raw.credit))
            if raw.credit
            else split_caption(raw.caption or "", raw.alt)
        )
        if caption is not None and credit is not None and fold(caption) == fold(credit):
            caption = None
        if not (raw.url or caption or credit):
            continue
        result.append(
            Image(
                raw.url,
                caption or None,
                credit,
                raw.alt,
                _pixels(raw.width),
                _pixels(raw.height),
                is_main=not result,
            )
        )
    return result


def _pixels(text: str | None) -> int | None:
    digits = (text or "").strip().removesuffix("px")
    return int(digits) if digits.isdecimal() and len(digits) <= 5 else None
