"""What portals print between the paragraphs: the phrases of the lexicon's furniture, matched with its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from newsbot.items import Bin
from newsbot.language.text import fold
from newsbot.lexicon import entries, key_of

LONGEST = 700
"""Characters of a block that may still be furniture; what is longer is prose."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A block that is no part of the article: the bin it goes to, the rule that says so.

    `opens` is True where the block is only a label and the link list behind it belongs to it.
    """

    bin: Bin
    rule: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the markup tells of a block beside its words.

    `link_text` is the length of its text inside links, `has_link` whether it holds any, `is_heading` whether
    it is a heading element.
    """

    link_text: int = 0
    has_link: bool = False
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    bin: Bin
    evidence: tuple[str, ...]
    and_holds: tuple[str, ...]
    opens: bool


def _rule(row: dict[str, Any]) -> _Rule:
    evidence, and_holds = tuple(row.get("evidence", ())), tuple(row.get("and_holds", ()))
    return _Rule(row["id"], row["bin"], evidence, and_holds, row.get("opens", False))


_RULES = [(_rule(row), row) for row in entries("furniture.rule")]
_STARTS: dict[str, list[tuple[str, _Rule]]] = defaultdict(list)
for _r, _row in _RULES:
    for _phrase in _row.get("start", []):
        _STARTS[_phrase.split()[0].rstrip(":")].append((_phrase, _r))
for _list in _STARTS.values():
    _list.sort(key=lambda pair: len(pair[0]), reverse=True)
_WHOLE_RULES = [(r, row["whole"]) for r, row in _RULES if row.get("whole")]
_WHOLE = re.compile("|".join(f"(?P<g{i}>{'|'.join(w)})" for i, (_, w) in enumerate(_WHOLE_RULES)), re.DOTALL)
_HOLDS = [(phrase, r) for r, row in _RULES for phrase in row.get("holds", [])]
_FIRST = re.compile(r"[^\W_]+")
_MARKS = " :!-–—|»>."
_MARK = re.compile(r"\s*[:：\-–—|»>]")
_BRAND = re.compile(r"\b[\w-]+\.(?:com|co\.id|id|co|net|news)\b|\btribun ?\w+|\bkompas|\bdetik|\bokezone")
_CHANNEL = re.compile(
    r"google ?news|google berita|(?:saluran|grup|channel|kanal) (?:whatsapp|telegram|wa)\b"
    r"|(?:whatsapp|telegram|wa) channel"
)
_REPORTS = re.compile(r"\b(?:kata|ujar|ucap|tutur|jelas|ungkap|tulis|menurut|kepada|menelusuri|beredar)\b")
_SAID = re.compile(r"\b(?:kata|ujar|ucap|tutur|ungkap)\b")
_QUOTED = re.compile(r"\s*[\"'].{3,200}[\"'](?:\s+(?:di ?sini|di bawah(?: ini)?|berikut(?: ini)?))?[.!: ]*$")
_HERE = re.compile(r"\b(?:klik )?di ?sini[.!: ]*$")
_LOADING = re.compile(r"^loading ?\.{2,3}\s*(?=\S)")
"""What a script's place-holder leaves before the text behind it (republika 2025)."""


def furniture(text: str, evidence: Evidence = Evidence()) -> Furniture | None:
    """What piece of page furniture the block is, or None where it is part of the article.

    >>> furniture("Baca juga: Harga Beras Turun").bin
    'related'
    >>> furniture("Simak dulu penjelasan dokter berikut ini.") is None
    True
    """
    if len(text) > LONGEST:
        return None
    key = _LOADING.sub("", fold(text)).strip(" •»>→▶*↓↑-")
    if not key:
        return Furniture("widget", "rule-line")
    return _by_start(key, text, evidence) or _by_whole(key) or _by_holding(key)


def _by_start(key: str, text: str, evidence: Evidence) -> Furniture | None:
    first = _FIRST.match(key)
    if not first:
        return None
    for phrase, rule in _STARTS.get(first[0], ()):
        if key.startswith(phrase) and _holds_for(rule, phrase, key, text, evidence):
            rest = key[len(phrase) :].strip(_MARKS)
            return Furniture(rule.bin, rule.id, rule.opens and not rest)
    return None


def _holds_for(rule: _Rule, phrase: str, key: str, text: str, evidence: Evidence) -> bool:
    rest = key[len(phrase) :]
    if rest[:1].isalnum():
        return False
    if rule.and_holds and not any(word in key for word in rule.and_holds):
        return False
    hit = _Hit(key, phrase, rest, text, evidence)
    return any(_CHECKS[name](hit) for name in rule.evidence)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A block that begins with a phrase: the folded block, what follows the phrase, the block as printed, and the
    markup's evidence."""

    key: str
    phrase: str
    rest: str
    text: str
    evidence: Evidence

    def words(self) -> int:
        return len(self.key.split())

    def is_title(self) -> bool:
        """Whether what follows the phrase is printed as titles are: nearly all words capitalised, no full stop."""
        words = [word for word in self.text.split()[len(self.phrase.split()) :] if word[0].isalpha()]
        capital = sum(word[0].isupper() for word in words)
        return 4 <= len(words) <= 20 and capital >= 0.75 * len(words) and not self.text.endswith((".", "!"))

    def reports(self) -> bool:
        """Whether the block is reported speech, as no promotion is."""
        return bool(_REPORTS.search(self.key))


_CHECKS: dict[str, Callable[[_Hit], bool]] = {
    "colon": lambda hit: hit.phrase.endswith(":") or bool(_MARK.match(hit.rest)),
    "linked": lambda hit: bool(hit.rest.strip()) and hit.evidence.link_text >= 0.8 * len(hit.rest.strip()),
    "alone": lambda hit: not hit.rest.strip(_MARKS),
    "quoted": lambda hit: bool(_QUOTED.match(hit.rest.rstrip(" :"))),
    "heading": lambda hit: hit.evidence.is_heading,
    "link": lambda hit: hit.evidence.has_link and hit.words() <= 60,
    "channel": lambda hit: bool(_CHANNEL.search(hit.key)) and hit.words() <= 45 and not hit.reports(),
    "brand": lambda hit: bool(_BRAND.search(hit.key)) and hit.words() <= 45 and not hit.reports(),
    "title": lambda hit: hit.is_title(),
    "here": lambda hit: hit.evidence.has_link and hit.words() <= 20 and bool(_HERE.search(hit.key)),
    "offer": lambda hit: (
        bool(_CHANNEL.search(hit.key))
        and (hit.evidence.has_link or bool(_BRAND.search(hit.key)))
        and not hit.reports()
    ),
}
"""What each name in a rule's `evidence` asks for."""


def _by_whole(key: str) -> Furniture | None:
    match = _WHOLE.fullmatch(key)
    if not match or match.lastgroup is None:
        return None
    rule = _WHOLE_RULES[int(match.lastgroup[1:])][0]
    return Furniture(rule.bin, rule.id)


def _by_holding(key: str) -> Furniture | None:
    for phrase, rule in _HOLDS:
        if phrase not in key or (rule.and_holds and not any(word in key for word in rule.and_holds)):
            continue
        if len(key.split()) <= 60 and not _SAID.search(key):
            return Furniture(rule.bin, rule.id)
    return None


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^A-Za-z0-9]+")
_CONTAINERS: dict[str, Bin] = {
    word: cast("Bin", bin_) for word, bin_ in key_of("element_names.containers").items()
}
_LONGEST_NAME = max(len(word.split()) for word in _CONTAINERS)


@lru_cache(maxsize=8192)
def container_bin(names: str) -> tuple[Bin, str] | None:
    """The bin that an element's class and id words put it in, with the word that says so, or None.

    >>> container_bin("div-gpt-ad-12345")
    ('ad', 'gpt')
    >>> container_bin("read__content") is None
    True
    """
    words = _NOT_WORD.sub(" ", _CAMEL.sub(" ", names[:400])).lower().split()
    for size in range(_LONGEST_NAME, 0, -1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            if name in _CONTAINERS:
                return _CONTAINERS[name], name
    return None
