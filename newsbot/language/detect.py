"""The language of a text by its function words: enough to tell Indonesian from what else these portals print."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib import resources

_PROFILES: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in tomllib.loads(
        (resources.files("newsbot.language") / "data" / "function_words.toml").read_text("utf-8")
    )["words"].items()
}
_CODES: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, words in _PROFILES.items() if word in words)
    for words in _PROFILES.values()
    for word in words
}
_TOKEN = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
_LEAST = 8


def detect_language(text: str) -> tuple[str, float] | None:
    """The most likely language code and the share of its function words among all the profiles' hits.

    None where the text is too short to say (fewer than eight function words of any profile).

    >>> detect_language("Dia yang datang ke sana itu tidak akan pergi dan belum kembali.")[0]
    'id'
    """
    tokens = _TOKEN.findall(text[:_SAMPLE].lower())
    known = [codes for token in tokens if (codes := _CODES.get(token))]
    seen = len(known)
    if seen < _LEAST:
        return None
    hits = Counter(code for codes in known for code in codes)
    code = max(hits, key=lambda c: (hits[c], c == "id"))
    return code, round(hits[code] / seen, 3)
