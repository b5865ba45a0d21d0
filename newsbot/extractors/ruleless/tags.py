"""The tags of a page that no rule knows: the likeliest box of tag links behind the headline.

Tags above the headline are the site's trends; links inside running text are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, takewhile

from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.ruleless.channel import is_labelled_channel
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.witnesses.short_texts import short_texts
from newsbot.language.element_names import container_bin
from newsbot.lexicon import any_of, cached, is_called
from newsbot.pages.addresses import leads_to_tag
from newsbot.pages.measures import names_of
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_BLOCKS = frozenset("p li td div section article footer aside h2 h3 h4 h5 blockquote ul body".split())
_INLINE = frozenset("em i b strong span font u".split())
_SENTENCE = 60
"""Characters beside the links of a block from which on it is running text, not "Tag:" and commas."""
_SENTENCE_INSIDE = 12
"""The same inside the body, where short lines hold links as well."""
_LONGEST = 80
_MOST_LOOKED_AT = 400
"""Links of one page that are asked; a page of thousands is hostile."""
_MOST = 25
_BEHIND = 60
"""Elements behind the body among which a label alone tells tags."""
_FAR = 300
"""Elements behind the body beyond which tags are the site's."""


def note_tags(raw: RawArticle, body: Body, places: Places) -> None:
    """Add the texts of the likeliest box of tag links as keywords, else the tags of a printed line."""
    links = _Links(places)
    groups: dict[Node, list[Node]] = {}
    for link in links.tags():
        groups.setdefault(_box_of(link), []).append(link)
    for box, tags in sorted(groups.items(), key=lambda group: links.rank(group[1])):
        texts = [text for text in map(text_of, tags) if 1 < len(text) <= _LONGEST]
        is_own = not (links.is_lone_inside(tags) or _is_trend(box, texts) or _is_in_sidebar(box, places))
        if is_own and 0 < len(texts) <= _MOST:
            raw.add_list("keywords", texts, "generic", "tag links behind the headline")
            return
    if not raw.lists.get("keywords"):
        raw.add_list("keywords", _printed_tags(body, places), "generic", "line of tags with their label")


def _printed_tags(body: Body, places: Places) -> list[str]:
    """The tags of a line without links in or close behind the text: "Kata kunci: garam, tambak"."""
    behind = places.elements[places.body_end + 1 : places.body_end + _BEHIND]
    begun = (node for node in behind if node.text and ":" in node.text[:_LABELLED])
    labelled = (
        node.getparent() if node.tag in _INLINE else node for node in begun
    )  # "<b>Tags:</b> garam, tambak"
    lines = (text for _, text in short_texts(labelled, _LONGEST_LINE))
    for text in chain((removed.text for removed in body.removed if removed.rule == "tags"), lines):
        label, mark, rest = text.partition(":")
        if not mark or not _label().fullmatch(label.strip()) or rest.rstrip().endswith("."):
            continue
        tags = [tag for part in _BETWEEN_TAGS.split(rest) if (tag := part.strip(" #.,"))]
        if tags and all(len(tag.split()) <= _WORDS_OF_TAG for tag in tags):
            return tags[:_MOST]
    hashed = (node.getparent() for node in behind if (node.text or "").lstrip()[:1] == "#")
    rows = (text for _, text in short_texts(hashed, _LONGEST_LINE) if _HASHTAGS.fullmatch(text))
    return next((_HASHTAG.findall(row)[:_MOST] for row in rows), [])


_HASHTAG = re.compile(r"#(\w{2,40})")
_HASHTAGS = re.compile(r"(?:#\w{2,40}[\s,]*){2,25}")
"""A row of tags without links behind the text: "#garam #tambak"."""


_LABELLED = 40
"""Characters of an element's own text within which its label ends, blanks before it counted."""
_LONGEST_LINE = 240
_WORDS_OF_TAG = 6
_BETWEEN_TAGS = re.compile(r"[,;|•·]|\s#")


@dataclass(slots=True)
class _Links:
    """The links behind the headline, asked whether they are tags."""

    places: Places
    beside: dict[Node, int] = field(default_factory=dict)
    """Characters beside the links of a block, of those that were counted."""

    def tags(self) -> Iterator[Node]:
        places = self.places
        near = places.between(places.start, places.body_end + _FAR + 1)
        return filter(self._is_tag, islice((node for node, _ in near if node.tag == "a"), _MOST_LOOKED_AT))

    def rank(self, links: list[Node]) -> tuple[bool, bool, bool, bool, int]:
        """Tags outside the text or behind a label before links in it, several before one (that is a series), near ones
        first; then those that both name and address call so.
        """
        first = links[0]
        distance = abs(self.places.of(first) - self.places.body_end)
        inside = self.places.is_inside(first) and not (_is_boxed(first) or _is_labelled(first))
        return inside, len(links) == 1, distance > _FAR // 2, not self._is_sure(first), distance

    def is_lone_inside(self, links: list[Node]) -> bool:
        """Whether a single link in the text is called a tag by nothing close to it."""
        return len(links) == 1 and not _is_boxed(links[0]) and self.places.is_inside(links[0])

    def _is_tag(self, link: Node) -> bool:
        href = link.get("href") or ""
        if "twitter.com" in href or "facebook.com" in href:
            return False
        is_told = (
            self._is_named(link) or leads_to_tag(href) or self._is_behind_label(link) or _is_hashtag(link)
        )
        if not is_told or self._in_sentence(link) or is_labelled_channel(link):
            return False
        # then "terkait" is the box's: "Tag terkait" (kapanlagi 2016, tempo 2015)
        unless = self._holds_tags_only if self._is_sure(link) else None
        return not self.places.is_elsewhere(link, lists=False, unless=unless)

    def _holds_tags_only(self, box: Node) -> bool:
        return all(self._is_sure(link) for link in islice(box.iter("a"), _MOST) if text_of(link))

    def _is_sure(self, link: Node) -> bool:
        """Whether both name and address say that the link is a tag."""
        return (link.get("rel") == "tag" or leads_to_tag(link.get("href"))) and self._is_named(link)

    def _is_named(self, link: Node) -> bool:
        """Whether the link or an element close above it is called a tag."""
        return link.get("rel") == "tag" or any(
            is_called(names_of(node), "tag") and not self.places.holds_heading(node)
            for node in (link, *islice(link.iterancestors(), 4))
            if node.tag not in ("body", "html", "article", "main") and node is not self.places.body
        )

    def _is_behind_label(self, link: Node) -> bool:
        """Whether a link close behind the text stands in a block that "Tag:" opens."""
        distance = self.places.of(link) - self.places.body_end
        return 0 < distance <= _BEHIND and _opens_with_label(link)

    def _in_sentence(self, link: Node) -> bool:
        """Whether running text stands around the link in its own block."""
        block = next((above for above in link.iterancestors() if above.tag in _BLOCKS), None)
        if block is None:
            return False
        if block not in self.beside:
            self.beside[block] = _beside_links(block)
        is_text = self.places.is_inside(link) and not is_called(names_of(block), "tag")
        return self.beside[block] > (_SENTENCE_INSIDE if is_text else _SENTENCE)


def _is_hashtag(link: Node) -> bool:
    """Whether a link stands as "#garam" beside another that does."""
    beside = (link.getprevious(), link.getnext())
    return text_of(link)[:1] == "#" and any(
        node is not None and node.tag == "a" and text_of(node)[:1] == "#" for node in beside
    )


def _beside_links(block: Node) -> int:
    """Characters of a block's own text and of its inline elements, their links aside."""
    size = len((block.text or "").strip())
    for child in block:
        size += len((child.tail or "").strip())
        if child.tag in _INLINE:
            size += len(text_of(child)) - sum(len(text_of(inner)) for inner in child.iter("a"))
    return size


def _box_of(link: Node) -> Node:
    """The smallest element that holds another link as well."""
    box = link.getparent()
    while box.getparent() is not None and box.getparent().tag != "body" and _links_in(box) < 2:
        box = box.getparent()
    return box


def _links_in(box: Node) -> int:
    return len(list(islice(box.iter("a"), 2)))


def _is_boxed(link: Node) -> bool:
    """Whether the element right around a link is called one of tags."""
    return is_called(link.getparent().get("class") or "", "tag")


def _is_trend(box: Node, texts: list[str]) -> bool:
    """Whether a box of tags is headed as the site's trends ("Topik Pilihan", antaranews 2015)."""
    heads = [
        text_of(node) for node in (box.getprevious(), *box[:1]) if node is not None and not _links_in(node)
    ]
    said = (*(text[:40] for text in (*heads, box.text or "")), *texts[:1])
    return any(map(_trend().search, said))


def _is_in_sidebar(box: Node, places: Places) -> bool:
    """Whether a box of tags stands beside the article, where the whole site's are."""
    for above in takewhile(lambda above: not places.holds_heading(above), (box, *box.iterancestors())):
        if container_bin(names_of(above)) == ("navigation", "sidebar"):
            return True
    return False


def _is_labelled(link: Node) -> bool:
    """Whether "Tag:" stands right before a link, in an element of its own or of its box."""
    for above in (link, *islice(link.iterancestors(), 2)):
        before = above.getprevious()
        if before is not None:
            return bool(_label().fullmatch((before.tail or "").strip() or text_of(before)))
        parent = above.getparent()
        if parent is not None and (parent.text or "").strip():
            return bool(_label().fullmatch(parent.text.strip()))
    return False


def _opens_with_label(link: Node) -> bool:
    """Whether the block around a link begins with "Tag:" and holds little but links: "Kata Kunci / <a>beras</a>"."""
    block = next((above for above in islice(link.iterancestors(), 3) if above.tag in _BLOCKS), None)
    if block is None or len(block) > _MOST + 5:
        return False
    first = (block.text or "").strip() or next((text for child in block if (text := text_of(child))), "")
    return len(first) <= _LONGEST_LABEL and bool(_label().fullmatch(first))


_LONGEST_LABEL = 15


@cached
def _trend() -> re.Pattern[str]:
    return re.compile(any_of("furniture.boxes.trends"), re.IGNORECASE)


@cached
def _label() -> re.Pattern[str]:
    return re.compile(rf"{any_of('furniture.boxes.tag_labels')}\s*[:/|]?", re.IGNORECASE)
