"""The writer's name at the headline that no element is named for: with a label, beside the date, before the outlet's.

Without a label a channel, a tag and a town stand there as well, so a name counts only where nothing says that it is
something else: it leads nowhere but to a writer's page, no menu repeats it, its words are no common ones. A wrong name
is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.ruleless.date_neighbours import NAMELESS, across, entries_of, neighbours
from newsbot.extractors.ruleless.icons import ICONS, begins_with_icon, behind_icons, is_behind_icon
from newsbot.extractors.ruleless.labelled import labelled_line
from newsbot.extractors.ruleless.people import may_lead_to_writer, named_editors
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.ruleless.portraits import named_portraits
from newsbot.extractors.whose import OwnArea
from newsbot.extractors.witnesses.short_texts import short_texts
from newsbot.language.byline import names_author, names_editor, parse_byline
from newsbot.language.captions import split_caption
from newsbot.language.dates import beside_date, ends_with_age
from newsbot.language.names import is_organisation, is_place, person_name, without_place
from newsbot.language.text import ANY_BLANKS, BLANKS, clean, fold
from newsbot.lexicon import cached, is_called, word_set, words
from newsbot.pages.addresses import leads_to_writer
from newsbot.pages.measures import names_of
from newsbot.pages.page import Page, separated_text, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import Portal, host_of

_ABOVE = 40
"""Elements above the headline among which its date line stands."""
_LONGEST = 110
"""Characters of a date line with all that stands in it."""
_LONGEST_NAME = 60
_MOST_LINES = 3
"""Date lines at the headline that are looked at."""
_MOST_NAMES = 3
_WORDS_OF_NAME = range(2, 6)
_PARTS = re.compile(rf"{ANY_BLANKS}[|•·/]\s*+|{BLANKS}[-–—]\s++")
_JOINTS = re.compile(rf",\s++|{BLANKS}(?:dan|and|&)\s++")
_JOINED_LINKS = re.compile(r" \| (?P<joint>dan|and|&) \| ")
"""Two names, each in a link of its own, with the word that joins them."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_INLINE = frozenset(("a", "b", "strong", "em", "i", "span"))
"""Elements whose line goes on behind their end."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands at the headline, and what tells a name from other words there."""

    nodes: list[Node]
    area: OwnArea
    own: tuple[str, ...]
    raw: RawArticle
    places: Places
    text: str
    credits: frozenset[str]
    """The words of the pictures' credits, folded: they tell a name of one word ("MTVN/Amaluddin")."""


def note_unlabelled(raw: RawArticle, body: Body, places: Places, area: OwnArea, own: tuple[str, ...]) -> None:
    """Add the names at the headline that nothing labels, where the page names no writer otherwise.

    `own` are the outlet's names.
    """
    if names_writer(raw, body):
        return
    nodes = [node for node, _ in places.between(places.start - _ABOVE, places.text_start)]
    if line := labelled_line(nodes, area):
        raw.add("printed_byline", line, "generic", "labelled name at the headline")
        return
    text = " ".join(block.text for block in body.blocks)
    head = _Head(nodes, area, own, raw, places, text, _credited(raw, body))
    for node, text, rule in _candidates(head, list(islice(_date_lines(head), _MOST_LINES))):
        if names := _names_in(text, node, head):
            raw.add("printed_byline", ", ".join(names), "generic", rule)
            return


def _credited(raw: RawArticle, body: Body) -> frozenset[str]:
    lines = ((image.credit, split_caption(image.caption or "")[1]) for image in raw.pictures(body))
    return frozenset(
        word for line in lines for credit in line if credit for word in _CREDIT_WORDS(fold(credit))
    )


_CREDIT_WORDS = re.compile(r"[^\W\d_]{4,}").findall


def own_names(page: Page, raw: RawArticle, portal: Portal | None) -> tuple[str, ...]:
    """What the outlet calls itself: its host, the site name it states, and what its portal declares."""
    declared = (*portal.brands, portal.name, *portal.names.values()) if portal else ()
    site = (candidate.value for candidate in raw.all("site_name"))
    host = host_of(page.address)
    return tuple(filter(None, (host, host and host.removeprefix("www."), *site, *declared)))


def names_writer(raw: RawArticle, body: Body) -> bool:
    """Whether the page names a writer already, by a label or as a byline."""
    lines = [(c.value, "") for c in body.bylines]
    lines += [(c.value, "author") for name in ("printed_authors", "printed_byline") for c in raw.all(name)]
    return any(names_author(text, role) for text, role in lines)


def _candidates(head: _Head, lines: list[tuple[Node, str]]) -> Iterator[tuple[Node, str, str]]:
    """Where a name may stand, the likelier place first: the element, its text and the rule."""
    icons = ((icon, text) for icon, text in behind_icons(head.nodes) if _is_own(icon, head))
    yield from ((icon, text, "name behind the icon of a person") for icon, text in icons)
    for node, beside in lines:
        yield node, beside, "name in the date line"
    for node, _ in lines:
        for neighbour in (*neighbours(node), *across(node, head.places.heading)):
            text = entries_of(neighbour) or separated_text(neighbour)
            if len(text) <= _LONGEST_NAME and _is_own(neighbour, head) and not _is_pictures(neighbour):
                yield neighbour, text, "name beside the date"
    for box, name in named_portraits(head.nodes):
        if _is_own(box, head):
            yield box, name, "name that a portrait's alternative text repeats"
    yield from _before_outlets(head)


def _before_outlets(head: _Head) -> Iterator[tuple[Node, str, str]]:
    for node in head.nodes:
        text = _line_of(node)
        if text and _ends_with_outlet(text, head.own) and _is_own(node, head):
            yield node, text, "name before the outlet's"


def _is_pictures(node: Node) -> bool:
    """Whether a box is a picture's, where names are credits: "<div class=photo><img><span>Ruly</span>Wagon R</div>"
    (kompas 2021); one called a writer's holds a portrait."""
    names = names_of(node)
    return is_called(names, "picture") and not is_called(names, "portrait")


def _is_own(node: Node, head: _Head) -> bool:
    return head.area.whose(node) is None and not head.places.is_elsewhere(
        node, unless=head.area.leads_nowhere
    )


def _date_lines(head: _Head) -> Iterator[tuple[Node, str]]:
    """The elements that print a date, with what else they say."""
    for node, text in short_texts(head.nodes, _LONGEST, _parted):
        if sum(map(str.isdecimal, text)) < 5:
            if " lalu" in text and any(map(ends_with_age, _PARTS.split(text))):
                if _is_own(node, head):
                    yield node, text
                continue
            if not _AGE.search(text):
                continue
        beside = beside_date(text)
        if beside and _is_own(node, head):
            yield node, beside.text


_AGE = re.compile(r"\d \w+ (?:yang |yg )?(?:lalu|ago)\b", re.IGNORECASE)


def _parted(node: Node) -> str:
    """The text of an element, parted where markup glues two words or sets an icon between: "<b>Wira
    Samudra</b><i>Rabu, 13 September</i>"."""
    runs = [run.strip() for run in node.itertext() if run.strip()]
    if any(child.tag in ICONS and not len(child) and not child.text for child in node):
        return clean(" | ".join(runs))
    glued = "".join(node.itertext())
    if any(f"{one[-1]}{two[0]}".isalnum() and f"{one}{two}" in glued for one, two in pairwise(runs)):
        return clean(" | ".join(runs))
    return separated_text(node)


def _line_of(node: Node) -> str:
    """The short line that an element is, or that it begins: "<b>Wira Samudra</b> - Contoh"."""
    if not isinstance(node.tag, str) or len(node) > 2 or node.tag in NAMELESS:
        return ""
    tail = (node.tail or "") if node.tag in _INLINE else ""
    if len(tail) > _LONGEST_NAME or len("".join(node.itertext())) > _LONGEST:
        return ""
    text = separated_text(node)
    return f"{text} {tail.strip()}".strip() if len(text) <= _LONGEST_NAME else ""


def _ends_with_outlet(text: str, own: tuple[str, ...]) -> bool:
    parts = [part for piece in _PARTS.split(text) for part in _JOINTS.split(piece) if part]
    return len(parts) == 2 and is_organisation(parts[1], own)


def _names_in(text: str, node: Node, head: _Head) -> list[str]:
    """The names of a line that holds nothing else but outlets, channels and towns."""
    found: list[str] = []
    editors = named_editors(head.raw)
    is_beside_editor = False
    text = _JOINED_LINKS.sub(r" \g<joint> ", text)
    for part in filter(None, (part.strip(" ,:;()[]-–—") for part in _PARTS.split(text))):
        if found and fold(part).partition(" ")[0].strip(",") in word_set("names.jobs"):
            continue  # what the writer is: "Rina Ayu | Dosen, tinggal di Palu"
        if ":" in part and names_editor(part):
            is_beside_editor = True  # "Rina Ayu / Editor: Wira Teluk"
            continue
        pieces = [without_place(piece.strip(" ,")) for piece in _JOINTS.split(part)]
        strange = [piece for piece in pieces if not _says_no_name(piece, head.own)]
        others = [piece for piece in strange if fold(piece) not in editors]
        is_beside_editor = is_beside_editor or len(others) < len(strange)
        if others and found:
            return []
        found += others
    is_told = is_beside_editor and len(found) == 1
    if not 0 < len(found) <= _MOST_NAMES or not all(
        _is_name(name, node, head, is_told=is_told) for name in found
    ):
        return []
    return [] if any(_is_used_elsewhere(name, head) for name in found) else found


def _says_no_name(piece: str, own: tuple[str, ...]) -> bool:
    """Whether a piece is known to be something else: a count, an outlet, a channel, a place, a button ("Ikuti")."""
    return (
        any(map(str.isdecimal, piece))
        or is_organisation(piece, own)
        or is_place(piece)
        or not piece
        or fold(piece) in word_set("roles.posts.links")
    )


def _is_name(piece: str, node: Node, head: _Head, *, is_told: bool = False) -> bool:
    """Whether a piece is a person's name, of one word where something tells that it is one: `is_told`, an editor stands
    beside it, or its link, an icon or a credit does."""
    parts, own = piece.split(), head.own
    links = [node] if node.tag == "a" else list(islice(node.iter("a"), 5))
    holding = [link for link in links if fold(piece) in fold(text_of(link))]
    if not all(may_lead_to_writer(link.get("href")) for link in holding):
        return False
    is_told = is_told or any(leads_to_writer(link.get("href")) for link in holding) or begins_with_icon(node)
    is_told = is_told or fold(piece) in head.credits
    if len(parts) not in _WORDS_OF_NAME and not is_told:
        return False
    named = [part for part in parts if part not in word_set("names.particles")]
    if any(not _WORD.fullmatch(part) or not part[0].isupper() for part in named):
        return False
    if is_place(parts[0]):
        return False  # "Batam Lintang", "Jakarta Globe": an outlet's name
    if fold(parts[0]) in word_set("pictures.openers"):
        return False  # "Warga Lintang"; behind a first name such a word is one ("Lukman Hakim")
    if _common_words().intersection(map(fold, parts)) or fold(piece) in word_set("places.provinces"):
        return False
    return person_name(piece, own) == piece and bool(parse_byline(piece, "author", own).people)


@cached
def _common_words() -> frozenset[str]:
    """Words of which names of channels, sections and places are made."""
    channels = (word for name in words("outlets.offices.channels") for word in name.split())
    others = words("names.no_person", "places.areas", "function_words.languages.id")
    return frozenset((*channels, *others))


def _is_used_elsewhere(name: str, head: _Head) -> bool:
    """Whether the page says the words as something else: in its headline or trail, in small letters in its text, or as
    a link that leads to no writer."""
    key = fold(name)
    said = [
        c.value for field in ("headline", "section", "breadcrumbs", "keywords") for c in head.raw.all(field)
    ]
    if any(key in fold(value) for value in said):
        return True
    if any(re.search(rf"\b{re.escape(part.lower())}\b", head.text) for part in name.split() if len(part) > 2):
        return True
    links = (node for node in head.places.elements if node.tag == "a" and fold(node.text or "") == key)
    return not all(may_lead_to_writer(link.get("href")) or is_behind_icon(link) for link in links)
