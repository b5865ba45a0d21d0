"""Page -> RawArticle: every witness is asked; the layout's rules first, the generic path where they fail."""

from __future__ import annotations

from newsbot.extractors.body.following import cut_following
from newsbot.extractors.body.read import fill_body
from newsbot.extractors.body.sorting import drop_repeats
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless import generic as generic_path
from newsbot.extractors.suspect import note_suspicions
from newsbot.extractors.witnesses.embedded import read_embedded
from newsbot.extractors.witnesses.layout import body_containers, choose_layout, read_fields
from newsbot.extractors.witnesses.nearby import fill_gaps
from newsbot.extractors.witnesses.structured import witness_structured
from newsbot.extractors.witnesses.time_elements import witness_time_elements
from newsbot.pages.page import Page
from newsbot.pages.paging import (
    current_page,
    has_fellows,
    is_whole_article,
    next_page,
    page_number,
    without_page,
)
from newsbot.pages.selectors import Node
from newsbot.portals import Layout, Portal

MIN_BODY = 120
"""Characters below which a layout's body is suspicious and the generic path is asked as well."""


def extract_raw(
    page: Page, portal: Portal | None, fetched_at: str | None, *, generic: bool = False, verify: bool = False
) -> tuple[RawArticle, Layout | None]:
    """What the page says, and the layout that read it (None on the generic path).

    With `verify` the generic body is made beside the layout's and a disagreement noted as `body_disagrees`.
    """
    raw = RawArticle(problems=list(page.problems))
    layout = choose_layout(page, portal, fetched_at) if portal and not generic else None
    following = cut_following(page, layout)
    for link in page.canonical_links[:1]:
        raw.add("canonical", link, "layout", "link[rel=canonical]")
    if layout:
        read_fields(page, layout, raw)
        raw.kind = layout.kind
        containers, rule = body_containers(page, layout)
        read_body(page, raw, layout, containers, ("layout", rule))
        if layout.embedded and _thin(raw):
            read_embedded(page, layout, raw)
        fill_gaps(page, raw, containers)
    elif portal and not generic:
        raw.problem("layout_unknown", None, f"no layout of {portal.id} matches")
    witness_structured(page, raw)
    if layout is None:
        generic_path.read_generic(page, raw, portal.noise if portal and not generic else None)
    elif _thin(raw):
        generic_path.rescue_body(page, raw, layout)
    elif verify:
        generic_path.compare(page, raw)
    witness_time_elements(page, raw)
    raw.removed += following
    _paging(page, raw, portal)
    note_suspicions(page, raw, None if generic else portal, layout)
    return raw, layout


def read_body(
    page: Page, raw: RawArticle, layout: Layout, containers: list[Node], witness: tuple[str, str]
) -> None:
    """Walk the containers and fill blocks, bins and pictures of the raw article."""
    fill_body(page, raw, containers, images=layout.images, noise=layout.noise)
    raw.body_witness = witness if containers else ("", "")
    raw.videos = [
        block.url for block in raw.blocks if block.type == "embed" and block.url and _is_video(block.url)
    ]
    headline = raw.all("headline")
    summary = raw.all("alternative_headline")
    raw.blocks = drop_repeats(
        raw.blocks, headline[0].value if headline else None, summary[0].value if summary else None
    )


def _is_video(url: str) -> bool:
    return any(
        site in url
        for site in ("youtube.com", "youtu.be", "vidio.com", "dailymotion.com", "20.detik.com", "/embed/")
    )


def _thin(raw: RawArticle) -> bool:
    """A layout's body that is empty or suspiciously short; a gallery or video may be, where it has a caption."""
    size = sum(len(block.text) for block in raw.blocks)
    if raw.kind is not None and (size or raw.videos or any(image.caption for image in raw.images)):
        return False
    return size < MIN_BODY


def _paging(page: Page, raw: RawArticle, portal: Portal | None) -> None:
    number = page_number(page.url)
    raw.page_in_path = bool(portal and portal.pages_in_path)
    if page.url and not raw.page_in_path and without_page(page.url) != without_page(page.url, in_path=True):
        raw.page_in_path = has_fellows(page)
        if not raw.page_in_path and page_number(without_page(page.url)):
            return  # a number behind a slug, and nothing else speaks of pages: the article's own
    if (portal and portal.hidden_pages) or is_whole_article(page.url):
        return
    base = next(
        (c.value for c in (*raw.all("canonical"), *raw.all("url")) if c.value.startswith("http")), page.url
    )
    if found := next_page(page, base, by_offset=bool(portal and portal.pages_by_offset)):
        raw.add("next_page", found[0], "layout", found[1])
    if found or number:
        raw.page = current_page(page)
