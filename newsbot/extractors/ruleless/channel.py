"""The channel of a page that no rule knows: printed alone at the headline, where a class or the menu calls it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.witnesses.date_line import channel_at_date
from newsbot.language.dates import beside_date
from newsbot.language.text import ANY_BLANKS, fold
from newsbot.lexicon import any_of, cached, class_words, word_set
from newsbot.pages.addresses import leads_to_writer, split_address
from newsbot.pages.measures import HEADINGS, shown
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_ABOVE, _BELOW = 12, 6
"""Elements above and below the headline's among which a channel of its own is looked for: teasers begin behind."""
_LONGEST = 30
_MOST_HIGHLIGHTED = 3
_MOST_MENU = 300
"""Links from the top of a page among which its menu stands."""
_RIGHT_ABOVE = 6
"""Elements right above a headline among which its category is linked."""
_NEAR_BANNER = 15
"""Elements above a headline among which its channel's heading stands."""
_PARTS = re.compile(rf"{ANY_BLANKS}(?:[|»–—]|(?<=\s)-|::)\s*+")


def note_channel(raw: RawArticle, places: Places) -> None:
    """Add the channel at the headline or highlighted in the menu, where none is printed at the date line."""
    if any(channel_at_date(candidate.value) for candidate in raw.all("visible_date")):
        return
    if printed := _printed_channel(places):
        raw.add("section", printed[0], "generic", printed[1])
        return
    for find, rule in (
        (_menu_entry_below, "an entry of the menu at the headline"),
        (_filed_behind, "the category behind the text"),
        (_banner, "an entry of the menu as heading above the headline"),
        (_highlighted, "the menu's highlighted channel"),
        (_of_address, "the address's channel, as the menu calls it"),
        (partial(_beside_date, raw), "an entry of the menu in the date line"),
        (_of_title, "the title's channel, as the menu calls it"),
    ):
        if name := find(places):
            raw.add("section", name, "generic", rule)
            return


def _menu_entry_below(places: Places) -> str | None:
    """The one link at the headline that the menu above holds as well, by name and address: the category of a post,
    whatever its template calls that. Above the headline it stands alone in its box."""
    near = places.between(places.start - _RIGHT_ABOVE, places.text_start)
    at_head = [node for node, place in near if _leads_on(node) and (place > places.start or _is_alone(node))]
    wanted = {node.get("href") for node in at_head}
    menu: dict[str, list[Node]] = {}
    for link in islice(places.page.tagged("a"), _MOST_MENU if wanted else 0):
        if (href := link.get("href")) in wanted and places.of(link) < places.start:
            menu.setdefault(href, []).append(link)
    found = {
        fold(text): text
        for node in at_head
        if any(_is_same(node, link) for link in menu.get(node.get("href"), ()))
        and _is_channel(text := text_of(node))
        and not places.is_elsewhere(node)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _filed_behind(places: Places) -> str | None:
    """The one category that is linked right behind the text, by what the link says of itself (themes of WordPress that
    print it below the post)."""
    near = places.between(places.body_end + 1, places.body_end + _BEHIND) if places.body is not None else ()
    links = (node for node, _ in near if node.tag == "a" and "category" in (node.get("rel") or "").split())
    found = {
        fold(text): text
        for link in links
        if _is_channel(text := text_of(link)) and not places.is_elsewhere(link)
    }
    return next(iter(found.values())) if len(found) == 1 else None


_BEHIND = 40
"""Elements behind the text among which the post's category is linked."""


def _leads_home(link: Node) -> bool:
    return not split_address(link.get("href") or "").path.strip("/")


def _is_same(node: Node, link: Node) -> bool:
    return link is not node and fold(text_of(link)) == fold(text_of(node))


def _is_alone(link: Node) -> bool:
    """Whether a link is the only one in its box, and that no entry of a list."""
    box = link.getparent()
    return box.tag != "li" and len(list(islice(box.iter("a"), 2))) == 1


def _leads_on(node: Node) -> bool:
    return node.tag == "a" and len((node.get("href") or "").strip("/#")) > 0


def _banner(places: Places) -> str | None:
    """The heading close above the headline's that the menu holds as an entry: what heads the pages of a channel."""
    near = places.between(places.start - _NEAR_BANNER, places.start)
    heads = [
        node
        for node, place in near
        if (node.tag in HEADINGS or (place >= places.start - _RIGHT_ABOVE and node.tag in _LINES))
        and next(node.iter("a"), None) is None
        and next(node.iterancestors("a", "li", "nav"), None) is None
    ]
    names = {
        fold(text): text
        for node in heads
        if shown(node, _LONGEST) is not None and _is_channel(text := text_of(node))
    }
    links = (link for link in islice(places.page.tagged("a"), _MOST_MENU) if places.of(link) < places.start)
    return (
        next((names[name] for link in links if (name := fold(text_of(link))) in names), None)
        if names
        else None
    )


_LINES = frozenset(("div", "p", "span", "b", "strong", "font", "td"))


def _beside_date(raw: RawArticle, places: Places) -> str | None:
    """What the line of the date says beside it and counts of readers, where the menu has an entry of that name."""
    lines = (beside_date(candidate.value) for candidate in raw.all("visible_date")[:_MOST_DATES])
    counts = word_set("furniture.boxes.counts")
    said = (
        " ".join(word for word in line.text.split() if word.isalpha() and fold(word) not in counts)
        for line in lines
        if line
    )
    names = {fold(text): text for text in said if _is_channel(text)}
    links = islice(places.page.tagged("a"), _MOST_MENU if names else 0)
    return next(
        (names[name] for link in links if (name := fold(text_of(link))) in names and _is_listed(link)), None
    )


def _is_listed(link: Node) -> bool:
    """Whether a link leads on from a list or a menu, and to no writer's page."""
    around = islice(link.iterancestors(), _MENU_DEPTH)
    return (
        _leads_on(link)
        and not leads_to_writer(link.get("href"))
        and any(above.tag in _LISTS for above in around)
    )


_LISTS = frozenset(("ul", "ol", "nav"))
_MENU_DEPTH = 4


_MOST_DATES = 3


def _of_title(places: Places) -> str | None:
    """The part of the page's title that an entry of the menu above the headline is called ("Judul | Ekonomi")."""
    titles = (text_of(title) for title in places.page.tagged("title")[:1])
    parts = {fold(part): part for title in titles for part in _PARTS.split(title)[1:] if _is_channel(part)}
    if not parts:
        return None
    links = (link for link in islice(places.page.tagged("a"), _MOST_MENU) if places.of(link) < places.start)
    found = {
        name: text_of(link)
        for link in links
        if (name := fold(text_of(link))) in parts and not _leads_home(link)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _of_address(places: Places) -> str | None:
    """What the menu calls the first step of the page's address: "/ekonomi/..." under a link "Ekonomi" to "/ekonomi"."""
    url = split_address(places.page.url or "")
    step = next(iter(url.path.strip("/").split("/")), "").lower()
    if (
        len(url.path.strip("/").split("/")) < 2
        or not step.isalpha()
        or step in word_set("addresses.no_channel.steps")
    ):
        return None
    for link in islice(places.page.tagged("a"), _MOST_MENU):
        if places.start < places.of(link) < places.text_start:
            continue  # at the headline an account's name leads to its page
        href = split_address(link.get("href") or "")
        is_own = href.netloc in ("", url.netloc)
        if is_own and href.path.strip("/").lower() == step and 2 < len(name := text_of(link)) <= _LONGEST:
            return name if fold(name).replace(" ", "").startswith(step[:4]) else None
    return None


def _printed_channel(places: Places) -> tuple[str, str] | None:
    """The one channel at the headline that a class calls so, with that class; None where two are called so."""
    found: dict[str, tuple[str, str]] = {}
    for node, _ in places.between(places.start - _ABOVE, places.start + _BELOW + 1):
        names = _called(node)
        if not class_words("channel").search(names) or class_words("no_channel").search(names):
            continue
        if not _holds_story(node, places):
            for text in _channel_texts(node):
                found.setdefault(fold(text), (text, f"class {names[:60]}"))
    return next(iter(found.values())) if len(found) == 1 else None


def _called(node: Node) -> str:
    if not isinstance(node.tag, str):
        return ""
    return " ".join(filter(None, (node.get("class"), node.get("itemprop"), node.get("rel"))))


def _holds_story(node: Node, places: Places) -> bool:
    """Whether the element holds the story ("post category-ekonomi" of WordPress), is part of it or of another."""
    if places.holds_heading(node) or places.is_elsewhere(node):
        return True
    body = places.body
    if body is None or places.holds_heading(body):
        return False
    return places.is_inside(node) or node is body or node in body.iterancestors()


def _channel_texts(node: Node) -> Iterator[str]:
    """The links of an element, or its text where it has none: a date may stand beside the link (merdeka 2021)."""
    if any(above.tag == "nav" for above in node.iterancestors()):
        return
    links = [text for text in map(text_of, node.iter("a")) if text]
    for text in links or [text_of(node)]:
        channel = _label().sub("", text).strip()
        if _is_channel(channel) and not _no_channel().search(channel):
            yield channel


def _highlighted(places: Places) -> str | None:
    """The channel that the menu above the headline highlights."""
    found: list[str] = []
    for node, _ in places.between(0, places.start):
        if node.tag not in ("li", "a") or not class_words("current").search(node.get("class") or ""):
            continue
        link = node if node.tag == "a" else next((child for child in node if child.tag == "a"), None)
        text = text_of(link) if link is not None else ""
        if _is_channel(text):
            found.append(text)
    return found[0] if 0 < len(set(found)) <= _MOST_HIGHLIGHTED else None


def _is_channel(text: str) -> bool:
    return 2 < len(text) <= _LONGEST and fold(text) not in word_set("furniture.boxes.home")


@cached
def _label() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('furniture.boxes.channel_labels')}\b[\s:]*", re.IGNORECASE)


@cached
def _no_channel() -> re.Pattern[str]:
    return re.compile(rf"\d|{any_of('furniture.boxes.no_channel')}", re.IGNORECASE)
