"""What converters of markup write beside a page's words: numbers and addresses of links, marks of emphasis, bullets.

lynx numbers the links and lists their addresses at the end, Markdown writes them behind the text, all of them print a
bullet before each entry of a list and a line break where a line is full. A mark is taken out where the whole dump
shows that a converter wrote it: one "[1]" or "*" is the author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsbot.extractors.plaintext.wrapped import unwrap

_NUMBER = re.compile(r"\[(\d{1,4})\]")
_FEWEST = 5
"""Numbered links, or bullets, of a page that a converter wrote; a footnote or two are the author's."""
_MOSTLY = 0.8
"""Share of the numbers up to the highest that are there: a converter leaves none out."""
_REFERENCES = re.compile(r"\s*(?:References|Hidden links:|Visible links:?)\s*")
_ADDRESS = re.compile(r"\s*\d+\. [a-z]+:\S")
_CONTROL = re.compile(
    r".{0,60}\(BUTTON\).{0,60}|IFRAME: \S+|REFRESH\(.*|#\S.{0,60}\balternate\b.*|.{0,20}?_{9,}+.{0,40}"
    r"|\[_{2,}\].*|\[ ?\].{0,20}|[━─_=]{5,}|\S{60,}"
)
"""Lines of lynx and w3m for buttons, frames, feeds, fields and rules, and pieces of addresses."""
_PICTURE = re.compile(
    r"\[[^\[\]\s]{1,80}(?:\.(?:jpe?g|png|gif|webp|svg|avif)|[?&=])[^\[\]\s]{0,200}\]|\[(?:INLINE|IMG|IMAGE|LINK|EMBED)\]"
)
"""What stands for a picture without words: the name of its file."""
_BULLET = re.compile(r"(?P<indent>\s+)(?P<mark>[*+o•○■□▪@#-]) (?P<rest>\s*\S)")

_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,900})\]"
    r"\(<?[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,5}>?(?:\s+[\"'][^)]{0,300})?\)"
)
_LINKED = re.compile(r"\[[^\[\]]{1,200}\]\((?:[a-z]{3,8}:|[/#<.?])")
_MARKDOWN_PICTURE = re.compile("!" + _LINK.pattern)
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)(?P<strong>[^*\n]+?)(?<=\S)\1(?!\*)|(?<!\w)_(?=\S)(?P<soft>[^_\n]+?)(?<=\S)_(?!\w)"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_HEADING = re.compile(r"#{2,6} \S")
_BEGINS = re.compile(r"\s*(?:[*+-] |\d+\. |#{1,6} |>|\||```)")
"""How a block of Markdown begins that does not go on with the line above it."""
_MARKS_BEFORE = re.compile(r"\s*(?:#{1,6} |(?:> ?)+|[*+-] (?=\S))+")
_TABLE_RULE = re.compile(r"\s*+(?:\|\s*+)?:?-{3,}+:?\s*+(?:\|\s*+:?-{3,}+:?\s*+)*+(?:\|\s*+)?")
_RULE = re.compile(r"\s*(?:\* ?){3,}|\s*(?:- ?){3,}|\s*(?:_ ?){3,}")


def as_printed(lines: Sequence[str]) -> list[str]:
    """The blocks of a dump, one a line, without what its converter added; hard-wrapped lines are joined.

    >>> as_printed(["Kabar baru", "[catatan] satu * dua"])
    ['Kabar baru', '[catatan] satu * dua']
    """
    if is_markdown(lines):
        return list(_from_markdown(lines))
    lines = _without_tables(lines)
    numbered, bulleted = _numbers_links(lines), _writes_bullets(lines)
    if numbered:
        lines = lines[: _end_of_text(lines)]
    if numbered or bulleted:
        lines = list(_without_bullets(lines))
    whole = unwrap(lines, hanging=numbered or bulleted)  # with the numbers in it a line is as full as it was
    return [_NUMBER.sub("", line) for line in whole] if numbered else whole


def _without_tables(lines: Sequence[str]) -> Sequence[str]:
    """The lines without what is left of the table that Blogger sets around a picture and its caption: "![]() |"."""
    if "![" not in "".join(lines):
        return lines
    pictures = [at for at, line in enumerate(lines) if "![" in line and _IN_TABLE.fullmatch(line)]
    out = list(lines)
    for at in pictures:
        out[at] = ""
        below = next((near for near in range(at + 1, min(len(out), at + 3)) if out[near].strip()), at)
        out[below] = out[below].rstrip().removesuffix("|")
    return out


_IN_TABLE = re.compile(r"\s*!\[[^\[\]]{0,200}\]\([^()]{0,500}\)\s*\|?\s*")


def is_markdown(lines: Sequence[str]) -> bool:
    """Whether links are written with their addresses behind them, or titles with marks of their level before them."""
    return sum(bool(_LINKED.search(line) or _HEADING.match(line)) for line in lines) >= _FEWEST


def _numbers_links(lines: Sequence[str]) -> bool:
    """Whether links are numbered: hardly a number up to the highest is left out."""
    numbers = {int(number) for line in lines for number in _NUMBER.findall(line)}
    return len(numbers) >= _FEWEST and len(numbers) >= _MOSTLY * max(numbers)


def _end_of_text(lines: Sequence[str]) -> int:
    """Where the list of the links' addresses begins."""
    for index, line in enumerate(lines):
        if _REFERENCES.fullmatch(line):
            filled = (at for at in range(index + 1, len(lines)) if lines[at].strip())
            below = next((lines[at] for at in filled), "")
            if _ADDRESS.match(below) or _REFERENCES.fullmatch(below):
                return index
    return len(lines)


def _writes_bullets(lines: Sequence[str]) -> bool:
    return sum(_BULLET.match(line) is not None for line in lines) >= _FEWEST


def _without_bullets(lines: Sequence[str]) -> Iterator[str]:
    """The lines with blanks in place of indented bullets, each of which begins a block; pictures' names left out."""
    for line in lines:
        if bullet := _BULLET.match(line):
            yield ""
            yield _PICTURE.sub("", f"{bullet['indent']}  {line[bullet.start('rest') :]}")
        else:
            yield "" if _CONTROL.fullmatch(line.strip()) else _PICTURE.sub("", line)


def _from_markdown(lines: Sequence[str]) -> Iterator[str]:
    """The blocks of a Markdown text, one a line, as they would be read."""
    for block in _blocks(lines):
        text = _MARKDOWN_PICTURE.sub("", block)
        text = _LINK.sub(lambda link: link["text"], _LINK.sub(lambda link: link["text"], text))
        text = _MARKS_BEFORE.sub("", text, count=1) if _MARKS_BEFORE.match(text) else text
        text = _EMPHASIS.sub(lambda found: found["strong"] or found["soft"], text)
        yield _ESCAPED.sub(r"\1", _cells(text))
        yield ""


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    """The lines joined to blocks: a blank line ends one, two blanks at a line's end break it, a mark begins another."""
    block: list[str] = []  # joined at its end: a block that grows line by line is copied with each
    in_address = False
    for line in lines:
        if not line.strip() or _RULE.fullmatch(line) or _TABLE_RULE.fullmatch(line):
            yield "".join(block)
            block, in_address = [], False
            continue
        if block and _BEGINS.match(line):
            yield "".join(block)
            block, in_address = [], False
        block += ("" if not block or in_address else " ", line.strip())
        in_address = _breaks_in_address(line, in_address)
        if line.endswith("  ") or "|" in line:
            yield "".join(block)
            block, in_address = [], False
    yield "".join(block)


def _breaks_in_address(line: str, was: bool) -> bool:
    """Whether a block's last line was broken within the address of a link; `was` tells it of the line before."""
    return line.rfind("](") > line.rfind(")") if ")" in line or "](" in line else was


def _cells(text: str) -> str:
    r"""The cells of a table's row with tabs between them."""
    return "\t".join(cell.strip() for cell in text.strip("| ").split("|")) if "|" in text else text
