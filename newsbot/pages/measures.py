"""What an element is by itself: whether anybody sees it, what it calls itself, how much running text it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from newsbot.pages.selectors import Node

UNSEEN = frozenset(("script", "style", "noscript", "template"))
"""Elements whose own text no reader sees; what stands behind them is seen."""
BLOCKS = frozenset(
    (
        "p div section article header footer nav aside main ul ol li table thead tbody tfoot tr td th h1 "
        "h2 h3 h4 h5 h6 blockquote figure figcaption form fieldset dl dt dd pre center address hr details "
        "summary body html video audio caption"
    ).split()
)
"""Elements that begin and end a block of text."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
"""In an element's style: it is not shown until a script or a reader asks for it."""
HEADINGS = {f"h{order}": order for order in range(1, 7)}
"""The heading elements, each with its order."""


def names_of(node: Node) -> str:
    """What an element calls itself: its id and its class names, empty where it has neither.

    >>> names_of(etree.fromstring('<div class="ads-box kiri" id="atas"/>'))
    'atas ads-box kiri'
    """
    identity, names = node.get("id"), node.get("class")
    return f"{identity} {names}" if identity and names else identity or names or ""


def visible_runs(node: Node) -> Iterator[str]:
    """The runs of text inside an element that a reader sees, in document order, as the markup has them.

    >>> list(visible_runs(etree.fromstring("<p>Beras <script>var a</script>naik</p>")))
    ['Beras ', 'naik']
    """
    if next(node.iter(*UNSEEN), None) is None:
        return iter(node.itertext())
    return _runs_between(node)


def _runs_between(node: Node) -> Iterator[str]:
    for event, element in etree.iterwalk(node, events=("start", "end")):
        if event == "start":
            text = None if element.tag in UNSEEN else element.text
        else:
            text = None if element is node else element.tail
        if text:
            yield text


def shown(node: Node, most: int) -> str | None:
    """What an element shows as one rough line, its runs of text without a blank between them; None where it has more
    than so many letters and marks. It is read no farther than that.

    >>> page = etree.fromstring("<p>Beras <script>var harga</script><b>naik lagi</b></p>")
    >>> shown(page, 13), shown(page, 12)
    ('Beras naik lagi', None)
    """
    if not len(node):
        text = "" if node.tag in UNSEEN else node.text or ""
        words = text.split()
        return " ".join(words) if len(text) <= most or sum(map(len, words)) <= most else None
    runs, size = [], 0
    for run in _runs_between(node):
        size += sum(map(len, run.split()))
        if size > most:
            return None
        runs.append(run)
    return " ".join("".join(runs).split())


def running_text(node: Node, least: int = 1, *, enough: int | None = None) -> int:
    """Characters of the visible runs that are at least so long: from some length on a run is a sentence, no label.

    Counting ends where it is past `enough`: an element is asked whether it holds more, a whole article how much.

    >>> running_text(etree.fromstring("<div>Foto <p>Harga beras naik lagi di pasar.</p></div>"), 10)
    31
    """
    total = 0
    for run in visible_runs(node):
        size = len(run.strip())
        if size >= least:
            total += size
            if enough is not None and total > enough:
                break
    return total


def link_share(node: Node) -> float:
    """The share of an element's visible text that stands in links, 0 to 1.

    >>> link_share(etree.fromstring("<p>Baca <a>Beras</a></p>"))
    0.5555555555555556
    """
    linked = chain.from_iterable(map(visible_runs, node.iter("a")))
    return sum(len(run.strip()) for run in linked) / (running_text(node) or 1)
