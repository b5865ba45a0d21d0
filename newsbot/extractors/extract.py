"""Page -> RawArticle: every witness is asked; the layout's rules first, the generic path where they fail."""

from __future__ import annotations

from dataclasses import replace

from newsbot.extractors.body.following import cut_following
from newsbot.extractors.body.read import BodyRules, read_body
from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.suspect import note_suspicions
from newsbot.extractors.walls import before_wall
from newsbot.extractors.witnesses.embedded import read_embedded
from newsbot.extractors.witnesses.layout import body_containers, choose_layout, read_fields
from newsbot.extractors.witnesses.nearby import fill_gaps
from newsbot.extractors.witnesses.page_data import read_page_data
from newsbot.extractors.witnesses.structured import witness_structured
from newsbot.extractors.witnesses.time_elements import witness_time_elements
from newsbot.language.text import fold
from newsbot.pages.page import Page
from newsbot.pages.pagers import Pager, printed_pager
from newsbot.pages.paging import (
    current_page,
    has_fellows,
    is_whole_article,
    next_page,
    page_number,
    without_page,
)
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
    raw.removed += cut_following(page, layout)
    for link in page.canonical_links[:1]:
        raw.hear("canonical", link, "meta", "link[rel=canonical]")
    if layout:
        raw.body = _by_layout(page, raw, layout)
    elif portal and not generic:
        raw.problem("layout_unknown", None, f"no layout of {portal.id} matches")
    witness_structured(page, raw)
    if layout is None or verify or _is_thin(raw, raw.body):
        raw.body = _without_rules(page, raw, layout, None if generic else portal)
    _note_wall(raw)
    raw.body = _by_data(page, raw, layout)
    raw.problems += raw.body.problems
    witness_time_elements(page, raw)
    _paging(page, raw, portal, layout)
    note_suspicions(page, raw, None if generic else portal, layout)
    return raw, layout


def _by_layout(page: Page, raw: RawArticle, layout: Layout) -> Body:
    """Read the fields where the layout says, then the body; what neither finds is looked for near the headline."""
    read_fields(page, layout, raw)
    raw.kind = layout.kind
    containers, rule = body_containers(page, layout)
    rules = BodyRules(images=layout.images, noise=layout.noise, said=raw.said())
    body = read_body(page, containers, rules, ("layout", rule))
    if layout.embedded and _is_thin(raw, body):
        body = read_embedded(page, layout, raw) or body
    fill_gaps(page, raw, body, containers)
    return before_wall(body, containers)


def _without_rules(page: Page, raw: RawArticle, layout: Layout | None, portal: Portal | None) -> Body:
    """The generic path's body where no rule gives one; beside a rule's own, which stays, a disagreement is noted."""
    from newsbot.extractors.ruleless import generic  # loads much, and few pages of known portals ask for it

    if layout is None:
        return generic.read_generic(page, raw, portal)
    if _is_thin(raw, raw.body):
        return generic.rescue_body(page, raw, layout)
    generic.compare(page, raw)
    return raw.body


def _note_wall(raw: RawArticle) -> None:
    """Note a wall that the body prints in the place of its rest; a page that calls itself free has an offer there."""
    wall = next((removed.text for removed in raw.body.removed if removed.rule == "paywall"), None)
    if wall and not any(candidate.value == "true" for candidate in raw.all("is_accessible_for_free")):
        raw.add("paywall", wall, "printed", "paywall")


def _by_data(page: Page, raw: RawArticle, layout: Layout | None) -> Body:
    """The body that the page's data hold, where what the page prints is none or a teaser of it."""
    shown = raw.body
    is_teaser = any(c.value == "false" for c in raw.all("is_accessible_for_free")) or raw.all("paywall")
    if not (_is_thin(raw, shown) or is_teaser or (layout is None and shown.size < _MAYBE_TEASER)):
        return shown
    told = read_page_data(page, raw, above=2 * shown.size)
    return _beside_shown(told, shown) if told else shown


def _beside_shown(told: Body, shown: Body) -> Body:
    """The body that data tell, with the pictures, sign-off and names of the one that is shown in its place; what that
    prints and data do not ("Berlangganan untuk membaca selengkapnya") is no text."""
    known = fold(" ".join(block.text for block in told.blocks))
    other = [block for block in shown.blocks if block.text and fold(block.text) not in known]
    left = shown.without(other, "beside the page's data", "promo")
    return replace(
        told,
        removed=(*left.removed, *told.removed),
        related=tuple(dict.fromkeys((*shown.related, *told.related))),
        bylines=(*shown.bylines, *told.bylines),
        initials=told.initials or shown.initials,
        images=told.images or shown.images,
        videos=tuple(dict.fromkeys((*told.videos, *shown.videos))),
    )


_MAYBE_TEASER = 600
"""Characters of a body that no rule read below which the page may show a teaser only."""


def _is_thin(raw: RawArticle, body: Body) -> bool:
    """A layout's body that is empty or suspiciously short; a gallery or video may be, where it has a caption."""
    is_captioned = any(image.caption for image in raw.pictures(body))
    if raw.kind is not None and (body.size or body.videos or is_captioned):
        return False
    return body.size < MIN_BODY


def _paging(page: Page, raw: RawArticle, portal: Portal | None, layout: Layout | None) -> None:
    paging = portal.pages if portal else None
    number = page_number(page.url, paging)
    raw.page_in_path = bool(portal and portal.pages_in_path)
    if page.url and not raw.page_in_path and without_page(page.url) != without_page(page.url, in_path=True):
        raw.page_in_path = has_fellows(page)
        if not raw.page_in_path and page_number(without_page(page.url, paging=paging), paging):
            return  # a number behind a slug, and nothing else speaks of pages: the article's own
    if (portal and portal.hidden_pages) or is_whole_article(page.url, paging):
        return
    base = next(
        (c.value for c in (*raw.all("canonical"), *raw.all("url")) if c.value.startswith("http")), page.url
    )
    if found := next_page(page, base, paging):
        raw.add("next_page", found[0], "printed", found[1])
    if found or number:
        raw.page = current_page(page, paging)
    elif not (layout and paging and paging.has_numbers):  # of those the links are known
        _note_pager(raw, printed_pager(page))


def _note_pager(raw: RawArticle, pager: Pager | None) -> None:
    if pager and not _holds_all(raw, pager):
        raw.problem("missing_page", "article_body", f"a pager says {pager.notation}")


def _holds_all(raw: RawArticle, pager: Pager) -> bool:
    """Whether the document has every picture that its pager counts: it is turned by a script."""
    return pager.of_pictures and len(raw.pictures(raw.body)) >= pager.last
