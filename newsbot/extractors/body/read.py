"""The one way to a body: pictures found, containers walked, blocks sorted into text and bins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from newsbot.extractors.body.blocks import Walk
from newsbot.extractors.body.images import MAX_IMAGES, Boxed, bare_images, captions_taken_out, find_images
from newsbot.extractors.body.noise import explicit_noise, make_judge
from newsbot.extractors.body.players import PLAYERS_CAPTION, as_video, videos_of
from newsbot.extractors.body.sorting import drop_pull_quotes, drop_repeats, sort_blocks
from newsbot.extractors.body.walk import walk
from newsbot.extractors.raw import Body, Witness
from newsbot.items import Problem
from newsbot.language.text import clean
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


def read_body(page: Page, containers: list[Node], rules: BodyRules, witness: tuple[Witness, str]) -> Body:
    """The body that the containers hold; `witness` is who named them, by which rule.

    Without containers it has no text; pictures whose boxes the rules name are found anywhere on the page.
    """
    boxed = find_images(page, rules.images, containers)
    players = videos_of(containers, page.base)
    noise = explicit_noise(page, rules.noise, containers)
    noise |= {node: ("caption", PLAYERS_CAPTION) for node in players.values() if node is not None}
    walked = walk(containers, make_judge(noise, boxed.boxes))
    if rules.trim:
        rules.trim(walked)
    draft = sort_blocks(page.base, walked)
    gone = {*boxed.boxes, *(dropped.element for dropped in walked.dropped)}
    bare = bare_images(page, containers, gone, boxed.images)
    draft.images = [*boxed.images, *bare, *captions_taken_out(walked, [*boxed.images, *bare])]
    draft.captions = {url: as_video(url, node).caption for url, node in players.items()}
    drop_repeats(draft, rules.said)
    drop_pull_quotes(draft)
    return replace(
        draft.finished(witness if containers else None), problems=tuple(_beyond_limits(walked, boxed))
    )


def _beyond_limits(walked: Walk, boxed: Boxed) -> Iterator[Problem]:
    if walked.overflow:
        yield Problem("body_too_long", "article_body", "warning", "the body was cut at its block limit")
    if boxed.unread:
        detail = f"{boxed.unread} pictures beyond the first {MAX_IMAGES} were left out"
        yield Problem("images_cut", "images", "warning", detail)


MAX_MARKUP = 1_000_000
"""Characters of a body that stands in data."""


def read_markup(url: str | None, markup: str, rules: BodyRules, witness: tuple[Witness, str]) -> Body | None:
    """The body that a page's data hold as markup, or as text whose lines are paragraphs; None where they hold none."""
    root = _tree(markup) if 0 < len(markup) <= MAX_MARKUP else None
    if root is None:
        return None
    inner = Page(url, root, etree.tostring(root, encoding="utf-8"), "utf-8")
    return read_body(inner, [root], rules, witness)


def _tree(body: str) -> Any:
    """The body's markup, or its lines as paragraphs."""
    if "<" not in body:
        root = etree.Element("div")
        for line in body.splitlines():
            etree.SubElement(root, "p").text = clean(line)
        return root
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(f"<div>{body}</div>".replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return tree.find(".//div")
