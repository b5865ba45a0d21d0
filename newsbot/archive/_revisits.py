"""Where the pages lie that records may mean which say "as before"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

from newsbot.archive._named import KINDS, MAX_REMEMBERED, Names, names_of
from newsbot.archive._records import Record, record_at
from newsbot.archive._source import Source
from newsbot.durable.zstd import ZstdDict

_OFFSET = 48
"""Bits of a place in a file; those above them number the file."""


class Where(Protocol):
    """Where the record that a revisit means can be read again."""

    def found(self) -> AbstractContextManager[Record | None]:
        """That record, if one is there, as long as the context lasts."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that was read, and the dictionary that its file needs."""

    source: Source
    offset: int
    dictionary: ZstdDict | None

    @contextmanager
    def found(self) -> Iterator[Record | None]:
        """See `Where`."""
        with self.source.open() as file:
            yield record_at(file, self.offset, self.dictionary)


class Originals:
    """Where the pages lie that were met so far, in whatever file, by what a revisit may name them by.

    Names are kept as their hashes; who reads an original checks with `is_original` that it is the one.
    """

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._urls: set[int] = set()
        self._files: list[tuple[Source, ZstdDict | None]] = []

    def remember(self, record: Record, source: Source, *, is_given: bool = True) -> None:
        """Keep where a page lies, and with `is_given` that there is one of its address."""
        if max(len(self._urls), len(self._places) // len(KINDS)) >= MAX_REMEMBERED:
            return
        if is_given:
            self._urls.add(hash(record.field("WARC-Target-URI")))
        if record.is_addressable:
            self._keep(names_of(record), source, record.offset, record.members.dictionary)

    def note(self, names: Names, source: Source, offset: int) -> None:
        """Keep where a page lies that only an index told of."""
        if len(self._places) // len(KINDS) < MAX_REMEMBERED:
            self._keep(names, source, offset, None)

    def has_url(self, url: str | None) -> bool:
        """Whether a page of this address was met."""
        return hash(url) in self._urls

    def place_of(self, meant: Names) -> Place | None:
        """Where the page lies that a revisit means, if it was met and can be read again."""
        places = (self._places.get(hash(name)) for name in meant)
        found = next((place for place in places if place is not None), None)
        if found is None:
            return None
        source, dictionary = self._files[found >> _OFFSET]
        return Place(source, found & ((1 << _OFFSET) - 1), dictionary)

    def _keep(self, names: Names, source: Source, offset: int, dictionary: ZstdDict | None) -> None:
        if not self._files or self._files[-1][0] is not source:
            self._files.append((source, dictionary))
        place = (len(self._files) - 1) << _OFFSET | offset
        for name in names:
            self._places.setdefault(hash(name), place)
