r"""JSON as portals print it into their pages: read strictly where it is JSON, else as far as it can be read.

Templates forget to escape quotes, escape as JavaScript does (`\'`, `\x27`), leave comments and trailing commas, print
two objects after one another, or end early. Own code, since a page is hostile: the kept repair libraries need time that
grows with the square of such input; this one looks at each character a bounded number of times and nests no deeper
than its bound.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

MAX_TEXT = 2_000_000
"""Characters of a script that are read; the pages' own data seldom pass half a million."""
_DEEPEST = 60
_AHEAD = 200
"""Characters behind a quotation mark that are looked at to tell whether it ends its string."""
_OPENERS = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_CLOSERS = ("-->", "//]]>", "// ]]>", "/*]]>*/", "]]>")
_BLANKS = re.compile(r"[\s;\ufeff]+")
_HALF = re.compile("[\ud800-\udfff]")
_BARE = re.compile(r"[^\s,:\[\]{}\"]{1,400}")
_ESCAPE = re.compile(r"u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.)", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_QUOTES = {'"': re.compile(r'[^"\\]+'), "'": re.compile(r"[^'\\]+")}
"""The marks around strings, each with what may stand between: a script's own objects have single ones."""
_NEXT_KEY = re.compile(r"""(?P<quote>["'])[\w@:-]{1,40}(?P=quote)\s*:""")
"""A key behind a string whose comma was forgotten."""
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}


def read_json(text: str) -> tuple[list[Any], bool]:
    r"""The values that a script holds, one after another, and whether they had to be repaired.

    Nothing readable gives no value. Never raises.

    >>> read_json('{"a": 1}')
    ([{'a': 1}], False)
    >>> read_json('{"a": "Kata "siaga" dipakai", "b": "Jum\\x27at",} {"c": 2}')
    ([{'a': 'Kata "siaga" dipakai', 'b': "Jum'at"}, {'c': 2}], True)
    """
    if len(text) > MAX_TEXT:
        return [], True
    text = _unwrapped(text)
    if not text:
        return [], False
    try:
        return [json.loads(text, strict=False)], False
    except (ValueError, RecursionError):
        reader = _Reader(text)
        return list(reader.values()), True


def _unwrapped(text: str) -> str:
    """The text without the comment that hides a script from old browsers."""
    text = text.strip()
    for opener in _OPENERS:
        text = text.removeprefix(opener)
    text = text.rstrip()
    for closer in _CLOSERS:
        text = text.removesuffix(closer)
    text = text.strip().rstrip(";")
    return unescape(text) if _ESCAPED.match(text) else text


_ESCAPED = re.compile(r"[\s{\[]{1,20}&(?:quot|#34);")
"""JSON whose quotation marks a template escaped as in text."""


class _Reader:
    """Reads values one after another from where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def values(self) -> Any:
        while self._next():
            before = self.at
            if self.text[self.at] in '{["':
                yield self._value(0)
            if self.at == before:
                self.at += 1

    def _next(self) -> str:
        """The next character that is neither blank nor comment; empty at the end."""
        while True:
            if found := _BLANKS.match(self.text, self.at):
                self.at = found.end()
            mark = self.text[self.at : self.at + 2]
            if mark not in ("//", "/*"):
                return mark[:1]
            closer = "\n" if mark == "//" else "*/"
            end = self.text.find(closer, self.at + 2)
            self.at = len(self.text) if end < 0 else end + len(closer)

    def _value(self, depth: int) -> Any:
        mark = self._next()
        if depth > _DEEPEST:
            self.at = len(self.text)
            return None
        if mark == "{":
            return self._object(depth)
        if mark == "[":
            return self._list(depth)
        return self._string(",}]", mark) if mark in _QUOTES else self._bare()

    def _object(self, depth: int) -> dict[str, Any]:
        self.at += 1
        found: dict[str, Any] = {}
        while (mark := self._next()) not in ("", "}"):
            key = str(self._string(":", mark) if mark in _QUOTES else self._bare())
            if self._next() == ":":
                self.at += 1
                found[key] = self._value(depth + 1)
            elif self._next() not in (",", "}"):
                self.at += 1  # of no use: a mark that stands where none may
            if self._next() == ",":
                self.at += 1
        self.at += 1
        return found

    def _list(self, depth: int) -> list[Any]:
        self.at += 1
        found: list[Any] = []
        while (mark := self._next()) not in ("", "]"):
            if mark in ",:}":
                self.at += 1
                continue
            found.append(self._value(depth + 1))
        self.at += 1
        return found

    def _bare(self) -> Any:
        """A number, a constant, or a word without quotes as it stands."""
        found = _BARE.match(self.text, self.at)
        if not found:
            return None
        self.at = found.end()
        word = found[0]
        if word in _CONSTANTS:
            return _CONSTANTS[word]
        try:
            return json.loads(word)
        except ValueError:
            return word.strip("'")

    def _string(self, behind: str, quote: str) -> str:
        """A string up to the quotation mark that ends it: one that is followed as the end of a string is."""
        self.at += 1
        parts: list[str] = []
        while self.at < len(self.text):
            if run := _QUOTES[quote].match(self.text, self.at):
                parts.append(run[0])
                self.at = run.end()
            elif self.text[self.at] == "\\":
                parts.append(self._escaped())
            elif self._ends(behind, quote):
                self.at += 1
                break
            else:
                parts.append(quote)
                self.at += 1
        text = "".join(parts)
        if _HALF.search(text):  # an emoji is written as two escapes
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text

    def _escaped(self) -> str:
        found = _ESCAPE.match(self.text, self.at + 1)
        if not found:
            self.at = len(self.text)
            return ""
        self.at = found.end()
        code = found[1] or found[2]
        return chr(int(code, 16)) if code else _SIMPLE.get(found[3], found[3])

    def _ends(self, behind: str, quote: str) -> bool:
        """Whether the quotation mark here ends its string. A comma counts where a key or a value follows it; a script's
        own object, with single marks, has bare keys."""
        ahead = self.text[self.at + 1 : self.at + 1 + _AHEAD].lstrip()
        if not ahead or ahead[0] not in behind:
            return not ahead or ahead.startswith(("//", "/*")) or bool(_NEXT_KEY.match(ahead))
        if ahead[0] != ",":
            return True
        rest = ahead[1:].lstrip()
        return rest[:1] in _AFTER_COMMA or (quote == "'" and bool(_BARE_KEY.match(rest)))


_AFTER_COMMA = ("", *"\"'{[}]-/tfn0123456789")
_BARE_KEY = re.compile(r"[A-Za-z_$][\w$]{0,40}\s*:")
