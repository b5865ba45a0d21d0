"""Declarations as text: TOML with a rule a line, so that a diff shows the rules that changed and nothing else."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WIDTH = 110
"""Characters of a line; an array or a string that would be longer goes on over several."""
_IN_ROWS = frozenset(("domains", "brands"))
"""Lists of names, of which many stand on a line; other lists that do not fit on one have a line for each item."""
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|\n|[^"\'#\n]+',
    re.DOTALL,
)
_KEY = re.compile(r"\s*([\w.\-]+|\"[^\"]*\")\s*=")
_HEADER = re.compile(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BREAK = re.compile(r"(?<=[^ ] )(?=[^ ])|(?=\[)|(?=//)")
"""Where a long string may go on in the next line: behind a blank, before a step or a condition of an XPath."""
_LONG = 100
"""Characters above which a string that has no backslash goes on in the next line."""

Comments = Mapping[str, Sequence[str]]


def formatted(text: str) -> str:
    """A declaration file as it is to stand: the same data and comments, in the one form.

    Comments stand on lines of their own, above a key, above a table or at the file's head.

    >>> formatted("[portal.x]\\nname='X'\\n")
    '[portal.x]\\nname = "X"\\n'

    Raises ValueError where the text is no TOML or a comment stands elsewhere.
    """
    head, comments = _comments(text)
    return written(tomllib.loads(text), head=head, comments=comments)


def written(tables: Mapping[str, Any], *, head: Sequence[str] = (), comments: Comments | None = None) -> str:
    """Tables as a declaration file, in their order. `head` are lines of the comment above all, `comments` those above
    a key or a table by its path ("portal.contoh.name"); of an array of tables the path ends in [number].

    Raises ValueError for a value that is no text, number, truth value, list or table, or a comment that has no place.
    """
    left = dict(comments or {})
    parts = []
    for kind, named in tables.items():
        for name, table in named.items():
            parts += _Table(f"{kind}.{_key(name)}", table, left).sections()
    if left:
        raise ValueError(f"comments have no place: {sorted(left)}")
    parts = ["".join(f"# {line}".rstrip() + "\n" for line in head)] * bool(head) + parts
    return "\n".join(parts)


@dataclass
class _Table:
    """A table under its header, with the tables inside it; takes its comments out of those that are left."""

    path: str
    table: Mapping[str, Any]
    comments: dict[str, Sequence[str]]
    place: str = ""
    brackets: tuple[str, str] = ("[", "]")

    def sections(self) -> list[str]:
        """The text of the table and of each table inside, each ending in a line break."""
        inner = {key: value for key, value in self.table.items() if _has_header(key, value)}
        lines = [self._said("") + self.path.join(self.brackets) + "\n"]
        lines += [self._line(key, value) for key, value in self.table.items() if key not in inner]
        return ["".join(lines), *(part for item in inner.items() for part in self._inside(*item))]

    def _inside(self, key: str, value: Any) -> Iterator[str]:
        path = f"{self.path}.{_key(key)}"
        if isinstance(value, Mapping):
            yield from _Table(path, value, self.comments).sections()
            return
        for number, table in enumerate(value):
            yield from _Table(path, table, self.comments, f"{path}[{number}]", ("[[", "]]")).sections()

    def _line(self, key: str, value: Any) -> str:
        said = self._said(_key(key))
        if key == "values":
            return said + "".join(
                _assigned(f"{key}.{_key(name)}", each, rows=True) for name, each in value.items()
            )
        return said + _assigned(_key(key), value, rows=key in _IN_ROWS)

    def _said(self, key: str) -> str:
        place = self.place or self.path
        return "".join(f"# {line}\n" for line in self.comments.pop(f"{place}.{key}" if key else place, ()))


def _has_header(key: str, value: Any) -> bool:
    """Tables stand under a header of their own, but for the values of an address and the rules of a picture."""
    if isinstance(value, Mapping):
        return key not in ("values", "paging")
    return key == "sources" and bool(value)


def _assigned(key: str, value: Any, *, rows: bool) -> str:
    return f"{key} = " + _value(value, len(key) + 3, 0, rows=rows) + "\n"


def _value(value: Any, before: int, indent: int, *, rows: bool = False) -> str:
    """A value behind `before` characters of its line; over several lines where one does not hold it."""
    if isinstance(value, str):
        return _string(value, indent)
    whole = _inline(value)
    if before + len(whole) <= WIDTH or not isinstance(value, (list, tuple, Mapping)):
        return whole
    if isinstance(value, Mapping):
        return _wrapped_table(value, indent)
    if rows:
        return _rows([_quoted(item) for item in value], indent)
    inner = indent + 2
    items = "".join(" " * inner + _value(item, inner, inner) + ",\n" for item in value)
    return f"[\n{items}{' ' * indent}]"


def _wrapped_table(table: Mapping[str, Any], indent: int) -> str:
    """An inline table breaks only inside its arrays: TOML wants its keys on the line of the brace."""
    return (
        "{" + ", ".join(f"{key} = {_value(value, WIDTH - 40, indent)}" for key, value in table.items()) + "}"
    )


def _rows(items: list[str], indent: int) -> str:
    lines, room = [""], WIDTH - indent - 2
    for item in items:
        if lines[-1] and len(lines[-1]) + len(item) + 2 > room:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + item + ","
    return "[\n" + "".join(" " * (indent + 2) + line + "\n" for line in lines) + " " * indent + "]"


def _inline(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_inline(item)}" for key, item in value.items()) + "}"
    raise ValueError(f"{value!r} is nothing that a declaration says")


def _string(text: str, indent: int) -> str:
    """A string on one line, or, where it is long and has nothing that must be written with a backslash, on several."""
    if len(text) <= _LONG or "\\" in text or '"' in text or not text.isprintable():
        return _quoted(text)
    lines = [""]
    for piece in _BREAK.split(text):
        if lines[-1] and len(lines[-1]) + len(piece) > _LONG:
            lines.append("")
        lines[-1] += piece
    return '"""\\\n' + "\\\n".join(" " * (indent + 2) + line for line in lines) + '"""'


def _quoted(text: str) -> str:
    """A TOML string: what a page said never leaves its quotes."""
    if text.isprintable() and ("\\" in text or '"' in text) and "'" not in text:
        return f"'{text}'"
    if text.isprintable() and "\\" in text and "'''" not in text and not text.endswith("'"):
        return f"'''{text}'''"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= char <= "\udfff" else f"\\U{ord(char):08x}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _comments(text: str) -> tuple[list[str], dict[str, list[str]]]:
    """The lines of the comment at the file's head, and the other comments by the path of what they stand above."""
    reader = _Reader()
    for line, is_inside in _logical_lines(text):
        reader.take(line, is_inside)
    if reader.waiting:
        raise ValueError(f"a comment stands above nothing: {reader.waiting[0]!r}")
    return reader.head, reader.found


class _Reader:
    """Goes through the lines of a file and notes what each comment stands above."""

    def __init__(self) -> None:
        self.head: list[str] = []
        self.found: dict[str, list[str]] = {}
        self.waiting: list[str] = []
        self._path = ""
        self._counts: dict[str, int] = {}

    def take(self, line: str, is_inside: bool) -> None:
        """A line, and whether it goes on with the value of an earlier one."""
        if line.startswith("#") and not is_inside:
            self.waiting.append(line[1:].strip())
        elif not line and not self._path:
            self.head, self.waiting = self.head + self.waiting, []
        elif header := _HEADER.match(line) if not is_inside else None:
            self._open(header[1], line.startswith("[["))
        elif (key := _KEY.match(line)) and not is_inside:
            self._note(f"{self._path}.{key[1].partition('.')[0]}")

    def _open(self, path: str, is_array: bool) -> None:
        self._path = path
        if is_array:
            self._path = f"{path}[{self._counts.get(path, 0)}]"
            self._counts[path] = self._counts.get(path, 0) + 1
        self._note(self._path)

    def _note(self, path: str) -> None:
        if self.waiting:
            self.found[path], self.waiting = self.waiting, []


def _logical_lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines, stripped, each with whether it stands inside a value; comments inside a value are refused."""
    line, depth, began = "", 0, False
    for part in _TOKEN.findall(text + "\n"):
        if part.startswith("\n"):
            yield line.strip(), began
            line, began = "", depth > 0
        elif part[0] == "#" and (line.strip() or depth):
            raise ValueError(f"a comment stands above a key, on a line of its own: {part!r}")
        else:
            depth += _opened(part)
            line += part


def _opened(part: str) -> int:
    """How many brackets of values more are opened than closed in a part of a line that is no text and no comment."""
    if part[0] in "\"'#" or _HEADER.match(part):
        return 0
    return part.count("[") + part.count("{") - part.count("]") - part.count("}")


def _main() -> None:
    """`python -m newsbot.portals.writing FILE...`: give declaration files the one form."""
    for file in map(Path, sys.argv[1:]):
        file.write_text(formatted(file.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    _main()
