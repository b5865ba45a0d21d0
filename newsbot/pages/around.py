"""What stands around an element in document order, nearest first, looked for no farther than asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node


def behind(node: Node, most: int) -> Iterator[Node]:
    """The elements that begin behind a node's end, at most so many. XPath's `following::` reads on to the page's end.

    >>> from lxml import etree
    >>> page = etree.fromstring("<div><h1/><p><b/></p><i/></div>")
    >>> [one.tag for one in behind(page[0], 2)]
    ['p', 'b']
    """
    return islice((inner for one in beside(node) for inner in one.iter("*")), most)


def before(node: Node, most: int) -> list[Node]:
    """The elements that end before a node begins, at most so many.

    >>> from lxml import etree
    >>> page = etree.fromstring("<div><p><b/></p><i/><h1/></div>")
    >>> [one.tag for one in before(page[2], 2)]
    ['i', 'b']
    """
    around = set(node.iterancestors())
    found: list[Node] = []
    while node is not None and len(found) < most:
        previous = node.getprevious()
        if previous is None:
            node = node.getparent()
        else:
            node = previous
            while len(node):
                node = node[-1]
        if node is not None and node not in around and isinstance(node.tag, str):
            found.append(node)
    return found


def beside(node: Node) -> Iterator[Node]:
    """The elements that begin behind a node, their insides aside: its later siblings, then those of what holds it.

    >>> from lxml import etree
    >>> page = etree.fromstring("<div><p><h1/><i/></p><ul><li/></ul></div>")
    >>> [one.tag for one in beside(page[0][0])]
    ['i', 'ul']
    """
    while node is not None:
        yield from node.itersiblings("*")
        node = node.getparent()


def outermost(node: Node) -> Node:
    """The largest element that holds nothing but the node's text.

    >>> from lxml import etree
    >>> page = etree.fromstring("<div>Oleh <p><b><i>Wira</i></b></p></div>")
    >>> outermost(page[0][0][0]).tag
    'p'
    """
    text = text_of(node)
    while (parent := node.getparent()) is not None and text_of(parent) == text:
        node = parent
    return node
