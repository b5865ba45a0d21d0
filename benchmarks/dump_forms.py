"""The forms in which a page becomes plain text: what a reader copies, what an editor saves, what converters write.

Each form makes the bytes of a dump from the bytes of a page. Those that need a program or a package are there where it
is installed; ``available`` names them. ``printed`` is a page printed to PDF and read back, without its columns.
"""

from __future__ import annotations

import html
import importlib.util
import re
import shutil
import subprocess
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import html as markup

from newsbot.pages.decode import decode

Form = Callable[[bytes], bytes]
BLOCKS = frozenset(
    "p div section article header footer nav aside main ul ol li table tr td th tbody thead h1 h2 h3 h4 h5 h6 "
    "blockquote figure figcaption form fieldset dl dt dd pre center address hr body iframe video details "
    "summary".split()
)
UNSEEN = frozenset("script style template svg select option noscript head textarea button".split())
_PATIENCE = 60
_SHEET = 58
"""Lines of a printed sheet."""


def lines_of(page: bytes) -> list[str]:
    """The lines that select-all and copy gives of a page, roughly: one visible block a line."""
    document = markup.document_fromstring(
        decode(page).text.encode(), parser=markup.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    body = document.find(".//body")
    lines: list[str] = [""]
    _walk(document if body is None else body, lines)
    texts = (" ".join(line.replace("\u200b", "").split()) for line in lines)
    return [text for text in texts if text]


def _walk(node: Any, lines: list[str]) -> None:
    if not isinstance(node.tag, str) or node.tag in UNSEEN:
        return
    if node.tag in BLOCKS or node.tag == "br":
        lines.append("")
    lines[-1] += node.text or ""
    for child in node:
        _walk(child, lines)
        lines[-1] += child.tail or ""
    if node.tag in BLOCKS:
        lines.append("")


def _copied(between: str) -> Form:
    return lambda page: between.join(lines_of(page)).encode()


def _windows(page: bytes) -> bytes:
    """As an editor under Windows saves it."""
    return b"\xef\xbb\xbf" + b"\r\n".join(line.encode() for line in lines_of(page))


def _wrapped(width: int, indent: str = "") -> Form:
    return lambda page: "\n\n".join(
        textwrap.fill(line, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
        for line in lines_of(page)
    ).encode()


def _printed(page: bytes) -> bytes:
    """Wrapped lines on sheets: each has the date and the title above, the address and its number below."""
    wrapped = [row for line in lines_of(page) for row in (*textwrap.wrap(line, 92), "")]
    sheets = [wrapped[at : at + _SHEET] for at in range(0, len(wrapped), _SHEET)]
    title = _title(page)
    heads = (f"7/12/26, 9:41 AM{title[:60]:^70}" for _ in sheets)
    feet = (
        f"https://www.contoh.example/berita/1{' ' * 50}{number}/{len(sheets)}" for number in range(1, 999)
    )
    text = (f"{head}\n\n" + "\n".join(sheet) + f"\n\n{foot}\n\f"
            for head, sheet, foot in zip(heads, sheets, feet, strict=False))  # fmt: skip
    return "".join(text).encode()


def _title(page: bytes) -> str:
    found = re.search(r"<title[^>]*>([^<]*)", decode(page).text, re.IGNORECASE)
    return " ".join(html.unescape(found[1]).split()) if found else ""


def _run(command: Sequence[str], suffix: str = ".html") -> Form:
    """A program that writes the text of the file named last to its output."""

    def convert(page: bytes) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"page{suffix}")
            path.write_bytes(b'<meta charset="utf-8">' + decode(page).text.encode())
            done = subprocess.run([*command, str(path)], capture_output=True, timeout=_PATIENCE, check=False)
        return done.stdout.replace(str(path.parent).encode(), b"")

    return convert


def _html2text(page: bytes) -> bytes:
    import html2text

    return html2text.html2text(decode(page).text).encode()


def _inscriptis(page: bytes) -> bytes:
    import inscriptis

    return inscriptis.get_text(decode(page).text).encode()


FORMS: dict[str, Form] = {
    "blank lines": _copied("\n\n"),
    "line breaks": _copied("\n"),
    "windows": _windows,
    "wrapped 72": _wrapped(72),
    "wrapped 80, indented": _wrapped(80, "   "),
    "printed": _printed,
    "lynx": _run(["lynx", "-dump", "-display_charset=utf-8", "-width=80"]),
    "lynx, no list": _run(["lynx", "-dump", "-nolist", "-display_charset=utf-8", "-width=80"]),
    "w3m": _run(["w3m", "-dump", "-O", "UTF-8", "-cols", "80"]),
    "html2text": _html2text,
    "inscriptis": _inscriptis,
}


def available() -> Iterator[str]:
    """The forms whose program or package is installed."""
    for name in FORMS:
        tool = name.partition(",")[0]
        needed = tool in ("lynx", "w3m", "html2text", "inscriptis")
        if not needed or shutil.which(tool) or importlib.util.find_spec(tool):
            yield name
