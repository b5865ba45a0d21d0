"""The language of a text by its function words: enough to tell Indonesian from what else these portals print."""

from __future__ import annotations

import re
from collections import Counter

from newsbot.lexicon import cached, section, words

_TOKEN = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
_LEAST = 8


@cached
def _codes() -> dict[str, tuple[str, ...]]:
    """The languages of each function word."""
    codes: dict[str, tuple[str, ...]] = {}
    for code in section("function_words.languages"):
        for word in words(f"function_words.languages.{code}"):
            codes[word] = (*codes.get(word, ()), code)
    return codes


def detect_language(text: str) -> tuple[str, float] | None:
    """The most likely language code and the share of its function words among all the profiles' hits.

    None where the text is too short to say (fewer than eight function words of any profile).

    >>> detect_language("Dia yang datang ke sana itu tidak akan pergi dan belum kembali.")[0]
    'id'
    """
    tokens = _TOKEN.findall(text[:_SAMPLE].lower())
    by_word = _codes()
    known = [codes for token in tokens if (codes := by_word.get(token))]
    seen = len(known)
    if seen < _LEAST:
        return None
    hits = Counter(code for codes in known for code in codes)
    code = max(hits, key=lambda c: (hits[c], c == "id"))
    return code, round(hits[code] / seen, 3)
