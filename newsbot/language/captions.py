"""Captions and credits: "Ilustrasi stroke. (Foto: X/detikcom)" to the caption and its credit."""

from __future__ import annotations

import re

from newsbot.language._credits import (
    DASHED_NAME,
    dashed,
    domain,
    known_source,
    label,
    leading,
    marked,
    named_source,
    slashed,
)
from newsbot.language.names import is_outlet, is_place, person_name
from newsbot.language.text import ANY_BLANKS, clean, fold
from newsbot.lexicon import cached_to, word_set

_AGENCIES = ("outlets.agencies.all", "outlets.agencies.credit")
_BRACKETS = re.compile(
    rf"{ANY_BLANKS}[(\[]\s*+(?P<inner>[^()\[\]]{{2,140}}(?:\([^()]{{0,60}}\)[^()\[\]]{{0,60}})?)\s*+[)\]]\s*+[.;]?\s*+$"
)
_BARRED = re.compile(r"(?<=[.!?\"”)])\s*\|\s*(?P<credit>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,4})$")
_LONG = r"(?:keterangan|ket\.?) (?:foto|gambar)"
_CAPTION_LABEL = re.compile(rf"^(?:foto|photo|image|caption|{_LONG})\s?:\s?(?=\S)", re.IGNORECASE)
_LONG_LABEL = re.compile(rf"^{_LONG}\s?:\s?(?=\S)", re.IGNORECASE)
"""The label whose last word alone would announce a credit ("Foto: X")."""
_SENTENCE_END = re.compile(r"[.!?][\"”']?\s+(?=\S)")
_DOC = re.compile(
    r"(?:(?:(?<=[.!?\"”)])\s+|^)(?=[A-Z])|(?<=\w),\s(?=dok\.|Dok))"
    r"(?P<credit>(?:[Dd]ok|DOK(?=[. A-Z&'’/-]+$)|Doc|Dokumen|Dokumentasi)\b\.?\s?:?\s?.{2,80})$"
)
_DATE_LIKE = re.compile(r"^[\d\s/.:\-–,]+$|^\d{1,2}[/-]\d{1,2}|^\d{1,2}\s\w+\s\d{4}$")
_AGENCY_FIRST = re.compile(r"^(?P<agency>[\w.]+(?:\s\w+)?)\s?(?:[-–/|@]|\s@)\s?\S.{1,50}$")
_FULL_STOP = re.compile(r"(?<=[a-z]{4})\.$")
"""Behind the last word of a credit, which is longer than what is cut short ("Tbk.")."""
_SPACED_SLASH = re.compile(r"\s/\s?(?P<credit>\S.{2,70})$")
_BRACKETED = 8
"""Words of the shortest caption that stands in brackets with its credit."""
MAX_CREDIT = 140
"""Characters of a credit; what is longer is prose."""


@cached_to(2048)
def split_caption(text: str, alt: str | None = None) -> tuple[str | None, str | None]:
    """Caption and credit of a printed caption line; either is None where it prints none.

    `alt` is the picture's alternative text: where the line begins with it, a short remainder is the credit
    ("Seorang ajudan membawa tas Opera News", pikiran-rakyat 2020).

    >>> split_caption("Ilustrasi stroke. (Foto: Getty Images/detikcom)")
    ('Ilustrasi stroke.', 'Getty Images/detikcom')
    >>> split_caption("Presiden berjalan ke mimbar, Rabu (4/11/2015)")
    ('Presiden berjalan ke mimbar, Rabu (4/11/2015)', None)
    """
    line = _MORE.sub("", _LONG_LABEL.sub("", clean(text)))
    if not line:
        return None, None
    caption, credit = _split(_unbracketed(line), clean(alt or ""))
    caption = _CAPTION_LABEL.sub("", clean(caption).rstrip(" /|-–—,*"))
    return (None if label().fullmatch(caption) else caption or None), clean_credit(credit)


_MORE = re.compile(r"(?:\.{2,3}|…) ?Selengkapnya$")
"""The button that opens the whole caption (liputan6 2025)."""


def _unbracketed(line: str) -> str:
    """The line without brackets that hold all of it, sentence and credit: "[ILUSTRASI. Warga antre. KABAR/Rina]"."""
    if line[0] not in "([" or line[-1] not in ")]" or len(line.split()) < _BRACKETED:
        return line
    inner = line[1:-1].strip()
    return inner if _SENTENCE_END.search(inner) and not any(c in "()[]" for c in inner) else line


def _split(line: str, alt: str) -> tuple[str, str | None]:
    if (match := _BRACKETS.search(line)) and is_credit(match["inner"], line[: match.start()]):
        caption, inner = line[: match.start()], match["inner"]
        outer = slashed().search(caption)
        if outer:  # printed twice: "TRIBUNNEWS/X (TRIBUN/X)", tribunnews 2020
            return caption[: outer.start("credit")], f"{outer['credit']} ({inner})"
        return caption, inner
    if (match := marked().search(line)) and not (match.start() == 0 and _is_description(match["credit"])):
        return _with_source(line[: match.start()], match["credit"])
    for pattern in leading():
        if match := pattern.match(line):
            return line[match.end() :], match["credit"]
    for pattern in (_DOC, slashed(), dashed(), named_source(), _BARRED):
        if match := pattern.search(line):
            return line[: match.start("credit")], match["credit"]
    return _unmarked(line, alt)


def _with_source(caption: str, credit: str) -> tuple[str, str]:
    """A source without a full stop before a "©" belongs to the credit: "… Waria. Kanal YouTube X ©2021 Merdeka.com"."""
    if "©" not in credit[:2]:
        return caption, credit
    pieces = _SENTENCE_END.split(caption.strip())
    if (
        0 < len(pieces[-1].split()) <= 6
        and not pieces[-1].endswith((".", "!", "?"))
        and _names_source(pieces[-1])
    ):
        return caption[: caption.rindex(pieces[-1])], f"{pieces[-1]} {credit}"
    return caption, credit


def _names_source(text: str) -> bool:
    """Whether a piece of a caption line names a platform or agency: "Kanal YouTube Team X" (merdeka 2021)."""
    words = fold(text).split()
    return any(
        " ".join(words[i : i + n]) in word_set(*_AGENCIES) for n in (1, 2) for i in range(len(words) - n + 1)
    )


def _unmarked(line: str, alt: str) -> tuple[str, str | None]:
    if (match := _AGENCY_FIRST.match(line)) and fold(match["agency"]) in word_set(*_AGENCIES):
        return "", line
    if known := _known(line):
        return known
    if (match := _SPACED_SLASH.search(line)) and len(line[: match.start()].split()) >= 3:
        return line[: match.start()], match["credit"]
    if alt and len(alt) >= 10 and line.startswith(alt):
        rest = line[len(alt) :].strip(" /")
        if 0 < len(rest.split()) <= 5:
            return alt, rest
    words = line.split()
    last = words[-1] if words else ""
    if len(words) <= 3 and (
        domain().fullmatch(last)
        or (len(words) > 1 and fold(last) in word_set(*_AGENCIES) and last[0].islower())
    ):
        return " ".join(words[:-1]), last
    if fold(line) in word_set(*_AGENCIES):
        return "", line
    return line, None


def _known(line: str) -> tuple[str, str] | None:
    """Caption and credit where no full stop parts them but an outlet or agency is named."""
    for pattern in known_source():
        if (match := pattern.search(line)) and _is_source(match["known"], match["credit"]):
            return line[: match.start()], match["credit"]
    if (match := DASHED_NAME.search(line)) and not is_place(match["source"]) and person_name(match["name"]):
        return line[: match.start()], match["credit"]
    return None


def _is_source(name: str, credit: str) -> bool:
    """Whether a name is an outlet's or agency's; a platform is also what a picture shows, so it needs an account."""
    key = fold(name)
    shown = key in word_set("outlets.agencies.platforms") and "@" not in credit
    return not shown and (key in word_set(*_AGENCIES) or is_outlet(key))


def _is_description(text: str) -> bool:
    """Whether what follows "Foto:" tells what the picture shows: a clause in small letters and no source."""
    words = text.split()
    small = sum(word.islower() for word in words)
    return len(words) >= 4 and 2 * small >= len(words) and "/" not in text and not domain().search(text)


def is_credit(inner: str, before: str = "") -> bool:
    """Whether the text in closing brackets is a credit rather than a date, a place in the picture or a gloss.

    >>> is_credit("Auriga Nusantara"), is_credit("kanan"), is_credit("23/2")
    (True, False, False)
    >>> is_credit("KPK", "Komisi Pemberantasan Korupsi")
    False
    """
    key = fold(inner)
    if _DATE_LIKE.match(key) or not any(c.isalpha() for c in key):
        return False
    if key in word_set(*_AGENCIES) or "/" in key or label().match(inner) or domain().search(key):
        return True
    if key.split()[0].rstrip(".:") in word_set("pictures.documents"):
        return True
    if key.split()[0] in word_set("pictures.positions"):
        return False
    if inner.islower() and inner.isalpha() and before.rstrip().endswith("."):
        return key not in word_set(
            "function_words.languages.id"
        )  # "Pedagang menata bunga. (firda)", poskota 2020
    return len(key.split()) <= 8 and not _is_gloss(inner, before) and inner[0].isupper()


def _is_gloss(inner: str, before: str) -> bool:
    """An acronym that abbreviates the words before it."""
    if not inner.isupper() or " " in inner or not before.strip():
        return False
    initials = "".join(word[0] for word in before.split() if word[0].isalnum()).upper()
    return inner in initials or inner[0] in initials[-len(inner) - 1 :]


def clean_credit(credit: str | None) -> str | None:
    """A credit as printed but for its brackets and leading label words (Foto:, Photo by, ©).

    >>> clean_credit("(Foto: Budi/detikcom)")
    'Budi/detikcom'
    """
    text = clean(credit or "").strip()
    while len(text) > 1 and text[0] in "([" and text[-1] in ")]" and not _inner_bracket(text):
        text = text[1:-1].strip()
    while (match := label().match(text)) and match.end() < len(text):
        text = text[match.end() :].strip()
    text = _FULL_STOP.sub("", text.strip(" /|;:,-–—"))
    return text[:MAX_CREDIT] or None


def _inner_bracket(text: str) -> bool:
    return any(c in ")]" for c in text[1:-1]) and not any(c in "([" for c in text[1:-1])
