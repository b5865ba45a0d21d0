"""What stands near the headline and below the body: date line and byline, where no rule of the layout found them.

Templates move their date line between years and channels of one portal (kompas 2015 has three), but it stays close
to the headline; editors and reporters stand there or right below the text. A reading by position is weaker than one
by rule, so it is asked only for what is missing, under the witness `printed`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from newsbot.extractors.furniture import furniture, is_furniture_of
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.date_line import note_date_line
from newsbot.extractors.witnesses.headings import UNDER, heading_text
from newsbot.extractors.witnesses.lead import lead_images
from newsbot.extractors.witnesses.short_texts import said, short_texts
from newsbot.language.byline import names_editor, parse_byline
from newsbot.language.dates import parse_date
from newsbot.language.sign_offs import is_initials, split_sign_off
from newsbot.language.text import fold
from newsbot.lexicon import cached, words
from newsbot.pages.around import behind, beside
from newsbot.pages.measures import HEADINGS
from newsbot.pages.page import Page, separated_text, short_text
from newsbot.pages.selectors import Node

_BELOW = 60
"""Elements behind the text among which a byline is looked for."""
_TITLED = frozenset("b strong big font span div td a p".split())
"""Elements that print the headline on pages without headings (hand-made pages before 2010)."""
_LONGEST_BYLINE = 120


def fill_gaps(page: Page, raw: RawArticle, body: Body, containers: list[Node]) -> None:
    """Add dates, bylines, initials and a picture from around headline and body where page and body have none."""
    gaps = Gaps.of(raw, body, containers)
    if gaps.are_open and (heading := headline_node(page, raw)) is not None:
        fill_around(page, raw, gaps, heading, containers, OwnArea(page, (heading, *containers)))


class Gaps(NamedTuple):
    """What page and body lack, told before anything is looked for in the tree: most pages of a known layout lack
    nothing. `initials` are those that stand right behind the body."""

    date: bool
    editor: bool
    picture: bool
    initials: str | None

    @classmethod
    def of(cls, raw: RawArticle, body: Body, containers: list[Node]) -> Gaps:
        """The gaps of a page whose text stands in these elements."""
        is_pictured = any(image.caption or image.credit for image in raw.pictures(body))
        initials = None if body.initials or not containers else _sign_off(containers[-1])
        return cls(not _reads_date(raw), not _reads_editor(raw, body), not is_pictured, initials)

    @property
    def are_open(self) -> bool:
        """Whether anything may be filled."""
        return self.date or self.editor or self.picture or self.initials is not None


def fill_around(
    page: Page,
    raw: RawArticle,
    gaps: Gaps,
    heading: Node,
    containers: list[Node],
    area: OwnArea,
    leads: list[RawImage] | None = None,
) -> None:
    """Fill the gaps where the headline's element is known, and whose the others are; `leads` are the pictures at the
    headline where they have been looked for."""
    if gaps.date:
        note_date_line(raw, heading, area, containers)
    if gaps.editor:
        _bylines(raw, heading, containers, area)
    raw.add("initials", gaps.initials, "printed", "sign-off behind the body")
    if gaps.picture:
        found = lead_images(page, heading, containers, area) if leads is None else leads
        raw.leads += (lead for lead in found if lead not in raw.leads)


def headline_node(page: Page, raw: RawArticle) -> Node | None:
    """The element that prints the headline."""
    return printing(page, {fold(candidate.value) for candidate in raw.all("headline")})


def printing(page: Page, wanted: set[str]) -> Node | None:
    """The heading that prints one of the folded texts, the last where a logo repeats it (okezone 2015), else the first
    other element that does."""
    found = None
    longest = _LOOSELY * max(map(len, wanted), default=0)
    for tag in HEADINGS:
        for node in page.tagged(tag):
            if (text := heading_text(node, longest)) and fold(text) in wanted:
                found = node
        if found is not None:
            return found
    return next((node for node in page.root.iter(*_TITLED) if fold(node.text or "") in wanted), None)


_LOOSELY = 2
"""How many times as long as a folded text one may be that folds to it."""


def _reads_date(raw: RawArticle) -> bool:
    for candidate in raw.all("visible_date"):
        reading = parse_date(candidate.value, fallback=False)
        if reading and reading.value and reading.precision != "day":
            return True
    return False


def _reads_editor(raw: RawArticle, body: Body) -> bool:
    """Whether an editor is read already: then the byline is whole. Reporters alone leave the question open."""
    lines = [*raw.all("printed_byline"), *body.bylines]
    return bool(raw.all("printed_editors")) or any(names_editor(candidate.value) for candidate in lines)


def _bylines(raw: RawArticle, heading: Node, containers: list[Node], area: OwnArea) -> None:
    """Labelled bylines only: a name without a label near a headline may be anybody's; and none of another story's."""
    areas = [behind(heading, UNDER), *([behind(containers[-1], _BELOW)] if containers else [])]
    for nodes in areas:
        for node, printed in short_texts(nodes, _LONGEST_BYLINE, separated_text, _signs()):
            text = _without_mark(printed)
            if _is_byline(text) and not area.signs_another(node, text):
                raw.add("printed_byline", text, "printed", "byline at the headline or below the text")


@cached
def _signs() -> re.Pattern[str]:
    """What a labelled byline holds: a label, or that somebody contributed."""
    return said(words("roles.labels"), "berkontribusi")


def _without_mark(text: str) -> str:
    """A line without what stands before its labels: a mark in brackets, "(kabar.id - wir/lak) | Reporter: Wira" (tirto
    2016), or a source (bisnis 2012)."""
    first, bar, rest = text.partition(" | ")
    if not bar or len(first) > _LONGEST_MARK:
        return text
    found = furniture(first)
    is_mark = first[0] + first[-1] in ("()", "[]") or (found is not None and found.rule == "source")
    return rest if is_mark else text


def _is_byline(text: str) -> bool:
    return is_furniture_of(text, "byline") and bool(parse_byline(text, "").people)


_LONGEST_MARK = 40


def _sign_off(container: Node) -> str | None:
    """Sign-off initials right behind the body container (okezone 2015)."""
    for node in islice(beside(container), 4):
        text = short_text(node, _LONGEST_SIGN_OFF)
        if 3 < len(text) < _LONGEST_SIGN_OFF:
            rest, mark = split_sign_off(text, alone=True)
            if mark and not rest and is_initials(mark):
                return mark
    return None


_LONGEST_SIGN_OFF = 25
