"""What pages of one article say, put together: blocks in page order, lists united, lone facts from whoever has them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from newsbot.items import Article, Block, Image

_SENTENCE = 4
"""Words from which on a text that stands on two pages is a repeat; "Bahan:" and "Tidak." may stand on both."""


def blocks_of(parts: list[Article]) -> list[Block]:
    """The blocks in page order; what an earlier page has already said is said once."""
    blocks: list[Block] = []
    seen: set[object] = set()
    opening = [_key(block) for block in parts[0].blocks]
    for count, part in enumerate(parts):
        fresh = part.blocks if count == 0 else _fresh(part.blocks, opening, seen)
        blocks += fresh
        seen.update(_key(block) for block in fresh)
    return blocks


def repeats(first: Article, later: Article) -> bool:
    """Whether a later page is the first one again: servers answer a page that they cannot find, or not just now, with
    the first."""
    said = {_key(block) for block in first.blocks}
    return bool(later.blocks) and all(_key(block) in said for block in later.blocks)


def _fresh(blocks: list[Block], opening: list[object], seen: set[object]) -> list[Block]:
    """A later page's blocks without the opening it shares with the first page, and without repeats."""
    start = 0
    while start < min(len(blocks), len(opening)) and _key(blocks[start]) == opening[start]:
        start += 1
    return [block for block in blocks[start:] if not (_may_repeat(block) and _key(block) in seen)]


def _may_repeat(block: Block) -> bool:
    if block.type in ("image", "embed"):
        return True
    return block.type in ("paragraph", "quote") and len(block.text.split()) >= _SENTENCE


def _key(block: Block) -> object:
    picture = block.image.url if block.image else None
    return block.type, " ".join(block.text.split()), picture or block.url


def united(lists: Iterable[list[Any]]) -> list[Any]:
    """The items of all lists in order, each once. Pictures and persons are the same by what names them."""
    by_name: dict[object, Any] = {}
    for item in (item for items in lists for item in items):
        by_name.setdefault(_identity(item), item)
    return list(by_name.values())


def _identity(item: Any) -> object:
    """A person's name, a picture's or video's URL, else the whole item."""
    for name in ("name", "url"):
        if value := getattr(item, name, None):
            return type(item), value, getattr(item, "text", None)
    return item


def fill(article: Article, names: tuple[str, ...], parts: list[Article]) -> None:
    """Fields that belong together, from the first page that has them: the sign-off stands on the last one."""
    for part in parts:
        if getattr(part, names[0]) not in (None, []):
            for name in names:
                setattr(article, name, getattr(part, name))
            _take_source(article, names[0], part)
            return


def _take_source(article: Article, name: str, part: Article) -> None:
    if source := part.metadata.fields.get(name):
        article.metadata.fields = {**article.metadata.fields, name: source}


def unite_metadata(article: Article, parts: list[Article]) -> None:
    """What was removed and noted on any page, and the confidence in the least trusted one: the text is right where all
    of its pages are."""
    known = [part.metadata.confidence for part in parts if part.metadata.confidence is not None]
    article.metadata.confidence = min(known, default=None)
    article.metadata.removed = _each_once(item for part in parts for item in part.metadata.removed)
    article.metadata.problems = _each_once(item for part in parts for item in part.metadata.problems)


def one_main(images: list[Image]) -> list[Image]:
    """Every page has a main picture of its own; the article has the first of them."""
    main = next((image for image in images if image.is_main), None)
    return [image if image is main else dataclasses.replace(image, is_main=False) for image in images]


def _each_once(items: Iterable[Any]) -> list[Any]:
    kept: list[Any] = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return kept
