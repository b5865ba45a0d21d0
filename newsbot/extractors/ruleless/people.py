"""The writers and editors of a page that no rule knows, found by what templates have in common.

Class names say the kind, the place on the page says whose it is: names in a picture's box are its credit, a writer
below the third teaser is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from newsbot.extractors.body.players import PLAYERS
from newsbot.extractors.furniture import furniture
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.date_lines import beside_dates
from newsbot.extractors.ruleless.glued import parted
from newsbot.extractors.ruleless.label_elements import (
    fills_entry,
    label_elements,
    names_beside,
    portrait_box,
)
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.whose import OwnArea
from newsbot.language.byline import names_editor, parse_byline
from newsbot.language.names import is_place
from newsbot.language.posts import is_post_and_name
from newsbot.language.sign_offs import split_sign_off
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, is_called, labels
from newsbot.pages.addresses import leads_to_writer
from newsbot.pages.page import separated_text, text_of
from newsbot.pages.selectors import Node

_LONGEST = 160
_ABOVE, _BELOW = 60, 80
"""Elements above the headline and behind the body among which a class may name the writer."""
_MOST_NAMES = 4
_MOST_LABELS = 40


def note_people(raw: RawArticle, places: Places, area: OwnArea) -> None:
    """Add the names that stand beside a label of their own, then those that class or address calls a writer's, but for
    those in the box of another story."""
    labelled = _note_labelled(raw, places, area)
    _note_named(raw, places, area, labelled)


def _note_labelled(raw: RawArticle, places: Places, area: OwnArea) -> set[Node]:
    """A name beside a label of its own element: "<span>X</span><span>Editor</span>" (liputan6 2021). Gives the boxes
    of these labels, whose names are read with them."""
    boxes: set[Node] = set()
    for node, label in islice(label_elements(places), _MOST_LABELS):
        for name in names_beside(node):
            is_labelled = not is_post_and_name(name) and parse_byline(name, "").people
            if fold(name) in labels("beside") or is_labelled:
                continue  # another label, or a name that has its own: "<b>By Rina Ayu</b><i>Editor</i>" tells her post
            if parse_byline(f"{label}: {name}").people:
                in_list = not fills_entry(node, f"{name} {label}")
                box = portrait_box(node, f"{name} {label}")
                if not places.is_elsewhere(box, lists=in_list, unless=area.leads_nowhere):
                    raw.add("printed_byline", f"{label}: {name}", "printed", f"name beside {label!r}")
                    boxes.update(islice(node.iterancestors(), _LABELLED))
                break
    return boxes


_LABELLED = 2
"""Elements around a label that hold it with its name."""


def _note_named(raw: RawArticle, places: Places, area: OwnArea, labelled: set[Node]) -> None:
    """Names in elements that class or tag calls a writer's or editor's, nearest to the headline first; not in the boxes
    of `labelled` names that hold no other: a label has one name beside it ("<b>Penulis</b> <a>X</a>, <a>Y</a>")."""
    taken: list[Node] = []
    writers = _labelled_writers(raw)
    for _, node, text in sorted(_named(places, area), key=lambda found: found[0]):
        if (node in labelled and len(parse_byline(text).people) < 2) or _tells_life(node):
            continue
        if any(other in node.iterancestors() or node in other.iterancestors() for other in taken):
            continue
        taken.append(node)
        # what is printed before a name says more than what its element is called: "Ditulis oleh: <p class=editor>X"
        if (not _called(node) or _is_editor(node)) and (label := _label_before(node)):
            raw.add("printed_byline", f"{label}: {text}", "printed", f"name behind {label!r}")
            continue
        is_editor = _is_editor(node) and not _names_any(text, writers)
        target = "printed_editors" if is_editor else "printed_byline"
        names = _called(node)
        rule = f"class {names[:60]}" if names else "link to a writer's page"
        raw.add(target, _labelled_only(text, node), "generic", rule)
        if len(taken) >= _MOST_NAMES:
            break


def _tells_life(node: Node) -> bool:
    """Whether an element behind one that names the writer, in one box, tells his job ("author-title")."""
    if not is_called(_called(node), "life"):
        return False
    before = islice(node.itersiblings(preceding=True), _MOST_NAMES)
    return any(_is_person(one, is_linked=False) for one in before)


def _labelled_writers(raw: RawArticle) -> set[str]:
    """The folded names that a label calls a writer's."""
    return _named_as("author", [(c.value, "") for c in raw.all("printed_byline")])


def _names_any(text: str, names: set[str]) -> bool:
    return any(fold(name.name) in names for name in parse_byline(text, "editor").people)


def _named(places: Places, area: OwnArea) -> Iterator[tuple[int, Node, str]]:
    """The elements that name somebody, with their distance from the headline and their texts."""
    for node, place in places.between(places.start - _ABOVE + 1, places.body_end + _BELOW):
        is_near = places.start < place < places.text_start
        if not _is_person(node, is_linked=is_near):
            continue
        text = parted(_linked_names(separated_text(node), node))
        if not 2 < len(text) <= _LONGEST or not parse_byline(text).people:
            continue
        if (
            places.is_elsewhere(node, unless=area.leads_nowhere)
            or _is_beside_player(node)
            or not split_sign_off(text, alone=True)[0]
            or _is_channel(node)
        ):
            continue  # a credit, or initials: "<div class=editor>(zik)</div>" (sindonews 2026)
        is_labelled = bool(parse_byline(text, "").people)
        if not area.signs_another(node, text) if is_labelled else area.whose(node) is None:
            yield abs(place - places.start), node, text  # a label signs the article, also behind a list


def _is_channel(node: Node) -> bool:
    """Whether all that an element says is a channel, as it or its part is called ("<div class=byline><span
    class='byline-part cats'>", Zeen)."""
    part: Node | None = node
    while part is not None:
        names = _called(part)
        if names and is_called(names, "channel") and not is_called(names, "writer"):
            return text_of(part) == text_of(node)
        part = part[0] if len(part) == 1 else None
    return False


def _label_before(node: Node) -> str | None:
    """The role that the text right before a link announces: "editor : <a>Wira Samudra</a>" (radar 2017)."""
    before = node.getprevious()
    said = (node.getparent().text if before is None else before.tail) or ""
    if not said.strip() and before is not None:
        said = text_of(before)
    match = _ends_with_label().search(said[-_LONGEST_LABEL:])
    return match["label"] if match else None


_LONGEST_LABEL = 40


@cached
def _ends_with_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<label>{any_of('roles.labels')})\s*:\s*$", re.IGNORECASE)


def _linked_names(text: str, node: Node) -> str:
    """The names in the links that a writer's box begins with, where what stands behind them is the writer's life."""
    pieces = [piece for piece in (piece.strip(" ,") for piece in text.split(" | ")) if piece]
    is_short = all(len(piece.split()) <= _WORDS_OF_NAME for piece in pieces)
    if is_short or len(text) > _LONGEST or parse_byline(text, "").people:
        return text
    links = {text_of(link) for link in islice(node.iter("a"), _MOST_NAMES)}
    names = list(takewhile(lambda piece: piece in links and _is_name(piece), pieces))
    return " | ".join(names) or text


def _is_name(piece: str) -> bool:
    return (
        len(piece.split()) <= _WORDS_OF_NAME and furniture(piece) is None and bool(parse_byline(piece).people)
    )


_WORDS_OF_NAME = 5


def _is_person(node: Node, *, is_linked: bool) -> bool:
    names = _called(node)
    if not names:
        return is_linked and node.tag == "a" and leads_to_writer(node.get("href"))
    return is_called(names, "person") and not is_called(names, "no_person")


def _called(node: Node) -> str:
    """What an element calls itself, `itemprop` and `rel` as well, and its tag where that is `author`."""
    if not isinstance(node.tag, str) or node.tag in ("body", "html", "meta", "script", "link", "img"):
        return ""
    get = node.get
    names = " ".join(filter(None, (get("class"), get("id"), get("itemprop"), get("rel"))))
    return f"{node.tag} {names}" if node.tag == "author" else names


def _is_editor(node: Node) -> bool:
    names = _called(node)
    return is_called(names, "editor") and not is_called(names, "writer")


def _labelled_only(text: str, node: Node) -> str:
    """The labelled names of a line that prints any: what stands beside them is a channel or a date (merdeka 2021), but
    for the name that a link of its own begins the line with ("<a>X</a> | Editor: Y")."""
    people = [name for name in parse_byline(text, "").people if name.role in ("author", "editor")]
    named = [f"{name.role}: {name.name}" for name in people]
    if people and all(name.role == "editor" for name in people) and (writer := _linked_first(text, node)):
        named.insert(0, f"author: {writer}")
    return " | ".join(named) or text


def _linked_first(text: str, node: Node) -> str | None:
    """The name in the link that a line of several parts begins with, where it leads to a writer's page or nowhere."""
    first, bar, _ = text.partition(" | ")
    link = next(node.iter("a"), None)
    if not bar or link is None or text_of(link) != first or not may_lead_to_writer(link.get("href")):
        return None
    is_person = len(first.split()) > 1 and not is_place(first) and _is_name(first)
    return first if is_person else None


def may_lead_to_writer(href: str | None) -> bool:
    """Whether a link leads to a writer's page, or nowhere."""
    return leads_to_writer(href) or not href or href.startswith(("#", "javascript:"))


def _is_beside_player(node: Node) -> bool:
    """Whether an element stands right behind a player in its box, where a name is the video's credit (kompas 2022)."""
    before = node.getprevious()
    return before is not None and before.tag in PLAYERS


def named_editors(raw: RawArticle) -> set[str]:
    """The folded names that a label calls an editor's."""
    lines = [(c.value, "") for c in raw.all("printed_byline")]
    lines += [(c.value, "editor") for c in raw.all("printed_editors")]
    return _named_as("editor", lines)


def _named_as(role: str, lines: list[tuple[str, str]]) -> set[str]:
    """The folded names of that role in lines, each with the role of names that nothing labels."""
    people = (name for text, unlabelled in lines for name in parse_byline(text, unlabelled).people)
    return {fold(name.name) for name in people if name.role == role}


def note_editor_at_date(raw: RawArticle) -> None:
    """Add the editor that the line of the date names behind a label, where none is named elsewhere."""
    pieces = (piece for line in beside_dates(raw) for piece in line.pieces if ":" in piece)
    named = list(filter(names_editor, pieces))
    if named and not named_editors(raw):
        raw.add("printed_byline", named[0], "generic", "labelled name in the date line")
