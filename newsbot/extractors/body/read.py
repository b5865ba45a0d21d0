"""The one way to a body: pictures found, containers walked, blocks sorted into text and bins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from newsbot.extractors.body.blocks import Walk, walk
from newsbot.extractors.body.images import bare_images, captions_taken_out, find_images
from newsbot.extractors.body.noise import explicit_noise, make_judge
from newsbot.extractors.body.sorting import drop_repeats, sort_blocks
from newsbot.extractors.raw import Body
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node
from newsbot.portals import ImageRule


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRules:
    """What is known of a body before it is read.

    `images` and `noise` are a layout's own rules; `said` is what stands above the text, headline and summary, and may
    be repeated at its top; `trim` cuts a walk to the article where its container holds more.
    """

    images: tuple[ImageRule, ...] = ()
    noise: Mapping[str, str] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    trim: Callable[[Walk], None] | None = None


def read_body(page: Page, containers: list[Node], rules: BodyRules, witness: tuple[str, str]) -> Body:
    """The body that the containers hold; `witness` is who named them, by which rule.

    Without containers it has no text; pictures whose boxes the rules name are found anywhere on the page.
    """
    pictures, boxes = find_images(page, rules.images, containers)
    walked = walk(containers, make_judge(explicit_noise(page, rules.noise, containers), boxes))
    if rules.trim:
        rules.trim(walked)
    draft = sort_blocks(page.url, walked)
    gone = {*boxes, *(dropped.element for dropped in walked.dropped)}
    bare = bare_images(page, containers, gone, pictures)
    draft.images = [*pictures, *bare, *captions_taken_out(walked, pictures)]
    videos = tuple(
        block.url for block in draft.blocks if block.type == "embed" and block.url and _is_video(block.url)
    )
    draft.blocks = drop_repeats(draft.blocks, rules.said)
    return replace(draft.finished(witness if containers else ("", ""), videos), is_cut=walked.overflow)


def _is_video(url: str) -> bool:
    return any(
        site in url
        for site in ("youtube.com", "youtu.be", "vidio.com", "dailymotion.com", "20.detik.com", "/embed/")
    )
