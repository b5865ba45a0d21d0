"""How running text begins: a dateline before it, in it or on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.plaintext.lines import Line
from newsbot.language.dateline import site_and_place, split_dateline
from newsbot.language.names import is_place

_LONE = re.compile(r"(?P<place>[A-Z][\w.,'’()/ -]{1,60}?)\s*(?:-{1,2}|–|—)")
_SIGNED = re.compile(r"(?P<place>[A-Z][\w.' ]{2,30}?)(?:, (?:[A-Z][\w.]*\s?){1,3}|\s?\([\w-]+\.[\w.]+\))")
"""A place with its outlet on a line of its own: "Jombang, NU Online", "Denpasar (contoh.id)"."""
_NEAR = 4


def find_opening(lines: Sequence[Line], start: int, end: int, *, city_only: bool = False) -> int | None:
    """The line with the dateline, near the beginning of a run of text; None where none is printed.

    A dateline that an outlet signs counts within ten lines, a place alone only in the first few: "KPK - " may begin
    any paragraph.
    """
    for index in range(max(0, start - 3), min(start + 10, end)):
        if opens(lines, index, city_only=city_only and index < start + _NEAR):
            signed = "." in lines[index].text[:60] or "(" in lines[index].text[:60]
            if signed or index < start + _NEAR:
                return index
    return None


def opens(lines: Sequence[Line], index: int, *, city_only: bool = False) -> bool:
    """Whether the line begins an article: a dateline with its sentence, or alone above one."""
    line = lines[index]
    if line.kind == "prose":
        return bool(split_dateline(line.text, city_only=city_only) or site_and_place(line.text))
    return is_lone_dateline(lines, index)


def is_lone_dateline(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a place and a dash above running text ("Jakarta -", detik 2023)."""
    line = lines[index]
    if line.words > 8 or line.kind not in ("short", "title") or index + 1 >= len(lines):
        return False
    if lines[index + 1].kind != "prose":
        return False
    return bool(_LONE.fullmatch(line.text)) or _is_signed_place(line.text)


def _is_signed_place(text: str) -> bool:
    """Whether a line is a known place and its outlet; two places ("Cilacap, Jawa Tengah") say where something is."""
    match = _SIGNED.fullmatch(text)
    if match is None or not is_place(match["place"]):
        return False
    return not is_place(text[match.end("place") :].strip(" ,()"))


def first_block(lines: Sequence[Line], index: int) -> tuple[TextBlock, int]:
    """The block that begins the text, and how many lines it takes.

    A place that stood in bold on the page is told apart from the sentence: a lone dateline is joined to its
    sentence, and one without a dash ends with a known place ("Liputan6.com, Jakarta Hujan turun", 2021).
    """
    text, bold, taken = lines[index].text, "", 1
    if is_lone_dateline(lines, index):
        bold = text.rstrip(" -–—")
        dash = " " if _LONE.fullmatch(text) else " - "
        text, taken = f"{text}{dash}{lines[index + 1].text}", 2
    elif prefix := site_and_place(text):
        bold = prefix
    return TextBlock("paragraph", text, length=len(text), lead_bold=bold), taken
