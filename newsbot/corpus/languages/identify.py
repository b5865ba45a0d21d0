"""The language of a text: a model of letters proposes, marks of neighbouring languages decide between the closest.

The model (py3langid) knows 139 languages. Indonesian and Malay are nearly one to it, and it has no Sundanese, which it
takes for Javanese or Acehnese; `language_marks.toml` has the words that tell these apart. docs/languages.md has what
that gives.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from newsbot.corpus.added import IdentifiedLanguage, LanguageShare
from newsbot.lexicon import key_of

NEIGHBOURS = ("id", "ms", "jv", "su")
"""The languages that have marks."""
QUOTED = frozenset((*NEIGHBOURS, "en"))
"""Those that single sentences are told to be in, beside the language of the whole."""

_UNKNOWN_TO_MODEL = {"su": ("jv", "ace")}
"""What the model takes a language for that it does not know."""
_NO_LANGUAGE = "zxx"
_MARK = 1.0
"""What one mark adds to the logarithm of a language's odds."""
_FLOOR = 0.01
"""Below which the model rules out no neighbour."""
_LONGEST = 20_000
"""Characters that are read: more tell nothing new."""
_LEAST_WORDS = 4
_SPAN_WORDS = 14
"""Words that sentences are read together for: shorter ones say too little."""
_SURE = 0.8
"""How sure a span of another language must be, to count as one."""
MIXED_SHARE = 0.15
MIXED_SENTENCES = 2
"""From how large a share, and how many sentences, of other languages a text is mixed."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARAGRAPH = re.compile(r"\n+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]{0,3}\s+")


@dataclass(frozen=True, slots=True)
class _Span:
    """Sentences of one paragraph that are read together."""

    text: str
    sentences: int
    words: int


class Identifier:
    """The model in memory, some 100 MB; the same text always has the same answer."""

    def __init__(self) -> None:
        self._model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def identify(self, text: str) -> IdentifiedLanguage | None:
        """The language of a text; None where it has fewer than four words, or no language.

        >>> Identifier().identify("Kerajaan negeri berkata bantuan itu akan disalurkan kerana banjir.").code
        'ms'
        """
        text = text[:_LONGEST]
        if len(_WORD.findall(text)) < _LEAST_WORDS:
            return None
        code, score = self._most_likely(text)
        if code == _NO_LANGUAGE:
            return None
        others, is_mixed = self._others(text, code)
        return IdentifiedLanguage(code, round(score, 3), others, is_mixed)

    def _most_likely(self, text: str, only: frozenset[str] | None = None) -> tuple[str, float]:
        odds = _log_odds(dict(self._model.rank(text)), _marks(text))
        asked = {code: value for code, value in odds.items() if only is None or code in only}
        best = max(asked, key=lambda code: (asked[code], code))
        return best, 1 / math.fsum(math.exp(value - asked[best]) for value in asked.values())

    def _others(self, text: str, main: str) -> tuple[list[LanguageShare], bool]:
        """The languages of spans that are in another than the whole, and whether they make it mixed."""
        words: Counter[str] = Counter()
        total = sentences = 0
        for span in _spans(text):
            code, score = self._most_likely(span.text, QUOTED | {main})
            total += span.words
            if score >= _SURE and not _are_one(code, main):
                words[code] += span.words
                sentences += span.sentences
        shares = [LanguageShare(code, round(count / total, 3)) for code, count in sorted(words.items())]
        is_mixed = sentences >= MIXED_SENTENCES and words.total() >= MIXED_SHARE * total
        return sorted(shares, key=lambda found: -found.share), is_mixed


def _are_one(code: str, main: str) -> bool:
    """Whether a few sentences are too little to tell these two apart."""
    return code == main or {code, main} == {"id", "ms"}


def _log_odds(likely: Mapping[str, float], marks: Counter[str]) -> dict[str, float]:
    known = dict(likely)
    for code, taken_for in _UNKNOWN_TO_MODEL.items():
        known[code] = max(known[other] for other in taken_for)
    for code in NEIGHBOURS:
        known[code] = max(known[code], _FLOOR)
    return {code: math.log(share) + _MARK * marks[code] for code, share in known.items() if share > 0}


def _marks(text: str) -> Counter[str]:
    """How many different marks of each language the text has."""
    languages = key_of("language_marks.marks")
    words = set(_WORD.findall(_plain(text)))
    return Counter(languages[word] for word in words if word in languages)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _spans(text: str) -> Iterator[_Span]:
    for paragraph in _PARAGRAPH.split(text):
        held: list[str] = []
        words = 0
        spans: list[_Span] = []
        for sentence in _SENTENCE_END.split(paragraph):
            held.append(sentence)
            words += len(_WORD.findall(sentence))
            if words >= _SPAN_WORDS:
                spans.append(_Span(" ".join(held), len(held), words))
                held, words = [], 0
        if words:  # the end of a paragraph is read with what stands before it
            before = spans.pop() if spans else _Span("", 0, 0)
            spans.append(
                _Span(
                    " ".join((before.text, *held)).strip(), before.sentences + len(held), before.words + words
                )
            )
        yield from spans
