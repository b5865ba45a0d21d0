"""Declaration files as tables by name: foreign ones parsed whole, newsbot's own cut at their headers.

All of newsbot's own take some thirty milliseconds to parse, and a page needs one portal's: so they are only cut, and a
table is parsed when it is asked for. A foreign file is parsed at once, so that what is wrong in it is said at once.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib.resources.abc import Traversable
from typing import Any, Literal, NamedTuple

Kind = Literal["portal", "layout"]
Table = dict[str, Any]

MAX_BYTES = 2_000_000
"""Of a declaration file; the largest of newsbot's own has some ten thousand."""
_KINDS: tuple[Kind, ...] = ("portal", "layout")
_HEADER = re.compile(r"^\[{1,2}(portal|layout)\.([\w-]+)(?:\.[\w.-]+)?\]{1,2}$", re.MULTILINE)
"""In the one form that declarations have, no other line begins with a bracket at its left margin."""
_DOMAINS = re.compile(r"^domains = (\[[^\]]*\])$", re.MULTILINE)
_HOSTS = re.compile(r"^\[portal\.[\w-]+\.hosts\]$", re.MULTILINE)


class Entry(NamedTuple):
    """A table of a file: where it stands, how it is parsed, and its text where only that is known yet."""

    file: Traversable
    parse: Callable[[], Table]
    text: str = ""

    def domains(self) -> Table:
        """As much of a portal's table as tells its domains: all of it where a table of hosts tells them."""
        if self.text and not _HOSTS.search(self.text) and (found := _DOMAINS.search(self.text)):
            return _list_of_domains(found)
        return self.parse()


def _list_of_domains(found: re.Match[str]) -> Table:
    """The line of domains as a table; most are JSON as well, which is read at a tenth of the cost."""
    try:
        return {"domains": json.loads(found[1])}
    except ValueError:
        return tomllib.loads(found[0])


@dataclass
class Tables:
    """The tables of some files by kind and name. Raises ValueError where two files have one of the same name."""

    by_kind: dict[Kind, dict[str, Entry]] = field(default_factory=lambda: {kind: {} for kind in _KINDS})

    def add(self, kind: Kind, name: str, entry: Entry) -> None:
        known = self.by_kind[kind]
        if name in known:
            raise ValueError(f"{entry.file} and {known[name].file} both declare the {kind} {name!r}")
        known[name] = entry


def parsed_tables(files: Iterable[Traversable]) -> Tables:
    """The tables `[portal.ID]` and `[layout.NAME]` of files, parsed.

    Raises ValueError, which names the file, for one that cannot be read, is too large, is no TOML or holds other
    tables.
    """
    found = Tables()
    for file in files:
        for kind, name, table in _tables(file, _parsed(file, _text(file))):
            found.add(kind, name, Entry(file, partial(dict, table)))
    return found


def cut_tables(files: Iterable[Traversable]) -> Tables:
    """The tables of files in the one form that `formatted` gives, cut and not parsed yet."""
    found = Tables()
    for file in files:
        for (kind, name), text in _cut(_text(file)).items():
            found.add(kind, name, Entry(file, partial(_table, file, kind, name, text), text))
    return found


def _cut(text: str) -> dict[tuple[Kind, str], str]:
    """The text of each portal and layout, its inner tables with it."""
    found: dict[tuple[Kind, str], str] = {}
    headers = list(_HEADER.finditer(text))
    ends = [header.start() for header in headers[1:]] + [len(text)]
    for header, end in zip(headers, ends, strict=True):
        key: tuple[Any, str] = (header[1], header[2])
        found[key] = found.get(key, "") + text[header.start() : end]
    return found


def _table(file: Traversable, kind: Kind, name: str, text: str) -> Table:
    table: Table = _parsed(file, text)[kind][name]
    return table


def _text(file: Traversable) -> str:
    try:
        with file.open("rb") as source:
            body = source.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise ValueError(f"more than {MAX_BYTES} bytes")
        return body.decode("utf-8").replace("\r\n", "\n")
    except (OSError, ValueError) as error:
        raise ValueError(f"{file}: cannot be read: {error}") from error


def _parsed(file: Traversable, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{file}: is no TOML: {error}") from error


def _tables(file: Traversable, tables: Table) -> Iterator[tuple[Kind, str, Table]]:
    for kind, named in tables.items():
        if kind not in _KINDS or not isinstance(named, dict):
            raise ValueError(f"{file}: {kind!r} is no table [portal.ID] or [layout.NAME]")
        for name, table in named.items():
            if not isinstance(table, dict):
                raise ValueError(f"{file}: {kind}.{name} is no table [{kind}.{name}]")
            yield kind, name, table
