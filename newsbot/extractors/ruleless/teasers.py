"""Entries of story lists: a linked title with an excerpt, several of a kind side by side."""

from __future__ import annotations

from collections import Counter

from newsbot.pages.selectors import Node

_ENTRIES = ("li", "article", "div", "section", "tr")
_TITLE = 20
"""Characters of a link that is another story's title."""
_LONGEST = 700
"""Characters of an entry: title, channel, date and excerpt."""
_MOST_BESIDE = 400
"""Characters of an entry outside its links: the excerpt."""


def drop_teasers(root: Node) -> None:
    """Take the entries of story lists out of a tree.

    An entry has at least one twin beside it (the same tag and classes), a link that is a title, and no more text
    than an excerpt beside it; paragraphs with a link have no twin of a div and far more text than their link.
    """
    for parent in list(root.iter()):
        if not isinstance(parent.tag, str) or len(parent) < 2:
            continue
        entries = [child for child in parent if child.tag in _ENTRIES]
        if len(entries) < 2:
            continue
        counts = Counter((child.tag, child.get("class")) for child in entries)
        for child in entries:
            if counts[child.tag, child.get("class")] > 1 and is_teaser(child):
                drop(child)


def is_entry(node: Node) -> bool:
    """Whether an element is an entry of a story list: a teaser with a twin of its classes right beside it."""
    return (
        node.tag in _ENTRIES and any(_is_twin(node, other) for other in _neighbours(node)) and is_teaser(node)
    )


def _neighbours(node: Node) -> tuple[Node | None, Node | None]:
    return node.getnext(), node.getprevious()


def _is_twin(node: Node, other: Node | None) -> bool:
    return other is not None and (other.tag, other.get("class")) == (node.tag, node.get("class"))


def is_teaser(entry: Node) -> bool:
    """Whether an element is a title that links to another story, with its picture, date and excerpt."""
    total = _size(entry, _LONGEST)
    if not _TITLE <= total <= _LONGEST:
        return False
    links = [(link, size) for link in entry.iter("a") if (size := _size(link, total))]
    linked = sum(size for _, size in links)
    return total - linked <= _MOST_BESIDE and any(
        size >= _TITLE and _stands_alone(link, entry, size) for link, size in links
    )


def _size(node: Node, most: int) -> int:
    """Characters of text in an element; counting ends where they are more than `most`."""
    size = 0
    for text in node.itertext():
        size += len(text.strip())
        if size > most:
            break
    return size


def _stands_alone(link: Node, entry: Node, size: int) -> bool:
    """Whether the link is all the text of a block of its own, as a title is and a link in a sentence is not."""
    node = link
    while node is not entry:
        parent = node.getparent()
        if parent is None or _size(parent, size) > size:
            return node.tag not in ("a", "span", "b", "strong", "em", "i") or (
                parent is not None
                and not (parent.text or "").strip()
                and not (node.tail or "").strip()
                and _ends_block(node)
            )
        node = parent
    return True


def _ends_block(node: Node) -> bool:
    """Whether a block or a line break follows the inline node rather than more of its sentence."""
    after = node.getnext()
    return after is None or after.tag in (
        "br",
        "p",
        "div",
        "ul",
        "h2",
        "h3",
        "h4",
        "h5",
        "time",
        "small",
        "img",
    )


def drop(node: Node) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = node.getparent()
    if parent is None:
        return
    tail = node.tail
    before = node.getprevious()
    parent.remove(node)
    if tail and tail.strip():
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
