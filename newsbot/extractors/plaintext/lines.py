"""What a line of a text dump is by itself: running text, title, date line, byline, button, label of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from newsbot.extractors.furniture import Furniture, furniture
from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.seams import LONGEST_DATE_LINE, labelled_name, unglued_line
from newsbot.language.dates import beside_date, parse_date, unglued
from newsbot.language.names import is_outlet, person_name
from newsbot.language.posts import is_post_and_name
from newsbot.language.sign_offs import split_sign_off
from newsbot.language.text import clean, ends_sentence, fold
from newsbot.lexicon import any_of, cached, labels, word_set

LineKind = Literal["prose", "title", "short", "date", "byline", "closing", "button", "furniture", "sign_off"]
_TEASER_END = re.compile(r"(?:\.\.\.|…)[\"'”’)\]]*$")
_SIGN_OFF = re.compile(r"[(\[][A-Za-z]{2,6}(?:[/\-][A-Za-z\d]{1,6}){0,3}[)\]]|\([A-Z]-\d{1,2}\)")
_MENU_WORDS = 12
_BAR = " | "
_BULLETS = " •»>*›▪■●"
_MARKS = " •·»>«<→▶*↓↑-#|"
_LINE_UP = re.compile(r"\(\d(?:-\d){2,4}\)\s?:")
"""A team and how it is set up, before its players."""
_SENTENCE_BREAK = re.compile(r"[a-z)\d]{2}[.!?][\"”]?\s[\"“]?[A-Z]")
"""Where one sentence ends and the next begins: titles hold none."""
_RIGHTS_OF_PICTURE = re.compile(r"©\s?\d{4}\s[\w.]+\.\w+(?:/.{2,40})?|©\s?[^\W\d][^©\d]{1,40}")
"""A picture's credit line (merdeka 2021), written as a page's rights are; a page's have a year ("©MGM")."""
POST_SIGN = re.compile(r"[—–-]\s?.{1,60}\(@\w{1,30}\).{0,40}")
"""The signature of an embedded post: "— Name (@name) May 5, 2021"."""
_LIST_MARK = re.compile(r"(?:\d{1,3}[.)]|[a-zA-E][.)]|[-•*–])\s+\S")


@cached
def _counted() -> re.Pattern[str]:
    """How often a page was read, how long that takes and that nobody commented, in the line of its date: "341x dibaca",
    "1.204 kali dibaca", "Tidak ada komentar2 Mins Read" (glued)."""
    counts = any_of("furniture.boxes.counts")
    return re.compile(
        rf"(?<![\d.,])[\d.,]++\s?[kx]?\s{counts}(?:\s{counts})?(?!\w)|"
        r"\b(?:dibaca|dilihat|hits|views)\s?:?\s?[\d.,]++(?:\skali)?|\b(?:tidak|belum) ada komentar|\bno comments?\b",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its clean text, what it is, and how often the dump prints it.

    `found` is the piece of furniture that the phrase list knows, `rest` what a date line says beside its date, `told`
    what was found out about the line and is asked again and again, by the question.
    """

    text: str
    key: str
    kind: LineKind
    words: int
    found: Furniture | None = None
    rest: str = ""
    printed: int = 1
    told: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_teaser(self) -> bool:
        """Whether the line breaks off with dots, as summaries in story lists do."""
        return (
            bool(_TEASER_END.search(self.text))
            and self.words <= 30
            and not _SENTENCE_BREAK.search(self.text)
            and not self.is_item  # "3. Gas yang dihasilkan fotosintesis adalah ....": a question to be answered
        )

    @property
    def is_item(self) -> bool:
        """Whether the line begins with a number or a bullet."""
        return bool(_LIST_MARK.match(self.text))

    @property
    def is_capitalised(self) -> bool:
        """Whether most of its words begin with a capital or a figure, as titles are printed."""
        return 10 * sum(not word[0].islower() for word in self.text.split()) >= 6 * self.words

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends as sentences do."""
        return ends_sentence(self.text, also=":;")


def read_lines(texts: Iterable[str]) -> list[Line]:
    """The lines that hold something, each with its kind."""
    cleaned = [unglued_line(text) for text in map(clean, texts) if text]
    keys = [fold(text).lstrip(_BULLETS) for text in cleaned]
    bare = [text.lstrip(_BULLETS) for text in cleaned]  # as printed: tags repeat sub-headings in lower case
    printed = Counter(bare)
    return [_line(text, key, printed[title]) for text, key, title in zip(cleaned, keys, bare, strict=True)]


def _line(text: str, key: str, printed: int) -> Line:
    words = len(text.split())
    found = furniture(text)
    rest = date_rest(text)
    return Line(text, key, _kind(text, key, words, found, rest), words, found, rest or "", printed)


def _kind(text: str, key: str, words: int, found: Furniture | None, rest: str | None) -> LineKind:
    fixed = _fixed_form(text, key.strip(_MARKS), found) or _listed_form(
        key.strip(_MARKS), words, dated=rest is not None
    )
    if fixed:
        return fixed
    if found:
        return _kind_of_furniture(found)
    if is_byline(text) or key.rstrip(" :") in labels("dump"):
        return "byline"
    if is_prose(text, words):
        return "prose"
    return "title" if words >= 4 else "short"


def _fixed_form(text: str, key: str, found: Furniture | None) -> LineKind | None:
    """The kind of a line whose form alone tells it, before dates and labels are looked for in it."""
    if _SIGN_OFF.fullmatch(text):
        return "sign_off"
    if _RIGHTS_OF_PICTURE.fullmatch(text):
        return "short"
    if POST_SIGN.fullmatch(text) or whole("notices").fullmatch(key):
        return "button"
    return "furniture" if found and found.rule == "instagram-caption" else None


def _listed_form(bare: str, words: int, *, dated: bool) -> LineKind | None:
    """The kind of a label, a date line or a button."""
    if words <= 25 and whole("closing").fullmatch(bare):
        return "closing"
    if dated and not _LIST_MARK.match(bare):  # "1. Sabtu, 25 Maret 2023" is an item of a list (kompas 2023)
        return "date"
    if not bare or (words <= 12 and (whole("next_page").fullmatch(bare) or _is_buttons(bare))):
        return "button"
    return None


def _is_buttons(bare: str) -> bool:
    """Whether the line is a button, or a bar of buttons ("Cetak | Kirim ke teman | Dibaca 431 kali")."""
    return all(whole("buttons").fullmatch(part.strip()) for part in bare.split("|"))


def _kind_of_furniture(found: Furniture) -> LineKind:
    if found.bin == "byline":
        return "byline"
    return "closing" if found.bin in ("comments", "navigation", "legal") else "furniture"


def is_prose(text: str, words: int) -> bool:
    """Whether the line is running text: sentence punctuation, or longer than any title."""
    if words >= 30 or (words >= 12 and _SENTENCE_BREAK.search(text)):
        return not is_menu_row(text, words) or _LINE_UP.search(text) is not None
    if words >= 8 and "-" in text and _LINE_UP.search(text):
        return True
    if (
        not text.endswith(").") or words < 12
    ):  # "… dan Badan Contoh (ABC/DEF)." ends a sentence, no sign-off does
        text = split_sign_off(text)[0]
    if text[-1:] == ")" and text[0] in '"“':
        text = _NAMED_BEHIND.sub("", text)
    if not ends_sentence(text, also=":;"):
        return False
    return words >= 8 or (words >= 4 and text.endswith((".", '."', ".”", '"', "”")))


_NAMED_BEHIND = re.compile(r"(?<=[.!?\"”]) ?\([^()]{2,60}\)$")
"""Whoever signs what somebody says: "... pekan depan," jelasnya. (Tim_IKP Diskominfo Lintang)"."""


def is_menu_row(text: str, words: int) -> bool:
    """Whether the line is a menu copied in one: nearly all its words begin with a capital, no sentence ends it."""
    if words < _MENU_WORDS or ends_sentence(text, also=":;"):
        return False
    return 10 * sum(not word[0].islower() for word in text.split()) >= 9 * words


_POSTED_AT = re.compile(r"\s(?:di|pada|at|on)\s\d{1,2}[.:]\d{2}$")
"""The time behind a writer's name (Blogger: "Diposting oleh Rina Ayu di 07.11")."""


def is_byline(text: str) -> bool:
    """Whether the line is a role and a name without a colon ("Penulis Rina Ayu", kompas 2021)."""
    if len(text) > 100:
        return False
    name, comma, outlet = text.rpartition(", ")
    if comma and len(outlet.split()) <= 3 and is_outlet(outlet) and is_person(name.rpartition(" - ")[2]):
        return True  # "Rina Ayu, CNBC Indonesia", "Market - Rina Ayu, CNBC Indonesia"
    name, bar, labelled = text.partition(" | ")
    if bar and is_person(name) and _is_role(labelled):
        return True  # "Rina Ayu | Editor: Budi Hartono", radar titles 2026
    if bar and all(map(_is_role, text.split(_BAR))):
        return True  # "Teks: Rina Ayu | Foto: Budi Hartono"
    if ", " in text and is_post_and_name(text):
        return True
    match = labelled_name().fullmatch(_POSTED_AT.sub("", text))
    return (
        bool(match) and match is not None and all(_looks_named(part) for part in _JOINTS.split(match["name"]))
    )


_JOINTS = re.compile(r",|\s(?:and|dan|&)\s")


def _is_role(text: str) -> bool:
    label, colon, name = text.partition(":")
    return bool(colon) and label.strip().lower() in word_set("roles.labels") and is_person(name.strip())


def _looks_named(part: str) -> bool:
    words = part.split()
    return bool(words) and all(word[0].isupper() for word in words) and len(words) <= 6


def is_person(text: str) -> bool:
    """Whether the line could be nothing but a person's name: two to five words in capitals."""
    words = text.split()
    if not 2 <= len(words) <= 5 or any(c.isdigit() for c in text) or fold(text) in labels("dump"):
        return False
    if person_name(text) is None or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word in word_set("names.particles") for word in words)


def _most_beside(rest: str, *, clock: bool) -> int:
    """How many words may stand beside the date of a date line: more where they name somebody or stand apart."""
    if not clock or (ends_sentence(rest, also=":;") and " | " not in rest):
        return 8 if labelled_name().match(rest) or any(map(_is_role, rest.strip(" |").split(_BAR))) else 3
    return 12 if "|" in rest or any(word.strip(":") in labels("dump") for word in fold(rest).split()) else 5


_SEAM = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z])")
"""Where a dump ran two elements of a date line together: "viewsNo CommentRina Ayu"."""


def _is_word(piece: str) -> bool:
    return piece not in _PARTING


def _words(rest: str) -> int:
    return sum(map(_is_word, rest.split()))


_PARTING = frozenset("|-–—:●•·/")


@cached
def _published() -> re.Pattern[str]:
    """The label of the day with which a date line begins: "Posted on"."""
    return re.compile(
        rf"^{any_of('calendar.labels.published')}\b(?:\s(?:on|pada|tanggal|at))?", re.IGNORECASE
    )


def date_rest(text: str) -> str | None:
    """What a date line says beside its date and time, None where the line is none.

    A title may hold a date too ("Jadwal Bola 5 Mei 2023 di Televisi"): without a time of day only a few words may
    stand beside the date.

    >>> date_rest("JABAR | 16 Juni 2021 13:00 Reporter : Rina Ayu")
    'JABAR | Reporter : Rina Ayu'
    >>> date_rest("Update 23 Januari 2021: 98 Juta Kasus di Dunia") is None
    True
    """
    if len(text) > LONGEST_DATE_LINE or not any(c.isdigit() for c in text):
        return None
    text = _SEAM.sub(_BAR, unglued(text))
    beside = beside_date(text)
    if beside and not beside.has_clock and _counted().search(beside.text):
        beside = beside_date(_counted().sub("", text))
    rest = beside.text.rstrip(" :") if beside else ""  # "Dikirim oleh: admin, pada: Selasa, ..."
    most = _most_beside(rest, clock=beside.has_clock) if beside else 0
    if beside is None or (_words(rest) > most and _words(_published().sub("", rest)) > most):
        return None
    reading = parse_date(text, fallback=False)
    return _BAR.join(piece.strip(" |") for piece in beside.pieces) if reading and reading.value else None
