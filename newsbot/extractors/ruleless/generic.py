"""The generic path: a page that no rule knows, or whose rule gave an empty or suspicious body.

The element that holds the article is chosen and walked with all that newsbot knows of the press: block structure,
inserts, captions, datelines. So the text keeps its paragraphs and the noise its bins. Around it stand people, trail,
channel and tags, which tell by their places whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from newsbot.extractors.body.read import BodyRules, read_body
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.extractors.ruleless.arbiter import note_unasked, told_text
from newsbot.extractors.ruleless.channel import note_channel
from newsbot.extractors.ruleless.choice import PHOTOS, Choice, choose
from newsbot.extractors.ruleless.date_lines import note_posted
from newsbot.extractors.ruleless.ends import cut_to_article
from newsbot.extractors.ruleless.live import note_live
from newsbot.extractors.ruleless.page_lines import drop_page_lines
from newsbot.extractors.ruleless.people import note_editor_at_date, note_people
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.ruleless.related_lists import with_related
from newsbot.extractors.ruleless.signers import note_signer
from newsbot.extractors.ruleless.styled_title import styled_title
from newsbot.extractors.ruleless.tags import note_tags
from newsbot.extractors.ruleless.trail import note_trail
from newsbot.extractors.ruleless.unlabelled import note_unlabelled, own_names
from newsbot.extractors.ruleless.weights import MIN_TEXT, weigh
from newsbot.extractors.ruleless.writer_links import note_writer_links
from newsbot.extractors.walls import before_wall
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.date_line import note_named_date, note_update_line
from newsbot.extractors.witnesses.headings import Stated, other_heading, story_heading
from newsbot.extractors.witnesses.layout import read_fields
from newsbot.extractors.witnesses.lead import bare_row, lead_images, lead_videos
from newsbot.extractors.witnesses.nearby import Gaps, fill_around, headline_node, printing
from newsbot.language.names import is_place
from newsbot.language.text import BLANKS, clean, fold
from newsbot.lexicon import class_words
from newsbot.pages.measures import names_of
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import NOTHING_KNOWN, ImageRule, Layout, Portal

COMMON = Layout(
    name="generic",
    probe="html",
    headline=(),
    breadcrumbs=(
        "[itemtype*=BreadcrumbList] [itemprop=name]",
        "ol[class*=breadcrumb] li",
        "ul[class*=breadcrumb] li",
        ".breadcrumb a",
        ".breadcrumbs a",
        "[class*=breadcrumb] a",
        "[id*=breadcrumb] a",
    ),
)


def read_generic(page: Page, raw: RawArticle, portal: Portal | None = None) -> Body:
    """Read a page without a layout: gives its body, and adds its fields to `raw`.

    Of a known `portal` some rules hold on a page of any template: noise, and what its own names call.
    """
    _headline(page, raw)
    known = _of_one_story(page, portal.anywhere) if portal else NOTHING_KNOWN
    read_fields(page, known, raw, "generic")
    read_fields(page, COMMON, raw, "generic")
    heading = headline_node(page, raw)
    choice = choose(page, raw, heading)
    containers = [choice.node] if choice else []
    noise = _small(page, portal.noise if portal else {}, choice.node) if choice else {}
    body = _read(page, raw, choice, noise, known.images) if choice else Body()
    places = Places(page, heading, choice and choice.node) if heading is not None else None
    area = OwnArea(page, (heading, *containers))
    _own_name(page, raw)
    own = own_names(page, raw, portal)
    if places:
        note_people(raw, places, area)
        note_trail(raw, places, own)
        note_tags(raw, body, places)
        told = {image.url for image in body.images if image.rule in {rule.box for rule in known.images}}
        is_photos = choice is not None and choice.rule == PHOTOS  # they stand on either side of its paragraph
        leads = lead_images(page, heading, [] if is_photos else containers, area)
        leads = leads or (bare_row(page, heading, area) if is_photos else [])
        raw.leads += (lead for lead in leads if lead.url not in told)
        body = replace(body, videos=(*lead_videos(heading, containers, area), *body.videos))
        fill_around(page, raw, Gaps.of(raw, body, containers), heading, containers, area, leads)
    note_posted(raw, body)
    if not raw.all("visible_date"):
        note_named_date(raw, page, area)
    if places:
        note_update_line(raw, heading, area, containers)
        note_channel(raw, places)
        note_live(raw, body, places)
        note_editor_at_date(raw)
        note_unlabelled(raw, body, places, area, own)
        note_signer(raw, body, places, area)
        note_writer_links(page, raw)
        body = with_related(body, places)
    return before_wall(drop_page_lines(raw, body, own), containers)


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
    choice = choose(page, raw, headline_node(page, raw))
    if choice is None:
        return body
    other = _read(page, raw, choice, layout.noise)
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
    """Note `body_disagrees` where the generic extraction keeps clearly other text than the layout's body, and
    `body_unchecked` where it is not asked."""
    if note_unasked(page, raw):
        return
    words, ours = (
        set(fold(told_text(page) or "").split()),
        set(fold(" ".join(b.text for b in raw.body.blocks)).split()),
    )
    if words and len(words & ours) < 0.7 * min(len(words), len(ours) or 1):
        raw.problem("body_disagrees", "article_body", f"{len(words & ours)} of {len(words)} words shared")


def _own_name(page: Page, raw: RawArticle) -> None:
    """Note the other part of a title in two ("MMC Lintang | Wabup Tinjau Posko"): the outlet's, with which its text
    may begin; a town there is where the story happens as well."""
    title = next(map(text_of, page.tagged("title")), "")
    parts = [part.strip() for part in _PARTS.split(title)]
    if len(parts) == 2 and (head := raw.first("headline")) and fold(head) in map(fold, parts):
        name = parts[fold(parts[0]) == fold(head)]
        if len(name.split()) <= _NAME_WORDS and not is_place(name):
            raw.hear("own_name", name, "title", "title beside the headline")


_NAME_WORDS = 4


def _headline(page: Page, raw: RawArticle) -> None:
    """The heading on which title, og:title, structured data and address agree, else the longest h1, else the title.

    Where nothing prints what these say, the line above the text that is printed as a title comes first.
    """
    structured = [candidate.value for candidate in raw.all("headline") if candidate.witness == "structured"]
    stated = Stated.by(page, structured)
    if found := story_heading(page, stated):
        raw.add("headline", found[0], "generic", found[1])
    elif other := other_heading(page, stated):
        titled = _titled_line(page)
        raw.add(
            "headline", titled or other, "generic", "line that the title repeats" if titled else "longest h1"
        )
    else:
        title = _of_title(next(map(text_of, page.tagged("title")), ""), raw)
        told = {
            fold(text) for text in (title, *(candidate.value for candidate in raw.all("headline"))) if text
        }
        shown = printing(page, told)
        # a link is the site's name
        is_sites = shown is None or next(shown.iterancestors("a"), shown).tag == "a"
        if is_sites or not any(map(stated.may_be_addressed, told)):
            _note_styled(page, raw, stated)
        # a dash of its own, and no site's behind it
        elif shown is not None and _PARTS.search(clean(shown.text or "")):
            raw.add("headline", clean(shown.text), "generic", "line that the title repeats")
        raw.hear("headline", title, "title", "title")


def _of_title(whole: str, raw: RawArticle) -> str:
    """The headline in a page's title: its longest part, or what the page states of which that is the beginning
    ("Harga Beras – Tinjauan - Kabar")."""
    longest = max(_PARTS.split(whole), key=len)
    stated = (candidate.value for candidate in raw.all("headline"))
    return next((one for one in stated if fold(longest) in fold(one) and fold(one) in fold(whole)), longest)


def _titled_line(page: Page) -> str | None:
    """The line, no heading, that prints the page's whole title and is called one: beside it an h1 is the site's own
    (Joomla 1.5, `td.contentheading`)."""
    title = next(map(text_of, page.tagged("title")), "")
    if len(title.split()) < _TITLE_WORDS:
        return None
    line = next((node for node in page.tagged("td") if fold(node.text or "") == fold(title)), None)
    return title if line is not None and class_words("title").search(names_of(line)) else None


_TITLE_WORDS = 4


def _note_styled(page: Page, raw: RawArticle, stated: Stated) -> None:
    text = weigh(page).densest()
    node = styled_title(page, text, stated) if text is not None else None
    if node is not None and (not raw.all("headline") or stated.agree(text_of(node))):
        raw.add("headline", text_of(node), "generic", "line printed as a title")


_PARTS = re.compile(rf"{BLANKS}(?:[|»–—]|-|::)\s++")


def _read(
    page: Page, raw: RawArticle, choice: Choice, noise: Mapping[str, str], images: tuple[ImageRule, ...] = ()
) -> Body:
    trim = partial(cut_to_article, wanted=choice.paragraphs, headline=raw.first("headline") or "")
    rules = BodyRules(images=images, noise=noise, said=raw.said(), trim=trim)
    body = read_body(page, [choice.node], rules, ("generic", choice.rule))
    return replace(body, images=tuple(map(_by_no_layout, body.images)))


def _by_no_layout(image: RawImage) -> RawImage:
    """The picture with the witness that a rule has where no layout was chosen."""
    return replace(image, witness="generic") if image.witness == "layout" else image
