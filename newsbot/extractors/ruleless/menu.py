"""What the menu of a page calls its channel: the entry of a menu that stands at the headline, in the date line, in the
title or in the address as well, or that the menu highlights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.date_lines import beside_dates
from newsbot.extractors.ruleless.icons import is_behind_icon
from newsbot.extractors.ruleless.places import MOST_MENU, Places
from newsbot.language.text import ANY_BLANKS, fold
from newsbot.lexicon import is_called, word_set
from newsbot.pages.addresses import leads_to_writer, split_address
from newsbot.pages.measures import HEADINGS, shown
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_LONGEST = 30
_MOST_HIGHLIGHTED = 3
RIGHT_ABOVE = 6
"""Elements right above a headline among which its category is linked."""
_NEAR_BANNER = 20
"""Elements above a headline among which its channel's heading stands."""
_PARTS = re.compile(rf"{ANY_BLANKS}(?:[|»–—]|(?<=\s)-|::)\s*+")


def entry_at_headline(places: Places) -> str | None:
    """The one link at the headline that the menu above holds as well, by name and address: the category of a post,
    whatever its template calls that, and no writer's page. Above the headline it stands alone in its box."""
    near = places.between(places.start - RIGHT_ABOVE, places.text_start)
    at_head = [
        node
        for node, place in near
        if _leads_on(node)
        and (place > places.start or is_alone(node))
        and not leads_to_writer(node.get("href"))
    ]
    wanted = {node.get("href") for node in at_head}
    menu: dict[str, list[Node]] = {}
    for link in islice(places.page.tagged("a"), MOST_MENU if wanted else 0):
        if (href := link.get("href")) in wanted and places.of(link) < places.start:
            menu.setdefault(href, []).append(link)
    listed = [
        node for node in at_head if any(_is_same(node, link) for link in menu.get(node.get("href"), ()))
    ]
    return only_channel(listed, places) or only_channel(_named_in_menu(at_head, places), places)


def _named_in_menu(at_head: list[Node], places: Places) -> Iterator[Node]:
    """The links right above the headline that the menu has by name, whatever it leads to: "/tag/esai/" (Ghost)."""
    for node in at_head:
        if places.of(node) < places.start:
            entries = places.menu.get(fold(text_of(node)), ())
            if any(link is not node and places.of(link) < places.start for link in entries):
                yield node


def only_channel(links: Iterable[Node], places: Places) -> str | None:
    """What these links of the article call its channel, None where they name several or none."""
    found = {
        fold(text): text
        for link in links
        if is_channel(text := text_of(link)) and not places.is_elsewhere(link)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _leads_home(link: Node) -> bool:
    return split_address(link.get("href") or "").path.strip("/").lower() in ("", "index.php", "index.html")


def _is_same(node: Node, link: Node) -> bool:
    return link is not node and fold(text_of(link)) == fold(text_of(node))


def is_alone(link: Node) -> bool:
    """Whether a link is the only one in its box, and that no entry of a list."""
    box, below = link.getparent(), link.getnext()
    if below is not None and below.tag in ("h1", "h2") and not (link.tail or "").strip():
        before = link.getprevious()  # right above a headline, in a box with the whole story (utility classes)
        return before is None or next(before.iter("a"), None) is None
    return box.tag not in ("li", "body") and len(list(islice(box.iter("a"), 2))) == 1


def _leads_on(node: Node) -> bool:
    href = node.get("href") or ""
    return node.tag == "a" and len(href.strip("/#")) > 0 and not href.startswith("javascript:")


def entry_above(places: Places) -> str | None:
    """The heading close above the headline's that the menu holds as an entry: what heads the pages of a channel."""
    near = places.between(places.start - _NEAR_BANNER, places.start)
    heads = [
        node
        for node, place in near
        if (node.tag in HEADINGS or (place >= places.start - RIGHT_ABOVE and node.tag in _LINES))
        and _is_unlinked(node)
    ]
    return _called_in_menu(heads, places)


def entry_below(places: Places) -> str | None:
    """The short line between headline and text that says nothing but what an entry of the menu is called."""
    near = places.between(places.start + 1, places.text_start)
    lines = [
        node
        for node, _ in near
        if node.tag in _LINES and _is_unlinked(node) and not places.is_elsewhere(node)
    ]
    return _called_in_menu(lines, places)


def _is_unlinked(node: Node) -> bool:
    """Whether an element holds no link and is in none, nor in a list or menu."""
    return next(node.iter("a"), None) is None and next(node.iterancestors("a", "li", "nav"), None) is None


def _called_in_menu(nodes: list[Node], places: Places) -> str | None:
    """The text of the first of the elements that an entry of the menu above the headline is called as well."""
    names = {
        fold(text): text
        for node in nodes
        if shown(node, _LONGEST) is not None and is_channel(text := text_of(node))
    }
    entries = places.menu.items() if names else ()
    return next((names[name] for name, links in entries if name in names and _is_above(links, places)), None)


def _is_above(links: list[Node], places: Places) -> bool:
    return places.of(links[0]) < places.start


_LINES = frozenset(("div", "p", "span", "b", "strong", "font", "td"))


def entry_beside_date(raw: RawArticle, places: Places) -> str | None:
    """What the line of the date says beside it and counts of readers, where the menu has an entry of that name."""
    counts = word_set("furniture.boxes.counts")
    said = (
        " ".join(word for word in line.text.split() if word.isalpha() and fold(word) not in counts)
        for line in beside_dates(raw)
    )
    names = {fold(text): text for text in said if is_channel(text)}
    entries = places.menu.items() if names else ()
    return next(
        (names[name] for name, links in entries if name in names and any(map(_is_listed, links))), None
    )


def _is_listed(link: Node) -> bool:
    """Whether a link leads on from a list or a menu, and to no writer's page."""
    around = islice(link.iterancestors(), _MENU_DEPTH)
    return (
        _leads_on(link)
        and not leads_to_writer(link.get("href"))
        and not is_behind_icon(link)
        and any(above.tag in _LISTS for above in around)
    )


_LISTS = frozenset(("ul", "ol", "nav"))
_MENU_DEPTH = 4


def entry_of_title(places: Places) -> str | None:
    """The part of the page's title that an entry of the menu above the headline is called ("Judul | Ekonomi")."""
    titles = (text_of(title) for title in places.page.tagged("title")[:1])
    parts = {fold(part): part for title in titles for part in _PARTS.split(title)[1:] if is_channel(part)}
    if not parts:
        return None
    found = {
        name: text_of(link)
        for name in parts
        for link in places.menu.get(name, ())[:1]
        if _is_above([link], places) and not _leads_home(link)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def entry_of_address(places: Places) -> str | None:
    """What the menu calls the first step of the page's address: "/ekonomi/..." under a link "Ekonomi" to "/ekonomi"."""
    url = split_address(places.page.address or "")
    step = next(iter(url.path.strip("/").split("/")), "").lower()
    if (
        len(url.path.strip("/").split("/")) < 2
        or not step.isalpha()
        or step in word_set("addresses.no_channel.steps")
    ):
        return None
    for link in islice(places.page.tagged("a"), MOST_MENU):
        if places.start < places.of(link) < places.text_start:
            continue  # at the headline an account's name leads to its page
        href = split_address(link.get("href") or "")
        is_own = href.netloc in ("", url.netloc)
        if is_own and href.path.strip("/").lower() == step and 2 < len(name := text_of(link)) <= _LONGEST:
            return name if fold(name).replace(" ", "").startswith(step[:4]) else None
    return None


def highlighted_entry(places: Places) -> str | None:
    """The channel that the menu above the headline highlights."""
    found: list[str] = []
    for node, _ in places.between(0, places.start):
        if node.tag not in ("li", "a") or not is_called(node.get("class") or "", "current"):
            continue
        link = node if node.tag == "a" else next((child for child in node if child.tag == "a"), None)
        if link is not None and shown(link, _LONGEST) is not None and is_channel(text := text_of(link)):
            found.append(text)
    return found[0] if 0 < len(set(found)) <= _MOST_HIGHLIGHTED else None


def is_channel(text: str) -> bool:
    """Whether a short text may be a channel's name: it is not the home page's, nor a type of page."""
    none = word_set("furniture.boxes.home", "furniture.boxes.page_types", "furniture.boxes.about")
    return 2 < len(text) <= _LONGEST and fold(text) not in none
