"""The body of a raw article: pictures found, containers walked, blocks sorted into text and bins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsbot.extractors.body.blocks import Walk, walk
from newsbot.extractors.body.images import bare_images, captions_taken_out, find_images
from newsbot.extractors.body.noise import explicit_noise, make_judge
from newsbot.extractors.body.sorting import sort_blocks
from newsbot.extractors.raw import RawArticle
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node
from newsbot.portals import ImageRule


def fill_body(
    page: Page,
    raw: RawArticle,
    containers: list[Node],
    *,
    images: tuple[ImageRule, ...] = (),
    noise: Mapping[str, str] | None = None,
    trim: Callable[[Walk], None] | None = None,
) -> None:
    """Fill blocks, bins and pictures of the raw article from the containers.

    `images` and `noise` are a layout's own rules; `trim` may cut the walk before its blocks are sorted.
    """
    pictures, drop = find_images(page, images, containers)
    result = walk(containers, make_judge(explicit_noise(page, noise or {}, containers), drop))
    if trim:
        trim(result)
    sort_blocks(page, result, raw)
    gone = {*drop, *(dropped.element for dropped in result.dropped)}
    raw.images = (
        pictures + bare_images(page, containers, gone, pictures) + captions_taken_out(result, pictures)
    )
