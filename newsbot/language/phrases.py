"""What portals print between the paragraphs: the phrases of the lexicon's furniture, matched with their evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from newsbot.items import Bin
from newsbot.language.text import fold
from newsbot.lexicon import alternation, any_of, cached, cached_to, entries, forms, labels, words

LONGEST = 700
"""Characters of a block that may still be furniture; what is longer is prose."""


Brands = Callable[[], tuple[str, ...]]
"""Gives the names that outlets sign with."""


class Furniture(NamedTuple):
    """A block that is no part of the article: the bin it goes to, the rule that says so.

    `opens` is True where the block is only a label and the link list behind it belongs to it.
    """

    bin: Bin
    rule: str
    opens: bool = False


class Evidence(NamedTuple):
    """What the markup tells of a block beside its words.

    `link_text` is the length of its text inside links, `has_link` whether it holds any, `is_heading` whether
    it is a heading element.
    """

    link_text: int = 0
    has_link: bool = False
    is_heading: bool = False


_NONE = Evidence()
"""Of a text without markup."""


class _Rule(NamedTuple):
    id: str
    bin: Bin
    evidence: tuple[str, ...]
    and_holds: tuple[str, ...]
    opens: bool


def _rule(row: dict[str, Any]) -> _Rule:
    evidence, and_holds = tuple(row.get("evidence", ())), tuple(row.get("and_holds", ()))
    return _Rule(row["id"], row["bin"], evidence, and_holds, row.get("opens", False))


@cached
def _starts() -> dict[str, list[tuple[str, _Rule]]]:
    """Phrases that begin a block with their rules, by their first word, the longest first."""
    starts: dict[str, list[tuple[str, _Rule]]] = defaultdict(list)
    for row in entries("furniture.rule"):
        for phrase in row.get("start", ()):
            starts[phrase.split()[0].rstrip(":,")].append((phrase, _rule(row)))
    for listed in starts.values():
        listed.sort(key=lambda pair: len(pair[0]), reverse=True)
    return dict(starts)


@cached
def _whole() -> tuple[re.Pattern[str], tuple[_Rule, ...]]:
    """One pattern for the whole blocks of all rules, a group a rule, and the rules."""
    rows = [row for row in entries("furniture.rule") if row.get("whole")]
    groups = (f"(?P<g{number}>{'|'.join(row['whole'])})" for number, row in enumerate(rows))
    return re.compile(_filled("|".join(groups)), re.DOTALL), tuple(map(_rule, rows))


def _filled(form: str) -> str:
    """The form with the words in place of the places of the lexicon that it names: "<roles.posts.report>"."""
    return _PLACE.sub(lambda match: _words_at(match[1]), form)


def _words_at(place: str) -> str:
    kind, _, use = place.partition(".")
    return alternation(labels(use)) if kind == "labels" else any_of(place)


@cached
def _holding() -> tuple[tuple[str, _Rule], ...]:
    rows = entries("furniture.rule")
    return tuple((phrase, _rule(row)) for row in rows for phrase in row.get("holds", ()))


@cached
def _evidence(name: str) -> re.Pattern[str]:
    return re.compile(forms(f"furniture.evidence.{name}"))


@cached
def _speech(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(words(f'furniture.speech.{name}'))}\b")


@cached
def _domain() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])[\w-]++\.{any_of('addresses.hosts.endings')}\b")


def names_brand(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text names one of the outlets, printed as they print it or with a capital: "suara" is a voice, "Suara"
    may sign. An address signs without its ending as well.

    >>> [names_brand(f"berita lainnya dari {name}", ("Suara.com",)) for name in ("Suara", "SUARA.COM", "suara")]
    [True, True, False]
    """
    found = _brands(names).finditer(text) if names else ()
    return any(match[0] in names or match[0] != match[0].lower() for match in found)


@cached_to(8)
def _brands(names: tuple[str, ...]) -> re.Pattern[str]:
    host = re.compile(rf"\.{any_of('addresses.hosts.endings')}\Z")
    folded = {form for name in map(str.lower, names) for form in (name, host.sub("", name))}
    longer = alternation(name for name in folded if len(name) > _SHORT_BRAND)
    return re.compile(rf"(?<![\w.-]){longer}(?!\w)", re.IGNORECASE)


_SHORT_BRAND = 2
"""Letters of a name that is also a word of two capitals ("PR" is homework)."""
_PLACE = re.compile(r"<([a-z_]+(?:\.[a-z_]+)+)>")
_FIRST = re.compile(r"[^\W_]+")
_MARKS = " :!-–—|»>."
_MARK = re.compile(r"\s*[:：\-–—|»>]")
_QUOTED = re.compile(r"\s*[\"'].{3,200}[\"'](?:\s+(?:di ?sini|di bawah(?: ini)?|berikut(?: ini)?))?[.!: ]*$")
_HERE = re.compile(r"\b(?:klik )?di ?sini[.!: ]*$")
_LOADING = re.compile(r"^loading ?\.{2,3}\s*(?=\S)")
"""What a script's place-holder leaves before the text behind it (republika 2025)."""


def furniture(text: str, evidence: Evidence = _NONE, brands: Brands = tuple) -> Furniture | None:
    """What piece of page furniture the block is, or None where it is part of the article.

    `brands` gives the names of outlets, as printed: an invitation to read on with one of them is no sentence of a text.
    It is asked where a phrase needs that evidence.

    >>> furniture("Baca juga: Harga Beras Turun").bin
    'related'
    >>> furniture("Simak dulu penjelasan dokter berikut ini.") is None
    True
    """
    if len(text) > LONGEST:
        return None
    key = _key(text)
    if key[:1] + key[-1:] in _BRACKETS:  # "(Baca juga: Judul)" (sindonews, viva)
        return furniture(text.strip(_EDGES)[1:-1], evidence, brands) or _by_whole(key)
    if not key:
        return Furniture("widget", "rule-line")
    if key[0] in "[(" and (labelled := _IN_BRACKETS.match(key)):  # "[BACA JUGA] Judul"
        found = furniture(f"{labelled['label']}: {labelled['rest']}", evidence, brands)
        if found is not None and found.bin == "related":
            return found
    return _by_start(key, text, evidence, brands) or _by_whole(key) or _by_holding(key)


def may_be_of_rule(text: str, rule: str) -> bool:
    """False where `furniture` cannot give that rule for a text: one rule's own forms cost a quarter of all of them.

    >>> may_be_of_rule("Editor: Wira Sakti", "byline"), may_be_of_rule("Harga beras naik", "byline")
    (True, False)
    """
    return any(_forms_of(rule).fullmatch(key) for key in _keys(text))


@cached_to(8)
def _forms_of(rule: str) -> re.Pattern[str]:
    """The forms of a rule's whole blocks; any text where it tells blocks by other signs as well."""
    rows = [row for row in entries("furniture.rule") if row["id"] == rule]
    if any("start" in row or "holds" in row for row in rows):
        return re.compile(".*", re.DOTALL)
    return re.compile(_filled("|".join(form for row in rows for form in row["whole"])), re.DOTALL)


def _key(text: str) -> str:
    """What the phrases are looked for in: the folded text without marks at its ends."""
    key = _LOADING.sub("", fold(text)).strip(_EDGES)
    return key[1:].lstrip() if key[:1] == ")" else key  # "**) Isi tulisan ...": a note


def _keys(text: str) -> Iterator[str]:
    """The key of a text and, as long as it stands in brackets, of what stands in them."""
    yield (key := _key(text))
    while key[:1] + key[-1:] in _BRACKETS:
        text = text.strip(_EDGES)[1:-1]
        yield (key := _key(text))


_IN_BRACKETS = re.compile(r"[\[(](?P<label>[a-z ]{4,25})[\])]\s*+(?::\s*+)?(?P<rest>\w.{10,300})", re.DOTALL)
_EDGES = " •»>→▶*↓↑-"
_BRACKETS = ("()", "[]")


def _by_start(key: str, text: str, evidence: Evidence, brands: Brands) -> Furniture | None:
    first = _FIRST.match(key)
    if not first:
        return None
    for phrase, rule in _starts().get(first[0], ()):
        if not key.startswith(phrase):
            continue
        hit = _Hit(key, phrase, key[len(phrase) :], text, evidence, brands)
        if _holds_for(rule, hit):
            return Furniture(rule.bin, rule.id, rule.opens and not hit.rest.strip(_MARKS))
    return None


def _holds_for(rule: _Rule, hit: _Hit) -> bool:
    if hit.rest[:1].isalnum():
        return False
    if rule.and_holds and not any(word in hit.key for word in rule.and_holds):
        return False
    return any(_CHECKS[name](hit) for name in rule.evidence)


_MOSTLY = 0.8
"""Share of a text in links from which on it is links."""


class _Hit(NamedTuple):
    """A block that begins with a phrase: the folded block, what follows the phrase, the block as printed, the
    markup's evidence, and the names of outlets."""

    key: str
    phrase: str
    rest: str
    text: str
    evidence: Evidence
    brands: Brands

    def words(self) -> int:
        return len(self.key.split())

    def is_title(self) -> bool:
        """Whether what follows the phrase is printed as titles are: nearly all words capitalised, no full stop."""
        words = [word for word in self.text.split()[len(self.phrase.split()) :] if word[0].isalpha()]
        capital = sum(word[0].isupper() for word in words)
        return 4 <= len(words) <= 20 and capital >= 0.75 * len(words) and not self.text.endswith((".", "!"))

    def is_linked(self) -> bool:
        """Whether what follows the phrase is links, the marks between them aside."""
        said = sum(len(word) + 1 for word in self.rest.split() if any(map(str.isalnum, word))) - 1
        return said > 0 and self.evidence.link_text >= _MOSTLY * said

    def reports(self) -> bool:
        """Whether the block is reported speech, as no promotion is."""
        return bool(_speech("reports").search(self.key))

    def offers_channel(self) -> bool:
        return bool(_evidence("channel").search(self.key))

    def names_outlet(self) -> bool:
        """Whether an outlet is named: an address, one of a family, or one that is declared."""
        if _domain().search(self.key) or _evidence("brand").search(self.key):
            return True
        behind = " ".join(self.text.split()[len(self.phrase.split()) :])
        return names_brand(behind, self.brands())


_CHECKS: dict[str, Callable[[_Hit], bool]] = {
    "colon": lambda hit: hit.phrase.endswith(":") or bool(_MARK.match(hit.rest)),
    "linked": lambda hit: hit.is_linked(),
    "alone": lambda hit: not hit.rest.strip(_MARKS),
    "quoted": lambda hit: bool(_QUOTED.match(hit.rest.rstrip(" :"))),
    "heading": lambda hit: hit.evidence.is_heading,
    "link": lambda hit: hit.evidence.has_link and hit.words() <= 60,
    "channel": lambda hit: hit.offers_channel() and hit.words() <= 45 and not hit.reports(),
    "brand": lambda hit: hit.names_outlet() and hit.words() <= 45 and not hit.reports(),
    "title": lambda hit: hit.is_title(),
    "here": lambda hit: hit.evidence.has_link and hit.words() <= 20 and bool(_HERE.search(hit.key)),
    "offer": lambda hit: (
        hit.offers_channel() and (hit.evidence.has_link or hit.names_outlet()) and not hit.reports()
    ),
}
"""What each name in a rule's `evidence` asks for."""


def _by_whole(key: str) -> Furniture | None:
    pattern, rules = _whole()
    match = pattern.fullmatch(key)
    if not match or match.lastgroup is None:
        return None
    rule = rules[int(match.lastgroup[1:])]
    return Furniture(rule.bin, rule.id, rule.opens)


def _by_holding(key: str) -> Furniture | None:
    for phrase, rule in _holding():
        if phrase not in key or (rule.and_holds and not any(word in key for word in rule.and_holds)):
            continue
        if len(key.split()) <= 60 and not _speech("said").search(_COUNTED.sub("", key)):
            return Furniture(rule.bin, rule.id)
    return None


_COUNTED = re.compile(r"\d kata\b")
"""What a call for contributions says of their length, with a word that elsewhere reports speech."""
