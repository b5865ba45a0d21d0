"""Players of videos: where each leads, and the caption that stands in its figure or right behind its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from newsbot.extractors.body.caption import (
    has_labelled_credit,
    is_credited,
    is_named_caption,
    is_small_print,
)
from newsbot.extractors.body.picture import PICTURES, is_icon
from newsbot.extractors.raw import RawVideo
from newsbot.language.text import ends_sentence
from newsbot.pages.addresses import join_address, plays_video
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

PLAYERS = tuple("iframe amp-iframe amp-youtube lite-youtube video amp-video object".split())
PLAYERS_CAPTION = "caption of a player"
"""The rule by which the element of a player's caption leaves the text."""
_MOST = 40
"""Players of one part of a page that are looked at."""
_BOX = 2
"""Elements around a player behind which its caption stands."""
_LONGEST = 400
_LONGEST_LINE = 200
"""Characters of a caption that its class names, and of one that only its place tells."""


def player_address(node: Node) -> str | None:
    """The address that an embedded frame shows, that a player makes of its number, or of a video's file, which may be
    relative; None where it has none.

    >>> from lxml import etree
    >>> player_address(etree.fromstring('<amp-youtube data-videoid="a1"/>'))
    'https://www.youtube.com/embed/a1'
    """
    if node.tag in ("amp-youtube", "lite-youtube"):
        number = node.get("data-videoid") or node.get("videoid") or ""
        return f"https://www.youtube.com/embed/{number}" if number else None
    if node.tag in ("video", "amp-video"):
        sources = (_source(source) for source in (node, *islice(node.iter("source"), _MOST_SOURCES)))
        return next((url for url in sources if url and not url.startswith(("blob:", "data:"))), None)
    if node.tag == "object":
        node = next(node.iter("embed"), node)
    url = _source(node) or (node.get("data") or "").strip()
    return url if url.startswith(("http", "//")) else None


_MOST_SOURCES = 4


def _source(node: Node) -> str:
    return (node.get("src") or node.get("data-src") or "").strip()


def videos_of(containers: Iterable[Node], base: str | None = None) -> dict[str, Node | None]:
    """The addresses of the players in some elements, each with the element of its caption; `base` is where relative
    ones start."""
    players = (node for container in containers for node in islice(container.iter(*PLAYERS), _MOST))
    found: dict[str, Node | None] = {}
    for node in players:
        if (url := player_address(node)) and plays_video(url):
            url = absolute(base, url)
            if found.get(url) is None:
                found[url] = _caption_of(node)
    return found


def absolute(base: str | None, url: str) -> str:
    """The address of a player as seen from a page; one without a protocol stays as printed."""
    return url if url.startswith(("http", "//")) else join_address(base, url) or url


def is_players_box(box: Node) -> bool:
    """Whether a figure shows a player and no picture."""
    has_picture = any(not is_icon(img) for img in islice(box.iter(*PICTURES), _MOST))
    return not has_picture and bool(videos_of((box,)))


def as_video(url: str, caption: Node | None) -> RawVideo:
    """A video with the text of its caption's element."""
    return RawVideo(url, (text_of(caption) or None) if caption is not None else None)


def _caption_of(player: Node) -> Node | None:
    figure = next((above for above in player.iterancestors() if above.tag == "figure"), None)
    if figure is not None:
        return next(figure.iter("figcaption"), None)
    box = _own_box(player)
    return next((node for node in _behind(player) if _is_caption(node)), None) if box is None else box


def _own_box(player: Node) -> Node | None:
    """The box of a player that holds its caption as bare text: "<div class=video><iframe><b>Wira</b> Panen</div>"."""
    box = player.getparent()
    if (
        box is None
        or box.tag != "div"
        or next(box.iterdescendants("p", "div", "br", "a", *PICTURES), None) is not None
    ):
        return None
    text = text_of(box)
    is_alone = len(list(islice(box.iter(*PLAYERS), 2))) == 1
    return box if is_alone and 0 < len(text) <= _LONGEST_LINE and not ends_sentence(text) else None


def _is_caption(node: Node) -> bool:
    """Whether an element right behind a player is its caption: by its name, by the label of a credit at its end, or in
    small print with a credit of any form."""
    text = text_of(node)
    if is_named_caption(node):
        return len(text) <= _LONGEST
    if len(text) > _LONGEST_LINE or next(node.iter("a", *PLAYERS), None) is not None:
        return False
    return has_labelled_credit(text) or (is_credited(text) and is_small_print(node, text))


def _behind(player: Node) -> Iterator[Node]:
    """The element right behind a player, and that behind each box that holds nothing else."""
    node = player
    for _ in range(_BOX + 1):
        following = node.getnext()
        if following is not None:
            yield following
            return
        node = node.getparent()
        if node is None or text_of(node):
            return
