"""Bylines: "Penulis X | Editor Y", "Rep: A/ Red: B", "Laporan Wartawan TribunSolo.com, X" to names and roles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsbot.language.names import EDGES, is_organisation, is_outlet, is_place, person_name, trimmed
from newsbot.language.text import clean, fold, is_closed
from newsbot.lexicon import forms, key_of, word_set

__all__ = [
    "MAX_BYLINE",
    "Byline",
    "Name",
    "is_organisation",
    "is_writer",
    "parse_byline",
    "person_name",
    "split_reporter_credit",
    "split_sign_off",
    "split_source",
]

_ROLE_OF = key_of("roles.labels")
_AGENCIES = word_set("outlets.agencies.all", "outlets.agencies.sign")
_NOBODY = ("source", "above")
"""Roles of what names no person of this article."""
_LABEL_WORDS = "|".join(
    sorted((re.escape(x).replace(r"\ ", r"\s+") for x in _ROLE_OF), key=len, reverse=True)
)
_LABEL = re.compile(
    rf"(?<![\w@.])(?P<label>{_LABEL_WORDS})(?![\w.@'’])\s*(?P<mark>[:\-–=]|(?=[\s&/]|$))\s*", re.IGNORECASE
)
_DEGREE = rf"(?:{forms('names.degrees')})"
# A dash parts a name from its desk also where one of its blanks is missing ("X -desk", detik 2025); a dash between
# two letters is part of a name.
_SPLIT = re.compile(
    rf"\s*(?:[|;/•·&+\n]|,(?!\s*{_DEGREE})(?:\s*(?:dan|and|serta)\s)?|\s(?:dan|and|serta)\s|\s[-–—]|[-–—]\s"
    r"|\s(?=(?i:tim\sredaksi)\b))\s*"
)
_BLANK_LINE = re.compile(r"\n\s*\n")
_CODE_ROLE = "author"
_CONTRIBUTED = re.compile(r"(?P<names>.{3,80}?)\s+(?:turut\s+)?berkontribusi\s", re.IGNORECASE)
_RIGHTS = re.compile(r"\b(?:copyright|hak cipta)\b.*|©.*", re.IGNORECASE)
_DAYS = "senin|selasa|rabu|kamis|jum['’ ]?at|sabtu|minggu|ahad"
_CONTACT = re.compile(
    r"[<(\[]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?|(?<![\w.])@\w[\w.]*"
    # the date line that some pages print in the same element
    rf"|(?:\b(?:pada|on)\s+)?(?:\b(?:{_DAYS})\b[,\s]*)?\b\d{{1,2}}[\s/.-](?:[a-z]{{3,9}}|\d{{1,2}})[\s/.-]\d{{2,4}}\b"
    r"(?:[\s,|/-]{0,4}\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?wi(?:b|ta?)\b)?)?"
    r"|\b\d{1,3}\s(?:detik|menit|jam|hari|minggu|bulan|tahun)\s(?:yang\s)?lalu\b",
    re.IGNORECASE,
)
_MAY_HOLD_CONTACT = re.compile(r"[@\d]")
_LAST_WORDS = frozenset(label.split()[-1] for label in _ROLE_OF)
_REPORTED_FROM = re.compile(
    r"(\(?laporan\s+(?!wartawan|reporter|jurnalis|kontributor|koresponden)[^|:,]{3,40})\|[^|]*", re.IGNORECASE
)
# "dari Jenewa, Swiss": the country behind the place that a report comes from
_FROM_COUNTRY = re.compile(r"(\s(?:dari|from)\s[A-Z]\w+(?:\s[A-Z]\w+)?),\s[A-Z]\w+(?:\s[A-Z]\w+)?\)?$")
_I_FOR_BAR = re.compile(
    r"(?P<before>\(?laporan\s.*\w)\s+I\s+(?P<place>(?:kota|kabupaten|kab\.?)?\s*(?P<city>[^|,()]{3,40}))\)?",
    re.IGNORECASE,
)
_ROLE_BEHIND = re.compile(
    rf"(?P<name>[^|,;:()/]{{2,60}}?)\s*\(\s*(?P<label>{_LABEL_WORDS})\s*\)", re.IGNORECASE
)
_ROLE_LAST = re.compile(rf"(?P<name>[^|,;:()/]{{2,60}}?)\s*[,–-]?\s+(?P<label>{_LABEL_WORDS})", re.IGNORECASE)
MAX_BYLINE = 300
"""Characters of a byline that are read; a longer text is no byline."""


@dataclass(frozen=True, slots=True)
class Name:
    """One named person of a byline: `name` clean, as printed in case and titles, `raw` the part it stood in."""

    name: str
    role: str
    raw: str


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: persons, and sign-off initials where the printed part is only initials."""

    people: tuple[Name, ...] = ()
    initials: str | None = None


@lru_cache(maxsize=4096)
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
    for role, part in _parts(_without_contacts(text, brands), default_role):
        if role in _NOBODY:
            continue
        for piece in _pieces(part):
            if _signs(piece, role, first=not people) and not is_organisation(piece, brands):
                initials = initials or piece
            elif name := _new_name(piece, role, people, brands):
                people.append(Name(name, role, part.strip(" |:")))
    return Byline(tuple(people), initials)


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


def _without_contacts(text: str, brands: tuple[str, ...]) -> str:
    """The text with its roles before their names, and without addresses, dates, places of report and rights."""
    text = _RIGHTS.sub("", text)
    if _MAY_HOLD_CONTACT.search(text):
        text = _CONTACT.sub(" | ", text)
    text = _FROM_COUNTRY.sub(r"\1", _REPORTED_FROM.sub(r"\1", text))
    if (typed := _I_FOR_BAR.fullmatch(text)) and is_place(typed["city"]):
        text = typed["before"]  # "Laporan X I Banda Aceh": a capital I typed for the bar
    if "(" in text:
        text = _ROLE_BEHIND.sub(r"| \g<label>: \g<name> |", text)
    bare = text.strip(EDGES)
    last = _ROLE_LAST.fullmatch(bare) if bare.rpartition(" ")[2].lower() in _LAST_WORDS else None
    if last and not _LABEL.search(last["name"]) and person_name(last["name"], brands):
        return f"{last['label']}: {last['name']}"
    return text


def _parts(text: str, default_role: str) -> list[tuple[str, str]]:
    """(role, text) runs between the labels; a label needs a mark after it or must begin the text or a part.

    A label that only "&" joins to the next one shares its names: "Redaktur & Reporter: X" (jpnn).
    """
    cuts = [m for m in _LABEL.finditer(text) if _announces(text, m)]
    runs = [(default_role, text[: cuts[0].start()] if cuts else text)]
    ends = [*(m.start() for m in cuts[1:]), len(text)][: len(cuts)]
    shared: list[str] = []
    for match, end in zip(cuts, ends, strict=True):
        role, part = _ROLE_OF[" ".join(match["label"].lower().split())], text[match.end() : end]
        if not match["mark"] and part.strip() in ("&", "/", "dan", "and"):
            shared.append(role)
            continue
        runs += [(each, part) for each in (*shared, role)]
        shared = []
    return [(role, part) for role, part in runs if role and part.strip(EDGES)]


def _announces(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip()
    if match["mark"] in (":", "="):
        return True
    if _ROLE_OF[" ".join(match["label"].lower().split())] == "contributor":
        return False  # "Kontributor Maumere, X" tells X's post and place, not a role of its own (kompas 2021)
    return not before or before[-1] in "|/,;()•-–" or before.endswith(("  ", "\n")) or _short_label(match)


def _short_label(match: re.Match[str]) -> bool:
    """A capitalised "Editor" or "Penulis" in the middle of a line announces a name even without a mark."""
    label = match["label"]
    return label[0].isupper() and _ROLE_OF.get(label.lower()) == "editor"


def _pieces(part: str) -> list[str]:
    return [piece for piece in map(trimmed, _SPLIT.split(part)) if piece]


_INITIALS = re.compile(r"[A-Z]{2,4}|[a-z]{2,4}")
_UNSPEAKABLE = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}")


def _signs(piece: str, role: str, *, first: bool) -> bool:
    """Whether a piece is initials: beside a name any short word is ("X/vyp"), alone what no name can be ("rkr")."""
    form = _UNSPEAKABLE if first else _INITIALS
    return role != "translator" and bool(form.fullmatch(piece))


_SIGN_OFF = re.compile(
    r"\s*[(\[]\s*(?P<mark>[A-Za-z]{1,6}(?:\s*[/\-]\s*(?:[A-Za-z]{2,6}|[A-Z]{1,3}-\d{1,2})){1,3}"
    r"|[A-Za-z*][\w.]{0,9}/[A-Z]{1,3}-\d{1,2}|[a-z]{2,4}|[A-Z]{1,2}-\d{1,2}|\*+(?:/[\w ]+)?)\s*[)\]]\s*\.?$"
)
# rs/hp (dpa, rtr): initials and the agencies used (dw)
_SIGNED_WITH_AGENCIES = re.compile(
    r"(?:^|(?<=[.!?\"”])\s+)(?P<mark>[a-z]{2,4}(?:/[a-z]{2,4}){1,2}\s?\([A-Za-z][A-Za-z ,/.]{1,40}\))\.?$"
)
_SOURCE = re.compile(r"(?:(?<=[.!?\"”])\s*|^)[(\[]\s*(?P<name>[A-Z][\w.]+(?:\s[A-Z]\w+)?)\s*[)\]]\.?$")
_END_MARK = re.compile(r"\s+(?:\*{1,5}|#{2,4})$")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_REPORTER = re.compile(r"\s*[(\[]\s*(?P<name>[A-Z][\w.'’]+(?:\s+[A-Z][\w.'’]*){1,4})\s*[)\]]\s*\.?$")


def split_sign_off(text: str, *, alone: bool = False) -> tuple[str, str | None]:
    """The last paragraph without its sign-off, and the sign-off as printed without brackets.

    Lower-case initials "(vyp/kna)", desk codes "(H-4)" and end marks "(*)"; a single acronym such as
    "(KPK)" is read as initials only where it stands `alone` as a block of its own.

    >>> split_sign_off("Hujan reda. (vyp/kna)")
    ('Hujan reda.', 'vyp/kna')
    >>> split_sign_off("diperiksa penyidik (KPK)")
    ('diperiksa penyidik (KPK)', None)
    """
    text = _END_MARK.sub("", text) if not alone else text
    if signed := _SIGNED_WITH_AGENCIES.search(text):
        return text[: signed.start()].rstrip(), signed["mark"]
    match = _SIGN_OFF.search(text)
    if match and not _is_model(text, match):
        return text[: match.start()].rstrip(), re.sub(r"\s*/\s*", "/", match["mark"])
    if alone:
        inner = text.strip(" ()[].")
        if _ACRONYM.fullmatch(inner) and text.strip()[0] in "([":
            return "", inner
    return text, None


def _is_model(text: str, match: re.Match[str]) -> bool:
    """A code in brackets inside a sentence, "jet tempur (F-16)", is no desk code: that stands behind a full stop."""
    code = any(c.isdigit() for c in match["mark"]) and "/" not in match["mark"]
    before = text[: match.start()].rstrip()
    return code and bool(before) and not is_closed(before)


def split_reporter_credit(text: str) -> tuple[str, str | None]:
    """The last paragraph without a closing reporter credit in brackets, and the name it prints.

    >>> split_reporter_credit("Sidang ditunda. (Luh Wayanti)")
    ('Sidang ditunda.', 'Luh Wayanti')
    """
    match = _REPORTER.search(text)
    before = text[: match.start()].rstrip() if match else ""
    # on a line of its own it is one as well (okezone 2025)
    if not match or (before and not before.endswith((".", "!", "?", '"', "”", "*"))):
        return text, None
    if not before and _CLOSING.intersection(match["name"].lower().split()):
        return text, None
    name = person_name(match["name"])
    return (text[: match.start()].rstrip(), name) if name else (text, None)


def split_source(text: str) -> tuple[str, str | None]:
    """The last paragraph without the agency or outlet in brackets that signs it, and that name.

    >>> split_source("Hujan reda. (Antara)"), split_source("Hujan reda. (KPK)")[1]
    (('Hujan reda.', 'Antara'), None)
    """
    match = _SOURCE.search(text)
    if match and (fold(match["name"]) in _AGENCIES or is_outlet(match["name"])):
        return text[: match.start()].rstrip(), match["name"]
    return text, None


_SIGNED_WORD = (
    r"(?=[A-Z])(?:[A-Z]\w{0,3}\.)*(?:[A-Z][\w'’-]*)?"  # a dot ends an initial or a title, no long word
)
_SIGNED = re.compile(rf"{_SIGNED_WORD}(?:\s{_SIGNED_WORD}){{0,4}}")
_CLOSING = word_set("names.closing")


def is_writer(text: str) -> bool:
    """Whether a bold line of its own below the last paragraph is its writer's name, or two with a bar between.

    Only capitals tell: in mixed case a sub-heading ends the first of two pages as often ("Budaya Malu", kompas 2021).

    >>> is_writer("WIRA TELUK | LAKSMI"), is_writer("SUTRISNO"), is_writer("Wira Teluk"), is_writer("TERIMA KASIH")
    (True, True, False, False)
    """
    parts = [part.strip() for part in re.split(r"\s*[|,/]\s*", text.strip(" *()"))]
    return text.isupper() and len(text.split()) <= 8 and all(map(_is_signature, parts))


def _is_signature(part: str) -> bool:
    words = part.lower().split()
    if not _SIGNED.fullmatch(part) or _CLOSING.intersection(words) or is_place(part) or not person_name(part):
        return False
    return len(part) > 3
