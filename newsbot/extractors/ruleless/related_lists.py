"""The labelled list of related stories that stands right before or behind the text, in an element of its own.

What a page calls related belongs to the article as an insert does; lists of the newest and the most read are the
site's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from newsbot.extractors.furniture import furniture, story_title
from newsbot.extractors.raw import Body
from newsbot.extractors.ruleless.places import Places
from newsbot.items import Related
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, words
from newsbot.pages.addresses import join_address, leads_to_listing
from newsbot.pages.measures import BLOCKS, shown
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_NEAR = 60
"""Elements behind the text among which its list begins."""
_LONGEST_LABEL = 40
_TITLE, _LONGEST_TITLE = 15, 120
"""Characters of a link that is a story's title; a longer one holds its excerpt too."""
_MOST = 12


def with_related(body: Body, places: Places) -> Body:
    """The body with the stories of the lists beside it, each once."""
    start = places.page.base
    found = [
        Related(title, join_address(start, link.get("href")))
        for label in _labels(places)
        for link in _links_of(label)
        if (title := story_title(text_of(link)))
    ]
    known = {fold(one.text) for one in body.related}
    new = tuple(one for one in dict.fromkeys(found) if fold(one.text) not in known)
    return replace(body, related=(*body.related, *new)) if new else body


def _labels(places: Places) -> Iterator[Node]:
    """The elements between headline and text, and close behind it, whose whole text is a label of related stories."""
    start = places.of(places.body) if places.body is not None else places.start
    seen: set[str] = set()
    for first, last in ((places.start, start), (places.body_end, places.body_end + _NEAR)):
        for node, _ in places.between(first, last):
            is_own = node.tag in BLOCKS or (node.tag in _INLINE and _begins_box(node))
            is_short = is_own and len(node) < 3 and shown(node, _LONGEST_LABEL) is not None
            text = text_of(node) if is_short else ""
            if 3 < len(text) <= _LONGEST_LABEL and text not in seen and _is_label(text):
                seen.add(text)
                yield node


_INLINE = frozenset(("b", "strong", "span", "font", "u"))


def _begins_box(node: Node) -> bool:
    """Whether an inline element is the first that its box shows: "<div><b>Terkait</b><p><a>...</a></p></div>"."""
    parent = node.getparent()
    return parent is not None and node.getprevious() is None and not (parent.text or "").strip()


def _is_label(text: str) -> bool:
    text = _of_topic().sub("", text)
    key, known = fold(text), words("furniture.boxes.related_labels")
    if not any(word in key for word in known):
        return False
    if key.strip(" :") in known:
        return True  # "Terkait" alone
    found = furniture(text)
    return found is not None and found.bin == "related" and (found.opens or found.rule == "video-insert")


@cached
def _of_topic() -> re.Pattern[str]:
    """What a label says of its stories' topic: "Berita Terkait: Banjir"."""
    return re.compile(
        rf"(?<=terkait)\s*:\s*(?!{any_of('furniture.inserts.labels')})\w[\w ]{{1,25}}$", re.IGNORECASE
    )


def _links_of(label: Node) -> list[Node]:
    """The titles behind a label: in the elements beside it up to the first that holds none, in its box or the next."""
    node = label
    for _ in range(2):
        links = list(islice((link for sibling in node.itersiblings() for link in _titles(sibling)), _MOST))
        if links:
            return links
        parent = node.getparent()
        if parent is None or len(text_of(parent)) > len(text_of(label)) + 2:
            return []
        node = parent
    return []


def _titles(node: Node) -> Iterator[Node]:
    if not isinstance(node.tag, str):
        return
    for link in node.iter("a"):
        if _TITLE <= len(text_of(link)) <= _LONGEST_TITLE and not leads_to_listing(link.get("href")):
            yield link
