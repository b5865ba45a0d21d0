"""Bylines: "Penulis X | Editor Y", "Rep: A/ Red: B", "Laporan Wartawan TribunSolo.com, X" to names and roles."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsbot.language._beside_names import DATED, without_others
from newsbot.language.names import EDGES, is_office, is_organisation, is_place, person_name, trimmed
from newsbot.language.posts import is_post_and_name, name_before_place
from newsbot.language.text import ANY_BLANKS, clean
from newsbot.lexicon import any_of, cached, cached_to, forms, key_of, word_set, words

__all__ = [
    "MAX_BYLINE",
    "Byline",
    "Name",
    "is_organisation",
    "names_author",
    "names_editor",
    "parse_byline",
    "person_name",
]

_NOBODY = ("source", "above")
"""Roles of what names no person of this article."""
_BLANK_LINE = re.compile(r"\n\s*\n")
_CONTRIBUTED = re.compile(r"(?P<names>.{3,80}?)\s+(?:turut\s+)?berkontribusi\s", re.IGNORECASE)


@cached
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w@.])(?P<label>{any_of('roles.labels')})(?![\w@'’]|\.\S)\s*(?P<mark>[:\-–=]|\.(?=\s)|(?=[\s&/]|$))\s*",
        re.IGNORECASE,
    )


@cached
def _joined_labels() -> re.Pattern[str]:
    """A label that a word joins to the next one: "Teks dan Foto: X"."""
    label = any_of("roles.labels")
    return re.compile(rf"(?<!\w)(?P<label>{label})\s(?:dan|and)\s(?={label}\s*:)", re.IGNORECASE)


@cached
def _role_behind() -> re.Pattern[str]:
    """A name with its role in brackets behind it."""
    return re.compile(
        rf"{_SHORT_NAME}{ANY_BLANKS}\(\s*+(?P<label>{any_of('roles.labels')})\s*+\)", re.IGNORECASE
    )


@cached
def _role_last() -> re.Pattern[str]:
    """A name with its role as the last word."""
    return re.compile(
        rf"{_SHORT_NAME}(?:\s++|\s*+[,–-]\s++)(?P<label>{any_of('roles.labels')})", re.IGNORECASE
    )


_SHORT_NAME = r"(?P<name>[^|,;:()/]{2,60}?)"


@cached
def _last_words() -> frozenset[str]:
    return frozenset(label.split()[-1] for label in words("roles.labels"))


@cached
def _split() -> re.Pattern[str]:
    """Between two names. A dash parts a name from its desk also where one of its blanks is missing ("X -desk", detik
    2025); a dash between two letters is part of a name."""
    return re.compile(
        rf"(?:(?<!\s)[^\S\n]*+\n|{ANY_BLANKS}(?:[|;/•·&+]|,(?!\s*(?:{forms('names.degrees')}))(?:\s*(?:dan|and|serta)\s)?"
        r"|(?<=\s)(?:dan|and|serta)\s|(?<=\s)[-–—]|[-–—]\s|(?<=\s)(?=(?i:tim\sredaksi)\b)))\s*+"
    )


MAX_BYLINE = 300
"""Characters of a byline that are read; a longer text is no byline."""


class Name(NamedTuple):
    """One named person of a byline: `name` clean, as printed in case and titles, `raw` the part it stood in."""

    name: str
    role: str
    raw: str


class Byline(NamedTuple):
    """What a byline says: persons, and sign-off initials where the printed part is only initials."""

    people: tuple[Name, ...] = ()
    initials: str | None = None


@cached_to(4096)
def parse_byline(text: str, default_role: str = "author", brands: tuple[str, ...] = ()) -> Byline:
    """The persons of a printed byline in order, without outlets, desks and "Tim Redaksi".

    `default_role` is the role of a name that no label announces, empty where such names do not count;
    `brands` are the outlet's own names.

    >>> [(n.name, n.role) for n in parse_byline("Penulis: iwan Arifianto | Editor: muslimah").people]
    [('iwan Arifianto', 'author'), ('muslimah', 'editor')]
    >>> [n.name for n in parse_byline("Laporan Wartawan Tribunnews.com, Rina Ayu").people]
    ['Rina Ayu']
    """
    text = _one_line(text)
    if "://" in text or text.startswith("www."):
        return Byline()  # a profile's address is nobody's name
    if contributed := _CONTRIBUTED.match(text):
        text = f"Kontributor: {contributed['names']}"
    people: list[Name] = []
    initials: str | None = None
    for role, part in _parts(_roles_first(text, brands), default_role):
        if role in _NOBODY or is_office(part):
            continue
        for piece in _pieces(part):
            if _signs(piece, role, first=not people) and not is_organisation(piece, brands):
                initials = initials or piece
            elif name := _new_name(piece, role, people, brands):
                people.append(Name(name, role, part.strip(" |:")))
    return Byline(_without_place(text, tuple(people)), initials)


def names_author(text: str, default_role: str = "") -> bool:
    """Whether a line names a writer: by a label, or one without where `default_role` says so."""
    return any(name.role == "author" for name in parse_byline(text, default_role).people)


def names_editor(text: str) -> bool:
    """Whether a line names an editor, by a label."""
    return any(name.role == "editor" for name in parse_byline(text, "").people)


_REPORT = re.compile(r"\(?laporan\b", re.IGNORECASE)


def _without_place(text: str, people: tuple[Name, ...]) -> tuple[Name, ...]:
    """The persons without the place that a report comes from and no list knows: one word behind a whole name
    ("Laporan Rina Ayu, Weleri")."""
    if len(people) < 2 or not _REPORT.match(text):
        return people
    name, last = people[-2:]
    return people[:-1] if " " in name.name and " " not in last.name and last.raw == name.raw else people


def _new_name(piece: str, role: str, people: list[Name], brands: tuple[str, ...]) -> str | None:
    """The name in a piece, None where it names nobody, a place behind a name, or one who is named already."""
    name = person_name(piece, brands)
    if name is None or (people and is_place(name)):
        return None
    return None if any(p.name == name and p.role == role for p in people) else name


def _one_line(text: str) -> str:
    """The text on one line, with a bar where a blank line parts two names (kompas 2025); cut at the limit."""
    if "\n" not in text:
        return clean(text)[:MAX_BYLINE]
    pieces = (clean(piece) for piece in _BLANK_LINE.split(text[: MAX_BYLINE * 10]))
    return " | ".join(piece for piece in pieces if piece)[:MAX_BYLINE]


def _roles_first(text: str, brands: tuple[str, ...]) -> str:
    """The text with its roles before their names, and without addresses, dates, places of report and rights."""
    text = without_others(text)
    if " dan " in text or " and " in text:
        text = _joined_labels().sub(r"\g<label> & ", text)
    first, bar, rest = text.partition("|")
    name = name_before_place(first)
    if name and not is_place(name) and person_name(name, brands):
        return f"Penulis: {name} {bar}{rest}"
    if "(" in text:
        text = _role_behind().sub(r"| \g<label>: \g<name> |", text)
    bare = text.strip(EDGES)
    last = _role_last().fullmatch(bare) if bare.rpartition(" ")[2].lower() in _last_words() else None
    if last and not _label().search(last["name"]) and person_name(last["name"], brands):
        return f"{last['label']}: {last['name']}"
    return text


def _parts(text: str, default_role: str) -> list[tuple[str, str]]:
    """(role, text) runs between the labels; a label needs a mark after it or must begin the text or a part.

    A label that only "&" joins to the next one shares its names: "Redaktur & Reporter: X" (jpnn 2016).
    """
    cuts = [m for m in _label().finditer(text) if _announces(text, m)]
    runs = [
        (default_role or _role_of_post(text), (text[: cuts[0].start()] if cuts else text).replace(DATED, ""))
    ]
    ends = [*(m.start() for m in cuts[1:]), len(text)][: len(cuts)]
    shared: list[str] = []
    for match, end in zip(cuts, ends, strict=True):
        role, part = _role_of(match["label"]), _before_date(text[match.end() : end])
        if not match["mark"] and part.strip() in ("&", "/", "dan", "and"):
            shared.append(role)
            continue
        runs += _shared_out((*shared, role), part)
        shared = []
    return [(role, part) for role, part in runs if role and part.strip(EDGES)]


def _role_of_post(text: str) -> str:
    """The role of the names of a whole line that begins with somebody's post and place, empty where it does not:
    "Kontributor Kabupaten Lintang, Rina Ayu"."""
    return "author" if is_post_and_name(text) else ""


def _before_date(part: str) -> str:
    """The names behind a label up to the date: what a template sets behind that is a channel, a count of comments
    ("by Rina Ayu | Nov 3, 2021 | Lingkungan | 0 comments", Divi)."""
    before, dated, behind = part.partition(DATED)
    return before if before.strip(EDGES) or not dated else behind.replace(DATED, "")


def _shared_out(roles: tuple[str, ...], part: str) -> list[tuple[str, str]]:
    """The names under several roles: each under all, or as many as there are roles joined as those are, one each
    ("Redaktur & Reporter: X & Y", jpnn 2020)."""
    names = _JOINED.split(part)
    if len(roles) > 1 and len(names) == len(roles):
        return list(zip(roles, names, strict=True))
    return [(role, part) for role in roles]


_JOINED = re.compile(rf"{ANY_BLANKS}[&/]\s*+")


def _role_of(label: str) -> str:
    return key_of("roles.labels")[" ".join(label.lower().split())]


def _announces(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip()
    if match["mark"] in (":", "="):
        return True
    if match["label"].lower() in word_set("roles.only.marked"):
        return False
    if _role_of(match["label"]) == "contributor":
        return False  # "Kontributor Maumere, X" tells X's post and place, not a role of its own (kompas 2021)
    is_small = not match["mark"] and text[match.end() : match.end() + 1].islower()
    is_bare = match["label"].lower() not in word_set("roles.only.bare")
    if is_small and (is_bare or _GOES_ON.match(text, match.end())):
        return False  # "Peliput budaya di Lintang", "Wartawan budaya, tinggal di ..." say what somebody does
    return not before or before[-1] in "|/,;()•-–" or before.endswith(("  ", "\n")) or _short_label(match)


_GOES_ON = re.compile(r"[a-z ]{3,40}, [a-z]")
"""Words in small letters and a comma behind which the sentence goes on."""


def _short_label(match: re.Match[str]) -> bool:
    """A capitalised "Editor" or "Penulis" in the middle of a line announces a name even without a mark."""
    label = match["label"]
    return label[0].isupper() and key_of("roles.labels").get(label.lower()) == "editor"


def _pieces(part: str) -> list[str]:
    said = "|".join(one for one in part.split("|") if not _is_sentence(one)) if "|" in part else part
    return [piece for piece in map(trimmed, _split().split(said)) if piece]


def _is_sentence(part: str) -> bool:
    """Whether a part tells something, of the writer or the outlet, instead of naming somebody."""
    words = part.split()
    if len(words) > _LEAST_OF_SENTENCE and trimmed(part) != part.strip() and part.rstrip().endswith("."):
        return True  # "Kantor: Jalan Ahmad Yani, Kotabaru."
    small = sum(word[0].islower() for word in words)
    return (
        len(words) > _MOST_OF_NAMES
        and 2 * small > len(words)
        and not word_set("names.never").isdisjoint(words)
    )


_MOST_OF_NAMES = 4
_LEAST_OF_SENTENCE = 3


_INITIALS = re.compile(r"[A-Z]{2,4}|[a-z]{2,4}")
_UNSPEAKABLE = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}")


def _signs(piece: str, role: str, *, first: bool) -> bool:
    """Whether a piece is initials: beside a name any short word is ("X/vyp"), alone what no name can be ("rkr")."""
    form = _UNSPEAKABLE if first else _INITIALS
    return role != "translator" and bool(form.fullmatch(piece))
