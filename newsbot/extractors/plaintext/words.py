"""The word lists of plaintext.toml as patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    (resources.files("newsbot.extractors.plaintext") / "plaintext.toml").read_text("utf-8")
)


@cache
def whole(name: str) -> re.Pattern[str]:
    """The pattern of a list of whole lines, to be matched with `fullmatch` on a folded line."""
    return re.compile("|".join(f"(?:{form})" for form in _DATA[name]))


ROLE_OF: dict[str, str] = {word: role for role, words in _DATA["labels"].items() for word in words}
"""The role that a label on a line of its own gives to the name beside it."""
AGENCIES = frozenset(_DATA["captions"]["agencies"])
"""Names that alone on a line are a picture's credit."""
CREDIT_LEADS: tuple[str, ...] = tuple(_DATA["captions"]["leads"])
"""Words that begin a line with a picture's credit."""
CHAT_WORDS = frozenset(_DATA["posts"]["spellings"])
FUNCTION_WORDS = frozenset(_DATA["posts"]["function_words"])
