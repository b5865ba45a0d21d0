"""Captions and credits: "Ilustrasi stroke. (Foto: X/detikcom)" to the caption and its credit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newsbot.language.names import is_outlet
from newsbot.language.text import clean, fold
from newsbot.lexicon import word_set, words

_AGENCIES = word_set("outlets.agencies.all", "outlets.agencies.credit")
_PLATFORMS = word_set("outlets.agencies.platforms")
_POSITIONS = word_set("pictures.positions")
_DOCUMENTS = word_set("pictures.colon_labels") - {"via"}


def _alternatives(listed: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(listed, key=len, reverse=True))


_WORDS = _alternatives([w for w in words("pictures.labels") if w[0].isalpha()])
_COLON_WORDS = _alternatives(words("pictures.colon_labels"))
_LABEL = re.compile(
    rf"^[\s/\-–—:|]*(?:©|\(c\)|(?:{_WORDS})(?=\W|$)\s*[:.]?|(?:{_COLON_WORDS})\s*:)\s*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"\s*[(\[]\s*(?P<inner>[^()\[\]]{2,140}(?:\([^()]{0,60}\)[^()\[\]]{0,60})?)\s*[)\]]\s*[.;]?\s*$"
)
_MARKED = re.compile(
    r"""(?:^|(?<=\S)\s*/\s*|[\s,;|\-–—]{1,8}|(?<=[.!?]))
        (?P<credit>(?:©|\(c\)\s|copyright\s|(?:foto|photo|kredit|credit|sumber(?:\ foto)?|source|fotografer|pict)\s?:
        |(?<=[.!?"”)]\s)(?:foto|photo)/(?=(?-i:[A-Z]))|(?:photo|image)\sby\s|courtesy\sof\s|foto\soleh\s)
        .{2,140})$""",
    re.IGNORECASE | re.VERBOSE,
)
_SLASHED = re.compile(
    r"[.!?\"”)]?\s(?P<credit>(?:ANTARA FOTO|ANTARA|AFP|REUTERS|AP|EPA|TRIBUN[A-Z]*|[A-Z][\w.]*\.com)/\S.{1,80})$"
)
_SOURCE = r"(?:[A-Z](?:[\w-]|\.(?=\w)|\s(?=\w)){1,28}|[\w-]+\.(?:com|co\.id|id|net))"
_NAMED_SOURCE = re.compile(
    rf"(?<=[.!?\"”])\s+(?:[-–—|]\s*)?(?P<credit>{_SOURCE}/\s?[A-Z@][\w.@'’ -]{{2,40}}(?:/[\w/.-]{{1,20}})?)$"
)
OPENERS: tuple[str, ...] = words("pictures.openers")
"""Words that open sentences and are no part of a name."""
_OPENERS = _alternatives([word.capitalize() for word in OPENERS])
_OUTLET = r"[A-Z][\w.-]*"
# No full stop parts the caption from its credit: only what is known as an outlet or agency does.
_NAMES = r"[A-Z@][\w.@'’-]*(?:\s[A-Z][\w.'’-]*){0,2}"
_KNOWN_SOURCE = (
    re.compile(
        rf"(?:^|\s)(?:[-–—|]\s)?(?P<credit>(?P<known>{_OUTLET}\s{_OUTLET})\s?/\s?{_NAMES}(?:/[\w/.-]{{1,20}})?)$"
    ),
    re.compile(
        rf"(?:^|\s)(?:[-–—|]\s)?(?P<credit>(?P<known>{_OUTLET})\s?/\s?{_NAMES}(?:/[\w/.-]{{1,20}})?)$"
    ),
    re.compile(rf"^(?P<credit>(?!(?:{_OPENERS})\b){_NAMES}\s?/\s?(?P<known>[^/]{{2,30}}))$"),
    re.compile(r"(?:(?<=[^\d\s])/|\s[/|–—-]\s)(?P<credit>(?P<known>[^/|]{2,30}))$"),
    re.compile(r"(?<=[.!?]\s)(?P<credit>(?P<known>[A-Z][\w-]+(?:\s[A-Z]\w+)?))$"),
    re.compile(
        r"(?<=[.!?]\s)(?P<credit>(?P<known>ANTARA FOTO|tangkapan layar|screenshot)\b.{0,60})$", re.IGNORECASE
    ),
)
_BARRED = re.compile(r"(?<=[.!?\"”)])\s*\|\s*(?P<credit>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,4})$")
_CAPTION_LABEL = re.compile(r"^(?:foto|photo|caption|(?:keterangan|ket\.?) foto)\s?:\s?(?=\S)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”']?\s+(?=\S)")
_DOC = re.compile(r"(?:(?<=[.!?\"”)])\s+|^)(?P<credit>(?:Dok|Doc|Dokumen|Dokumentasi)\b\.?\s?:?\s?.{2,80})$")
_DOMAIN = re.compile(r"\b[\w-]+\.(?:com|co\.id|net|org|id|co\.uk|tv)\b", re.IGNORECASE)
_DATE_LIKE = re.compile(r"^[\d\s/.:\-–,]+$|^\d{1,2}[/-]\d{1,2}|^\d{1,2}\s\w+\s\d{4}$")
# A credit before its caption with no mark between ("KOMPAS.com/BUDI Warga antre"), where the printing itself shows
# the seam: a name in capitals before a word that is not, two words run together, a handle, a word that opens captions.
_SEAM_SOURCE = r"(?:[\w-]+\.(?i:com|co\.id|id|net)|[A-Z]{4,})\s?/\s?"
_LEADING = (
    re.compile(
        rf"(?P<credit>{_SEAM_SOURCE}(?:[A-Z][A-Z.'’-]+\s){{0,6}}[A-Z.'’-]*[A-Z]{{4,}})\s(?=[A-Z][a-z])"
    ),
    re.compile(rf"(?P<credit>{_SEAM_SOURCE}(?:[A-Z]+\s){{0,3}}[A-Z]{{3,}})(?=[A-Z][a-z]{{2,}}\s)", re.ASCII),
    re.compile(rf"(?P<credit>{_SEAM_SOURCE}(?:[A-Z][a-z]+\s){{0,3}}[A-Z][a-z]{{3,}})(?=[A-Z][a-z]{{2,}}\s)"),
    re.compile(
        rf"(?P<credit>{_SEAM_SOURCE}[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}}?)\s(?=(?:{_OPENERS})\s[a-z])"
    ),
    # "Dok. Desa Teluk Pasak ulin yang ...": the last capital before small letters begins the caption
    re.compile(
        r"(?P<credit>(?:Dok|Doc|Dokumentasi)\b\.?:?\s?(?:[A-Z][\w.-]*\s){0,4}[A-Z][\w.-]*)\s(?=[A-Z][\w-]*\s[a-z]+\s\S+\s\S)"
    ),
    re.compile(r"(?P<credit>(?:Twitter|Instagram|TikTok|Facebook|YouTube|X)\s?/?\s?@[\w.]+)\s(?=[A-Z])"),
)
_AGENCY_FIRST = re.compile(r"^(?P<agency>[\w.]+(?:\s\w+)?)\s?(?:[-–/|@]|\s@)\s?\S.{1,50}$")
_SPACED_SLASH = re.compile(r"\s/\s?(?P<credit>\S.{2,70})$")
MAX_CREDIT = 140
"""Characters of a credit; what is longer is prose."""


@lru_cache(maxsize=2048)
def split_caption(text: str, alt: str | None = None) -> tuple[str | None, str | None]:
    """Caption and credit of a printed caption line; either is None where it prints none.

    `alt` is the picture's alternative text: where the line begins with it, a short remainder is the credit
    ("Seorang ajudan membawa tas Opera News", pikiran-rakyat 2020).

    >>> split_caption("Ilustrasi stroke. (Foto: Getty Images/detikcom)")
    ('Ilustrasi stroke.', 'Getty Images/detikcom')
    >>> split_caption("Presiden berjalan ke mimbar, Rabu (4/11/2015)")
    ('Presiden berjalan ke mimbar, Rabu (4/11/2015)', None)
    """
    line = clean(text)
    if not line:
        return None, None
    caption, credit = _split(line, clean(alt or ""))
    caption = _CAPTION_LABEL.sub("", clean(caption).rstrip(" /|-–—"))
    return (None if _LABEL.fullmatch(caption) else caption or None), clean_credit(credit)


def _split(line: str, alt: str) -> tuple[str, str | None]:
    if (match := _BRACKETS.search(line)) and is_credit(match["inner"], line[: match.start()]):
        caption, inner = line[: match.start()], match["inner"]
        outer = _SLASHED.search(caption)
        if outer:  # printed twice: "TRIBUNNEWS/X (TRIBUN/X)", tribunnews 2020
            return caption[: outer.start("credit")], f"{outer['credit']} ({inner})"
        return caption, inner
    if (match := _MARKED.search(line)) and not (match.start() == 0 and _is_description(match["credit"])):
        return _with_source(line[: match.start()], match["credit"])
    for pattern in _LEADING:
        if match := pattern.match(line):
            return line[match.end() :], match["credit"]
    for pattern in (_DOC, _SLASHED, _NAMED_SOURCE, _BARRED):
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
    return any(" ".join(words[i : i + n]) in _AGENCIES for n in (1, 2) for i in range(len(words) - n + 1))


def _unmarked(line: str, alt: str) -> tuple[str, str | None]:
    if (match := _AGENCY_FIRST.match(line)) and fold(match["agency"]) in _AGENCIES:
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
        _DOMAIN.fullmatch(last) or (len(words) > 1 and fold(last) in _AGENCIES and last[0].islower())
    ):
        return " ".join(words[:-1]), last
    if fold(line) in _AGENCIES:
        return "", line
    return line, None


def _known(line: str) -> tuple[str, str] | None:
    """Caption and credit where no full stop parts them but an outlet or agency is named."""
    for pattern in _KNOWN_SOURCE:
        if (match := pattern.search(line)) and _is_source(match["known"], match["credit"]):
            return line[: match.start()], match["credit"]
    return None


def _is_source(name: str, credit: str) -> bool:
    """Whether a name is an outlet's or agency's; a platform is also what a picture shows, so it needs an account."""
    key = fold(name)
    return (key in _AGENCIES or is_outlet(key)) and (key not in _PLATFORMS or "@" in credit)


def _is_description(text: str) -> bool:
    """Whether what follows "Foto:" tells what the picture shows: a clause in small letters and no source."""
    words = text.split()
    small = sum(word.islower() for word in words)
    return len(words) >= 4 and 2 * small >= len(words) and "/" not in text and not _DOMAIN.search(text)


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
    if key in _AGENCIES or "/" in key or _LABEL.match(inner) or _DOMAIN.search(key):
        return True
    if key.split()[0].rstrip(".:") in _DOCUMENTS:
        return True
    if key.split()[0] in _POSITIONS:
        return False
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
    while (match := _LABEL.match(text)) and match.end() < len(text):
        text = text[match.end() :].strip()
    text = text.strip(" /|;:,-–—")
    return text[:MAX_CREDIT] or None


def _inner_bracket(text: str) -> bool:
    return any(c in ")]" for c in text[1:-1]) and not any(c in "([" for c in text[1:-1])
