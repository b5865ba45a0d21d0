"""Which lines are captions: lines with a picture's credit, or behind a button that opens a picture."""

from __future__ import annotations

import re

from newsbot.extractors.kind import announced
from newsbot.extractors.listed import whole
from newsbot.extractors.plaintext.lines import Line
from newsbot.extractors.raw import RawImage
from newsbot.language.captions import split_caption
from newsbot.language.sign_offs import split_sign_off
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, word_set, words

_AGENCIES = ("outlets.agencies.all", "outlets.agencies.line")
_AFTER_SENTENCE = re.compile(r"[.!?]\s[A-Z][\w. ]{1,20}/\s?[A-Z@][\w.@'’ -]{2,40}$")
_AFTER_SLASH = re.compile(r"[^/]{8,}\s/\s?[A-Z@][^/]{1,50}(?:/[^/]{1,40})?")
_SITE_LAST = re.compile(r"(?:\S+\s){0,3}[\w-]+\.(?:com|co\.id|id|net|org)", re.IGNORECASE)
_CREDIT_ALONE = re.compile(r"(?:[A-Z][\w.]*\s?){1,4}/\s?[A-Z@][\w.@'’ ]{2,35}")
_SITE_AND_NAME = re.compile(r"(?:[\w-]+\.(?:com|co\.id|id|net)|istimewa|ist|dok)\s?/\s?[a-z@][\w.@'’ ]{2,40}")
"""The same behind an address, folded: "kabarlintang.co.id/rina ayu", "istimewa/polsek lintang"."""
_DATE_IN_BRACKETS = re.compile(r"[(\[][\d\s/.\-]+[)\]]\.?$")
_DOUBLED = re.compile(r"(?P<credit>[A-Z][\w.]{2,}(?: [A-Z][\w.]+){0,3}) (?P=credit)\b")
"""A credit that the caption begins with again: "Kawasaki Kawasaki merengkuh gelar ke-100" (kompas 2020)."""
_HANDLE_FIRST = re.compile(r"@[\w.]{3,30}\s[A-Z]")
_PAGE_FIRST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:co\.[a-z]{2}|[a-z]{2,3})\s[A-Z]")
_COUNTER = re.compile(r"\d{1,2}\s?/\s?\d{1,2}\s(?=[A-Z])")
"""Which of a gallery's pictures it is, before its caption."""
_SEAMED = 30
_LEAST, _CAPTION = 5, 15
"""Words of a caption beside its credit, and the most of one that ends with a full stop."""
_PARAGRAPH = 18
_MOST = 60
"""Words of a caption line; what is longer is a paragraph that ends with a source."""


@cached
def _credit() -> re.Pattern[str]:
    """A credit that its label, its brackets or an outlet's address before a name marks."""
    return re.compile(
        rf"©\s?(?!(?:19|20)\d\d\W*$)\S|\b(?:photo by|foto oleh)\b|\b{any_of('pictures.line_marks')}\s?:\s?\S"
        rf"|[(\[]{any_of('pictures.bracketed')}\b[^()\[\]]*[)\]]?$"
        r"|[(\[][^()\[\]]{2,60}/[^()\[\]]{2,60}[)\]]$|\w\.(?:com|co\.id|id)/(?-i:[A-Z])"
        # a name in brackets without a blank before them, as a caption's credit is glued on (mediaindonesia 2025)
        r"|\w\((?-i:[A-Z][a-z]+(?:\s[A-Z][a-z]+){1,3})\)$"
        rf"|[(\[]{any_of(*_AGENCIES, 'outlets.agencies.bracketed')}\b[^()\[\]]*[)\]]\.?$",
        re.IGNORECASE,
    )


@cached
def _of_picture() -> re.Pattern[str]:
    """A credit in brackets that is a picture's, though its form is a sign-off's as well: "(ANTARA FOTO/Iwan)"."""
    marks = any_of("pictures.bracketed")
    return re.compile(
        rf"[(\[](?:\S+ (?:foto|photo)/[^()]{{2,40}}|[^()/]{{2,40}}/{marks})[)\]]$", re.IGNORECASE
    )


@cached
def _leading() -> re.Pattern[str]:
    """A credit before the caption, as kompas prints it: "KOMPAS.com/BUDI Warga antre", "Dok. KTB Truk baru"."""
    return re.compile(
        r"(?:[A-Z][\w.]*\.(?:com|COM|co\.id|id)|[A-Z]{3,}(?:\.COM)?)\s?/\s?[A-Z]"
        r"|[\w.-]+\.(?:com|COM|co\.id|id|net|org)\s(?!Network|Group)[A-Z]"
        r"|(?:[A-Z][\w.]+\s){0,2}[A-Z][\w.]+\s?/\s?[A-Z][\w.]+\s[A-Z]"
        rf"|(?i:{any_of('outlets.agencies.networks')})\s?/?\s?@[\w.]+\s[A-Z]"
        r"|https?://\S+\s[A-Z]|(?i:repro|tangkapan layar|screenshot)\s\S"
        rf"|(?i:{any_of('outlets.agencies.lead')})(?:\.\s?|\s|/)[A-Z@]"
    )


def labelled_caption(text: str) -> str | None:
    """The caption behind its label ("Ket foto: ...", "Keterangan foto : ..."), None where there is none."""
    match = _LABELLED.match(text) if text[:1] in _LABEL_LETTERS else None
    return text[match.end() :] if match else None


_LABEL_LETTERS = frozenset("KkCcT")
_LABELLED = re.compile(
    r"(?:ket(?:erangan)?\.? ?(?:foto|gambar)|caption(?: foto)?|teks foto) ?: ?(?=\w)", re.IGNORECASE
)


def is_caption(line: Line) -> bool:
    """Whether the line prints a credit: "Warga antre. (Foto: Budi)", "KOMPAS.com/BUDI Warga antre", "shutterstock"."""
    if "caption" not in line.told:
        is_labelled = line.text[0] in _LABEL_LETTERS and ":" in line.text and labelled_caption(line.text)
        line.told["caption"] = bool(is_labelled) or _prints_credit(line)
    return line.told["caption"]


def _prints_credit(line: Line) -> bool:
    text = _COUNTER.sub("", line.text) if "/" in line.text[:5] else line.text
    if not _may_show(line):
        return False
    if line.key.strip(" .()").removesuffix(".com") in word_set(*_AGENCIES) or _leading().match(text):
        return line.words <= 2 * _MOST
    if line.words > _MOST or "://" in text:
        return False
    if _AFTER_SENTENCE.search(text) or _shows_seam(line):
        return True
    if not line.ends_sentence and line.words >= 4 and ": " not in text and _AFTER_SLASH.fullmatch(text):
        return True
    if 2 <= line.words <= 4 and _SITE_LAST.fullmatch(text) and not line.ends_sentence:
        return True
    if (
        _credit().search(text)
        and not _DATE_IN_BRACKETS.search(text)
        and (_of_picture().search(text) or split_sign_off(text)[1] is None)
    ):
        return not speaks(text) or line.words <= 30
    return line.words <= 8 and not line.ends_sentence and _is_short_credit(text)


def _is_short_credit(text: str) -> bool:
    """Whether a short line is a credit, or begins as captions do and ends with one: "Ilustrasi zodiak - Freepik"."""
    caption, credit = split_caption(text)
    return caption is None or (
        bool(credit) and fold(text.split(maxsplit=1)[0]) in word_set("pictures.openers")
    )


def _may_show(line: Line) -> bool:
    """Whether the line may be a caption: no item of a list with a dash, no trail, and no gallery's headline."""
    if line.kind not in ("prose", "title", "short") or (line.is_item and not line.text[0].isdigit()):
        return False
    if "/" in line.text and line.key.split("/")[0].strip() in word_set("furniture.boxes.home"):
        return False
    return not _heads_gallery(line)


def _heads_gallery(line: Line) -> bool:
    """Whether a gallery's headline begins with what marks a credit ("FOTO: Panen Sagu di Tepi Danau")."""
    if line.words < _LEAST or "/" in line.text or not announced("gallery").match(line.text):
        return False
    return line.is_capitalised and any(word.islower() for word in line.text.split())


@cached
def _seam() -> re.Pattern[str]:
    """A word that opens captions, printed with a capital behind one to four words of a credit."""
    opened = "|".join(word.capitalize() for word in words("pictures.seams"))
    word = r"(?![^\w\s]+\s)[\w@.&()'-]+"  # no dash alone: what stands before one is a dateline
    return re.compile(
        rf"(?!Sebagai ){word}(?:\s{word}){{0,3}}(?<![a-z]{{4}}\.)\s(?:{opened}|ilustrasi)\s[a-zA-Z]"
    )


def _shows_seam(line: Line) -> bool:
    """Whether a credit without any mark stands before a caption ("Hakase_ Ilustrasi mencuci mobil", kompas 2020)."""
    if line.words > _SEAMED or line.is_capitalised or line.is_item or speaks(line.text):
        return False
    forms = (_DOUBLED, _HANDLE_FIRST, _PAGE_FIRST, _seam())
    return any(form.match(line.text) for form in forms)


def captions_below_heading(heading: Line, line: Line, text: Line) -> bool:
    """Whether a line between a heading and a long paragraph is a caption: two headings never follow one another."""
    if heading.kind not in ("title", "short") or heading.ends_sentence:
        return False
    if not (heading.is_item or heading.is_capitalised):
        return False
    if line.kind != "title" or line.is_item or line.is_capitalised or line.words < _LEAST:
        return False
    return text.kind == "prose" and text.words >= _PARAGRAPH


def captions_above_credit(line: Line, below: Line) -> bool:
    """Whether a line is the caption of the credit below it: "Deretan lapak di pasar", then "Foto: Rina Ayu/Antara".

    Below a heading stands the credit of a picture without a caption, below a paragraph too.
    """
    if line.is_item or line.is_capitalised or speaks(line.text) or line.kind not in ("title", "prose"):
        return False
    credit = credit_of(below)
    if credit is None or line.words < _LEAST or line.text.endswith((":", ";", "?")):
        return False
    if line.kind == "title" or below.text.startswith("©"):
        return line.kind == "title"
    if below.key.startswith(("sumber", "source")):
        return False  # of what a chart below the paragraph shows
    return line.words <= _CAPTION and len(credit.split()) > 1


def speaks(text: str) -> bool:
    """Whether the line quotes somebody, as paragraphs do and captions do not."""
    return text.startswith(('"', "“")) or '," ' in text or ",” " in text


def is_enlarge(line: Line) -> bool:
    """Whether the line is the button that opens a picture ("Perbesar", "Lihat Foto")."""
    return bool(whole("enlarge").fullmatch(line.key))


def is_credit_only(line: Line) -> bool:
    """Whether the line is a credit whose caption stands on the next line ("Reuters", "Tribun Jateng/X")."""
    if line.words > 6 or line.kind not in ("short", "title"):
        return False
    return (
        line.key in word_set(*_AGENCIES)
        or bool(_CREDIT_ALONE.fullmatch(line.text))
        or bool(_SITE_AND_NAME.fullmatch(line.key))
    )


def drop_copies(images: list[RawImage], headline: str) -> None:
    """Take out the pictures' captions that say nothing new: the headline printed again (kontan, nu.or.id), one that is
    printed with its credit as well (pikiran-rakyat 2021, sonora), and one printed twice above the text (riau1 2023)."""
    credited = {_core(image) for image in images if _is_credited(image)}
    told = credited | {fold(headline).strip(_EDGES)}
    kept: list[RawImage] = []
    for image in images:
        is_again = image.rule == _ABOVE and image in kept
        if image.url or not (is_again or (not _is_credited(image) and _core(image) in told)):
            kept.append(image)
    images[:] = kept


_EDGES = " .…"
_ABOVE = "line above the text"


def _is_credited(image: RawImage) -> bool:
    return bool(image.credit or split_caption(image.caption or "")[1])


def _core(image: RawImage) -> str:
    """What a caption says, its credit aside."""
    return fold(split_caption(image.caption or "")[0] or "").strip(_EDGES)


def credit_of(line: Line) -> str | None:
    """The credit of a line that is nothing else, its label dropped ("Photo : VIVA/X", "Dok. Dishub Bitung")."""
    if line.words > 8 or line.kind not in ("prose", "title", "short", "byline"):
        return None
    caption, credit = split_caption(line.text)
    return credit if caption is None else None
