"""White space and characters: what the press typed, without what markup and editors' tools left behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

_INVISIBLE = dict.fromkeys(
    [
        *(
            0x00AD,
            0x034F,
            0x061C,
            0x115F,
            0x1160,
            0x17B4,
            0x17B5,
            *range(0x180B, 0x1810),
            *range(0x200B, 0x2010),
        ),
        *(*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, 0xFEFF, 0xFFA0),
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    ],
    None,
)
"""What is shown as nothing: soft hyphens, joiners, fillers, the marks that turn the direction of a line. Editors' tools
and phones leave them. Most are of Unicode's property Default_Ignorable_Code_Point."""
_ODD_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
)
_SPACES = {ord(c): " " for c in _ODD_SPACES}
_CONTROL = dict.fromkeys([*range(9), *range(14, 28), 127], None)
_ICONS = dict.fromkeys(range(0xE000, 0xF900), None)
"""Characters of private use: the icons of a template's font, and bullets of a word processor's."""
_CLEAN = {**_INVISIBLE, **_SPACES, **_CONTROL, **_ICONS}
_PRINTABLE = re.compile(f"[{''.join(filter(str.isprintable, map(chr, _INVISIBLE)))}]")
"""Those that are shown as nothing and are printable to Unicode, as letters and marks are. No other one that `clean`
takes out is, so that Python's own look at a text, a tenth of the price of a pattern's, tells most texts to be clean."""
BLANKS = r"(?<!\s)\s++"
r"""In a pattern: a whole run of white space. A search that begins with it begins at the run's first blank alone, where
`\s+` begins at each of them again, and a page of blanks costs the square of its length."""
ANY_BLANKS = rf"(?:{BLANKS})?"
"""The same where there may be none."""
_STRAIGHT = {mark: plain for plain, marks in (('"', "“”„"), ("'", "‘’‚`´"), ("-", "–—−")) for mark in marks}
"""The plain forms of quotes and dashes."""


def clean(text: str) -> str:
    r"""One line of clean text: NFC, every run of white space one space, invisible characters gone.

    Nothing is corrected: quotes stay as typed, a misprint stays a misprint.

    >>> clean("Jakarta\u00a0\u00a0(13/9) \u200b\n pagi")
    'Jakarta (13/9) pagi'
    """
    if "&" in text:
        text = unescaped(text)
    line = " ".join(text.split())
    if line.isascii():
        return line if line.isprintable() else " ".join(line.translate(_CONTROL).split())
    if not line.isprintable() or _PRINTABLE.search(line):
        line = " ".join(line.translate(_CLEAN).split())
    return unicodedata.normalize("NFC", line)


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MOST_LAYERS = 3


def unescaped(text: str) -> str:
    """The text without HTML entities that stand in it as text: pages escape a title twice, JSON-LD carries one layer.

    >>> unescaped("Bupati &amp;quot;Kembang&amp;quot; &#038; Wakil"), unescaped("R&D, A&B;")
    ('Bupati "Kembang" & Wakil', 'R&D, A&B;')
    """
    for _ in range(_MOST_LAYERS):
        known = text
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
        if text == known:
            break
    return text


def joined(runs: Iterable[str]) -> str:
    """The runs of text between inline elements as one, without the blank that an element's end left before a mark.

    A blank that stands beside a mark within one run was typed and stays.

    >>> joined(["Wira ", ", kata ", "Laksmi ", "."]), joined(["kata dia , begitu"])
    ('Wira, kata Laksmi.', 'kata dia , begitu')
    """
    kept: list[str] = []
    for run in runs:
        if _MARK.match(run):
            while kept and not kept[-1].strip():
                kept.pop()
            kept[-1:] = [part.rstrip() for part in kept[-1:]]
        kept.append(run)
    return "".join(kept)


def fold(text: str) -> str:
    """A key for comparing two printings of one text: lower case, straight quotes, single spaces.

    >>> fold("HENDRA  Gunawan") == fold("Hendra Gunawan")
    True
    """
    return _known_fold(text) if len(text) <= _OFTEN_FOLDED else _fold(text)


_OFTEN_FOLDED = 160
"""Characters of a title, a name or a label, which page and portal repeat: two of three have been folded before."""


def _fold(text: str) -> str:
    folded = clean(text)
    if folded.isascii():
        return folded.replace("`", "'").lower()
    for mark, plain in _STRAIGHT.items():  # a tenth of the price of `translate`, which looks each letter up
        folded = folded.replace(mark, plain)
    return folded.lower()


_known_fold = lru_cache(maxsize=4096)(_fold)


_STOPS = ".!?…"
_CLOSING = "\"'”’)]"


def ends_sentence(text: str, also: str = "") -> bool:
    """Whether the text ends with a full stop, a question or an exclamation mark, quotes and brackets behind it aside.

    `also` are marks that end it as well.

    >>> ends_sentence('"Harga naik."'), ends_sentence('Pasar "Raya"'), ends_sentence("Bahan:", also=":;")
    (True, False, True)
    """
    last = text.rstrip(_CLOSING)[-1:]
    return bool(last) and last in _STOPS + also


def is_closed(text: str, also: str = "") -> bool:
    """Whether the text ends as a paragraph may: with a sentence's mark, or with nothing but a quote or a bracket.

    >>> is_closed("Warga antre (dok/han)"), is_closed("Pasar Raya"), is_closed("Bahan:", also=":")
    (True, False, True)
    """
    last = text[-1:]
    return bool(last) and last in _STOPS + _CLOSING + also


_MARK = re.compile(r"[,.;:!?)](?:[\s\"'”’]|$)")
_WORD = re.compile(r"[^\W_]", re.UNICODE)


def count_words(text: str) -> int:
    """White-space separated tokens that hold a letter or a digit.

    >>> count_words("Rp 5.000 – lunas")
    3
    """
    return sum(1 for token in text.split() if token.isalnum() or _WORD.search(token))
