"""The words of text dumps as patterns and tables."""

from __future__ import annotations

import re

from newsbot.lexicon import cached, forms, key_of, word_set, words


@cached
def whole(name: str) -> re.Pattern[str]:
    """The pattern of a list of whole lines, to be matched with `fullmatch` on a folded line."""
    return re.compile(forms(f"furniture.lines.{name}"))


ROLE_OF: dict[str, str] = {word: key_of("roles.labels")[word] for word in words("roles.uses.dump")}
"""The role that a label on a line of its own gives to the name beside it."""
AGENCIES = word_set("outlets.agencies.line")
"""Names that alone on a line are a picture's credit."""
CREDIT_LEADS: tuple[str, ...] = words("outlets.agencies.lead")
"""Words that begin a line with a picture's credit."""
CHAT_WORDS = word_set("function_words.posts.spellings")
FUNCTION_WORDS = word_set("function_words.posts.sentences")
