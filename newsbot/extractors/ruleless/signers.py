"""Who signs a text that names no writer at its headline: in brackets at its end, or in a box about the writer."""

from __future__ import annotations

from itertools import islice

from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.ruleless.unlabelled import names_writer
from newsbot.extractors.whose import OwnArea
from newsbot.language.byline import parse_byline
from newsbot.language.names import person_name
from newsbot.language.text import fold
from newsbot.lexicon import word_set
from newsbot.pages.selectors import Node

_BELOW = 80
"""Elements behind the text among which the box about the writer stands."""
_MOST_BEHIND = 3
"""Elements behind the title of that box among which the name stands: a portrait, a frame."""
_WORDS_OF_NAME = range(2, 6)


def note_signer(raw: RawArticle, body: Body, places: Places, area: OwnArea) -> None:
    """Add the name in brackets that ends the text, or that of the box about the writer, where no writer is named."""
    if names_writer(raw, body):
        return
    for line in body.bylines:
        people = parse_byline(line.value).people if line.rule == "reporter credit" else ()
        is_sender = len(people) == 1 and people[0].name in (
            body.initials or ""
        )  # an outlet's name is behind it
        if len(people) == 1 and not is_sender:
            raw.add("printed_byline", f"Penulis: {people[0].name}", "generic", "name in brackets at the end")
            return
    if name := _about_writer(places, area):
        raw.add("printed_byline", f"Penulis: {name}", "generic", "name in the box about the writer")


def _about_writer(places: Places, area: OwnArea) -> str | None:
    """The name right behind a title as "Tentang Penulis"."""
    if places.body is None:
        return None
    titles = word_set("roles.posts.about")
    for node, _ in places.between(places.body_end + 1, places.body_end + _BELOW):
        said = node.text
        if (
            said
            and len(said) <= _LONGEST_TITLE
            and fold(said).strip(" :") in titles
            and area.whose(node) is None
        ):
            return _first_name(node)
    return None


_LONGEST_TITLE = 60
"""Characters of the title with the blanks around it."""


def _first_name(title: Node) -> str | None:
    """The first text behind the title, alone in its element, where it is a person's name."""
    for behind in islice(title.itersiblings(), _MOST_BEHIND):
        for node in islice(behind.iter(), _PARTS):
            if isinstance(node.tag, str) and (text := (node.text or "").strip()):
                is_name = len(text.split()) in _WORDS_OF_NAME and not len(node)
                return text if is_name and person_name(text) == text else None
    return None


_PARTS = 8
