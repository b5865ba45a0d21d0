"""Players of videos: where each leads, and the caption that stands in its figure or right behind its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from newsbot.extractors.body.caption import is_named_caption
from newsbot.extractors.body.picture import PICTURES, is_icon
from newsbot.extractors.raw import RawVideo
from newsbot.pages.addresses import plays_video
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

PLAYERS = ("iframe", "amp-iframe", "amp-youtube")
_MOST = 40
"""Players of one part of a page that are looked at."""
_BOX = 2
"""Elements around a player behind which its caption stands."""
_LONGEST = 400


def player_address(node: Node) -> str | None:
    """The address that an embedded frame shows, or that a player of AMP makes of its number; None where it has none.

    >>> from lxml import etree
    >>> player_address(etree.fromstring('<amp-youtube data-videoid="a1"/>'))
    'https://www.youtube.com/embed/a1'
    """
    if node.tag == "amp-youtube":
        number = node.get("data-videoid") or ""
        return f"https://www.youtube.com/embed/{number}" if number else None
    url = (node.get("src") or node.get("data-src") or "").strip()
    return url if url.startswith(("http", "//")) else None


def videos_of(containers: Iterable[Node]) -> dict[str, Node | None]:
    """The addresses of the players in some elements, each with the element of its caption."""
    players = (node for container in containers for node in islice(container.iter(*PLAYERS), _MOST))
    found: dict[str, Node | None] = {}
    for node in players:
        if (url := player_address(node)) and plays_video(url):
            found[url] = found.get(url) or _caption_of(node)
    return found


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
    return next(
        (node for node in _behind(player) if is_named_caption(node) and len(text_of(node)) <= _LONGEST), None
    )


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
