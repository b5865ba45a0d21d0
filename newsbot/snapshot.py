"""What came in: the bytes of one page, where and when they were fetched, and where they lie now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from newsbot.items import Discovery, Origin, Problem

MAX_BODY = 20_000_000
"""Bytes of one page after decompression; the largest honest page seen is half a megabyte (suara.com, 2015)."""


_GONE = frozenset((404, 410))
_BUSY = frozenset((429, 503))
_REFUSALS = frozenset((401, 402, 403, 451))


def is_trouble(status: int) -> bool:
    """Whether a status says that the host is busy or broken, not what it has: the same address may answer later."""
    return status in _BUSY or status >= 500


def is_gone(status: int) -> bool:
    """Whether a status says that there is nothing at the address."""
    return status in _GONE


def has_page(status: int | None) -> bool:
    """Whether an answer of this status is to be read: a page, or one that says why there is none (403).

    >>> [status for status in (None, 200, 302, 304, 403, 404, 418, 429, 503) if has_page(status)]
    [None, 200, 403]
    """
    return status is None or 200 <= status < 300 or status in _REFUSALS


_LISTS = frozenset(("x-robots-tag",))


def header_text(value: bytes) -> str:
    """A header's value as text, without the blanks around it: UTF-8 where it is, else Latin-1, as readers of WARC files
    have it.

    >>> header_text(b" noai, caf\\xc3\\xa9"), header_text(b"caf\\xe9 ")
    ('noai, café', 'café')
    """
    try:
        return value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return value.decode("latin-1").strip()


def header_map(lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Header lines by lower-case name: the last of a name counts; robots directives add up.

    >>> header_map([("X-Robots-Tag", "noai"), ("ETag", "1"), ("X-Robots-Tag", "noindex"), ("etag", "2")])
    {'x-robots-tag': 'noai, noindex', 'etag': '2'}
    """
    found: dict[str, str] = {}
    for name, value in lines:
        lower = name.lower()
        found[lower] = f"{found[lower]}, {value}" if lower in _LISTS and lower in found else value
    return found


@dataclass(frozen=True)
class Snapshot:
    """One page as it was fetched.

    `body` is after transfer and content decoding, `fetched_at` ISO 8601 with an offset or None,
    header names are lower-cased. `defect` is set by a reader that could not give whole bytes
    (a torn gzip, a file without permission): the stream then rejects the page with that reason.
    `problems` are those of the reader, which the record is to tell.
    """

    body: bytes
    url: str | None = None
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    fetched_at: str | None = None
    origin: Origin = field(default_factory=Origin)
    discovery: Discovery | None = None
    defect: tuple[str, str] | None = None
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "headers", {name.lower(): value for name, value in self.headers.items()})

    @cached_property
    def digest(self) -> str:
        """`sha256:` and the hex digest of `body`."""
        return "sha256:" + hashlib.sha256(self.body).hexdigest()
