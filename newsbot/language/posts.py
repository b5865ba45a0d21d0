"""A writer's post and place before his name: "Kontributor Kabupaten Lintang, Rina Ayu"."""

from __future__ import annotations

import re

from newsbot.lexicon import any_of, cached


def is_post_and_name(text: str) -> bool:
    """Whether a line is somebody's post, place and name and nothing else.

    >>> is_post_and_name("Kontributor Kabupaten Lintang, Rina Ayu"), is_post_and_name("Kontributor Lintang, kata Rina")
    (True, False)
    """
    return _post_and_place().fullmatch(text.strip()) is not None


@cached
def _post_and_place() -> re.Pattern[str]:
    word = r"[A-Z][\w.'’-]*"
    return re.compile(
        rf"(?i:{any_of('roles.posts.before_names')})\s{word}(?:\s{word}){{0,3}},\s(?P<name>{word}(?:\s{word}){{1,4}})"
    )
