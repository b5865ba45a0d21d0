"""The generic path: a page that no rule knows, or whose rule gave an empty or suspicious body.

trafilatura says which text is the article; newsbot finds the element that holds it and walks that with all it
knows of the press: block structure, inserts, captions, datelines. So the text keeps its paragraphs and the noise
its bins. trafilatura costs some forty parses, so it runs here only.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from lxml import etree

from newsbot.extractors.body.read import BodyRules, read_body
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.extractors.ruleless.ends import cut_to_article
from newsbot.extractors.ruleless.holder import MIN_TEXT, densest, holder_of, running_text, with_sections
from newsbot.extractors.ruleless.page_lines import drop_page_lines
from newsbot.extractors.ruleless.people import note_people
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.ruleless.related_lists import with_related
from newsbot.extractors.ruleless.tags import note_tags
from newsbot.extractors.ruleless.teasers import drop_teasers
from newsbot.extractors.ruleless.trail_and_channel import note_channel, note_trail
from newsbot.extractors.ruleless.unlabelled import note_unlabelled, own_names
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.date_line import note_named_date
from newsbot.extractors.witnesses.headings import Stated, is_titled, other_heading, story_heading, titles
from newsbot.extractors.witnesses.layout import read_fields
from newsbot.extractors.witnesses.lead import lead_images
from newsbot.extractors.witnesses.nearby import fill_gaps, headline_node
from newsbot.language.text import fold
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import ImageRule, Layout, Portal

COMMON = Layout(
    name="generic",
    probe="html",
    headline=(),
    breadcrumbs=(
        "[itemtype*=BreadcrumbList] [itemprop=name]",
        ".breadcrumb a",
        ".breadcrumbs a",
        "ul[class*=breadcrumb] li",
        "[class*=breadcrumb] a",
        "[id*=breadcrumb] a",
    ),
)
_NOTHING_KNOWN = Layout(name="anywhere", probe="html", headline=())
_BODIES = (
    "[itemprop=articleBody]",
    ".entry-content",
    ".article-content",
    ".post-content",
    ".td-post-content",
    ".detail__body-text",
    ".read__content",
    ".detail-text",
    ".article-body",
    ".news-content",
    ".content-detail",
    ".detail-content",
    ".body-content",
    ".txt-article",
    ".article__content",
    "article",
)
"""Class names under which many templates keep the body; a hint beside trafilatura, never alone."""


def read_generic(page: Page, raw: RawArticle, portal: Portal | None = None) -> Body:
    """Read a page without a layout: gives its body, and adds its fields to `raw`.

    Of a known `portal` some rules hold on a page of any template: noise, and what its own names call.
    """
    _headline(page, raw)
    known = _of_one_story(page, portal.anywhere) if portal else _NOTHING_KNOWN
    read_fields(page, known, raw, "generic")
    read_fields(page, COMMON, raw, "generic")
    container, wanted, rule = _container(page)
    containers = [] if container is None else [container]
    noise = _small(page, portal.noise if portal else {}, container) if containers else {}
    body = _read(page, raw, container, wanted, rule, noise, known.images) if containers else Body()
    heading = headline_node(page, raw)
    places = Places(page, heading, container) if heading is not None else None
    area = OwnArea(page, (heading, *containers))
    if places:
        note_people(raw, places, area)
        note_trail(raw, places)
        note_tags(raw, places)
        told = {image.url for image in body.images if image.rule in {rule.box for rule in known.images}}
        raw.leads += (lead for lead in lead_images(page, heading, containers) if lead.url not in told)
    fill_gaps(page, raw, body, containers)
    if not raw.all("visible_date"):
        note_named_date(raw, page, area)
    if places:
        note_channel(raw, places)
        note_unlabelled(raw, body, places, area, own_names(page, raw, portal))
        body = with_related(body, places)
    return drop_page_lines(raw, body)


def _of_one_story(page: Page, known: Layout) -> Layout:
    """The rules of a portal without those that name more people than sign a story: a list of columns (kompas 2017)."""
    signed = {
        name: tuple(rule for rule in getattr(known, name) if len(page.select(rule)) <= _MOST_NAMES)
        for name in _PEOPLE
    }
    return known.but(**signed)


_PEOPLE = ("byline", "authors", "editors", "photographers")
_MOST_NAMES = 3


def _small(page: Page, noise: Mapping[str, str], container: Node) -> dict[str, str]:
    """The noise rules without those that take most of the text: in a new template a known name may mean the body."""
    whole = len(text_of(container))
    return {
        name: selector
        for name, selector in noise.items()
        if 2 * sum(len(text_of(node)) for node in page.select(selector, within=container)) < whole
    }


def rescue_body(page: Page, raw: RawArticle, layout: Layout) -> Body:
    """Read the body generically where the layout's is too thin; the longer of the two stays, with a problem."""
    body = raw.body
    container, wanted, rule = _container(page)
    if container is None:
        return body
    other = _read(page, raw, container, wanted, rule, layout.noise)
    if other.size <= 2 * body.size + MIN_TEXT:
        return body
    raw.problem(
        "layout_suspect", "article_body", f"the body rule of layout {layout.name} gave almost no text"
    )
    return replace(
        other,
        images=body.images or other.images,
        videos=tuple(dict.fromkeys((*body.videos, *other.videos))),
        bylines=tuple(dict.fromkeys((*body.bylines, *other.bylines))),
        initials=body.initials or other.initials,
    )


def compare(page: Page, raw: RawArticle) -> None:
    """Note `body_disagrees` where the generic extraction keeps clearly other text than the layout's body."""
    text = _trafilatura(page)
    words, ours = set(fold(text or "").split()), set(fold(" ".join(b.text for b in raw.body.blocks)).split())
    if words and len(words & ours) < 0.7 * min(len(words), len(ours) or 1):
        raw.problem("body_disagrees", "article_body", f"{len(words & ours)} of {len(words)} words shared")


def _headline(page: Page, raw: RawArticle) -> None:
    """The heading on which title, og:title, structured data and address agree, else the longest h1, else the title."""
    structured = [candidate.value for candidate in raw.all("headline") if candidate.witness == "structured"]
    stated = Stated.by(page, structured)
    if found := story_heading(page, stated):
        raw.add("headline", found[0], "generic", found[1])
    elif other := other_heading(page, stated):
        raw.add("headline", other, "generic", "longest h1")
    elif title := next((text_of(node) for node in page.tagged("title")), ""):
        raw.hear("headline", max(_PARTS.split(title), key=len), "title", "title")


_PARTS = re.compile(r"\s+(?:[|»–—]|-|::)\s+")


def _trafilatura(page: Page) -> str | None:
    """The text that trafilatura takes for the article, paragraphs on lines of their own, or None.

    It reads the tree as it stands, without comments and following stories, and without the entries of story lists:
    it would take an `article` element of another story for this one, and excerpts for paragraphs.
    """
    import trafilatura
    from lxml import html

    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # it tells of every page it gives up, to nobody's use
    try:
        tree = html.document_fromstring(
            etree.tostring(page.root, encoding="utf-8", method="html"),
            parser=html.HTMLParser(encoding="utf-8", no_network=True),
        )
        drop_teasers(tree)
        text = trafilatura.extract(
            tree,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            include_images=False,
            deduplicate=False,
            fast=False,
            output_format="txt",
        )
    except Exception:  # noqa: BLE001 - a third-party extractor on hostile bytes: its failure is no answer
        return None
    return text if isinstance(text, str) else None


_DOUBTFUL = 800
"""Characters that trafilatura gives below which the densest element has a vote: it may have found a caption only."""


def _container(page: Page) -> tuple[Any, list[str], str]:
    """The smallest element that holds nearly all of the article's text, the paragraphs looked for, and the rule."""
    text = _trafilatura(page)
    wanted = [
        key
        for key in (fold(line.strip("-• ")) for line in (text or "").splitlines())
        if len(key) > 40 and key[0] != "|"
    ]
    total = sum(map(len, wanted))
    dense = densest(page)
    if dense is not None and total < _DOUBTFUL and running_text(dense) > 2 * total > 0:
        return with_sections(dense), [], "densest element"
    if total >= MIN_TEXT:
        node = holder_of(page, wanted)
        if node is not None:
            return with_sections(node), wanted, "trafilatura text"
    for selector in _BODIES:
        for node in page.select(selector):
            if running_text(node) > MIN_TEXT:
                return node, [], selector
    if dense is None and (short := _short_holder(page, wanted)) is not None:
        return short, wanted, "short text below the headline"
    return dense, [], "densest element"


_SHORT = 80
"""Characters of a text that is an article at all: the last page of one, a line of breaking news."""


def _short_holder(page: Page, wanted: list[str]) -> Node | None:
    """The element of a text too short to be told by its length: the page says that it is an article, and whole
    sentences stand behind the heading that its title repeats."""
    sentences = [key for key in wanted if key[-1] in _SENTENCE_ENDS]
    if (
        not 2 <= len(sentences) == len(wanted)
        or sum(map(len, sentences)) < _SHORT
        or not _is_called_article(page)
    ):
        return None
    known = titles(page)
    heading = next((node for node in page.tagged("h1", "h2") if is_titled(text_of(node), known)), None)
    node = holder_of(page, wanted)
    if heading is None or node is None or node.tag in ("body", "html"):
        return None
    is_below = node in heading.iterancestors() or page.in_order([node, heading])[0] is heading
    return node if is_below else None


_SENTENCE_ENDS = '.!?"”’)'


def _is_called_article(page: Page) -> bool:
    return any((meta.get("content") or "").strip().lower() == "article" for meta in page.select(_OG_TYPE))


_OG_TYPE = "meta[property='og:type']"


def _read(
    page: Page,
    raw: RawArticle,
    container: Node,
    wanted: list[str],
    rule: str,
    noise: Mapping[str, str],
    images: tuple[ImageRule, ...] = (),
) -> Body:
    rules = BodyRules(
        images=images,
        noise=noise,
        said=raw.said(),
        trim=partial(cut_to_article, wanted=wanted),
    )
    body = read_body(page, [container], rules, ("generic", rule))
    return replace(body, images=tuple(map(_by_no_layout, body.images)))


def _by_no_layout(image: RawImage) -> RawImage:
    """The picture with the witness that a rule has where no layout was chosen."""
    return replace(image, witness="generic") if image.witness == "layout" else image
