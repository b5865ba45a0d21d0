"""Seams: where a dump ran the texts of neighbouring elements together, before any line is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsbot.language.channels import is_channel_label
from newsbot.language.text import fold
from newsbot.lexicon import alternation, cached, labels, words

LONGEST_DATE_LINE = 120
"""Characters of the longest date line."""
_GLUED_LABEL = re.compile(r"^((?:Baca|Lihat|Simak|Tonton) [Jj]uga|BACA JUGA)(?=[A-Z][a-z]|\d)")
"""A label that its dump glued to the title ("Baca JugaHarga Beras Turun", bisnis and inews 2026)."""
_LABEL_LETTERS = "AEJPR"
"""With which the labels begin that a dump glues to a name."""
_GLUED_YEAR = re.compile(r"(?<= 20\d\d)(?=\d{1,2}(?: [A-Z][a-z]{2,8} |[:.]\d\d))")
"""Behind a date its time or the date of an update that stand in elements of their own."""
_ACCOUNT = re.compile(r"[Bb]y ?\w+")
_GLUED_DAY = re.compile(r"(?<=[a-z])(?=\d{1,2}[ /]\w{2,9}[ /]\d{4})")
_GLUED_ZONE = re.compile(r"(?<=WI[BT])(?=\d)|(?<=WITA)(?=\d)")


@cached
def _glued_role() -> re.Pattern[str]:
    """Before a label that a dump glued to the name before it: "Penulis: Rina AyuEditor: Budi Hartono"."""
    marks = (label.capitalize() for label in (*labels("bare"), *words("calendar.stamps")))
    return re.compile(rf"(?<=[a-z])(?={alternation(marks)}\s?:)")


@cached
def _glued_before() -> re.Pattern[str]:
    """A label that a dump glued to the name behind it: "ReporterRina Ayu"; one that is a word as any other, but with a
    blank before a whole name: "Peliput Rina Ayu"."""
    glued = alternation(label.capitalize() for label in labels("glued"))
    return re.compile(
        rf"(?P<label>{glued}(?!\s)|Peliput(?=\s))\s?(?P<name>[A-Z][a-z]+(?: [A-Z][\w.'’]*){{1,4}})"
    )


@cached
def labelled_name() -> re.Pattern[str]:
    """A label and what stands behind it, without a mark."""
    return re.compile(rf"(?P<label>{alternation(labels('bare'))})\s+(?P<name>\S.{{2,80}})", re.IGNORECASE)


def unglued_line(text: str) -> str:
    """The text with a blank where its dump glued two elements: a label and its title, a writer's name and the date."""
    text = _GLUED_LABEL.sub(r"\1: ", text)
    if text.startswith(("By, ", "Oleh, ")):
        text = text.replace(", ", " ", 1)
    if ":" in text:
        text = _glued_role().sub(" | ", text)
    if not text[-1:].isalnum() or len(text) > LONGEST_DATE_LINE:
        return text
    if text[0] in _LABEL_LETTERS and (glued := _glued_before().fullmatch(text)):
        return f"{glued['label']}: {glued['name']}"
    if " 20" in text:
        text = _GLUED_YEAR.sub(" ", text)
    seam = _GLUED_DAY.search(text)
    if seam and (labelled_name().fullmatch(text[: seam.start()]) or _ACCOUNT.fullmatch(text[: seam.start()])):
        return f"{text[: seam.start()]} {_GLUED_ZONE.sub(r' ', text[seam.start() :])}"
    return text


def split_filing(texts: Iterable[str]) -> list[str]:
    """The lines, one below a post that says both where it is filed and its tags as two ("CategoriesLogistikTagskapal,
    peti kemas", "Kategori Logistik Tag kapal, peti kemas")."""
    lines = list(texts)
    for at in [at for at, text in enumerate(lines) if _may_have_parts(text)][::-1]:
        lines[at : at + 1] = _parts(lines[at])
    lines = _with_channels(lines)
    # few lines begin with a letter of theirs: a look at it is cheaper than a pattern
    for at in [at for at, text in enumerate(lines) if text[:1] in _FILING_LETTERS][::-1]:
        match = _filing().fullmatch(lines[at].strip()) if len(lines[at]) <= _LONGEST_FILING else None
        if match is not None:
            parts = [f"{match['label'] or match['glued']} {match['channel'] or match['one']}"]
            lines[at : at + 1] = [*parts, f"{match['tag']}: {match['tags']}"] if match["tags"] else parts
    return lines


_VIEWED = re.compile(
    r"(?P<channel>[A-Z][a-zA-Z]{2,20}(?: [A-Z][a-z]{2,15})?)(?P<views>\d{1,7} (?:[Dd]ilihat|[Dd]ibaca|[Vv]iews?))"
)
"""A channel with the count of its readers glued on ("Opini815 Dilihat", malesung)."""


def _with_channels(lines: list[str]) -> list[str]:
    """The lines with a channel on the line of its label, where a dump prints it below ("Kategori :", "Daerah")."""
    for at in [at for at, text in enumerate(lines) if text[:1] in _FILING_LETTERS and _is_channel_mark(text)]:
        below = next((near for near in range(at + 1, min(at + 3, len(lines))) if lines[near].strip()), None)
        if below is not None and _CHANNEL.fullmatch(lines[below].strip()):
            lines[at], lines[below] = f"{lines[at].strip()} {lines[below].strip()}", ""
    return lines


@cached
def _channel_before_town() -> re.Pattern[str]:
    """A channel with the town of the dateline glued on ("PolitikJAKARTA - Komisi I", bitvonline 2025)."""
    channel = alternation(word.title() for word in words("outlets.offices.channels"))
    return re.compile(rf"(?P<channel>{channel})(?=[A-Z]{{4,20}}(?: [A-Z]{{2,20}}){{0,2}} - )")


def _may_have_parts(text: str) -> bool:
    """A look that is far cheaper than what it spares most lines."""
    return _SEMICOLON in text or text[-5:] in _COUNTED or _DASH in text[:80]


def _parts(text: str) -> tuple[str, ...]:
    """The lines that a line is whose elements a dump ran together."""
    if text.count(" ; ") > 1 and len(text) < LONGEST_DATE_LINE:
        return tuple(text.split(" ; "))  # "Oleh: Humas ; Diposkan pada: 12 Apr 2023 ; 34 Views" (setkab)
    if glued := _channel_before_town().match(text):
        return glued["channel"], text[glued.end() :]
    match = _VIEWED.fullmatch(text.strip()) if len(text) < _SHORT else None
    return (match["channel"], match["views"]) if match else (text,)


_SHORT = 60
_SEMICOLON, _DASH = " ; ", " - "
_COUNTED = frozenset(("lihat", "ibaca", "views", " view"))
"""With which counts of readers end."""


def _is_channel_mark(text: str) -> bool:
    """Whether a line is a channel's label and its colon."""
    text = text.strip()
    return text.endswith(":") and is_channel_label(fold(text))


_CHANNEL = re.compile(r"[A-Z][\w&-]+(?: [\w&-]+){0,2}")
_LONGEST_FILING = 300
_FILING_LETTERS = frozenset("KRCPF")
"""With which the labels of channels begin."""


@cached
def _filing() -> re.Pattern[str]:
    """Labels as themes print them, glued to what stands behind or with a blank; between tags there are commas."""
    channel = alternation(word.capitalize() for word in words("furniture.boxes.channel_labels"))
    tag = alternation(
        word.capitalize() for word in words("furniture.boxes.tagged", "furniture.boxes.tag_labels")
    )
    return re.compile(
        rf"(?P<label>{channel})\s?:?\s?(?P<channel>[A-Z][\w&-]*?(?: [\w&-]+?){{0,2}}?)"
        rf"\s?(?P<tag>{tag})\s?:?\s?(?P<tags>\S.*)|(?P<glued>{channel})(?P<one>[A-Z][\w&-]*(?: [\w&-]+){{0,2}})"
    )
