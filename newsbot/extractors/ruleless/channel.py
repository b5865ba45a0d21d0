"""The channel of a page that no rule knows: printed alone at the headline, where a class or the menu calls it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.menu import (
    RIGHT_ABOVE,
    entry_above,
    entry_at_headline,
    entry_below,
    entry_beside_date,
    entry_of_address,
    entry_of_title,
    highlighted_entry,
    is_alone,
    is_channel,
    only_channel,
)
from newsbot.extractors.ruleless.places import Places
from newsbot.language.channels import begins_as_channel, channel_at_date, is_channel_label
from newsbot.language.text import clean, fold
from newsbot.lexicon import any_of, cached, is_called, word_set
from newsbot.pages.addresses import split_address
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_ABOVE, _BELOW = 12, 6
"""Elements above and below the headline's among which a channel of its own is looked for: teasers begin behind."""


def note_channel(raw: RawArticle, places: Places) -> None:
    """Add the channel at the headline or highlighted in the menu, where none is printed at the date line."""
    told = [name for date in raw.all("visible_date") if (name := channel_at_date(date.value))]
    strange = [name for name in told if _is_strange(name, places)]
    for name in strange:
        raw.hear("no_channel", name, "generic", "no entry of the menu")
    if len(told) > len(strange):
        return
    if printed := _printed_channel(places):
        raw.add("section", printed[0], "generic", printed[1])
        return
    general: tuple[str, str] | None = None
    for find, rule in (
        (entry_at_headline, "an entry of the menu at the headline"),
        (_filed_by_address, "a link to a category at the headline"),
        (_in_row, "the row of a table or list that a label begins"),
        (_filed_behind, "the category behind the text"),
        (entry_above, "an entry of the menu as heading above the headline"),
        (highlighted_entry, "the menu's highlighted channel"),
        (entry_of_address, "the address's channel, as the menu calls it"),
        (partial(entry_beside_date, raw), "an entry of the menu in the date line"),
        (partial(_below_untold, raw), "an entry of the menu below the headline"),
        (entry_of_title, "the title's channel, as the menu calls it"),
        (partial(_told_and_listed, raw), "the channel that machines are told, as the menu calls it"),
    ):
        if (name := find(places)) and fold(name) not in word_set("furniture.boxes.general"):
            raw.add("section", name, "generic", rule)
            return
        general = general or (name and (name, rule)) or None
    if general:
        raw.add("section", general[0], "generic", general[1])


def _is_strange(name: str, places: Places) -> bool:
    """Whether the word before a date is nothing that the site calls a channel: a writer's single name stands there as
    well. A page without a menu tells nothing of it."""
    if name.isupper() or len(places.menu) < _LEAST_MENU:
        return False
    key = fold(name)
    steps = split_address(places.page.address or "").path.lower().split("/")
    return key not in places.menu and key.replace(" ", "-") not in steps and not begins_as_channel(name)


_LEAST_MENU = 5
"""Links of few letters at the top of a page from which on they are its menu."""


def _below_untold(raw: RawArticle, places: Places) -> str | None:
    """The menu's entry below the headline, where no trail tells a channel."""
    general = word_set("furniture.boxes.general")
    trail = (crumb for found in raw.lists.get("breadcrumbs", ())[:1] for crumb in found.values)
    is_told = any(is_channel(crumb) and fold(crumb) not in general for crumb in trail)
    return None if is_told else entry_below(places)


def _told_and_listed(raw: RawArticle, places: Places) -> str | None:
    """The channel that only machines are told of, where the menu has an entry of that name."""
    for candidate in raw.all("section"):
        for link in places.menu.get(fold(clean(candidate.value)), ())[:1]:
            if is_channel(text_of(link)):
                return text_of(link)
    return None


def _filed_behind(places: Places) -> str | None:
    """The one category that is linked right behind the text, by what the link or its box says of itself (themes of
    WordPress and K2 of Joomla that print it below the post)."""
    near = places.between(places.body_end + 1, places.body_end + _BEHIND) if places.body is not None else ()
    links = (
        node for node, _ in near if node.tag == "a" and (_is_category(node) or is_labelled_channel(node))
    )
    return only_channel(links, places)


def _in_row(places: Places) -> str | None:
    """What a cell at the headline says beside the one that is a channel's label ("<dt>Rubrik<dd>Pertanian")."""
    for node, _ in places.between(places.start - _ABOVE, places.text_start):
        if node.tag not in _CELLS or not is_channel_label(fold(node.text or "")):
            continue
        beside = node.getnext()
        if beside is not None and beside.tag in _CELLS and is_channel(said := text_of(beside).lstrip(": ")):
            return said
    return None


_CELLS = frozenset(("dt", "dd", "th", "td"))


def _is_category(link: Node) -> bool:
    names = link.getparent().get("class") or ""
    if "category" in (link.get("rel") or "").split() or "itemCategory" in names.split():
        return True
    return is_called(names, "channel") and not is_called(names, "no_channel")


def _filed_by_address(places: Places) -> str | None:
    """The one link at the headline whose address calls it a category ("/kategori/ekonomi"), that stands behind such a
    label ("dalam kategori <a>Warta Kota</a>"), or above the headline is nothing but its name ("/ekonomi"). Above the
    headline it stands alone in its box."""
    near = places.between(places.start - RIGHT_ABOVE, places.text_start)
    links = (node for node, place in near if node.tag == "a" and _files(node, is_above=place < places.start))
    return only_channel(links, places)


def _files(link: Node, *, is_above: bool) -> bool:
    if _leads_to_category(link) or is_labelled_channel(link):
        return not is_above or is_alone(link)
    return is_above and _leads_to_its_name(link) and (is_alone(link) or _is_only_entry(link))


def is_labelled_channel(link: Node) -> bool:
    """Whether the text right before a link announces a channel: "Kategori: <a>Warta Kota</a>"."""
    before = link.getprevious()
    said = (link.getparent().text if before is None else before.tail) or ""
    if not said.strip() and before is not None and not len(before):
        said = before.text or ""
    return bool(_ends_with_label().search(said[-_LONGEST_LABEL:]))


_LONGEST_LABEL = 20


@cached
def _ends_with_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('furniture.boxes.channel_labels')}\s*+:?\s*+$", re.IGNORECASE)


def _is_only_entry(link: Node) -> bool:
    """Whether a link is all of a list of one entry."""
    listed = link.getparent().getparent() if link.getparent().tag == "li" else None
    return listed is not None and len(list(islice(listed.iter("a"), 2))) == 1


def _leads_to_its_name(link: Node) -> bool:
    path = split_address(link.get("href") or "").path.strip("/").lower()
    return (
        bool(path) and path == fold(text_of(link)).replace(" ", "-") and path not in word_set(*_NO_CHANNELS)
    )


_NO_CHANNELS = ("furniture.boxes.home", "furniture.boxes.about", "furniture.boxes.general")


def _leads_to_category(link: Node) -> bool:
    *above, last = split_address(link.get("href") or "").path.strip("/").lower().split("/")
    is_filed = bool(above) and above[-1] in word_set("addresses.channel.steps")
    return is_filed and (last.isdecimal() or last == fold(text_of(link)).replace(" ", "-"))  # "/kategori/3"


_BEHIND = 40
"""Elements behind the text among which the post's category is linked."""


def _printed_channel(places: Places) -> tuple[str, str] | None:
    """The one channel at the headline that a class calls so, with that class; of two the one that is a step of the
    page's address."""
    close = _called_channels(places, places.start - _ABOVE, places.start + _BELOW + 1)
    found = close or _called_channels(places, places.start + _BELOW + 1, places.text_start)
    if len(found) < 2:
        return next(iter(found.values()), None)
    steps = split_address(places.page.address or "").path.lower().split("/")
    named = [told for key, told in found.items() if key.replace(" ", "-") in steps]
    return named[0] if len(named) == 1 else None


def _called_channels(places: Places, first: int, last: int) -> dict[str, tuple[str, str]]:
    """The channels among the elements from one place to another that a class calls so, each with that class."""
    found: dict[str, tuple[str, str]] = {}
    for node, _ in places.between(first, last):
        names = _called(node)
        if not names or not is_called(names, "channel") or is_called(names, "no_channel"):
            continue
        if not _holds_story(node, places):
            for text in _channel_texts(node):
                found.setdefault(fold(text), (text, f"class {names[:60]}"))
    return found


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
        if is_channel(channel) and not _no_channel().search(channel):
            yield channel


@cached
def _label() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('furniture.boxes.channel_labels')}\b[\s:]*", re.IGNORECASE)


@cached
def _no_channel() -> re.Pattern[str]:
    return re.compile(rf"\d|{any_of('furniture.boxes.no_channel')}", re.IGNORECASE)
