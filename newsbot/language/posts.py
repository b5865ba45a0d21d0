"""A writer's post and place before his name: "Kontributor Kabupaten Lintang, Rina Ayu"."""

from __future__ import annotations

import re

from newsbot.lexicon import any_of, cached, words


def is_post_and_name(text: str) -> bool:
    """Whether a line is somebody's post, place and name and nothing else.

    >>> is_post_and_name("Kontributor Kabupaten Lintang, Rina Ayu"), is_post_and_name("Kontributor Lintang, kata Rina")
    (True, False)
    """
    return _post_and_place().fullmatch(text.strip()) is not None


def name_before_place(text: str) -> str | None:
    """The name in a line of somebody's post, name and place, None where it is another line; a name has two words, none
    of them an area's.

    >>> name_before_place("Kontributor Rina Ayu, Weleri"), name_before_place("Kontributor Kabupaten Lintang, Rina")
    ('Rina Ayu', None)
    """
    text = text.strip()
    match = _post_and_name().fullmatch(text) if _PARTING.search(text) else None
    if match is None or not _no_names().isdisjoint(match["name"].lower().split()):
        return None
    return match["name"]


_PARTING = re.compile(r",|\s[-–]")


@cached
def _post_and_name() -> re.Pattern[str]:
    word = r"[A-Z][\w.'’-]*"
    posts = any_of("roles.posts.before_names")
    return re.compile(rf"(?i:{posts})\s(?P<name>{word}(?:\s{word}){{1,3}})(?:,|\s[-–])\s{word}")


@cached
def _no_names() -> frozenset[str]:
    return frozenset(words("places.areas", "places.first_words", "names.no_person"))


@cached
def _post_and_place() -> re.Pattern[str]:
    word = r"[A-Z][\w.'’-]*"
    return re.compile(
        rf"(?i:{any_of('roles.posts.before_names')})\s{word}(?:\s{word}){{0,3}},\s(?P<name>{word}(?:\s{word}){{1,4}})"
    )
