"""The language of a text by its function words: enough to tell Indonesian from what else these portals print."""

from __future__ import annotations

import re
from collections import Counter

from newsbot.lexicon import section, word_set

_PROFILES: dict[str, frozenset[str]] = {
    code: word_set(f"function_words.languages.{code}") for code in section("function_words.languages")
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
