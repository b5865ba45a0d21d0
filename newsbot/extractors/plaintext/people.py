"""Who is named: byline lines, names at the date line, labels with the name on the line beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsbot.extractors.body.draft import Draft
from newsbot.extractors.plaintext.lines import Line, is_person
from newsbot.extractors.raw import RawArticle
from newsbot.language.byline import is_organisation, names_author, parse_byline
from newsbot.language.names import is_place, without_place
from newsbot.language.text import BLANKS, fold
from newsbot.lexicon import alternation, cached, labels, word_set, words

_OUTLET = re.compile(r"\s(?:-\s(?P<outlet>.+)|\((?P<bracketed>[A-Z][\w.]*(?:\s[\w.]+){0,3})\))$")
"""The outlet behind a writer's name: "Rina Ayu - detikHealth", "Rina Ayu (The Jakarta Post)"."""
_REPORT = "Laporan "
"""Before the writer's name at the date ("Laporan Rina Ayu"), where it heads no list."""
_AND = re.compile(r",\s|\s(?:&|dan)\s")
_COUNTER = re.compile(
    r"\s(?:(?:dilihat|dibaca|hits?|views?)\s?:?\s?)?[\d.,]+k?(?:\s?(?:kali|views?|hits?|pembaca))?$",
    re.IGNORECASE,
)
"""How often the page was read, at the end of its date line."""
_NAME = 3
"""Words of a name in a row of names: titles have commas as well."""
_TELLING = 4
"""Letters of the shortest word of a name that is looked for in the text."""
_DOUBLED = re.compile(r"\b(\w{3,})-\1\b")
"""A word printed twice, as no name has it: "Dekat Taman Kanak-Kanak"."""
_EDGES = " |:-–—•·/,"
_PREPOSITIONS = re.compile(rf"{BLANKS}(?:(?:pada )?hari|pada|on|at|di)$|^(?:pada|on|at|hari)$", re.IGNORECASE)


@cached
def _glued() -> re.Pattern[str]:
    """A name with its label glued to its end."""
    glued = alternation(label.capitalize() for label in labels("glued"))
    return re.compile(rf"(?P<name>[A-Z][\w.'’ ]+[a-z.])(?P<label>{glued})")


@cached
def _glued_before() -> re.Pattern[str]:
    """A label with its name glued behind it, both the whole line ("PenulisRina Ayu")."""
    glued = alternation(label.capitalize() for label in labels("glued"))
    return re.compile(rf"(?P<label>{glued})(?P<name>[A-Z][a-z'’]{{2,}}(?:\s[A-Z][\w.'’]*){{0,4}})")


@cached
def _glued_post() -> re.Pattern[str]:
    """A name with its writer's post glued to its end ("Rina AyuContributor")."""
    posts = alternation(word.capitalize() for word in words("roles.posts.before_names"))
    return re.compile(rf"(?P<name>[A-Z][\w.'’ ]+[a-z.])(?:{posts}|Contributor)s?")


@cached
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(labels('dump'))}\b", re.IGNORECASE)


@cached
def _stamped() -> re.Pattern[str]:
    """The weekday or the date's label behind a name, glued or not ("Rina AyuDiterbitkan 5 Mei 2021")."""
    stamps = (word.capitalize() for word in (*words("calendar.stamps.words"), *words("calendar.weekdays")))
    return re.compile(rf"(?<=[a-z])\s?{alternation(stamps)}$")


def read_bylines(lines: Sequence[Line], raw: RawArticle, draft: Draft, *, several: bool = False) -> None:
    """Bylines among the lines above or below the text, labels and names also where they stand on two lines.

    `several` tells that more than one name may follow a label with a colon: so above the text, while below it a tag
    may be a person's name.
    """
    taken: set[int] = set()
    for index, line in enumerate(lines):
        if index in taken:
            continue
        if line.key.rstrip(" :") in labels("dump"):
            _read_label(lines, index, taken, draft, several=several and line.text.endswith(":"))
        elif line.kind == "byline":
            if line.found:
                draft.byline(line.text, line.found.rule)
            else:
                raw.add("printed_byline", line.text, "text", "byline line")
        elif match := _glued().fullmatch(line.text) or _glued_before().fullmatch(line.text):
            draft.byline(f"{match['label']}: {match['name']}", "name glued to its label")
        elif line.text[-1:] in "rsn" and (match := _glued_post().fullmatch(line.text)):
            draft.byline(f"Penulis: {match['name']}", "name glued to its writer's post")


def _read_label(lines: Sequence[Line], index: int, taken: set[int], draft: Draft, *, several: bool) -> None:
    """A label alone: its name stands on the line before (fimela 2020), or behind it (kompas 2015, republika 2016)."""
    label = lines[index].text.rstrip(" :")
    is_row = index + 1 < len(lines) and lines[index + 1].text == ":"  # of a table: the name comes behind
    if index and not is_row and index - 1 not in taken and is_person(lines[index - 1].text):
        taken.add(index - 1)
        draft.byline(f"{label}: {lines[index - 1].text}", "label below the name")
        return
    at, colon = index + 1, lines[index].text.endswith(":")
    if at < len(lines) and lines[at].text == ":":
        at, colon = at + 1, True
    if at >= len(lines):
        return
    value = lines[at].text
    colon = colon or value.startswith(":")
    value = value.lstrip(": ")
    if not value or not (is_person(value) or (colon and lines[at].words <= 12)):
        return
    rule = "source" if labels("dump")[fold(label)] == "source" else "label above the name"
    taken.add(at)
    draft.byline(f"{label}: {value}", rule)
    while several and at + 1 < len(lines) and is_person(lines[at + 1].text):  # two writers, viva 2025
        at += 1
        taken.add(at)
        draft.byline(f"{label}: {lines[at].text}", rule)


def read_date_line(line: Line, raw: RawArticle, menu: frozenset[str]) -> None:
    """The names that a date line prints ("Oleh Rina Ayu pada 5 Mei 2021", liputan6; "Rina Ayu | Rabu …", okezone)."""
    for piece in re.split(r"\s[|•·]\s", _COUNTER.sub("", line.rest)):
        text = _PREPOSITIONS.sub("", _stamped().sub("", piece.strip(_EDGES))).strip(_EDGES)
        is_labelled = _labelled().search(text) or (":" in text and parse_byline(text, "").people)
        if is_labelled or _is_name(text, menu):
            raw.add("printed_byline", text, "text", "name in the date line")


def is_named(line: Line) -> bool:
    """Whether a date line begins with a writer's label and name ("By Rina Ayu | 12 Maret 2023")."""
    return names_author(line.rest.partition(" | ")[0])


def read_name_line(line: Line, raw: RawArticle, menu: frozenset[str]) -> bool:
    """Whether the line at the date line or right below the headline is the writer's name, noted if so.

    "Rina Ayu - detikHealth" (2023) stands above the date line, a name alone below the headline where the date is above.

    Channels stand there too ("Liga Inggris"): what the menu prints is no name. Names below the date line are
    topics as often as writers (kapanlagi 2015) and do not count.
    """
    text = line.text.removeprefix(_REPORT)
    outlet = _OUTLET.search(text)
    named = text[: outlet.start()] if outlet else text
    if outlet and not (outlet["bracketed"] or is_organisation(outlet["outlet"])):
        return False
    names = _AND.split(named)
    if not all(_is_name(name, menu) for name in names) or (
        len(names) > 1 and max(map(_words, names)) > _NAME
    ):
        return False
    for name in names:
        raw.add("printed_byline", name, "text", "name at the headline")
    return True


def read_untold_name(line: Line, raw: RawArticle, menu: frozenset[str], told: AbstractSet[str]) -> None:
    """The name on the line below the date, which is a topic's as often: the writer's is not told in the text."""
    names = list(map(without_place, _AND.split(line.text.partition(" - ")[0])))
    words = [word for name in names for word in fold(name).split() if len(word) >= _TELLING]
    if (
        line.kind in ("short", "title")
        and words
        and not any(map(told.__contains__, words))
        and all(_is_name(name, menu) for name in names)
    ):
        for name in names:
            raw.add("printed_byline", name, "text", "name below the date line")


def _words(text: str) -> int:
    return len(text.split())


def _is_name(text: str, menu: frozenset[str]) -> bool:
    if not is_person(text) or fold(text) in menu or is_organisation(text) or is_place(text):
        return False
    if fold(text.split(maxsplit=1)[0]) in word_set("names.no_person"):
        return False  # "Komisi IV", "Liga Inggris"
    return not _DOUBLED.search(fold(text))
